//! Languages: what nutgraf knows of each, read from its data files.
//!
//! A new language is a variant of [`Language`], a folder of word lists beside
//! `en/`, and a row in [`SOURCES`].

mod lexicon;

pub(crate) use lexicon::{
    Abbreviation, Classes, FurnitureClass, Leaning, Lexicon, MentionClass, NameClass, SectionClass, lower,
};

use crate::segment::token;
use foldhash::HashMap;
use rust_stemmers::{Algorithm, Stemmer};
use std::sync::LazyLock;

/// The language of a text.
///
/// English has stop words, stems, abbreviations, cue verbs, names and openings;
/// the others stop words and, where they are written with full stops,
/// abbreviations; Dutch, French, German, Italian and Spanish cue verbs too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum Language {
    Amharic,
    Arabic,
    Armenian,
    Bulgarian,
    Burmese,
    Chinese,
    Danish,
    Dutch,
    English,
    French,
    German,
    Greek,
    Hindi,
    Italian,
    Japanese,
    Kazakh,
    Marathi,
    Persian,
    Polish,
    Russian,
    Slovak,
    Spanish,
    Urdu,
    /// Any other language: words are compared as they are, and sentences end
    /// by the rules that hold everywhere.
    #[default]
    Undetermined,
}

/// A data file of this folder, without its comments (`build.rs`).
macro_rules! list {
    ($path:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $path))
    };
}

/// What nutgraf knows of a language; the texts are its data files.
struct Source {
    language: Language,
    code: &'static str,
    /// Made by a function of its own, so that only the stemmers named here are
    /// linked: all of Snowball's would be 30 kB more.
    stemmer: Option<fn() -> Stemmer>,
    /// Whether the stemmer can change a word, by its ending.
    may_stem: fn(&str) -> bool,
    stop_words: &'static str,
    abbreviations: &'static str,
    cue_verbs: &'static str,
    openings: &'static str,
    furniture: &'static str,
    sections: &'static str,
    editorial: &'static str,
    antecedents: &'static str,
    agencies: &'static str,
    persons: &'static str,
    names: &'static str,
    /// Marks that end a sentence in this language and not in others.
    stops: &'static [char],
    /// Whether a number with a full stop is an ordinal: "12. Juni".
    ordinals: bool,
}

/// A language of which nothing is known.
const BLANK: Source = Source {
    language: Language::Undetermined,
    code: "und",
    stemmer: None,
    may_stem: |_| true,
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
    ordinals: false,
};

