//! Languages: what nutgraf knows of each, read from its data files.
//!
//! A new language is a variant of [`Language`], a folder of word lists beside
//! `en/`, and a row in [`SOURCES`].

mod detect;
mod lexicon;
mod script;
mod source;

pub(crate) use lexicon::{
    Abbreviation, Classes, FurnitureClass, Leaning, Lexicon, MentionClass, NameClass, SectionClass, lower,
};

pub(crate) use script::Script;
use source::{BLANK, SOURCES, Source};
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

/// Each lexicon is read once, when a text first needs it.
static LEXICONS: LazyLock<Vec<(Language, LazyLock<Lexicon, ReadLexicon>)>> = LazyLock::new(|| {
    let lazily = |source: &'static Source| {
        let read: ReadLexicon = Box::new(move || Lexicon::read(source));
        (source.language, LazyLock::new(read))
    };
    SOURCES.iter().map(lazily).collect()
});

type ReadLexicon = Box<dyn FnOnce() -> Lexicon + Send>;

impl Language {
    /// The language of a BCP 47 tag, by its primary subtag: `en` and `en-GB`
    /// are English. `None` for a tag that nutgraf has no data for.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next()?.to_ascii_lowercase();
        let code = match primary.as_str() {
            "nb" | "nn" => "no",
            code => code,
        };
        let source = SOURCES.iter().find(|source| source.code == code)?;
        Some(source.language)
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

    /// The language's word lists.
    pub(crate) fn lexicon(self) -> &'static Lexicon {
        static EMPTY: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(&BLANK));
        let found = LEXICONS.iter().find(|(language, _)| *language == self);
        found.map_or(&EMPTY, |(_, lexicon)| lexicon)
    }
}

#[cfg(test)]
mod tests {
    use super::source::english_may_stem;
    use super::*;
    use crate::segment::token;
    use rust_stemmers::{Algorithm, Stemmer};

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
