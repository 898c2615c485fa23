//! English stems: Porter's second stemmer (2001), form for form as Snowball's.
//!
//! Snowball's own is exact and general: it finds the suffixes of any of its languages
//! by binary search and edits a string in place. An eighth of the whole time went to
//! it. This one knows that English is written in ASCII, and takes a tenth of that.

use crate::bytes::packed;
use crate::find::Marked;
use std::borrow::Cow;

/// A suffix, packed, and what takes its place.
type Suffix = (u64, &'static str);

/// The suffixes of a step by their last letter, the longest first.
type Suffixes = &'static [(u8, &'static [Suffix])];

/// A suffix of up to eight letters as a number.
const fn pack(letters: &str) -> u64 {
    packed(letters.as_bytes())
}

/// Words with stems of their own, of six letters at most.
const EXCEPTIONS: [(&str, &str); 18] = [
    ("andes", "andes"),
    ("atlas", "atlas"),
    ("bias", "bias"),
    ("cosmos", "cosmos"),
    ("dying", "die"),
    ("early", "earli"),
    ("gently", "gentl"),
    ("howe", "howe"),
    ("idly", "idl"),
    ("lying", "lie"),
    ("news", "news"),
    ("only", "onli"),
    ("singly", "singl"),
    ("skies", "sky"),
    ("skis", "ski"),
    ("sky", "sky"),
    ("tying", "tie"),
    ("ugly", "ugli"),
];

const LONGEST_EXCEPTION: usize = "singly".len();

/// Words that keep "ing" and "eed".
const WHOLE: [&str; 8] =
    ["canning", "earring", "exceed", "herring", "inning", "outing", "proceed", "succeed"];

const PLURALS: Suffixes = &[
    (b'd', &[(pack("ied"), "i")]),
    (
        b's',
        &[(pack("sses"), "ss"), (pack("ies"), "i"), (pack("us"), "us"), (pack("ss"), "ss"), (pack("s"), "")],
    ),
];

const PASTS: Suffixes = &[
    (b'd', &[(pack("eed"), "ee"), (pack("ed"), "")]),
    (b'g', &[(pack("ing"), "")]),
    (b'y', &[(pack("eedly"), "ee"), (pack("ingly"), ""), (pack("edly"), "")]),
];

/// Steps 2 and 3: where they begin in the first region.
const DERIVED: Suffixes = &[
    (
        b'i',
        &[
            (pack("biliti"), "ble"),
            (pack("lessli"), "less"),
            (pack("aliti"), "al"),
            (pack("entli"), "ent"),
            (pack("fulli"), "ful"),
            (pack("iviti"), "ive"),
            (pack("ousli"), "ous"),
            (pack("abli"), "able"),
            (pack("alli"), "al"),
            (pack("anci"), "ance"),
            (pack("enci"), "ence"),
            (pack("bli"), "ble"),
            (pack("ogi"), "og"),
            (pack("li"), ""),
        ],
    ),
    (b'l', &[(pack("ational"), "ate"), (pack("tional"), "tion")]),
    (b'm', &[(pack("alism"), "al")]),
    (b'n', &[(pack("ization"), "ize"), (pack("ation"), "ate")]),
    (b'r', &[(pack("ator"), "ate"), (pack("izer"), "ize")]),
    (b's', &[(pack("fulness"), "ful"), (pack("iveness"), "ive"), (pack("ousness"), "ous")]),
];

const ADJECTIVES: Suffixes = &[
    (b'e', &[(pack("alize"), "al"), (pack("ative"), ""), (pack("icate"), "ic")]),
    (b'i', &[(pack("iciti"), "ic")]),
    (b'l', &[(pack("ational"), "ate"), (pack("tional"), "tion"), (pack("ical"), "ic"), (pack("ful"), "")]),
    (b's', &[(pack("ness"), "")]),
];

