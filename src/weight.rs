//! Term weights: TF × ISF, gathered in a centroid.

use crate::Span;
use crate::document::Document;
use crate::find::{Marked, place};
use crate::power::{log2, power};
use crate::runs::Runs;
use crate::score::Weights;
use crate::term::{FormTerms, Interner, TermId, Vocabulary};
use crate::unspaced;
use crate::word::{Word, Words};

/// The distinct terms of every sentence, in one arena.
#[derive(Clone, Debug, Default)]
pub(crate) struct SentenceVectors {
    /// By sentence.
    terms: Runs<TermId>,
    /// The words of each sentence, stop words included.
    words: Vec<u32>,
    /// Whether each sentence may enter a summary.
    prose: Vec<bool>,
    /// The words of the first and second person.
    persons: usize,
}

impl SentenceVectors {
    /// Reads a document's sentences. Headings have no terms here: they are
    /// never chosen, and their words are not the text's.
    pub(crate) fn build(document: &Document, words: &Words) -> (Self, Vocabulary, FormTerms) {
        let text = document.text();
        let mut interner = Interner::new(document, words);
        let mut vectors = SentenceVectors::default();
        let per_word = document.lexicon().script().pairs_per_word();
        let mut last_sentence: Vec<u32> = Vec::new();
        for (order, sentence) in document.sentences().iter().enumerate() {
            let prose = document.is_prose(sentence);
            let stamp = order as u32 + 1;
            let lines = place(b'\n', sentence.span.of(text).as_bytes()).is_some();
            let mut count = 0u32;
            let mut rest = words.sentence(order).iter();
            while let Some(word) = rest.next() {
                let next = rest.as_slice().first().filter(|_| lines);
                let broken = next.and_then(|next| broken(text, words, *word, *next));
                if broken.is_some() {
                    rest.next();
                }
                count += 1;
                if !prose {
                    continue;
                }
                let term = match broken {
                    Some((first, rest)) => interner.intern_broken(first, rest),
                    None => interner.intern(*word),
                };
                let Some(term) = term else { continue };
                let index = term.0 as usize;
                if index >= last_sentence.len() {
                    last_sentence.resize(index + 1, 0);
                }
                if let Some(last) = last_sentence.get_mut(index).filter(|last| **last != stamp) {
                    *last = stamp;
                    vectors.terms.push(term);
                }
            }
            vectors.terms.end();
            vectors.words.push(count.div_ceil(per_word));
            vectors.prose.push(prose);
        }
        vectors.terms.shrink();
        vectors.persons = interner.persons();
        let (mut vocabulary, form_terms) = interner.finish();
        if document.lexicon().script().is_unspaced() {
            unspaced::lengthen(text, words, &form_terms, &mut vocabulary);
        }
        (vectors, vocabulary, form_terms)
    }

    /// The same sentences with more terms, which are given by sentence in order; those
    /// that may not be chosen get none.
    pub(crate) fn with(&self, added: &[(usize, TermId)]) -> Self {
        let mut terms = Runs::default();
        let mut added = added.iter().peekable();
        for order in 0..self.len() {
            terms.extend(self.terms(order).iter().copied());
            let mut own: Vec<TermId> = Vec::new();
            while let Some((_, term)) = added.next_if(|(sentence, _)| *sentence == order) {
                if self.is_prose(order) && !own.contains(term) {
                    own.push(*term);
                }
            }
            terms.extend(own);
            terms.end();
        }
        SentenceVectors { terms, ..self.clone() }
    }

    /// The number of sentences.
    pub(crate) fn len(&self) -> usize {
        self.terms.len()
    }

    /// The distinct terms of a sentence, in order of occurrence.
    pub(crate) fn terms(&self, order: usize) -> &[TermId] {
        self.terms.run(order)
    }

    /// The words of a sentence, stop words included.
    pub(crate) fn words(&self, order: usize) -> usize {
        self.words.get(order).map_or(0, |words| *words as usize)
    }

    /// Whether a sentence may enter a summary: headings may not.
    pub(crate) fn is_prose(&self, order: usize) -> bool {
        self.prose.get(order).copied().unwrap_or(false)
    }

    /// How many words are pronouns of the first or second person.
    pub(crate) fn persons(&self) -> usize {
        self.persons
    }

    /// How many sentences may enter a summary.
    pub(crate) fn prose_count(&self) -> usize {
        self.prose.iter().filter(|prose| **prose).count()
    }

    /// The words of all sentences.
    pub(crate) fn total_words(&self) -> usize {
        self.words.iter().map(|words| *words as usize).sum()
    }
}

/// The halves of a word that is broken by a hyphen at a line's end: "exam-\nple", and U+2010 in
/// manual pages.
fn broken(text: &str, words: &Words, word: Word, next: Word) -> Option<(Span, Span)> {
    let first = words.span(word);
    if !text.tail(first.end as usize).opens_with_mark("-\u{2010}") {
        return None;
    }
    let rest = words.span(next);
    let gap = Span::new(first.end as usize, rest.start as usize).of(text);
    (gap.contains('\n') && rest.of(text).opens_small()).then_some((first, rest))
}

/// A costly function of small whole numbers, each computed once.
pub(crate) struct Memo<F> {
    function: F,
    /// NaN for what is not known yet.
    known: Vec<f64>,
}

/// The numbers that a [`Memo`] keeps.
const MEMO: usize = 1024;

