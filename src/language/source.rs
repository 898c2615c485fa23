//! What nutgraf knows of each language: a row in [`SOURCES`], whose texts are
//! the data files of its folder. Each but English belongs to a feature of the
//! crate, for those who want less.

use super::Language;
use super::script::Script;
use rust_stemmers::{Algorithm, Stemmer};

/// A data file of this folder, without its comments (`build.rs`).
macro_rules! list {
    ($path:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $path))
    };
}

/// What nutgraf knows of a language; the texts are its data files.
pub(super) struct Source {
    pub(super) language: Language,
    pub(super) code: &'static str,
    pub(super) script: Script,
    /// The letters beyond ASCII that it is written with, and those of its script
    /// that others of the script lack; empty where the script tells enough.
    pub(super) letters: &'static str,
    /// Made by a function of its own, so that only the stemmers named here are
    /// linked: all of Snowball's would be 30 kB more.
    pub(super) stemmer: Option<fn() -> Stemmer>,
    /// Whether the stemmer can change a word, by its ending.
    pub(super) may_stem: fn(&str) -> bool,
    /// Inflections that are taken off a word where no stemmer is.
    pub(super) affixes: &'static str,
    pub(super) stop_words: &'static str,
    pub(super) abbreviations: &'static str,
    pub(super) cue_verbs: &'static str,
    pub(super) openings: &'static str,
    pub(super) furniture: &'static str,
    pub(super) sections: &'static str,
    pub(super) editorial: &'static str,
    pub(super) antecedents: &'static str,
    pub(super) agencies: &'static str,
    pub(super) persons: &'static str,
    pub(super) names: &'static str,
    /// Marks that end a sentence in this language and not in others.
    pub(super) stops: &'static [char],
    /// Whether ” opens quotations, too: ”Ja”, sade hon.
    pub(super) twin_marks: bool,
    /// Whether a number with a full stop is an ordinal: "12. Juni".
    pub(super) ordinals: bool,
}

/// A language of which nothing is known.
pub(super) const BLANK: Source = Source {
    language: Language::Undetermined,
    code: "und",
    script: Script::Latin,
    letters: "",
    stemmer: None,
    may_stem: |_| true,
    affixes: "",
    stop_words: "",
    abbreviations: "",
    cue_verbs: "",
    openings: "",
    furniture: "",
    sections: "",
    editorial: "",
    antecedents: "",
    agencies: "",
    persons: "",
    names: "",
    stops: &[],
    twin_marks: false,
    ordinals: false,
};