/// The suffixes that want something of what stands before them.
const IED: u64 = pack("ied");
const IES: u64 = pack("ies");
const S: u64 = pack("s");
const OGI: u64 = pack("ogi");
const LI: u64 = pack("li");
const ATIVE: u64 = pack("ative");
const ION: u64 = pack("ion");

/// Step 4: where they begin in the second region.
const ENDINGS: Suffixes = &[
    (b'c', &[(pack("ic"), "")]),
    (
        b'e',
        &[
            (pack("able"), ""),
            (pack("ance"), ""),
            (pack("ence"), ""),
            (pack("ible"), ""),
            (pack("ate"), ""),
            (pack("ive"), ""),
            (pack("ize"), ""),
        ],
    ),
    (b'i', &[(pack("iti"), "")]),
    (b'l', &[(pack("al"), "")]),
    (b'm', &[(pack("ism"), "")]),
    (b'n', &[(pack("ion"), "")]),
    (b'r', &[(pack("er"), "")]),
    (b's', &[(pack("ous"), "")]),
    (b't', &[(pack("ement"), ""), (pack("ment"), ""), (pack("ant"), ""), (pack("ent"), "")]),
];

/// A word's stem.
pub(super) fn stem(lower: &str) -> Cow<'_, str> {
    if !may_change(lower) || !lower.has_more(2) {
        return Cow::Borrowed(lower);
    }
    if lower.len() <= LONGEST_EXCEPTION
        && let Some((_, stem)) = EXCEPTIONS.iter().find(|(word, _)| *word == lower)
    {
        return Cow::Borrowed(stem);
    }
    let mut word = Word::of(lower);
    word.without_plural();
    if !WHOLE.iter().any(|whole| whole.as_bytes() == word.letters) {
        word.without_inflections();
    }
    word.letters.iter_mut().filter(|letter| **letter == CONSONANT_Y).for_each(|letter| *letter = b'y');
    // Most stems are what a word begins with. What is changed is of ASCII, and it is cut between characters.
    let bare = bare(lower);
    let same = word.letters.iter().zip(bare.bytes()).take_while(|(letter, byte)| **letter == *byte).count();
    let begins = bare.head(same);
    match word.letters.get(same..) {
        None | Some([]) => Cow::Borrowed(begins),
        Some(changed) => {
            Cow::Owned(begins.chars().chain(changed.iter().map(|byte| char::from(*byte))).collect())
        }
    }
}

/// A word without the apostrophe before it.
fn bare(lower: &str) -> &str {
    lower.strip_prefix('\'').unwrap_or(lower)
}

/// Whether a step can change a word: no suffix ends otherwise. A third of the forms of
/// news end so that none does.
fn may_change(lower: &str) -> bool {
    let ends = |suffixes: &[&str]| suffixes.iter().any(|suffix| lower.ends_with(suffix));
    match lower.as_bytes() {
        [b'\'', ..] | [.., b'e' | b's' | b'y' | b'i' | b'\''] => true,
        [.., b'd'] => ends(&["ed"]),
        [.., b'g'] => ends(&["ing"]),
        [.., b'n'] => ends(&["ion"]),
        [.., b'm'] => ends(&["ism"]),
        [.., b'c'] => ends(&["ic"]),
        [.., b'r'] => ends(&["er", "or"]),
        [.., b't'] => ends(&["ent", "ant"]),
        [.., b'l'] => ends(&["al", "ll", "ful"]),
        _ => false,
    }
}

/// A "y" that is a consonant: "youth", "boy".
const CONSONANT_Y: u8 = b'Y';

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// A word while its suffixes are taken off.
struct Word {
    letters: Vec<u8>,
    /// The first region: behind the first consonant behind a vowel.
    first: usize,
    /// The same of the first region.
    second: usize,
}

impl Word {
    fn of(lower: &str) -> Self {
        let mut letters = bare(lower).as_bytes().to_vec();
        let mut before = b'a';
        for letter in &mut letters {
            if *letter == b'y' && is_vowel(before) {
                *letter = CONSONANT_Y;
            }
            before = *letter;
        }
        // Their first region begins behind them: "general" is not of "generous".
        let first = match (letters.first_chunk(), letters.first_chunk()) {
            (Some(b"arsen" | b"gener"), _) => 5,
            (_, Some(b"commun")) => 6,
            _ => region(&letters, 0),
        };
        let second = region(&letters, first);
        Word { letters, first, second }
    }

