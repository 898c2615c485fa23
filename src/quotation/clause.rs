//! The words of a clause beside a quotation, and what they are.

use crate::Span;
use crate::document::Document;
use crate::find::{Marked, before, has, is_among};
use crate::language::{Classes, Language, Lexicon, MentionClass, lower};
use crate::segment::token::TokenKind;
use std::borrow::Cow;

/// The words of a clause that are looked at, on either side of a quotation.
pub(super) const REACH: usize = 40;

/// Words that open a phrase: "the White House", "his spokesman", "several groups".
const ARTICLES: &str = "the a an his her their its our my one another several some many most";

/// Verbs of speech that are nouns as well.
const NOUNS: &str = "report claim comment note answer reply question demand";

/// Forms of "to be".
pub(crate) const BE: &str = "is was are were be been being";

/// Cue verbs of two words: "as the memo put it", "Trump went on about", "Penhale shot back".
const TWO_WORDS: [[&str; 2]; 6] =
    [["put", "it"], ["puts", "it"], ["went", "on"], ["goes", "on"], ["shot", "back"], ["hit", "back"]];

/// The words of a clause, and what stands between them.
pub(super) struct Clause<'a> {
    pub(super) text: &'a str,
    pub(super) lexicon: &'a Lexicon,
    pub(super) english: bool,
    pub(super) german: bool,
    pub(super) span: Span,
    pub(super) words: Vec<Span>,
}

impl<'a> Clause<'a> {
    /// The first words of a span, or its last.
    #[inline(never)]
    pub(super) fn of(document: &'a Document, span: Span, last: bool) -> Self {
        let span = if last { ending(document, span) } else { span };
        let tokens = document.tokens(span).take(2 * REACH);
        let words = tokens.filter(|token| token.kind == TokenKind::Word).map(|token| token.span).collect();
        let english = document.language() == Language::English;
        let german = document.language().capitalizes_nouns();
        Clause { text: document.text(), lexicon: document.lexicon(), english, german, span, words }
    }

