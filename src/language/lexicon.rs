//! A language's word lists, read from its data files.

use super::Source;
use foldhash::{HashMap, HashSet};
use rust_stemmers::Stemmer;
use std::borrow::Cow;

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

/// What a word tells of the name it stands in; the classes of `names.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameClass {
    /// A man's given name or title.
    He,
    /// A woman's given name or title.
    She,
    /// A title of either.
    Person,
    /// A word of organizations and places.
    Group,
}

/// How a sentence leans on the one before it; the classes of `openings.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leaning {
    /// Its opening words stand for something there: "He", "In doing so".
    Mention,
    /// Its opening words tie it to that one, and it can be read alone: "But".
    Connective,
}

/// What a heading tells of its section; the classes of `sections.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SectionClass {
    /// The section is no prose: "References".
    Apart,
    /// The heading says nothing, and is never the title: "Introduction".
    Nameless,
    /// The line stands beside a picture: "Photo".
    Picture,
    /// The line is the site's: "Share".
    Line,
}

/// What stands around an article; the classes of `furniture.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FurnitureClass {
    /// Who wrote it and when.
    Byline,
    /// What a picture shows.
    Caption,
    /// What the site says.
    Boilerplate,
    /// Who made a picture, where it ends a caption.
    Credit,
}

/// What stands for something said before; the classes of `antecedents.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MentionClass {
    /// "He", "His"
    He,
    /// "She", "Her"
    She,
    /// "It", "Its"
    It,
    /// "They", "Their"
    They,
    /// "The two", "Both"
    Two,
    /// "company", behind "The"
    Company,
    /// "party", behind "The"
    Group,
    /// "president", behind "The"
    Person,
    /// "singer", behind "The", of somebody who was named just before.
    Calling,
    /// "crew"
    Collective,
    /// Somebody without a name: "a young man".
    Somebody,
    /// What stands behind an "It" that stands for nothing: "It seems".
    Expletive,
    /// A verb of several.
    Plural,
    /// A verb of one.
    Singular,
    /// An irregular past, of one or several.
    Past,
}

/// What nutgraf knows of a language. All words are in lower case with straight
/// apostrophes.
#[derive(Default)]
pub(crate) struct Lexicon {
    stemmer: Option<Stemmer>,
    stop_words: HashSet<&'static str>,
    abbreviations: HashMap<&'static str, Abbreviation>,
    cue_verbs: HashSet<&'static str>,
    openings: Phrases<Leaning>,
    furniture: Phrases<FurnitureClass>,
    sections: HashMap<&'static str, SectionClass>,
    mentions: HashMap<&'static str, Vec<MentionClass>>,
    editorial: HashSet<&'static str>,
    agencies: HashSet<&'static str>,
    persons: HashSet<&'static str>,
    names: HashMap<&'static str, NameClass>,
    stops: &'static [char],
    ordinals: bool,
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        formatter.debug_struct("Lexicon").finish_non_exhaustive()
    }
}

