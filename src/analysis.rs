//! The whole way from a text to its summaries.

use crate::candidate::candidates;
use crate::document::Document;
use crate::keyword::{Keyword, Keywords};
use crate::options::{AnalyzeOptions, Budget, QuoteLimit, SummaryOptions};
use crate::people::{Antecedents, antecedents};
use crate::phrase::{Phrase, Place, places};
use crate::quotation::{Quotation, QuotationVectors, best, quotations};
use crate::rank::{ascending, best_first, rank};
use crate::score::{Factors, SentenceScore, Weights};
use crate::select::{Room, select};
use crate::summary::{Antecedent, KeyQuote, Statistics, Summary, SummarySentence, WORDS_PER_MINUTE};
use crate::term::{FormTerms, TermId, Vocabulary};
use crate::weight::{Centroid, SentenceVectors};
use crate::word::Words;
use crate::{Error, Span, Utf16Offsets};
use std::borrow::Cow;

/// A text, analysed once, from which summaries of any length are chosen.
#[derive(Debug)]
pub struct Analysis {
    document: Document,
    words: Words,
    vocabulary: Vocabulary,
    terms: FormTerms,
    keywords: Keywords,
    /// The best of them where no query says otherwise, which most summaries give.
    best_keywords: Vec<Keyword>,
    vectors: SentenceVectors,
    centroid: Centroid,
    factors: Factors,
    antecedents: Antecedents,
    sums: Vec<f64>,
    scores: Vec<SentenceScore>,
    quotations: Vec<Quotation>,
    quotation_vectors: QuotationVectors,
    weights: Weights,
    offsets: Utf16Offsets,
}

/// What is chosen from under a query.
struct Focus<'a> {
    vectors: Cow<'a, SentenceVectors>,
    centroid: Centroid,
    sums: Vec<f64>,
    scores: Vec<SentenceScore>,
}

impl Analysis {
    /// Analyses a text.
    ///
    /// # Errors
    /// [`Error::TextTooLong`] over [`MAX_TEXT_BYTES`](crate::MAX_TEXT_BYTES).
    pub fn new(text: impl Into<String>, options: &AnalyzeOptions) -> Result<Self, Error> {
        Self::with_weights(text, options, Weights::default())
    }

    /// Analyses a text with other weights than the default ones.
    ///
    /// # Errors
    /// As [`Analysis::new`].
    pub fn with_weights(
        text: impl Into<String>,
        options: &AnalyzeOptions,
        weights: Weights,
    ) -> Result<Self, Error> {
        let blocks = options.blocks.as_deref().unwrap_or_default();
        let document = Document::with_blocks(text.into(), options.language, blocks)?;
        let words = Words::of(&document);
        let (vectors, vocabulary, terms) = SentenceVectors::build(&document, &words);
        let found = document.title().map(|title| title.of(document.text()));
        let title = options.title.as_deref().or(found).unwrap_or_default();
        let title_terms = find_terms(title, &document, &vocabulary);
        let centroid = Centroid::of(&vectors, vocabulary.len(), &weights).raised(title_terms, weights.title);
        let candidates = candidates(&document, &words, &terms, &vocabulary);
        let keywords = Keywords::of(candidates, words.all().len(), vectors.prose_count());
        let (quotations, people) = quotations(&document, &words);
        let antecedents = antecedents(&document, &words, &people, &quotations);
        drop(people); // most of what is not kept
        let factors = Factors::of(&document, &vectors, &antecedents, &weights);
        let sums = centroid.sums(&vectors);
        let mut analysis = Analysis {
            keywords,
            best_keywords: Vec::new(),
            scores: factors.scores(&sums),
            sums,
            quotation_vectors: QuotationVectors::of(&document, &words, &terms, &quotations),
            quotations,
            offsets: Utf16Offsets::new(document.text()),
            document,
            words,
            vocabulary,
            terms,
            vectors,
            centroid,
            factors,
            antecedents,
            weights,
        };
        analysis.best_keywords = analysis.best_keywords(KEPT_KEYWORDS, &analysis.centroid);
        Ok(analysis)
    }

    /// The text and its structure.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The number of UTF-16 code units before a byte offset of the text: the
    /// index of the same place in a JavaScript string.
    pub fn utf16(&self, offset: usize) -> usize {
        self.offsets.at(self.document.text(), offset)
    }