    pub(super) fn word(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |word| word.of(self.text))
    }

    /// A word in lower case, without "’s": "He’s" is "he".
    #[inline(never)]
    pub(super) fn lower(&self, at: usize) -> Cow<'a, str> {
        match lower(self.word(at)) {
            Cow::Owned(mut lower) => {
                lower.truncate(lower.strip_suffix("'s").map_or(lower.len(), str::len));
                Cow::Owned(lower)
            }
            borrowed => borrowed,
        }
    }

    /// Whether a word is one of these.
    #[inline(never)]
    pub(super) fn is_of(&self, at: usize, words: &str) -> bool {
        let word = self.word(at);
        let word = if word.ends_with('s') { before(word, "'s|’s").unwrap_or(word) } else { word };
        // "По словам", "D’après"
        if word.is_ascii() { is_among(word, words) } else { is_among(&lower(word), words) }
    }

    #[inline(never)]
    pub(super) fn ends_in(&self, at: usize, ending: &str) -> bool {
        self.lower(at).ends_with(ending)
    }

    #[inline(never)]
    pub(super) fn classes(&self, at: usize) -> Classes {
        self.lexicon.classes(&self.lower(at))
    }

    /// What stands before a word: behind the one before it, or from the
    /// clause's start.
    #[inline(never)]
    pub(super) fn gap(&self, at: usize) -> &'a str {
        let start = at.checked_sub(1).and_then(|before| self.words.get(before));
        let start = start.map_or(self.span.start, |word| word.end);
        let end = self.words.get(at).map_or(self.span.end, |word| word.start);
        Span::new(start as usize, end as usize).of(self.text)
    }

    /// Whether a phrase ends before a word: at any mark but the full stop of
    /// "Mr." or "John D.", and, unless `commas` may stand in it, at a comma.
    #[inline(never)]
    pub(super) fn breaks(&self, at: usize, commas: bool) -> bool {
        let gap = self.gap(at);
        let stop = gap.has_mark(".") && !at.checked_sub(1).is_some_and(|before| self.is_abbreviated(before));
        stop || has(gap, "--") || gap.has_mark(";:—–―\"“”?!") || (!commas && gap.has_mark(",("))
    }

    /// Whether the full stop behind a word is not a sentence's: "Mr.", "D."
    fn is_abbreviated(&self, at: usize) -> bool {
        let initial = self.is_capital(at) && !self.word(at).has_more(1);
        let initials = self.is_capital(at) && self.word(at).has_mark(".");
        initial || initials || self.lexicon.abbreviation(&self.lower(at)).is_some()
    }

    pub(super) fn is_article(&self, at: usize) -> bool {
        self.is_of(at, ARTICLES)
    }

    #[inline(never)]
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.word(at).opens_capital()
    }

    pub(super) fn is_pronoun(&self, at: usize) -> bool {
        self.is_of(at, "he she they i we it you")
    }

    pub(super) fn is_preposition(&self, at: usize) -> bool {
        self.is_of(at, "in on at for with by from after before during over near about")
    }

    #[inline(never)]
    pub(super) fn is_stop_word(&self, at: usize) -> bool {
        self.classes(at).is_stop_word()
    }

    /// Whether a word is a cue verb here: in lower case, and no noun as in
    /// "the report" or "his claim".
    #[inline(never)]
    pub(super) fn is_cue(&self, at: usize) -> bool {
        let noun = "a an the his her its their this that my no any";
        let word = self.lower(at);
        // English alone: in French, "a déclaré" is a perfect.
        let behind_article = at.checked_sub(1).is_some_and(|before| {
            let article = self.lower(before);
            // "the secretary of state", and "accused of saying"
            let of = article == "of" && !word.ends_with("ing");
            self.english && (of || is_among(&article, noun))
        });
        // "The 35-page report focuses on", and not "the critics report"
        let behind_adjective = || {
            let inner = |at: usize| !self.is_capital(at) && !self.ends_in(at, "s");
            let opens = |first: usize| self.is_of(first, noun) && (first + 1..at).all(inner);
            self.english && is_among(&word, NOUNS) && (at.saturating_sub(3)..at).any(opens)
        };
        let two = || {
            let is = |[one, other]: &[&str; 2]| word == *one && self.is_of(at + 1, other);
            self.english && TWO_WORDS.iter().any(is)
        };
        !self.is_capital(at)
            && !behind_article
            && (self.lexicon.is_cue_verb(&word) && !behind_adjective() || two())
    }

    /// Whether a clause's first word is an adverb or the like: "Meanwhile, it attacked".
    pub(super) fn is_common(&self, at: usize) -> bool {
        let classes = self.classes(at);
        classes.is_common() || classes.is_always_common()
    }

    #[inline(never)]
    pub(super) fn is_past(&self, at: usize) -> bool {
        let lower = self.lower(at);
        lower.ends_with("ed") || self.lexicon.classes(&lower).is_mention(MentionClass::Past)
    }

    pub(super) fn is_auxiliary(&self, at: usize) -> bool {
        const AUXILIARIES: &str =
            "is are was were has have had will would can could shall should may might must";
        self.english && self.is_of(at, AUXILIARIES)
    }

    /// Whether a verb is done to its subject: "is often criticized", and not "is saying".
    pub(super) fn is_done(&self, verb: usize) -> bool {
        let be = (verb.saturating_sub(2)..verb).any(|at| self.is_of(at, BE));
        be && !self.ends_in(verb, "ing")
    }

    /// The word whose verb is behind "who", without a comma: "Reed is tired of those who say that".
    pub(super) fn before_who(&self, verb: usize) -> Option<usize> {
        let who = (verb.saturating_sub(2)..verb).rev().find(|at| self.is_of(*at, "who"))?;
        who.checked_sub(1).filter(|_| self.gap(who) == " ")
    }

    #[inline(never)]
    pub(super) fn span(&self, first: usize, last: usize) -> Option<Span> {
        let (first, last) = (self.words.get(first)?, self.words.get(last)?);
        Some(Span::new(first.start as usize, last.end as usize))
    }

    /// Where the words with capitals end that one begins.
    #[inline(never)]
    pub(super) fn end_of_name(&self, first: usize) -> usize {
        let ends = |at: &usize| !self.is_capital(*at) || *at > first && self.breaks(*at, false);
        (first..self.words.len()).find(ends).unwrap_or(self.words.len())
    }
}

/// The bytes at the end of a clause that hold its last words.
const ENDING_BYTES: usize = 320;

/// The end of a span, from a word's start on.
fn ending(document: &Document, span: Span) -> Span {
    let slice = span.of(document.text());
    let Some(from) = slice.len().checked_sub(ENDING_BYTES) else { return span };
    let from = slice.ceil_char_boundary(from);
    let space = slice.tail(from).find(' ').unwrap_or(0);
    Span::new(span.start as usize + from + space, span.end as usize)
}
