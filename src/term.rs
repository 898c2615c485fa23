//! Terms: what words have in common across their forms.

use crate::Span;
use crate::language::{Lexicon, Script, lower};
use crate::unspaced::is_hiragana;
use crate::word::{Word, Words};
use foldhash::HashMap;

/// A term's number, given in order of first occurrence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermId(pub u32);

/// The terms of a text. Each distinct surface form is normalized once.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    /// From a normalized, stemmed form to its term.
    terms: HashMap<String, TermId>,
    /// The first surface form of each term.
    surfaces: Vec<Span>,
}

/// Reads words into a vocabulary.
pub(crate) struct Interner<'text> {
    text: &'text str,
    lexicon: &'text Lexicon,
    words: &'text Words,
    /// What is known of each surface form, by [`FormId`](crate::word::FormId).
    forms: Vec<Form>,
    vocabulary: Vocabulary,
    persons: usize,
}

/// What is known of a surface form.
#[derive(Clone, Copy, Debug)]
enum Form {
    Unread,
    StopWord,
    /// A stop word that is a pronoun of the first or second person.
    Person,
    Term(TermId),
}

/// The terms of surface forms.
#[derive(Debug)]
pub(crate) struct FormTerms(Vec<Form>);

impl FormTerms {
    /// The term of a word, `None` for a stop word and for what stands in no
    /// sentence that may be chosen.
    pub(crate) fn term(&self, word: Word) -> Option<TermId> {
        match self.0.get(word.form.index())? {
            Form::Term(term) => Some(*term),
            _ => None,
        }
    }
}

impl<'text> Interner<'text> {
    pub(crate) fn new(text: &'text str, lexicon: &'text Lexicon, words: &'text Words) -> Self {
        let forms = vec![Form::Unread; words.forms().len()];
        Interner { text, lexicon, words, forms, vocabulary: Vocabulary::default(), persons: 0 }
    }

    /// The term of a word, `None` for a stop word.
    pub(crate) fn intern(&mut self, word: Word) -> Option<TermId> {
        let index = word.form.index();
        let known = self.forms.get(index).copied().unwrap_or(Form::StopWord);
        match known {
            Form::Term(term) => Some(term),
            Form::StopWord => None,
            Form::Person => {
                self.persons += 1;
                None
            }
            Form::Unread => {
                let span = self.words.span(word);
                let form = self.read(span.of(self.text), span);
                *self.forms.get_mut(index)? = form;
                self.intern(word)
            }
        }
    }

    /// The term of a word that a hyphen breaks at a line's end. Its surface is
    /// its first half: there is no slice of the text that is the word.
    pub(crate) fn intern_broken(&mut self, first: Span, rest: Span) -> Option<TermId> {
        let word = [first.of(self.text), rest.of(self.text)].concat();
        match self.read(&word, first) {
            Form::Term(term) => Some(term),
            _ => None,
        }
    }

    /// Normalizes a form that was not seen before.
    fn read(&mut self, word: &str, surface: Span) -> Form {
        let lower = lower(word);
        let Some(bare) = content_word(&lower, self.lexicon) else {
            return if self.lexicon.is_person(&lower) { Form::Person } else { Form::StopWord };
        };
        let next = TermId(self.vocabulary.surfaces.len() as u32);
        let stem = self.lexicon.stem(bare).into_owned();
        let term = *self.vocabulary.terms.entry(stem).or_insert(next);
        if term == next {
            self.vocabulary.surfaces.push(surface);
        }
        Form::Term(term)
    }

    /// How many words so far were pronouns of the first or second person.
    pub(crate) fn persons(&self) -> usize {
        self.persons
    }

    /// The vocabulary, when all words are read.
    pub(crate) fn finish(self) -> (Vocabulary, FormTerms) {
        (self.vocabulary, FormTerms(self.forms))
    }
}

impl Vocabulary {
    /// The number of terms.
    pub(crate) fn len(&self) -> usize {
        self.surfaces.len()
    }

    /// The term of a word, if the text has it.
    pub(crate) fn find(&self, word: &str, lexicon: &Lexicon) -> Option<TermId> {
        self.terms.get(lexicon.stem(content_word(&lower(word), lexicon)?).as_ref()).copied()
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
    let apostrophe = lower.find('\'')?;
    lower.split_at_checked(apostrophe + 1).filter(|(_, rest)| rest.len() > 1)
}

/// Whether a word of a script without spaces holds a function word: "的船", "する".
fn is_function(lower: &str, lexicon: &Lexicon) -> bool {
    let mut single = [0; 4];
    lower.as_bytes().first().is_some_and(|byte| *byte >= 0xE0)
        && (lower.chars().all(is_hiragana)
            || lexicon.script() == Script::Han
                && lower.chars().any(|c| lexicon.is_stop_word(c.encode_utf8(&mut single))))
}

/// A lower-case word without its possessive; `None` for a stop word.
fn content_word<'a>(lower: &'a str, lexicon: &Lexicon) -> Option<&'a str> {
    if lexicon.is_stop_word(lower) || is_function(lower, lexicon) {
        return None;
    }
    // "qu'il", "l'acqua": an elided function word stands before its apostrophe.
    if let Some((_, rest)) = elided(lower).filter(|(word, _)| lexicon.is_stop_word(word)) {
        return content_word(rest, lexicon);
    }
    let Some(bare) = lower.strip_suffix("'s") else { return Some(lower) };
    (!lexicon.is_stop_word(bare)).then_some(bare)
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
        let mut interner = Interner::new(text, document.lexicon(), &words);
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
