//! What the opening words of a sentence stand for: "He", "The two", "The firm".
//!
//! Only where it is certain. A pronoun goes on with what the sentence before
//! opened with, or stands for the only one that fits: a person by the machinery
//! that resolves speakers, a thing or several by the subject of the sentence
//! before. Everything else is left alone: an unsure name is worse than none.

use super::People;
use super::grammar::Grammar;
use super::name::{Name, Sex};
use super::opening::Opening;
use super::subject::Number;
use super::topic::topic;
use crate::document::{Document, Sentence};
use crate::find::{Marked, has, is_longer};
use crate::language::{Language, MentionClass, is_uppercase, lower};
use crate::quotation::Quotation;
use crate::summary::Antecedent;
use crate::word::Words;
use crate::{BlockKind, Span};
use std::cell::OnceCell;

/// The antecedents of a text's sentences, by the sentence's order.
#[derive(Debug, Default)]
pub(crate) struct Antecedents {
    /// By the sentence's order, ascending.
    found: Vec<(usize, Antecedent)>,
}

impl Antecedents {
    /// What the opening words of a sentence stand for.
    pub(crate) fn get(&self, order: usize) -> Option<&Antecedent> {
        let at = self.found.binary_search_by_key(&order, |(order, _)| *order).ok()?;
        self.found.get(at).map(|(_, antecedent)| antecedent)
    }

    /// All of them, in document order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (usize, &Antecedent)> {
        self.found.iter().map(|(order, antecedent)| (*order, antecedent))
    }
}

/// Finds what opening words stand for, sentence by sentence.
pub(crate) fn antecedents(
    document: &Document,
    words: &Words,
    people: &People,
    quotations: &[Quotation],
) -> Antecedents {
    // The rules are of English; of other languages there are the pronouns alone.
    if document.language() != Language::English {
        return Antecedents::default();
    }
    let mut resolver = Resolver {
        grammar: Grammar::of(document, words),
        people,
        found: Vec::new(),
        classes: Vec::new(),
        sources: sources(document, quotations),
        topic: OnceCell::new(),
    };
    let mut quoted = Quoted::of(document);
    for (order, sentence) in document.sentences().iter().enumerate() {
        let said = quoted.holds(sentence);
        if said || !document.is_prose(sentence) {
            continue;
        }
        let before = order.checked_sub(1).and_then(|before| document.sentences().get(before));
        if before.is_some_and(|before| document.kind(before) == Some(BlockKind::Heading)) {
            continue;
        }
        let Some(opening) = resolver.grammar.opening(order) else { continue };
        let Some(names) = resolver.names(order, &opening) else { continue };
        resolver.found.push((order, Antecedent { mention: opening.mention, names }));
        resolver.classes.push(opening.class);
    }
    Antecedents { found: resolver.found }
}

/// What stands between quotation marks, walked in step with the sentences: it is
/// another's, and so are its pronouns.
struct Quoted<'a> {
    document: &'a Document,
    next: usize,
    /// Where the last quotation that was passed ends.
    end: u32,
    /// Whether the sentence before opened one that no mark closes.
    open: bool,
}

impl<'a> Quoted<'a> {
    fn of(document: &'a Document) -> Self {
        Quoted { document, next: 0, end: 0, open: false }
    }

    /// Whether a sentence begins between quotation marks, or at one.
    fn holds(&mut self, sentence: &Sentence) -> bool {
        self.open = false;
        while let Some(pair) = self.document.pairs().get(self.next) {
            if pair.open.start > sentence.span.start {
                break;
            }
            match pair.close.filter(|_| !pair.brackets) {
                Some(close) => self.end = self.end.max(close.end),
                // "Kirwan said: “I was happy with him. He had an incredible game.": how far
                // it goes nobody knows, to the next sentence at least.
                None if !pair.brackets => self.open = true,
                None => {}
            }
            self.next += 1;
        }
        self.open || self.end > sentence.span.start || sentence.span.start < sentence.content.start
    }
}

