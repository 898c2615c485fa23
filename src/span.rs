//! Places in the text: byte spans inside, UTF-16 offsets outside.

use crate::bytes::units;
use std::ops::Range;

/// A half-open range of bytes of the text: `start` is in, `end` is out.
///
/// Both ends lie on character boundaries of the text they were made from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets. Texts are limited to
    /// [`MAX_TEXT_BYTES`](crate::MAX_TEXT_BYTES), so offsets fit 32 bits;
    /// an end before the start gives an empty span at the start.
    pub fn new(start: usize, end: usize) -> Self {
        let narrow = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Span { start: narrow(start), end: narrow(end.max(start)) }
    }

    /// The bytes covered, as a range.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The number of bytes covered.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether nothing is covered.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether every byte of `other` is covered.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The slice of `text` covered, empty where the span is not of this text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// The span without the white space at its ends.
    pub fn trimmed(self, text: &str) -> Span {
        let slice = self.of(text);
        let start = self.start as usize + (slice.len() - slice.trim_start().len());
        Span::new(start, start + slice.trim().len())
    }
}

/// Converts byte offsets to UTF-16 code units, the indices of JavaScript
/// strings. Made in one forward pass over the text; an answer then costs the
/// same wherever in the text it lies.
///
/// ```
/// let text = "ça 🎉 va";
/// let offsets = nutgraf::Utf16Offsets::new(text);
/// assert_eq!(offsets.at(text, 3), 2); // ç is two bytes, one unit
/// assert_eq!(offsets.at(text, 8), 5); // 🎉 is four bytes, two units
/// ```
#[derive(Clone, Debug)]
pub struct Utf16Offsets {
    /// The units before every [`STRIDE`]th byte; empty for ASCII.
    before: Vec<u32>,
}

/// The bytes between two offsets that are kept: 1.6 % of the text's size.
const STRIDE: usize = 256;

impl Utf16Offsets {
    /// Counts the units of a text.
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Utf16Offsets { before: Vec::new() };
        }
        let mut sum = 0;
        let before = text.as_bytes().chunks(STRIDE).map(|chunk| {
            let before = sum;
            sum += count_units(chunk);
            before
        });
        Utf16Offsets { before: before.collect() }
    }

    /// The number of UTF-16 code units before byte `offset` of `text`, which
    /// must be the text this was made from.
    pub fn at(&self, text: &str, offset: usize) -> usize {
        let stride = offset / STRIDE;
        let Some(before) = self.before.get(stride).or(self.before.last()) else {
            return offset.min(text.len());
        };
        let start = stride.min(self.before.len() - 1) * STRIDE;
        let passed = text.as_bytes().get(start..offset.min(text.len()));
        *before as usize + count_units(passed.unwrap_or_default()) as usize
    }
}

/// The UTF-16 units that UTF-8 bytes bring: lead bytes bring their whole character's,
/// continuation bytes none.
fn count_units(bytes: &[u8]) -> u32 {
    let (eights, rest) = bytes.as_chunks::<8>();
    let of = |eight: &[u8; 8]| units(u64::from_le_bytes(*eight));
    let few = rest.iter().fold(0, |few, byte| few << 8 | u64::from(*byte));
    // A byte 0 is a character.
    eights.iter().map(of).sum::<u32>() + units(few) - (8 - rest.len() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_agree_with_the_standard_library() {
        let text = "ASCII, ça, 漢字, 🎉🎉, e\u{301}nd. ".repeat(40);
        for text in [text.as_str(), "", "plain"] {
            let offsets = Utf16Offsets::new(text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                assert_eq!(offsets.at(text, byte), text[..byte].encode_utf16().count());
            }
        }
    }

    #[test]
    fn trimming_keeps_only_what_is_printed() {
        let text = "  one two\u{a0}\n";
        assert_eq!(Span::new(0, text.len()).trimmed(text).of(text), "one two");
        assert!(Span::new(0, 2).trimmed(text).is_empty());
    }
}
