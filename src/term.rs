//! Terms: what words have in common across their forms.

use crate::Span;
use crate::document::Document;
use crate::find::{DIGITS, Marked, before, find};
use crate::hash::{Numbers, fingerprint, number, with_room};
use crate::language::{Classes, Language, Lexicon, MentionClass, Script, lower, lower_in};
use crate::segment::token::is_alphabetic;
use crate::unspaced::is_hiragana;
use crate::word::{FormId, Word, Words};

/// A term's number, given in order of first occurrence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermId(pub u32);

/// The terms of a text. Each distinct surface form is normalized once.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    /// From a normalized, stemmed form to its term.
    terms: Numbers,
    /// The first surface form of each term.
    surfaces: Vec<Span>,
}

/// Reads words into a vocabulary.
pub(crate) struct Interner<'text> {
    text: &'text str,
    lexicon: &'text Lexicon,
    /// English, where a text of another language has much of it.
    english: Option<&'text Lexicon>,
    words: &'text Words,
    /// What is known of each surface form, by [`FormId`](crate::word::FormId).
    forms: Vec<Form>,
    vocabulary: Vocabulary,
    persons: usize,
    /// Where words are put into lower case.
    room: String,
}

/// What is known of a surface form.
#[derive(Clone, Copy, Debug)]
enum Form {
    Unread,
    StopWord,
    /// A stop word that joins those of a phrase: "freedom of speech".
    Inside,
    /// A stop word that is a pronoun of the first or second person.
    Person,
    Term(TermId, Traits),
    /// A form that stands only where no sentence is chosen from, of a term that
    /// others have.
    Aside(TermId),
}

impl Form {
    fn part(&self) -> Part {
        match self {
            Form::Term(term, traits) => Part::Term(*term, *traits),
            Form::Aside(term) => Part::Term(*term, Traits::default()),
            Form::Inside => Part::Inside,
            _ => Part::None,
        }
    }
}

/// The bytes of a word with figures at most.
const LONGEST_WORD: usize = 24;

/// What a word's form tells of the phrases that it stands in: bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Traits(u8);

impl Traits {
    /// A word that every text has: a phrase neither begins nor ends with it.
    pub(crate) const COMMON: Traits = Traits(1);
    /// Behind an elided function word: "l'eau".
    pub(crate) const APART: Traits = Traits(2);
    /// Behind an elided word that joins those of a phrase: "chef d'état".
    pub(crate) const INSIDE: Traits = Traits(4);
    pub(crate) const CAPITAL: Traits = Traits(8);
    /// A number: it has no letter, or is a key: "ccb290fd4fe6b22935cbae31449e050edd02ad44627b16ce".
    pub(crate) const NUMBER: Traits = Traits(16);
    /// "ferry's"
    pub(crate) const POSSESSIVE: Traits = Traits(32);
    /// What a name does: "Eich wrote", "Eich invented".
    pub(crate) const VERB: Traits = Traits(64);
    /// Common with a capital, too: "Tuesday".
    pub(crate) const ALWAYS_COMMON: Traits = Traits(128);

    pub(crate) fn has(self, trait_: Traits) -> bool {
        self.0 & trait_.0 != 0
    }

    /// Whether an elided function word stands before the word.
    pub(crate) fn is_joined(self) -> bool {
        self.has(Traits(Self::APART.0 | Self::INSIDE.0))
    }

    fn with(self, trait_: Traits, has: bool) -> Self {
        Traits(self.0 | if has { trait_.0 } else { 0 })
    }
}

/// What a word is to a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// A word that no phrase has.
    None,
    /// "of", in "freedom of speech".
    Inside,
    Term(TermId, Traits),
}

/// The terms of surface forms.
#[derive(Debug, Default)]
pub(crate) struct FormTerms(Vec<Form>);

impl FormTerms {
    /// The term of a word, `None` for a stop word and for what stands in no
    /// sentence that may be chosen.
    pub(crate) fn term(&self, word: Word) -> Option<TermId> {
        match self.0.get(word.form.index())? {
            Form::Term(term, _) => Some(*term),
            _ => None,
        }
    }