/// What begins with "the" and a capital and says a quotation, by its sentence.
fn sources(document: &Document, quotations: &[Quotation]) -> Vec<(usize, Span)> {
    let text = document.text();
    let source = |quotation: &Quotation| {
        let mention = quotation.mention?;
        let organization = mention.of(text).strip_prefix("the ")?.opens_capital();
        organization.then_some((quotation.sentence, mention))
    };
    quotations.iter().filter_map(source).collect()
}

/// Resolves the openings of sentences, in document order.
struct Resolver<'a> {
    grammar: Grammar<'a>,
    people: &'a People,
    /// The openings that are resolved, by their sentences, and their classes.
    found: Vec<(usize, Antecedent)>,
    classes: Vec<MentionClass>,
    /// The organizations that a quotation is ascribed to, by their sentences.
    sources: Vec<(usize, Span)>,
    /// The organization that the text is about.
    topic: OnceCell<Option<Span>>,
}

/// The names of a sentence that are looked at: no prose has more, and a bound keeps
/// the work linear.
const MOST_NAMED: usize = 32;

/// The words of a sentence that says one thing of its subject at most.
const LONGEST_PLAIN: usize = 24;

/// The sentences that a person's pronoun, an organization's name and a definite
/// noun phrase are looked back at most.
const PERSON_REACH: usize = 4;
const PRONOUN_REACH: usize = 2;
const NOUN_REACH: usize = 12;

impl<'a> Resolver<'a> {
    /// What the opening of a sentence was resolved to, if it was one of some classes.
    #[inline(never)]
    fn resolved(&self, order: usize, classes: &[MentionClass]) -> Option<&Vec<Span>> {
        let at = self.found.binary_search_by_key(&order, |(order, _)| *order).ok()?;
        let (class, (_, antecedent)) = (self.classes.get(at)?, self.found.get(at)?);
        classes.contains(class).then_some(&antecedent.names)
    }

    fn is_resolved(&self, order: usize) -> bool {
        self.found.binary_search_by_key(&order, |(order, _)| *order).is_ok()
    }

    /// The names that an opening stands for.
    fn names(&self, order: usize, opening: &Opening) -> Option<Vec<Span>> {
        use MentionClass::{Company, Group, He, It, Person, She, They, Two};
        let before = order.checked_sub(1)?;
        let goes_on = |classes: &[MentionClass]| self.resolved(before, classes).cloned();
        match opening.class {
            He => goes_on(&[He]).or_else(|| self.person(order, Sex::He)),
            She => goes_on(&[She]).or_else(|| self.person(order, Sex::She)),
            It if self.grammar.is_expletive(order) => None,
            It if self.grammar.reports(before) && !self.grammar.reports(order) => None,
            It => goes_on(&[It, Group, Company]).or_else(|| self.thing(before)),
            They => goes_on(&[They, Two]).or_else(|| self.several(before)),
            Two if !self.grammar.stands_alone(order, opening) => None,
            Two => goes_on(&[Two, They]).filter(|names| names.len() == 2).or_else(|| self.two(before)),
            Group => {
                let found = goes_on(&[It, Group]).or_else(|| self.group(before, &opening.noun))?;
                // "Lorene Scafaria, who wrote it, will direct. The film …"
                let named = self.people.named_in(before);
                let person = |name: &Name| {
                    self.people.is_person(name) && found.iter().any(|span| span.contains(name.last))
                };
                (!named.iter().any(person)).then_some(found)
            }
            Company => {
                let found = goes_on(&[It, Company]).or_else(|| self.group(before, &opening.noun));
                found.or_else(|| self.about(before))
            }
            Person => self.titled(order, &opening.noun),
            _ => None,
        }
    }

