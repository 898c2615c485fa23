//! Tokens: words, and what stands between them.

use crate::Span;
use crate::bytes::behind_letters;
use crate::find::Marked;
use unicode_segmentation::{UWordBoundIndices, UnicodeSegmentation};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A word or number by UAX #29: it holds a letter or a digit.
    Word,
    /// White space and punctuation between words.
    Separator,
}

/// A piece of a sentence. A sentence's tokens tile it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the text.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// The words of a slice, each with its offset in it.
pub(crate) fn words(slice: &str) -> Words<'_> {
    Words { slice, at: 0, slow: None }
}

/// The tokens of a slice that starts at byte `start` of the text.
pub(crate) fn tokens(slice: &str, start: usize) -> Tokens<'_> {
    Tokens { words: words(slice), pending: None, position: start, start, end: start + slice.len() }
}

/// How a character breaks words in UAX #29; the few classes that [`Words`]
/// knows by itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// ALetter: a letter of ASCII or Latin-1.
    Letter,
    /// Numeric: an ASCII digit.
    Digit,
    /// ExtendNumLet: "_".
    Joiner,
    /// MidLetter: joins letters, as ":" does.
    MidLetter,
    /// MidNum: joins digits, as "," and ";" do.
    MidNumber,
    /// MidNumLet and Single_Quote: joins letters or digits, as ".", "'" and "’" do.
    Mid,
    /// White space of ASCII: no word goes over it.
    Space,
    /// Any other mark of ASCII, and the common ones of other blocks.
    Other,
    /// Left to unicode-segmentation.
    Unknown,
    /// A byte of a longer character, which [`class_at`] looks up.
    Lead,
}

/// The class of each byte.
static CLASSES: [Class; 256] = {
    let mut classes = [Class::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b'_' => Class::Joiner,
            b':' => Class::MidLetter,
            b',' | b';' => Class::MidNumber,
            b'.' | b'\'' => Class::Mid,
            b' ' | b'\t' | b'\n' | b'\r' => Class::Space,
            0x80.. => Class::Lead,
            _ => Class::Other,
        };
        byte += 1;
    }
    classes
};

/// The class and length of the character at byte `at`.
#[inline]
fn class_at(bytes: &[u8], at: usize) -> Option<(Class, usize)> {
    let first = *bytes.get(at)?;
    match class_of(first) {
        Class::Lead => Some(longer_class_at(bytes, first, at)),
        class => Some((class, 1)),
    }
}

/// The class of a byte by itself.
#[inline]
fn class_of(byte: u8) -> Class {
    CLASSES[byte as usize] // a byte is under 256
}

/// The class and length of the character of several bytes at `at`.
fn longer_class_at(bytes: &[u8], first: u8, at: usize) -> (Class, usize) {
    match (first, bytes.get(at + 1), bytes.get(at + 2)) {
        (0xC3, Some(0x97 | 0xB7), _) => (Class::Other, 2), // × ÷
        (0xC3, Some(_), _) => (Class::Letter, 2),          // À to ÿ
        (0xE2, Some(0x80), Some(0x98 | 0x99)) => (Class::Mid, 3), // ‘ ’
        // – — ‚ “ ” „ • … ‹ ›
        (0xE2, Some(0x80), Some(0x93 | 0x94 | 0x9A | 0x9C..=0x9E | 0xA2 | 0xA6 | 0xB9 | 0xBA)) => {
            (Class::Other, 3)
        }
        // no-break space ¡ § © « ° » ¿
        (0xC2, Some(0xA0 | 0xA1 | 0xA7 | 0xA9 | 0xAB | 0xB0 | 0xBB | 0xBF), _) => (Class::Other, 2),
        (0xE3, Some(0x80), Some(0x8C | 0x8D)) => (Class::Other, 3), // 「 」
        _ => (Class::Unknown, 1),
    }
}

