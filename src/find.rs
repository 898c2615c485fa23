//! Words in a text, and words and marks at its ends. The standard library's two-way search
//! is for long needles, and would be 2.6 kB of the module; ours are short.

use crate::language::{is_lowercase, is_uppercase};
use crate::segment::token::{is_alphabetic, is_alphanumeric};
use memchr::{memchr, memchr2_iter};

/// Where words begin in a text first.
pub(crate) fn find(text: &str, words: &str) -> Option<usize> {
    let (text, words) = (text.as_bytes(), words.as_bytes());
    let begins = |at: &usize| text.get(*at..).is_some_and(|rest| rest.starts_with(words));
    places(*words.first()?, text).find(begins)
}

/// Whether a text has words.
pub(crate) fn has(text: &str, words: &str) -> bool {
    find(text, words).is_some()
}

/// Whether a word is one of some in lower case, whatever capitals of ASCII it has. Spaces stand
/// between them: a table of their places would be 1 kB of the module.
#[inline(never)]
pub(crate) fn is_among(word: &str, words: &str) -> bool {
    let (word, words) = (word.as_bytes(), words.as_bytes());
    let ends = |at: usize| words.get(at).is_none_or(|byte| *byte == b' ');
    let begins = |at: usize| at.checked_sub(1).is_none_or(&ends);
    let is_here =
        |at: usize| words.get(at..at + word.len()).is_some_and(|here| here.eq_ignore_ascii_case(word));
    let Some(first) = word.first() else { return false };
    places(first.to_ascii_lowercase(), words).any(|at| begins(at) && ends(at + word.len()) && is_here(at))
}

/// Whether a text has a time of day: "9:12", "[09:12:30]".
pub(crate) fn has_clock(text: &str) -> bool {
    text.as_bytes().windows(3).any(|three| matches!(three, [b'0'..=b'9', b':', b'0'..=b'9']))
}

/// Whether a text has one of some words, between which stands "|".
#[inline(never)]
pub(crate) fn has_any(text: &str, words: &str) -> bool {
    words.split('|').any(|words| has(text, words))
}

/// Whether a text has more than so many words, by its white space.
#[inline(never)]
pub(crate) fn is_longer(text: &str, words: usize) -> bool {
    text.split_whitespace().nth(words).is_some()
}

/// What stands behind the first of some words that a text begins with, between which stands "|".
#[inline(never)]
pub(crate) fn behind<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let begins = |at: &usize| at.checked_sub(1).is_none_or(|bar| words.as_bytes().get(bar) == Some(&b'|'));
    let mut places = places(*text.as_bytes().first()?, words.as_bytes()).filter(begins);
    places.find_map(|at| text.strip_prefix(words.get(at..)?.up_to("|")))
}

/// What stands before the first of some words that a text ends with, between which stands "|".
#[inline(never)]
pub(crate) fn before<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    words.split('|').filter(|words| !words.is_empty()).find_map(|words| text.strip_suffix(words))
}

/// Where a byte stands first: a copy of the search for each place that asks would be 0.1 kB.
#[inline(never)]
pub(crate) fn place(byte: u8, bytes: &[u8]) -> Option<usize> {
    memchr(byte, bytes)
}

/// Where a byte stands.
pub(crate) fn places(byte: u8, bytes: &[u8]) -> impl Iterator<Item = usize> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + place(byte, bytes.get(from..)?)?;
        from = at + 1;
        Some(at)
    })
}

/// How often either of two bytes of ASCII stands in a text.
#[inline(never)]
pub(crate) fn count(text: &str, one: u8, other: u8) -> usize {
    memchr2_iter(one, other, text.as_bytes()).count()
}

/// The figures of ASCII.
pub(crate) const DIGITS: &str = "0123456789";

/// What may close behind the stop of a sentence: “ in German, « in Danish.
pub(crate) const CLOSERS: &str = "\"”“»«’‘')」』";

