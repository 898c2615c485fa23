//! Languages: what nutgraf knows of each, read from its data files.
//!
//! A new language is a variant of [`Language`], a folder of word lists beside
//! `en/`, and a row in [`SOURCES`].

mod case;
mod compose;
mod detect;
mod files;
mod lexicon;
mod porter;
mod script;
mod source;

use crate::find::Marked;
pub(crate) use case::{is_lowercase, is_uppercase};
pub(crate) use lexicon::{
    Abbreviation, Classes, FurnitureClass, Leaning, Lexicon, MentionClass, NameClass, Opening, SectionClass,
    SourceClass, SpeechClass, lower, lower_in,
};
pub(crate) use script::Script;
use source::{BLANK, SOURCES};
use std::sync::OnceLock;

/// The language of a text.
///
/// README has a table of what each has: stop words, stems, abbreviations, cue verbs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum Language {
    Amharic,
    Arabic,
    Armenian,
    Bulgarian,
    Burmese,
    Catalan,
    Chinese,
    Croatian,
    Czech,
    Danish,
    Dutch,
    English,
    Estonian,
    Finnish,
    French,
    German,
    Greek,
    Hebrew,
    Hindi,
    Hungarian,
    Indonesian,
    Italian,
    Japanese,
    Kazakh,
    Korean,
    Lithuanian,
    Marathi,
    Norwegian,
    Persian,
    Polish,
    Portuguese,
    Romanian,
    Russian,
    Slovak,
    Slovenian,
    Spanish,
    Swedish,
    Thai,
    Turkish,
    Ukrainian,
    Urdu,
    Vietnamese,
    /// Any other language: words are compared as they are, and sentences end
    /// by the rules that hold everywhere.
    #[default]
    Undetermined,
}

/// Whether a tag has the form of BCP 47 (RFC 5646): subtags of up to eight letters
/// and digits between hyphens, the first of letters alone.
fn is_well_formed(tag: &str) -> bool {
    let subtag =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let primary = tag.up_to("-");
    let private = matches!(primary, "x" | "X" | "i" | "I") && tag.len() > 2;
    let named = primary.len() > 1 && primary.bytes().all(|byte| byte.is_ascii_alphabetic());
    (named || private) && tag.split('-').all(subtag)
}

/// Each lexicon is read once, when a text first needs it; the last is of no language.
static LEXICONS: [OnceLock<Lexicon>; SOURCES.len() + 1] = [const { OnceLock::new() }; SOURCES.len() + 1];

impl Language {
    /// The language of a BCP 47 tag, by its primary subtag: `en` and `en-GB` are
    /// English. Undetermined for a language that nutgraf has no data for, `None`
    /// for what is no well-formed tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        if !is_well_formed(tag) {
            return None;
        }
        let primary = tag.up_to("-").to_ascii_lowercase();
        let code = match primary.as_str() {
            "nb" | "nn" => "no",
            code => code,
        };
        let source = SOURCES.iter().find(|source| source.code == code);
        Some(source.map_or(Language::Undetermined, |source| source.language))
    }

    /// The BCP 47 tag; `und` where the language is undetermined.
    pub fn tag(self) -> &'static str {
        let source = SOURCES.iter().find(|source| source.language == self);
        source.map_or("und", |source| source.code)
    }

    /// The language of a text: by its script, then by its function words and
    /// letters. Undetermined where it says too little.
    pub fn detect(text: &str) -> Self {
        detect::detect(text)
    }

    /// Whether nouns have capitals: „Das Boot ist der Mittelpunkt der Stadt“.
    pub(crate) fn capitalizes_nouns(self) -> bool {
        self == Language::German
    }

    /// Whether adjectives stand behind their noun, so that what follows a name is the
    /// verb: "Porto continua".
    pub(crate) fn name_ends_phrase(self) -> bool {
        use Language::{Catalan, French, Italian, Portuguese, Romanian, Spanish};
        matches!(self, Catalan | French | Italian | Portuguese | Romanian | Spanish)
    }

    /// Whether names have cases: "Kupka", "podle Kupky".
    pub(crate) fn declines_names(self) -> bool {
        use Language::{
            Croatian, Czech, Estonian, Finnish, Greek, Lithuanian, Polish, Russian, Slovak, Slovenian,
            Ukrainian,
        };
        matches!(
            self,
            Croatian
                | Czech
                | Estonian
                | Finnish
                | Greek
                | Lithuanian
                | Polish
                | Russian
                | Slovak
                | Slovenian
                | Ukrainian
        )
    }

    /// The language's word lists.
    pub(crate) fn lexicon(self) -> &'static Lexicon {
        let [lexicons @ .., blank] = &LEXICONS;
        let found = SOURCES.iter().zip(lexicons).find(|(source, _)| source.language == self);
        let (source, lexicon) = found.unwrap_or((&BLANK, blank));
        lexicon.get_or_init(|| Lexicon::read(source))
    }
}

