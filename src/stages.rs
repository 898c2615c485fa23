//! The stages one by one, for the benchmarks alone (feature `bench`).
//!
//! Each takes what the stage before gives and returns how much it found.

use crate::document::Document;
use crate::hash::mixed;
use crate::people::Antecedents;
use crate::quotation::quotations;
use crate::score::{Factors, Weights};
use crate::segment::block;
use crate::select::{Room, select};
use crate::term::Vocabulary;
use crate::weight::{Centroid, SentenceVectors};
use crate::word::Words;
use crate::{Analysis, AnalyzeOptions, SummaryOptions};
use unicode_segmentation::UnicodeSegmentation;

/// The floor: one pass of UAX #29 over the text by unicode-segmentation.
pub fn floor(text: &str) -> usize {
    text.unicode_words().count()
}

/// The whole way from a text to an automatic summary: a number made of all that is chosen,
/// which is the same on every host.
pub fn whole(text: String) -> u64 {
    let analysis = Analysis::new(text, &AnalyzeOptions::default());
    let summary = analysis.and_then(|analysis| analysis.summarize(&SummaryOptions::default()));
    let Ok(summary) = summary else { return 0 };
    let sentences = summary.sentences.iter().map(|sentence| (sentence.span, sentence.score.total));
    let keywords = summary.keywords.iter().map(|keyword| (keyword.span, keyword.weight));
    let quotes = summary.quotes.iter().map(|quote| (quote.quotation.span, quote.score));
    let chosen = sentences.chain(keywords).chain(quotes);
    let numbers = chosen.flat_map(|(span, weight)| [span.start.into(), span.end.into(), weight.to_bits()]);
    numbers.fold(1, |sum: u64, number: u64| mixed(sum ^ number))
}

/// Blocks.
pub fn parse(document: &Document) -> usize {
    block::blocks(document.text(), document.lexicon(), &[]).len()
}

/// The words of every sentence, numbered by their forms.
pub fn tokenize(document: &Document) -> Tokenized {
    Tokenized(Words::of(document))
}

/// The words that the stages behind the document work on.
pub struct Tokenized(Words);

/// Quotations and their speakers.
pub fn quote(document: &Document, words: &Tokenized) -> usize {
    quotations(document, &words.0).0.len()
}

/// What the stages behind the document work on.
pub struct Weighed {
    vectors: SentenceVectors,
    vocabulary: Vocabulary,
    centroid: Centroid,
}

/// Terms and their weights.
pub fn weigh(document: &Document, words: &Tokenized) -> Weighed {
    let (vectors, vocabulary, _) = SentenceVectors::build(document, &words.0);
    let centroid = Centroid::of(&vectors, vocabulary.len(), &Weights::default());
    Weighed { vectors, vocabulary, centroid }
}

/// Sentence scores.
pub fn score(document: &Document, weighed: &Weighed) -> usize {
    let factors = Factors::of(document, &weighed.vectors, &Antecedents::default(), &Weights::default());
    factors.scores(&weighed.centroid.sums(&weighed.vectors)).len()
}

/// A summary of so many sentences.
pub fn choose(document: &Document, weighed: &Weighed, sentences: usize) -> usize {
    let weights = Weights::default();
    let factors = Factors::of(document, &weighed.vectors, &Antecedents::default(), &weights);
    let sums = weighed.centroid.sums(&weighed.vectors);
    let room = Room { sentences, words: usize::MAX, at_most: false };
    select(&weighed.vectors, &weighed.centroid, &sums, &factors, &weights, room).len()
}

impl Weighed {
    /// The number of terms.
    pub fn terms(&self) -> usize {
        self.vocabulary.len()
    }
}
