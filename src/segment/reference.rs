//! Reference marks: "[12]", "[citation needed]", "¹". They belong to the
//! sentence before them and are not shown.

use super::cue;
use super::token::{is_alphabetic, is_alphanumeric};
use crate::Span;
use crate::find::{DIGITS, Marked, has, places};
use crate::language::{Lexicon, Script, is_lowercase, lower};
use memchr::memchr3;

/// The longest mark, in bytes.
const LONGEST: usize = 80;

/// One past the reference mark in brackets at byte `at`.
pub(crate) fn bracketed(text: &str, at: usize, lexicon: &Lexicon) -> Option<usize> {
    let bytes = text.as_bytes();
    if bytes.get(at) != Some(&b'[') {
        return None;
    }
    let length = bytes.get(at + 1..)?.iter().take(LONGEST).position(|byte| *byte == b']')?;
    let inside = text.tail(at + 1).head(length);
    // "a list like [[1, 2], [3, 4]]"
    let nested = text.head(at).ends_with('[') || bytes.get(at + length + 2) == Some(&b']');
    let mut figures = 0;
    let in_number = |c: char| {
        figures = if c.is_ascii_digit() { figures + 1 } else { 0 };
        matches!(figures, 1..=3) || matches!(c, ',' | '-' | '–' | ' ')
    };
    let numbers = inside.has_mark(DIGITS) && inside.chars().all(in_number);
    // "early[a] versions", but "“[a] man”".
    let letter = inside.len() == 1 && inside.bytes().all(|byte| byte.is_ascii_lowercase());
    let before = text.head(at).last_char();
    let attached =
        before.is_some_and(|c| is_alphanumeric(c) || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')'));
    // "Geschichte[Bearbeiten | Quelltext bearbeiten]"
    let edits = attached && has(inside, " | ");
    // "[Marx and Engels Reader, p. 566]"
    let cited = inside.ends_in_mark(DIGITS) && has(inside, "p. ");
    let mark =
        numbers || edits || cited || letter && attached || lexicon.is_editorial(&without_number(inside));
    (mark && !nested).then_some(at + length + 2)
}

/// "Note 3" as "note".
fn without_number(inside: &str) -> String {
    lower(inside.before_marks("0123456789 ")).into_owned()
}

/// A text before the marks at its end: "… but for the war.[1][2]"
pub(super) fn before(slice: &str) -> &str {
    if slice.ends_with(']') { slice.before_marks("[]0123456789") } else { slice }
}

/// One past the superscript figures at byte `at`, where they are a mark:
/// "the river.¹", "the harbour¹²", but "40 m²".
fn superscript(text: &str, at: usize) -> Option<usize> {
    let rest = text.tail(at);
    let figures = rest.len() - rest.behind_marks(SUPERSCRIPTS).len();
    let before = text.head(at);
    let word = || before.chars().rev().take(4).filter(|c| is_lowercase(*c)).count() == 4;
    (figures > 0 && (before.ends_in_mark(".,;:!?”\")’") || word())).then_some(at + figures)
}

const SUPERSCRIPTS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/// One past the reference marks at byte `at`, and the spaces between them.
pub(crate) fn marks(text: &str, at: usize, lexicon: &Lexicon) -> Option<usize> {
    let one = |at: usize| bracketed(text, at, lexicon).or_else(|| superscript(text, at));
    let mut end = one(at)?;
    loop {
        let rest = text.tail(end);
        let spaces = rest.len() - rest.behind_marks(" ").len();
        match one(end + spaces) {
            Some(next) => end = next,
            None => return Some(end),
        }
    }
}

/// What is shown of a span: the pieces between its reference marks, which read
/// one behind the other without anything between.
pub(crate) fn parts(text: &str, span: Span, lexicon: &Lexicon) -> Vec<Span> {
    let mut parts = Vec::new();
    let (mut start, mut at) = (span.start as usize, span.start as usize);
    let end = span.end as usize;
    // The lead byte of a superscript is 0xC2 or 0xE2, and few others have those.
    while let Some(found) = text.as_bytes().get(at..end).and_then(next_mark) {
        at += found;
        let Some(behind) = marks(text, at, lexicon).filter(|behind| *behind <= end) else {
            at += 1;
            continue;
        };
        let before = Span::new(start, at).of(text);
        let spaced = before.trim_end().len() < before.len();
        let rest = Span::new(behind, end).of(text);
        // "the method [12] is", "as shown in [12]": the last is a word of its sentence.
        let before = before.trim_end();
        // Asked for behind a space alone: a text without spaces would be one word for each of its marks.
        let governs = || {
            let last = lexicon.classes(&lower(before.last_word()));
            last.is_stop_word() && !last.is_cue_verb()
        };
        let governed = spaced && governs();
        let separate = rest.first_char().is_some_and(|c| !is_alphanumeric(c)) || rest.is_empty();
        if governed || !separate {
            at = behind;
            continue;
        }
        push(text, Span::new(start, at), spaced, &mut parts);
        start = if before.is_empty() { behind + rest.len() - rest.trim_start().len() } else { behind };
        at = behind;
    }
    push(text, Span::new(start, end), false, &mut parts);
    if parts.is_empty() {
        parts.push(span); // nothing but marks
    }
    parts
}

