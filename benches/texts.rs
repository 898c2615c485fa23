//! Texts of any size and of several kinds: what a loop over them must not be slow for.
//! None is like real text; what is measured on real text is in `texts.js`.

/// A maker of about so many bytes of text.
pub type Make = fn(usize) -> String;

/// Every kind by name.
pub const KINDS: [(&str, Make); 11] = [
    ("repeated prose", prose),
    ("dense quotes", |bytes| repeated("“It was late again,” he said. ", bytes)),
    ("open marks", |bytes| repeated("“ \" ' ‘ « ", bytes)),
    ("no punctuation", |bytes| repeated("so they went on and on along the river to the sea ", bytes)),
    ("one word", |bytes| repeated("ferry ", bytes)),
    ("distinct words", distinct),
    ("blocks", |bytes| repeated("Ferry of the day.\n\n", bytes)),
    ("list items", |bytes| repeated("- two fresh eggs\n", bytes)),
    ("names", |bytes| repeated("Tom Reed of Acme told Anna Weiss “so he went off,” he said and ", bytes)),
    ("brackets", |bytes| repeated("([(\"' ", bytes)),
    ("CJK", |bytes| repeated("町の議会は火曜日に渡し船の再開を決めた。", bytes)),
];

const PIECES: [&str; 3] = [
    include_str!("../tests/texts/lighthouse.txt"),
    include_str!("../tests/texts/interview.txt"),
    include_str!("../tests/texts/bread.txt"),
];

/// Prose: each round adds a word of its own, so that the vocabulary grows with
/// the text as it does in books.
pub fn prose(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 8192);
    for (round, piece) in PIECES.iter().cycle().enumerate() {
        if text.len() >= bytes {
            break;
        }
        text.push_str(&piece.replace("year", &format!("year{round}")));
        text.push_str("\n\n");
    }
    cut(text, bytes)
}

fn repeated(piece: &str, bytes: usize) -> String {
    cut(piece.repeat(bytes / piece.len() + 1), bytes)
}

fn distinct(bytes: usize) -> String {
    let words =
        (0..bytes as u32 / 9 + 1).map(|word| format!("w{:07x} ", word.wrapping_mul(2_654_435_761) >> 4));
    cut(words.collect(), bytes)
}

/// The beginning of a text, so many bytes at most.
pub fn cut(mut text: String, bytes: usize) -> String {
    let end = (0..=bytes.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text.truncate(end);
    text
}
