//! What a text takes up of a heading's words.

use super::block::LONGEST_HEADING;
use super::token;
use super::token::is_alphabetic;
use crate::Span;
use crate::find::{DIGITS, Marked, has, places};
use crate::language::{Lexicon, Script, lower};

/// The text behind a span.
pub(super) fn after(text: &str, span: Span) -> &str {
    Span::new(span.end as usize, text.len()).of(text)
}

/// The number that a line opens with as a section does: "6", "6.9.", "B.3".
#[inline(never)]
pub(super) fn number(line: &str) -> &str {
    // Most lines begin otherwise.
    if !line.first_char().is_some_and(|c| c.is_ascii_digit() || c.is_ascii_uppercase()) {
        return "";
    }
    let number = line.first_word();
    let bare = number.before_marks(".");
    let figures = number.tail(1).behind_marks("0123456789.").is_empty() && bare.ends_in_mark(DIGITS);
    let told = figures && (bare.has_mark(".") || number.opens_with_mark(DIGITS));
    if told { number } else { "" }
}

/// The same where the section is a part of another: "6.9.".
pub(super) fn section_number(line: &str) -> &str {
    let number = number(line);
    if number.before_marks(".").has_mark(".") { number } else { "" }
}

/// The bytes of the number that a clause of a contract opens with, and of the space behind it: "3.2 You keep all
/// rights", and not "3.5 Millionen Franken", "10.15 The council meets".
pub(crate) fn clause_number(line: &str, lexicon: &Lexicon) -> Option<usize> {
    let number = section_number(line);
    let last = number.before_marks(".").behind_last(".");
    let rest = line.tail(number.len()).trim_start();
    let word = rest.first_word();
    let clause = last.len() == 1 && word.opens_capital() && lexicon.is_stop_word(&lower(word));
    clause.then_some(line.len() - rest.len())
}

/// How far behind a heading of plain text what it heads takes it up, in bytes.
pub(super) const HEADED: usize = 1200;

/// The letters of a word that are looked for: "Ferries" are taken up by "ferry". A
/// syllable of Hangul is a character: 여객선이, 여객선을.
const TAKEN_UP: usize = 4;
const SYLLABLES_TAKEN_UP: usize = 2;

/// Whether a text takes up a content word of a heading, in any form.
pub(super) fn recurs(heading: &str, text: &str, lexicon: &Lexicon) -> bool {
    taken_up(heading, text, lexicon, 1) > 0
}

/// How many content words of a heading a text takes up, in any form: `most` at most.
pub(super) fn taken_up(heading: &str, text: &str, lexicon: &Lexicon, most: usize) -> usize {
    if !lexicon.knows_stop_words() {
        return most;
    }
    if lexicon.script().is_unspaced() {
        // "渡轮四年后重返港口": any two characters.
        let starts = heading.char_indices().map(|(at, _)| at);
        let pair = |at: usize| {
            let pair = heading.tail(at).first_chars(2);
            pair.has_more(1).then_some(pair)
        };
        let pairs = starts.filter_map(pair).take(LONGEST_HEADING);
        return pairs.filter(|pair| has(text, pair)).take(most).count();
    }
    let taken = if lexicon.script() == Script::Hangul { SYLLABLES_TAKEN_UP } else { TAKEN_UP };
    let recurs = |word: &str| {
        let listed = lower(word);
        // Accents that are characters of their own are so in the text.
        let form = if listed.len() < word.len() { &*word.to_ascii_lowercase() } else { &listed };
        listed.chars().nth(1).is_some_and(is_alphabetic)
            && !lexicon.is_stop_word(&listed)
            && begins_word(text, form.first_chars(taken))
    };
    token::words(heading).filter(|(_, word)| recurs(word)).take(most).count()
}

/// The letters of English by frequency, the most frequent first. In other
/// languages the order costs only time.
const FREQUENT: &[u8] = b"etaoinshrdlcumwfgypbvkjxqz";

/// Whether a word of a text begins with a stem, with or without a capital. The
/// stem's rarest byte is looked for, as libraries that search for words do.
fn begins_word(text: &str, stem: &str) -> bool {
    let (bytes, stem) = (text.as_bytes(), stem.as_bytes());
    let rarity = |byte: u8| FREQUENT.iter().position(|letter| *letter == byte).unwrap_or(FREQUENT.len());
    let rarest = stem.iter().copied().enumerate().skip(1).max_by_key(|(_, byte)| rarity(*byte));
    let (Some((offset, rare)), Some((first, rest))) = (rarest, stem.split_first()) else { return false };
    places(rare, bytes).filter_map(|at| at.checked_sub(offset)).any(|at| {
        // A byte of a longer character is a letter here.
        let letter = |byte: &u8| byte.is_ascii_alphanumeric() || *byte >= 0x80;
        let inside = at.checked_sub(1).and_then(|before| bytes.get(before)).is_some_and(letter);
        !inside
            && bytes.get(at).is_some_and(|letter| letter.to_ascii_lowercase() == *first)
            && bytes.get(at + 1..at + stem.len()).is_some_and(|letters| letters == rest)
    })
}

#[cfg(test)]
mod tests {
    use super::{begins_word, clause_number};
    use crate::Language;

    #[test]
    fn a_stem_begins_a_word_with_or_without_a_capital() {
        assert!(begins_word("The Ferry", "ferr") && begins_word("ferries", "ferr"));
        assert!(begins_word("a jazz band", "jazz") && begins_word("Ünder", "Ünde"));
        for text in ["sferries", "2ferries", "éferries", "fer ries", "", "ferr"] {
            assert_eq!(begins_word(text, "ferr"), text == "ferr", "{text}");
        }
    }

    #[test]
    fn a_clause_of_a_contract_has_a_number() {
        let english = Language::English.lexicon();
        for (number, clause) in [("3.2 ", "You keep all rights."), ("1.10.4. ", "The user pays.")] {
            assert_eq!(clause_number(&[number, clause].concat(), english), Some(number.len()), "{clause}");
        }
        let others = [
            "3.5 million people",
            "3.5 Stars",
            "10.15 The council meets",
            "3. You pay",
            "2.500 Menschen",
            "3.2",
            "",
        ];
        for text in others {
            assert_eq!(clause_number(text, english), None, "{text}");
        }
    }
}
