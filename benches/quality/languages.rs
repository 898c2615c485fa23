//! Languages: the share of texts that are detected, and where sentences end.

use nutgraf::{Document, Language};
use serde_json::Value;
use std::collections::{BTreeMap, HashSet};

#[derive(Default)]
struct Counts {
    texts: usize,
    detected: usize,
    right: usize,
    found: usize,
    gold: usize,
    others: BTreeMap<&'static str, usize>,
}

impl Counts {
    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.gold).max(1) as f64
    }
}

/// Prints, by language, the share detected and the F1 of the places where sentences
/// end, counted in characters without white space.
pub fn report(rows: &[Value], errors: bool) -> Option<()> {
    let mut languages: BTreeMap<&str, Counts> = BTreeMap::new();
    for row in rows {
        let (tag, text) = (row["lang"].as_str()?, row["text"].as_str()?);
        let gold: Vec<&str> =
            row["sentences"].as_array()?.iter().map(Value::as_str).collect::<Option<_>>()?;
        let counts = languages.entry(tag).or_default();
        let detected = Language::detect(text).tag();
        counts.texts += 1;
        if detected == tag {
            counts.detected += 1;
        } else {
            *counts.others.entry(detected).or_default() += 1;
            if errors {
                println!("  {tag} taken for {detected}: {}", text.chars().take(160).collect::<String>());
            }
        }
        let document = Document::parse(text.to_owned(), None).ok()?;
        let found = ends(document.sentences().iter().map(|sentence| sentence.span.of(text)));
        let expected = ends(gold.into_iter());
        counts.right += found.intersection(&expected).count();
        counts.found += found.len();
        counts.gold += expected.len();
        if errors {
            print_wrong(tag, text, &found, &expected);
        }
    }
    for (tag, counts) in &languages {
        let share = counts.detected as f64 / counts.texts as f64;
        let others: Vec<String> = counts.others.iter().map(|(tag, count)| format!("{tag} {count}")).collect();
        println!("{tag:<4} detected {share:.3}  ends F1 {:.4}  {}", counts.f1(), others.join(", "));
    }
    let mean = |of: &dyn Fn(&Counts) -> f64, but: &str| {
        let all: Vec<f64> =
            languages.iter().filter(|(tag, _)| **tag != but).map(|(_, counts)| of(counts)).collect();
        all.iter().sum::<f64>() / all.len().max(1) as f64
    };
    let detected = mean(&|counts| counts.detected as f64 / counts.texts as f64, "");
    println!("mean detected {detected:.4}, ends F1 without th {:.4}", mean(&Counts::f1, "th"));
    Some(())
}

/// Where sentences end, in characters without white space.
fn ends<'a>(sentences: impl Iterator<Item = &'a str>) -> HashSet<usize> {
    let mut at = 0;
    let end = |sentence: &str| {
        at += sentence.chars().filter(|c| !c.is_whitespace()).count();
        at
    };
    sentences.map(end).collect()
}

/// Prints each end that is wrong, with what stands around it.
fn print_wrong(tag: &str, text: &str, found: &HashSet<usize>, gold: &HashSet<usize>) {
    let solid: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| !c.is_whitespace()).collect();
    for at in found.symmetric_difference(gold) {
        let Some((byte, c)) = at.checked_sub(1).and_then(|at| solid.get(at)) else { continue };
        let end = byte + c.len_utf8();
        let before: String =
            text[..end].chars().rev().take(40).collect::<Vec<_>>().into_iter().rev().collect();
        let behind: String = text[end..].chars().take(30).collect();
        let kind = if found.contains(at) { "too many" } else { "missed" };
        println!("  {tag} {kind}: {before} ‖{behind}");
    }
}
