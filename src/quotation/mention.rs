//! Mentions: what a quotation is ascribed to, told by its form.
//!
//! A mention is a name, a role, an organization, a document or a pronoun. "The arm
//! said" and "declined" are none: an unsure speaker is worse than none.

use super::source::{Pattern, Source};
use super::uncased;
use crate::Span;
use crate::document::Document;
use crate::find::{DIGITS, Marked, before, is_among};
use crate::language::{Classes, Language, MentionClass, NameClass, SourceClass, lower};
use crate::people::{People, head_phrase, pronoun_elsewhere};
use crate::word::Words;

/// What a quotation is ascribed to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SourceKind {
    /// Somebody with a name, a role or a pronoun: "Anna Weiss", "a baker", "she".
    Person,
    /// A company, an agency, a newspaper: "the Ministry of Ferries".
    Organization,
    /// What is written: "the report", "a joint statement".
    Document,
    /// People without a name: "residents", "they".
    Group,
    /// Nothing that is certain.
    #[default]
    Unknown,
}

impl SourceKind {
    /// The name that JavaScript has for it.
    pub fn name(self) -> &'static str {
        match self {
            SourceKind::Person => "person",
            SourceKind::Organization => "organization",
            SourceKind::Document => "document",
            SourceKind::Group => "group",
            SourceKind::Unknown => "unknown",
        }
    }
}

/// What a mention tells.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Mention {
    pub(crate) kind: SourceKind,
    /// The fullest name, `None` where it is not certain.
    pub(crate) speaker: Option<Span>,
    /// What says who that is.
    pub(crate) role: Option<Span>,
    /// How certain the speaker is, 0 to 1.
    pub(crate) confidence: f64,
}

/// The confidence under which a speaker is none.
const LEAST_CONFIDENCE: f64 = 0.6;

impl Mention {
    /// Reads what a quotation is ascribed to.
    pub(crate) fn of(document: &Document, words: &Words, people: &People, source: &Source) -> Self {
        if !document.lexicon().script().is_cased() {
            return uncased::mention(document, people, source);
        }
        if pronoun_elsewhere(document, source.mention).is_some() {
            let speaker = people.speaker(document, words, source.mention);
            let role = speaker.and_then(|speaker| people.role(document, speaker));
            return Mention::told(source, SourceKind::Person, speaker, role);
        }
        let phrase = Phrase::of(document, source.mention);
        let kind = match kind(&phrase, people) {
            // "TO: “We had asked for money three times.”"
            SourceKind::Unknown if source.pattern == Pattern::Label && phrase.is_capital(0) => {
                SourceKind::Person
            }
            // "Menurut departemen kepolisian, perkelahian pecah setelah “…”": where no list
            // tells verbs and adverbs, the subject of a sentence has a name's capital.
            // "Añadió: «…»", and not "Obuya, \"…\" dedi".
            SourceKind::Person
                if source.pattern == Pattern::Subject && !phrase.is_listed(people)
                    || phrase.is_lone() && !phrase.is_known(people)
                    || phrase.is_before(source.cue) && phrase.ends_in_noun() =>
            {
                SourceKind::Unknown
            }
            kind => kind,
        };
        // "Scott’s niece" is not Scott, and "Mozilla’s manifesto" not Mozilla.
        let thing = matches!(kind, SourceKind::Organization | SourceKind::Document);
        let noun = phrase.is_of_noun();
        // "says its chairman, Paul Adeyemi", "ministrul Transporturilor, Ion Popescu"
        let common = !phrase.is_capital(0) || phrase.classes(0).is_stop_word();
        let role = (noun || common && !phrase.is_english()) && !thing;
        let role = role || phrase.is_titled();
        if let Some(name) = people.introduced(document, source.mention).filter(|_| role) {
            let role = Some(head_phrase(document, source.mention));
            return Mention::told(source, SourceKind::Person, Some(name), role);
        }
        let initials = || match source.pattern {
            Pattern::Label => people.of_initials(document, source.mention),
            _ => None,
        };
        let speaker = match thing || noun || phrase.is_pair() {
            true => Some(head_phrase(document, source.mention)),
            false => phrase
                .german_noun()
                .or_else(initials)
                .or_else(|| people.speaker(document, words, source.mention)),
        };
        // "NHS'nin \"baskı altında\" olduğunu", and not "Ayşe Demir'e göre"
        let cased = |speaker: &Span| {
            let behind = document.text().tail(speaker.end as usize);
            let told = source.cue.is_some_and(|cue| cue.of(document.text()) == "göre");
            document.language() == Language::Turkish && !told && behind.opens_with_mark("'’")
        };
        let speaker = speaker.filter(|speaker| !cased(speaker));
        let person = speaker.filter(|_| kind == SourceKind::Person);
        let role = person.and_then(|speaker| {
            apposition(document, source.mention).or_else(|| people.role(document, speaker))
        });
        Mention::told(source, kind, speaker, role)
    }

