//! The opening words of a sentence that stand for something.

use super::grammar::Grammar;
use crate::Span;
use crate::find::Marked;
use crate::language::{MentionClass, lower};
use std::borrow::Cow;

/// The opening words of a sentence that stand for something.
pub(super) struct Opening<'a> {
    pub(super) class: MentionClass,
    pub(super) mention: Span,
    /// How many words they are.
    pub(super) length: usize,
    /// The noun behind "The".
    pub(super) noun: Cow<'a, str>,
}

impl<'a> Grammar<'a> {
    /// The opening of a sentence, if it is one that stands for something.
    pub(super) fn opening(&self, order: usize) -> Option<Opening<'a>> {
        use MentionClass::{He, It, Pair, She, They, Two};
        if !self.is_capital(order, 0) {
            return None;
        }
        if self.word(order, 0) == "The" {
            return match self.is(order, 1, Pair) {
                true => self.opened(order, Two, 2),
                false => self.definite(order),
            };
        }
        let first = self.classes(order, 0);
        let class = [He, She, It, They, Two].into_iter().find(|class| first.is_mention(*class))?;
        self.opened(order, class, 1)
    }

    fn opened(&self, order: usize, class: MentionClass, length: usize) -> Option<Opening<'a>> {
        let mention = self.span(order, 0, length)?;
        Some(Opening { class, mention, length, noun: Cow::Borrowed("") })
    }

    /// "The company said", "The Russian prime minister stressed"
    fn definite(&self, order: usize) -> Option<Opening<'a>> {
        use MentionClass::{Calling, Company, Group, Person};
        let called =
            |at: usize| [Company, Group, Person, Calling].into_iter().any(|class| self.is(order, at, class));
        // Most sentences with "The" are of something else; a possessive is looked at below.
        if !(1..4).any(|at| called(at) || self.word(order, at).ends_with('s')) {
            return None;
        }
        for (first, length) in [(1, 2), (1, 1), (2, 2), (2, 1)] {
            let end = first + length;
            let Some(phrase) = self.span(order, first, end) else { continue };
            let noun = lower(phrase.of(self.text));
            let noun = noun.strip_suffix("'s").map_or(noun.clone(), |bare| Cow::Owned(bare.to_owned()));
            let class = [Company, Group, Person]
                .into_iter()
                .find(|class| self.lexicon.classes(&noun).is_mention(*class));
            let class =
                class.or(self.lexicon.classes(&noun).is_mention(MentionClass::Calling).then_some(Person));
            let Some(class) = class else { continue };
            // "The bank of the river", "The company car" and "The ruling party" are others.
            // "The game looks stunning"
            let present = self.word(order, end).ends_with('s') && !self.is_capital(order, end);
            let ends = self.is_verb(order, end)
                || self.is_verb(order, end + 1)
                || present
                || self.gap(order, end) == ", ";
            let owns = self.word(order, end - 1).ends_in_mark("sS") && phrase.of(self.text).has_mark("'’");
            let described = first == 2 && (class != Person || !self.is_capital(order, 1));
            if described || !ends && !owns {
                return None;
            }
            return Some(Opening { class, mention: self.span(order, 0, end)?, length: end, noun });
        }
        None
    }

    /// "It is likely that", "It seems", "It's"
    pub(super) fn is_expletive(&self, order: usize) -> bool {
        self.lower(order, 0) == "it" && self.is(order, 1, MentionClass::Expletive)
    }

    /// Whether a sentence begins with who says what: "Krispy Kreme said the latest
    /// adjustments …". Then an "It" behind it may be any of what was said, unless it
    /// says something itself: "It added".
    pub(super) fn reports(&self, order: usize) -> bool {
        let obtains = |at: usize| self.is_of(order, at, "obtained received published seen");
        let verb = (1..self.words.sentence(order).len()).find(|at| self.is_verb(order, *at));
        verb.is_some_and(|at| self.classes(order, at).is_cue_verb() || obtains(at))
    }

    /// Whether no noun goes on behind "The two" or "Both", as in "The two main
    /// channels", "Both lists".
    pub(super) fn stands_alone(&self, order: usize, opening: &Opening) -> bool {
        let last = self.lower(order, opening.length - 1);
        let next = opening.length;
        match last.as_ref() {
            "both" => self.is(order, next, MentionClass::Plural),
            "two" => {
                let verb = (next..next + 3).find(|at| self.is(order, *at, MentionClass::Plural));
                (next..verb.unwrap_or(next + 3)).all(|at| !self.word(order, at).ends_with('s'))
            }
            _ => true,
        }
    }
}
