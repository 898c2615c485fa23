//! Terms: what words have in common across their forms.

use crate::Span;
use crate::language::Lexicon;
use foldhash::{HashMap, HashMapExt};

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
    lexicon: &'text Lexicon,
    forms: HashMap<&'text str, Form>,
    vocabulary: Vocabulary,
    persons: usize,
}

/// What is known of a surface form.
#[derive(Clone, Copy)]
struct Form {
    /// Its term, `None` for a stop word.
    term: Option<TermId>,
    /// Whether it is a pronoun of the first or second person.
    person: bool,
}

impl<'text> Interner<'text> {
    pub(crate) fn new(lexicon: &'text Lexicon) -> Self {
        Interner { lexicon, forms: HashMap::new(), vocabulary: Vocabulary::default(), persons: 0 }
    }

    /// The term of a word that stands at byte `start`, `None` for a stop word.
    pub(crate) fn intern(&mut self, word: &'text str, start: usize) -> Option<TermId> {
        let form = match self.forms.get(word) {
            Some(form) => *form,
            None => {
                let form = self.read(word, Span::new(start, start + word.len()));
                self.forms.insert(word, form);
                form
            }
        };
        self.persons += usize::from(form.person);
        form.term
    }

    /// The term of a word that a hyphen breaks at a line's end. Its surface is
    /// its first half: there is no slice of the text that is the word.
    pub(crate) fn intern_broken(&mut self, first: Span, rest: Span, text: &str) -> Option<TermId> {
        let word = [first.of(text), rest.of(text)].concat();
        self.read(&word, first).term
    }

    /// Normalizes a form that was not seen before.
    fn read(&mut self, word: &str, surface: Span) -> Form {
        let term = normalize(word, self.lexicon).map(|stem| {
            let next = TermId(self.vocabulary.surfaces.len() as u32);
            let term = *self.vocabulary.terms.entry(stem).or_insert(next);
            if term == next {
                self.vocabulary.surfaces.push(surface);
            }
            term
        });
        let person = term.is_none() && self.lexicon.is_person(&lower(word));
        Form { term, person }
    }

    /// How many words so far were pronouns of the first or second person.
    pub(crate) fn persons(&self) -> usize {
        self.persons
    }

    /// The vocabulary, when all words are read.
    pub(crate) fn finish(self) -> Vocabulary {
        self.vocabulary
    }
}

impl Vocabulary {
    /// The number of terms.
    pub(crate) fn len(&self) -> usize {
        self.surfaces.len()
    }

    /// The term of a word, if the text has it.
    pub(crate) fn find(&self, word: &str, lexicon: &Lexicon) -> Option<TermId> {
        self.terms.get(&normalize(word, lexicon)?).copied()
    }

    /// The first surface form of a term.
    pub(crate) fn surface(&self, term: TermId) -> Span {
        self.surfaces.get(term.0 as usize).copied().unwrap_or_default()
    }
}

/// A word in the form that word lists have: lower case, straight apostrophes.
fn lower(word: &str) -> String {
    word.to_lowercase().replace('’', "'")
}

/// A word in lower case, with straight apostrophes, without its possessive,
/// and stemmed; `None` for a stop word.
fn normalize(word: &str, lexicon: &Lexicon) -> Option<String> {
    let lower = lower(word);
    if lexicon.is_stop_word(&lower) {
        return None;
    }
    let bare = lower.strip_suffix("'s").unwrap_or(&lower);
    (!lexicon.is_stop_word(bare)).then(|| lexicon.stem(bare))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn forms_of_a_word_are_one_term() {
        let mut interner = Interner::new(Language::English.lexicon());
        let trade = interner.intern("trade", 0);
        assert!(trade.is_some());
        for form in ["Trade", "trades", "TRADING", "trade’s", "trade's"] {
            assert_eq!(interner.intern(form, 9), trade, "{form}");
        }
        assert_eq!(interner.intern("The", 20), None);
        let vocabulary = interner.finish();
        assert_eq!(vocabulary.len(), 1);
        assert_eq!(vocabulary.find("traded", Language::English.lexicon()), trade);
        assert_eq!(vocabulary.surface(TermId(0)), Span::new(0, 5));
    }
}
