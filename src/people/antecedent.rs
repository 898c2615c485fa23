//! What the opening words of a sentence stand for: "He", "The two", "The firm".
//!
//! Only where it is certain. A pronoun goes on with what the sentence before
//! opened with, or stands for the only one that fits: a person by the machinery
//! that resolves speakers, a thing or several by the subject of the sentence
//! before. Everything else is left alone: an unsure name is worse than none.

use super::People;
use super::name::{Name, Sex};
use crate::document::{Document, Sentence};
use crate::find::{DIGITS, Marked, before, has, is_among, is_longer};
use crate::hash::HashMap;
use crate::language::{Classes, Language, Lexicon, MentionClass, is_uppercase, lower};
use crate::quotation::Quotation;
use crate::summary::Antecedent;
use crate::word::Words;
use crate::{BlockKind, Span};
use std::borrow::Cow;
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
        document,
        words,
        people,
        text: document.text(),
        lexicon: document.lexicon(),
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
        let Some(opening) = resolver.opening(order) else { continue };
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
        let short = !is_longer(mention.of(text), LONGEST_SUBJECT) && !mention.of(text).has_mark(",");
        (organization && short).then_some((quotation.sentence, mention))
    };
    quotations.iter().filter_map(source).collect()
}

/// The opening words of a sentence that stand for something.
struct Opening<'a> {
    class: MentionClass,
    mention: Span,
    /// How many words they are.
    length: usize,
    /// The noun behind "The".
    noun: Cow<'a, str>,
}

/// The subject of a sentence.
struct Subject {
    span: Span,
    number: Number,
    /// Whether it is a name.
    proper: bool,
}

/// How many a subject is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Number {
    One,
    Several,
}

/// A name that a text may be about.
#[derive(Default)]
struct Topic {
    span: Span,
    count: usize,
    /// Whether it is a place's somewhere, or too short to be a name.
    place: bool,
}

/// Resolves the openings of sentences, in document order.
struct Resolver<'a> {
    document: &'a Document,
    words: &'a Words,
    people: &'a People,
    text: &'a str,
    lexicon: &'a Lexicon,
    /// The openings that are resolved, by their sentences, and their classes.
    found: Vec<(usize, Antecedent)>,
    classes: Vec<MentionClass>,
    /// The organizations that a quotation is ascribed to, by their sentences.
    sources: Vec<(usize, Span)>,
    /// The organization that the text is about.
    topic: OnceCell<Option<Span>>,
}

/// The words of a subject at most, of what may stand before it, and of what may
/// describe it between commas.
const LONGEST_SUBJECT: usize = 7;
const LONGEST_ADVERBIAL: usize = 16;
const LONGEST_APPOSITION: usize = 18;

/// The names of a sentence that are looked at: no prose has more, and a bound keeps
/// the work linear.
const MOST_NAMED: usize = 32;

/// The sentences of a text that say whom it is about.
const LEAD: usize = 16;

/// The words of a sentence that says one thing of its subject at most.
const LONGEST_PLAIN: usize = 24;

/// The sentences that a person's pronoun, an organization's name and a definite
/// noun phrase are looked back at most.
const PERSON_REACH: usize = 4;
const PRONOUN_REACH: usize = 2;
const NOUN_REACH: usize = 12;

/// Words that open a subject.
const DETERMINERS: &str = "the a an many some most several all those these this few other both";

/// Words that stand before a place: "in China" is no organization.
const BEFORE_PLACES: &str = "in across from near throughout within";

