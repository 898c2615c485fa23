//! What opening words stand for, against labels by hand: `{set, id, at, names}`,
//! the text (of `../shared`), where the opening stands, and the spans of what it
//! stands for, each with its alternatives; none where it stands for nothing that
//! the text names. All in code points.

use nutgraf::{Analysis, AnalyzeOptions, Span};
use serde_json::Value;
use std::collections::HashMap;

/// Prints how many of those given are right, and how many of the labelled are given.
pub fn report(rows: &[Value], errors: bool) -> Option<()> {
    let texts = texts()?;
    let (mut labelled, mut given, mut right) = (0, 0, 0);
    for row in rows {
        let key = (row["set"].as_str()?.to_owned(), row["id"].as_str()?.to_owned());
        let Some(text) = texts.get(&key) else {
            println!("  no text {key:?}");
            continue;
        };
        let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let at = *bytes.get(row["at"].as_u64()? as usize)?;
        let analysis = Analysis::new(text.as_str(), &AnalyzeOptions::default()).ok()?;
        let found = analysis.antecedents().find(|(_, antecedent)| antecedent.mention.start as usize == at);
        let names = row["names"].as_array()?;
        labelled += usize::from(!names.is_empty());
        let Some((_, antecedent)) = found else {
            if errors && !names.is_empty() {
                println!("  none  {}", context(text, at));
            }
            continue;
        };
        given += 1;
        let all = names.iter().all(|alternatives| {
            let alternatives = alternatives.as_array().map_or(&[][..], Vec::as_slice);
            antecedent
                .names
                .iter()
                .any(|name| alternatives.iter().any(|label| holds(text, &bytes, *name, label)))
        });
        let same = all && names.len() == antecedent.names.len();
        right += usize::from(same);
        if errors && !same {
            let names: Vec<&str> = antecedent.names.iter().map(|name| name.of(text)).collect();
            println!("  wrong {names:?} {}", context(text, at));
        }
    }
    let share = |part: usize, of: usize| part as f64 / of.max(1) as f64;
    println!(
        "antecedents  of those given right {:.3}  of the labelled given {:.3}   ({} openings, {labelled} stand for something, {given} given, {right} right)",
        share(right, given),
        share(right, labelled),
        rows.len(),
    );
    Some(())
}

fn holds(text: &str, bytes: &[usize], name: Span, label: &Value) -> bool {
    let at = |index: usize| bytes.get(label.get(index)?.as_u64()? as usize).copied();
    let (Some(start), Some(end)) = (at(0), at(1)) else { return false };
    let words = |slice: &str| {
        slice.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>()
    };
    let (given, label) = (words(name.of(text)), words(Span::new(start, end).of(text)));
    label.iter().all(|word| given.contains(word))
}

fn context(text: &str, at: usize) -> String {
    let from = (0..=at.saturating_sub(260)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let to = (at + 60..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    format!("{}⟦{}⟧", Span::new(from, at).of(text), Span::new(at, to).of(text)).replace('\n', "⏎")
}

/// The texts of the sets, where they are: `../shared` beside the project.
fn texts() -> Option<HashMap<(String, String), String>> {
    let mut texts = HashMap::new();
    let rows = |file: &str| -> Vec<Value> {
        let content = std::fs::read_to_string(file).unwrap_or_default();
        content.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
    };
    for row in rows("../shared/pages/dev.jsonl") {
        texts.insert(("pages".into(), row["id"].as_str()?.into()), row["text"].as_str()?.to_owned());
    }
    for row in rows("../shared/eval/bbc.jsonl") {
        let paragraphs: Vec<&str> = row["paragraphs"].as_array()?.iter().filter_map(Value::as_str).collect();
        texts.insert(("bbc".into(), row["id"].as_str()?.into()), paragraphs.join("\n\n"));
    }
    let article = std::fs::read_to_string("../shared/articles/trade-visit.txt").unwrap_or_default();
    texts.insert(("articles".into(), "trade-visit".into()), article);
    Some(texts)
}
