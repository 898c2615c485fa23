//! Sentences without a mark at their end. Thai and Lao write a space where a phrase ends: a sentence
//! is a group of phrases of a sensible length that ends before a word that opens one. What machines
//! write down of what is said has no marks: a sentence is a clause.

use super::token::{self, is_alphabetic};
use crate::Span;
use crate::find::{DIGITS, Marked, before, behind, is_longer};
use crate::language::{Leaning, Lexicon, Script, lower};

/// Adds a sentence, or its parts where it has no mark at its end.
pub(super) fn split(text: &str, sentence: Span, lexicon: &Lexicon, sentences: &mut Vec<Span>) {
    let slice = sentence.of(text);
    let ends = match lexicon.script() {
        Script::Thai | Script::Lao => groups(slice),
        _ if is_spoken(slice) => clauses(slice, lexicon),
        _ => return sentences.push(sentence),
    };
    let mut start = sentence.start as usize;
    for end in ends.into_iter().chain([slice.len()]) {
        let end = sentence.start as usize + end;
        sentences.extend([Span::new(start, end).trimmed(text)].into_iter().filter(|part| !part.is_empty()));
        start = end;
    }
}

/// The characters that a group has at least before any phrase may open the next.
const LONG: usize = 60;

/// Those that it has at least before a phrase with an opening word does.
const SHORT: usize = 24;

/// What a phrase begins with that goes on: "และ" (and), "ซึ่ง" (which).
const GOES_ON: &str = "และ|โดย|ซึ่ง|เช่น|หรือ|คือ|ถึง|ได้|เป็น|ของ|ๆ|ฯ|วัน|กัน|นี้|คน";

/// What a phrase begins with that opens a sentence: "อย่างไรก็ตาม" (however),
/// "เขา" (he).
const OPENS: &str = "อย่าง|นอกจาก|เมื่อ|เขา|เรา|ฉัน|พวก|ในปี|นี่|เธอ|ผม|ดังนั้น|ในที่";

/// What a phrase ends with that ends a sentence: "กล่าว" (said).
const ENDS: &str = "กล่าว|ด้วย|ครับ|ค่ะ";

/// Where the groups of phrases of a sentence end, but for the last.
fn groups(slice: &str) -> Vec<usize> {
    let mut groups = Vec::new();
    let (mut length, mut depth) = (0, 0i32);
    let mut at = 0;
    for phrase in slice.split_inclusive(' ') {
        at += phrase.len();
        length += phrase.count_chars();
        for mark in phrase.chars() {
            depth += match mark {
                '“' | '(' | '[' | '«' => 1,
                '”' | ')' | ']' | '»' => -1,
                _ => 0,
            };
        }
        let next = slice.tail(at);
        if depth <= 0 && !next.trim().is_empty() && ends(phrase.trim(), next, length) {
            groups.push(at);
            (length, depth) = (0, 0);
        }
    }
    groups
}

/// Whether a group that ends with a phrase ends there.
fn ends(phrase: &str, next: &str, length: usize) -> bool {
    let begins = |words| behind(next, words).is_some();
    let numbered = next.first_char().is_some_and(|c| !is_alphabetic(c) && !matches!(c, '“' | '"'))
        || phrase.ends_in_mark(DIGITS);
    if begins(GOES_ON) || numbered {
        return false;
    }
    let sure = begins(OPENS) || before(phrase, ENDS).is_some();
    length >= if sure { SHORT } else { LONG }
}

/// The words of a sentence without a mark at most.
const LONGEST: usize = 40;

/// The marks that words have behind them in what is written.
const MARKS: &str = ".!?…,;:—–)]”»\"،؛؟۔।。";