/// A row a language.
pub(super) static SOURCES: &[Source] = &[
    #[cfg(feature = "middle-eastern")]
    Source {
        language: Language::Amharic,
        code: "am",
        script: Script::Ethiopic,
        stop_words: list!("am/stop_words.txt"),
        ..BLANK
    },
    #[cfg(feature = "middle-eastern")]
    Source {
        language: Language::Arabic,
        code: "ar",
        script: Script::Arabic,
        affixes: list!("ar/affixes.txt"),
        stop_words: list!("ar/stop_words.txt"),
        stops: &[':', '،'],
        persons: list!("ar/persons.txt"),
        openings: list!("ar/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Armenian,
        code: "hy",
        script: Script::Armenian,
        stop_words: list!("hy/stop_words.txt"),
        stops: &[':'],
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Bulgarian,
        code: "bg",
        script: Script::Cyrillic,
        letters: "ъьщюяйц",
        affixes: list!("bg/affixes.txt"),
        stop_words: list!("bg/stop_words.txt"),
        abbreviations: list!("bg/abbreviations.txt"),
        cue_verbs: list!("bg/cue_verbs.txt"),
        persons: list!("bg/persons.txt"),
        openings: list!("bg/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "asian")]
    Source {
        language: Language::Burmese,
        code: "my",
        script: Script::Burmese,
        stop_words: list!("my/stop_words.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Catalan,
        code: "ca",
        script: Script::Latin,
        letters: "àèéíïòóúüç·",
        affixes: list!("ca/affixes.txt"),
        stop_words: list!("ca/stop_words.txt"),
        abbreviations: list!("ca/abbreviations.txt"),
        cue_verbs: list!("ca/cue_verbs.txt"),
        persons: list!("ca/persons.txt"),
        openings: list!("ca/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "asian")]
    Source {
        language: Language::Chinese,
        code: "zh",
        script: Script::Han,
        stop_words: list!("zh/stop_words.txt"),
        persons: list!("zh/persons.txt"),
        openings: list!("zh/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Croatian,
        code: "hr",
        script: Script::Latin,
        letters: "čćđšž",
        affixes: list!("hr/affixes.txt"),
        stop_words: list!("hr/stop_words.txt"),
        abbreviations: list!("hr/abbreviations.txt"),
        ordinals: true,
        cue_verbs: list!("hr/cue_verbs.txt"),
        persons: list!("hr/persons.txt"),
        openings: list!("hr/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Czech,
        code: "cs",
        script: Script::Latin,
        letters: "áčďéěíňóřšťúůýž",
        affixes: list!("cs/affixes.txt"),
        stop_words: list!("cs/stop_words.txt"),
        abbreviations: list!("cs/abbreviations.txt"),
        ordinals: true,
        cue_verbs: list!("cs/cue_verbs.txt"),
        persons: list!("cs/persons.txt"),
        openings: list!("cs/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Danish,
        code: "da",
        script: Script::Latin,
        letters: "æøåéö",
        affixes: list!("da/affixes.txt"),
        stop_words: list!("da/stop_words.txt"),
        abbreviations: list!("da/abbreviations.txt"),
        ordinals: true,
        cue_verbs: list!("da/cue_verbs.txt"),
        persons: list!("da/persons.txt"),
        openings: list!("da/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Dutch,
        code: "nl",
        script: Script::Latin,
        letters: "éëïóèöü",
        affixes: list!("nl/affixes.txt"),
        stop_words: list!("nl/stop_words.txt"),
        abbreviations: list!("nl/abbreviations.txt"),
        cue_verbs: list!("nl/cue_verbs.txt"),
        persons: list!("nl/persons.txt"),
        openings: list!("nl/openings.txt"),
        ..BLANK
    },
    Source {
        language: Language::English,
        code: "en",
        script: Script::Latin,
        letters: "éï",
        stemmer: Some(|| Stemmer::create(Algorithm::English)),
        may_stem: english_may_stem,
        stop_words: list!("en/stop_words.txt"),
        abbreviations: list!("en/abbreviations.txt"),
        cue_verbs: list!("en/cue_verbs.txt"),
        openings: list!("en/openings.txt"),
        furniture: list!("en/furniture.txt"),
        sections: list!("en/sections.txt"),
        editorial: list!("en/editorial.txt"),
        antecedents: list!("en/antecedents.txt"),
        agencies: list!("en/agencies.txt"),
        persons: list!("en/persons.txt"),
        names: list!("en/names.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Estonian,
        code: "et",
        script: Script::Latin,
        letters: "äõöüšž",
        affixes: list!("et/affixes.txt"),
        stop_words: list!("et/stop_words.txt"),
        abbreviations: list!("et/abbreviations.txt"),
        ordinals: true,
        cue_verbs: list!("et/cue_verbs.txt"),
        persons: list!("et/persons.txt"),
        openings: list!("et/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Finnish,
        code: "fi",
        script: Script::Latin,
        letters: "äöåšž",
        affixes: list!("fi/affixes.txt"),
        stop_words: list!("fi/stop_words.txt"),
        abbreviations: list!("fi/abbreviations.txt"),
        ordinals: true,
        cue_verbs: list!("fi/cue_verbs.txt"),
        persons: list!("fi/persons.txt"),
        twin_marks: true,
        openings: list!("fi/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::French,
        code: "fr",
        script: Script::Latin,
        letters: "àâæçéèêëîïôœùûüÿ",
        affixes: list!("fr/affixes.txt"),
        stop_words: list!("fr/stop_words.txt"),
        abbreviations: list!("fr/abbreviations.txt"),
        cue_verbs: list!("fr/cue_verbs.txt"),
        persons: list!("fr/persons.txt"),
        openings: list!("fr/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::German,
        code: "de",
        script: Script::Latin,
        letters: "äöüßé",
        affixes: list!("de/affixes.txt"),
        stop_words: list!("de/stop_words.txt"),
        abbreviations: list!("de/abbreviations.txt"),
        cue_verbs: list!("de/cue_verbs.txt"),
        ordinals: true,
        persons: list!("de/persons.txt"),
        openings: list!("de/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Greek,
        code: "el",
        script: Script::Greek,
        affixes: list!("el/affixes.txt"),
        stop_words: list!("el/stop_words.txt"),
        abbreviations: list!("el/abbreviations.txt"),
        stops: &[';'],
        cue_verbs: list!("el/cue_verbs.txt"),
        persons: list!("el/persons.txt"),
        openings: list!("el/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "middle-eastern")]
    Source {
        language: Language::Hebrew,
        code: "he",
        script: Script::Hebrew,
        affixes: list!("he/affixes.txt"),
        stop_words: list!("he/stop_words.txt"),
        persons: list!("he/persons.txt"),
        openings: list!("he/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "asian")]
    Source {
        language: Language::Hindi,
        code: "hi",
        script: Script::Devanagari,
        affixes: list!("hi/affixes.txt"),
        stop_words: list!("hi/stop_words.txt"),
        persons: list!("hi/persons.txt"),
        openings: list!("hi/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Hungarian,
        code: "hu",
        script: Script::Latin,
        letters: "áéíóöőúüű",
        affixes: list!("hu/affixes.txt"),
        stop_words: list!("hu/stop_words.txt"),
        abbreviations: list!("hu/abbreviations.txt"),
        ordinals: true,
        cue_verbs: list!("hu/cue_verbs.txt"),
        persons: list!("hu/persons.txt"),
        openings: list!("hu/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "asian")]
    Source {
        language: Language::Indonesian,
        code: "id",
        script: Script::Latin,
        letters: "é",
        affixes: list!("id/affixes.txt"),
        stop_words: list!("id/stop_words.txt"),
        abbreviations: list!("id/abbreviations.txt"),
        cue_verbs: list!("id/cue_verbs.txt"),
        persons: list!("id/persons.txt"),
        openings: list!("id/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Italian,
        code: "it",
        script: Script::Latin,
        letters: "àèéìíîòóùú",
        affixes: list!("it/affixes.txt"),
        stop_words: list!("it/stop_words.txt"),
        abbreviations: list!("it/abbreviations.txt"),
        cue_verbs: list!("it/cue_verbs.txt"),
        persons: list!("it/persons.txt"),
        openings: list!("it/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "asian")]
    Source {
        language: Language::Japanese,
        code: "ja",
        script: Script::Kana,
        stop_words: list!("ja/stop_words.txt"),
        persons: list!("ja/persons.txt"),
        openings: list!("ja/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Kazakh,
        code: "kk",
        script: Script::Cyrillic,
        letters: "әғқңөұүһіщъыьэюяйцё",
        stop_words: list!("kk/stop_words.txt"),
        abbreviations: list!("kk/abbreviations.txt"),
        ..BLANK
    },
    #[cfg(feature = "asian")]
    Source {
        language: Language::Korean,
        code: "ko",
        script: Script::Hangul,
        affixes: list!("ko/affixes.txt"),
        stop_words: list!("ko/stop_words.txt"),
        persons: list!("ko/persons.txt"),
        openings: list!("ko/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Lithuanian,
        code: "lt",
        script: Script::Latin,
        letters: "ąčęėįšųūž",
        affixes: list!("lt/affixes.txt"),
        stop_words: list!("lt/stop_words.txt"),
        abbreviations: list!("lt/abbreviations.txt"),
        cue_verbs: list!("lt/cue_verbs.txt"),
        persons: list!("lt/persons.txt"),
        openings: list!("lt/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "asian")]
    Source {
        language: Language::Marathi,
        code: "mr",
        script: Script::Devanagari,
        stop_words: list!("mr/stop_words.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Norwegian,
        code: "no",
        script: Script::Latin,
        letters: "æøåéòôó",
        affixes: list!("no/affixes.txt"),
        stop_words: list!("no/stop_words.txt"),
        abbreviations: list!("no/abbreviations.txt"),
        ordinals: true,
        cue_verbs: list!("no/cue_verbs.txt"),
        persons: list!("no/persons.txt"),
        openings: list!("no/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "middle-eastern")]
    Source {
        language: Language::Persian,
        code: "fa",
        script: Script::Arabic,
        letters: "پچژگکی",
        affixes: list!("fa/affixes.txt"),
        stop_words: list!("fa/stop_words.txt"),
        persons: list!("fa/persons.txt"),
        openings: list!("fa/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Polish,
        code: "pl",
        script: Script::Latin,
        letters: "ąćęłńóśźż",
        affixes: list!("pl/affixes.txt"),
        stop_words: list!("pl/stop_words.txt"),
        abbreviations: list!("pl/abbreviations.txt"),
        cue_verbs: list!("pl/cue_verbs.txt"),
        persons: list!("pl/persons.txt"),
        openings: list!("pl/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Portuguese,
        code: "pt",
        script: Script::Latin,
        letters: "ãáàâçéêíõóôúü",
        affixes: list!("pt/affixes.txt"),
        stop_words: list!("pt/stop_words.txt"),
        abbreviations: list!("pt/abbreviations.txt"),
        cue_verbs: list!("pt/cue_verbs.txt"),
        persons: list!("pt/persons.txt"),
        openings: list!("pt/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Romanian,
        code: "ro",
        script: Script::Latin,
        letters: "ăâîșțşţ",
        affixes: list!("ro/affixes.txt"),
        stop_words: list!("ro/stop_words.txt"),
        abbreviations: list!("ro/abbreviations.txt"),
        cue_verbs: list!("ro/cue_verbs.txt"),
        persons: list!("ro/persons.txt"),
        openings: list!("ro/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Russian,
        code: "ru",
        script: Script::Cyrillic,
        letters: "ёъыэщьюяйц",
        affixes: list!("ru/affixes.txt"),
        stop_words: list!("ru/stop_words.txt"),
        abbreviations: list!("ru/abbreviations.txt"),
        cue_verbs: list!("ru/cue_verbs.txt"),
        persons: list!("ru/persons.txt"),
        openings: list!("ru/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Slovak,
        code: "sk",
        script: Script::Latin,
        letters: "áäčďéíĺľňóôŕšťúýž",
        affixes: list!("sk/affixes.txt"),
        stop_words: list!("sk/stop_words.txt"),
        abbreviations: list!("sk/abbreviations.txt"),
        ordinals: true,
        cue_verbs: list!("sk/cue_verbs.txt"),
        persons: list!("sk/persons.txt"),
        openings: list!("sk/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Slovenian,
        code: "sl",
        script: Script::Latin,
        letters: "čšž",
        affixes: list!("sl/affixes.txt"),
        stop_words: list!("sl/stop_words.txt"),
        abbreviations: list!("sl/abbreviations.txt"),
        ordinals: true,
        cue_verbs: list!("sl/cue_verbs.txt"),
        persons: list!("sl/persons.txt"),
        openings: list!("sl/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Spanish,
        code: "es",
        script: Script::Latin,
        letters: "áéíñóúü",
        affixes: list!("es/affixes.txt"),
        stop_words: list!("es/stop_words.txt"),
        abbreviations: list!("es/abbreviations.txt"),
        cue_verbs: list!("es/cue_verbs.txt"),
        persons: list!("es/persons.txt"),
        openings: list!("es/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Swedish,
        code: "sv",
        script: Script::Latin,
        letters: "åäöé",
        affixes: list!("sv/affixes.txt"),
        stop_words: list!("sv/stop_words.txt"),
        abbreviations: list!("sv/abbreviations.txt"),
        cue_verbs: list!("sv/cue_verbs.txt"),
        persons: list!("sv/persons.txt"),
        twin_marks: true,
        openings: list!("sv/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "asian")]
    Source {
        language: Language::Thai,
        code: "th",
        script: Script::Thai,
        stop_words: list!("th/stop_words.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Turkish,
        code: "tr",
        script: Script::Latin,
        letters: "çğıöşüâî",
        affixes: list!("tr/affixes.txt"),
        stop_words: list!("tr/stop_words.txt"),
        abbreviations: list!("tr/abbreviations.txt"),
        cue_verbs: list!("tr/cue_verbs.txt"),
        persons: list!("tr/persons.txt"),
        openings: list!("tr/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Ukrainian,
        code: "uk",
        script: Script::Cyrillic,
        letters: "ґєіїщьюяйц",
        affixes: list!("uk/affixes.txt"),
        stop_words: list!("uk/stop_words.txt"),
        abbreviations: list!("uk/abbreviations.txt"),
        cue_verbs: list!("uk/cue_verbs.txt"),
        persons: list!("uk/persons.txt"),
        openings: list!("uk/openings.txt"),
        ..BLANK
    },
    #[cfg(feature = "middle-eastern")]
    Source {
        language: Language::Urdu,
        code: "ur",
        script: Script::Arabic,
        letters: "ٹڈڑںہےپچگکیھ",
        affixes: list!("ur/affixes.txt"),
        stop_words: list!("ur/stop_words.txt"),
        ..BLANK
    },
    #[cfg(feature = "asian")]
    Source {
        language: Language::Vietnamese,
        code: "vi",
        script: Script::Latin,
        letters: "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        stop_words: list!("vi/stop_words.txt"),
        abbreviations: list!("vi/abbreviations.txt"),
        persons: list!("vi/persons.txt"),
        openings: list!("vi/openings.txt"),
        ..BLANK
    },
    BLANK,
];

/// Whether Porter's second stemmer (2001) can change a word: no suffix of its steps
/// ends otherwise. A third of the forms of news end so that it cannot.
pub(super) fn english_may_stem(lower: &str) -> bool {
    let ends = |suffixes: &[&str]| suffixes.iter().any(|suffix| lower.ends_with(suffix));
    match lower.as_bytes().last() {
        Some(b'e' | b's' | b'y' | b'i' | b'\'') => true,
        Some(b'd') => ends(&["ed"]),
        Some(b'g') => ends(&["ing"]),
        Some(b'n') => ends(&["ion"]),
        Some(b'm') => ends(&["ism"]),
        Some(b'c') => ends(&["ic"]),
        Some(b'r') => ends(&["er", "or"]),
        Some(b't') => ends(&["ent", "ant"]),
        Some(b'l') => ends(&["al", "ll", "ful"]),
        Some(last) => !last.is_ascii(),
        None => false,
    }
}
