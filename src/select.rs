//! Selection: the sentences that together say most, within a budget.

use crate::language::Leaning;
use crate::rank::Ranked;
use crate::score::{Factors, Weights};
use crate::term::TermId;
use crate::weight::{Centroid, SentenceVectors};
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;

/// How much may be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Room {
    pub(crate) sentences: usize,
    pub(crate) words: usize,
    /// Whether the length is ours to choose: then it may be a quarter longer where it
    /// is not half full, and nothing fills it up. From half of it on, a sentence must
    /// gain at least [`WORTH_FILLING`] of what the last one did, wherever they stand, and
    /// what cannot be understood by itself is chosen only where nothing else is there.
    pub(crate) at_most: bool,
}

/// The share of the gain of a sentence that did not fit, or of the last one,
/// which a later one must have to fill up the room.
const WORTH_FILLING: f64 = 0.5;

/// How often a gain is computed anew for each sentence on the average, before one that
/// is nearly what it was is taken as it is.
const PATIENCE: usize = 32;

/// The share of its last known gain that a sentence must still gain then. A sentence that
/// gains less falls by a twentieth each time it is looked at, so it is looked at a bounded
/// number of times (the thresholds of Badanidiyuru and Vondrák 2014), and the choice stays
/// linear where a fifth of a book is asked for.
const NEARLY: f64 = 0.95;

/// Chooses sentences, best first, by a submodular gain: the sum of a
/// sentence's term weights, where a term's weight falls each time a chosen
/// sentence has it (Lin and Bilmes 2011).
///
/// Gains only fall, so a sentence's last known gain bounds it from above, and
/// only those at the top of a heap are computed anew (lazy greedy, Minoux
/// 1978); the one gain that can rise, of a neighbour of the sentence chosen,
/// is put on the heap again. Of equal gains the earlier sentence wins.
///
/// A sentence that repeats a chosen one is never taken. One that does not fit
/// the room for words is passed over, but for the first, and the choice ends
/// before one that gains less than [`WORTH_FILLING`] of what was passed over:
/// better a little short than filled up.
pub(crate) fn select(
    vectors: &SentenceVectors,
    centroid: &Centroid,
    sums: &[f64],
    factors: &Factors,
    weights: &Weights,
    room: Room,
) -> Vec<usize> {
    let mut choice = Choice::of(vectors, centroid, factors, weights, room);
    let gains = sums.iter().enumerate().map(|(order, sum)| match choice.company(order) {
        Some(_) => choice.candidate(order),
        None => Ranked { score: sum * factors.factor(order, false, room.at_most), index: order },
    });
    let gains = gains.filter(|candidate| candidate.score > 0.0);
    let mut heap: BinaryHeap<Ranked> = gains.collect::<Vec<Ranked>>().into();
    let mut words = 0;
    let mut passed_over: f64 = 0.0;
    let mut last = (0.0, 0.0);
    let mut looked: usize = 0;
    while choice.picks.len() < room.sentences {
        let Some(mut top) = heap.peek_mut() else { break };
        let fresh = choice.candidate(top.index);
        let chosen = choice.is_chosen(top.index);
        looked += 1;
        let patient = looked < PATIENCE * vectors.len();
        let enough = if patient { top.score } else { NEARLY * top.score };
        if fresh.score < enough && !chosen {
            *top = fresh;
            continue;
        }
        let top = PeekMut::pop(top);
        if chosen {
            continue;
        }
        let filling = room.at_most && 2 * words >= room.words;
        let said = fresh.score / factors.position(top.index);
        let little = fresh.score < WORTH_FILLING * last.0 && said < WORTH_FILLING * last.1;
        if fresh.score < WORTH_FILLING * passed_over || filling && little {
            break;
        }
        let company = choice.company(top.index);
        let stands = company.is_some() || choice.stands(top.index);
        if room.at_most && !choice.picks.is_empty() && !stands {
            continue;
        }
        let taken = || company.into_iter().chain([top.index]);
        let more: usize = taken().map(|order| vectors.words(order)).sum();
        // One long sentence alone is seldom a summary.
        let short = !filling || choice.picks.len() == 1;
        let stretch = if room.at_most && short { room.words / 4 } else { 0 };
        let fits =
            words + more <= room.words + stretch && choice.picks.len() + taken().count() <= room.sentences;
        if !fits && (company.is_some() || !choice.picks.is_empty()) {
            passed_over = passed_over.max(if company.is_none() { fresh.score } else { 0.0 });
            continue;
        }
        if taken().any(|order| choice.repeats(order)) {
            continue;
        }
        words += more;
        last = (fresh.score, said);
        taken().for_each(|order| choice.take(order));
        let neighbours = [top.index.checked_sub(1), Some(top.index + 1)].into_iter().flatten();
        heap.extend(
            neighbours.map(|order| choice.candidate(order)).filter(|candidate| candidate.score > 0.0),
        );
    }
    if choice.picks.is_empty() {
        // "To be or not to be." has no terms, "By Jane Doe" no prose, and each
        // may be all there is.
        let worded = |order: &usize| vectors.words(*order) > 0;
        let prose = (0..vectors.len()).filter(worded).find(|order| vectors.is_prose(*order));
        choice.picks.extend(prose.or((0..vectors.len()).find(worded)));
    }
    choice.picks
}