impl<'a> Resolver<'a> {
    #[inline(never)]
    fn word(&self, order: usize, at: usize) -> &'a str {
        self.words.sentence(order).get(at).map_or("", |word| self.words.span(*word).of(self.text))
    }

    #[inline(never)]
    fn lower(&self, order: usize, at: usize) -> Cow<'a, str> {
        lower(self.word(order, at))
    }

    /// Whether a word is one of these.
    #[inline(never)]
    fn is_of(&self, order: usize, at: usize, words: &str) -> bool {
        is_among(self.word(order, at), words)
    }

    #[inline(never)]
    fn is(&self, order: usize, at: usize, class: MentionClass) -> bool {
        self.classes(order, at).is_mention(class)
    }

    /// What the lists tell of a word.
    #[inline(never)]
    fn classes(&self, order: usize, at: usize) -> Classes {
        let Some(word) = self.words.sentence(order).get(at) else { return Classes::default() };
        self.words.classes(word.form)
    }

    #[inline(never)]
    fn is_capital(&self, order: usize, at: usize) -> bool {
        self.word(order, at).opens_capital()
    }

    /// What stands between a word and the one before it.
    #[inline(never)]
    fn gap(&self, order: usize, at: usize) -> &'a str {
        let words = self.words.sentence(order);
        let (Some(before), Some(next)) = (at.checked_sub(1).and_then(|at| words.get(at)), words.get(at))
        else {
            return "";
        };
        Span::new(self.words.span(*before).end as usize, next.start as usize).of(self.text)
    }

    #[inline(never)]
    fn span(&self, order: usize, first: usize, end: usize) -> Option<Span> {
        let words = self.words.sentence(order);
        let (first, last) = (words.get(first)?, words.get(end.checked_sub(1)?)?);
        Some(Span::new(first.start as usize, self.words.span(*last).end as usize))
    }

    /// The opening of a sentence, if it is one that stands for something.
    fn opening(&self, order: usize) -> Option<Opening<'a>> {
        use MentionClass::{He, It, Pair, She, They, Two};
        if !self.is_capital(order, 0) {
            return None;
        }
        if self.word(order, 0) == "The" {
            return match self.is(order, 1, Pair) {
                true => self.opened(order, Two, 2),
                false => self.definite(order),
            };
        }
        let first = self.classes(order, 0);
        let class = [He, She, It, They, Two].into_iter().find(|class| first.is_mention(*class))?;
        self.opened(order, class, 1)
    }

    fn opened(&self, order: usize, class: MentionClass, length: usize) -> Option<Opening<'a>> {
        let mention = self.span(order, 0, length)?;
        Some(Opening { class, mention, length, noun: Cow::Borrowed("") })
    }

    /// "The company said", "The Russian prime minister stressed"
    fn definite(&self, order: usize) -> Option<Opening<'a>> {
        use MentionClass::{Calling, Company, Group, Person};
        let called =
            |at: usize| [Company, Group, Person, Calling].into_iter().any(|class| self.is(order, at, class));
        // Most sentences with "The" are of something else; a possessive is looked at below.
        if !(1..4).any(|at| called(at) || self.word(order, at).ends_with('s')) {
            return None;
        }
        for (first, length) in [(1, 2), (1, 1), (2, 2), (2, 1)] {
            let end = first + length;
            let Some(phrase) = self.span(order, first, end) else { continue };
            let noun = lower(phrase.of(self.text));
            let noun = noun.strip_suffix("'s").map_or(noun.clone(), |bare| Cow::Owned(bare.to_owned()));
            let class = [Company, Group, Person]
                .into_iter()
                .find(|class| self.lexicon.classes(&noun).is_mention(*class));
            let class =
                class.or(self.lexicon.classes(&noun).is_mention(MentionClass::Calling).then_some(Person));
            let Some(class) = class else { continue };
            // "The bank of the river", "The company car" and "The ruling party" are others.
            let goes_on = self.lower(order, end);
            // "The game looks stunning"
            let present = self.word(order, end).ends_with('s') && !self.is_capital(order, end);
            let ends = self.is_verb(order, end)
                || self.is_verb(order, end + 1)
                || present
                || self.gap(order, end) == ", ";
            let owns = self.word(order, end - 1).ends_in_mark("sS") && phrase.of(self.text).has_mark("'’");
            let described = first == 2 && (class != Person || !self.is_capital(order, 1));
            if described || !ends && !owns || goes_on == "of" {
                return None;
            }
            return Some(Opening { class, mention: self.span(order, 0, end)?, length: end, noun });
        }
        None
    }

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
            It if self.is_expletive(order) => None,
            It if self.reports(before) && !self.reports(order) => None,
            It => goes_on(&[It, Group, Company])
                .or_else(|| self.thing(before))
                .or_else(|| self.same_company(before)),
            They => goes_on(&[They, Two]).or_else(|| self.several(before)),
            Two if !self.stands_alone(order, opening) => None,
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

    /// "It is likely that", "It seems", "It's"
    fn is_expletive(&self, order: usize) -> bool {
        let first = self.word(order, 0);
        first.has_mark("'’") || lower(first) == "it" && self.is(order, 1, MentionClass::Expletive)
    }

    /// Whether a sentence begins with who says what: "Krispy Kreme said the latest
    /// adjustments …". Then an "It" behind it may be any of what was said, unless it
    /// says something itself: "It added".
    fn reports(&self, order: usize) -> bool {
        let obtains = |at: usize| self.is_of(order, at, "obtained received published seen");
        let verb = (1..self.words.sentence(order).len()).find(|at| self.is_verb(order, *at) || obtains(*at));
        verb.is_some_and(|at| self.classes(order, at).is_cue_verb() || obtains(at))
    }

    /// Whether no noun goes on behind "The two" or "Both", as in "The two main
    /// channels", "Both lists".
    fn stands_alone(&self, order: usize, opening: &Opening) -> bool {
        let last = self.lower(order, opening.length - 1);
        let next = opening.length;
        match last.as_ref() {
            "both" => self.is(order, next, MentionClass::Plural),
            "two" => {
                let verb = (next..next + 3).find(|at| self.is(order, *at, MentionClass::Plural));
                (next..verb.unwrap_or(next + 3)).all(|at| !self.word(order, at).ends_with('s'))
            }
            _ => true,
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
            if self.opening(before).is_some() && !self.is_resolved(before) {
                return None;
            }
            let named = self.distinct(before);
            let person = |name: &Name| self.people.is_person(name) || self.is_subject(before, name);
            // "Shell said the pay-off was in line with Ms Boynton's contract."
            let full = |name: &Name| self.people.fullest_before(self.document, name).words > 1;
            let fits = |name: &&Name| match self.people.sex(name) {
                Sex::Unknown => person(name) && full(name),
                told => told == sex,
            };
            let fits: Vec<&Name> = named.iter().copied().filter(fits).collect();
            if fits.is_empty() {
                // "In a furious response, the first minister said his comments …"
                if let Some(names) = self.role(before) {
                    return Some(names);
                }
                // Somebody without a name may be meant: "a young man", "The owner said".
                let goes_on = self.has_pronoun(before, own) || before + 1 == order;
                if !goes_on || self.is_resolved(before) || self.mentions_somebody(before, sex) {
                    return None;
                }
                continue;
            }
            let about = |name: &&&Name| self.is_subject(before, name) && !self.owns(name) || name.speaks;
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
            let sure = |name: &&Name| {
                let full = self.people.fullest_before(self.document, name);
                self.people.sex(name) == sex
                    || full.words > 1 && (name.speaks || self.is_subject(before, name))
            };
            return chosen
                .filter(sure)
                .map(|name| vec![self.people.fullest_before(self.document, name).full]);
        }
        None
    }

    /// The person whom a sentence calls by a title that the text has given to one
    /// alone.
    fn role(&self, order: usize) -> Option<Vec<Span>> {
        let words = self.words.sentence(order).len();
        let the = (0..words)
            .find(|at| self.is_of(order, *at, "the") && self.is(order, at + 2, MentionClass::Person))?;
        let noun = lower(self.span(order, the + 1, the + 3)?.of(self.text));
        self.titled(order, &noun)
    }

    /// Whether a name is the subject of its sentence: no verb stands before it, and
    /// one behind it.
    fn is_subject(&self, order: usize, name: &Name) -> bool {
        let words = self.words.sentence(order);
        let first = words.partition_point(|word| word.start < name.full.start);
        let behind = words.partition_point(|word| word.start < name.full.end);
        // "Castellano, who voted against it, said", not "with Mikhail Mishustin, Xi said".
        let described =
            self.gap(order, behind) == ", " && !(0..first).any(|at| self.is_function_word(order, at));
        let verb = self.is_verb(order, behind) && self.gap(order, behind) == " " || described;
        verb && !self.owns(name) && !(0..first).any(|at| self.is_verb(order, at))
    }

    /// Whether a sentence speaks of a person by what they are alone.
    fn mentions_somebody(&self, order: usize, sex: Sex) -> bool {
        let other = if sex == Sex::He { "she her" } else { "he his" };
        (0..self.words.sentence(order).len()).any(|at| {
            let role = self.is(order, at, MentionClass::Person) || self.is(order, at, MentionClass::Somebody);
            role || self.is_of(order, at, other)
        })
    }

    /// Whether a pronoun of a class stands in a sentence: it goes on with the same person.
    fn has_pronoun(&self, order: usize, class: MentionClass) -> bool {
        (0..self.words.sentence(order).len()).any(|at| self.is(order, at, class))
    }

    /// Whether a name owns what follows: "Andrew Lloyd-Webber's wealth".
    fn owns(&self, name: &Name) -> bool {
        let rest = self.text.tail(name.full.end as usize);
        rest.starts_with("'s") || rest.starts_with("’s")
    }

    /// Whether a span holds the name of one whose sex is told: no thing.
    #[inline(never)]
    fn is_somebody(&self, order: usize, span: Span) -> bool {
        let named = self.people.named_in(order);
        named.iter().any(|name| span.contains(name.last) && self.people.sex(name) != Sex::Unknown)
    }

    /// The thing that is the subject of a sentence.
    fn thing(&self, order: usize) -> Option<Vec<Span>> {
        let Some(subject) = self.subject(order) else {
            // "“…,” the Finance Ministry said in a statement."
            let at = self.sources.binary_search_by_key(&order, |(sentence, _)| *sentence).ok()?;
            let (_, source) = self.sources.get(at)?;
            return (!self.is_somebody(order, *source)).then(|| vec![*source]);
        };
        let thing = subject.number == Number::One && !self.is_somebody(order, subject.span);
        let thing = thing && (subject.proper || self.is_plain(order));
        let role = lower(subject.span.of(self.text));
        let person = role.split(' ').any(|word| self.lexicon.classes(word).is_mention(MentionClass::Person));
        (thing && !person).then(|| vec![subject.span])
    }

    /// Whether a sentence says one thing of its subject, and of nothing else what a
    /// pronoun could go on with: "… are owned by the owners", "when he got a message".
    fn is_plain(&self, order: usize) -> bool {
        let count = self.words.sentence(order).len();
        let other = "by when while because if although whereas";
        count <= LONGEST_PLAIN && !(1..count).any(|at| self.is_of(order, at, other))
    }

    /// The organization that the text is about, where a sentence is of "the company".
    fn same_company(&self, order: usize) -> Option<Vec<Span>> {
        let the = (0..LONGEST_SUBJECT).find(|at| self.is_of(order, *at, "the"))?;
        let noun = self.lower(order, the + 1);
        let noun = noun.strip_suffix("'s").unwrap_or(&noun);
        if self.lexicon.classes(noun).is_mention(MentionClass::Company) { self.about(order) } else { None }
    }

    /// The several that a sentence is about: people named one after the other, or
    /// its subject.
    fn several(&self, order: usize) -> Option<Vec<Span>> {
        let people = self.distinct(order);
        if people.len() > 1 && self.are_listed(&people) {
            return Some(self.full(&people));
        }
        let subject = self.subject(order)?;
        let outside = |name: &&Name| !subject.span.contains(name.last) && self.people.is_person(name);
        let persons = people.iter().copied().any(|name| outside(&name));
        let last = lower(subject.span.of(self.text).last_word());
        let several = subject.number == Number::Several
            || self.lexicon.classes(&last).is_mention(MentionClass::Collective);
        (several && !persons && self.is_plain(order)).then(|| vec![subject.span])
    }

    /// The only two people that the sentences before name.
    fn two(&self, order: usize) -> Option<Vec<Span>> {
        use MentionClass::{He, Person, She};
        let people = self.distinct(order);
        if let Some(names) = self.resolved(order, &[He, She, Person]) {
            let people: Vec<&Name> = people.into_iter().filter(|name| self.people.is_person(name)).collect();
            let [one] = people.as_slice() else { return None };
            let other = !names.iter().any(|span| has(span.of(self.text), one.last.of(self.text)));
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
        let full = |name: &Name| self.people.fullest_before(self.document, name).words > 1;
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
        name.full.of(self.text).chars().all(is_uppercase)
    }

    #[inline(never)]
    fn full(&self, people: &[&Name]) -> Vec<Span> {
        people.iter().map(|name| self.people.fullest_before(self.document, name).full).collect()
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
        Span::new(one.full.end as usize, other.full.start as usize).of(self.text)
    }

    /// The organization that a sentence is about, or the last that has the noun in
    /// its name: "the UK Independence Party" is "the party".
    fn group(&self, order: usize, noun: &str) -> Option<Vec<Span>> {
        // "The Beijing News said the company may pay": it is about another one.
        let words = self.words.sentence(order).len();
        let spoken_of = (1..words)
            .any(|at| self.is(order, at, MentionClass::Company) && self.is_of(order, at - 1, "the"));
        let subject = self.subject(order).filter(|_| !spoken_of);
        let subject = subject.filter(|subject| subject.proper && subject.number == Number::One);
        let subject = subject.map(|subject| subject.span).filter(|span| !self.is_somebody(order, *span));
        subject.map(|span| vec![span]).or_else(|| self.so_called(order, noun))
    }

    /// The only name of the sentences before that has a noun in it.
    fn so_called(&self, order: usize, noun: &str) -> Option<Vec<Span>> {
        let mut called: Option<Span> = None;
        for sentence in order.saturating_sub(PRONOUN_REACH)..=order {
            for (first, end) in self.capital_runs(sentence) {
                let span = self.span(sentence, first, end)?;
                let (slice, names) = (span.of(self.text), end - first > 1);
                if !names || !lower(slice).split(' ').any(|word| word == noun) {
                    continue;
                }
                if called.is_some_and(|other| other.of(self.text) != slice) {
                    return None;
                }
                called = Some(span);
            }
        }
        called.map(|span| vec![span])
    }

    /// The runs of words with capitals in a sentence.
    fn capital_runs(&self, order: usize) -> Vec<(usize, usize)> {
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for at in 0..self.words.sentence(order).len() {
            // "US" is no "us".
            let shouted = self.word(order, at).chars().all(is_uppercase);
            if !self.is_capital(order, at) || self.is_function_word(order, at) && !shouted {
                continue;
            }
            match runs.last_mut() {
                Some((_, end)) if *end == at && self.gap(order, at) == " " => *end = at + 1,
                _ => runs.push((at, at + 1)),
            }
        }
        runs
    }

    /// The organization that the text is about, where the sentence before or the one
    /// before that has it.
    fn about(&self, order: usize) -> Option<Vec<Span>> {
        let topic = (*self.topic.get_or_init(|| self.find_topic()))?;
        let name = topic.of(self.text);
        // It may have stood in no prose before.
        let end = self.document.sentences().get(order)?.span.end;
        let near = topic.end <= end
            && (order.saturating_sub(1)..=order).any(|sentence| {
                self.document
                    .sentences()
                    .get(sentence)
                    .is_some_and(|sentence| has(sentence.span.of(self.text), name))
            });
        near.then(|| vec![topic])
    }

    /// The name that the text's lead has most often, if it is an organization's: no
    /// person's, and never behind a preposition of places.
    fn find_topic(&self) -> Option<Span> {
        let mut numbers: HashMap<&str, u32> = HashMap::default();
        let mut names: Vec<Topic> = Vec::new();
        let prose = |(_, sentence): &(usize, &Sentence)| self.document.is_prose(sentence);
        for (order, _) in self.document.sentences().iter().enumerate().filter(prose).take(LEAD) {
            for (first, end) in self.capital_runs(order) {
                // "Friday" is no organization.
                let common = end == first + 1 && self.classes(order, first).is_always_common();
                // "Beatriz Luna: A carriage has beds."
                let speaks = self.gap(order, end).starts_with(':');
                let span = self.span(order, first, end).filter(|_| !common && !speaks);
                let Some(span) = span.filter(|span| !self.is_somebody(order, *span)) else { continue };
                let name = super::name::bare(span.of(self.text), Language::English);
                let number = *numbers.entry(name).or_insert(names.len() as u32) as usize;
                if number == names.len() {
                    let span = Span::new(span.start as usize, span.start as usize + name.len());
                    names.push(Topic { span, count: 0, place: name.len() <= 2 });
                }
                let place =
                    first.checked_sub(1).is_some_and(|before| self.is_of(order, before, BEFORE_PLACES));
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

    /// The only person whom the text has given a title or calling so far: "Prime
    /// Minister Tony Blair" is "the prime minister".
    fn titled(&self, order: usize, noun: &str) -> Option<Vec<Span>> {
        let mut called: Vec<Name> = Vec::new();
        for sentence in (order.saturating_sub(NOUN_REACH)..order).rev() {
            for name in self.people.named_in(sentence).iter().take(MOST_NAMED) {
                let full = self.people.fullest_before(self.document, name);
                if self.is_called(&full, noun) && called.iter().all(|other| other.key != full.key) {
                    called.push(full);
                }
            }
        }
        if let [only] = called.as_slice() {
            return Some(vec![only.full]);
        }
        // "Rock star Ozzy Osbourne has been praised. The singer …"
        if called.is_empty() && self.lexicon.classes(noun).is_mention(MentionClass::Calling) {
            let before = order.checked_sub(1)?;
            let named = self.distinct(before);
            let [only] = named.as_slice() else { return None };
            return self.is_subject(before, only).then(|| self.full(&[*only]));
        }
        // Of two presidents it is the one that the sentence before is about.
        use MentionClass::{He, Person, She};
        let names = self.resolved(order.checked_sub(1)?, &[He, She, Person])?;
        let same = |name: &Name| names.iter().any(|span| has(span.of(self.text), name.last.of(self.text)));
        called.iter().any(same).then(|| names.clone())
    }

    /// "President Xi", "the singer Aguilera"
    fn is_called(&self, name: &Name, noun: &str) -> bool {
        let start = (name.full.start as usize).saturating_sub(noun.len() + 1);
        let called = self.text.get(start..name.full.end as usize).unwrap_or(name.full.of(self.text));
        has(&lower(called), noun)
    }

    /// The subject of a sentence, where its form shows where it ends.
    fn subject(&self, order: usize) -> Option<Subject> {
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
        // "Those involved would"
        let verb =
            verb + usize::from(self.word(order, verb).ends_with("ed") && self.is_verb(order, verb + 1));
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
        // "Strangled by hatred"
        let participle = self.lower(order, first).ends_with("ed") && self.is_function_word(order, first + 1);
        let named = !self.is_function_word(order, head) && !participle;
        named.then_some(Subject { span: self.span(order, first, verb)?, number, proper: false })
    }

    /// A name that is the subject: "Parmalat, the Italian food group, has".
    fn proper_subject(&self, order: usize, first: usize) -> Option<Subject> {
        let count = self.words.sentence(order).len();
        let small =
            |at: usize| !self.is_capital(order, at) && is_among(self.word(order, at), "of and for the &");
        let mut end = first + 1;
        let figure = |at: usize| self.word(order, at).opens_with_mark(DIGITS);
        while end < count
            && self.gap(order, end) == " "
            && (self.is_capital(order, end)
                || figure(end)
                || small(end) && self.is_capital(order, end + 1) && self.gap(order, end + 1) == " ")
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
        let several = (first..end).any(|at| self.is_of(order, at, "and"));
        let verbal = self.is_verb(order, verb) && self.gap(order, verb) != "-";
        let one = !several && !self.is_only(order, verb, MentionClass::Plural, MentionClass::Singular);
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

    #[inline(never)]
    fn is_only(&self, order: usize, at: usize, class: MentionClass, other: MentionClass) -> bool {
        self.is(order, at, class) && !self.is(order, at, other)
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

    #[inline(never)]
    fn is_function_word(&self, order: usize, at: usize) -> bool {
        self.classes(order, at).is_stop_word()
    }

    /// "The bug resides in", but "Chinese sales have"
    fn is_present(&self, order: usize, at: usize) -> bool {
        let word = self.word(order, at);
        let auxiliary = [MentionClass::Plural, MentionClass::Singular, MentionClass::Past];
        word.len() > 3
            && word.ends_with('s')
            && word.opens_small()
            && self.is_function_word(order, at + 1)
            && auxiliary.into_iter().all(|class| !self.is(order, at + 1, class))
    }

    /// A verb that a subject can stand before: "said", "will", "jumped".
    #[inline(never)]
    fn is_verb(&self, order: usize, at: usize) -> bool {
        let word = self.lower(order, at);
        let small = self.word(order, at).opens_small();
        let listed = [MentionClass::Plural, MentionClass::Singular, MentionClass::Past];
        let auxiliary = listed.into_iter().any(|class| self.is(order, at, class));
        small
            && (auxiliary || self.classes(order, at).is_cue_verb() || word.len() > 4 && word.ends_with("ed"))
    }
}
