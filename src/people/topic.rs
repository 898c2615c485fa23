//! The organization that a text is about.

use super::People;
use super::grammar::Grammar;
use crate::Span;
use crate::document::Sentence;
use crate::hash::{Numbers, number};
use crate::language::Language;

/// A name that a text may be about.
#[derive(Default)]
struct Topic {
    span: Span,
    count: usize,
    /// Whether it is a place's somewhere, or too short to be a name.
    place: bool,
}

/// The sentences of a text that say whom it is about.
const LEAD: usize = 16;

/// Words that stand before a place: "in China" is no organization.
const BEFORE_PLACES: &str = "in across from near throughout within";

/// The name that the text's lead has most often, if it is an organization's: no
/// person's, and never behind a preposition of places.
pub(super) fn topic(grammar: &Grammar, people: &People) -> Option<Span> {
    let mut numbers = Numbers::default();
    let mut names: Vec<Topic> = Vec::new();
    let prose = |(_, sentence): &(usize, &Sentence)| grammar.document.is_prose(sentence);
    for (order, _) in grammar.document.sentences().iter().enumerate().filter(prose).take(LEAD) {
        for (first, end) in grammar.capital_runs(order) {
            // "Friday" is no organization.
            let common = end == first + 1 && grammar.classes(order, first).is_always_common();
            // "Beatriz Luna: A carriage has beds."
            let speaks = grammar.gap(order, end).starts_with(':');
            let span = grammar.span(order, first, end).filter(|_| !common && !speaks);
            let Some(span) = span.filter(|span| !people.is_somebody(order, *span)) else { continue };
            let name = super::name::bare(span.of(grammar.text), Language::English);
            let number = number(&mut numbers, name) as usize;
            if number == names.len() {
                let span = Span::new(span.start as usize, span.start as usize + name.len());
                names.push(Topic { span, count: 0, place: name.len() <= 2 });
            }
            let place =
                first.checked_sub(1).is_some_and(|before| grammar.is_of(order, before, BEFORE_PLACES));
            if let Some(topic) = names.get_mut(number) {
                topic.count += 1;
                topic.place |= place;
            }
        }
    }
    let (mut most, mut rival) = (Topic::default(), 0);
    for topic in names.into_iter().filter(|topic| !topic.place) {
        if topic.count > most.count {
            rival = most.count;
            most = topic;
        } else {
            rival = rival.max(topic.count);
        }
    }
    (most.count > 1 && 2 * most.count >= 3 * rival).then_some(most.span)
}
