//! Lower case, for the scripts that have it in the languages that nutgraf reads. The
//! standard library's table is for all there are, and 4 kB of the module with brotli.

/// The small letter of a capital of Latin, Greek, Cyrillic or Armenian, and any other
/// character itself.
pub(super) fn small(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { small_beyond(c) }
}

/// Whether a character is a capital of these scripts.
pub(crate) fn is_uppercase(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_uppercase() } else { small_beyond(c) != c }
}

/// Whether a character is a small letter of these scripts.
pub(crate) fn is_lowercase(c: char) -> bool {
    let cased =
        matches!(c, '\u{AA}'..='\u{2AF}' | '\u{370}'..='\u{588}' | '\u{1E00}'..='\u{1EFF}' | 'ａ'..='ｚ');
    if c.is_ascii() { c.is_ascii_lowercase() } else { cased && c.is_alphabetic() && small_beyond(c) == c }
}

/// The same, of a character that is not ASCII.
#[inline(never)]
fn small_beyond(c: char) -> char {
    let code = u32::from(c);
    let even = code % 2 == 0;
    let behind = match code {
        // "ÅNGSTRÖM", "ΑΘΗΝΑ", "МОСКВА", "ＡＢＣ"
        0xC0..=0xD6 | 0xD8..=0xDE | 0x391..=0x3A1 | 0x3A3..=0x3AB | 0x410..=0x42F | 0xFF21..=0xFF3A => 32,
        // "ΈΛΑ", "ΌΧΙ"
        0x386 => 38,
        0x388..=0x38A => 37,
        0x38C => 64,
        0x38E..=0x38F => 63,
        // "ЂОРЂЕ"
        0x400..=0x40F => 80,
        // "ԵՐԵՎԱՆ"
        0x531..=0x556 => 48,
        // The small letter stands behind its capital: "ČESKO", "ȘTEFAN", "ҚАЗАҚ", "VIỆT"
        0x100..=0x12F
        | 0x132..=0x137
        | 0x14A..=0x177
        | 0x1DE..=0x1EF
        | 0x1F8..=0x21F
        | 0x222..=0x233
        | 0x460..=0x481
        | 0x48A..=0x4BF
        | 0x4D0..=0x52F
        | 0x1E00..=0x1E95
        | 0x1EA0..=0x1EFF => u32::from(even),
        // "ŁÓDŹ"
        0x139..=0x148 | 0x179..=0x17E | 0x1CD..=0x1DC | 0x4C1..=0x4CE => u32::from(!even),
        // "İZMİR", "STRAẞE", "L’HAŸ"
        0x130 => return 'i',
        0x178 => return 'ÿ',
        0x1E9E => return 'ß',
        _ => 0,
    };
    char::from_u32(code + behind).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the standard library has for a letter, where that is one.
    fn standard(c: char) -> char {
        let mut small = c.to_lowercase();
        small.next().filter(|_| small.next().is_none()).unwrap_or('i')
    }

    #[test]
    fn letters_are_as_the_standard_library_has_them() {
        // Letters of phonetic alphabets and of African languages, digraphs, the palochka.
        let apart = |c: char| matches!(c, '\u{181}'..='\u{1CC}' | '\u{1F1}'..='\u{1F7}' | '\u{220}' | 'Ӏ');
        let scripts = [0..=0x233, 0x386..=0x3AB, 0x400..=0x556, 0x1E00..=0x1EFF, 0xFF21..=0xFF5A];
        let letters = || scripts.iter().cloned().flatten().filter_map(char::from_u32);
        for c in letters().filter(|c| !apart(*c)) {
            assert_eq!(small(c), standard(c), "{c} {:x}", u32::from(c));
            assert_eq!(is_uppercase(c), c.is_uppercase(), "{c} {:x}", u32::from(c));
            assert_eq!(is_lowercase(c), c.is_lowercase(), "{c} {:x}", u32::from(c));
        }
        assert!(letters().filter(|c| small(*c) != *c).count() > 500);
    }

    #[test]
    fn what_has_no_case_stays() {
        for c in ['a', '1', '×', '÷', 'ß', 'א', 'あ', '漢', '한', 'ა', '\u{10FFFF}', '\0'] {
            assert_eq!(small(c), c);
            assert!(!is_uppercase(c), "{c}");
        }
    }
}
