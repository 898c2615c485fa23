//! What is given back.

use crate::keyword::Keyword;
use crate::quotation::Quotation;
use crate::score::SentenceScore;
use crate::{Language, Span};

/// A summary: sentences of the text, its key quotes and key phrases.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The headline found in the text.
    pub title: Option<Span>,
    /// The language, detected or given.
    pub language: Language,
    /// The chosen sentences, in document order.
    pub sentences: Vec<SummarySentence>,
    /// The key quotes, best first, or all in document order.
    pub quotes: Vec<KeyQuote>,
    /// The key phrases, heaviest first.
    pub keywords: Vec<Keyword>,
    /// The text and the summary in numbers.
    pub statistics: Statistics,
}

/// A chosen sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct SummarySentence {
    /// Where it stands.
    pub span: Span,
    /// What is shown of it: the pieces between its reference marks, to be read
    /// one behind the other. One piece where it has none.
    pub parts: Vec<Span>,
    /// The heading that it stands under, `None` before the first one.
    pub section: Option<Span>,
    /// What its opening words stand for, where they lean on what was said before
    /// and it is certain: "He", "The two", "This plan".
    pub antecedents: Vec<Antecedent>,
    /// Its place among the text's sentences, from 0; headings are counted.
    pub order: usize,
    /// In what turn it was chosen, from 1 for the best.
    pub rank: usize,
    /// Its block's place among the text's blocks, from 0.
    pub paragraph: usize,
    /// Why it was chosen.
    pub score: SentenceScore,
    /// Its weightiest terms, heaviest first, three at most: where each stands
    /// first in the text.
    pub terms: Vec<Span>,
}

/// What words of a sentence stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Antecedent {
    /// The words: "The two".
    pub mention: Span,
    /// The names or phrases that they stand for, one or several, each the
    /// fullest up to there.
    pub names: Vec<Span>,
}

/// A quotation and its score.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyQuote {
    /// The quotation.
    pub quotation: Quotation,
    /// How much of what the text is about it says, 0 to 1.
    pub score: f64,
}

/// The text and the summary in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Statistics {
    /// The text's length in UTF-16 code units, as JavaScript counts.
    pub characters: usize,
    /// The text's words by UAX #29, headings included.
    pub words: usize,
    /// The text's sentences, headings not included.
    pub sentences: usize,
    /// The words of the chosen sentences.
    pub summary_words: usize,
    /// `summary_words` ÷ `words`, 0 to 1; 0 for a text without words.
    pub compression_ratio: f64,
    /// How long the text takes to read, in seconds, at
    /// [`WORDS_PER_MINUTE`](crate::WORDS_PER_MINUTE).
    pub reading_seconds: f64,
    /// How much of that the summary saves, in seconds.
    pub saved_seconds: f64,
}

/// The silent reading rate of English non-fiction (Brysbaert 2019).
pub const WORDS_PER_MINUTE: f64 = 238.0;