    /// Whether a term is one of some, by the number of each form.
    pub(crate) fn among(&self, is_one: impl Fn(TermId) -> bool) -> Vec<bool> {
        let among = |form: &Form| matches!(form, Form::Term(term, _) | Form::Aside(term) if is_one(*term));
        self.0.iter().map(among).collect()
    }

    /// What each form is to a phrase, by its number.
    pub(crate) fn parts(&self) -> impl Iterator<Item = Part> {
        self.0.iter().map(Form::part)
    }

    /// What a word is to a phrase.
    pub(crate) fn part(&self, word: Word) -> Part {
        self.0.get(word.form.index()).map_or(Part::None, Form::part)
    }
}

impl<'text> Interner<'text> {
    pub(crate) fn new(document: &'text Document, words: &'text Words) -> Self {
        let forms = vec![Form::Unread; words.forms().len()];
        Interner {
            text: document.text(),
            lexicon: document.lexicon(),
            english: english(document),
            words,
            forms,
            vocabulary: Vocabulary { terms: with_room(words.forms().len() / 2), surfaces: Vec::new() },
            persons: 0,
            room: String::new(),
        }
    }

    /// The term of a word, `None` for a stop word.
    pub(crate) fn intern(&mut self, word: Word) -> Option<TermId> {
        let index = word.form.index();
        let known = self.forms.get(index).copied().unwrap_or(Form::StopWord);
        match known {
            Form::Term(term, _) => Some(term),
            Form::StopWord | Form::Inside | Form::Aside(_) => None,
            Form::Person => {
                self.persons += 1;
                None
            }
            Form::Unread => {
                let span = self.words.span(word);
                let form = self.read(span.of(self.text), span, self.words.classes(word.form));
                *self.forms.get_mut(index)? = form;
                self.intern(word)
            }
        }
    }

    /// The term of a word that a hyphen breaks at a line's end. Its surface is
    /// its first half: there is no slice of the text that is the word.
    #[inline(never)]
    pub(crate) fn intern_broken(&mut self, first: Span, rest: Span) -> Option<TermId> {
        let word = first.of(self.text).to_owned() + rest.of(self.text);
        match self.read(&word, first, self.lexicon.classes(&lower(&word))) {
            Form::Term(term, _) => Some(term),
            _ => None,
        }
    }

    /// Normalizes a form that was not seen before.
    fn read(&mut self, word: &str, surface: Span, classes: Classes) -> Form {
        let lower = lower_in(word, &mut self.room);
        if self.english.is_some_and(|english| english.is_stop_word(lower)) {
            return Form::StopWord;
        }
        let (bare, mut traits) = match Kind::of(lower, classes, self.lexicon) {
            Kind::StopWord => return Form::StopWord,
            Kind::Inside => return Form::Inside,
            Kind::Person => return Form::Person,
            Kind::Content(bare, traits) => (bare, traits),
        };
        let stem = self.lexicon.stem(bare);
        // "시의회는|화요일에": a particle ends a phrase, as a possessive does.
        let marked = self.lexicon.script() == Script::Hangul && stem.len() < bare.len();
        traits = traits.with(Traits::POSSESSIVE, marked);
        let term = TermId(number(&mut self.vocabulary.terms, &stem));
        if term.0 as usize == self.vocabulary.surfaces.len() {
            self.vocabulary.surfaces.push(surface);
        }
        let number = !word.first_char().is_some_and(is_alphabetic) && !word.has_letter()
            || word.len() > LONGEST_WORD && word.has_mark(DIGITS);
        let capital = word.opens_capital();
        Form::Term(term, traits.with(Traits::NUMBER, number).with(Traits::CAPITAL, capital))
    }

    /// How many words so far were pronouns of the first or second person.
    pub(crate) fn persons(&self) -> usize {
        self.persons
    }