/// Adds a piece; `spaced` takes the space before a mark with it. The ">" of
/// quoted lines is left out too, and so is what the end of a line put into a word.
fn push(text: &str, piece: Span, spaced: bool, parts: &mut Vec<Span>) {
    let slice = piece.of(text);
    let end = if spaced { slice.trim_end().len() } else { slice.len() };
    let slice = slice.head(end);
    let mut from = 0;
    for end in places(b'\n', slice.as_bytes()) {
        let (line, rest) = slice.split_at_checked(end + 1).unwrap_or_default();
        let said = cue::behind(rest).behind_marks(" \t>");
        let signed = said.len() < rest.behind_marks(" \t").len();
        let shown = if signed { Some(line.len()) } else { joined(text, line, said) };
        if let Some(shown) = shown.filter(|shown| *shown > from) {
            parts.push(Span::new(piece.start as usize + from, piece.start as usize + shown));
            from = slice.len() - said.len();
        }
    }
    if end > from {
        parts.push(Span::new(piece.start as usize + from, piece.start as usize + end));
    }
}

/// The characters of a text in which a word that a line's end parts is looked for.
const NEAR: usize = 1 << 11;

/// The bytes at each side of its hyphen that tell it.
const TOLD: usize = 4;

/// The bytes of a line that are shown before the next one where no space parts them: "likeli-⏎hood",
/// "港⏎を出て". A hyphen that the text has elsewhere, too, is the word's own: "well-⏎known".
fn joined(text: &str, line: &str, next: &str) -> Option<usize> {
    let line = line.trim_end();
    if line.last_char().is_some_and(is_unspaced) && next.first_char().is_some_and(is_unspaced) {
        return Some(line.len());
    }
    let word = line
        .strip_suffix(['-', '\u{2010}', '\u{AD}'])
        .filter(|word| word.last_char().is_some_and(is_alphabetic))?;
    if !next.opens_small() {
        return None;
    }
    let near = text.head(NEAR);
    let (end, beginning) = (word.tail(word.len().saturating_sub(TOLD)), next.head(TOLD));
    let own = places(b'-', near.as_bytes())
        .any(|at| near.head(at).ends_with(end) && near.tail(at + 1).starts_with(beginning));
    Some(if own { line.len() } else { word.len() })
}

/// Whether a character is of a script that writes no spaces, or one of its marks.
fn is_unspaced(c: char) -> bool {
    Script::of(c).is_some_and(Script::is_unspaced)
        || matches!(c, '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FF60}')
}

fn next_mark(bytes: &[u8]) -> Option<usize> {
    memchr3(b'[', 0xC2, 0xE2, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    fn shown(text: &str) -> String {
        let pieces = parts(text, Span::new(0, text.len()), Language::English.lexicon());
        pieces.into_iter().map(|part| part.of(text)).collect()
    }

    #[test]
    fn marks_are_not_shown() {
        for (text, expected) in [
            ("It sank.[12]", "It sank."),
            ("It sank,[12][13] they say.", "It sank, they say."),
            ("It sank [12], they say [note 3].", "It sank, they say."),
            ("[3] [4] Marbles is the first.", "Marbles is the first."),
            ("The harbour¹² was dry.³", "The harbour was dry."),
            ("It sank.[citation needed] [who?]", "It sank."),
            ("Early[a] boats", "Early boats"),
            (
                "It is the likeli-\nhood of a well-\nknown, a well-known one.",
                "It is the likelihood of a well-known, a well-known one.",
            ),
            ("船は港\nを出て、\nその。", "船は港を出て、その。"),
            ("The boat\n> is back,\n > > they say.", "The boat\nis back,\nthey say."),
            ("The boat\n[0:03] is back,\n0:00:09 they say.", "The boat\nis back,\nthey say."),
            ("The boat\n\n2\n0:03 --> 0:07\nis back,\n0:09\n\nthey say.", "The boat\nis back,\nthey say."),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn what_belongs_to_the_sentence_stays() {
        for text in [
            "“[Eloise] just never understood.”",
            "as shown in [12].",
            "A list like [[1, 2], [3, 4]] is nested.",
            "40 m² of deck",
            "a “[a] man”",
            "x[1024]",
            "3 > 2\nand 2 > 1",
            "It leaves at\n12:30 for Harlow.",
            "It sank\n12\ntimes.",
            "[sic]",
        ] {
            assert_eq!(shown(text), text);
        }
    }
}