/// Whether a sentence is what a machine wrote down of what was said: long, and without marks.
#[inline(never)]
fn is_spoken(slice: &str) -> bool {
    let letter = |word: &str| word.as_bytes().last().is_some_and(u8::is_ascii_alphanumeric);
    let marked = |word: &str| !letter(word) && word.before_marks("'’").ends_in_mark(MARKS);
    if marked(slice) || !is_longer(slice, LONGEST) {
        return false;
    }
    let count = |(words, marks), word| (words + 1, marks + usize::from(marked(word)));
    let (words, marks) = slice.split_whitespace().fold((0, 0), count);
    LONGEST * marks < words
}

/// The words that a clause has at least before one that says who does something, and before any.
const LEAST_WORDS: usize = 9;
const MOST_WORDS: usize = 21;

/// Where the clauses of what is said end, but for the last: before a word that ties the next to
/// them. "and you end up with a brick"
fn clauses(slice: &str, lexicon: &Lexicon) -> Vec<usize> {
    let mut clauses = Vec::new();
    let (mut count, mut tied) = (0, None);
    for (at, word) in token::words(slice) {
        count += 1;
        if count < LEAST_WORDS {
            continue;
        }
        let classes = lexicon.classes(&lower(word));
        let leans = |how| lexicon.leaning(slice.tail(at)) == Some(how);
        if let Some(tie) =
            tied.filter(|_| count > MOST_WORDS || classes.is_person() || leans(Leaning::Mention))
        {
            clauses.push(tie);
            (count, tied) = (2, None);
        } else if count > LONGEST && slice.head(at).ends_with('\n') && !word.opens_with_mark(DIGITS) {
            // A line, behind its time if it has one.
            clauses.push(at);
            (count, tied) = (1, None);
        } else {
            // "as well", "once again"
            tied = (classes.is_stop_word() && leans(Leaning::Connective)).then_some(at);
        }
    }
    clauses
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    /// A sentence's parts in English.
    fn parts(text: &str) -> Vec<&str> {
        let mut sentences = Vec::new();
        split(text, Span::new(0, text.len()), Language::English.lexicon(), &mut sentences);
        sentences.into_iter().map(|part| part.of(text)).collect()
    }

    #[test]
    fn what_is_said_without_marks_is_clauses() {
        let said = "we bought the old boat in the spring of last year and it cost us more than we had \
            because nobody told us about the engine so we sold the car and the piano as well and then the office \
            wanted a paper that we did not have";
        let clauses = [
            "we bought the old boat in the spring of last year",
            "and it cost us more than we had because nobody told us about the engine",
            "so we sold the car and the piano as well and then the office wanted a paper that we did not have",
        ];
        assert_eq!(parts(said), clauses);
        let written = [said, "."].concat();
        assert_eq!(parts(&written), [&*written], "a long sentence with its mark");
        let listed = said.replace(" and", ", and");
        assert_eq!(parts(&listed), [&*listed], "what has commas is written");
        let short = said.head(180);
        assert_eq!(parts(short), [short]);
    }

    #[test]
    fn a_long_clause_ends_with_a_line_behind_its_time() {
        let line = "the boat goes out at six in the morning\n0:21\n";
        let lines = line.repeat(8);
        let parts = parts(lines.trim());
        assert_eq!(parts.len(), 2);
        assert!(parts.iter().all(|part| part.starts_with("the boat") && part.ends_with("0:21")), "{parts:?}");
    }

    #[test]
    fn no_group_ends_within_marks() {
        let inside = "เรือข้ามฟากลำแรกของวันมาถึงท่าเรือในเวลาเช้ามืดของวันจันทร์ เขารอเรืออยู่ที่ท่าเรือตั้งแต่เช้ามืด เขากลับบ้าน";
        let behind = "เขานอนหลับไปจนถึงเย็นของวันนั้นในบ้านหลังเก่าริมแม่น้ำ";
        for (open, close) in [("(", ")"), ("“", "”"), ("", "")] {
            let whole = [open, inside, close].concat();
            let text = [&whole, " ", behind].concat();
            let first = text.head(groups(&text).first().copied().unwrap_or_default()).trim_end();
            assert_eq!(first == whole, !open.is_empty(), "{first}");
            assert!(first.len() > 60, "{first}");
        }
    }
}