    /// The vocabulary, when all words are read.
    pub(crate) fn finish(mut self) -> (Vocabulary, FormTerms) {
        for (index, (form, place)) in self.forms.iter_mut().zip(self.words.forms()).enumerate() {
            if !matches!(form, Form::Unread) {
                continue;
            }
            let lower = lower_in(place.of(self.text), &mut self.room);
            let classes = self.words.classes(FormId::of(index));
            if let Some(Part::Term(term, _)) = self.vocabulary.part_of(lower, classes, self.lexicon) {
                *form = Form::Aside(term);
            }
        }
        (self.vocabulary, FormTerms(self.forms))
    }
}

/// How often "the" stands near the start of a text of another language that has much of English, at
/// least, and what is near: "Il comando rsync … ⏎ By keeping the kernel sources in a personal
/// directory". What is half translated has no "the" among its key phrases, nor "this".
const MIXED: usize = 3;
const NEAR: usize = 20_000;

fn english(document: &Document) -> Option<&'static Lexicon> {
    if document.language() == Language::English {
        return None;
    }
    let mut near = document.text().head(NEAR);
    for _ in 0..MIXED {
        near = near.tail(find(near, " the ")? + 1);
    }
    Some(Language::English.lexicon())
}

impl Vocabulary {
    /// The number of terms.
    pub(crate) fn len(&self) -> usize {
        self.surfaces.len()
    }

    /// The term of a word, if the text has it.
    pub(crate) fn find(&self, word: &str, lexicon: &Lexicon) -> Option<TermId> {
        match self.part(word, lexicon)? {
            Part::Term(term, _) => Some(term),
            _ => None,
        }
    }

    /// What a word is to a phrase; `None` for a content word that the text lacks.
    pub(crate) fn part(&self, word: &str, lexicon: &Lexicon) -> Option<Part> {
        let lower = lower(word);
        self.part_of(&lower, lexicon.classes(&lower), lexicon)
    }

    /// The same of a word in lower case of which the word lists were asked.
    fn part_of(&self, lower: &str, classes: Classes, lexicon: &Lexicon) -> Option<Part> {
        match Kind::of(lower, classes, lexicon) {
            Kind::Content(bare, traits) => {
                let term = *self.terms.get(&fingerprint(&lexicon.stem(bare)))?;
                Some(Part::Term(TermId(term as u32), traits))
            }
            Kind::Inside => Some(Part::Inside),
            Kind::StopWord | Kind::Person => Some(Part::None),
        }
    }

    /// Gives a term a longer surface.
    pub(crate) fn grow(&mut self, term: TermId, surface: Span) {
        if let Some(old) = self.surfaces.get_mut(term.0 as usize) {
            *old = surface;
        }
    }

    /// The first surface form of a term.
    pub(crate) fn surface(&self, term: TermId) -> Span {
        self.surfaces.get(term.0 as usize).copied().unwrap_or_default()
    }
}

/// A word's letters up to its apostrophe, and those behind it.
fn elided(lower: &str) -> Option<(&str, &str)> {
    let apostrophe = lower.bytes().position(|byte| byte == b'\'')?;
    lower.split_at_checked(apostrophe + 1).filter(|(_, rest)| rest.len() > 1)
}

/// Whether a word of a script without spaces holds a function word: "的船", "する".
fn is_function(lower: &str, lexicon: &Lexicon) -> bool {
    let mut single = [0; 4];
    lower.as_bytes().first().is_some_and(|byte| *byte >= 0xE0)
        && (lower.is_all(is_hiragana)
            || lexicon.script() == Script::Han
                && lower.chars().any(|c| lexicon.is_stop_word(c.encode_utf8(&mut single))))
}

/// Whether a word of Hangul ends a sentence as a predicate does: 의결했다, 말한다, 만이다.
fn is_predicate(word: &str) -> bool {
    let Some(before) = word.strip_suffix('다').and_then(|rest| rest.last_char()) else {
        return false;
    };
    // The final consonants of a syllable are its number from 가, modulo 28 (Unicode, 3.12).
    before == '이' || matches!((before as u32).wrapping_sub('가' as u32) % 28, 4 | 18 | 20)
}

