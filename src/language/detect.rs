//! Detection: the script of most letters, then function words and letters.

use super::files::file;
use super::script::Script;
use super::source::{SOURCES, Source};
use super::{Language, lower};
use crate::find::{Marked, has};
use crate::hash::{Numbers, fingerprint, with_room};
use crate::segment::cue::ARROW;
use crate::segment::token::{self, is_alphabetic};
use std::sync::LazyLock;

/// The languages that have a stop word or a verb of speech, a bit for each of [`SOURCES`].
static WORDS: LazyLock<Numbers> = LazyLock::new(|| {
    let mut languages = with_room(1 << 13);
    for (index, source) in SOURCES.iter().enumerate() {
        for list in const { [file("stop_words"), file("cue_verbs")] } {
            source.list(list, &mut |word| *languages.entry(fingerprint(word)).or_default() |= 1 << index);
        }
    }
    languages
});

/// The languages that have a letter beyond their script's common ones, in the same bits,
/// by the letter's number: all stand before the punctuation of Unicode.
static LETTERS: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let mut languages = vec![0; 0x2000];
    for (index, source) in SOURCES.iter().enumerate() {
        for letter in source.letters.chars() {
            if let Some(bits) = languages.get_mut(letter as usize) {
                *bits |= 1 << index;
            }
        }
    }
    languages
});

const _: () = assert!(SOURCES.len() <= u64::BITS as usize, "a bit for each language");

/// Bytes looked at to detect a language: a long text does not cost more.
const SEEN: usize = 3000;

/// The bytes in which they are looked for, and those that a line has at least which is no
/// entry of a menu ("Česky ⏎ Dansk ⏎ Español" stands before a German page).
const SEARCHED: usize = 20 * SEEN;
const LONG: usize = 80;

/// What is looked at: the first long lines and then the beginning, or the other way round where a
/// text has few of them. In a text that is wrapped, the long lines may be code.
fn seen(text: &str) -> [String; 2] {
    let lines = |least: usize| {
        let mut seen = String::new();
        // Subtitles say where they stand: "00:00:07.960 --> 00:00:09.480 position:50%,middle".
        let placed = |line: &str| !line.starts_with('[') && has(line.head(LONG), ARROW);
        // "3.1. Servidor principal . . . . . . . . . . 3" is no long line.
        let told = |line: &&str| line.len() >= least && !placed(line) && !has(line, ". . . .");
        for line in text.head(SEARCHED).split_inclusive('\n').filter(told) {
            if seen.len() >= SEEN {
                break;
            }
            seen.push_str(line.head(SEEN));
        }
        seen
    };
    let (long, first) = (lines(LONG), lines(0));
    let seen = if long.len() < SEEN / 10 { [first, long] } else { [long, first] };
    seen.map(|seen| seen.head(SEEN).to_owned())
}

/// The letters under which a text says too little to be told, where its script
/// has several languages.
const LEAST_LETTERS: usize = 12;

/// The share of letters that are kana from which Chinese characters are Japanese.
const KANA: usize = 20;

/// The letters of which a good part is one.
const PART: usize = 5;

/// The least score: a share of function words, and of words with letters of the
/// language alone. English news has 0.45, a list of names under 0.1.
const LEAST: f64 = 0.15;

/// The words up to which one function word tells enough.
const FEW: f64 = 6.0;

/// The words from which half of [`LEAST`] is enough where no other language has
/// half as much.
const MANY: f64 = 25.0;

/// What a letter that the language has and few others have is worth, as a share of
/// a function word.
const LETTER: f64 = 0.5;

/// What a letter that the language lacks costs.
const FOREIGN: f64 = 1.0;

/// The language of a text, undetermined where it says too little.
pub(super) fn detect(text: &str) -> Language {
    let [first, then] = seen(text);
    match language(&first) {
        Language::Undetermined if then != first => language(&then),
        language => language,
    }
}

/// The language of what is looked at: of the script of its most letters, or else, as "let rectangle
/// = Rectangle { // 矩形" is of no language by its Latin letters, of the next.
#[inline(never)]
fn language(text: &str) -> Language {
    let mut counts = scripts(text);
    let all: usize = counts.iter().sum();
    while let Some((script, count)) = counts.iter_mut().enumerate().max_by_key(|(_, count)| **count) {
        if PART * *count < all || *count == 0 {
            break;
        }
        *count = 0;
        match language_of(text, script) {
            Language::Undetermined => {}
            told => return told,
        }
    }
    Language::Undetermined
}