impl Lexicon {
    /// Reads a language's data files.
    pub(super) fn read(source: &Source) -> Self {
        Lexicon {
            stemmer: source.stemmer.map(|create| create()),
            stop_words: words(source.stop_words).collect(),
            abbreviations: classed(words(source.abbreviations), Abbreviation::Word, abbreviation_class),
            cue_verbs: words(source.cue_verbs).collect(),
            openings: classed(source.openings.lines(), Leaning::Mention, leaning_class),
            furniture: classed(source.furniture.lines(), FurnitureClass::Boilerplate, furniture_class),
            sections: classed(source.sections.lines(), SectionClass::Apart, section_class),
            mentions: mentions(source.antecedents),
            agencies: words(source.agencies).collect(),
            editorial: source.editorial.lines().collect(),
            persons: words(source.persons).collect(),
            names: classed(words(source.names), NameClass::He, name_class),
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

    /// How a sentence leans on the one before by its opening words, if it does:
    /// "He", "In doing so".
    pub(crate) fn leaning(&self, sentence: &str) -> Option<Leaning> {
        self.openings.at_start_of(sentence)
    }

    /// What kind of furniture begins as a line does.
    pub(crate) fn furniture(&self, line: &str) -> Option<FurnitureClass> {
        self.furniture.at_start_of(line)
    }

    /// What a heading's words tell of its section.
    pub(crate) fn section(&self, words: &str) -> Option<SectionClass> {
        self.sections.get(words).copied()
    }

    /// Whether a word or phrase is of a class of what stands for something else.
    pub(crate) fn is_mention(&self, lower: &str, class: MentionClass) -> bool {
        self.mentions.get(lower).is_some_and(|classes| classes.contains(&class))
    }

    /// Whether words in square brackets are an editor's mark: "citation needed".
    pub(crate) fn is_editorial(&self, lower: &str) -> bool {
        self.editorial.contains(lower.trim_end_matches('?'))
    }

    /// Whether a word names who makes or sells pictures: "Getty".
    pub(crate) fn is_agency(&self, lower: &str) -> bool {
        self.agencies.contains(lower)
    }

    /// Whether a word is a pronoun of the first or second person.
    pub(crate) fn is_person(&self, lower: &str) -> bool {
        self.persons.contains(lower)
    }

    /// What a word tells of the name it stands in.
    pub(crate) fn name_class(&self, lower: &str) -> Option<NameClass> {
        self.names.get(lower).copied()
    }

    /// Whether the language has a list of stop words at all.
    pub(crate) fn knows_stop_words(&self) -> bool {
        !self.stop_words.is_empty()
    }

    /// The word's stem by Snowball; the word itself where the language has no
    /// stemmer.
    pub(crate) fn stem<'a>(&self, lower: &'a str) -> Cow<'a, str> {
        match &self.stemmer {
            Some(stemmer) => stemmer.stem(lower),
            None => Cow::Borrowed(lower),
        }
    }
}

/// A word in the form that word lists have: lower case, straight apostrophes.
pub(crate) fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(match word.is_ascii() {
        true => word.to_ascii_lowercase(),
        false => word.to_lowercase().replace('’', "'"),
    })
}

/// The words of a data file, separated by white space.
pub(super) fn words(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.split_whitespace()
}

/// Entries of a data file, each with the class it stands under: a line such as
/// "[title]" begins one. An entry that stands in two classes has the first.
fn classed<T: Copy, M: FromIterator<(&'static str, T)>>(
    entries: impl Iterator<Item = &'static str>,
    first: T,
    class: fn(&str) -> Option<T>,
) -> M {
    let mut current = first;
    let mut seen = HashSet::default();
    entries
        .filter_map(move |entry| match class(entry) {
            Some(class) => {
                current = class;
                None
            }
            None => seen.insert(entry).then_some((entry, current)),
        })
        .collect()
}

fn abbreviation_class(line: &str) -> Option<Abbreviation> {
    match line {
        "[title]" => Some(Abbreviation::Title),
        "[number]" => Some(Abbreviation::Number),
        "[phrase]" => Some(Abbreviation::Phrase),
        "[word]" => Some(Abbreviation::Word),
        _ => None,
    }
}

fn name_class(line: &str) -> Option<NameClass> {
    match line {
        "[he]" => Some(NameClass::He),
        "[she]" => Some(NameClass::She),
        "[person]" => Some(NameClass::Person),
        "[group]" => Some(NameClass::Group),
        _ => None,
    }
}

fn mention_class(line: &str) -> Option<MentionClass> {
    match line {
        "[he]" => Some(MentionClass::He),
        "[she]" => Some(MentionClass::She),
        "[it]" => Some(MentionClass::It),
        "[they]" => Some(MentionClass::They),
        "[two]" => Some(MentionClass::Two),
        "[company]" => Some(MentionClass::Company),
        "[group]" => Some(MentionClass::Group),
        "[person]" => Some(MentionClass::Person),
        "[calling]" => Some(MentionClass::Calling),
        "[collective]" => Some(MentionClass::Collective),
        "[somebody]" => Some(MentionClass::Somebody),
        "[expletive]" => Some(MentionClass::Expletive),
        "[plural]" => Some(MentionClass::Plural),
        "[singular]" => Some(MentionClass::Singular),
        "[past]" => Some(MentionClass::Past),
        _ => None,
    }
}

