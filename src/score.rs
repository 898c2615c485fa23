//! Sentence scores: centrality, position and form, every part kept.

use crate::document::{Document, Sentence};
use crate::segment::block::BlockKind;
use crate::term::TermId;
use crate::weight::{Centroid, SentenceVectors};
use serde::Serialize;

/// Why a sentence was chosen, or not. `total` is the product of the other
/// parts; each part but `centrality` is 1 where it changes nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct SentenceScore {
    /// How much of what the text is about the sentence says: the weights of
    /// its distinct terms over the square root of their words' number, as a
    /// share of the best sentence's. 0 to 1.
    pub centrality: f64,
    /// The weight of its place, see [`Weights::position`]. 1 to 3.
    pub position: f64,
    /// The weight of its form, less than 1 for a sentence that is very short,
    /// mostly quoted, or leans on the one before it. 0 to 1.
    pub form: f64,
    /// `centrality` × `position` × `form`.
    pub total: f64,
}

/// The parameters of the score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// The power of a term's sentence frequency in its weight. At 0 all terms
    /// that occur weigh alike, at 1 this is plain TF × ISF; above 2 the one
    /// most frequent term decides.
    ///
    /// ### Default
    /// `2.0`
    pub frequency: f64,
    /// How quickly a term weighs less the later it first occurs: its weight is
    /// divided by (1 + index of its first sentence) to this power. 0 ignores
    /// where a term is introduced, 1 looks at the first sentences' terms alone.
    ///
    /// ### Default
    /// `0.5`
    pub earliness: f64,
    /// The power of a sentence's length, in words, that its terms' sum is
    /// divided by. At 0 long sentences win for their length, at 1 short ones
    /// for their density.
    ///
    /// ### Default
    /// `0.5`
    pub length: f64,
    /// What the first sentence's place is worth above the last one's: position
    /// weighs 1 + `position` ÷ √(1 + order). 0 ignores position; at 10 a
    /// summary is the text's beginning.
    ///
    /// ### Default
    /// `2.0`
    pub position: f64,
    /// How much a term's weight falls each time a chosen sentence covers it.
    /// 0 never says a thing twice, 1 does not mind repetition.
    ///
    /// ### Default
    /// `0.5`
    pub coverage: f64,
    /// The weight of a sentence that leans on the one before it ("He also
    /// …"). 1 does not mind, 0 never chooses one.
    ///
    /// ### Default
    /// `0.5`
    pub leaning: f64,
    /// The weight of a sentence that is mostly a quotation: quotes are shown
    /// by themselves. 1 does not mind, 0 never chooses one.
    ///
    /// ### Default
    /// `0.5`
    pub quoted: f64,
    /// The number of words under which a sentence weighs less, in proportion.
    ///
    /// ### Default
    /// `8.0`
    pub full_length: f64,
    /// What a term of the query weighs, as a multiple of the heaviest term's
    /// weight. At 0 the query's terms count for nothing; from 3 on a sentence
    /// with one of them mostly beats the text's first sentence.
    ///
    /// ### Default
    /// `4.0`
    pub query: f64,
    /// How many times more a term of the title weighs. 1 ignores the title.
    ///
    /// ### Default
    /// `1.5`
    pub title: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Weights {
            frequency: 2.0,
            earliness: 0.5,
            length: 0.5,
            position: 2.0,
            coverage: 0.5,
            leaning: 0.5,
            quoted: 0.5,
            full_length: 8.0,
            query: 4.0,
            title: 1.5,
        }
    }
}

/// What the choice of sentences works on: a factor for each sentence by which
/// the weights of its terms are multiplied.
#[derive(Debug, Default)]
pub(crate) struct Factors {
    /// Position, form, by sentence.
    parts: Vec<(f64, f64)>,
    /// See [`Weights::length`].
    length: f64,
}

impl Factors {
    /// Looks at each sentence's place and form, which no query changes.
    pub(crate) fn of(document: &Document, vectors: &SentenceVectors, weights: &Weights) -> Self {
        let mut order = 0.0;
        let mut quoted = QuotedShare::of(document);
        let mut factors = |(index, sentence): (usize, &Sentence)| {
            if vectors.terms(index).is_empty() {
                return (0.0, 0.0);
            }
            let position = 1.0 + weights.position / f64::sqrt(1.0 + order);
            order += 1.0;
            (position, form(document, sentence, vectors.words(index), quoted.of_sentence(sentence), weights))
        };
        Factors {
            parts: document.sentences().iter().enumerate().map(&mut factors).collect(),
            length: weights.length,
        }
    }