/// The language of a text by its letters of a script, which is given by its number.
fn language_of(text: &str, script: usize) -> Language {
    let reads = |(_, source): &(usize, &Source)| source.script as usize == script && source.has_stop_words();
    let same: Vec<usize> = SOURCES.iter().enumerate().filter(reads).map(|(index, _)| index).collect();
    match same.as_slice() {
        [] => Language::Undetermined,
        [only] => SOURCES.get(*only).map_or(Language::Undetermined, |source| source.language),
        several => best(text, several),
    }
}

/// How many letters of each script a text has, by the scripts' numbers.
fn scripts(text: &str) -> [usize; Script::COUNT] {
    let mut counts = [0; Script::COUNT];
    for script in text.chars().filter_map(Script::of) {
        if let Some(count) = counts.get_mut(script as usize) {
            *count += script.letters_per_character();
        }
    }
    let [.., kana, han, _] = &mut counts;
    if *kana > 0 && 100 * *kana >= KANA * (*kana + *han) {
        *kana += *han;
    }
    counts
}

/// What a text's words say for a language.
#[derive(Clone, Copy, Default)]
struct Evidence {
    /// Function words, each by how few languages have it.
    words: f64,
    /// How many different ones.
    different: u32,
    /// Letters beyond the script's common ones, each by how few languages have it.
    letters: f64,
    /// Letters that the language lacks.
    foreign: f64,
}

/// The best of several languages of one script.
fn best(text: &str, several: &[usize]) -> Language {
    let mut evidence = vec![Evidence::default(); SOURCES.len()];
    let all = several.iter().fold(0, |all, index| all | 1 << index);
    let mut words = 0.0;
    let mut seen = Numbers::default();
    let mut letters = 0;
    for (_, word) in token::words(text) {
        words += 1.0;
        let lower = lower(word);
        letters += lower.chars().filter(|c| is_alphabetic(*c)).count();
        let word = fingerprint(&lower);
        let languages = WORDS.get(&word).map_or(0, |languages| languages & all);
        let sharing = f64::from(languages.count_ones().max(1));
        let first = seen.insert(word, 0).is_none();
        for (_, evidence) in evidence.iter_mut().enumerate().filter(|(index, _)| languages >> index & 1 == 1)
        {
            evidence.words += 1.0 / sharing.sqrt();
            evidence.different += u32::from(first);
        }
        let special = lower.chars().filter_map(|letter| LETTERS.get(letter as usize));
        for having in special.map(|languages| languages & all).filter(|having| *having != 0) {
            let sharing = f64::from(having.count_ones());
            for index in several {
                let Some(evidence) = evidence.get_mut(*index) else { continue };
                if having >> index & 1 == 1 {
                    evidence.letters += 1.0 / sharing;
                } else {
                    evidence.foreign += 1.0;
                }
            }
        }
    }
    if letters < LEAST_LETTERS {
        return Language::Undetermined;
    }
    let score = |index: usize| {
        let Evidence { words: known, letters, foreign, .. } =
            evidence.get(index).copied().unwrap_or_default();
        (known + LETTER * letters - FOREIGN * foreign) / words
    };
    let found = several.iter().copied().map(|index| (index, score(index)));
    let (index, most) = found.clone().max_by(|(_, one), (_, other)| one.total_cmp(other)).unwrap_or((0, 0.0));
    let second = found.filter(|(other, _)| *other != index).map(|(_, score)| score).fold(0.0, f64::max);
    // "ya … ya" alone is Turkish, and Swahili as well.
    let varied = words <= FEW || evidence.get(index).is_some_and(|evidence| evidence.different > 1);
    // Finnish has few function words, and no language is like it.
    let alone = words >= MANY && most >= LEAST / 2.0 && most >= 2.0 * second;
    let Some(Source { language, .. }) = SOURCES.get(index).filter(|_| varied && (most >= LEAST || alone))
    else {
        return Language::Undetermined;
    };
    *language
}