/// What is chosen so far, and what is still to gain.
struct Choice<'a> {
    vectors: &'a SentenceVectors,
    centroid: &'a Centroid,
    factors: &'a Factors,
    coverage: f64,
    /// Whether a connective keeps a sentence from being chosen alone, too.
    strict: bool,
    /// What each term still weighs.
    remaining: Vec<f64>,
    /// How much a section that is covered gains less.
    section: f64,
    /// How many sentences are chosen of each section.
    sections: Vec<u32>,
    /// How many chosen sentences have each term.
    covers: Vec<u32>,
    chosen: Vec<bool>,
    picks: Vec<usize>,
    /// The first chosen sentences with each term, [`COMPARED`] at most: lists
    /// in one arena, each entry a sentence and the place of the next one.
    holders: Vec<(usize, Option<u32>)>,
    /// Where each term's list begins.
    first_holder: Vec<Option<u32>>,
    /// How many terms a candidate shares with each chosen sentence; all 0
    /// between two candidates.
    shared: Vec<u32>,
}

/// The chosen sentences that a candidate is compared with for each of its
/// terms at most: a bound that keeps the choice linear.
const COMPARED: u32 = 8;

/// The share of two sentences' terms that makes them say the same.
const SAME: f64 = 0.7;

impl<'a> Choice<'a> {
    fn of(
        vectors: &'a SentenceVectors,
        centroid: &'a Centroid,
        factors: &'a Factors,
        weights: &Weights,
        room: Room,
    ) -> Self {
        Choice {
            vectors,
            centroid,
            factors,
            coverage: weights.coverage,
            strict: room.at_most,
            remaining: centroid.weights().to_vec(),
            covers: vec![0; centroid.weights().len()],
            chosen: vec![false; vectors.len()],
            picks: Vec::new(),
            section: weights.section,
            sections: vec![0; vectors.len() + 1],
            holders: Vec::new(),
            first_holder: vec![None; centroid.weights().len()],
            shared: vec![0; vectors.len()],
        }
    }

    fn is_chosen(&self, order: usize) -> bool {
        self.chosen.get(order).copied().unwrap_or(false)
    }

    fn before_is_chosen(&self, order: usize) -> bool {
        order.checked_sub(1).is_some_and(|before| self.is_chosen(before))
    }

    /// Whether a sentence can be understood beside what is chosen.
    fn stands(&self, order: usize) -> bool {
        self.factors.stands(order, self.before_is_chosen(order))
    }

    /// The sentence before one that leans on it, which must be taken along: where it
    /// is not chosen yet and can be understood by itself.
    fn company(&self, order: usize) -> Option<usize> {
        let before = order.checked_sub(1).filter(|before| !self.is_chosen(*before))?;
        let leans = match self.factors.leaning(order)? {
            Leaning::Mention => true,
            Leaning::Connective => self.strict,
        };
        (leans && self.stands(before)).then_some(before)
    }

    /// A sentence with what it gains now; one that takes another along gains their mean.
    fn candidate(&self, order: usize) -> Ranked {
        let score = match self.company(order) {
            Some(before) => (self.gain(order, true) + self.gain(before, false)) / 2.0,
            None => self.gain(order, self.before_is_chosen(order)),
        };
        Ranked { score, index: order }
    }

    /// What a sentence gains now; `understood` says that it may lean on the one before.
    fn gain(&self, order: usize, understood: bool) -> f64 {
        let weight = |term: &TermId| self.remaining.get(term.0 as usize).copied().unwrap_or(0.0);
        let sum: f64 = self.vectors.terms(order).iter().map(weight).sum();
        let section = self.sections.get(self.factors.section(order)).copied().unwrap_or(0);
        let spread = 1.0 + self.section * f64::from(section);
        sum * self.factors.factor(order, understood, self.strict) / spread
    }

    fn take(&mut self, order: usize) {
        self.picks.push(order);
        if let Some(section) = self.sections.get_mut(self.factors.section(order)) {
            *section += 1;
        }
        if let Some(chosen) = self.chosen.get_mut(order) {
            *chosen = true;
        }
        for term in self.vectors.terms(order) {
            let index = term.0 as usize;
            let (Some(weight), Some(covers), Some(first)) =
                (self.remaining.get_mut(index), self.covers.get_mut(index), self.first_holder.get_mut(index))
            else {
                continue;
            };
            *covers += 1;
            *weight = self.centroid.weight(*term) / (1.0 + self.coverage * f64::from(*covers));
            if *covers <= COMPARED {
                self.holders.push((order, *first));
                *first = Some(self.holders.len() as u32 - 1);
            }
        }
    }

    /// Whether a chosen sentence says nearly the same.
    fn repeats(&mut self, order: usize) -> bool {
        let terms = self.vectors.terms(order);
        let mut touched = Vec::new();
        for term in terms {
            let mut next = self.first_holder.get(term.0 as usize).copied().flatten();
            while let Some((holder, following)) = next.and_then(|at| self.holders.get(at as usize)) {
                touched.push(*holder);
                if let Some(shared) = self.shared.get_mut(*holder) {
                    *shared += 1;
                }
                next = *following;
            }
        }
        let mut repeats = false;
        for holder in touched {
            let all = terms.len().max(self.vectors.terms(holder).len());
            let shared = self.shared.get_mut(holder).map_or(0, std::mem::take);
            repeats |= f64::from(shared) >= SAME * all as f64;
        }
        repeats
    }
}
