//! The same paragraphs with the line ends of another system between them: as many sentences,
//! of the same words. (Within a paragraph a line end has its bytes, and what is looked at
//! beside a mark is bounded in bytes.)
#![no_main]

use libfuzzer_sys::fuzz_target;
use nutgraf::Document;

/// In bytes, less than any bound.
const SHORT: usize = 240;

fuzz_target!(|text: &str| {
    let paragraphs: Vec<String> =
        text.split("\n\n").map(|paragraph| paragraph.replace(['\r', '\n'], " ")).collect();
    let words = |text: String| -> Vec<Vec<String>> {
        let Ok(document) = Document::parse(text.clone(), None) else { return Vec::new() };
        let sentence = |span: nutgraf::Span| span.of(&text).split_whitespace().map(str::to_owned).collect();
        document.sentences().iter().map(|each| sentence(each.span)).collect()
    };
    let other = paragraphs.join("\r\n\r\n");
    if other.len() < SHORT {
        assert_eq!(words(paragraphs.join("\n\n")), words(other));
    }
});
