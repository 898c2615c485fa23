//! Runs of items, one behind the other in one vector: a sentence's words, a
//! quotation's terms.

/// Runs of items, in one arena.
#[derive(Clone, Debug)]
pub(crate) struct Runs<T> {
    items: Vec<T>,
    /// Where each run ends in `items`.
    ends: Vec<u32>,
}

impl<T> Default for Runs<T> {
    fn default() -> Self {
        Runs { items: Vec::new(), ends: Vec::new() }
    }
}

impl<T> Runs<T> {
    /// With room for so many items and runs.
    pub(crate) fn with_capacity(items: usize, runs: usize) -> Self {
        Runs { items: Vec::with_capacity(items), ends: Vec::with_capacity(runs) }
    }

    /// Adds to the run that is not ended.
    pub(crate) fn push(&mut self, item: T) {
        self.items.push(item);
    }

    /// Adds to the run that is not ended.
    pub(crate) fn extend(&mut self, items: impl IntoIterator<Item = T>) {
        self.items.extend(items);
    }

    /// Ends a run.
    pub(crate) fn end(&mut self) {
        self.ends.push(self.items.len() as u32);
    }

    /// Gives back the room that no item has taken.
    pub(crate) fn shrink(&mut self) {
        self.items.shrink_to_fit();
    }

    /// The number of runs.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A run by its number; empty where there is none.
    pub(crate) fn run(&self, number: usize) -> &[T] {
        let end_of = |number: usize| self.ends.get(number).map_or(0, |end| *end as usize);
        let start = number.checked_sub(1).map_or(0, end_of);
        self.items.get(start..end_of(number)).unwrap_or_default()
    }

    /// The items of all runs.
    pub(crate) fn items(&self) -> &[T] {
        &self.items
    }
}