/// Marks and characters at the ends of a short text, or in it: a copy of the comparison for each place
/// that asks would be 1 kB of the module, and as much one of what makes characters of bytes.
pub(crate) trait Marked {
    /// Whether one of these, which are no letters, stands in the text.
    fn has_mark(&self, marks: &str) -> bool;
    /// Whether the text ends with one of these.
    fn ends_in_mark(&self, marks: &str) -> bool;
    /// Whether the text begins with one of these.
    fn opens_with_mark(&self, marks: &str) -> bool;
    /// Whether the text has a small letter.
    fn has_small(&self) -> bool;
    /// Whether the text has a letter or a figure.
    fn has_words(&self) -> bool;
    /// Whether the text has a letter.
    fn has_letter(&self) -> bool;
    /// The first character.
    fn first_char(&self) -> Option<char>;
    /// The last character.
    fn last_char(&self) -> Option<char>;
    /// Whether the text has more than so many characters.
    fn has_more(&self, than: usize) -> bool;
    /// The number of characters.
    fn count_chars(&self) -> usize;
    /// The first characters, so many.
    fn first_chars(&self, count: usize) -> &str;
    /// Whether all characters are such ones.
    fn is_all(&self, such: fn(char) -> bool) -> bool;
    /// Whether the text begins with a small letter.
    fn opens_small(&self) -> bool;
    /// Whether the text begins with a capital.
    fn opens_capital(&self) -> bool;
    /// The text without these, which are no letters, at its start.
    fn behind_marks(&self, marks: &str) -> &str;
    /// The text without these, which are no letters, at its end.
    fn before_marks(&self, marks: &str) -> &str;
    /// The text up to a byte, or up to the character that it stands in.
    fn head(&self, at: usize) -> &str;
    /// The text from a byte on, nothing where no character begins there.
    fn tail(&self, at: usize) -> &str;
    /// The text up to the first of these, which are no letters, or all of it.
    fn up_to(&self, marks: &str) -> &str;
    /// The text behind the last of these, or all of it.
    fn behind_last(&self, marks: &str) -> &str;
    /// The text from its first letter to its last.
    fn bare(&self) -> &str;
    /// What stands behind its last white space.
    fn last_word(&self) -> &str;
    /// What stands before its first white space, but for what it begins with.
    fn first_word(&self) -> &str;
}

impl Marked for str {
    #[inline(never)]
    fn has_mark(&self, marks: &str) -> bool {
        self.chars().any(|c| !c.is_ascii_alphabetic() && is_of(c, marks))
    }

    #[inline(never)]
    fn ends_in_mark(&self, marks: &str) -> bool {
        self.chars().next_back().is_some_and(|last| is_of(last, marks))
    }

    #[inline(never)]
    fn opens_with_mark(&self, marks: &str) -> bool {
        self.chars().next().is_some_and(|first| is_of(first, marks))
    }

    #[inline(never)]
    fn has_small(&self) -> bool {
        self.chars().any(is_lowercase)
    }

    #[inline(never)]
    fn has_words(&self) -> bool {
        self.chars().any(is_alphanumeric)
    }

    #[inline(never)]
    fn has_letter(&self) -> bool {
        self.chars().any(is_alphabetic)
    }

    #[inline(never)]
    fn first_char(&self) -> Option<char> {
        self.chars().next()
    }

    #[inline(never)]
    fn last_char(&self) -> Option<char> {
        self.chars().next_back()
    }

    #[inline(never)]
    fn has_more(&self, than: usize) -> bool {
        self.chars().nth(than).is_some()
    }

    #[inline(never)]
    fn count_chars(&self) -> usize {
        (0..self.len()).filter(|at| self.is_char_boundary(*at)).count()
    }

    #[inline(never)]
    fn first_chars(&self, count: usize) -> &str {
        let end = self.char_indices().nth(count);
        end.and_then(|(end, _)| self.get(..end)).unwrap_or(self)
    }

    #[inline(never)]
    fn is_all(&self, such: fn(char) -> bool) -> bool {
        self.chars().all(such)
    }

    #[inline(never)]
    fn opens_small(&self) -> bool {
        self.chars().next().is_some_and(is_lowercase)
    }

    #[inline(never)]
    fn opens_capital(&self) -> bool {
        self.chars().next().is_some_and(is_uppercase)
    }

