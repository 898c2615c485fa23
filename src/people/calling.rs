//! What stands before a name and says who that is: "Charlotte Mayor Jennifer Roberts",
//! "planning officer Liz Moyes".

use super::name::{Name, OF};
use super::role::is_somebody;
use crate::Span;
use crate::document::Document;
use crate::find::{Marked, has, is_among};
use crate::language::{Language, Lexicon, NameClass, lower};
use crate::quotation::is_role;
use crate::segment::token::is_alphabetic;

/// The bytes before a name that are looked at, and the words that say who it is at most.
const REACH_BYTES: usize = 64;
const LONGEST: usize = 4;

/// What a noun phrase opens with.
const DETERMINERS: &str = "the a an of";

/// What stands before a verb.
const BEFORE_VERBS: &str = "to will would can could may might must should";

/// Articles of other languages: "la boulangère Rose Melin".
const ARTICLES: &str = "el la le il lo o a de het";

/// The title of a name: "Charlotte Mayor" before "Jennifer Roberts".
pub(super) fn title(document: &Document, name: &Name) -> Option<Span> {
    let text = document.text();
    let span = Span::new(name.full.start as usize, name.own.max(name.full.start) as usize).trimmed(text);
    let courtesy = span.len() < 5 && !has(span.of(text), "Rev");
    // "Jean-Pierre Garnier"
    let part = span.of(text).ends_with('-');
    (!span.is_empty() && !courtesy && !part).then_some(span)
}

/// What stands right before a name and says what its bearer is: "planning officer Liz Moyes",
/// "her husband Tom Reed", "la boulangère Rose Melin".
pub(super) fn calling(document: &Document, name: &Name) -> Option<Span> {
    let text = document.text();
    let sentence = document.sentences().get(name.sentence)?.content;
    let end = name.full.start as usize;
    let from = text.floor_char_boundary(end.saturating_sub(REACH_BYTES)).max(sentence.start as usize);
    // Most names stand behind a mark, a function word or nothing.
    let last = text.head(end).tail(from).strip_suffix(' ')?.last_word();
    if document.lexicon().is_stop_word(last) || !last.last_char().is_some_and(is_alphabetic) {
        return None;
    }
    let words = document.first_words(Span::new(from, end), REACH_BYTES);
    let noun = words.len().checked_sub(1)?;
    let before = Before { text, lexicon: document.lexicon(), opening: sentence.start, end, words };
    let first = match document.language() {
        Language::English => before.first(noun)?,
        _ => before.behind_article(noun)?,
    };
    let start = before.words.get(first)?.start as usize;
    // "9/11 widow Terry Strada", "“anarcho”-capitalist Murray Rothbard"
    let part = text.head(start).ends_in_mark("/-");
    (!part).then_some(Span::new(start, before.words.get(noun)?.end as usize))
}

/// The words before a name, in its sentence.
struct Before<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    /// Where the sentence begins, and the name.
    opening: u32,
    end: usize,
    words: Vec<Span>,
}

impl Before<'_> {
    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.of(self.text))
    }

    fn is_capital(&self, at: usize) -> bool {
        self.word(at).opens_capital()
    }

    fn opens_sentence(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.start == self.opening)
    }

    /// What stands between a word and the next, or the name.
    fn gap(&self, at: usize) -> &str {
        let start = self.words.get(at).map_or(self.end, |word| word.end as usize);
        let end = self.words.get(at + 1).map_or(self.end, |next| next.start as usize);
        Span::new(start, end).of(self.text)
    }

    /// Whether a word is of the same phrase as the next: "co-founder", "Dragons’ Den star".
    fn is_joined(&self, at: usize) -> bool {
        let owner = || matches!(self.gap(at), "' " | "’ ") && self.word(at).ends_with('s');
        matches!(self.gap(at), " " | "-") || owner()
    }

    /// Whether a word opens its noun phrase: "the disgraced cyclist Jo Sol", "Poland-based".
    fn is_determined(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        is_among(self.word(before), DETERMINERS) || self.gap(before) != " "
    }

    /// Whether a word says nothing of who somebody is: "Meanwhile advertiser Jo Sol", "have
    /// signed Roma defender Jo Sol", "for murdering US journalist Jo Sol".
    fn is_other(&self, at: usize) -> bool {
        let word = lower(self.word(at));
        // "All Blacks captain"
        let named = at + 1 < self.words.len() && self.is_capital(at) && !self.opens_sentence(at);
        let connects = || self.opens_sentence(at) && self.lexicon.leaning(self.word(at)).is_some();
        let form = |ending| !self.is_capital(at) && word.ends_with(ending) && !self.is_determined(at);
        // "they will prosecute Dallas patient Jo Sol"
        let led = || at.checked_sub(1).is_some_and(|before| is_among(self.word(before), BEFORE_VERBS));
        self.lexicon.is_stop_word(&word) && !named
            || !self.is_capital(at) && led()
            || self.lexicon.is_cue_verb(&word)
            || connects()
            || form("ed")
    }

    /// Where the phrase begins that ends in a noun which tells a person.
    fn first(&self, noun: usize) -> Option<usize> {
        // "House Speaker Paul Ryan"
        let opens = self.opens_sentence(0) && (noun == 0 || self.is_capital(noun));
        if self.is_capital(noun) && !opens {
            return None;
        }
        let lower = lower(self.word(noun));
        let classes = self.lexicon.classes(&lower);
        let told = is_somebody(classes)
            || classes.name_class() == Some(NameClass::Person)
            // "Defiant Matt Williams"
            || noun > 0 && is_role(&lower);
        let inside = |at: &usize| self.is_joined(*at) && !self.is_other(*at);
        let first = (0..=noun).rev().take(LONGEST).take_while(inside).last().filter(|_| told)?;
        let owner = |at: &usize| is_owner(self.word(*at));
        Some(first.checked_sub(1).filter(owner).unwrap_or(first))
    }

    /// A noun behind an article, which may be of something: "la boulangère", "el ministro de
    /// Economía".
    fn behind_article(&self, last: usize) -> Option<usize> {
        let of = last.checked_sub(1).filter(|of| is_among(self.word(*of), OF) && self.is_joined(*of));
        let noun = of.and_then(|of| of.checked_sub(1)).unwrap_or(last);
        let article = noun.checked_sub(1)?;
        let told = is_among(self.word(article), ARTICLES);
        (told && !self.is_capital(noun) && !self.is_other(noun)).then_some(noun)
    }
}

/// Whether a word tells whose somebody is: "her husband Tom Reed", "My friend Lena".
pub(super) fn is_owner(word: &str) -> bool {
    is_among(word, "his her their my our")
}
