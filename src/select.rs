//! Selection: the sentences that together say most, within a budget.

use crate::score::Factors;
use crate::term::TermId;
use crate::weight::{Centroid, SentenceVectors};
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// How much may be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Room {
    pub(crate) sentences: usize,
    pub(crate) words: usize,
}

/// The share of the gain of a sentence that did not fit which a later one
/// must have to be taken in its stead.
const WORTH_FILLING: f64 = 0.5;

/// Chooses sentences, best first, by a submodular gain: the sum of a
/// sentence's term weights, where a term's weight falls by `coverage` each
/// time a chosen sentence has it (Lin and Bilmes 2011).
///
/// Gains only fall, so a sentence's last known gain bounds it from above, and
/// only those at the top of a heap are computed anew (lazy greedy, Minoux
/// 1978). Of equal gains the earlier sentence wins. A sentence that does not
/// fit the room for words is passed over, but for the first, and the choice
/// ends before one that gains less than [`WORTH_FILLING`] of what was passed
/// over: better a little short than filled up.
pub(crate) fn select(
    vectors: &SentenceVectors,
    centroid: &Centroid,
    factors: &Factors,
    coverage: f64,
    room: Room,
) -> Vec<usize> {
    let mut remaining: Vec<f64> = centroid.weights().to_vec();
    let gain = |order: usize, remaining: &[f64]| {
        let weight = |term: &TermId| remaining.get(term.0 as usize).copied().unwrap_or(0.0);
        let sum: f64 = vectors.terms(order).iter().map(weight).sum();
        sum * factors.factor(order, vectors)
    };
    let mut heap: BinaryHeap<Candidate> = (0..vectors.len())
        .map(|order| Candidate { gain: gain(order, &remaining), order })
        .filter(|candidate| candidate.gain > 0.0)
        .collect();
    let mut picks = Vec::new();
    let mut words = 0;
    let mut passed_over: f64 = 0.0;
    while picks.len() < room.sentences {
        let Some(mut top) = heap.pop() else { break };
        let fresh = gain(top.order, &remaining);
        if fresh < top.gain {
            top.gain = fresh;
            heap.push(top);
            continue;
        }
        if fresh < WORTH_FILLING * passed_over {
            break;
        }
        if words + vectors.words(top.order) > room.words && !picks.is_empty() {
            passed_over = passed_over.max(fresh);
            continue;
        }
        words += vectors.words(top.order);
        picks.push(top.order);
        for term in vectors.terms(top.order) {
            if let Some(weight) = remaining.get_mut(term.0 as usize) {
                *weight *= coverage;
            }
        }
    }
    if picks.is_empty() {
        // "To be or not to be." has no terms, and is all there is.
        picks.extend((0..vectors.len()).find(|order| vectors.is_prose(*order) && vectors.words(*order) > 0));
    }
    picks
}

/// A sentence and the most it can still gain.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    gain: f64,
    order: usize,
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.gain.total_cmp(&other.gain).then(other.order.cmp(&self.order))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Candidate {}