    #[inline(never)]
    fn behind_marks(&self, marks: &str) -> &str {
        // A letter is none, and most texts begin and end with one.
        match self.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) {
            true => self,
            false => self.trim_start_matches(|c| is_of(c, marks)),
        }
    }

    #[inline(never)]
    fn before_marks(&self, marks: &str) -> &str {
        match self.as_bytes().last().is_some_and(u8::is_ascii_alphabetic) {
            true => self,
            false => self.trim_end_matches(|c| is_of(c, marks)),
        }
    }

    #[inline(never)]
    fn head(&self, at: usize) -> &str {
        self.get(..self.floor_char_boundary(at)).unwrap_or_default()
    }

    #[inline(never)]
    fn tail(&self, at: usize) -> &str {
        self.get(at..).unwrap_or_default()
    }

    #[inline(never)]
    fn up_to(&self, marks: &str) -> &str {
        let wide = !marks.is_ascii();
        let begins = |at: usize| self.tail(at).opens_with_mark(marks);
        let is_mark = |(at, byte): (usize, u8)| match byte {
            b'a'..=b'z' => false,
            ..0x80 => marks.as_bytes().contains(&byte),
            _ => wide && begins(at),
        };
        let end = self.bytes().enumerate().position(is_mark);
        end.and_then(|end| self.get(..end)).unwrap_or(self)
    }

    #[inline(never)]
    fn behind_last(&self, marks: &str) -> &str {
        self.tail(self.trim_end_matches(|c| !is_of(c, marks)).len())
    }

    #[inline(never)]
    fn last_word(&self) -> &str {
        self.tail(self.trim_end_matches(|c: char| !c.is_whitespace()).len())
    }

    #[inline(never)]
    fn first_word(&self) -> &str {
        self.split_whitespace().next().unwrap_or_default()
    }

    #[inline(never)]
    fn bare(&self) -> &str {
        self.trim_matches(|c: char| !is_alphabetic(c))
    }
}

fn is_of(c: char, marks: &str) -> bool {
    match u8::try_from(c) {
        Ok(byte) if byte.is_ascii() => marks.as_bytes().contains(&byte),
        // A letter of another script has no byte in common with most lists of marks.
        _ => {
            c.encode_utf8(&mut [0; 4]).bytes().next().is_some_and(|lead| marks.as_bytes().contains(&lead))
                && marks.chars().any(|mark| mark == c)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Marked, before, behind, find, has_clock, is_among};

    #[test]
    fn words_are_found_where_they_begin_first() {
        assert_eq!(find("the ferry, the ferry", "ferry"), Some(4));
        assert_eq!(find("aab", "ab"), Some(1));
        assert_eq!(find("čas", "s"), Some(3));
        assert_eq!(find("ferry", "ferry boat"), None);
        assert_eq!(find("", "a"), None);
    }

    #[test]
    fn a_word_is_among_others_only_if_whole() {
        for word in ["said", "Told", "d'après", "WROTE"] {
            assert!(is_among(word, "said told d'après wrote"), "{word}");
        }
        for word in ["sai", "aid", "old", "wrote ", "", "asked"] {
            assert!(!is_among(word, "said told d'après wrote"), "{word}");
        }
        assert!(!is_among("said", "") && !is_among("", ""));
    }

    #[test]
    fn what_a_text_begins_and_ends_with() {
        assert_eq!(behind("Re: Ferry", "Fwd:|Re:|R"), Some(" Ferry"));
        assert_eq!(behind("Rest", "Fwd:|Re:|R"), Some("est"));
        assert_eq!(behind("Ferry", "Fwd:|Re:"), None);
        assert_eq!(before("12:45 p.m.", " am| p.m."), Some("12:45"));
        assert_eq!(before("mené", "é|né"), Some("men"));
        assert_eq!(before("boat", "oath|ship"), None);
        assert_eq!((behind("", "a|b"), before("", "a|b"), before("a", "")), (None, None, None));
        assert_eq!((behind("a", ""), before("", "")), (None, None));
    }

    #[test]
    fn a_text_up_to_a_mark_and_behind_its_last_space() {
        for (text, marks, before) in [
            ("heading[1]", "[", "heading"),
            ("l’été d'une", "'’", "l"),
            ("été’s", "'’", "été"),
            ("été", "'’", "été"),
            ("كاتب، ناقد", "،(", "كاتب"),
            ("[a", "[", ""),
            ("", "[", ""),
        ] {
            assert_eq!(text.up_to(marks), before, "{text}");
        }
        assert_eq!(["Ana Ruiz", "Ruiz", "Ana ", ""].map(Marked::last_word), ["Ruiz", "Ruiz", "", ""]);
        assert_eq!((" [Été 12] ".bare(), "12".bare()), ("Été", ""));
    }

    #[test]
    fn a_clock_has_figures_on_both_sides() {
        assert!(has_clock("at 9:12") && has_clock("[09:12:30]") && has_clock("a: 9:1"));
        assert!(!has_clock("9: 12") && !has_clock(":12") && !has_clock("9:") && !has_clock("a:1"));
    }
}
