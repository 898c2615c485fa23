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
#[inline(never)]
fn roles(document: &Document, sentence: Span, quoted: &[Span], mentions: &[Span]) -> Vec<Role> {
    let text = document.text();
    let words = document.first_words(sentence, LONGEST);
    let word = |at: usize| words.get(at).map_or("", |word| word.of(text));
    let mut roles = Vec::new();
    for (at, noun) in words.iter().enumerate().skip(1) {
        let Some(determiner) = [at - 1, at.saturating_sub(2)]
            .into_iter()
            .find(|before| DETERMINERS.contains(&lower(word(*before)).as_ref()))
        else {
            continue;
        };
        let Some(first) = words.get(determiner) else { continue };
        let phrase = Span::new(first.start as usize, noun.end as usize);
        let is_quoted = holding(quoted, phrase).is_some();
        let mention = holding(mentions, phrase);
        // "the clerk Joan Siddall", "a resident, Mr Pym"
        let behind = text.get(noun.end as usize..).unwrap_or_default();
        let named = [" ", ", "]
            .iter()
            .any(|gap| behind.strip_prefix(gap).is_some_and(|next| next.starts_with(char::is_uppercase)));
        let joined = phrase.of(text).chars().all(|c| c.is_alphabetic() || c == ' ');
        // "She is the daughter of the Brandts"
        let told = determiner
            .checked_sub(1)
            .is_some_and(|be| ["is", "was", "are", "were", "be"].contains(&word(be)));
        let classes = document.lexicon().classes(noun.of(text));
        if is_quoted
            || told
            || named
            || !joined
            || !(is_somebody(classes) || mention.is_some_and(|mention| mention.end == noun.end))
        {
            continue;
        }
        roles.push(Role { phrase, sex: sex(classes), mentioned: mention.is_some() });
    }
    roles
}

/// The span that holds another, of spans in order of place.
#[inline(never)]
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
