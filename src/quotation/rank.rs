//! Ranking: which quotations are key quotes.

use super::Quotation;
use crate::document::Document;
use crate::find::{self, DIGITS, Marked};
use crate::hash::{Numbers, fingerprint};
use crate::power::power;
use crate::rank::{Ranked, best_first, rank};
use crate::runs::Runs;
use crate::term::{FormTerms, TermId};
use crate::weight::Centroid;
use crate::word::Words;
use std::collections::BinaryHeap;

/// The words under which a quotation weighs less, in proportion: a pull quote
/// has a point of its own.
const FULL_LENGTH: f64 = 10.0;

/// The words over which it weighs less, in proportion: a pull quote is read at
/// a glance.
const READABLE_LENGTH: f64 = 45.0;

/// The weight of a piece of a sentence: he called it “the worst of both worlds”.
const FRAGMENT: f64 = 0.6;

/// The weight of a quotation that leans on what was said before: “It was late.”
const LEANING: f64 = 0.8;

/// The weight of a quotation whose speaker is not known.
const NAMELESS: f64 = 0.5;

/// The words that it has at least, and a question: “set and forget”, “hero bus drivers” and
/// “Should I buy this?”, which nobody is known to have said, are no key quotes. Nor is a
/// piece of a sentence: “the right thing to do for the harbour”.
const UTTERED: f64 = 6.0;
const ASKED: f64 = 20.0;

/// The weight of a question: an interviewer's, mostly.
const QUESTION: f64 = 0.5;

/// The weight of a quotation that the summary has already, in one of its sentences.
const CHOSEN: f64 = 0.3;

/// The share of a quotation's terms that another may have: then they say the same.
const SAME: f64 = 0.7;

/// The weight of a speaker's next quotation as a share of the last one's.
const SAME_SPEAKER: f64 = 0.6;

/// What the rank of each quotation depends on, whatever is asked for: its
/// terms, in one arena, and its form.
#[derive(Debug, Default)]
pub(crate) struct QuotationVectors {
    /// By quotation.
    terms: Runs<TermId>,
    /// The weight of each quotation's form.
    forms: Vec<f64>,
}

impl QuotationVectors {
    /// Reads the words of quotations.
    pub(crate) fn of(
        document: &Document,
        words: &Words,
        terms: &FormTerms,
        quotations: &[Quotation],
    ) -> Self {
        let mut vectors = QuotationVectors::default();
        for quotation in quotations {
            let mut count = 0;
            for word in quotation.parts.iter().flat_map(|part| words.within(*part)) {
                count += 1;
                vectors.terms.extend(terms.term(*word));
            }
            vectors.terms.end();
            vectors.forms.push(form(document, quotation, count));
        }
        vectors
    }

    /// How much each quotation is a key quote, as a share of the best one's, 0
    /// to 1: the weights of its terms over the root of their number, times its
    /// form.
    pub(crate) fn scores(&self, centroid: &Centroid) -> Vec<f64> {
        let raw = self.forms.iter().enumerate().map(|(index, form)| {
            let terms = self.terms.run(index);
            let sum: f64 = terms.iter().map(|term| centroid.weight(*term)).sum();
            sum / f64::sqrt(terms.len().max(1) as f64) * form
        });
        let raw: Vec<f64> = raw.collect();
        let best = raw.iter().copied().fold(0.0, f64::max);
        raw.into_iter().map(|raw| if best > 0.0 { raw / best } else { 0.0 }).collect()
    }
}

