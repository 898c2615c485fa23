//! What labels by hand refer to: texts by their set and id, places in code points.

use nutgraf::Span;
use serde_json::Value;
use std::collections::HashMap;
use std::fs;

/// The texts that are labelled, where they are: `../shared` beside the project,
/// and `tests/texts`.
pub struct Texts(HashMap<(String, String), String>);

impl Texts {
    pub fn read() -> Texts {
        let mut texts = HashMap::new();
        for (set, file) in [("pages", "pages/dev"), ("bbc", "eval/bbc"), ("quotes", "quotes/dev")] {
            let content = fs::read_to_string(format!("../shared/{file}.jsonl")).unwrap_or_default();
            for row in content.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
                let id = row["id"].as_str().unwrap_or_default();
                texts.insert((set.to_owned(), id.to_owned()), whole(&row).unwrap_or_default());
            }
        }
        let article = fs::read_to_string("../shared/articles/trade-visit.txt").unwrap_or_default();
        texts.insert(("articles".into(), "trade-visit".into()), article);
        for path in fs::read_dir("tests/texts").into_iter().flatten().flatten().map(|entry| entry.path()) {
            let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            texts.insert(("texts".into(), id), fs::read_to_string(path).unwrap_or_default());
        }
        Texts(texts)
    }

    /// The text that a row is about.
    pub fn of(&self, row: &Value) -> Option<&str> {
        let key = (row["set"].as_str()?.to_owned(), row["id"].as_str()?.to_owned());
        self.0.get(&key).map(String::as_str)
    }
}

/// The whole text of a row of any form.
pub fn whole(row: &Value) -> Option<String> {
    if let Some(text) = row.get("text") {
        return Some(text.as_str()?.to_owned());
    }
    let paragraphs: Option<Vec<&str>> =
        row.get("paragraphs")?.as_array()?.iter().map(Value::as_str).collect();
    Some(paragraphs?.join("\n\n"))
}

/// Where each code point of a text starts, and its end.
pub fn starts(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

/// Whether a name has every word of a label's, `[start, end]` in code points.
pub fn holds(text: &str, starts: &[usize], name: Span, label: &Value) -> bool {
    let at = |index: usize| starts.get(label.get(index)?.as_u64()? as usize).copied();
    let (Some(start), Some(end)) = (at(0), at(1)) else { return false };
    let words = |slice: &str| {
        slice.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>()
    };
    let (given, label) = (words(name.of(text)), words(Span::new(start, end).of(text)));
    label.iter().all(|word| given.contains(word))
}

/// What stands around a place, on one line.
pub fn context(text: &str, at: usize) -> String {
    let from = (0..=at.saturating_sub(260)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let to = (at + 60..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    format!("{}⟦{}⟧", Span::new(from, at).of(text), Span::new(at, to).of(text)).replace('\n', "⏎")
}
