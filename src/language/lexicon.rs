//! A language's word lists, read from its data files.

use super::case::small;
use super::files::{FILES, MARK, file, letter};
use super::source::Source;
use super::{Script, compose};
use crate::find::{Marked, before};
use crate::hash::{Numbers, fingerprint};
use crate::segment::token::is_alphanumeric;
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
    /// At the end of a list, and of a sentence where a capital follows: "і т. д."
    Last,
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
    /// A name of a family, where it stands first.
    Surname,
}

/// How a sentence leans on the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leaning {
    /// Its opening words stand for something there: "He", "In doing so".
    Mention,
    /// Its opening words tie it to that one, and it can be read alone: "But".
    Connective,
}

/// What a sentence's opening words tell; the classes of `openings.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    /// It leans on the one before it.
    Leans(Leaning),
    /// It says what the text sets out to do, or what it comes to: "We conclude".
    Indicates,
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
    /// What readers say stands under it: "12 comments".
    Comments,
    /// What follows is what an e-mail is on: "Subject: The ferry".
    Subject,
    /// What follows are the key phrases of a paper: "Keywords: tides, ferries".
    Keywords,
    /// Under it stands what a text sets out to do or comes to, and it is no title either: "Conclusion".
    Gist,
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

/// What stands for something said before; the classes of `antecedents.txt`, in
/// the order of [`MENTIONS`].
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
    /// "Both"
    Two,
    /// "two", behind "The"
    Pair,
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

/// What is quoted besides people with a name or role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SourceClass {
    /// "The e-mail said"
    Document,
    /// "Many people"
    Crowd,
    /// "a series", which says nothing
    Quantity,
    /// "the pilot"
    Role,
    /// "the uncle"
    Man,
    /// "the widow"
    Woman,
}

/// What a word is beside who speaks, where no capital tells a name; the classes of
/// `speech.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SpeechClass {
    /// Marks before it what the sentence is about: は, and Korean 은 at a word's end.
    Topic,
    /// Marks the subject before it: が, ने.
    Subject,
    /// No name goes on with it: 在, بعد.
    Boundary,
    /// Stands for somebody: 他, 그.
    Pronoun,
}

/// A list of words, and the bits that its classes have in [`Lexicon::words`].
struct List {
    /// The data file's place in [`FILES`].
    file: usize,
    /// The bit of the first class; the others follow.
    first: u32,
    /// The bits of all, the first at 0; a list without classes has one.
    bits: u64,
    /// Whether an entry that stands in two classes has the first alone.
    alone: bool,
}

const STOP_WORDS: List = List::new("stop_words", 0, false);
const CUE_VERBS: List = List::new("cue_verbs", 1, false);
const PERSONS: List = List::new("persons", 2, false);
const AGENCIES: List = List::new("agencies", 3, false);
const EDITORIAL: List = List::new("editorial", 4, false);
const PHRASES: List = List::new("phrases", 5, false);
const ABBREVIATIONS: List = List::new("abbreviations", 8, true);
const SECTIONS: List = List::new("sections", 17, true);
const MENTIONS: List = List::new("antecedents", 25, false);
const SOURCES: List = List::new("sources", 41, true);
const SPEECH: List = List::new("speech", 47, false);
const NAMES: List = List::new("names", 51, true);
const OPENINGS: List = List::new("openings", 0, true);
const FURNITURE: List = List::new("furniture", 0, true);

impl List {
    const fn new(name: &str, first: u32, alone: bool) -> Self {
        let file = file(name);
        let classes = FILES[file].1.len();
        let bits = if classes == 0 { 1 } else { (1 << classes) - 1 };
        List { file, first, bits, alone }
    }

    /// Gives each entry of a language's data file with its class.
    fn read(&self, source: &Source, give: &mut dyn FnMut(&str, u32)) {
        let mut class = 0;
        source.list(self.file, &mut |entry| match entry.as_bytes() {
            [MARK, class_letter] => class = u32::from(class_letter.saturating_sub(letter(0))),
            _ => give(entry, class),
        });
    }

    /// Puts the entries of a language's data file among the words.
    fn add(&self, source: &Source, words: &mut Numbers) {
        let all = self.bits << self.first;
        self.read(source, &mut |entry, class| {
            let classes = words.entry(fingerprint(entry)).or_insert(0);
            if !self.alone || *classes & all == 0 {
                *classes |= 1 << (self.first + class);
            }
        });
    }

