//! Bytes, eight in a register (Lamport 1975): most of a text is letters and spaces of ASCII.

/// A byte in each of eight.
const fn each(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

/// The highest bit of each of eight bytes that is a letter of ASCII.
#[inline]
fn letters(eight: u64) -> u64 {
    let small = (eight | each(0x20)) & each(0x7F);
    let from_a = small + each(0x80 - b'a');
    let behind_z = small + each(0x7F - b'z');
    from_a & !behind_z & !eight & each(0x80)
}

/// The highest bit of each of eight bytes that is a space.
#[inline]
fn spaces(eight: u64) -> u64 {
    let other = eight ^ each(b' ');
    !(((other & each(0x7F)) + each(0x7F)) | other) & each(0x80)
}

/// The last eight of some bytes as a number, the last one at its top: quicker to hash and compare.
/// Of fewer than eight, none of them 0, no two have one number.
pub(crate) const fn packed(mut bytes: &[u8]) -> u64 {
    if let Some(eight) = bytes.last_chunk() {
        return u64::from_le_bytes(*eight);
    }
    let mut packed = 0;
    while let Some((first, rest)) = bytes.split_first() {
        packed = packed >> 8 | (*first as u64) << 56;
        bytes = rest;
    }
    packed
}

/// The UTF-16 units that eight bytes of UTF-8 bring.
pub(crate) fn units(eight: u64) -> u32 {
    let twice = eight & eight << 1;
    let goes_on = eight & !(eight << 1) & each(0x80);
    let long = twice & eight << 2 & eight << 3 & each(0x80);
    8 - goes_on.count_ones() + long.count_ones()
}

/// One past the letters of ASCII that begin at `at`.
#[inline]
pub(crate) fn behind_letters(bytes: &[u8], mut at: usize) -> usize {
    while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let others = letters(u64::from_le_bytes(*eight)) ^ each(0x80);
        if others != 0 {
            return at + others.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    at + bytes.get(at..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_alphabetic()).count()
}

/// Where the first of some bytes is, none of which is a letter or space of ASCII.
#[inline(never)]
pub(crate) fn position(bytes: &[u8], is_one: &[bool; 256]) -> Option<usize> {
    let one_of = |bytes: &[u8]| bytes.iter().position(|byte| is_one[*byte as usize]); // a byte is under 256
    let mut at = 0;
    while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let packed = u64::from_le_bytes(*eight);
        let others = (letters(packed) | spaces(packed)) ^ each(0x80);
        let first = others.trailing_zeros() as usize / 8;
        if let Some(found) = eight.get(first..).and_then(one_of) {
            return Some(at + first + found);
        }
        at += 8;
    }
    one_of(bytes.get(at..)?).map(|found| at + found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn eight_at_once_find_what_one_by_one_does(text in "[a-zA-Z .,@`{\\[é漢🎉\0]{0,40}", at in 0_usize..8) {
            let bytes = text.as_bytes();
            let behind = bytes.get(at..).unwrap_or_default();
            let count = behind.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
            prop_assert_eq!(behind_letters(bytes, at), at + count);
            let mut marks = [false; 256];
            b".@[\xC3\xF0".iter().for_each(|mark| marks[*mark as usize] = true);
            let first = bytes.iter().position(|byte| marks[*byte as usize]);
            prop_assert_eq!(position(bytes, &marks), first);
        }
    }
}