    /// The longest suffix of a step that the word ends in: where it begins and what takes
    /// its place.
    fn ending(&self, step: Suffixes) -> Option<(usize, &'static Suffix)> {
        let tail = packed(&self.letters);
        let (_, suffixes) = step.iter().find(|(letter, _)| u64::from(*letter) == tail >> 56)?;
        // The letters that a suffix of less than eight has not.
        let unused = |suffix: u64| suffix.trailing_zeros() & !7;
        let found = suffixes.iter().find(|(suffix, _)| (tail ^ suffix) >> unused(*suffix) == 0)?;
        Some((self.letters.len() + unused(found.0) as usize / 8 - 8, found))
    }

    /// What stands before a place.
    fn before(&self, at: usize) -> &[u8] {
        self.letters.get(..at).unwrap_or_default()
    }

    fn has_vowel_before(&self, at: usize) -> bool {
        self.before(at).iter().any(|letter| is_vowel(*letter))
    }

    fn replace(&mut self, at: usize, with: &str) {
        self.letters.truncate(at);
        self.letters.extend_from_slice(with.as_bytes());
    }

    /// Whether what stands before a place ends in a short syllable: "hop", "at".
    fn is_short_before(&self, at: usize) -> bool {
        let last = character_before(self.before(at));
        let Some(consonant) = self.before(at).get(last).filter(|letter| !is_vowel(**letter)) else {
            return false;
        };
        match *self.before(last) {
            [vowel] => is_vowel(vowel),
            [.., before, vowel] => {
                !is_vowel(before) && is_vowel(vowel) && !matches!(consonant, b'w' | b'x' | &CONSONANT_Y)
            }
            _ => false,
        }
    }

    /// Steps 0 and 1a.
    fn without_plural(&mut self) {
        let possessive = match *self.letters {
            [.., b'\'', b's', b'\''] => 3,
            [.., b'\'', b's'] => 2,
            [.., b'\''] => 1,
            _ => 0,
        };
        self.letters.truncate(self.letters.len() - possessive);
        let Some((at, (suffix, with))) = self.ending(PLURALS) else { return };
        match *suffix {
            // "ties" is of "tie", "cries" of "cri".
            IED | IES if character_before(self.before(at)) == 0 => self.replace(at, "ie"),
            // "gas" and "this" keep theirs.
            S if !self.has_vowel_before(character_before(self.before(at))) => {}
            _ => self.replace(at, with),
        }
    }

    /// Steps 1b to 5.
    fn without_inflections(&mut self) {
        self.without_past();
        if let [.., before, b'y' | CONSONANT_Y] = *self.letters
            && let at = self.letters.len() - 1
            && !is_vowel(before)
            && character_before(self.before(at)) > 0
        {
            self.replace(at, "i");
        }
        if let Some((at, (suffix, with))) = self.ending(DERIVED)
            && at >= self.first
            && match *suffix {
                OGI => self.before(at).ends_with(b"l"),
                LI => matches!(
                    self.before(at),
                    [.., b'c' | b'd' | b'e' | b'g' | b'h' | b'k' | b'm' | b'n' | b'r' | b't']
                ),
                _ => true,
            }
        {
            self.replace(at, with);
        }
        if let Some((at, (suffix, with))) = self.ending(ADJECTIVES)
            && at >= self.first
            && (*suffix != ATIVE || at >= self.second)
        {
            self.replace(at, with);
        }
        if let Some((at, (suffix, with))) = self.ending(ENDINGS)
            && at >= self.second
            && (*suffix != ION || matches!(self.before(at), [.., b's' | b't']))
        {
            self.replace(at, with);
        }
        let at = self.letters.len().saturating_sub(1);
        let is_last = match *self.letters {
            [.., b'e'] => at >= self.second || at >= self.first && !self.is_short_before(at),
            [.., b'l', b'l'] => at >= self.second,
            _ => false,
        };
        if is_last {
            self.letters.truncate(at);
        }
    }