    /// The class that a word has in this list.
    fn class(&self, classes: u64) -> Option<u32> {
        let own = (classes >> self.first) & self.bits;
        (own != 0).then(|| own.trailing_zeros())
    }

    /// Phrases with their classes.
    fn phrases(&self, source: &Source) -> Phrases {
        let mut phrases = Phrases { by_head: vec![Vec::new(); HEADS] };
        self.read(source, &mut |entry, class| {
            if let Some(same) = phrases.by_head.get_mut(head(entry)) {
                same.push((entry.into(), class));
            }
        });
        phrases
    }
}

/// All that the lists tell of a word, so that it is looked up once.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Classes(u64);

impl Classes {
    pub(crate) fn is_stop_word(self) -> bool {
        STOP_WORDS.class(self.0).is_some()
    }

    pub(crate) fn is_cue_verb(self) -> bool {
        CUE_VERBS.class(self.0).is_some()
    }

    /// Whether no key phrase begins or ends with a word: every text has it.
    pub(crate) fn is_common(self) -> bool {
        self.0 >> PHRASES.first & 1 == 1
    }

    /// Whether that is so with a capital, too: "Tuesday".
    pub(crate) fn is_always_common(self) -> bool {
        self.0 >> PHRASES.first & 4 == 4
    }

    /// Whether a word joins those of a phrase: "freedom of speech".
    pub(crate) fn is_inside(self) -> bool {
        self.0 >> PHRASES.first & 2 == 2
    }

    /// What a word is as the head of what a quotation is ascribed to.
    pub(crate) fn source_class(self) -> Option<SourceClass> {
        use SourceClass::{Crowd, Document, Man, Quantity, Role, Woman};
        [Document, Crowd, Quantity, Role, Man, Woman].get(SOURCES.class(self.0)? as usize).copied()
    }

    /// Whether a word stands beside who speaks as a class tells.
    pub(crate) fn is_speech(self, class: SpeechClass) -> bool {
        self.0 >> (SPEECH.first + class as u32) & 1 == 1
    }

    /// Whether a word is a pronoun of the first or second person.
    pub(crate) fn is_person(self) -> bool {
        PERSONS.class(self.0).is_some()
    }

    /// Whether a word or phrase is of a class of what stands for something else.
    pub(crate) fn is_mention(self, class: MentionClass) -> bool {
        self.0 >> (MENTIONS.first + class as u32) & 1 == 1
    }

    /// What a word tells of the name it stands in.
    pub(crate) fn name_class(self) -> Option<NameClass> {
        use NameClass::{Group, He, Person, She, Surname};
        [He, She, Person, Group, Surname].get(NAMES.class(self.0)? as usize).copied()
    }
}

/// The bytes of a word that its ending tells, over this: "mente" is a noun.
const LEAST_INFLECTED: usize = 6;

/// What nutgraf knows of a language. All words are in lower case with straight
/// apostrophes.
pub(crate) struct Lexicon {
    stem: Option<fn(&str) -> Cow<'_, str>>,
    affixes: Affixes,
    /// What each word of the lists is, by the bits of its [`List`]s.
    words: Numbers,
    openings: Phrases,
    furniture: Phrases,
    stops: &'static [char],
    twin_marks: bool,
    ordinals: bool,
    endings: &'static str,
    stop_words: bool,
    subject_marks: bool,
    script: Script,
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        formatter.debug_struct("Lexicon").finish_non_exhaustive()
    }
}

impl Lexicon {
    /// Reads a language's data files.
    pub(super) fn read(source: &Source) -> Self {
        let mut words = Numbers::default();
        for list in [
            &STOP_WORDS,
            &CUE_VERBS,
            &PERSONS,
            &AGENCIES,
            &EDITORIAL,
            &PHRASES,
            &SOURCES,
            &ABBREVIATIONS,
            &NAMES,
            &SECTIONS,
            &MENTIONS,
            &SPEECH,
        ] {
            list.add(source, &mut words);
        }
        let subject = |classes: &u64| Classes(*classes).is_speech(SpeechClass::Subject);
        let subject_marks = words.values().any(subject);
        Lexicon {
            stem: source.stem,
            affixes: Affixes::read(source),
            words,
            openings: OPENINGS.phrases(source),
            furniture: FURNITURE.phrases(source),
            stops: source.stops,
            twin_marks: source.twin_marks,
            ordinals: source.ordinals,
            endings: source.endings,
            stop_words: source.has_stop_words(),
            subject_marks,
            script: source.script,
        }
    }

