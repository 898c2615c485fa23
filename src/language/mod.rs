//! Languages: what nutgraf knows of each, read from its data files.
//!
//! A new language is a variant of [`Language`], a folder of word lists beside
//! `en/`, and a row in [`SOURCES`].

mod lexicon;

pub(crate) use lexicon::{Abbreviation, Lexicon};

use rust_stemmers::{Algorithm, Stemmer};
use std::sync::LazyLock;
use unicode_segmentation::UnicodeSegmentation;

/// The language of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Language {
    /// English: stop words, stems, abbreviations and cue verbs.
    English,
    /// Any other language: words are compared as they are, and sentences end
    /// by the rules that hold everywhere.
    #[default]
    Undetermined,
}

/// A language's data files, as they stand in its folder.
struct Source {
    language: Language,
    code: &'static str,
    /// Made by a function of its own, so that only the stemmers named here are
    /// linked: all of Snowball's would be 30 kB more.
    stemmer: Option<fn() -> Stemmer>,
    stop_words: &'static str,
    abbreviations: &'static str,
    cue_verbs: &'static str,
    openings: &'static str,
}

/// A row a language, in the order of the variants of [`Language`].
static SOURCES: &[Source] = &[
    Source {
        language: Language::English,
        code: "en",
        stemmer: Some(|| Stemmer::create(Algorithm::English)),
        stop_words: include_str!("en/stop_words.txt"),
        abbreviations: include_str!("en/abbreviations.txt"),
        cue_verbs: include_str!("en/cue_verbs.txt"),
        openings: include_str!("en/openings.txt"),
    },
    Source {
        language: Language::Undetermined,
        code: "und",
        stemmer: None,
        stop_words: "",
        abbreviations: "",
        cue_verbs: "",
        openings: "",
    },
];

/// Each lexicon is read once, when a text first needs it.
static LEXICONS: LazyLock<Vec<(Language, LazyLock<Lexicon, ReadLexicon>)>> = LazyLock::new(|| {
    let lazily = |source: &'static Source| {
        let read: ReadLexicon = Box::new(move || Lexicon::read(source));
        (source.language, LazyLock::new(read))
    };
    SOURCES.iter().map(lazily).collect()
});

type ReadLexicon = Box<dyn FnOnce() -> Lexicon + Send>;

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
        let words: Vec<String> = text.unicode_words().take(DETECTION_WORDS).map(str::to_lowercase).collect();
        let share = |language: Language| {
            let stop_words = words.iter().filter(|word| language.lexicon().is_stop_word(word));
            stop_words.count() as f64 / words.len().max(1) as f64
        };
        SOURCES
            .iter()
            .map(|source| (source.language, share(source.language)))
            .filter(|(_, share)| *share >= LEAST_STOP_WORDS)
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .map_or(Language::Undetermined, |(language, _)| language)
    }

    /// The language's word lists.
    pub(crate) fn lexicon(self) -> &'static Lexicon {
        static EMPTY: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);
        let found = LEXICONS.iter().find(|(language, _)| *language == self);
        found.map_or(&EMPTY, |(_, lexicon)| lexicon)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn english_is_detected_and_other_text_is_not() {
        let english = "The ferry was late because of the fog that lay on the river.";
        assert_eq!(Language::detect(english), Language::English);
        let finnish = "Lautta myöhästyi, koska joella oli sumua.";
        assert_eq!(Language::detect(finnish), Language::Undetermined);
        assert_eq!(Language::detect(""), Language::Undetermined);
    }
}