/// `char::is_alphanumeric`, at once for ASCII and general punctuation.
pub(crate) fn is_alphanumeric(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_alphanumeric(),
        '\u{2000}'..='\u{206F}' | '«' | '»' => false,
        _ => is_alphabetic(c) || c.is_numeric(),
    }
}

/// `char::is_alphabetic`, at once for letters of scripts that write many, or no spaces: the
/// standard library takes a thousand steps for one of Thai.
pub(crate) fn is_alphabetic(c: char) -> bool {
    c.is_ascii_alphabetic()
        || matches!(c, 'ก'..='ะ' | 'เ'..='ๆ' | 'अ'..='ह' | '가'..='힣' | '\u{4E00}'..='\u{9FFF}')
        || matches!(c, 'α'..='ω' | 'Ѐ'..='ҁ' | 'א'..='ת' | 'ء'..='ي')
        || c.is_alphabetic()
}

/// The words of UAX #29 that hold a letter or digit, as
/// `UnicodeSegmentation::unicode_word_indices` finds them, three times as
/// quickly where a text is of ASCII, Latin-1 and curly quotation marks. From a
/// word with any other character to the next white space, which no word goes
/// over, unicode-segmentation itself is asked.
pub(crate) struct Words<'text> {
    slice: &'text str,
    at: usize,
    slow: Option<(usize, UWordBoundIndices<'text>)>,
}

impl<'text> Iterator for Words<'text> {
    type Item = (usize, &'text str);

    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.slice.as_bytes();
        loop {
            if self.slow.is_some()
                && let Some(word) = self.slow_word()
            {
                return Some(word);
            }
            let mut start = self.at;
            let class = loop {
                match class_of(*bytes.get(start)?) {
                    class @ (Class::Letter | Class::Digit | Class::Joiner | Class::Lead) => break class,
                    _ => start += 1,
                }
            };
            let (class, length) = if class == Class::Lead { class_at(bytes, start)? } else { (class, 1) };
            match class {
                Class::Unknown => self.ask(start),
                Class::Letter | Class::Digit | Class::Joiner => {
                    if let Some(word) = self.word(start) {
                        return Some((start, word));
                    }
                }
                _ => self.at = start + length,
            }
        }
    }
}

impl<'text> Words<'text> {
    /// The word that starts at byte `start`. `None` where it has no letter or
    /// digit ("__"), or must be asked for.
    #[inline]
    fn word(&mut self, start: usize) -> Option<&'text str> {
        let bytes = self.slice.as_bytes();
        let at = behind_letters(bytes, start);
        // Most words are ASCII letters and end before a space or comma.
        let ends = |byte: &u8| matches!(class_of(*byte), Class::Space | Class::Other | Class::MidNumber);
        if at > start && bytes.get(at).is_some_and(ends) {
            self.at = at;
            return self.slice.get(start..at);
        }
        self.longer_word(start, at)
    }

    /// The rest of a word of which the letters up to byte `at` are known.
    #[inline(never)]
    fn longer_word(&mut self, start: usize, mut at: usize) -> Option<&'text str> {
        let bytes = self.slice.as_bytes();
        let mut last = if at > start { Class::Letter } else { Class::Joiner };
        let mut printed = at > start;
        while let Some((class, length)) = class_at(bytes, at) {
            match class {
                Class::Letter | Class::Digit | Class::Joiner => {
                    printed |= class != Class::Joiner;
                    last = class;
                    at += length;
                }
                Class::Unknown => {
                    self.ask(start);
                    return None;
                }
                Class::Space | Class::Other | Class::Lead => break,
                Class::Mid | Class::MidLetter | Class::MidNumber => match class_at(bytes, at + length) {
                    Some((Class::Unknown, _)) => {
                        self.ask(start);
                        return None;
                    }
                    Some((next, further)) if joins(last, class, next) => {
                        last = next;
                        at += length + further;
                    }
                    _ => break,
                },
            }
        }
        self.at = at;
        if printed { self.slice.get(start..at) } else { None }
    }

    /// The next word that unicode-segmentation was asked for.
    #[inline(never)]
    fn slow_word(&mut self) -> Option<(usize, &'text str)> {
        let (start, slow) = self.slow.as_mut()?;
        match slow.find(|(_, piece)| piece.has_words()) {
            Some((offset, word)) => Some((*start + offset, word)),
            None => {
                self.slow = None;
                None
            }
        }
    }

    /// Asks unicode-segmentation for the words from `start` to the next white space.
    #[cold]
    fn ask(&mut self, start: usize) {
        let rest = self.slice.as_bytes().get(start..).unwrap_or_default();
        let space = rest.iter().position(|byte| class_of(*byte) == Class::Space);
        self.at = space.map_or(self.slice.len(), |space| start + space);
        let chunk = self.slice.get(start..self.at).unwrap_or_default();
        self.slow = Some((start, chunk.split_word_bound_indices()));
    }
}

