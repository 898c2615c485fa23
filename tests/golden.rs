//! What nutgraf finds in whole texts, compared with what it found before.
#![cfg(all(
    not(target_family = "wasm"),
    feature = "asian",
    feature = "european",
    feature = "middle-eastern"
))]

mod common;

use nutgraf::{Analysis, AnalyzeOptions};
use std::path::{Path, PathBuf};
use std::{env, fs};

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// Compares with `tests/snapshots/NAME`. With `UPDATE_SNAPSHOTS=1` a new one is written, so that
/// `git diff` shows the change.
fn golden(snapshots: impl IntoIterator<Item = (String, String)>) {
    let update = env::var_os("UPDATE_SNAPSHOTS").is_some();
    let mut changed = Vec::new();
    let mut count = 0;
    for (name, now) in snapshots {
        let file = tests().join("snapshots").join(&name);
        let before = fs::read_to_string(&file).unwrap_or_default();
        if update {
            fs::write(&file, &now).unwrap();
        } else if before != now {
            let differs = |(before, now): &(&str, &str)| before != now;
            let (before, now) = before.lines().zip(now.lines()).find(differs).unwrap_or_default();
            changed.push(format!("{name}\n  - {before}\n  + {now}"));
        }
        count += 1;
    }
    assert!(count > 0, "the texts are read");
    assert!(
        changed.is_empty(),
        "{}\nhelp: run with UPDATE_SNAPSHOTS=1 and look at `git diff tests/snapshots`; if it is better, commit it",
        changed.join("\n")
    );
}

/// The names and contents of a folder's texts.
fn texts(folder: &str) -> impl Iterator<Item = (String, String)> {
    fs::read_dir(tests().join(folder)).unwrap().map(|entry| {
        let path = entry.unwrap().path();
        (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(path).unwrap())
    })
}

#[test]
fn kinds_of_texts() {
    golden(texts("texts").map(|(name, text)| (name, common::show(&text))));
}

#[test]
fn languages() {
    golden(texts("articles").map(|(name, file)| {
        let (text, _) = file.split_once("\n---\n").unwrap();
        (format!("articles/{name}"), common::show(text))
    }));
}

/// A text as long as a book's chapter, with sections: all that are in English, one behind the other.
#[test]
fn long_text() {
    let mut all: Vec<(String, String)> = texts("texts").collect();
    all.sort();
    let english = all.iter().filter(|(name, _)| !["arabic.txt", "japanese.txt"].contains(&name.as_str()));
    let texts: Vec<&str> = english.map(|(_, text)| text.trim()).collect();
    golden([("chapter.txt".into(), common::show(&texts.join("\n\n")))]);
}

/// What `quotations.txt` leaves out of its cases: what a speaker is, and how certain.
#[test]
fn speakers() {
    let cases = fs::read_to_string(tests().join("quotations.txt")).unwrap();
    let cases: String = cases.split_inclusive('\n').filter(|line| !line.starts_with('#')).collect();
    let mut shown = String::new();
    for case in cases.split("===\n").filter(|case| !case.trim().is_empty()) {
        let (name, case) = case.split_once('\n').unwrap();
        let (text, _) = case.split_once("\n---\n").unwrap();
        let analysis = Analysis::new(text, &AnalyzeOptions::default()).unwrap();
        shown += &format!("=== {name}\n");
        for quotation in analysis.quotations() {
            shown += &format!("{}\n", common::quotation(text, quotation));
        }
    }
    golden([("quotations.txt".into(), shown)]);
}
