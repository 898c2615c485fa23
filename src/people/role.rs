//! Whom a pronoun stands for where nobody has a name: "At six the baker knocked. “The
//! flour is gone,” he said."

use super::name::Sex;
use crate::Span;
use crate::document::Document;
use crate::language::{Classes, MentionClass, SourceClass, lower};

/// The words of a sentence that are looked through.
const LONGEST: usize = 60;

/// Words that a noun phrase with a role may open with.
const DETERMINERS: [&str; 10] = ["the", "a", "an", "my", "his", "her", "our", "their", "your", "another"];

/// Somebody without a name, where a sentence has them.
struct Role {
    /// "the old baker"
    phrase: Span,
    sex: Sex,
    /// Whether the lists have the noun.
    somebody: bool,
    /// Whether a quotation is ascribed to them.
    mentioned: bool,
}

/// The one without a name in the nearest sentence before a pronoun that has such people of
/// its sex; nobody where it could be several. `quoted` are the quotations, `mentions` whom
/// they are ascribed to, both in order of place.
pub(super) fn before(
    document: &Document,
    quoted: &[Span],
    mentions: &[Span],
    pronoun: Span,
    sex: Sex,
    reach: usize,
) -> Option<Span> {
    let sentences = document.sentences();
    let order = sentences.partition_point(|sentence| sentence.span.end <= pronoun.start);
    let near = sentences.get(order.saturating_sub(reach)..=order)?.iter().rev();
    let roles = near.map(|sentence| {
        let mut roles = roles(document, sentence.content, quoted, mentions);
        roles.retain(|role| role.phrase.end <= pronoun.start && role.sex.fits(sex));
        roles
    });
    let nearest = roles.into_iter().find(|roles| !roles.is_empty())?;
    let mentioned = nearest.iter().find(|role| role.mentioned);
    let only = nearest.first().filter(|_| nearest.len() == 1);
    Some(mentioned.or(only)?.phrase)
}

/// Those whom a sentence has outside quotations.
fn roles(document: &Document, sentence: Span, quoted: &[Span], mentions: &[Span]) -> Vec<Role> {
    let words = document.first_words(sentence, LONGEST);
    let role = |at| role(document, &words, at).filter(|role| holding(quoted, role.phrase).is_none());
    let told = |mut role: Role| {
        role.mentioned = holding(mentions, role.phrase).is_some_and(|mention| mention.end == role.phrase.end);
        (role.mentioned || role.somebody).then_some(role)
    };
    (1..words.len()).filter_map(role).filter_map(told).collect()
}

/// The noun phrase that ends in a word, if it may be somebody's.
fn role(document: &Document, words: &[Span], at: usize) -> Option<Role> {
    let text = document.text();
    let is = |at: usize, list: &[&str]| {
        words.get(at).is_some_and(|word| list.contains(&lower(word.of(text)).as_ref()))
    };
    let first = (at.saturating_sub(2)..at).rev().find(|at| is(*at, &DETERMINERS))?;
    let noun = words.get(at)?;
    let phrase = Span::new(words.get(first)?.start as usize, noun.end as usize);
    // "the clerk Joan Siddall", "a resident, Mr Pym"
    let named = words.get(at + 1).is_some_and(|next| {
        let gap = Span::new(noun.end as usize, next.start as usize).of(text);
        matches!(gap, " " | ", ") && next.of(text).starts_with(char::is_uppercase)
    });
    // "She is the daughter of the Brandts"
    let told = first.checked_sub(1).is_some_and(|be| is(be, &["is", "was", "are", "were", "be"]));
    let parted = phrase.of(text).contains(|c: char| !c.is_alphabetic() && c != ' ');
    let classes = document.lexicon().classes(noun.of(text));
    let somebody = is_somebody(classes);
    (!named && !told && !parted).then_some(Role { phrase, sex: sex(classes), somebody, mentioned: false })
}

/// The span that holds another, of spans in order of place.
fn holding(spans: &[Span], inner: Span) -> Option<Span> {
    let at = spans.partition_point(|span| span.end < inner.end);
    spans.get(at).copied().filter(|span| span.start <= inner.start)
}

fn is_somebody(classes: Classes) -> bool {
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
