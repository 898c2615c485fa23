//! Names of people, as a text has them outside its quotations.
//!
//! A name is a run of words with capitals; what a surface form is to names is
//! looked up once for each form.

use super::calling::is_owner;
use super::role::is_somebody;
use crate::Span;
use crate::document::{Document, Sentence};
use crate::find::{self, Marked, is_among};
use crate::hash::{Numbers, number};
use crate::language::{Abbreviation, Language, Lexicon, NameClass, is_lowercase, lower, lower_in};
use crate::quotation::Piece;
use crate::segment::block::BlockKind;
use crate::word::{FormId, Word, Words};

/// The words that a name has at most.
const LONGEST_NAME: usize = 6;

/// The sex that a name or pronoun tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sex {
    He,
    She,
    Unknown,
}

impl Sex {
    pub(super) fn fits(self, other: Sex) -> bool {
        self == other || self == Sex::Unknown || other == Sex::Unknown
    }
}

/// A name where it stands in the text, outside quotations.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    /// With its title and what it is of: "Rep. Joel Pollak of Breitbart California".
    pub(super) full: Span,
    /// Where its own words begin, behind its titles.
    pub(super) own: u32,
    /// Its last word: the surname.
    pub(super) last: Span,
    pub(super) key: Key,
    /// The number of its first own word: the family name where that comes first,
    /// as in "Xi Jinping".
    pub(super) first: Key,
    /// The number of its own words, titles aside.
    pub(super) words: usize,
    pub(super) sex: Sex,
    /// Whether it surely is a person: by a title or a given name.
    pub(super) certain: bool,
    pub(super) sentence: usize,
    /// Whether nothing but opening words stands before it in its clause.
    pub(super) opens: bool,
    /// Whether it says something here: a quotation is ascribed to it, or a cue
    /// verb follows.
    pub(super) speaks: bool,
    /// Whether a quotation is ascribed to it.
    pub(super) mentioned: bool,
}

/// The names of a document in order of place, and how many surnames they have.
/// `pieces` are its quotations: who is named within one does not speak outside.
/// `mentions` are whom they are ascribed to, in order of place.
pub(super) fn names(
    document: &Document,
    words: &Words,
    pieces: &[Piece],
    mentions: &[Span],
) -> (Vec<Name>, usize) {
    let forms = Forms::of(document, words);
    let mut names = Vec::new();
    let mut quoted = pieces.iter();
    let mut next = quoted.next();
    for (order, sentence) in document.sentences().iter().enumerate() {
        if !document.is_prose(sentence) && !is_heading(document, sentence) {
            continue;
        }
        let sentence_words = words.sentence(order);
        // "„Wir haben kein Geld mehr“, sagte Huber.": German nouns have capitals.
        let headline = !document.language().capitalizes_nouns()
            && forms.are_headline(words, sentence_words, is_heading(document, sentence));
        let mut reader = Reader::of(document, order, mentions, headline);
        for word in sentence_words.iter().filter_map(|word| forms.token(*word)) {
            while next.is_some_and(|piece| piece.span.end <= word.start) {
                next = quoted.next();
            }
            if next.is_some_and(|piece| piece.span.start <= word.start) {
                reader.flush(&mut names);
            } else {
                reader.read(word, &mut names);
            }
        }
        reader.flush(&mut names);
    }
    (names, forms.surnames)
}

fn is_heading(document: &Document, sentence: &Sentence) -> bool {
    document.kind(sentence).is_some_and(BlockKind::is_heading)
}

/// A word without its possessive, and in Turkish without its case: "Demir'e".
pub(super) fn bare(word: &str, language: Language) -> &str {
    match language {
        Language::Turkish => word.up_to("'’"),
        _ => word.strip_suffix("'s").or(word.strip_suffix("’s")).unwrap_or(word),
    }
}

/// The number of a surname, in any of its spellings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Key(u32);