/// A row a language.
static SOURCES: &[Source] = &[
    Source { language: Language::Amharic, code: "am", stop_words: list!("am/stop_words.txt"), ..BLANK },
    Source {
        language: Language::Arabic,
        code: "ar",
        stop_words: list!("ar/stop_words.txt"),
        stops: &[':', '،'],
        ..BLANK
    },
    Source {
        language: Language::Armenian,
        code: "hy",
        stop_words: list!("hy/stop_words.txt"),
        stops: &[':'],
        ..BLANK
    },
    Source {
        language: Language::Bulgarian,
        code: "bg",
        stop_words: list!("bg/stop_words.txt"),
        abbreviations: list!("bg/abbreviations.txt"),
        ..BLANK
    },
    Source { language: Language::Burmese, code: "my", stop_words: list!("my/stop_words.txt"), ..BLANK },
    Source { language: Language::Chinese, code: "zh", stop_words: list!("zh/stop_words.txt"), ..BLANK },
    Source {
        language: Language::Danish,
        code: "da",
        stop_words: list!("da/stop_words.txt"),
        abbreviations: list!("da/abbreviations.txt"),
        ordinals: true,
        ..BLANK
    },
    Source {
        language: Language::Dutch,
        code: "nl",
        stop_words: list!("nl/stop_words.txt"),
        abbreviations: list!("nl/abbreviations.txt"),
        cue_verbs: list!("nl/cue_verbs.txt"),
        ..BLANK
    },
    Source {
        language: Language::English,
        code: "en",
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
    Source {
        language: Language::French,
        code: "fr",
        stop_words: list!("fr/stop_words.txt"),
        abbreviations: list!("fr/abbreviations.txt"),
        cue_verbs: list!("fr/cue_verbs.txt"),
        ..BLANK
    },
    Source {
        language: Language::German,
        code: "de",
        stop_words: list!("de/stop_words.txt"),
        abbreviations: list!("de/abbreviations.txt"),
        cue_verbs: list!("de/cue_verbs.txt"),
        ordinals: true,
        ..BLANK
    },
    Source {
        language: Language::Greek,
        code: "el",
        stop_words: list!("el/stop_words.txt"),
        abbreviations: list!("el/abbreviations.txt"),
        stops: &[';'],
        ..BLANK
    },
    Source { language: Language::Hindi, code: "hi", stop_words: list!("hi/stop_words.txt"), ..BLANK },
    Source {
        language: Language::Italian,
        code: "it",
        stop_words: list!("it/stop_words.txt"),
        abbreviations: list!("it/abbreviations.txt"),
        cue_verbs: list!("it/cue_verbs.txt"),
        ..BLANK
    },
    Source { language: Language::Japanese, code: "ja", stop_words: list!("ja/stop_words.txt"), ..BLANK },
    Source {
        language: Language::Kazakh,
        code: "kk",
        stop_words: list!("kk/stop_words.txt"),
        abbreviations: list!("kk/abbreviations.txt"),
        ..BLANK
    },
    Source { language: Language::Marathi, code: "mr", stop_words: list!("mr/stop_words.txt"), ..BLANK },
    Source { language: Language::Persian, code: "fa", stop_words: list!("fa/stop_words.txt"), ..BLANK },
    Source {
        language: Language::Polish,
        code: "pl",
        stop_words: list!("pl/stop_words.txt"),
        abbreviations: list!("pl/abbreviations.txt"),
        ..BLANK
    },
    Source {
        language: Language::Russian,
        code: "ru",
        stop_words: list!("ru/stop_words.txt"),
        abbreviations: list!("ru/abbreviations.txt"),
        ..BLANK
    },
    Source {
        language: Language::Slovak,
        code: "sk",
        stop_words: list!("sk/stop_words.txt"),
        abbreviations: list!("sk/abbreviations.txt"),
        ordinals: true,
        ..BLANK
    },
    Source {
        language: Language::Spanish,
        code: "es",
        stop_words: list!("es/stop_words.txt"),
        abbreviations: list!("es/abbreviations.txt"),
        cue_verbs: list!("es/cue_verbs.txt"),
        ..BLANK
    },
    Source { language: Language::Urdu, code: "ur", stop_words: list!("ur/stop_words.txt"), ..BLANK },
    BLANK,
];

/// Whether Porter's second stemmer (2001) can change a word: no suffix of its steps
/// ends otherwise. A third of the forms of news end so that it cannot.
fn english_may_stem(lower: &str) -> bool {
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

/// Each lexicon is read once, when a text first needs it.
static LEXICONS: LazyLock<Vec<(Language, LazyLock<Lexicon, ReadLexicon>)>> = LazyLock::new(|| {
    let lazily = |source: &'static Source| {
        let read: ReadLexicon = Box::new(move || Lexicon::read(source));
        (source.language, LazyLock::new(read))
    };
    SOURCES.iter().map(lazily).collect()
});

type ReadLexicon = Box<dyn FnOnce() -> Lexicon + Send>;

/// The languages that have a stop word, as indices into [`SOURCES`].
static STOP_WORDS: LazyLock<HashMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
    let mut languages: HashMap<&'static str, Vec<usize>> = HashMap::default();
    for (index, source) in SOURCES.iter().enumerate() {
        for word in lexicon::words(source.stop_words) {
            languages.entry(word).or_default().push(index);
        }
    }
    languages
});

/// Words looked at to detect a language: a long text does not cost more.
const DETECTION_WORDS: usize = 400;