    /// Step 1b.
    fn without_past(&mut self) {
        let Some((at, (_, with))) = self.ending(PASTS) else { return };
        if *with == "ee" {
            if at >= self.first {
                self.replace(at, with);
            }
            return;
        }
        if !self.has_vowel_before(at) {
            return;
        }
        self.letters.truncate(at);
        match *self.letters {
            [.., b'a', b't'] | [.., b'b', b'l'] | [.., b'i', b'z'] => self.letters.push(b'e'),
            [.., one, other]
                if one == other
                    && matches!(one, b'b' | b'd' | b'f' | b'g' | b'm' | b'n' | b'p' | b'r' | b't') =>
            {
                self.letters.truncate(at - 1);
            }
            _ if at == self.first && self.is_short_before(at) => self.letters.push(b'e'),
            _ => {}
        }
    }
}

/// Where the region behind the first consonant behind a vowel begins, at or behind a
/// place.
fn region(letters: &[u8], from: usize) -> usize {
    let mut behind = letters.iter().enumerate().skip(from).skip_while(|(_, letter)| !is_vowel(**letter));
    let consonant = behind.find(|(_, letter)| !is_vowel(**letter));
    // A letter beyond ASCII is one consonant.
    let continues = |(_, letter): &(usize, &u8)| **letter & 0xC0 == 0x80;
    consonant.map_or(letters.len(), |(at, _)| at + 1 + behind.take_while(continues).count())
}

/// Where the last character of some letters begins.
fn character_before(letters: &[u8]) -> usize {
    letters.iter().rposition(|letter| letter & 0xC0 != 0x80).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::lower;
    use crate::segment::token;
    use proptest::prelude::*;
    use rust_stemmers::{Algorithm, Stemmer};

    const TEXTS: &str =
        concat!(include_str!("../../README.md"), include_str!("../../tests/texts/lighthouse.txt"));

    fn has_snowballs_stem(word: &str) -> bool {
        stem(word) == Stemmer::create(Algorithm::English).stem(word)
    }

    fn unpacked(suffix: u64) -> String {
        suffix.to_le_bytes().into_iter().filter(|letter| *letter > 0).map(char::from).collect()
    }

    #[test]
    fn words_have_the_stems_of_snowball() {
        let words = || token::words(TEXTS).map(|(_, word)| lower(word).into_owned());
        let steps = [PLURALS, PASTS, DERIVED, ADJECTIVES, ENDINGS].concat();
        let suffixes = steps.iter().flat_map(|(_, suffixes)| *suffixes);
        let others = ["y", "e", "'s'", "'s", "'"].map(String::from);
        let suffixes = suffixes.flat_map(|(suffix, with)| [unpacked(*suffix), with.to_string()]);
        let suffixes: Vec<String> = suffixes.chain(others).collect();
        let exceptions = EXCEPTIONS.iter().map(|(word, _)| word).chain(&WHOLE);
        let exceptions = exceptions.chain(&["arsen", "commun", "gener"]);
        for word in words().chain(exceptions.map(|word| word.to_string())) {
            for suffix in &suffixes {
                let word = format!("{word}{suffix}");
                assert!(has_snowballs_stem(&word), "{word}: {}", stem(&word));
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn anything_has_the_stem_of_snowball(
            word in "[a-z'é]{0,6}|[abeilnrstyé]{0,8}",
            suffix in "(ing|ed|eed|ly|li|ies|s|y|e|ll|al|ation|ional|ness|ful|ment|ent|ogi|able|'s|'|){0,2}",
        ) {
            let word = word + &suffix;
            prop_assert!(has_snowballs_stem(&word), "{word}: {}", stem(&word));
        }
    }
}