    /// The score of every sentence, headings included, in document order.
    pub fn scores(&self) -> &[SentenceScore] {
        &self.scores
    }

    /// What the opening words of each sentence stand for, where that is certain.
    pub fn antecedents(&self) -> impl Iterator<Item = (usize, &Antecedent)> {
        self.antecedents.iter()
    }

    /// Every direct quotation, in document order.
    pub fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }

    /// Where the text has a phrase, in any form of its words, in document order;
    /// headings are looked at, too. Commas part several phrases.
    pub fn occurrences(&self, phrase: &str) -> Vec<Span> {
        let phrases = Phrase::list(phrase, &self.document, &self.vocabulary);
        let mut found = Vec::new();
        self.places(&phrases, &mut |place| found.push(place.span));
        found
    }

    fn places(&self, phrases: &[Phrase], give: &mut dyn FnMut(Place)) {
        places(phrases, &self.document, &self.words, &self.terms, give);
    }

    fn best_keywords(&self, count: usize, centroid: &Centroid) -> Vec<Keyword> {
        let mut keywords = self.keywords.best(&self.document, &self.vocabulary, centroid, count);
        let text = self.document.text();
        let mut phrases = Vec::with_capacity(keywords.len());
        keywords.retain(|keyword| {
            let phrase = Phrase::read(keyword.span.of(text), &self.document, &self.vocabulary);
            phrase.map(|phrase| phrases.push(phrase)).is_some()
        });
        self.places(&phrases, &mut |place| {
            if let Some(keyword) = keywords.get_mut(place.phrase) {
                keyword.count += 1;
            }
        });
        // A mark without its letter is read otherwise by itself, and stands nowhere.
        keywords.retain(|keyword| keyword.count > 0);
        keywords
    }

    /// Chooses a summary.
    ///
    /// # Errors
    /// [`Error::InvalidOption`] for a budget out of its range.
    pub fn summarize(&self, options: &SummaryOptions) -> Result<Summary, Error> {
        let room = self.room(options.budget.check()?);
        let focus = self.focus(&options.query);
        let (vectors, centroid, sums, scores) = match &focus {
            None => (&self.vectors, &self.centroid, &self.sums, &self.scores),
            Some(Focus { vectors, centroid, sums, scores }) => (vectors.as_ref(), centroid, sums, scores),
        };
        let picks = select(vectors, centroid, sums, &self.factors, &self.weights, room);
        let in_order = ascending(picks.iter().copied());
        let turns = in_order.filter_map(|ranked| Some((*picks.get(ranked.index)?, ranked.index + 1)));
        let sentence = |(order, turn)| self.sentence(order, turn, centroid, scores);
        let sentences = turns.filter_map(sentence).collect();
        let summary_words = picks.iter().map(|order| self.vectors.words(*order)).sum();
        Ok(Summary {
            title: self.document.title(),
            language: self.document.language(),
            sentences,
            quotes: self.quotes(options.quotes, centroid, &picks),
            keywords: match options.keywords {
                kept @ ..=KEPT_KEYWORDS if focus.is_none() => {
                    self.best_keywords.iter().take(kept).cloned().collect()
                }
                more => self.best_keywords(more, centroid),
            },
            statistics: self.statistics(summary_words),
        })
    }

    /// What a query changes: its words weigh more, and a phrase of several words is a
    /// term of its own in the sentences that have it. `None` where the text has none.
    fn focus(&self, query: &str) -> Option<Focus<'_>> {
        let mut terms: Vec<TermId> = find_terms(query, &self.document, &self.vocabulary).collect();
        if terms.is_empty() {
            return None;
        }
        let mut phrases = Phrase::list(query, &self.document, &self.vocabulary);
        phrases.retain(Phrase::is_long);
        let own = |phrase: usize| TermId((self.vocabulary.len() + phrase) as u32);
        terms.extend((0..phrases.len()).map(own));
        let mut added: Vec<(usize, TermId)> = Vec::new();
        self.places(&phrases, &mut |place| {
            added.push((place.sentence, own(place.phrase)));
        });
        let vectors = match added.is_empty() {
            true => Cow::Borrowed(&self.vectors),
            false => Cow::Owned(self.vectors.with(&added)),
        };
        let centroid = self.centroid.focused(terms, self.weights.query);
        let sums = centroid.sums(&vectors);
        let scores = self.factors.scores(&sums);
        Some(Focus { vectors, centroid, sums, scores })
    }

    fn room(&self, budget: Budget) -> Room {
        let words = self.vectors.total_words() as f64;
        let of_words = |words: f64| Room { sentences: usize::MAX, words: words as usize, at_most: false };
        match budget {
            Budget::Auto => {
                let sentences = if self.factors.is_list() { AUTO_ITEMS } else { usize::MAX };
                let words = (AUTO_WORDS * words.sqrt()).round().min(AUTO_MOST);
                Room { sentences, at_most: true, ..of_words(words) }
            }
            Budget::Ratio(ratio) => of_words((ratio * words).round()),
            Budget::Words(words) => of_words(words as f64),
            Budget::Sentences(sentences) => Room { sentences, words: usize::MAX, at_most: false },
        }
    }

    fn sentence(
        &self,
        order: usize,
        rank: usize,
        centroid: &Centroid,
        scores: &[SentenceScore],
    ) -> Option<SummarySentence> {
        let sentence = self.document.sentences().get(order)?;
        Some(SummarySentence {
            span: sentence.content,
            parts: self.document.shown(sentence.content),
            section: self.document.heading_of(sentence.block),
            antecedents: self.antecedents.get(order).into_iter().cloned().collect(),
            order,
            rank,
            paragraph: sentence.block,
            score: scores.get(order).copied().unwrap_or_default(),
            terms: self.top_terms(order, centroid),
        })
    }

    /// Where the weightiest terms of a sentence stand first.
    fn top_terms(&self, order: usize, centroid: &Centroid) -> Vec<Span> {
        let terms = self.vectors.terms(order);
        let ranked = best_first(rank(terms.iter().map(|term| centroid.weight(*term))));
        let best = ranked.take(TOP_TERMS).filter_map(|ranked| terms.get(ranked.index));
        best.map(|term| self.vocabulary.surface(*term)).collect()
    }

    fn quotes(&self, limit: QuoteLimit, centroid: &Centroid, picks: &[usize]) -> Vec<KeyQuote> {
        let scores = self.quotation_vectors.scores(centroid);
        let ranked = match limit {
            QuoteLimit::All => scores.into_iter().enumerate().collect(),
            QuoteLimit::Best(0) => Vec::new(),
            QuoteLimit::Best(count) => {
                best(&self.document, &self.quotations, &self.quotation_vectors, scores, picks, count)
            }
        };
        let quote = |(index, score): (usize, f64)| {
            let mut quotation = self.quotations.get(index)?.clone();
            quotation.parts = quotation.parts.iter().flat_map(|part| self.document.shown(*part)).collect();
            Some(KeyQuote { quotation, score })
        };
        ranked.into_iter().filter_map(quote).collect()
    }

    fn statistics(&self, summary_words: usize) -> Statistics {
        let words = self.vectors.total_words();
        let seconds = |words: usize| words as f64 * 60.0 / WORDS_PER_MINUTE;
        Statistics {
            characters: self.utf16(self.document.text().len()),
            words,
            sentences: self.vectors.prose_count(),
            summary_words,
            compression_ratio: summary_words as f64 / words.max(1) as f64,
            reading_seconds: seconds(words),
            saved_seconds: seconds(words.saturating_sub(summary_words)),
        }
    }
}

/// The keywords that are kept with the analysis: those that a summary gives by itself.
const KEPT_KEYWORDS: usize = 8;

/// The automatic length is this many words for each square root of the text's.
const AUTO_WORDS: f64 = 4.0;

/// Where the automatic length stops growing: about a minute's reading.
const AUTO_MOST: f64 = 240.0;

/// The items that are chosen of a text which is a list of fragments, by itself.
const AUTO_ITEMS: usize = 5;

/// The terms that are given for each chosen sentence.
const TOP_TERMS: usize = 3;

/// The terms of the text that `words` names.
fn find_terms<'a>(
    words: &'a str,
    document: &'a Document,
    vocabulary: &'a Vocabulary,
) -> impl Iterator<Item = TermId> + 'a {
    let lexicon = document.lexicon();
    let words = crate::segment::token::words(words);
    words.filter_map(|(_, word)| vocabulary.find(word, lexicon))
}