    /// The score of each sentence under a centroid.
    pub(crate) fn scores(&self, vectors: &SentenceVectors, centroid: &Centroid) -> Vec<SentenceScore> {
        let centralities: Vec<f64> = (0..vectors.len())
            .map(|order| self.centrality(vectors.terms(order), vectors.words(order), centroid))
            .collect();
        let best = centralities.iter().copied().fold(0.0, f64::max);
        let score = |(centrality, (position, form)): (f64, &(f64, f64))| {
            let centrality = if best > 0.0 { centrality / best } else { 0.0 };
            SentenceScore {
                centrality,
                position: *position,
                form: *form,
                total: centrality * position * form,
            }
        };
        centralities.into_iter().zip(&self.parts).map(score).collect()
    }

    /// What multiplies the weights of a sentence's terms: its place and form
    /// over the square root of its length, so that a long sentence is not
    /// chosen for its length alone.
    pub(crate) fn factor(&self, order: usize, vectors: &SentenceVectors) -> f64 {
        let (position, form) = self.parts.get(order).copied().unwrap_or_default();
        position * form / self.divisor(vectors.words(order))
    }

    fn centrality(&self, terms: &[TermId], words: usize, centroid: &Centroid) -> f64 {
        let sum = terms.iter().fold(0.0, |sum, term| sum + centroid.weight(*term));
        sum / self.divisor(words)
    }

    /// What a sentence's length divides its terms' sum by.
    fn divisor(&self, words: usize) -> f64 {
        libm::pow(words.max(1) as f64, self.length)
    }
}

/// The weight of a sentence's form.
fn form(document: &Document, sentence: &Sentence, words: usize, quoted: f64, weights: &Weights) -> f64 {
    if !sentence.balanced {
        return 0.0;
    }
    let short = (words as f64 / weights.full_length.max(1.0)).min(1.0);
    let leaning = if leans_back(document, sentence) { weights.leaning } else { 1.0 };
    let quoted = if quoted > 0.5 { weights.quoted } else { 1.0 };
    short * leaning * quoted
}

/// The bytes at a sentence's start that hold its opening words.
const OPENING_BYTES: usize = 32;

/// Whether a sentence leans on the one before it. The first of a list item or
/// of the text has none.
fn leans_back(document: &Document, sentence: &Sentence) -> bool {
    let listed = document.kind(sentence) == Some(BlockKind::ListItem);
    let content = sentence.content.of(document.text());
    let near = content.char_indices().map(|(at, _)| at).take_while(|at| *at <= OPENING_BYTES).last();
    let opening = content.get(..near.unwrap_or(0)).unwrap_or_default();
    let opening = opening.trim_start_matches(|c: char| !c.is_alphanumeric());
    !listed && document.language().lexicon().leans_back(&opening.to_lowercase().replace('’', "'"))
}

/// How much of each sentence stands between quotation marks, walked in step
/// with the sentences.
struct QuotedShare<'a> {
    document: &'a Document,
    next: usize,
    /// Where the last quotation that was passed ends.
    end: u32,
}

impl<'a> QuotedShare<'a> {
    fn of(document: &'a Document) -> Self {
        QuotedShare { document, next: 0, end: 0 }
    }

    /// The share of the sentence's bytes between quotation marks, 0 to 1.
    fn of_sentence(&mut self, sentence: &Sentence) -> f64 {
        let span = sentence.span;
        let mut quoted = self.end.min(span.end).saturating_sub(span.start);
        while let Some(pair) = self.document.pairs().get(self.next).filter(|pair| pair.open.start < span.end)
        {
            self.next += 1;
            let Some(close) = pair.close.filter(|_| !pair.brackets) else { continue };
            if close.end <= self.end {
                continue; // within the last one
            }
            let start = pair.open.start.max(self.end).max(span.start);
            quoted += close.end.min(span.end).saturating_sub(start);
            self.end = close.end;
        }
        f64::from(quoted) / span.len().max(1) as f64
    }
}
