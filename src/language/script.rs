//! Scripts, by the ranges of Unicode that their letters stand in.

/// The script that a letter is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Script {
    Latin,
    Cyrillic,
    Greek,
    Armenian,
    Hebrew,
    Arabic,
    Devanagari,
    Thai,
    Lao,
    Burmese,
    Ethiopic,
    Khmer,
    Hangul,
    Kana,
    Han,
    /// A letter of any other script.
    Other,
}

impl Script {
    /// How many there are.
    pub(crate) const COUNT: usize = Script::Other as usize + 1;

    /// Whether words of the script stand without spaces.
    pub(crate) fn is_unspaced(self) -> bool {
        matches!(
            self,
            Script::Han | Script::Kana | Script::Thai | Script::Lao | Script::Khmer | Script::Burmese
        )
    }

    /// Whether capitals tell names.
    pub(crate) fn is_cased(self) -> bool {
        matches!(self, Script::Latin | Script::Cyrillic | Script::Greek | Script::Armenian)
    }

    /// Whether a mark tells where sentences end.
    pub(crate) fn has_stops(self) -> bool {
        !matches!(self, Script::Thai | Script::Lao)
    }

    /// How many pairs of characters a reader counts as a word: Chinese and Japanese
    /// count characters, Thai has about four letters and vowels to a word.
    pub(crate) fn pairs_per_word(self) -> u32 {
        match self {
            Script::Thai | Script::Lao | Script::Khmer | Script::Burmese => 4,
            _ => 1,
        }
    }

    /// How many letters say what a character does: "船" is "boat", and "배" as well.
    pub(crate) fn letters_per_character(self) -> usize {
        if matches!(self, Script::Han | Script::Kana | Script::Hangul) { 2 } else { 1 }
    }

    /// The script of a letter; `None` for what is none.
    pub(crate) fn of(c: char) -> Option<Self> {
        use Script::{
            Arabic, Armenian, Burmese, Cyrillic, Devanagari, Ethiopic, Greek, Han, Hangul, Hebrew, Kana,
            Khmer, Lao, Latin, Other, Thai,
        };
        Some(match c {
            'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => Latin,
            '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Greek,
            '\u{400}'..='\u{52F}' => Cyrillic,
            '\u{531}'..='\u{587}' => Armenian,
            '\u{5D0}'..='\u{5EA}' => Hebrew,
            '\u{620}'..='\u{64A}'
            | '\u{66E}'..='\u{6D3}'
            | '\u{FB50}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}' => Arabic,
            '\u{900}'..='\u{963}' | '\u{970}'..='\u{97F}' => Devanagari,
            '\u{E01}'..='\u{E4E}' => Thai,
            '\u{E81}'..='\u{ECD}' => Lao,
            '\u{1000}'..='\u{109F}' => Burmese,
            '\u{1200}'..='\u{137F}' => Ethiopic,
            '\u{1780}'..='\u{17D3}' => Khmer,
            '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7A3}' => Hangul,
            '\u{3041}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' => Kana,
            '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3134F}' => Han,
            _ if c.is_alphabetic() => Other,
            _ => return None,
        })
    }
}
