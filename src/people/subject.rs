//! The subject of a sentence, where its form shows where it ends.

use super::grammar::Grammar;
use crate::Span;
use crate::find::{DIGITS, Marked, before, is_among};
use crate::language::MentionClass;

/// The subject of a sentence.
pub(super) struct Subject {
    pub(super) span: Span,
    pub(super) number: Number,
    /// Whether it is a name.
    pub(super) proper: bool,
}

/// How many a subject is of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Number {
    One,
    Several,
}

/// The words of a subject at most, of what may stand before it, and of what may
/// describe it between commas.
pub(super) const LONGEST_SUBJECT: usize = 7;
const LONGEST_ADVERBIAL: usize = 16;
const LONGEST_APPOSITION: usize = 18;

/// Words that open a subject.
const DETERMINERS: &str = "the a an many some most several all those these this few other both";

impl Grammar<'_> {
    /// The subject of a sentence, where its form shows where it ends.
    pub(super) fn subject(&self, order: usize) -> Option<Subject> {
        let sentence = self.document.sentences().get(order)?;
        if !self.document.is_prose(sentence) {
            return None;
        }
        let first = self.subject_start(order)?;
        if self.is_proper(order, first) {
            return self.proper_subject(order, first);
        }
        let limit = self.words.sentence(order).len().min(first + LONGEST_SUBJECT);
        // "These camps aim to bring core contributors from": no verb.
        let plain = |at: usize| (first + 1..at).all(|at| !self.is_function_word(order, at));
        let present = |at: usize| at > first + 1 && self.is_present(order, at) && plain(at);
        let verb = (first + 1..limit).find(|at| self.is_verb(order, *at) || present(*at))?;
        if (first + 1..=verb).any(|at| self.gap(order, at) != " ") {
            return None;
        }
        // "The people of Aether turned": the head stands before the preposition.
        let head = (first + 1..verb).find(|at| self.is_function_word(order, *at)).unwrap_or(verb) - 1;
        // "The creature that would come": the verb of a relative clause.
        if verb > first + 1 && self.is_of(order, verb - 1, "that who which") {
            return None;
        }
        let several = self.is_of(order, first, "those these many several");
        let number = if several { Number::Several } else { self.number(order, head, verb)? };
        let named = !self.is_function_word(order, head);
        named.then_some(Subject { span: self.span(order, first, verb)?, number, proper: false })
    }

    /// A name that is the subject: "Parmalat, the Italian food group, has".
    fn proper_subject(&self, order: usize, first: usize) -> Option<Subject> {
        let count = self.words.sentence(order).len();
        let small = |at: usize| is_among(self.word(order, at), "of and for the &");
        let mut end = first + 1;
        let figure = |at: usize| self.word(order, at).opens_with_mark(DIGITS);
        while self.gap(order, end) == " "
            && (self.is_capital(order, end) || figure(end) || small(end) && self.is_capital(order, end + 1))
        {
            end += 1;
        }
        let mut verb = end;
        if self.gap(order, end).opens_with_mark(", ") && self.gap(order, end).has_mark(",(") {
            verb = (end + 1..count.min(end + LONGEST_APPOSITION))
                .find(|at| self.gap(order, *at).has_mark(",)"))?;
        }
        // "The company's shares fell": what is owned is the subject.
        let owned = self.word(order, end - 1).has_mark("'’");
        let verbal = self.is_verb(order, verb) && self.gap(order, verb) != "-";
        let one = !self.is_only(order, verb, MentionClass::Plural, MentionClass::Singular);
        let number = if one { Number::One } else { Number::Several };
        let first = first + usize::from(self.is_of(order, first, "the"));
        (verbal && !owned && first < end).then_some(Subject {
            span: self.span(order, first, end)?,
            number,
            proper: true,
        })
    }

    /// How many a subject's head and its verb tell; nothing where they disagree.
    fn number(&self, order: usize, head: usize, verb: usize) -> Option<Number> {
        let word = self.lower(order, head);
        let irregular = ["people", "men", "women", "children", "police"];
        let ends = word.ends_with('s') && before(&word, "ss|us|is|'s").is_none();
        let several = irregular.contains(&word.as_ref()) || ends;
        let (wrong, right) = match several {
            true => (MentionClass::Singular, MentionClass::Plural),
            false => (MentionClass::Plural, MentionClass::Singular),
        };
        let number = if several { Number::Several } else { Number::One };
        (!self.is_only(order, verb, wrong, right)).then_some(number)
    }

    /// Whether a name begins at a word, which a capital alone does not tell at a
    /// sentence's start.
    fn is_proper(&self, order: usize, at: usize) -> bool {
        let the = usize::from(self.is_of(order, at, "the"));
        let name = self.is_capital(order, at + the) && !self.is_function_word(order, at + the);
        if self.classes(order, at).name_class().is_some() {
            return name; // "Charles said"
        }
        name && (at + the > 0
            || self.is_capital(order, 1)
            || self.is_verb(order, 1)
                && (!self.word(order, 0).ends_with('s')
                    || self.is_only(order, 1, MentionClass::Singular, MentionClass::Plural))
            || self.gap(order, 1) == ", ")
    }

    /// Where a subject begins: at the sentence's start, or behind the comma of what
    /// stands before it, as "In May,".
    fn subject_start(&self, order: usize) -> Option<usize> {
        let opens = |at: usize| {
            let word = self.lower(order, at);
            is_among(&word, DETERMINERS) || !self.is_function_word(order, at)
        };
        let first = self.lower(order, 0);
        if opens(0) && !first.ends_with("ing") && !first.ends_with("ly") && self.gap(order, 1) != ", "
            || self.is_proper(order, 0)
        {
            return Some(0);
        }
        let limit = self.words.sentence(order).len().min(LONGEST_ADVERBIAL);
        let comma = (1..limit).find(|at| self.gap(order, *at).has_mark(","))?;
        (opens(comma) && self.gap(order, comma) == ", ").then_some(comma)
    }
}
