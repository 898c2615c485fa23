//! Hash maps. Their seed is fixed: in WebAssembly there is nothing to seed from but
//! addresses, which are the same each time, and the making of one is 0.3 kB.

use crate::bytes::packed;
use rustc_hash::FxBuildHasher;

pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, FxBuildHasher>;

/// A map with room for so many.
pub(crate) fn with_room<K, V>(room: usize) -> HashMap<K, V> {
    HashMap::with_capacity_and_hasher(room, FxBuildHasher)
}

/// Words by their [`fingerprint`]s, each with a number or with bits: no text is kept for any.
pub(crate) type Numbers = HashMap<u64, u64>;

/// A word as 64 bits, eight bytes at a time: itself, where it has fewer. That two of a million
/// longer ones have one is as likely as 3 in 100 million.
#[inline]
pub(crate) fn fingerprint(word: &str) -> u64 {
    let (mut sum, mut rest) = (0, word.as_bytes());
    while let Some((eight, behind)) = rest.split_first_chunk() {
        sum = mixed(sum ^ u64::from_le_bytes(*eight));
        rest = behind;
    }
    sum ^ packed(rest)
}

/// A number of its own for each number: multiplied, and its upper bits upon the lower ones (Steele,
/// Lea and Flood 2014); by half of its bits they would cancel out in a hash of 32.
pub(crate) fn mixed(number: u64) -> u64 {
    let product = number.wrapping_mul(MULTIPLIER);
    product ^ product >> 29
}

/// The multiplier of multiplicative hashing (Knuth 1973).
pub(crate) const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

/// The number of a word, the next one where it is new.
pub(crate) fn number(numbers: &mut Numbers, word: &str) -> u32 {
    let next = numbers.len() as u64;
    *numbers.entry(fingerprint(word)).or_insert(next) as u32
}