/// What a lower-case word is by the word lists.
enum Kind<'a> {
    StopWord,
    Inside,
    Person,
    /// A content word, without an elided function word and its possessive.
    Content(&'a str, Traits),
}

impl<'a> Kind<'a> {
    fn of(lower: &'a str, classes: Classes, lexicon: &Lexicon) -> Self {
        if classes.is_stop_word() || is_function(lower, lexicon) {
            return match classes.is_person() {
                true => Kind::Person,
                false if classes.is_inside() => Kind::Inside,
                false => Kind::StopWord,
            };
        }
        let predicate =
            lexicon.script() == Script::Hangul && is_predicate(lower) || lexicon.is_inflected(lower);
        let verb = classes.is_cue_verb() || classes.is_mention(MentionClass::Past) || lower.ends_with("ed");
        let traits = Traits::default()
            .with(Traits::COMMON, classes.is_common() || predicate)
            .with(Traits::VERB, verb)
            .with(Traits::ALWAYS_COMMON, classes.is_always_common());
        // "qu'il", "l'acqua": an elided function word stands before its apostrophe.
        let elided = elided(lower).map(|(word, rest)| (lexicon.classes(word), rest));
        if let Some((word, rest)) = elided.filter(|(word, _)| word.is_stop_word()) {
            let joins = if word.is_inside() { Traits::INSIDE } else { Traits::APART };
            return match Kind::of(rest, lexicon.classes(rest), lexicon) {
                Kind::Content(bare, traits) => Kind::Content(bare, traits.with(joins, true)),
                function => function,
            };
        }
        match lower.strip_suffix("'s") {
            Some(bare) if lexicon.is_stop_word(bare) => Kind::StopWord,
            Some(bare) => Kind::Content(bare, traits.with(Traits::POSSESSIVE, true)),
            None => Kind::Content(lower, traits),
        }
    }
}

/// What a phrase shows: without the elided function word before its first word and
/// the possessive of its last one.
pub(crate) fn without_function_words(text: &str, phrase: Span, lexicon: &Lexicon) -> Span {
    let lower = lower(phrase.of(text));
    let elided = elided(&lower).map(|(word, _)| word).filter(|word| lexicon.is_stop_word(word));
    let start = phrase.of(text).first_chars(elided.map_or(0, str::count_chars)).len();
    let start = phrase.start as usize + start;
    let end = before(phrase.of(text), "'s|’s|'|’");
    // In Hebrew the mark is of the word: ג'ורג'.
    let hebrew = |bare: &&str| bare.last_char().and_then(Script::of) == Some(Script::Hebrew);
    let end = end.filter(|bare| !hebrew(bare));
    let particle = end.is_none() && lexicon.script() == Script::Hangul;
    let end = end.map_or(phrase.end as usize, |bare| phrase.start as usize + bare.len());
    let last = phrase.of(text).last_word();
    let end = if particle { end + lexicon.stem(last).len() - last.len() } else { end };
    if start < end { Span::new(start, end) } else { phrase }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Document, Language};

    #[test]
    fn forms_of_a_word_are_one_term() {
        let text = "trade Trade trades TRADING trade’s trade's The";
        let document = Document::parse(text.into(), Some(Language::English)).unwrap();
        let words = Words::of(&document);
        let mut interner = Interner::new(&document, &words);
        let (the, forms) = words.sentence(0).split_last().unwrap();
        for word in forms {
            assert_eq!(interner.intern(*word), Some(TermId(0)), "{}", words.span(*word).of(text));
        }
        assert_eq!(interner.intern(*the), None);
        let (vocabulary, _) = interner.finish();
        assert_eq!(vocabulary.len(), 1);
        assert_eq!(vocabulary.find("traded", document.lexicon()), Some(TermId(0)));
        assert_eq!(vocabulary.surface(TermId(0)), Span::new(0, 5));
    }
}
