//! Keywords: the candidates that weigh most.

use crate::Span;
use crate::candidate::{Candidate, Terms};
use crate::document::Document;
use crate::find::{Marked, has};
use crate::language::{Lexicon, Script};
use crate::power::power;
use crate::rank::{best_first, rank};
use crate::segment::token::is_alphabetic;
use crate::term::{TermId, Vocabulary, without_function_words};
use crate::weight::{Centroid, Memo};

/// A key phrase of the text: a name, or one content word or several.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyword {
    /// Where it first stands in its most frequent form.
    pub span: Span,
    /// Its weight as a share of the heaviest one's, over 0 and up to 1.
    pub weight: f64,
    /// How often the text has it, in any form; what
    /// [`occurrences`](crate::Analysis::occurrences) gives.
    pub count: usize,
}

/// The characters that a word of Thai, Lao, Khmer or Burmese has at least: its
/// letters alone are no words, and vowels stand among them.
const LEAST_CHARACTERS: usize = 4;

/// Whether a surface is a word, and not a number, a letter or a piece of one:
/// Thai has vowels that no word begins with, and others that none ends with.
fn is_word(surface: &str) -> bool {
    let script = surface.first_char().and_then(Script::of);
    if script.is_some_and(|script| script.pairs_per_word() > 1) {
        let begins = |c: char| {
            matches!(c, '\u{E01}'..='\u{E2E}' | '\u{E40}'..='\u{E44}') || !matches!(c, '\u{E00}'..='\u{E7F}')
        };
        // เพื่|อ, รู้สึ|ก, นั้|น
        let ends = |c: char| !matches!(c, '\u{E40}'..='\u{E44}' | '\u{E31}' | '\u{E36}' | '\u{E37}');
        return surface.has_more(LEAST_CHARACTERS - 1)
            && surface.starts_with(begins)
            && surface.trim_end_matches(|c| matches!(c, '\u{E48}'..='\u{E4B}')).ends_with(ends);
    }
    surface.chars().filter(|c| is_alphabetic(*c)).nth(1).is_some()
}

/// The characters of a function word of Thai, Lao, Khmer or Burmese at most.
const LONGEST_FUNCTION_WORD: usize = 6;

/// Whether a run of a script whose words have several characters is a function word or
/// ends in one: นที่ is what stands before ที่, cut.
fn ends_in_function_word(surface: &str, lexicon: &Lexicon) -> bool {
    let ends = surface.char_indices().rev().skip(1).take(LONGEST_FUNCTION_WORD - 1);
    lexicon.script().pairs_per_word() > 1
        && ends.map(|(at, _)| surface.tail(at)).any(|end| lexicon.is_stop_word(end))
}

/// Whether a surface begins or ends in the middle of a syllable of Thai: ั and ื have a
/// consonant behind them, as in คัดค้าน and เรือ, and เ before it; other vowels and tones
/// are of the consonant that they stand behind.
fn is_piece(text: &str, span: Span) -> bool {
    let before = text.head(span.start as usize).last_char();
    let behind = text.tail(span.end as usize).first_char();
    // ก|เมล็ด: a vowel that is written before its consonant opens a syllable.
    let second = span.of(text).chars().nth(1);
    let opens = |c: char| matches!(c, '\u{E40}'..='\u{E44}');
    second.is_some_and(opens)
        || before.is_some_and(|c| opens(c) || matches!(c, '\u{E31}' | '\u{E37}'))
        || behind.is_some_and(|c| matches!(c, '\u{E30}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}'))
}

/// What is kept of a candidate.
#[derive(Debug)]
struct Worth {
    terms: Terms,
    /// Where it stands in its most frequent form.
    span: Span,
    /// What it is worth besides the weights of its terms.
    worth: f64,
}

/// The candidates of a text, weighed once.
///
/// A phrase weighs √(mean weight of its terms × count) × what its form and place
/// tell: how early it comes (KP-Miner, El-Beltagy and Rafea 2009; PositionRank,
/// Florescu and Caragea 2017), its capitals (YAKE, Campos et al. 2020), the length of
/// its last word, and how many words it has. In a short text every word is rare, and
/// several tell more than one; in a long one the words that come again do.
#[derive(Debug, Default)]
pub(crate) struct Keywords {
    candidates: Vec<Worth>,
}