    /// The person of a sex that the nearest sentence before names: the only one, or
    /// the one that it is about.
    fn person(&self, order: usize, sex: Sex) -> Option<Vec<Span>> {
        let own = if sex == Sex::He { MentionClass::He } else { MentionClass::She };
        for before in (order.saturating_sub(PERSON_REACH)..order).rev() {
            if let Some(names) = self.resolved(before, &[own, MentionClass::Person]) {
                return Some(names.clone());
            }
            // "They spoke out after he murdered James Foley": it is about others.
            // And of an unknown "He" nothing is known.
            if self.grammar.opening(before).is_some() && !self.is_resolved(before) {
                return None;
            }
            let named = self.distinct(before);
            let person = |name: &Name| self.people.is_person(name) || self.is_subject(before, name);
            // "Shell said the pay-off was in line with Ms Boynton's contract."
            let full = |name: &Name| self.people.fullest_before(self.grammar.document, name).words > 1;
            let fits = |name: &&Name| match self.people.sex(name) {
                Sex::Unknown => person(name) && full(name),
                told => told == sex,
            };
            let fits: Vec<&Name> = named.iter().copied().filter(fits).collect();
            if fits.is_empty() {
                // Somebody without a name may be meant: "a young man", "The owner said".
                let goes_on = self.has_pronoun(before, own) || before + 1 == order;
                if !goes_on || self.is_resolved(before) || self.mentions_somebody(before, sex) {
                    return None;
                }
                continue;
            }
            let about = |name: &&&Name| self.is_subject(before, name) || name.speaks;
            // "Clive Owen's nomination has shortened his odds of becoming James Bond."
            let rivals =
                |only: &Name| named.iter().any(|name| name.full.start < only.full.start && full(name));
            let chosen = match fits.as_slice() {
                [only] => Some(*only).filter(|only| about(&only) || !rivals(only)),
                several => {
                    let mut about = several.iter().filter(about);
                    about.next().filter(|_| about.next().is_none()).copied()
                }
            };
            let sure =
                |name: &&Name| self.people.sex(name) == sex || name.speaks || self.is_subject(before, name);
            return chosen
                .filter(sure)
                .map(|name| vec![self.people.fullest_before(self.grammar.document, name).full]);
        }
        None
    }

    /// Whether a name is the subject of its sentence: no verb stands before it, and
    /// one behind it.
    fn is_subject(&self, order: usize, name: &Name) -> bool {
        let words = self.grammar.words.sentence(order);
        let first = words.partition_point(|word| word.start < name.full.start);
        let behind = words.partition_point(|word| word.start < name.full.end);
        // "Castellano, who voted against it, said", not "with Mikhail Mishustin, Xi said".
        let described = self.grammar.gap(order, behind) == ", "
            && !(0..first).any(|at| self.grammar.is_function_word(order, at));
        let verb = self.grammar.is_verb(order, behind) && self.grammar.gap(order, behind) == " " || described;
        verb && !self.owns(name) && !(0..first).any(|at| self.grammar.is_verb(order, at))
    }

    /// Whether a sentence speaks of a person by what they are alone.
    fn mentions_somebody(&self, order: usize, sex: Sex) -> bool {
        let other = if sex == Sex::He { "she her" } else { "he his" };
        (0..self.grammar.words.sentence(order).len()).any(|at| {
            let role = self.grammar.is(order, at, MentionClass::Person)
                || self.grammar.is(order, at, MentionClass::Somebody);
            role || self.grammar.is_of(order, at, other)
        })
    }

    /// Whether a pronoun of a class stands in a sentence: it goes on with the same person.
    fn has_pronoun(&self, order: usize, class: MentionClass) -> bool {
        (0..self.grammar.words.sentence(order).len()).any(|at| self.grammar.is(order, at, class))
    }

    /// Whether a name owns what follows: "Andrew Lloyd-Webber's wealth".
    fn owns(&self, name: &Name) -> bool {
        let rest = self.grammar.text.tail(name.full.end as usize);
        rest.starts_with("'s") || rest.starts_with("’s")
    }

    /// The thing that is the subject of a sentence.
    fn thing(&self, order: usize) -> Option<Vec<Span>> {
        let Some(subject) = self.grammar.subject(order) else {
            // "“…,” the Finance Ministry said in a statement."
            let at = self.sources.binary_search_by_key(&order, |(sentence, _)| *sentence).ok()?;
            let (_, source) = self.sources.get(at)?;
            return (!self.people.is_somebody(order, *source)).then(|| vec![*source]);
        };
        let thing = subject.number == Number::One && !self.people.is_somebody(order, subject.span);
        let thing = thing && (subject.proper || self.is_plain(order));
        thing.then(|| vec![subject.span])
    }

