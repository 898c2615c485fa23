//! Whom a pronoun stands for where nobody has a name: "At six the baker knocked. “The
//! flour is gone,” he said."

use super::name::Sex;
use crate::Span;
use crate::document::Document;
use crate::find::{Marked, is_among};
use crate::language::{Classes, MentionClass, SourceClass};
use crate::quotation::BE;
use crate::word::{Word, Words};

/// The words of a sentence that are looked through, and those that whoever opens it has.
const LONGEST: usize = 60;
const OPENING: usize = 4;

/// The words from whoever opens a sentence to a cue verb at most.
const CUE_REACH: usize = 8;

/// Words that a noun phrase with a role may open with.
const DETERMINERS: &str = "the a an my his her our their your another";

/// Somebody without a name, where a sentence has them.
struct Role {
    /// "the old baker"
    phrase: Span,
    sex: Sex,
    /// Whether a quotation is ascribed to them.
    mentioned: bool,
    /// Whether they are new where they open their sentence, and a cue verb stands near behind:
    /// "A spokesman for the ministry said the figures were wrong". "The Spanish star said" is
    /// one whom the text has named.
    speaks: bool,
}

/// What is read of a text.
pub(super) struct Reader<'a> {
    pub(super) document: &'a Document,
    pub(super) words: &'a Words,
    /// The quotations, and whom they are ascribed to, both in order of place.
    pub(super) quoted: &'a [Span],
    pub(super) mentions: &'a [Span],
}

impl Reader<'_> {
    /// The one without a name in the nearest sentence before a pronoun, and at `from` or
    /// behind it, that has such people of its sex; nobody where it could be several. With
    /// `speaking` they are new, and say something there.
    pub(super) fn before(&self, pronoun: Span, sex: Sex, from: usize, speaking: bool) -> Option<Span> {
        let order = self.document.sentence_at(pronoun.start);
        let near = (from..=order).rev();
        let roles = near.map(|order| {
            let mut roles = self.roles(self.words.sentence(order), if speaking { OPENING } else { LONGEST });
            roles.retain(|role| role.sex.fits(sex) && (role.speaks || !speaking));
            roles
        });
        let nearest = roles.into_iter().find(|roles| !roles.is_empty())?;
        let mentioned = nearest.iter().find(|role| role.mentioned);
        let only = nearest.first().filter(|_| nearest.len() == 1);
        Some(mentioned.or(only)?.phrase)
    }

    /// Those whom the first words of a sentence have outside quotations.
    fn roles(&self, run: &[Word], most: usize) -> Vec<Role> {
        (1..run.len().min(most)).filter_map(|at| self.role(run, at)).collect()
    }

    /// Whom the noun phrase is of that ends in a word, if it is somebody's.
    #[inline(never)]
    fn role(&self, run: &[Word], at: usize) -> Option<Role> {
        let text = self.document.text();
        let noun = self.words.span(*run.get(at)?);
        let classes = self.words.classes(run.get(at)?.form);
        let mention = holding(self.mentions, noun).filter(|mention| mention.end == noun.end);
        if mention.is_none() && !is_somebody(classes) || holding(self.quoted, noun).is_some() {
            return None;
        }
        let first = (at.saturating_sub(2)..at).rev().find(|at| self.determines(run, *at))?;
        let phrase = Span::new(run.get(first)?.start as usize, noun.end as usize);
        // "Pavel Horak, 52, a driver who was waiting at the bridge" is no bridge.
        let mentioned = mention == Some(phrase);
        // "the man-of-the-match"
        let behind = text.tail(noun.end as usize);
        if !mentioned && !is_somebody(classes) || behind.starts_with('-') {
            return None;
        }
        // "the clerk Joan Siddall", "a resident, Mr Pym"
        let behind = behind.behind_marks(", \n");
        // "She is the daughter of the Brandts"
        let told = first.checked_sub(1).is_some_and(|be| self.is_of(run, be, BE));
        let alone = !told && !behind.opens_capital();
        let new = first == 0 && !self.is_of(run, 0, "the");
        let near = run.get(at + 1..run.len().min(at + 1 + CUE_REACH)).unwrap_or_default();
        let speaks = new && near.iter().any(|word| self.words.classes(word.form).is_cue_verb());
        alone.then_some(Role { phrase, sex: sex(classes), mentioned, speaks })
    }

    /// Whether a word opens a noun phrase: "the", "Horak's".
    fn determines(&self, run: &[Word], at: usize) -> bool {
        let word = run.get(at).map_or("", |word| self.words.span(*word).of(self.document.text()));
        word.ends_with("'s") || word.ends_with("’s") || self.is_of(run, at, DETERMINERS)
    }

    #[inline(never)]
    fn is_of(&self, run: &[Word], at: usize, list: &str) -> bool {
        let word = run.get(at).map_or("", |word| self.words.span(*word).of(self.document.text()));
        is_among(word, list)
    }
}

/// The span that holds another, of spans in order of place.
fn holding(spans: &[Span], inner: Span) -> Option<Span> {
    let at = spans.partition_point(|span| span.end < inner.end);
    spans.get(at).copied().filter(|span| span.start <= inner.start)
}

pub(super) fn is_somebody(classes: Classes) -> bool {
    use SourceClass::{Man, Role, Woman};
    matches!(classes.source_class(), Some(Role | Man | Woman)) || classes.is_mention(MentionClass::Person)
}

fn sex(classes: Classes) -> Sex {
    match classes.source_class() {
        Some(SourceClass::Man) => Sex::He,
        Some(SourceClass::Woman) => Sex::She,
        _ => Sex::Unknown,
    }
}
