//! Phrases that are looked for: every place at which a text has them, in any form.

use crate::Span;
use crate::document::Document;
use crate::find::Marked;
use crate::term::{FormTerms, Part, TermId, Vocabulary};
use crate::word::{Word, Words};

/// Content words in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    first: TermId,
    rest: Vec<Next>,
}

/// A content word behind another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Next {
    term: TermId,
    /// Whether function words stand before it: "freedom of speech".
    joined: bool,
}

/// The function words between two content words of a phrase at most.
const MOST_JOINING: usize = 3;

impl Phrase {
    /// The phrases of a list with commas or semicolons; those with a word
    /// that the text lacks are left out. The comma of "20,000 euros" parts nothing.
    pub(crate) fn list(list: &str, document: &Document, vocabulary: &Vocabulary) -> Vec<Phrase> {
        let mut digit = false;
        let mut rest = list.chars().peekable();
        let parts = list.split(move |c: char| {
            rest.next();
            let inside = digit && rest.peek().is_some_and(char::is_ascii_digit);
            digit = c.is_ascii_digit();
            matches!(c, '،' | '、' | '，' | '；') || matches!(c, ',' | ';') && !inside
        });
        parts.filter_map(|part| Phrase::read(part, document, vocabulary)).collect()
    }

    /// A phrase by its words; `None` where it has no content word, or one that the
    /// text lacks.
    pub(crate) fn read(phrase: &str, document: &Document, vocabulary: &Vocabulary) -> Option<Phrase> {
        let lexicon = document.lexicon();
        let mut terms: Vec<Next> = Vec::new();
        let mut joined = false;
        let mut last = Span::default();
        for word in document.words_of(phrase) {
            let hyphen = Gap::of(phrase, last, word) == Gap::Hyphen;
            last = word;
            match vocabulary.part(word.of(phrase), lexicon)? {
                Part::Term(term, traits) => {
                    terms.push(Next { term, joined: joined || traits.is_joined() });
                    joined = false;
                }
                Part::Inside | Part::None => joined |= !hyphen,
            }
        }
        let (first, rest) = terms.split_first()?;
        Some(Phrase { first: first.term, rest: rest.to_vec() })
    }

    /// Whether it has several content words.
    pub(crate) fn is_long(&self) -> bool {
        !self.rest.is_empty()
    }
}

/// What stands between two words of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Nothing but a space or a line's end, or the full stop of "John F. Kennedy" and
    /// "U.S. Senate". Words of scripts without spaces overlap.
    Space,
    /// "state-of-the-art"
    Hyphen,
    /// What parts phrases.
    Mark,
}

impl Gap {
    pub(crate) fn of(text: &str, last: Span, next: Span) -> Self {
        if last.end > next.start {
            return Gap::Space;
        }
        if next.start - last.end == 1 && text.as_bytes().get(last.end as usize) == Some(&b' ') {
            return Gap::Space;
        }
        match Span::new(last.end as usize, next.start as usize).of(text) {
            "-" | "‑" => Gap::Hyphen,
            ". " => {
                let word = last.of(text);
                let initial = word.opens_capital() && (word.len() == 1 || word.has_mark("."));
                // "St. Louis", "Mt. Hood"
                let place = matches!(word, "St" | "Ste" | "Mt" | "Ft");
                if initial || place { Gap::Space } else { Gap::Mark }
            }
            gap if !gap.is_empty() && gap.is_all(char::is_whitespace) => Gap::Space,
            _ => Gap::Mark,
        }
    }
}

/// A place of a phrase.
pub(crate) struct Place {
    /// Which of the phrases it is, by its index.
    pub(crate) phrase: usize,
    /// The sentence that it stands in.
    pub(crate) sentence: usize,
    pub(crate) span: Span,
}

/// Gives every place of some phrases, in document order and in one pass; those of
/// one phrase do not overlap.
pub(crate) fn places(
    phrases: &[Phrase],
    document: &Document,
    words: &Words,
    terms: &FormTerms,
    give: &mut dyn FnMut(Place),
) {
    let first = First::of(phrases);
    let begins = terms.among(|term| first.phrase(term) != NONE);
    let mut ends = vec![0; phrases.len()];
    for sentence in 0..document.sentences().len() {
        let run = words.sentence(sentence);
        for (at, word) in run.iter().enumerate() {
            if !begins.get(word.form.index()).is_some_and(|begins| *begins) {
                continue;
            }
            let Part::Term(term, _) = terms.part(*word) else { continue };
            let mut index = first.phrase(term);
            while let (Some(phrase), Some(before)) = (phrases.get(index), ends.get_mut(index)) {
                let this = index;
                index = first.next(this);
                let start = words.span(*word).start;
                let behind = run.get(at..).unwrap_or_default();
                let Some(last) = end(phrase, document.text(), words, terms, behind) else { continue };
                if start >= *before {
                    *before = last;
                    let span = Span::new(start as usize, last as usize);
                    give(Place { phrase: this, sentence, span });
                }
            }
        }
    }
}

/// The phrases that begin with each term: lists in one arena, in order.
struct First {
    /// The first phrase, by term.
    phrases: Vec<usize>,
    /// The next one that begins with the same term, by phrase.
    next: Vec<usize>,
}

/// No phrase.
const NONE: usize = usize::MAX;

impl First {
    fn of(phrases: &[Phrase]) -> Self {
        let terms = phrases.iter().map(|phrase| phrase.first.0 as usize + 1).max().unwrap_or(0);
        let mut first = First { phrases: vec![NONE; terms], next: vec![NONE; phrases.len()] };
        for (index, phrase) in phrases.iter().enumerate().rev() {
            let known = first.phrases.get_mut(phrase.first.0 as usize);
            if let (Some(known), Some(next)) = (known, first.next.get_mut(index)) {
                *next = std::mem::replace(known, index);
            }
        }
        first
    }

    fn phrase(&self, term: TermId) -> usize {
        self.phrases.get(term.0 as usize).copied().unwrap_or(NONE)
    }

    fn next(&self, phrase: usize) -> usize {
        self.next.get(phrase).copied().unwrap_or(NONE)
    }
}

/// Where a phrase ends that begins at the first of some words, if it does.
fn end(phrase: &Phrase, text: &str, words: &Words, terms: &FormTerms, run: &[Word]) -> Option<u32> {
    let mut run = run.iter();
    let mut last = words.span(*run.next()?);
    for next in &phrase.rest {
        let mut passed = 0;
        loop {
            let word = *run.next()?;
            let span = words.span(word);
            let gap = Gap::of(text, last, span);
            if gap == Gap::Mark {
                return None;
            }
            last = span;
            let Part::Term(term, traits) = terms.part(word) else {
                // "state-of-the-art" is no "state of the art".
                passed += usize::from(gap != Gap::Hyphen);
                if passed > MOST_JOINING {
                    return None;
                }
                continue;
            };
            if term != next.term || next.joined != (passed > 0 || traits.is_joined()) {
                return None;
            }
            break;
        }
    }
    Some(last.end)
}
