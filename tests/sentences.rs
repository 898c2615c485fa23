//! The cases of `sentences.txt`.
#![cfg(not(target_family = "wasm"))]

use nutgraf::{Document, Language};

#[test]
fn sentences_end_where_they_should() {
    let cases = include_str!("sentences.txt").split("===\n").filter(|case| !case.trim().is_empty());
    let mut wrong = Vec::new();
    for case in cases {
        let without_comments: String =
            case.split_inclusive('\n').filter(|line| !line.starts_with('#')).collect();
        let (text, expected) = without_comments.split_once("\n---\n").expect("a case has a line ---");
        let (tag, text) =
            text.strip_prefix('@').and_then(|case| case.split_once('\n')).unwrap_or(("en", text));
        let language = Language::from_tag(tag).expect("the case's language is known");
        let document = Document::parse(text.to_owned(), Some(language)).expect("the text is short");
        let found: Vec<&str> = document.sentences().iter().map(|sentence| sentence.span.of(text)).collect();
        let expected: Vec<&str> = expected.lines().collect();
        if found != expected {
            wrong.push(format!("expected {expected:#?}\nfound {found:#?}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{}\nhelp: find the general rule in src/segment/sentence.rs",
        wrong.join("\n\n")
    );
}
