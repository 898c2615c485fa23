//! The cases of `quotations.txt`.
#![cfg(not(target_family = "wasm"))]

use nutgraf::{Analysis, AnalyzeOptions, Quotation, Span};

/// A quotation as the cases have it.
fn line(text: &str, quotation: &Quotation) -> String {
    let parts: Vec<&str> = quotation.parts.iter().map(|part| part.of(text)).collect();
    let name = |span: Option<Span>| span.map_or("–", |span| span.of(text));
    let names = [quotation.cue, quotation.mention, quotation.speaker].map(name);
    format!("{} | {}", parts.join(" / "), names.join(" | "))
}

#[test]
fn quotations_have_their_speakers() {
    let file: String =
        include_str!("quotations.txt").split_inclusive('\n').filter(|line| !line.starts_with('#')).collect();
    let mut wrong = Vec::new();
    let mut count = 0;
    for case in file.split("===\n").filter(|case| !case.trim().is_empty()) {
        let (name, case) = case.split_once('\n').expect("a case has a name");
        let (text, expected) = case.split_once("\n---\n").expect("a case has a line ---");
        let analysis = Analysis::new(text, &AnalyzeOptions::default()).expect("the text is short");
        let found: Vec<String> =
            analysis.quotations().iter().map(|quotation| line(text, quotation)).collect();
        let expected: Vec<&str> = expected.lines().collect();
        if found != expected {
            wrong.push(format!("{name}\n  expected {expected:#?}\n  found {found:#?}"));
        }
        count += 1;
    }
    assert!(count > 30, "the cases are read");
    assert!(
        wrong.is_empty(),
        "{}\nhelp: find the general rule in src/quotation/, and run npm run eval on quotations",
        wrong.join("\n\n")
    );
}