    /// A mention whose speaker is as certain as what told it, and none if that is little.
    pub(super) fn told(source: &Source, kind: SourceKind, speaker: Option<Span>, role: Option<Span>) -> Self {
        let confidence = match speaker {
            Some(_) => pattern_confidence(source.pattern) * kind_confidence(kind),
            None => 0.0,
        };
        let certain = confidence >= LEAST_CONFIDENCE;
        let [speaker, role] = [speaker, role].map(|span| span.filter(|_| certain));
        Mention { kind, speaker, role, confidence }
    }
}

/// How often each pattern is right, on ../shared/quotes.
fn pattern_confidence(pattern: Pattern) -> f64 {
    match pattern {
        Pattern::Cue => 0.97,
        Pattern::Label | Pattern::Announced => 0.95,
        Pattern::Run => 0.93,
        Pattern::Turn => 0.75,
        Pattern::Subject => 0.8,
    }
}

/// How often a mention of a kind names who speaks.
fn kind_confidence(kind: SourceKind) -> f64 {
    match kind {
        SourceKind::Person => 1.0,
        SourceKind::Organization | SourceKind::Document => 0.95,
        SourceKind::Group => 0.5,
        SourceKind::Unknown => 0.0,
    }
}

/// The words of a mention's head phrase, read in English.
struct Phrase<'a> {
    document: &'a Document,
    words: Vec<Span>,
}

/// The words of a mention that are looked at.
const LONGEST: usize = 40;

/// Words that end the noun phrase that a mention begins with: its head stands before.
const BEHIND_HEAD: &str = "of in at for from with on by who that which whose to about near";

/// Words that a noun phrase in lower case may open with.
const DETERMINERS: &str = "the a an his her their its our my your one another this that these those some many several most all \
    both other two three four five no each every";

impl<'a> Phrase<'a> {
    #[inline(never)]
    fn of(document: &'a Document, mention: Span) -> Self {
        let words = document.first_words(head_phrase(document, mention), LONGEST);
        Phrase { document, words }
    }

    fn is_english(&self) -> bool {
        self.document.language() == Language::English
    }

