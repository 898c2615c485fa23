//! Letters that are written as two characters, a base and its mark, as the one that word
//! lists have (Unicode, normalization form C). Files of macOS and their PDFs have such
//! text, Vietnamese keyboards write it, and "été" is no word of any list then.
//!
//! For the letters of the languages that nutgraf reads: the tables of all there are would
//! be 20 kB of the module.

/// Each mark, and behind it the letters that it makes of others.
///
/// "ệ" is decomposed to "ẹ" and its circumflex, and typed as "ê" and a dot.
const WHOLES: &str = "\
    \u{300}aàeèiìoòuùyỳăằâầêềôồơờưừ\
    \u{301}aáeéiíoóuúyýcćnńsśzźlĺrŕăắâấêếôốơớưứαάεέηήιίοόυύωώϊΐϋΰ\
    \u{302}aâeêiîoôuûạậẹệọộ\
    \u{303}aãeẽiĩoõuũyỹnñăẵâẫêễôỗơỡưữ\
    \u{304}uū\
    \u{306}aăgğạặийуў\
    \u{307}eėzż\
    \u{308}aäeëiïoöuüyÿеёіїιϊυϋ\
    \u{309}aảeẻiỉoỏuủyỷăẳâẩêểôổơởưử\
    \u{30A}aåuů\
    \u{30B}oőuű\
    \u{30C}cčdďeělľnňrřsštťzž\
    \u{31B}oơuư\
    \u{323}aạeẹiịoọuụyỵăặâậêệôộơợưự\
    \u{326}sștț\
    \u{327}cçsştţ\
    \u{328}aąeęiįuų\
    \u{653}اآ\
    \u{654}اأوؤيئ\
    \u{655}اإ";

/// Whether a character makes another of the letter before it.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{328}' | '\u{653}'..='\u{655}' | '\u{1161}'..='\u{11C2}' | '\u{3099}' | '\u{309A}')
}

/// Small letters, each as one character.
pub(super) fn composed(letters: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    let mut letters = letters.peekable();
    std::iter::from_fn(move || {
        let mut letter = letters.next()?;
        while let Some(whole) = letters.peek().filter(|c| is_mark(**c)).and_then(|mark| whole(letter, *mark))
        {
            letter = whole;
            letters.next();
        }
        Some(letter)
    })
}

/// The letter that a base and a mark make.
#[inline(never)]
fn whole(base: char, mark: char) -> Option<char> {
    let (letter, sign) = (u32::from(base), u32::from(mark));
    // Syllables of Hangul are numbered by their consonants and vowels (Unicode, 3.12).
    let code = match (base, mark) {
        ('\u{1100}'..='\u{1112}', '\u{1161}'..='\u{1175}') => {
            0xAC00 + (letter - 0x1100) * 588 + (sign - 0x1161) * 28
        }
        ('가'..='힣', '\u{11A8}'..='\u{11C2}') if (letter - 0xAC00) % 28 == 0 => letter + sign - 0x11A7,
        // "が" stands behind "か", "ぱ" behind "ば".
        ('か'..='ほ' | 'カ'..='ホ', '\u{3099}' | '\u{309A}') => letter + sign - 0x3098,
        _ => 0,
    };
    if code > 0 {
        return char::from_u32(code);
    }
    let (mut of, mut under) = (None, mark);
    WHOLES.chars().find(|c| {
        match of.take() {
            _ if is_mark(*c) => under = *c,
            None => of = Some(*c),
            Some(of) => return of == base && under == mark,
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use super::composed;

    #[test]
    #[cfg(all(feature = "asian", feature = "european", feature = "middle-eastern"))]
    fn words_of_every_list_are_known_decomposed() {
        use crate::language::files::file;
        use crate::language::source::SOURCES;
        use unicode_normalization::UnicodeNormalization;

        let mut decomposed = 0;
        for source in SOURCES {
            for list in ["stop_words", "cue_verbs", "openings", "names"].map(file) {
                source.list(list, &mut |word| {
                    assert_eq!(composed(word.nfd()).collect::<String>(), word, "{}", source.language.tag());
                    decomposed += usize::from(!unicode_normalization::is_nfd(word));
                });
            }
        }
        assert!(decomposed > 1000, "{decomposed}");
    }

    #[test]
    fn marks_are_kept_where_they_make_no_letter() {
        for (typed, letters) in [
            ("viê\u{323}t", "việt"),
            ("u\u{31B}\u{323}", "ự"),
            ("がぱヷ", "がぱヷ"),
            ("q\u{301}", "q\u{301}"),
            ("\u{301}a", "\u{301}a"),
            ("a\u{301}\u{301}", "á\u{301}"),
            ("ᄀ\u{11A8}", "ᄀ\u{11A8}"),
            ("각\u{11A8}", "각\u{11A8}"),
        ] {
            assert_eq!(composed(typed.chars()).collect::<String>(), letters, "{typed}");
        }
    }
}
