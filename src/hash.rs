//! Hash maps. Their seed is fixed: in WebAssembly there is nothing to seed from but
//! addresses, which are the same each time, and the making of one is 0.3 kB.

use rustc_hash::FxBuildHasher;

pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, FxBuildHasher>;

/// A map with room for so many.
pub(crate) fn with_room<K, V>(room: usize) -> HashMap<K, V> {
    HashMap::with_capacity_and_hasher(room, FxBuildHasher)
}

/// Words by their [`fingerprint`]s, each with a number or with bits: no text is kept for any.
pub(crate) type Numbers = HashMap<u64, u64>;

/// A word as 64 bits (FNV-1a: Fowler, Noll and Vo 1991). That two of a million words have
/// one is as likely as 3 in 100 million.
#[inline]
pub(crate) fn fingerprint(word: &str) -> u64 {
    word.bytes().fold(OFFSET, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(PRIME))
}

const OFFSET: u64 = 0xCBF2_9CE4_8422_2325;
pub(crate) const PRIME: u64 = 0x100_0000_01B3;

/// The number of a word, the next one where it is new.
pub(crate) fn number(numbers: &mut Numbers, word: &str) -> u32 {
    let next = numbers.len() as u64;
    *numbers.entry(fingerprint(word)).or_insert(next) as u32
}
