//! The words of sentences, and what they are.

use crate::Span;
use crate::document::Document;
use crate::find::{Marked, is_among};
use crate::language::{Classes, Lexicon, MentionClass, is_uppercase, lower};
use crate::word::Words;
use std::borrow::Cow;

/// What the words of a text's sentences are, each by its sentence and its place there.
pub(super) struct Grammar<'a> {
    pub(super) document: &'a Document,
    pub(super) words: &'a Words,
    pub(super) text: &'a str,
    pub(super) lexicon: &'a Lexicon,
}

impl<'a> Grammar<'a> {
    pub(super) fn of(document: &'a Document, words: &'a Words) -> Self {
        Grammar { document, words, text: document.text(), lexicon: document.lexicon() }
    }

    #[inline(never)]
    pub(super) fn word(&self, order: usize, at: usize) -> &'a str {
        self.words.sentence(order).get(at).map_or("", |word| self.words.span(*word).of(self.text))
    }

    #[inline(never)]
    pub(super) fn lower(&self, order: usize, at: usize) -> Cow<'a, str> {
        lower(self.word(order, at))
    }

    /// Whether a word is one of these.
    #[inline(never)]
    pub(super) fn is_of(&self, order: usize, at: usize, words: &str) -> bool {
        is_among(self.word(order, at), words)
    }

    #[inline(never)]
    pub(super) fn is(&self, order: usize, at: usize, class: MentionClass) -> bool {
        self.classes(order, at).is_mention(class)
    }

    /// What the lists tell of a word.
    #[inline(never)]
    pub(super) fn classes(&self, order: usize, at: usize) -> Classes {
        let Some(word) = self.words.sentence(order).get(at) else { return Classes::default() };
        self.words.classes(word.form)
    }

    #[inline(never)]
    pub(super) fn is_capital(&self, order: usize, at: usize) -> bool {
        self.word(order, at).opens_capital()
    }

    /// What stands between a word and the one before it.
    #[inline(never)]
    pub(super) fn gap(&self, order: usize, at: usize) -> &'a str {
        let words = self.words.sentence(order);
        let (Some(before), Some(next)) = (at.checked_sub(1).and_then(|at| words.get(at)), words.get(at))
        else {
            return "";
        };
        Span::new(self.words.span(*before).end as usize, next.start as usize).of(self.text)
    }

    #[inline(never)]
    pub(super) fn span(&self, order: usize, first: usize, end: usize) -> Option<Span> {
        let words = self.words.sentence(order);
        let (first, last) = (words.get(first)?, words.get(end.checked_sub(1)?)?);
        Some(Span::new(first.start as usize, self.words.span(*last).end as usize))
    }

    #[inline(never)]
    pub(super) fn is_only(&self, order: usize, at: usize, class: MentionClass, other: MentionClass) -> bool {
        self.is(order, at, class) && !self.is(order, at, other)
    }

    #[inline(never)]
    pub(super) fn is_function_word(&self, order: usize, at: usize) -> bool {
        self.classes(order, at).is_stop_word()
    }

    /// "The bug resides in", but "Chinese sales have"
    pub(super) fn is_present(&self, order: usize, at: usize) -> bool {
        let word = self.word(order, at);
        let auxiliary = [MentionClass::Plural, MentionClass::Singular, MentionClass::Past];
        word.len() > 3
            && word.ends_with('s')
            && word.opens_small()
            && self.is_function_word(order, at + 1)
            && auxiliary.into_iter().all(|class| !self.is(order, at + 1, class))
    }

    /// A verb that a subject can stand before: "said", "will", "jumped".
    #[inline(never)]
    pub(super) fn is_verb(&self, order: usize, at: usize) -> bool {
        let word = self.lower(order, at);
        let small = self.word(order, at).opens_small();
        let listed = [MentionClass::Plural, MentionClass::Singular, MentionClass::Past];
        let auxiliary = listed.into_iter().any(|class| self.is(order, at, class));
        small
            && (auxiliary || self.classes(order, at).is_cue_verb() || word.len() > 4 && word.ends_with("ed"))
    }

    /// The runs of words with capitals in a sentence.
    pub(super) fn capital_runs(&self, order: usize) -> Vec<(usize, usize)> {
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for at in 0..self.words.sentence(order).len() {
            // "US" is no "us".
            let shouted = self.word(order, at).is_all(is_uppercase);
            if !self.is_capital(order, at) || self.is_function_word(order, at) && !shouted {
                continue;
            }
            match runs.last_mut() {
                Some((_, end)) if *end == at && self.gap(order, at) == " " => *end = at + 1,
                _ => runs.push((at, at + 1)),
            }
        }
        runs
    }
}
