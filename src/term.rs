//! Terms: what words have in common across their forms.

use crate::Span;
use crate::language::{Lexicon, lower};
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
    /// By surface form: those of up to eight bytes, most of a text, as a number.
    short_forms: HashMap<u64, Form>,
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
        Interner {
            lexicon,
            short_forms: HashMap::new(),
            forms: HashMap::new(),
            vocabulary: Vocabulary::default(),
            persons: 0,
        }
    }

    /// The term of a word that stands at byte `start`, `None` for a stop word.
    pub(crate) fn intern(&mut self, word: &'text str, start: usize) -> Option<TermId> {
        let packed = pack(word);
        let known = match packed {
            Some(packed) => self.short_forms.get(&packed),
            None => self.forms.get(word),
        };
        let form = known.copied().unwrap_or_else(|| {
            let form = self.read(word, Span::new(start, start + word.len()));
            match packed {
                Some(packed) => self.short_forms.insert(packed, form),
                None => self.forms.insert(word, form),
            };
            form
        });
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
        let lower = lower(word);
        let Some(bare) = content_word(&lower, self.lexicon) else {
            return Form { term: None, person: self.lexicon.is_person(&lower) };
        };
        let stem = self.lexicon.stem(bare);
        let known = self.vocabulary.terms.get(stem.as_ref()).copied();
        let term = known.unwrap_or_else(|| {
            let next = TermId(self.vocabulary.surfaces.len() as u32);
            self.vocabulary.terms.insert(stem.into_owned(), next);
            self.vocabulary.surfaces.push(surface);
            next
        });
        Form { term: Some(term), person: false }
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
        self.terms.get(lexicon.stem(content_word(&lower(word), lexicon)?).as_ref()).copied()
    }

    /// The first surface form of a term.
    pub(crate) fn surface(&self, term: TermId) -> Span {
        self.surfaces.get(term.0 as usize).copied().unwrap_or_default()
    }
}

/// A word of up to eight bytes as a number: quicker to hash and compare. No word
/// has a byte 0, so that no two words have one number.
fn pack(word: &str) -> Option<u64> {
    let bytes = word.as_bytes();
    (bytes.len() <= 8).then(|| bytes.iter().fold(0, |packed, byte| packed << 8 | u64::from(*byte)))
}

/// A lower-case word without its possessive; `None` for a stop word.
fn content_word<'a>(lower: &'a str, lexicon: &Lexicon) -> Option<&'a str> {
    if lexicon.is_stop_word(lower) {
        return None;
    }
    let Some(bare) = lower.strip_suffix("'s") else { return Some(lower) };
    (!lexicon.is_stop_word(bare)).then_some(bare)
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