impl Key {
    /// The number as an index.
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a surface form is to names.
#[derive(Clone, Copy, Debug, Default)]
struct Form {
    /// Whether it can be part of a name: it has a capital and is no function
    /// word, as "The" is, or is a name all the same, as "Will" is.
    name: bool,
    /// Its length in bytes.
    length: usize,
    /// Whether it begins with no small letter.
    capital: bool,
    article: bool,
    /// Whether every text has it: no name begins with it at a sentence's start.
    common: bool,
    /// Whether it has its capital from where it stands.
    placed: bool,
    /// Whether no name of another language than English begins with it: "am Montag Ministerin Sol".
    dated: bool,
    /// Whether it is a man's or woman's given name.
    given: bool,
    /// Whether it is a title before a name: "Mr.", "Senator".
    title: bool,
    /// Whether it says who somebody is: "Leader", "friend".
    role: bool,
    class: Option<NameClass>,
    /// The bytes of its possessive.
    possessive: usize,
    cue: bool,
    /// Whether it can stand within a name: "von".
    particle: bool,
    key: Key,
}

/// What the forms of a text are to names, each looked up once.
struct Forms {
    forms: Vec<Form>,
    surnames: usize,
}

impl Forms {
    fn of(document: &Document, words: &Words) -> Self {
        let (text, lexicon) = (document.text(), document.lexicon());
        let english = document.language() == Language::English;
        let mut keys = Numbers::default();
        let (mut room, mut bare_room) = (String::new(), String::new());
        let forms = words.forms().iter().enumerate().map(|(index, place)| {
            let word = place.of(text);
            let capital = !word.opens_small();
            let article = matches!(word, "the" | "The");
            if !word.opens_capital() {
                let classes = words.classes(FormId::of(index));
                let (cue, role) = (classes.is_cue_verb(), is_somebody(classes));
                let particle = is_particle(word);
                return Form {
                    length: place.len(),
                    capital,
                    article,
                    cue,
                    role,
                    particle,
                    ..Form::default()
                };
            }
            let bare = bare(word, document.language());
            let lower = lower_in(word, &mut room);
            let (key, classes) = match bare.len() == word.len() {
                true => (lower, words.classes(FormId::of(index))),
                false => {
                    let key = lower_in(bare, &mut bare_room);
                    (key, lexicon.classes(key))
                }
            };
            let class = classes.name_class();
            // "D'après M. Martel": the languages have titles of their own.
            let own = || !english && lexicon.abbreviation(key) == Some(Abbreviation::Title);
            // "Ông Hùng"
            let before = !english && matches!(class, Some(NameClass::He | NameClass::She));
            let title = before || is_title(class, lower) || own();
            Form {
                // "On Monday Sterling Reed said"
                name: !(class == Some(NameClass::Group) && classes.is_always_common())
                    && (class.is_some() || !classes.is_stop_word()),
                length: place.len(),
                capital,
                article,
                common: classes.is_common(),
                placed: class.is_none() && words.is_placed(FormId::of(index)),
                dated: !english && classes.is_always_common(),
                // "the Real IRA"
                given: !title
                    && !is_somebody(classes)
                    && (word.len() < 2 || word.has_small())
                    && matches!(class, Some(NameClass::He | NameClass::She)),
                title,
                role: is_somebody(classes),
                class,
                possessive: word.len() - bare.len(),
                cue: false,
                particle: classes.is_stop_word() && is_particle(lower),
                key: Key(number(&mut keys, key)),
            }
        });
        let forms = forms.collect();
        Forms { forms, surnames: keys.len() }
    }

    fn token(&self, word: Word) -> Option<Token<'_>> {
        Some(Token { start: word.start, form: self.forms.get(word.form.index())? })
    }

    /// Whether every word of a sentence but function words has a capital, be it
    /// a heading's or not: "Hillary Clinton Goes After Donald Trump."
    fn are_headline(&self, words: &Words, sentence: &[Word], heading: bool) -> bool {
        let capital = |word: &Word| {
            let capital = self.forms.get(word.form.index()).is_some_and(|form| form.capital);
            capital || words.classes(word.form).is_stop_word()
        };
        (heading || sentence.len() > LONGEST_NAME) && sentence.iter().all(capital)
    }
}

/// A word that is read, with what its form tells.
#[derive(Clone, Copy)]
struct Token<'a> {
    start: u32,
    form: &'a Form,
}

