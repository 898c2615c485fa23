//! The same text with the line ends of another system: as many sentences, of the same
//! words.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nutgraf::Document;

/// In bytes, less than any bound.
const SHORT: usize = 240;

fuzz_target!(|text: &str| {
    let unix = text.replace('\r', "");
    let other = unix.replace('\n', "\r\n");
    let words = |text: &str| -> Vec<Vec<String>> {
        let Ok(document) = Document::parse(text.to_owned(), None) else { return Vec::new() };
        let sentence = |span: nutgraf::Span| span.of(text).split_whitespace().map(str::to_owned).collect();
        document.sentences().iter().map(|each| sentence(each.span)).collect()
    };
    // What is looked at beside a mark is bounded in bytes, and so is what a language is told
    // by: only of a short text is all of it the same.
    if other.len() < SHORT {
        assert_eq!(words(&unix), words(&other));
    }
});