    /// Whether a sentence says one thing of its subject, and of nothing else what a
    /// pronoun could go on with: "… are owned by the owners", "when he got a message".
    fn is_plain(&self, order: usize) -> bool {
        let count = self.grammar.words.sentence(order).len();
        let other = "by when while because if although whereas";
        count <= LONGEST_PLAIN && !(1..count).any(|at| self.grammar.is_of(order, at, other))
    }

    /// The several that a sentence is about: people named one after the other, or
    /// its subject.
    fn several(&self, order: usize) -> Option<Vec<Span>> {
        let people = self.distinct(order);
        if people.len() > 1 && self.are_listed(&people) {
            return Some(self.full(&people));
        }
        let subject = self.grammar.subject(order)?;
        let outside = |name: &&Name| !subject.span.contains(name.last) && self.people.is_person(name);
        let persons = people.iter().copied().any(|name| outside(&name));
        let last = lower(subject.span.of(self.grammar.text).last_word());
        let several = subject.number == Number::Several
            || self.grammar.lexicon.classes(&last).is_mention(MentionClass::Collective);
        (several && !persons && self.is_plain(order)).then(|| vec![subject.span])
    }

    /// The only two people that the sentences before name.
    fn two(&self, order: usize) -> Option<Vec<Span>> {
        use MentionClass::{He, Person, She};
        let people = self.distinct(order);
        if let Some(names) = self.resolved(order, &[He, She, Person]) {
            let people: Vec<&Name> = people.into_iter().filter(|name| self.people.is_person(name)).collect();
            let [one] = people.as_slice() else { return None };
            let other =
                !names.iter().any(|span| has(span.of(self.grammar.text), one.last.of(self.grammar.text)));
            return other.then(|| names.iter().copied().chain(self.full(&people)).collect());
        }
        let all: Vec<&Name> = self
            .people
            .named_in(order)
            .iter()
            .take(MOST_NAMED)
            .filter(|name| !self.is_initials(name))
            .collect();
        if let Some(pair) = all.windows(2).rev().find(|pair| self.are_joined(pair)) {
            return Some(self.full(pair));
        }
        let certain = people.iter().all(|name| self.people.is_person(name));
        match people.as_slice() {
            [_, _] if certain => Some(self.full(&people)),
            [one] if certain => {
                let before = self.distinct(order.checked_sub(1)?);
                let others: Vec<&Name> = before.into_iter().filter(|name| one.key != name.key).collect();
                let [other] = others.as_slice() else { return None };
                self.people.is_person(other).then(|| self.full(&[*other, *one]))
            }
            _ => None,
        }
    }