/// What keeps the place of the first word from weighing without end.
const EARLIEST: f64 = 0.03;

/// The power of the letters of a phrase's last word.
const LETTERS: f64 = 0.9;

/// What capitals add.
const CAPITALS: f64 = 0.7;

/// What a phrase with "of" is worth, as a share of one without: its parts are
/// candidates, too.
const JOINED: f64 = 0.37;

/// The power of the number of words falls by this with the logarithm of the number of
/// sentences, up to [`SHORT`]; it is 0 at [`AS_GOOD`]. In a short text every word is
/// rare, and several tell more than one; in a longer one the words that come again do.
const WORDS: f64 = 1.4;
const AS_GOOD: f64 = 7.0;
const SHORT: f64 = 14.0;

/// From [`LONG`] to [`LONGEST`] sentences it rises again, for there phrases come again,
/// too (KP-Miner).
const WORDS_AGAIN: f64 = 0.8;
const LONG: f64 = 20.0;
const LONGEST: f64 = 256.0;

impl Keywords {
    /// Weighs the candidates of a text of so many words and sentences.
    pub(crate) fn of(candidates: Vec<Candidate>, words: usize, sentences: usize) -> Self {
        let sentences = sentences.max(1) as f64;
        let longer = WORDS * libm::log(AS_GOOD / sentences.min(SHORT))
            + WORDS_AGAIN * libm::log(sentences.clamp(LONG, LONGEST) / LONG);
        let mut letters = Memo::of(|letters| power(letters as f64, LETTERS));
        let mut several = Memo::of(|words| power(words as f64, longer));
        let weigh = |candidate: Candidate| {
            let place = f64::from(candidate.first) / words.max(1) as f64;
            let worth = f64::from(candidate.count).sqrt() / (EARLIEST + place).sqrt().sqrt()
                * letters.at(candidate.letters as usize)
                * several.at(candidate.terms.len())
                * (1.0 + CAPITALS * candidate.capitals())
                * if candidate.terms.are_joined() && !candidate.is_name() { JOINED } else { 1.0 };
            Worth { terms: candidate.terms, span: candidate.span, worth }
        };
        Keywords { candidates: candidates.into_iter().map(weigh).collect() }
    }

    /// The `count` heaviest phrases, heaviest first, none of which holds all the
    /// words of another. Numbers are none.
    pub(crate) fn best(
        &self,
        document: &Document,
        vocabulary: &Vocabulary,
        centroid: &Centroid,
        count: usize,
    ) -> Vec<Keyword> {
        if count == 0 {
            return Vec::new();
        }
        let text = document.text();
        let unspaced = document.lexicon().script().is_unspaced();
        let weight = |Worth { terms, worth, .. }: &Worth| {
            let sum = terms.iter().fold(0.0, |sum, term| sum + centroid.weight(term));
            worth * (sum / terms.len() as f64).sqrt()
        };
        let mut taken: Vec<(Vec<TermId>, &str)> = Vec::new();
        let mut best: Vec<Keyword> = Vec::new();
        let mut heaviest = None;
        for ranked in best_first(rank(self.candidates.iter().map(weight))) {
            let Some(Worth { terms, span, .. }) = self.candidates.get(ranked.index) else { break };
            if best.len() == count || ranked.score <= 0.0 {
                break;
            }
            // Of a run without spaces a term is a pair that stands for more.
            let span = match terms.iter().next().filter(|_| unspaced) {
                Some(pair) => vocabulary.surface(pair),
                None => without_function_words(text, *span, document.lexicon()),
            };
            let surface = span.of(text);
            let terms: Vec<TermId> = terms.iter().collect();
            let holds = |one: &[TermId], other: &[TermId]| other.iter().all(|term| one.contains(term));
            let known = taken.iter().any(|(other, shown)| {
                holds(other, &terms) || holds(&terms, other) || unspaced && has(shown, surface)
            });
            taken.push((terms, surface));
            let function_word = unspaced && ends_in_function_word(surface, document.lexicon());
            if known || function_word || !is_word(surface) || is_piece(text, span) {
                continue;
            }
            let heaviest = *heaviest.get_or_insert(ranked.score);
            best.push(Keyword { span, weight: ranked.score / heaviest, count: 0 });
        }
        best
    }
}