    /// All that the lists tell of a word.
    pub(crate) fn classes(&self, lower: &str) -> Classes {
        Classes(self.words.get(&fingerprint(lower)).copied().unwrap_or(0))
    }

    /// The script that the language is written in.
    pub(crate) fn script(&self) -> Script {
        self.script
    }

    /// Whether a mark ends sentences in this language and not in others.
    pub(crate) fn is_stop(&self, mark: char) -> bool {
        self.stops.contains(&mark)
    }

    /// Whether ” opens quotations, too: ”Ja”, sade hon.
    pub(crate) fn has_twin_marks(&self) -> bool {
        self.twin_marks
    }

    /// Whether a number with a full stop is an ordinal: "12. Juni".
    pub(crate) fn has_ordinals(&self) -> bool {
        self.ordinals
    }

    /// Whether a word ends as adverbs and verbs alone do: "infelizmente", "custará".
    pub(crate) fn is_inflected(&self, lower: &str) -> bool {
        lower.len() > LEAST_INFLECTED && before(lower, self.endings).is_some()
    }

    pub(crate) fn is_stop_word(&self, lower: &str) -> bool {
        self.classes(lower).is_stop_word()
    }

    pub(crate) fn is_cue_verb(&self, lower: &str) -> bool {
        self.classes(lower).is_cue_verb()
    }

    pub(crate) fn abbreviation(&self, lower: &str) -> Option<Abbreviation> {
        use Abbreviation::{Last, Number, Phrase, Title, Word};
        let class = ABBREVIATIONS.class(self.classes(lower).0)?;
        [Title, Number, Phrase, Word, Last].get(class as usize).copied()
    }

    /// How a sentence leans on the one before by its opening words, if it does:
    /// "He", "In doing so".
    pub(crate) fn leaning(&self, sentence: &str) -> Option<Leaning> {
        match self.opening(sentence)? {
            Opening::Leans(how) => Some(how),
            Opening::Indicates => None,
        }
    }

    /// What a sentence's opening words tell.
    pub(crate) fn opening(&self, sentence: &str) -> Option<Opening> {
        use Opening::{Indicates, Leans};
        // Words of the last class mean the text itself, "This library", and tell nothing here: they lean on nothing.
        let class = self.openings.at_start_of(sentence)?;
        [Leans(Leaning::Mention), Leans(Leaning::Connective), Indicates].get(class as usize).copied()
    }

    /// What kind of furniture begins as a line does.
    pub(crate) fn furniture(&self, line: &str) -> Option<FurnitureClass> {
        use FurnitureClass::{Boilerplate, Byline, Caption, Credit};
        [Byline, Caption, Boilerplate, Credit].get(self.furniture.at_start_of(line)? as usize).copied()
    }

    /// What a heading's words tell of its section.
    pub(crate) fn section(&self, words: &str) -> Option<SectionClass> {
        use SectionClass::{Apart, Comments, Gist, Keywords, Line, Nameless, Picture, Subject};
        let class = SECTIONS.class(self.classes(words).0)?;
        [Apart, Nameless, Picture, Line, Comments, Subject, Keywords, Gist].get(class as usize).copied()
    }

    /// Whether words in square brackets are an editor's mark: "citation needed".
    pub(crate) fn is_editorial(&self, lower: &str) -> bool {
        EDITORIAL.class(self.classes(lower.before_marks("?")).0).is_some()
    }

    /// Whether a word names who makes or sells pictures: "Getty".
    pub(crate) fn is_agency(&self, lower: &str) -> bool {
        AGENCIES.class(self.classes(lower).0).is_some()
    }

    /// Whether the language has a list of stop words at all.
    pub(crate) fn knows_stop_words(&self) -> bool {
        self.stop_words
    }

    /// Whether the language marks who speaks by a word or an ending: は, ने.
    pub(crate) fn has_subject_marks(&self) -> bool {
        self.subject_marks
    }

    /// The word's stem.
    pub(crate) fn stem<'a>(&self, lower: &'a str) -> Cow<'a, str> {
        match self.stem {
            Some(stem) => stem(lower),
            None => Cow::Borrowed(self.affixes.without(lower)),
        }
    }
}

