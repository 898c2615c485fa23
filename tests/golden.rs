//! What nutgraf finds in whole texts, compared with what it found before.
#![cfg(not(target_family = "wasm"))]

mod common;

use std::fs;
use std::path::Path;

/// Compares with `tests/snapshots/NAME.txt`; where they differ the new one is
/// written and the test fails, so that `git diff` shows the change.
fn golden(name: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let text = fs::read_to_string(root.join("texts").join(name)).unwrap();
    let snapshot = root.join("snapshots").join(name);
    let before = fs::read_to_string(&snapshot).unwrap_or_default();
    let now = common::show(&text);
    if now != before {
        fs::write(&snapshot, now).unwrap();
        panic!("{name} has changed.\nhelp: look at `git diff tests/snapshots`; if it is better, commit it");
    }
}

#[test]
fn news() {
    golden("lighthouse.txt");
}

#[test]
fn interview() {
    golden("interview.txt");
}

#[test]
fn how_to() {
    golden("bread.txt");
}
