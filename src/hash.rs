//! Hash maps. Their seed is fixed: in WebAssembly there is nothing to seed from but
//! addresses, which are the same each time, and the making of one is 0.3 kB.

use rustc_hash::FxBuildHasher;
use std::borrow::Cow;

pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, FxBuildHasher>;

/// A map with room for so many.
pub(crate) fn with_room<K, V>(room: usize) -> HashMap<K, V> {
    HashMap::with_capacity_and_hasher(room, FxBuildHasher)
}

/// Words, each with a number or with bits. Each other type of map is 0.2 kB of the module.
pub(crate) type Numbers = HashMap<Box<str>, u64>;

/// The number of a word, the next one where it is new.
pub(crate) fn number(numbers: &mut Numbers, word: Cow<str>) -> u32 {
    let next = numbers.len() as u64;
    let number = numbers.get(&*word).copied().unwrap_or(next);
    if number == next {
        numbers.insert(word.into(), next);
    }
    number as u32
}
