//! What stands before a name and says who that is: "Charlotte Mayor Jennifer Roberts",
//! "planning officer Liz Moyes".

use super::name::Name;
use super::role::is_somebody;
use crate::Span;
use crate::document::Document;
use crate::find::has;
use crate::language::{Language, MentionClass, NameClass, lower};
use crate::quotation::is_role;

/// The title that stands before a name: "Charlotte Mayor" before "Jennifer Roberts".
pub(super) fn title(document: &Document, name: &Name) -> Option<Span> {
    let text = document.text();
    let span = Span::new(name.full.start as usize, name.own.max(name.full.start) as usize).trimmed(text);
    let courtesy = span.len() < 5 && !has(span.of(text), "Rev");
    (!span.is_empty() && !courtesy).then_some(span)
}

/// The bytes before a name that are looked at for what its bearer is, and the words of that.
const CALLING_BYTES: usize = 80;
const LONGEST_CALLING: usize = 4;

/// What a noun phrase opens with, and what belongs to it.
const DETERMINERS: [&str; 4] = ["the", "a", "an", "of"];
const OWNERS: [&str; 5] = ["his", "her", "their", "my", "our"];

/// Articles of languages that have one before what somebody is: "la boulangère Rose Melin".
const ARTICLES: [&str; 12] = ["el", "la", "le", "l'", "il", "lo", "o", "a", "de", "het", "der", "die"];

/// What stands right before a name and says what its bearer is: "planning officer Liz Moyes",
/// "her husband Tom Reed", "la boulangère Rose Melin".
pub(super) fn calling(document: &Document, name: &Name) -> Option<Span> {
    let text = document.text();
    let sentence = document.sentences().get(name.sentence)?.content;
    let end = name.full.start as usize;
    let from = text.floor_char_boundary(end.saturating_sub(CALLING_BYTES)).max(sentence.start as usize);
    let words = document.first_words(Span::new(from, end), CALLING_BYTES);
    let noun = words.len().checked_sub(1)?;
    let word = |at: usize| words.get(at).map_or("", |word: &Span| word.of(text));
    let is_capital = |at: usize| word(at).starts_with(char::is_uppercase);
    let behind = |at: usize| {
        let (start, next) = (words.get(at).map_or(end, |word| word.end as usize), words.get(at + 1));
        Span::new(start, next.map_or(end, |next| next.start as usize)).of(text)
    };
    // "Dragons’ Den star"
    let joined = |at: usize| {
        let owner = || matches!(behind(at), "' " | "’ ") && word(at).ends_with('s');
        behind(at) == " " || at < noun && (behind(at) == "-" || owner())
    };
    let lexicon = document.lexicon();
    let determined =
        |at: usize| at == 0 || DETERMINERS.contains(&lower(word(at - 1)).as_ref()) || behind(at - 1) != " ";
    let other = |at: usize| {
        let lower = lower(word(at));
        // "Meanwhile advertiser Jo Sol", "have signed Roma defender Jo Sol", and not "the
        // disgraced cyclist Jo Sol", "Poland-based"; "for murdering US journalist Jo Sol"
        let connects = || lexicon.leaning(word(at)).is_some();
        let form = |ending| !is_capital(at) && word(at).ends_with(ending) && !determined(at);
        let verb = || form("ed") || form("ing") && is_capital(at + 1);
        // "All Blacks captain"
        let named =
            at < noun && is_capital(at) && words.get(at).is_some_and(|word| word.start > sentence.start);
        lexicon.is_stop_word(&lower) && !named || lexicon.is_cue_verb(&lower) || connects() || verb()
    };
    // "House Speaker Paul Ryan"
    let opens = words.first()?.start == sentence.start && (noun == 0 || is_capital(noun));
    if is_capital(noun) && !opens || !joined(noun) || other(noun) {
        return None;
    }
    let first = if document.language() == Language::English {
        let classes = lexicon.classes(&lower(word(noun)));
        let told = is_somebody(classes)
            || classes.is_mention(MentionClass::Calling)
            || classes.name_class() == Some(NameClass::Person)
            // "Defiant Matt Williams"
            || (noun > 0 || !opens) && is_role(&lower(word(noun)));
        let modifies = |at: &usize| joined(*at) && !other(*at);
        let first = (0..=noun).rev().take(LONGEST_CALLING).take_while(modifies).last().filter(|_| told)?;
        let owner = |at: &usize| OWNERS.contains(&word(*at));
        first.checked_sub(1).filter(owner).unwrap_or(first)
    } else {
        noun.checked_sub(1).filter(|at| ARTICLES.contains(&lower(word(*at)).as_ref()) && joined(*at))? + 1
    };
    let start = words.get(first)?.start as usize;
    // "9/11 widow Terry Strada"
    let whole = text.get(..start).is_some_and(|before| !before.ends_with('/'));
    whole.then_some(Span::new(start, words.get(noun)?.end as usize))
}