    fn word(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |word| word.of(self.document.text()))
    }

    /// A word in lower case, up to its apostrophe: "I’ve" is "i".
    #[inline(never)]
    fn lower(&self, at: usize) -> String {
        lower(self.word(at)).up_to("'").to_owned()
    }

    /// Whether a word is one of these.
    #[inline(never)]
    fn is_of(&self, at: usize, words: &str) -> bool {
        let word = self.word(at);
        is_among(word.up_to("'’"), words)
    }

    #[inline(never)]
    fn ends_in(&self, at: usize, ending: &str) -> bool {
        self.lower(at).ends_with(ending)
    }

    #[inline(never)]
    fn classes(&self, at: usize) -> Classes {
        self.document.lexicon().classes(&self.lower(at))
    }

    fn is_capital(&self, at: usize) -> bool {
        self.word(at).opens_capital()
    }

    /// Whether a word has a capital that its place does not explain.
    fn is_named(&self, at: usize) -> bool {
        self.is_capital(at) && !(at == 0 && self.opens_sentence())
    }

    /// Whether a name is told by lists, by itself before or by a capital of its own.
    fn is_known(&self, people: &People) -> bool {
        let before = || self.first_name(people).is_some_and(|name| Some(&name) != self.words.first());
        (0..self.words.len()).any(|at| self.is_named(at)) || self.is_english() || before()
    }

    /// Whether a name is told by lists, or by a fuller one before: "Parfois" may stand there, too.
    fn is_listed(&self, people: &People) -> bool {
        let text = self.document.text();
        let fuller = |name: Span| self.words.first().is_some_and(|first| name.of(text) != first.of(text));
        self.is_english() || self.first_name(people).is_some_and(fuller)
    }

    /// The fullest earlier name that the first word is of.
    fn first_name(&self, people: &People) -> Option<Span> {
        people.named(self.document, *self.words.first()?)
    }

    /// Whether it stands before a verb.
    fn is_before(&self, verb: Option<Span>) -> bool {
        verb.zip(self.words.last()).is_some_and(|(verb, last)| last.end <= verb.start)
    }

    /// Whether the name in it is what its last word is of, or tells how that is: "YK:n
    /// pääsihteeri sanoi".
    fn ends_in_noun(&self) -> bool {
        let last = self.words.len().saturating_sub(1);
        let noun = last > 0 && !self.is_capital(last);
        noun && !self.is_english()
    }

    /// Whether it is one word, and no comma stands behind it.
    fn is_lone(&self) -> bool {
        let [word] = self.words.as_slice() else { return false };
        !self.document.text().tail(word.end as usize).starts_with(',')
    }

    fn opens_sentence(&self) -> bool {
        let Some(first) = self.words.first() else { return false };
        let sentences = self.document.sentences();
        let at = self.document.sentence_at(first.start);
        let start = sentences.get(at).map_or(0, |sentence| sentence.content.start);
        let before =
            Span::new(start.min(first.start) as usize, first.start as usize).of(self.document.text());
        !before.has_words() || before.trim_end().ends_in_mark(".?!”\"“»:")
    }

    /// The place of the noun that the phrase is of.
    fn head(&self) -> usize {
        let inside = (1..self.words.len()).find(|at| self.is_of(*at, BEHIND_HEAD));
        inside.unwrap_or(self.words.len()).saturating_sub(1)
    }

    /// Whether a word in lower case is a regular past, behind a name or between a noun and
    /// one: "Trump unleashed", "another respondent highlighted AI’s opportunities".
    fn is_past(&self, at: usize) -> bool {
        // "Norway-based"
        let hyphened = self
            .words
            .get(at)
            .is_some_and(|word| self.document.text().head(word.start as usize).ends_with('-'));
        let named = at.checked_sub(1).is_some_and(|before| self.is_capital(before));
        let between = at > 1 && self.is_capital(at + 1) && self.is_of(0, DETERMINERS);
        (named || between) && !hyphened && !self.is_capital(at) && self.ends_in(at, "ed")
    }

    /// Whether it has no name but what a noun before is of: "Il a dit", "le ministre du
    /// Redressement productif", "представитель ЕС", and not "le ministre François Sol", nor "el
    /// ministro de Economía Luis Sol".
    fn is_unnamed(&self) -> bool {
        let mut of = false;
        let name = |at: usize| {
            let stop = |at: usize| self.classes(at).is_stop_word();
            if let Some(before) = at.checked_sub(1).filter(|before| !self.is_capital(*before)) {
                let shouted = !self.word(at).has_small();
                of = (stop(before) || shouted) && (0..=before).any(|noun| !stop(noun));
            }
            let told = self.is_named(at) || self.is_capital(1) || self.words.len() == 1;
            let third = || at > 1 && (at - 2..at).all(|before| self.is_capital(before));
            let minister = || (0..at).any(|noun| self.lower(noun).starts_with("minist"));
            self.is_capital(at) && !stop(at) && told && (!of || third() && minister())
        };
        !(0..self.words.len()).any(name)
    }

    /// An article and its noun, which German writes with a capital: "die Polizei am Montag",
    /// "die 81-Jährige", and not "die Ministerin Petra Sommer".
    fn german_noun(&self) -> Option<Span> {
        let noun = (0..self.words.len()).find(|at| self.is_capital(*at))?;
        let german = self.document.language().capitalizes_nouns() && self.classes(0).is_stop_word();
        let alone = (1..=2).contains(&noun) && !self.is_capital(noun + 1);
        let (first, last) = (self.words.first()?, self.words.get(noun)?);
        (german && alone).then_some(Span::new(first.start as usize, last.end as usize))
    }

    /// Whether it names two: "Anna Weiss and Tom Reed", "the cook and Rosa Whitlock".
    fn is_pair(&self) -> bool {
        let one = |at: usize| self.is_capital(at) || self.is_of(0, DETERMINERS);
        let joins = |at: usize| self.is_of(at, "and") && one(at - 1);
        self.is_english() && (1..self.head()).any(joins)
    }

    /// Whether its head is a title: "Argentina's President" before "Nestor Kirchner".
    fn is_titled(&self) -> bool {
        let classes = self.classes(self.head());
        self.is_english() && classes.name_class() == Some(NameClass::Person)
    }

    /// Whether its head is a noun and no name.
    fn is_of_noun(&self) -> bool {
        self.is_english() && !is_pronoun(&self.lower(0)) && !self.is_capital(self.head())
    }

    #[inline(never)]
    fn is_verb(&self, at: usize) -> bool {
        use MentionClass::{Past, Plural, Singular};
        let classes = self.classes(at);
        let finite = [Past, Plural, Singular].into_iter().any(|class| classes.is_mention(class));
        let told = classes.is_cue_verb() && self.ends_in(at, "ed");
        let shouted = !self.word(at).has_small();
        (finite || told) && (!self.is_capital(at) || shouted)
    }
}