impl<F: Fn(usize) -> f64> Memo<F> {
    pub(crate) fn of(function: F) -> Self {
        Memo { function, known: vec![f64::NAN; MEMO] }
    }

    pub(crate) fn at(&mut self, number: usize) -> f64 {
        match self.known.get_mut(number) {
            None => (self.function)(number),
            Some(known) if known.is_nan() => {
                *known = (self.function)(number);
                *known
            }
            Some(known) => *known,
        }
    }
}

/// The weight of every term: what the text is about (Radev et al. 2004).
#[derive(Clone, Debug, Default)]
pub(crate) struct Centroid {
    weights: Vec<f64>,
}

impl Centroid {
    /// Weighs the terms of `vectors`:
    /// sentence frequency^`frequency` × inverse sentence frequency.
    pub(crate) fn of(vectors: &SentenceVectors, terms: usize, parameters: &Weights) -> Self {
        let mut frequencies = vec![0u32; terms];
        let mut prose = 0u32;
        for order in 0..vectors.len() {
            let sentence_terms = vectors.terms(order);
            for term in sentence_terms {
                if let Some(frequency) = frequencies.get_mut(term.0 as usize) {
                    *frequency += 1;
                }
            }
            prose += u32::from(!sentence_terms.is_empty());
        }
        let weigh = |frequency: usize| {
            let frequency = frequency as f64;
            let inverse = inverse_sentence_frequency(frequency, f64::from(prose));
            power(frequency, parameters.frequency) * inverse
        };
        let mut weigh = Memo::of(weigh);
        Centroid { weights: frequencies.iter().map(|frequency| weigh.at(*frequency as usize)).collect() }
    }

    /// The weights of all terms, by [`TermId`].
    pub(crate) fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// The weight of a term, 0 for one that no sentence has.
    pub(crate) fn weight(&self, term: TermId) -> f64 {
        self.weights.get(term.0 as usize).copied().unwrap_or(0.0)
    }

    /// The sum of each sentence's term weights.
    pub(crate) fn sums(&self, vectors: &SentenceVectors) -> Vec<f64> {
        let sum = |order| vectors.terms(order).iter().fold(0.0, |sum, term| sum + self.weight(*term));
        (0..vectors.len()).map(sum).collect()
    }

    /// The same weights with some terms' multiplied by `factor`.
    pub(crate) fn raised(self, terms: impl IntoIterator<Item = TermId>, factor: f64) -> Self {
        self.with(terms, |weight| weight * factor)
    }

    /// The same weights, but some terms, known or new, weigh `factor` times the heaviest.
    pub(crate) fn focused(&self, terms: impl IntoIterator<Item = TermId>, factor: f64) -> Self {
        let heaviest = self.weights.iter().copied().fold(0.0, f64::max);
        self.clone().with(terms, |_| heaviest * factor)
    }

    fn with(mut self, terms: impl IntoIterator<Item = TermId>, weigh: impl Fn(f64) -> f64) -> Self {
        for term in terms {
            let index = term.0 as usize;
            if index >= self.weights.len() {
                self.weights.resize(index + 1, 0.0);
            }
            if let Some(weight) = self.weights.get_mut(index) {
                *weight = weigh(*weight);
            }
        }
        self
    }
}

/// How telling a term is by the share of sentences that lack it (Neto et al.
/// 2000): log₂(1 + sentences ÷ sentences with the term), 1 for a term that
/// every sentence has.
fn inverse_sentence_frequency(frequency: f64, sentences: f64) -> f64 {
    log2(1.0 + sentences / frequency.max(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    fn weigh(text: &str) -> (Document, SentenceVectors, Vocabulary, Centroid) {
        let document = Document::parse(text.into(), Some(Language::English)).unwrap();
        let (vectors, vocabulary, _) = SentenceVectors::build(&document, &Words::of(&document));
        let centroid = Centroid::of(&vectors, vocabulary.len(), &Weights::default());
        (document, vectors, vocabulary, centroid)
    }

    #[test]
    fn a_sentence_has_each_term_once() {
        let (_, vectors, _, _) = weigh("Ferries meet ferries. The ferry sank.");
        assert_eq!(vectors.terms(0).len(), 2);
        assert_eq!(vectors.terms(1).len(), 2);
        assert_eq!(vectors.terms(2), []);
        assert_eq!((vectors.words(0), vectors.words(1), vectors.total_words()), (3, 3, 6));
    }

    #[test]
    fn a_word_broken_at_a_line_end_is_one_word() {
        let (document, vectors, vocabulary, _) =
            weigh("In the grey morning the old fer-\nry left the well-known har-\nbor for the last time.");
        assert!(vocabulary.find("ferry", document.lexicon()).is_some());
        let (_, _, printed, _) =
            weigh("In the morning of that day. The old fer‐\n       ry left the harbor.");
        assert!(printed.find("ferry", document.lexicon()).is_some());
        assert!(vocabulary.find("well", document.lexicon()).is_some());
        assert_eq!(vectors.words(0), 16);
    }

    #[test]
    fn frequent_terms_weigh_more() {
        let (document, _, vocabulary, centroid) =
            weigh("Ferries cross rivers. Boats sink. A ferry can sink too.");
        let weight = |word: &str| {
            let term = vocabulary.find(word, document.lexicon()).unwrap();
            centroid.weight(term)
        };
        assert!(weight("ferry") > weight("river"), "more frequent");
        assert_eq!(weight("ferry"), weight("sink"), "as frequent");
    }
}