#[cfg(all(test, feature = "asian", feature = "european", feature = "middle-eastern"))]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_by_their_primary_subtag() {
        assert_eq!(Language::from_tag("en-GB"), Some(Language::English));
        assert_eq!(Language::from_tag("EN"), Some(Language::English));
        assert_eq!(Language::from_tag("nb-NO"), Some(Language::Norwegian));
        for unknown in ["tlh", "und", "sr-Latn", "x-private", "i-klingon"] {
            assert_eq!(Language::from_tag(unknown), Some(Language::Undetermined), "{unknown}");
        }
        for malformed in ["", "e", "en_GB", "portugues-brasileiro", "en-", "-", "x", "12", "日本語"] {
            assert_eq!(Language::from_tag(malformed), None, "{malformed}");
        }
        for source in SOURCES {
            assert_eq!(Language::from_tag(source.language.tag()), Some(source.language));
        }
    }

    #[test]
    fn languages_are_detected_by_their_function_words() {
        let english = "The ferry was late because of the fog that lay on the river.";
        assert_eq!(Language::detect(english), Language::English);
        let german = "Die Fähre kam zu spät, weil auf dem Fluss der Nebel lag.";
        assert_eq!(Language::detect(german), Language::German);
        let russian = "Паром опоздал, потому что на реке был туман, и все ждали его.";
        assert_eq!(Language::detect(russian), Language::Russian);
        let chinese = "渡轮晚点了，因为河上有雾，我们都在等它。";
        assert_eq!(Language::detect(chinese), Language::Chinese);
        // What has no data, says too little, or is no language.
        let swahili = "Mashua ilichelewa kwa sababu ukungu ulifunika mto mzima asubuhi.";
        let welsh = "Roedd y fferi yn hwyr oherwydd y niwl a orweddai ar yr afon y bore hwnnw, ac arhosodd \
                     pawb ar y cei nes i'r haul godi uwchben y bryniau a'r môr tawel unwaith eto heddiw.";
        let latin = "Navis sero venit quod nebula super flumen iacebat, et omnes in ripa manebant donec sol \
                     super montes surrexit et mare tranquillum iterum factum est illo die longo aestatis.";
        for unknown in [swahili, welsh, latin, "", "Harlow Bay", "1234 5678", "🎉🎉", "OK!"] {
            assert_eq!(Language::detect(unknown), Language::Undetermined, "{unknown}");
        }
    }

    #[test]
    fn the_languages_of_a_menu_are_not_the_page_s() {
        let menu = "Deutsch\nEnglish\nČesky\nDansk\nEspañol\nFrançais\nHrvatski\nItaliano\n".repeat(20);
        let prose = "Die Fähre kam zu spät, weil am Morgen Nebel über dem Fluss lag und niemand wusste, was zu tun sei.\n\n";
        assert_eq!(Language::detect(&(menu.clone() + &prose.repeat(3))), Language::German);
        assert_eq!(Language::detect(&menu), Language::Undetermined);
        assert_eq!(Language::detect(&("x".repeat(100_000) + "\n" + prose)), Language::Undetermined);
    }

    #[test]
    fn code_is_of_no_language() {
        let code = "let rectangle = Rectangle { left: Point::origin(), right: Point::new(3.0, 4.0) };";
        for (prose, language) in [
            (
                "関連関数は型に紐づいていて、インスタンスからでなく呼び出すことができます。",
                Language::Japanese,
            ),
            ("연관 함수는 타입에 속하며 인스턴스 없이 호출할 수 있습니다.", Language::Korean),
        ] {
            assert_eq!(Language::detect(&[prose, "\n", code].concat()), language);
        }
        assert_eq!(Language::detect(&[code, "\nはい"].concat()), Language::Undetermined);
        // The long lines of what is wrapped are code alone.
        let wrapped = "The ferry was late because of the fog that lay on the river.\n".repeat(9);
        assert_eq!(
            Language::detect(&[code, "\n", code, "\n", &wrapped].concat().repeat(4)),
            Language::English
        );
    }

    #[test]
    fn languages_that_are_alike_are_told_apart() {
        use Language::{
            Bulgarian, Catalan, Croatian, Czech, Danish, Norwegian, Portuguese, Russian, Slovak, Slovenian,
            Spanish, Swedish, Ukrainian,
        };
        for (language, text) in [
            (
                Portuguese,
                "O barco não chegou porque havia muito nevoeiro sobre o rio, e ninguém sabia o que fazer.",
            ),
            (Spanish, "El barco no llegó porque había mucha niebla sobre el río, y nadie sabía qué hacer."),
            (
                Catalan,
                "El vaixell no va arribar perquè hi havia molta boira sobre el riu, i ningú no sabia què fer.",
            ),
            (
                Danish,
                "Færgen kom ikke, fordi der var tåge over floden, og ingen vidste, hvad de skulle gøre.",
            ),
            (Norwegian, "Ferja kom ikke fordi det var tåke over elva, og ingen visste hva de skulle gjøre."),
            (
                Swedish,
                "Färjan kom inte eftersom det var dimma över floden, och ingen visste vad de skulle göra.",
            ),
            (Czech, "Loď nepřijela, protože nad řekou byla mlha, a nikdo nevěděl, co má dělat."),
            (Slovak, "Loď neprišla, pretože nad riekou bola hmla, a nikto nevedel, čo má robiť."),
            (Ukrainian, "Паром не прийшов, бо над річкою був туман, і ніхто не знав, що робити."),
            (Russian, "Паром не пришёл, потому что над рекой был туман, и никто не знал, что делать."),
            (
                Bulgarian,
                "Фериботът не дойде, защото над реката имаше мъгла, и никой не знаеше какво да прави.",
            ),
            (
                Croatian,
                "Trajekt nije došao jer je nad rijekom bila magla i nitko nije znao što treba učiniti.",
            ),
            (Slovenian, "Trajekt ni prišel, ker je bila nad reko megla, in nihče ni vedel, kaj naj naredi."),
        ] {
            assert_eq!(Language::detect(text), language, "{text}");
        }
    }
}