/// A mention without an adverb that opens it, up to a verb that stands in it, or to how
/// something was said: "Trump unleashed a series" is "Trump", "the university in a statement"
/// the university.
#[inline(never)]
pub(crate) fn before_verb(document: &Document, mention: Span) -> Span {
    if document.language() != Language::English {
        return mention;
    }
    let phrase = Phrase::of(document, mention);
    let said = |at: usize| phrase.is_of(at, "in at") && phrase.is_of(at + 1, "a an this");
    let verb = (1..phrase.words.len())
        .find(|at| !phrase.is_capital(*at) && (phrase.is_verb(*at) || phrase.is_past(*at) || said(*at)));
    let last = verb.and_then(|verb| phrase.words.get(verb.checked_sub(1)?));
    // "Clearly Moss argues"
    let adverb = phrase.ends_in(0, "ly") && phrase.classes(0).name_class().is_none();
    let name = phrase.words.get(1).filter(|_| adverb && phrase.is_capital(1));
    let start = name.map_or(mention.start, |name| name.start);
    Span::new(start as usize, last.map_or(mention.end, |last| last.end) as usize)
}

/// Whether a mention is a noun phrase by its form. Only English has the lists.
#[inline(never)]
pub(crate) fn is_noun_phrase(document: &Document, mention: Span) -> bool {
    if document.language() != Language::English {
        return true;
    }
    let phrase = Phrase::of(document, mention);
    let first = phrase.lower(0);
    // "9/11 widow Terry Strada", and not "2017 America"
    let number = first.opens_with_mark(DIGITS);
    if phrase.words.is_empty() || number && phrase.words.len() < 3 {
        return false;
    }
    // "(CNN) -- Do you suffer", "“Acceptance of it always has”, with a mark that never closes"
    let slice = mention.of(document.text());
    let before = document.text().head(mention.start as usize);
    let quoted = before.ends_in_mark("\"“‘„«");
    if quoted || slice.has_mark(")") && !slice.has_mark("(") {
        return false;
    }
    // "New Jersey Tuesday accuses Mata", and a lone "B"
    let short = phrase.words.len() == 1 && !slice.has_more(1) && first != "i";
    if short || phrase.words.len() > 1 && phrase.classes(phrase.words.len() - 1).is_always_common() {
        return false;
    }
    // "It’s denouncing", "I laughed"
    if is_pronoun(&first) && phrase.words.len() <= 3 {
        return true;
    }
    // "The council on Friday made"
    if phrase.words.len() == 1 && phrase.classes(0).is_always_common() {
        return false;
    }
    let head = phrase.head();
    // "his comments were", "CONGRESS HAS INVESTIGATED HIM", "Friday made a strong condemnation"
    if (1..phrase.words.len()).any(|at| phrase.is_verb(at)) {
        return false;
    }
    let determined = is_among(&first, DETERMINERS);
    // "Though typically DNC", "to 11% of Democratic claims"
    if !determined && !phrase.is_named(0) && phrase.classes(0).is_stop_word() {
        return false;
    }
    // "Develop a Personal “…”" is a heading.
    // "Planning officer Liz Moyes", and not "Following a call Trump"
    let calling = || {
        let name = (1..phrase.words.len()).find(|at| phrase.is_capital(*at));
        name.is_some_and(|name| head_kind(&phrase, name - 1) == SourceKind::Person)
    };
    let common = phrase.words.len() > 1 && phrase.classes(0).is_common() && !phrase.is_capital(1);
    if common && !determined && !calling() {
        return false;
    }
    // "Following", "including Senator McConnell", "typically"
    let name = phrase.classes(0).name_class().is_some();
    if !phrase.is_named(0) && !name && (first.ends_with("ing") && !calling() || first.ends_with("ly")) {
        return false;
    }
    if (0..phrase.words.len()).any(|at| phrase.is_named(at)) || name {
        return true;
    }
    // "Trump said" opens a sentence, and so do "Tweet" and "Meanwhile".
    if phrase.is_capital(0) && !determined && phrase.words.len() == 1 {
        let classes = phrase.classes(0);
        let other = matches!(classes.source_class(), Some(SourceClass::Document | SourceClass::Quantity));
        let past = first.ends_with("ed") && first.len() > 5;
        return !(classes.is_common()
            || classes.is_always_common()
            || classes.is_cue_verb()
            || other
            || past);
    }
    // "a series", "the first", "one", "another"
    if phrase.classes(head).source_class() == Some(SourceClass::Quantity)
        || determined && phrase.words.len() == 1
    {
        return phrase.classes(head).source_class() == Some(SourceClass::Crowd);
    }
    // "prosecutors said", and not "declined" or "tried"
    determined || head_kind(&phrase, head) != SourceKind::Unknown
}

