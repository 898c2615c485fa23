//! Sentences against gold ones: the share of texts that are split exactly.

use nutgraf::{Document, Language};
use serde_json::Value;
use std::collections::BTreeMap;

/// Prints the share of exact cases by set, and every case that is not.
pub fn report(rows: &[Value]) -> Option<()> {
    let mut sets: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for row in rows {
        let text = row["text"].as_str()?;
        let gold: Vec<&str> =
            row["sentences"].as_array()?.iter().map(Value::as_str).collect::<Option<_>>()?;
        let language = row["lang"].as_str().map(|tag| Language::from_tag(tag).unwrap_or_default());
        let document = Document::parse(text.to_owned(), language).ok()?;
        let found: Vec<&str> = document.sentences().iter().map(|sentence| sentence.span.of(text)).collect();
        let exact = found == gold;
        let set = format!("{} {}", row["lang"].as_str().unwrap_or("?"), row["set"].as_str().unwrap_or(""));
        let (right, all) = sets.entry(set).or_default();
        *right += usize::from(exact);
        *all += 1;
        if !exact {
            println!("  not as gold: {}", text.lines().next().unwrap_or_default());
            println!("    gold  {gold:?}\n    found {found:?}");
        }
    }
    let total = sets.values().fold((0, 0), |sum, (right, all)| (sum.0 + right, sum.1 + all));
    for (set, (right, all)) in sets.into_iter().chain([("all".to_owned(), total)]) {
        println!("{set:<52} {right:>4} of {all:<4} {:6.1} %", 100.0 * right as f64 / all as f64);
    }
    Some(())
}