/// The least share of stop words in running text. English news has about 0.45,
/// a list of names or a text in another language under 0.1.
const LEAST_STOP_WORDS: f64 = 0.2;

impl Language {
    /// The language of a BCP 47 tag, by its primary subtag: `en` and `en-GB`
    /// are English. `None` for a tag that nutgraf has no data for.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next()?.to_ascii_lowercase();
        let source = SOURCES.iter().find(|source| source.code == primary)?;
        Some(source.language)
    }

    /// The BCP 47 tag; `und` where the language is undetermined.
    pub fn tag(self) -> &'static str {
        let source = SOURCES.iter().find(|source| source.language == self);
        source.map_or("und", |source| source.code)
    }

    /// The language whose stop words make up most of the text's first words,
    /// undetermined where none reaches a fifth of them.
    pub fn detect(text: &str) -> Self {
        let mut counts = vec![0u32; SOURCES.len()];
        let mut words = 0u32;
        for (_, word) in token::words(text).take(DETECTION_WORDS) {
            words += 1;
            for source in STOP_WORDS.get(lower(word).as_ref()).into_iter().flatten() {
                if let Some(count) = counts.get_mut(*source) {
                    *count += 1;
                }
            }
        }
        let most = counts.iter().zip(SOURCES).max_by_key(|(count, _)| **count);
        let enough = |count: u32| f64::from(count) >= LEAST_STOP_WORDS * f64::from(words.max(1));
        most.filter(|(count, _)| enough(**count))
            .map_or(Language::Undetermined, |(_, source)| source.language)
    }

    /// Whether nouns have capitals: „Das Boot ist der Mittelpunkt der Stadt“.
    pub(crate) fn capitalizes_nouns(self) -> bool {
        self == Language::German
    }

    /// The language's word lists.
    pub(crate) fn lexicon(self) -> &'static Lexicon {
        static EMPTY: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(&BLANK));
        let found = LEXICONS.iter().find(|(language, _)| *language == self);
        found.map_or(&EMPTY, |(_, lexicon)| lexicon)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_not_stemmed_have_no_other_stem() {
        let stemmer = Stemmer::create(Algorithm::English);
        let text = concat!(include_str!("../../README.md"), include_str!("../../tests/texts/lighthouse.txt"));
        let endings = [
            "", "a", "an", "ed", "eed", "est", "ik", "um", "ial", "ell", "or", "ator", "ist", "ish", "ness",
            "ward",
        ];
        let words = token::words(text).map(|(_, word)| lower(word).into_owned());
        for word in words.flat_map(|word| endings.map(|ending| format!("{word}{ending}"))) {
            assert!(english_may_stem(&word) || stemmer.stem(&word) == word, "{word}");
        }
    }

    #[test]
    fn tags_are_read_by_their_primary_subtag() {
        assert_eq!(Language::from_tag("en-GB"), Some(Language::English));
        assert_eq!(Language::from_tag("EN"), Some(Language::English));
        assert_eq!(Language::from_tag("tlh"), None);
        assert_eq!(Language::from_tag(""), None);
        for source in SOURCES {
            assert_eq!(Language::from_tag(source.language.tag()), Some(source.language));
        }
    }

    #[test]
    fn languages_are_detected_by_their_function_words() {
        let english = "The ferry was late because of the fog that lay on the river.";
        assert_eq!(Language::detect(english), Language::English);
        let finnish = "Lautta myöhästyi, koska joella oli sumua.";
        assert_eq!(Language::detect(finnish), Language::Undetermined);
        let german = "Die Fähre kam zu spät, weil auf dem Fluss der Nebel lag.";
        assert_eq!(Language::detect(german), Language::German);
        let russian = "Паром опоздал, потому что на реке был туман, и все ждали его.";
        assert_eq!(Language::detect(russian), Language::Russian);
        let chinese = "渡轮晚点了，因为河上有雾，我们都在等它。";
        assert_eq!(Language::detect(chinese), Language::Chinese);
        assert_eq!(Language::detect(""), Language::Undetermined);
    }
}