fn is_pronoun(lower: &str) -> bool {
    is_among(lower, "he she they i we it who you")
}

/// What a mention is of.
fn kind(phrase: &Phrase, people: &People) -> SourceKind {
    match phrase.lower(0).as_str() {
        "he" | "she" | "i" | "who" => return SourceKind::Person,
        "they" | "we" => return SourceKind::Group,
        "it" | "you" => return SourceKind::Unknown,
        _ => {}
    }
    let head = phrase.head();
    if phrase.is_of_noun() {
        return head_kind(phrase, head);
    }
    // "Prosecutors said", "People coming to the UK"
    if head == 0 && !phrase.is_named(0) && head_kind(phrase, head) == SourceKind::Group {
        return SourceKind::Group;
    }
    if !phrase.is_english() && phrase.is_unnamed() {
        return SourceKind::Unknown;
    }
    if phrase.words.get(head).is_some_and(|head| people.is_of_person(*head)) {
        return SourceKind::Person;
    }
    if !phrase.is_english() {
        return if phrase.is_known(people) { SourceKind::Person } else { SourceKind::Unknown };
    }
    let told = head_kind(phrase, head);
    let named = (0..=head).any(|at| phrase.is_named(at));
    if told != SourceKind::Unknown || !named {
        // "The initial", "Tweet": a capital that the place explains.
        return told;
    }
    let group = (0..=head).any(|at| phrase.classes(at).name_class() == Some(NameClass::Group));
    match group || phrase.is_of(0, "the") {
        true => SourceKind::Organization,
        false => SourceKind::Person,
    }
}

/// What the head of a phrase is by the lists and by its ending.
fn head_kind(phrase: &Phrase, head: usize) -> SourceKind {
    use MentionClass::{Calling, Company, Group, Person, Somebody};
    let lower = phrase.lower(head);
    let singular = lower.strip_suffix('s').filter(|singular| singular.len() > 2).unwrap_or(&lower);
    let classes = |word: &str| phrase.document.lexicon().classes(word);
    let is = |class: MentionClass| classes(&lower).is_mention(class) || classes(singular).is_mention(class);
    let several = singular.len() < lower.len();
    match classes(&lower).source_class().or(classes(singular).source_class()) {
        Some(SourceClass::Document) => return SourceKind::Document,
        Some(SourceClass::Crowd) => return SourceKind::Group,
        Some(SourceClass::Quantity) => return SourceKind::Unknown,
        Some(SourceClass::Role | SourceClass::Man | SourceClass::Woman) => {
            return if several { SourceKind::Group } else { SourceKind::Person };
        }
        None => {}
    }
    if is(Company) || is(Group) {
        return SourceKind::Organization;
    }
    let titled =
        matches!(classes(singular).name_class(), Some(NameClass::Person)) && !phrase.is_capital(head);
    // "That opener" is no person's calling.
    let shown = phrase.is_of(0, "that this");
    let role = is_role(singular) && !phrase.is_capital(head) && !shown;
    if is(Person) || is(Calling) || is(Somebody) || titled || role {
        return if several { SourceKind::Group } else { SourceKind::Person };
    }
    match classes(&lower).name_class() {
        Some(NameClass::Group) => SourceKind::Organization,
        _ => SourceKind::Unknown,
    }
}

/// Whether a noun's ending tells what somebody does: "baker", "economist".
pub(crate) fn is_role(singular: &str) -> bool {
    const ENDINGS: &str = "er|or|ist|ian|man|woman|eer|ant|ent";
    // "the event", "an investment", "the intent", "an accident"; "the former Sen. Graham"
    let thing = before(singular, "ment|vent|tent|cident|rrent|cent").is_some()
        || is_among(singular, "former senior junior major latter");
    singular.len() > 4 && !thing && before(singular, ENDINGS).is_some()
}

/// What a mention says of its name behind a comma: "Xu Poling, director of …".
fn apposition(document: &Document, mention: Span) -> Option<Span> {
    let name = head_phrase(document, mention);
    crate::people::apposition(document, name.end as usize, mention.end as usize)
}