impl Token<'_> {
    fn span(self) -> Span {
        let start = self.start as usize;
        Span::new(start, start + self.form.length)
    }
}

/// What the words behind a name tell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    Nothing,
    /// "Xu Poling said"
    Says,
    /// "Xu Poling, director of"
    Described,
}

/// Function words behind a comma that tell no person.
const DESCRIBE_THINGS: &str = "to which that where when and or but he she it they we you there";

/// Reads the names of a sentence, word by word.
struct Reader<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    english: bool,
    /// Whether names often have particles in lower case.
    particles: bool,
    /// Whether they have them behind one word: "Femke van Dam".
    dutch: bool,
    /// Whether they have cases.
    declines: bool,
    /// Whether what a noun is of stands behind it as it is: "ο υπουργός Οικονομικών Χρήστος Παππάς".
    greek: bool,
    sentence: usize,
    /// Whether the sentence is a headline, where every word may have a capital.
    headline: bool,
    /// The words of the name that is being read, titles included.
    run: Vec<Token<'a>>,
    /// The last word that was read and the one before it.
    passed: [Option<Token<'a>>; 2],
    /// Whether the run opens its clause, or its sentence.
    opens: bool,
    begins: bool,
    /// Whether "the" stands before the run.
    behind_article: bool,
    /// Whether a noun and "de" do, or a cue verb and a preposition: "el ministro de Economía
    /// Luis Sol", "řekl v Praze Jan Novák".
    behind_of: bool,
    /// Whether a comma and a cue verb do: "…, noted NBC’s Dante Chinni".
    behind_cue: bool,
    /// Whether who somebody is does: "my friend Lena".
    behind_role: bool,
    /// Where quotations are ascribed to somebody, in order of place.
    mentions: &'a [Span],
    /// Where a particle begins that stands before the run: "Van Dam".
    prefix: Option<u32>,
    /// Where a particle ends that stands behind the run: "Ursula von der".
    particle: Option<u32>,
    /// The last name, which "of Breitbart California" may go on with.
    last: Option<Name>,
    /// Whether an "of" stands behind the last name.
    of: bool,
}

impl<'a> Reader<'a> {
    fn of(document: &'a Document, sentence: usize, mentions: &'a [Span], headline: bool) -> Self {
        Reader {
            text: document.text(),
            lexicon: document.lexicon(),
            english: document.language() == Language::English,
            particles: document.language().name_ends_phrase(),
            dutch: document.language() == Language::Dutch,
            declines: document.language().declines_names(),
            greek: document.language() == Language::Greek,
            sentence,
            headline,
            run: Vec::new(),
            passed: [None; 2],
            opens: false,
            begins: false,
            behind_article: false,
            behind_of: false,
            behind_cue: false,
            behind_role: false,
            mentions,
            prefix: None,
            particle: None,
            last: None,
            of: false,
        }
    }

    fn read(&mut self, word: Token<'a>, names: &mut Vec<Name>) {
        // "Meanwhile Bartleby said"
        if word.form.common && self.passed[0].is_none() {
            return self.pass(word);
        }
        // Most words are neither a name nor behind one.
        if self.run.is_empty() && (!word.form.name || word.form.dated) {
            self.of = false;
            return self.pass(word);
        }
        let gap = self.gap(word);
        let joined = matches!(gap, "" | " " | ". " | "\u{a0}" | "-");
        let ended = self.run.last().is_some_and(|last| last.form.possessive > 0);
        // "Ursula von der Leyen", "Mr. de Blasio", "Marine Le Pen", and not "Angela Merkel von der
        // CDU"
        if joined && !ended && word.form.particle && self.takes(word) {
            self.particle = Some(word.span().end);
            return self.pass(word);
        }
        // "Премьер-министр Иван Петров"
        if gap == "-" && !word.form.capital && !self.english && self.run.len() == 1 {
            self.run.clear();
        }
        if !word.form.name || !joined || ended {
            let of = !self.run.is_empty() && joined && word.span().of(self.text) == "of";
            self.end(names, self.told_by(word));
            self.of = of;
        }
        if !word.form.name {
            return self.pass(word);
        }
        if self.run.is_empty() {
            self.begin(word);
        }
        // "Hillary Clinton Goes After Donald Trump"
        match self.run.as_slice() {
            [word] if !word.form.given && (self.headline || self.is_adverb(*word)) => self.run.clear(),
            [_, _] if self.headline => self.flush(names),
            _ => {}
        }
        // "Retired U.S. Air Force Gen. Norman Ham": the last words are the name.
        if self.run.len() == LONGEST_NAME {
            self.run.remove(0);
        }
        self.run.push(word);
        self.particle = None;
        self.pass(word);
    }