/// The inflections that a light stemmer takes off, longest first (`build.rs`).
struct Affixes {
    prefixes: Vec<Box<str>>,
    suffixes: Vec<Box<str>>,
    /// The characters that a stem has at least.
    least: usize,
}

impl Affixes {
    fn read(source: &Source) -> Self {
        let (mut prefixes, mut suffixes) = (Vec::new(), Vec::new());
        source.list(const { file("affixes") }, &mut |affix| match affix.strip_suffix('-') {
            Some(prefix) => prefixes.push(prefix.into()),
            None => suffixes.push(affix.into()),
        });
        // A syllable of Hangul is a character, and Arabic and Hebrew write few vowels.
        let least = match source.script {
            Script::Hangul => 2,
            Script::Arabic | Script::Hebrew => 3,
            _ => 4,
        };
        Affixes { prefixes, suffixes, least }
    }

    /// A word without a prefix and a suffix.
    fn without<'a>(&self, lower: &'a str) -> &'a str {
        let long = |stem: &&str| stem.has_more(self.least - 1);
        let bare = self
            .prefixes
            .iter()
            .find_map(|prefix| lower.strip_prefix(&**prefix).filter(long))
            .unwrap_or(lower);
        self.suffixes.iter().find_map(|suffix| bare.strip_suffix(&**suffix).filter(long)).unwrap_or(bare)
    }
}

/// A word in the form that word lists have: lower case, straight apostrophes.
pub(crate) fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Cow::Borrowed(word);
    }
    let mut room = String::new();
    lower_in(word, &mut room);
    Cow::Owned(room)
}

/// The same, where it is another than the word made in `room`, which serves many
/// words: an allocation for each would take a twentieth of the whole time.
pub(crate) fn lower_in<'a>(word: &'a str, room: &'a mut String) -> &'a str {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word;
    }
    if word.is_ascii() {
        room.clear();
        room.push_str(word);
        room.make_ascii_lowercase();
    } else {
        room.clear();
        // "uni­ver­si­taires": where a line may end tells nothing of a word.
        let letters = word.chars().filter(|c| *c != SOFT_HYPHEN);
        room.extend(compose::composed(letters.map(listed)));
        // What `str::to_lowercase` knows besides, for two kilobytes.
        if room.ends_with('σ') {
            room.pop();
            room.push('ς');
        }
    }
    room
}

const SOFT_HYPHEN: char = '\u{AD}';

/// A character as word lists have it.
fn listed(c: char) -> char {
    if c == '’' { '\'' } else { small(c) }
}

/// Phrases that a text can begin with, each with its class.
#[derive(Default)]
struct Phrases {
    /// By [`head`]: most texts begin with none.
    by_head: Vec<Vec<(Box<str>, u32)>>,
}

impl Phrases {
    /// The class of a phrase of whole words that a text begins with, whatever
    /// marks stand before it: the longest such phrase.
    fn at_start_of(&self, text: &str) -> Option<u32> {
        let text = text.trim_start_matches(|c: char| !is_alphanumeric(c) && !matches!(c, '©' | '('));
        let phrases = self.by_head.get(head(text))?.iter();
        let begun = phrases.filter(|(phrase, _)| begins_with(text, phrase));
        begun.max_by_key(|(phrase, _)| phrase.len()).map(|(_, class)| *class)
    }
}

/// How many values [`head`] has.
const HEADS: usize = 1 << 10;

/// A number for the first letters of a text's first word, four bytes at most,
/// in which small and capital letters are alike.
fn head(text: &str) -> usize {
    // The lead bytes 0xC2 and 0xE2 are those of marks: "He’s".
    let letter = |byte: &u8| byte.is_ascii_alphanumeric() || !matches!(byte, 0..=0x7F | 0xC2 | 0xE2);
    // "他说": where no space follows a word, its first character alone tells.
    let most = if matches!(text.as_bytes().first(), Some(0xE3..=0xE9)) { 3 } else { 4 };
    // A capital of Cyrillic or Greek may have another lead byte than its small letter: "Читайте".
    let letters = text.bytes().take(most).take_while(letter).filter(|byte| !matches!(byte, 0xC3..=0xDF));
    letters.fold(0, |head, byte| (head * 31 + usize::from(byte & 31)) % HEADS)
}

/// The bytes that are compared first.
const COMPARED: usize = 6;