    /// Those whom a sentence names, each once.
    #[inline(never)]
    fn distinct(&self, order: usize) -> Vec<&'a Name> {
        let mut people: Vec<&Name> = Vec::new();
        let full = |name: &Name| self.people.fullest_before(self.grammar.document, name).words > 1;
        let can = |name: &&Name| {
            !self.is_initials(name)
                && (full(name) || self.people.is_person(name) || self.people.sex(name) != Sex::Unknown)
        };
        for name in self.people.named_in(order).iter().take(MOST_NAMED).filter(can) {
            if people.iter().all(|other| other.key != name.key) {
                people.push(name);
            }
        }
        people
    }

    /// "DJ", "BBC"
    fn is_initials(&self, name: &Name) -> bool {
        name.full.of(self.grammar.text).is_all(is_uppercase)
    }

    #[inline(never)]
    fn full(&self, people: &[&Name]) -> Vec<Span> {
        people.iter().map(|name| self.people.fullest_before(self.grammar.document, name).full).collect()
    }

    /// Whether names stand one after the other: "Dave Hyatt, Joe Hewitt and Blake
    /// Ross".
    fn are_listed(&self, people: &[&Name]) -> bool {
        let last = people.len().saturating_sub(2);
        people
            .windows(2)
            .enumerate()
            .all(|(at, pair)| self.are_joined(pair) || at < last && self.between(pair) == ", ")
    }

    /// "King and DJ partner Joel Ross"
    fn are_joined(&self, pair: &[&Name]) -> bool {
        let between = self.between(pair);
        between.behind_marks(",").starts_with(" and ") && !is_longer(between, 4)
    }

    fn between(&self, pair: &[&Name]) -> &'a str {
        let [one, other] = pair else { return "" };
        Span::new(one.full.end as usize, other.full.start as usize).of(self.grammar.text)
    }

    /// The organization that a sentence is about, or the last that has the noun in
    /// its name: "the UK Independence Party" is "the party".
    fn group(&self, order: usize, noun: &str) -> Option<Vec<Span>> {
        // "The Beijing News said the company may pay": it is about another one.
        let words = self.grammar.words.sentence(order).len();
        let spoken_of = (1..words).any(|at| {
            self.grammar.is(order, at, MentionClass::Company) && self.grammar.is_of(order, at - 1, "the")
        });
        let subject = self.grammar.subject(order).filter(|_| !spoken_of);
        let subject = subject.filter(|subject| subject.proper && subject.number == Number::One);
        let subject =
            subject.map(|subject| subject.span).filter(|span| !self.people.is_somebody(order, *span));
        subject.map(|span| vec![span]).or_else(|| self.so_called(order, noun))
    }

    /// The only name of the sentences before that has a noun in it.
    fn so_called(&self, order: usize, noun: &str) -> Option<Vec<Span>> {
        let mut called: Option<Span> = None;
        for sentence in order.saturating_sub(PRONOUN_REACH)..=order {
            for (first, end) in self.grammar.capital_runs(sentence) {
                let span = self.grammar.span(sentence, first, end)?;
                let (slice, names) = (span.of(self.grammar.text), end - first > 1);
                if !names || !lower(slice).split(' ').any(|word| word == noun) {
                    continue;
                }
                if called.is_some_and(|other| other.of(self.grammar.text) != slice) {
                    return None;
                }
                called = Some(span);
            }
        }
        called.map(|span| vec![span])
    }

    /// The organization that the text is about, where the sentence before or the one
    /// before that has it.
    fn about(&self, order: usize) -> Option<Vec<Span>> {
        let topic = (*self.topic.get_or_init(|| topic(&self.grammar, self.people)))?;
        let name = topic.of(self.grammar.text);
        // It may have stood in no prose before.
        let end = self.grammar.document.sentences().get(order)?.span.end;
        let near = topic.end <= end
            && (order.saturating_sub(1)..=order).any(|sentence| {
                self.grammar
                    .document
                    .sentences()
                    .get(sentence)
                    .is_some_and(|sentence| has(sentence.span.of(self.grammar.text), name))
            });
        near.then(|| vec![topic])
    }

    /// The only person whom the text has given a title or calling so far: "Prime
    /// Minister Tony Blair" is "the prime minister".
    fn titled(&self, order: usize, noun: &str) -> Option<Vec<Span>> {
        let mut called: Vec<Name> = Vec::new();
        for sentence in (order.saturating_sub(NOUN_REACH)..order).rev() {
            for name in self.people.named_in(sentence).iter().take(MOST_NAMED) {
                let full = self.people.fullest_before(self.grammar.document, name);
                if self.is_called(&full, noun) && called.iter().all(|other| other.key != full.key) {
                    called.push(full);
                }
            }
        }
        if let [only] = called.as_slice() {
            return Some(vec![only.full]);
        }
        // "Rock star Ozzy Osbourne has been praised. The singer …"
        if called.is_empty() && self.grammar.lexicon.classes(noun).is_mention(MentionClass::Calling) {
            let before = order.checked_sub(1)?;
            let named = self.distinct(before);
            let [only] = named.as_slice() else { return None };
            return self.is_subject(before, only).then(|| self.full(&[*only]));
        }
        // Of two presidents it is the one that the sentence before is about.
        use MentionClass::{He, Person, She};
        let names = self.resolved(order.checked_sub(1)?, &[He, She, Person])?;
        let same = |name: &Name| {
            names.iter().any(|span| has(span.of(self.grammar.text), name.last.of(self.grammar.text)))
        };
        called.iter().any(same).then(|| names.clone())
    }

    /// "President Xi", "the singer Aguilera"
    fn is_called(&self, name: &Name, noun: &str) -> bool {
        let start = (name.full.start as usize).saturating_sub(noun.len() + 1);
        let called =
            self.grammar.text.get(start..name.full.end as usize).unwrap_or(name.full.of(self.grammar.text));
        has(&lower(called), noun)
    }
}
