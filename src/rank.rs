//! Ranks: the best of many by score, without sorting them all.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// A score and whose it is. Of equal scores the lower index is the better.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ranked {
    pub(crate) score: f64,
    pub(crate) index: usize,
}

/// The scores in a heap that gives the best first: made in linear time.
pub(crate) fn rank(scores: impl Iterator<Item = f64>) -> BinaryHeap<Ranked> {
    let ranked = scores.enumerate().map(|(index, score)| Ranked { score, index });
    ranked.collect::<Vec<Ranked>>().into()
}

/// The best of a heap, best first.
pub(crate) fn best_first(mut heap: BinaryHeap<Ranked>) -> impl Iterator<Item = Ranked> {
    std::iter::from_fn(move || heap.pop())
}

/// Places in ascending order, by the same heap: a sort of its own would be as large
/// again.
pub(crate) fn ascending(places: impl Iterator<Item = usize>) -> impl Iterator<Item = Ranked> {
    best_first(rank(places.map(|place| -(place as f64))))
}

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> Ordering {
        self.score.total_cmp(&other.score).then(other.index.cmp(&self.index))
    }
}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ranked {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ranked {}