/// Whether a text begins with a phrase, which is in lower case, and no word
/// goes on behind it.
fn begins_with(text: &str, phrase: &str) -> bool {
    // Many begin with "the", and the next letter tells most apart.
    let first = |text: &'_ str| text.as_bytes().first_chunk::<COMPARED>().copied();
    if let (Some(letters), Some(expected)) = (first(text), first(phrase))
        && letters.is_ascii()
        && !letters.eq_ignore_ascii_case(&expected)
    {
        return false;
    }
    let mut lower = text.chars().map(listed);
    let same = phrase.chars().all(|expected| lower.next() == Some(expected));
    let unspaced = |c: char| Script::of(c).is_some_and(Script::is_unspaced);
    same && (phrase.last_char().is_some_and(|c| !is_alphanumeric(c) || unspaced(c))
        || lower.next().is_none_or(|next| !is_alphanumeric(next)))
}

#[cfg(all(test, feature = "asian", feature = "european", feature = "middle-eastern"))]
mod tests {
    use super::{Opening, SectionClass};
    use crate::Language;

    #[test]
    fn inflections_are_taken_off_where_a_stem_is_left() {
        for (language, forms) in [
            (Language::German, ["Fähre", "Fähren"]),
            (Language::Russian, ["паром", "паромами"]),
            (Language::German, ["Fäh\u{AD}re", "Fähren"]),
            (Language::Portuguese, ["barco", "barcos"]),
            (Language::Turkish, ["gemi", "gemiler"]),
            (Language::Korean, ["정부가", "정부는"]),
            (Language::Arabic, ["العبارة", "والعبارة"]),
            (Language::Finnish, ["talossa", "talosta"]),
        ] {
            let [one, other] = forms.map(|form| language.lexicon().stem(&super::lower(form)).into_owned());
            assert_eq!(one, other);
        }
        assert_eq!(Language::German.lexicon().stem("der"), "der");
    }

    #[test]
    fn openings_are_whole_words_and_phrases() {
        let english = Language::English.lexicon();
        for leaning in ["He said", "“In doing so, both nations", "He’s gone", "It"] {
            assert!(english.leaning(leaning).is_some(), "{leaning}");
        }
        for (language, leaning) in [
            (Language::German, "Sie sagte"),
            (Language::French, "C’est"),
            (Language::Russian, "Он сказал"),
            (Language::Russian, "Это привело"),
            (Language::Ukrainian, "Це подиктоване"),
            (Language::Greek, "Όμως οι"),
            (Language::Chinese, "他说"),
            (Language::Japanese, "しかし、"),
        ] {
            assert!(language.lexicon().leaning(leaning).is_some(), "{leaning}");
        }
        for free in ["Herons fly", "In doing business", "The president", ""] {
            assert!(english.leaning(free).is_none(), "{free}");
        }
    }

    #[test]
    fn what_a_paper_sets_out_to_do_or_comes_to_is_told_by_its_words() {
        for (language, opening, heading) in [
            (Language::English, "In this paper, we", "conclusions"),
            (Language::German, "Ziel dieser Studie war", "schlussfolgerung"),
            (Language::French, "Dans cet article,", "objectif"),
            (Language::Spanish, "En este trabajo se", "conclusiones"),
            (Language::Portuguese, "Este estudo teve", "conclusão"),
            (Language::Italian, "Lo scopo di questo", "conclusioni"),
            (Language::Russian, "В статье", "выводы"),
            (Language::Polish, "Celem pracy", "wnioski"),
            (Language::Turkish, "Bu çalışmada", "sonuç"),
            (Language::Chinese, "本文提出", "结论"),
            (Language::Japanese, "本研究では", "結論"),
            (Language::Korean, "본 연구는", "결론"),
        ] {
            let lexicon = language.lexicon();
            assert_eq!(lexicon.opening(opening), Some(Opening::Indicates), "{opening}");
            assert_eq!(lexicon.leaning(opening), None, "{opening}");
            assert_eq!(lexicon.section(heading), Some(SectionClass::Gist), "{heading}");
        }
        // The site's, and what leans on what was found before.
        for other in ["This article is part of a series", "These findings suggest"] {
            assert!(matches!(Language::English.lexicon().opening(other), Some(Opening::Leans(_))), "{other}");
        }
        for itself in ["This library reads timetables.", "This document describes tides."] {
            assert_eq!(Language::English.lexicon().opening(itself), None, "{itself}");
        }
    }
}