/// Whether a mark in the middle joins what stands on both sides: "don’t", "3.14".
fn joins(before: Class, mark: Class, after: Class) -> bool {
    match (before, after) {
        (Class::Letter, Class::Letter) => matches!(mark, Class::Mid | Class::MidLetter),
        (Class::Digit, Class::Digit) => matches!(mark, Class::Mid | Class::MidNumber),
        _ => false,
    }
}

/// An iterator over tokens, made by [`Document::tokens`](crate::Document::tokens).
pub struct Tokens<'text> {
    words: Words<'text>,
    pending: Option<Token>,
    position: usize,
    start: usize,
    end: usize,
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let token = self.pending.take().or_else(|| self.following())?;
        self.position = token.span.end as usize;
        Some(token)
    }
}

impl Tokens<'_> {
    /// The next token; a word behind a separator waits in `pending`.
    fn following(&mut self) -> Option<Token> {
        let word = self.words.next().map(|(offset, word)| {
            let start = self.start + offset;
            Token { span: Span::new(start, start + word.len()), kind: TokenKind::Word }
        });
        let gap_end = word.map_or(self.end, |word| word.span.start as usize);
        if gap_end == self.position {
            return word;
        }
        self.pending = word;
        Some(Token { span: Span::new(self.position, gap_end), kind: TokenKind::Separator })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `fuzz/targets/slowness.rs` found that lines of one Thai letter took 31,000 steps a byte.
    #[test]
    fn letters_that_are_told_at_once_are_letters() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_alphabetic(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
        }
    }

    #[test]
    fn words_are_those_of_unicode_segmentation() {
        let pieces = [
            "«", "»", "¿", "°", "©", "„", "‹", "•", "「", "·", "\u{ad}", "a", "Zoë", "é", "9", "_", "__",
            ":", ",", ";", ".", "'", "’", "‘", "“", "…", "—", "-", " ", "\n", "\t", "\r\n", "\u{301}",
            "\u{200d}", "漢", "か", "カ", "א", "\"", "🎉", "🇦", "ß", "×", "º", "Ω", "ا", "\u{a0}",
            "\u{2028}",
        ];
        // Every text of up to three pieces, and each between letters.
        for one in pieces {
            for two in pieces {
                for three in pieces {
                    for text in [format!("{one}{two}{three}"), format!("x{one}{two}{three}y1")] {
                        let expected: Vec<_> = text.unicode_word_indices().collect();
                        assert_eq!(words(&text).collect::<Vec<_>>(), expected, "{text:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn tokens_tile_the_slice() {
        let text = "xx “It’s 3.14,” she said… 漢字 🎉";
        let pieces: Vec<&str> = tokens(&text[2..], 2).map(|t| t.span.of(text)).collect();
        assert_eq!(pieces.concat(), text[2..]);
        assert_eq!(pieces[..6], [" “", "It’s", " ", "3.14", ",” ", "she"]);
    }
}