/// Each phrase with its classes: "will" stands in several.
fn mentions(file: &'static str) -> HashMap<&'static str, Vec<MentionClass>> {
    let mut mentions: HashMap<&'static str, Vec<MentionClass>> = HashMap::default();
    let mut current = MentionClass::He;
    for line in file.lines() {
        match mention_class(line) {
            Some(class) => current = class,
            None => mentions.entry(line).or_default().push(current),
        }
    }
    mentions
}

fn leaning_class(line: &str) -> Option<Leaning> {
    match line {
        "[mention]" => Some(Leaning::Mention),
        "[connective]" => Some(Leaning::Connective),
        _ => None,
    }
}

fn section_class(line: &str) -> Option<SectionClass> {
    match line {
        "[apart]" => Some(SectionClass::Apart),
        "[nameless]" => Some(SectionClass::Nameless),
        "[picture]" => Some(SectionClass::Picture),
        "[line]" => Some(SectionClass::Line),
        _ => None,
    }
}

fn furniture_class(line: &str) -> Option<FurnitureClass> {
    match line {
        "[byline]" => Some(FurnitureClass::Byline),
        "[caption]" => Some(FurnitureClass::Caption),
        "[boilerplate]" => Some(FurnitureClass::Boilerplate),
        "[credit]" => Some(FurnitureClass::Credit),
        _ => None,
    }
}

/// Phrases that a text can begin with.
struct Phrases<T> {
    /// By [`head`]: most texts begin with none.
    phrases: Vec<Vec<(&'static str, T)>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Phrases { phrases: Vec::new() }
    }
}

impl<T: Copy> Phrases<T> {
    /// What belongs to a phrase of whole words that a text begins with,
    /// whatever marks stand before it: the longest such phrase.
    fn at_start_of(&self, text: &str) -> Option<T> {
        let text = text.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '©' | '('));
        let phrases = self.phrases.get(head(text))?.iter();
        let begun = phrases.filter(|(phrase, _)| begins_with(text, phrase));
        begun.max_by_key(|(phrase, _)| phrase.len()).map(|(_, class)| *class)
    }
}

impl<T: Copy> FromIterator<(&'static str, T)> for Phrases<T> {
    fn from_iter<I: IntoIterator<Item = (&'static str, T)>>(entries: I) -> Self {
        let mut phrases = vec![Vec::new(); HEADS];
        for (phrase, class) in entries {
            if let Some(same) = phrases.get_mut(head(phrase)) {
                same.push((phrase, class));
            }
        }
        Phrases { phrases }
    }
}

/// How many values [`head`] has.
const HEADS: usize = 1 << 10;

/// A number for the first letters of a text's first word, four bytes at most,
/// in which small and capital letters are alike.
fn head(text: &str) -> usize {
    // The lead bytes 0xC2 and 0xE2 are those of marks: "He’s".
    let letter = |byte: &u8| byte.is_ascii_alphanumeric() || !matches!(byte, 0..=0x7F | 0xC2 | 0xE2);
    let letters = text.bytes().take(4).take_while(letter);
    letters.fold(0, |head, byte| (head * 31 + usize::from(byte & 31)) % HEADS)
}

/// Whether a text begins with a phrase, which is in lower case, and no word
/// goes on behind it.
fn begins_with(text: &str, phrase: &str) -> bool {
    let mut lower = text.chars().map(|c| match c {
        '\0'..='\x7F' => c.to_ascii_lowercase(),
        '’' => '\'',
        _ => c.to_lowercase().next().unwrap_or(c),
    });
    let same = phrase.chars().all(|expected| lower.next() == Some(expected));
    same && (phrase.ends_with(|c: char| !c.is_alphanumeric())
        || lower.next().is_none_or(|next| !next.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use crate::Language;

    #[test]
    fn openings_are_whole_words_and_phrases() {
        let english = Language::English.lexicon();
        for leaning in ["He said", "“In doing so, both nations", "He’s gone", "It"] {
            assert!(english.leaning(leaning).is_some(), "{leaning}");
        }
        for free in ["Herons fly", "In doing business", "The president", ""] {
            assert!(english.leaning(free).is_none(), "{free}");
        }
    }
}