/// The weight of a quotation's form: its length in words, whether it is whole,
/// and whether its speaker is known. Up to 1; 0 for what is no key quote.
fn form(document: &Document, quotation: &Quotation, words: usize) -> f64 {
    let words = words.max(1) as f64;
    let length = (words / FULL_LENGTH).min(1.0) * (READABLE_LENGTH / words).min(1.0);
    let opening = quotation.parts.first().map_or("", |part| part.of(document.text()));
    let whole = match opening {
        fragment if fragment.opens_small() => FRAGMENT,
        leaning if document.lexicon().leaning(leaning).is_some() => LEANING,
        _ => 1.0,
    };
    let named = quotation.speaker.is_some();
    // "see Section 5.1.6, “The Night Ferries of the Inlet”", "参见第 5.1 节 “海湾的夜间渡轮”"
    let section = || {
        let before = document.text().head(quotation.span.start as usize).before_marks(" ,:–—");
        let before = find::before(before, "节|節|章|절").unwrap_or(before).trim_end();
        // No more than the number is read: a text may have no white space.
        let number = before.tail(before.before_marks("0123456789.").len());
        number.ends_in_mark(DIGITS) && number.has_mark(".")
    };
    let closing = quotation.parts.last().map_or("", |part| part.of(document.text()));
    let asks = closing.trim_end().ends_in_mark("?？؟");
    // « Notez tout, même rien. »
    let sentence = || whole == 1.0 && closing.ends_in_mark(".!…。！।");
    let few = || words < if asks { ASKED } else { UTTERED } && !sentence();
    if !named && (whole == FRAGMENT || few() || section()) {
        return 0.0;
    }
    length * whole * if named { 1.0 } else { NAMELESS } * if asks { QUESTION } else { 1.0 }
}

impl QuotationVectors {
    /// Whether two quotations say the same: by how many terms of the shorter one both
    /// have.
    fn are_alike(&self, one: usize, other: usize) -> bool {
        let (one, other) = (self.terms.run(one), self.terms.run(other));
        let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
        let long = long.get(..MOST_TERMS).unwrap_or(long);
        let shared = short.iter().take(COMPARED).filter(|term| long.contains(term)).count();
        !short.is_empty() && shared as f64 >= SAME * short.len().min(COMPARED) as f64
    }
}

/// The terms of a quotation that are compared with another's, the terms of that one,
/// and the quotations that one is compared with: bounds that keep the work linear.
const COMPARED: usize = 32;
const MOST_TERMS: usize = 256;
const MOST_TAKEN: usize = 16;

/// The `count` best quotations, best first, each with its score. Every quotation of a
/// speaker but the best weighs less, so that several people get a word in, and so does
/// one that stands in a chosen sentence; of two that say the same the better is taken.
pub(crate) fn best(
    document: &Document,
    quotations: &[Quotation],
    vectors: &QuotationVectors,
    mut scores: Vec<f64>,
    chosen: &[usize],
    count: usize,
) -> Vec<(usize, f64)> {
    let mut taken = vec![false; document.sentences().len()];
    for sentence in chosen {
        if let Some(taken) = taken.get_mut(*sentence) {
            *taken = true;
        }
    }
    for (score, quotation) in scores.iter_mut().zip(quotations) {
        *score *= if taken.get(quotation.sentence) == Some(&true) { CHOSEN } else { 1.0 };
    }
    let mut turns = Numbers::default();
    let mut turn = |index: usize| {
        let speaker = quotations.get(index).and_then(|quotation| quotation.speaker.or(quotation.mention));
        let speaker = speaker.map_or("", |speaker| speaker.of(document.text()));
        let turn = turns.entry(fingerprint(speaker)).or_default();
        *turn += 1;
        (*turn - 1) as f64
    };
    // No score grows by its turn, so the best of those that have theirs is better than all that
    // may come once it is better than the next: few are looked at.
    let mut coming = best_first(rank(scores.into_iter())).peekable();
    let mut turned = BinaryHeap::new();
    let mut best: Vec<(usize, f64)> = Vec::new();
    while best.len() < count {
        while let Some(Ranked { index, score }) =
            coming.next_if(|next| turned.peek().is_none_or(|turned| turned < next))
        {
            turned.push(Ranked { index, score: score * power(SAME_SPEAKER, turn(index)) });
        }
        let Some(Ranked { index, score }) = turned.pop().filter(|next| next.score > 0.0) else { break };
        if !best.iter().take(MOST_TAKEN).any(|(other, _)| vectors.are_alike(index, *other)) {
            best.push((index, score));
        }
    }
    best
}
