//! A language's word lists, read from its data files.

use super::Source;
use foldhash::{HashMap, HashMapExt, HashSet};
use rust_stemmers::Stemmer;

/// How an abbreviation's full stop behaves; the classes of `abbreviations.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// Before a name: "Dr. Smith".
    Title,
    /// Before a number: "p. 55".
    Number,
    /// Inside a phrase: "e.g. Siamese".
    Phrase,
    /// Anywhere, a sentence's end included: "Pitt, Briggs & Co."
    Word,
}

/// What nutgraf knows of a language. All words are in lower case with straight
/// apostrophes.
#[derive(Default)]
pub(crate) struct Lexicon {
    stemmer: Option<Stemmer>,
    stop_words: HashSet<&'static str>,
    abbreviations: HashMap<&'static str, Abbreviation>,
    cue_verbs: HashSet<&'static str>,
    openings: HashSet<&'static str>,
    longest_opening: usize,
    stops: &'static [char],
    ordinals: bool,
}

impl Lexicon {
    /// Reads a language's data files.
    pub(super) fn read(source: &Source) -> Self {
        let openings: HashSet<&str> = lines(source.openings).collect();
        Lexicon {
            stemmer: source.stemmer.map(|create| create()),
            stop_words: words(source.stop_words).collect(),
            abbreviations: abbreviations(source.abbreviations),
            cue_verbs: words(source.cue_verbs).collect(),
            longest_opening: openings.iter().map(|phrase| phrase.len()).max().unwrap_or(0),
            openings,
            stops: source.stops,
            ordinals: source.ordinals,
        }
    }

    /// Whether a mark ends sentences in this language and not in others.
    pub(crate) fn is_stop(&self, mark: char) -> bool {
        self.stops.contains(&mark)
    }

    /// Whether a number with a full stop is an ordinal: "12. Juni".
    pub(crate) fn has_ordinals(&self) -> bool {
        self.ordinals
    }

    pub(crate) fn is_stop_word(&self, lower: &str) -> bool {
        self.stop_words.contains(lower)
    }

    pub(crate) fn is_cue_verb(&self, lower: &str) -> bool {
        self.cue_verbs.contains(lower)
    }

    pub(crate) fn abbreviation(&self, lower: &str) -> Option<Abbreviation> {
        self.abbreviations.get(lower).copied()
    }

    /// Whether `lower` opens with a word or phrase that leans on the sentence
    /// before: "he", "in doing so".
    pub(crate) fn leans_back(&self, lower: &str) -> bool {
        let ends = lower.char_indices().filter(|(_, c)| !c.is_alphanumeric());
        ends.map(|(end, _)| end)
            .chain([lower.len()])
            .take_while(|end| *end <= self.longest_opening)
            .any(|end| self.openings.contains(&lower[..end]))
    }

    /// The word's stem by Snowball; the word itself where the language has no
    /// stemmer.
    pub(crate) fn stem(&self, lower: &str) -> String {
        match &self.stemmer {
            Some(stemmer) => stemmer.stem(lower).into_owned(),
            None => lower.to_owned(),
        }
    }
}

/// The lines of a data file that are no comments.
fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = file.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The words of a data file, separated by white space.
fn words(file: &'static str) -> impl Iterator<Item = &'static str> {
    lines(file).flat_map(str::split_whitespace)
}

/// The words of `abbreviations.txt`, each with the class it stands under. A
/// word that stands in two classes has the first.
fn abbreviations(file: &'static str) -> HashMap<&'static str, Abbreviation> {
    let mut class = Abbreviation::Word;
    let mut classes = HashMap::new();
    for word in words(file) {
        match word {
            "[title]" => class = Abbreviation::Title,
            "[number]" => class = Abbreviation::Number,
            "[phrase]" => class = Abbreviation::Phrase,
            "[word]" => class = Abbreviation::Word,
            word => {
                classes.entry(word).or_insert(class);
            }
        }
    }
    classes
}

#[cfg(test)]
mod tests {
    use crate::Language;

    #[test]
    fn openings_are_whole_words_and_phrases() {
        let english = Language::English.lexicon();
        for leaning in ["he said", "in doing so, both nations", "he's gone", "it"] {
            assert!(english.leans_back(leaning), "{leaning}");
        }
        for free in ["herons fly", "in doing business", "the president", ""] {
            assert!(!english.leans_back(free), "{free}");
        }
    }
}