    /// Reads what stands before a run's first word.
    #[inline(never)]
    fn begin(&mut self, word: Token<'a>) {
        self.opens = self.opens_clause(word);
        self.begins = self.passed[0].is_none();
        // "zei Van Dam"
        let particle = self.passed[0].filter(|last| last.form.particle && last.form.capital);
        let start = word.start as usize;
        self.prefix = particle.filter(|_| self.passed[1].is_some()).map(|last| last.start);
        let role = self.passed[0].filter(|last| last.form.role && !last.form.capital);
        let owned = self.passed[1].is_some_and(|owner| is_owner(owner.span().of(self.text)));
        self.behind_role = owned && role.is_some_and(|last| last.span().end as usize + 1 == start);
        self.behind_article = self.passed[0].is_some_and(|last| last.form.article);
        let noun = self.passed[1].is_some_and(|noun| !noun.form.capital && !noun.form.particle);
        let of = |of: &Token| !of.form.capital && is_among(of.span().of(self.text), OF);
        // "píše na Twitter Gary Lineker", where no article stands there
        let short = |last: &Token| last.form.length <= LONGEST_PREPOSITION;
        let told = self.passed[1].is_some_and(|cue| cue.form.cue);
        let placed = self.declines && told && self.passed[0].as_ref().is_some_and(short);
        let of = noun && self.passed[0].as_ref().is_some_and(of);
        let long = |last: &Token| !last.form.capital && last.form.length > LONGEST_ARTICLE;
        let genitive = self.greek && self.passed[0].as_ref().is_some_and(long);
        self.behind_of = !self.english && of || placed || genitive;
        let owner = self.passed[0].filter(|last| last.form.possessive > 0).and(self.passed[1]);
        self.behind_cue = owner.or(self.passed[0]).is_some_and(|cue| cue.form.cue && self.behind_comma(cue));
    }

    /// "Clearly Engels misunderstood it."
    fn is_adverb(&self, word: Token<'_>) -> bool {
        self.english && self.begins && word.span().of(self.text).ends_with("ly")
    }

    fn pass(&mut self, word: Token<'a>) {
        self.passed = [Some(word), self.passed[0]];
    }

