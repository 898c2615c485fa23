//! Sentences of scripts that write a space where a phrase ends and no mark where
//! a sentence does: Thai and Lao. A sentence is a group of phrases of a sensible
//! length that ends before a word that opens one.

use super::token::is_alphabetic;
use crate::Span;
use crate::find::{DIGITS, Marked, before, behind};

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

/// The groups of phrases of a sentence.
pub(super) fn groups(text: &str, whole: Span) -> Vec<Span> {
    let slice = whole.of(text);
    let mut groups = Vec::new();
    let (mut start, mut length, mut depth) = (0, 0, 0i32);
    let mut at = 0;
    for phrase in slice.split_inclusive(' ') {
        at += phrase.len();
        length += phrase.chars().count();
        for mark in phrase.chars() {
            depth += match mark {
                '“' | '(' | '[' | '«' => 1,
                '”' | ')' | ']' | '»' => -1,
                _ => 0,
            };
        }
        let next = slice.tail(at);
        if depth <= 0 && !next.trim().is_empty() && ends(phrase.trim(), next, length) {
            groups.push(Span::new(start, at));
            (start, length, depth) = (at, 0, 0);
        }
    }
    groups.push(Span::new(start, slice.len()));
    let moved = |group: Span| {
        Span::new(whole.start as usize + group.start as usize, whole.start as usize + group.end as usize)
    };
    groups.into_iter().map(|group| moved(group).trimmed(text)).filter(|group| !group.is_empty()).collect()
}

/// Whether a group that ends with a phrase ends there.
fn ends(phrase: &str, next: &str, length: usize) -> bool {
    let begins = |words| behind(next, words).is_some();
    let numbered = next.starts_with(|c: char| !is_alphabetic(c) && !matches!(c, '“' | '"'))
        || phrase.ends_in_mark(DIGITS);
    if begins(GOES_ON) || numbered {
        return false;
    }
    let sure = begins(OPENS) || before(phrase, ENDS).is_some();
    length >= if sure { SHORT } else { LONG }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_group_ends_within_marks() {
        let inside = "เรือข้ามฟากลำแรกของวันมาถึงท่าเรือในเวลาเช้ามืดของวันจันทร์ เขารอเรืออยู่ที่ท่าเรือตั้งแต่เช้ามืด เขากลับบ้าน";
        let behind = "เขานอนหลับไปจนถึงเย็นของวันนั้นในบ้านหลังเก่าริมแม่น้ำ";
        for (open, close) in [("(", ")"), ("“", "”"), ("", "")] {
            let whole = [open, inside, close].concat();
            let text = [&whole, " ", behind].concat();
            let groups = groups(&text, Span::new(0, text.len()));
            let first = groups.first().map_or("", |group| group.of(&text));
            assert_eq!(first == whole, !open.is_empty(), "{first}");
            assert!(first.len() > 60, "{first}");
        }
    }
}