    /// What stands between the name that is being read and the next word.
    fn gap(&self, next: Token<'_>) -> &'a str {
        let end = self.particle.or(self.run.last().map(|last| last.span().end));
        end.map_or("", |end| Span::new(end as usize, next.start as usize).of(self.text))
    }

    /// Whether a particle may go on with the run: one in lower case, which is a word, too,
    /// where names have it often: "Marcelo Rebelo de Sousa".
    fn takes(&self, particle: Token<'a>) -> bool {
        // "Femke van Dam", "Minister Hugo de Jonge", and not "Barbara Visser van Infrastructuur"
        let dutch = self.dutch && (self.run.len() == 1 || particle.span().of(self.text) == "de");
        self.english || self.particles || dutch || particle.form.capital
    }

    /// Whether no word but one, such as "But", stands before the next one in
    /// its clause.
    fn opens_clause(&self, next: Token<'_>) -> bool {
        let [last, before] = self.passed;
        let Some(last) = last else { return true };
        before.is_none() || self.behind_comma(next) || self.behind_comma(last)
    }

    fn behind_comma(&self, word: Token<'_>) -> bool {
        let start = word.start as usize;
        self.text.as_bytes().get(start.saturating_sub(2)..start) == Some(b", ")
    }

    /// Whether what follows a name tells that it is a person's.
    fn told_by(&self, next: Token<'_>) -> Told {
        let gap = self.gap(next);
        let next = next.span().of(self.text);
        if gap == " " && self.lexicon.is_cue_verb(next) {
            return Told::Says;
        }
        // "such as Harbour Works, which built the ferry", "living in Rio Grande, he’s never seen"
        let described = self.run.len() > 1
            && gap == ", "
            && next.opens_small()
            && !is_among(next.up_to("'’"), DESCRIBE_THINGS);
        if described { Told::Described } else { Told::Nothing }
    }

    /// Ends the name that is being read, at a quotation or the sentence's end.
    fn flush(&mut self, names: &mut Vec<Name>) {
        self.end(names, Told::Nothing);
    }

    /// Ends the name that is being read; `told` is what follows it.
    fn end(&mut self, names: &mut Vec<Name>, told: Told) {
        if let Some(name) = self.ended(told) {
            names.push(name);
        }
        self.particle = None;
        self.run.clear();
    }

    fn ended(&mut self, told: Told) -> Option<Name> {
        let run = self.run.as_slice();
        // What a noun is of is a name apart: the last two words are the person's.
        let of = if self.behind_of { run.len().saturating_sub(2) } else { 0 };
        let run = run.get(of..)?;
        if self.headline && run.len() < 2 {
            return None;
        }
        let (first, last) = (run.first()?, run.last()?);
        // "Property is theft."
        if self.begins && run.len() == 1 && last.form.placed {
            return None;
        }
        // "Mr." alone is nobody.
        if last.form.title && (!self.english || is_courtesy(&lower(last.span().of(self.text)))) {
            return None;
        }
        let begins = self.prefix.take().filter(|_| run.len() == 1).unwrap_or(first.start);
        let whole = Span::new(begins as usize, last.span().end as usize - last.form.possessive);
        if let (true, Some(name)) = (std::mem::take(&mut self.of), self.last.take()) {
            // "Joel Pollak of Breitbart California"
            return Some(Name { full: Span::new(name.full.start as usize, whole.end as usize), ..name });
        }
        self.last = Some(self.name(run, whole, *last, told)?);
        self.last
    }

    /// The name that a run of capitalized words is, if it can be a person's.
    fn name(&self, run: &[Token<'_>], whole: Span, last: Token<'_>, told: Told) -> Option<Name> {
        let is_group = |word: &&Token| word.form.class == Some(NameClass::Group);
        let sex_of = |word: &Token| match word.form.class {
            Some(NameClass::He) => Some(Sex::He),
            Some(NameClass::She) => Some(Sex::She),
            _ => None,
        };
        // "Senate Minority Leader Harry Reid": what stands before a given name
        // is a title, whatever it is.
        // "Floella Benjamin": a given name at the end is a surname.
        let given = |word: &Token| word.form.given;
        let titles = match run.iter().position(given).filter(|at| *at + 1 < run.len()) {
            // "Economist W. Duncan Reekie"
            Some(titles) => {
                let initials = run.iter().take(titles).rev().take_while(|word| word.form.length == 1);
                titles - initials.count()
            }
            None => run.iter().take_while(|word| word.form.title).count(),
        };
        let titles = titles.min(run.len() - 1);
        // "Disgraced Dave Attwood": a sentence's first word has a capital anyway, and
        // "Prosecutor John Sol", "Jo-Renee Sol" begin with what is theirs.
        let theirs = |word: &Token| word.form.title || word.form.role;
        let untitled = self.begins && !run.iter().take(titles).any(theirs);
        let apart = |first: &&Token| self.text.head(first.start as usize).ends_with(' ');
        let whole = match run.get(titles).filter(apart).filter(|_| untitled) {
            Some(first) => Span::new(first.start as usize, whole.end as usize),
            None => whole,
        };
        let own = run.get(titles..).unwrap_or_default();
        let given = own.len() > 1 && own.first().is_some_and(|word| sex_of(word).is_some());
        let several_groups = run.iter().filter(is_group).count() > 1;
        if own.iter().any(|word| is_group(&word)) && (!given || several_groups) {
            return None;
        }
        // "the crew of the Marigold laughed"
        let thing = self.behind_article && titles == 0 && !given;
        if thing {
            return None;
        }
        let first = run.get(..(run.len() - 1).max(1)).unwrap_or_default();
        let ends =
            self.text.get(last.span().end as usize..).is_none_or(|behind| behind.opens_with_mark(".,"));
        let behind_cue = self.behind_cue && last.form.possessive == 0 && ends;
        let mention = self.mentions.partition_point(|mention| mention.end < last.span().end);
        let mention = self.mentions.get(mention).filter(|mention| mention.start <= last.start);
        let behind = |mention: &Span| Span::new(last.span().end as usize, mention.end as usize).of(self.text);
        // "Argentina's President, Nestor Kirchner"
        let owner = last.form.possessive > 0;
        // "Franz Salm von der Hochschule", and not "Etliche Sätze später stellte Salm"
        let function_word = |behind: &str| !self.english && self.lexicon.is_stop_word(behind.first_word());
        let goes_on = |behind: &str| goes_on(behind) && !function_word(behind);
        let other = |behind: &str| last.form.title && behind.starts_with(", ") || goes_on(behind);
        // "Ms. Reed, 34, of Leeds, said"
        let opening = self.text.head(whole.start as usize);
        let placed = || find::before(opening, " of | in | at | near ").is_some();
        let mentioned = mention.is_some_and(|mention| !owner && !other(behind(mention)) && !placed());
        // "James Roosevelt Jr. … Roosevelt said"
        let suffix = |word: &&Token| is_among(word.span().of(self.text), "jr sr ii iii");
        let surname = own.iter().rev().find(|word| !suffix(word)).unwrap_or(&last).form.key;
        Some(Name {
            full: whole,
            own: own.first().map_or(whole.start, |word| word.start),
            last: last.span(),
            key: surname,
            first: own.first().map_or(surname, |word| word.form.key),
            words: own.len(),
            sex: first.iter().find_map(sex_of).unwrap_or(Sex::Unknown),
            certain: titles > 0
                || given
                || mentioned
                || behind_cue
                || self.behind_role
                || told != Told::Nothing,
            sentence: self.sentence,
            opens: self.opens,
            speaks: mentioned || behind_cue || told == Told::Says && !placed(),
            mentioned,
        })
    }
}

/// Whether a mention goes on behind a name with the noun that it is of: "Lions coach Clive
/// Woodward" are no Lions, "Pakistan-based developer Ammar Askar" no country.
pub(super) fn goes_on(behind: &str) -> bool {
    const JOINED: &str = "of |in |at |from |for |on |who |and ";
    if behind.starts_with("-based ") {
        return true;
    }
    let noun = behind.strip_prefix(' ').unwrap_or_default();
    // "District 12 District Attorney Jo Sol"
    let goes = |c: char| is_lowercase(c) || c.is_ascii_digit();
    noun.starts_with(goes) && find::behind(noun, JOINED).is_none()
}

/// Whether a word in lower case is a title before a name: "Mr.", "Senator".
fn is_title(class: Option<NameClass>, lower: &str) -> bool {
    let title = ["miss", "madam", "lady", "king", "queen", "prince", "princess"];
    class == Some(NameClass::Person) || is_courtesy(lower) || title.contains(&lower)
}

fn is_courtesy(lower: &str) -> bool {
    lower.len() <= "mrs".len() && is_among(lower, "mr mrs ms sir")
}

/// Words in lower case within a name, behind the given one.
const PARTICLES: &str = "de da do dos du di del della la le van der den von zu ter bin al el";

/// The bytes of a preposition behind a cue verb at most: "řekl v Praze Jan Novák".
const LONGEST_PREPOSITION: usize = 3;

/// The bytes of a Greek article at most: "τους".
const LONGEST_ARTICLE: usize = 8;

/// "Of" before what a noun is of: "el ministro de Economía Luis Sol".
pub(super) const OF: &str = "de da do di del della dei dos das van von du";

fn is_particle(lower: &str) -> bool {
    lower.len() <= "della".len() && is_among(lower, PARTICLES)
}
