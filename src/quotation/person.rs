//! People: the names in a text, and whom a name or pronoun stands for.
//!
//! A surname stands for the fullest earlier name that ends in it; a pronoun for
//! the person last spoken of whose sex fits, if it is clear who that is.

use super::piece::Piece;
use super::source::Source;
use crate::Span;
use crate::document::{Document, Sentence};
use crate::language::{Lexicon, NameClass, lower};
use crate::segment::block::BlockKind;
use crate::word::{Word, Words};
use foldhash::HashMap;

/// The words that a name has at most.
const LONGEST_NAME: usize = 6;

/// The sentences that a pronoun is looked back at most.
const PRONOUN_REACH: usize = 6;

/// The names that a pronoun is looked back at most, and the forms of a name
/// that are kept: bounds that keep the work linear in texts that are no prose.
const MOST_CANDIDATES: usize = 64;
const MOST_FORMS: usize = 8;

/// The sex that a name or pronoun tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sex {
    He,
    She,
    Unknown,
}

impl Sex {
    fn fits(self, other: Sex) -> bool {
        self == other || self == Sex::Unknown || other == Sex::Unknown
    }
}

/// A name where it stands in the text, outside quotations.
#[derive(Clone, Copy, Debug)]
struct Name {
    /// With its title and what it is of: "Rep. Joel Pollak of Breitbart California".
    full: Span,
    /// Its last word: the surname.
    last: Span,
    key: Key,
    /// The number of its own words, titles aside.
    words: usize,
    sex: Sex,
    /// Whether it surely is a person: by a title or a given name.
    certain: bool,
    sentence: usize,
    /// Whether nothing but opening words stands before it in its clause.
    opens: bool,
    /// Whether it says something here: a quotation is ascribed to it, or a cue
    /// verb follows.
    speaks: bool,
}

/// The people that a text names.
pub(crate) struct People {
    names: Vec<Name>,
    /// The forms of names, by [`Key`].
    surnames: Vec<Surname>,
}

/// What is known of a surname.
#[derive(Clone, Debug, Default)]
struct Surname {
    /// The fullest names that end in it, in order of place.
    fullest: Vec<Name>,
    /// The sex that one of them tells first.
    sex: Option<Sex>,
}

impl People {
    /// Reads the names of a document. `pieces` are its quotations: who is
    /// named within one does not speak outside. `sources` are whom they are
    /// ascribed to.
    pub(crate) fn of(
        document: &Document,
        words: &Words,
        pieces: &[Piece],
        sources: &[Option<Source>],
    ) -> Self {
        let mut people = People { names: Vec::new(), surnames: Vec::new() };
        if pieces.is_empty() {
            return people; // nobody speaks
        }
        let forms = Forms::of(document, words);
        people.surnames.resize(forms.surnames, Surname::default());
        let mut quoted = pieces.iter().peekable();
        let place = |source: &Source| (source.mention.start as usize, source.mention.end as usize);
        let mut mentions: Vec<(usize, usize)> = sources.iter().flatten().map(place).collect();
        mentions.sort_unstable();
        for (order, sentence) in document.sentences().iter().enumerate() {
            if !document.is_prose(sentence) && !is_heading(document, sentence) {
                continue;
            }
            let sentence_words = words.sentence(order);
            let headline = forms.are_headline(document, sentence_words, is_heading(document, sentence));
            let mut reader = Reader::of(document, order, &mentions, headline);
            for word in sentence_words.iter().filter_map(|word| forms.token(*word)) {
                while quoted.next_if(|piece| piece.span.end <= word.start).is_some() {}
                let inside = quoted.peek().is_some_and(|piece| piece.span.start <= word.start);
                if inside {
                    reader.flush(&mut people);
                } else {
                    reader.read(word, &mut people);
                }
            }
            reader.flush(&mut people);
        }
        people
    }

    fn add(&mut self, name: Name) {
        self.names.push(name);
        let Some(surname) = self.surnames.get_mut(name.key.0 as usize) else { return };
        // "Clinton" is a man's given name, "Hillary Clinton" tells a woman.
        let titled = name.full.len() > name.last.len();
        if name.sex != Sex::Unknown && titled {
            surname.sex.get_or_insert(name.sex);
        }
        let fuller = surname.fullest.last().is_none_or(|last| {
            last.words < name.words || last.full.len() < name.full.len() && last.words == name.words
        });
        if fuller && surname.fullest.len() < MOST_FORMS {
            surname.fullest.push(name);
        }
    }

    fn surname(&self, name: &Name) -> Option<&Surname> {
        self.surnames.get(name.key.0 as usize)
    }

    /// Whom a mention stands for: the fullest name up to it.
    pub(crate) fn speaker(&self, document: &Document, mention: Span) -> Option<Span> {
        let text = document.text();
        let first = lower(bare(document.words(mention).next()?.of(text)));
        match first.as_ref() {
            "he" => self.antecedent(document, mention, Sex::He),
            "she" => self.antecedent(document, mention, Sex::She),
            "they" | "i" | "we" | "it" | "who" => None,
            _ => self.named(document, mention),
        }
    }

    /// The fullest earlier form of the name that a mention holds; the mention
    /// itself, without what is said about it, where it names nobody.
    fn named(&self, document: &Document, mention: Span) -> Option<Span> {
        let inside = |name: &&Name| mention.start <= name.last.start && name.last.end <= mention.end;
        let from = self.names.partition_point(|name| name.last.start < mention.start);
        let head =
            self.names.get(from..)?.iter().take_while(|name| name.full.start < mention.end).find(inside);
        let phrase = head_phrase(document, mention);
        let Some(name) = head.filter(|name| name.last.start < phrase.end) else { return Some(phrase) };
        Some(self.fullest_before(document, name).full)
    }

    fn fullest_before(&self, document: &Document, name: &Name) -> Name {
        let forms = self.surname(name).map_or(&[][..], |surname| &surname.fullest);
        let earlier = forms.iter().filter(|form| form.full.start <= name.full.start);
        // Two people of one surname: only a form that holds this one will do.
        let full = name.full.of(document.text());
        let holds = |form: &&Name| name.words == 1 || form.full.of(document.text()).contains(full);
        earlier.filter(holds).max_by_key(|form| (form.words, form.full.len())).copied().unwrap_or(*name)
    }

    /// Whom a pronoun stands for: of the nearest sentence before it that names
    /// people of its sex, the one that opens it; nobody where several could be.
    fn antecedent(&self, document: &Document, pronoun: Span, sex: Sex) -> Option<Span> {
        let before = self.names.partition_point(|name| name.full.start < pronoun.start);
        let nearest = self.names.get(..before)?.iter().rev().take(MOST_CANDIDATES);
        let sentence = document.sentences().partition_point(|sentence| sentence.span.end <= pronoun.start);
        let people = |name: &&Name| self.is_person(name) && self.sex(name).fits(sex);
        let near = |name: &&Name| sentence.saturating_sub(name.sentence) <= PRONOUN_REACH;
        let candidates: Vec<&Name> = nearest.take_while(near).filter(people).collect();
        let last = candidates.first()?;
        let mut same: Vec<&Name> =
            candidates.iter().copied().take_while(|name| name.sentence == last.sentence).collect();
        same.reverse();
        let sure = |name: &&&Name| self.sex(name) == sex;
        let only_sure = || same.iter().find(sure).filter(|_| same.iter().filter(sure).count() == 1);
        let chosen = match same.as_slice() {
            [only] => Some(only),
            several => {
                several.iter().find(|name| name.speaks).or_else(|| several.iter().find(|name| name.opens))
            }
        };
        Some(self.fullest_before(document, chosen.or_else(only_sure)?).full)
    }

    /// The sex that a name tells: a surname alone has that of its other forms.
    fn sex(&self, name: &Name) -> Sex {
        let titled = name.full.len() > name.last.len();
        if titled && (name.words > 1 || name.sex != Sex::Unknown) {
            return name.sex;
        }
        self.surname(name).and_then(|surname| surname.sex).unwrap_or(name.sex)
    }

    /// Whether some form of a name is a person's for certain.
    fn is_person(&self, name: &Name) -> bool {
        let forms = self.surname(name).map_or(&[][..], |surname| &surname.fullest);
        name.certain || forms.iter().any(|form| form.certain)
    }
}

fn is_heading(document: &Document, sentence: &Sentence) -> bool {
    matches!(document.kind(sentence), Some(BlockKind::Title | BlockKind::Heading))
}

/// A word without its possessive.
fn bare(word: &str) -> &str {
    word.strip_suffix("'s").or(word.strip_suffix("’s")).unwrap_or(word)
}

/// A mention up to its first comma or bracket, without what stands behind.
fn head_phrase(document: &Document, mention: Span) -> Span {
    let slice = mention.of(document.text());
    let end = slice.find([',', '(', '—']).unwrap_or(slice.len());
    Span::new(mention.start as usize, mention.start as usize + end).trimmed(document.text())
}

/// The number of a surname, in any of its spellings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Key(u32);

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
    /// Whether it is a man's or woman's given name.
    given: bool,
    /// Whether it is a title before a name: "Mr.", "Senator".
    title: bool,
    class: Option<NameClass>,
    /// The bytes of its possessive.
    possessive: usize,
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
        let mut keys: HashMap<String, Key> = HashMap::default();
        let forms = words.forms().iter().map(|place| {
            let word = place.of(text);
            let capital = !word.starts_with(char::is_lowercase);
            let article = matches!(word, "the" | "The");
            if !word.starts_with(char::is_uppercase) {
                return Form { length: place.len(), capital, article, ..Form::default() };
            }
            let key = lower(bare(word));
            let class = lexicon.name_class(&key);
            let title = is_title(class, &lower(word));
            let next = Key(keys.len() as u32);
            Form {
                name: class.is_some() || !lexicon.is_stop_word(&key),
                length: place.len(),
                capital,
                article,
                given: !title && matches!(class, Some(NameClass::He | NameClass::She)),
                title,
                class,
                possessive: word.len() - bare(word).len(),
                key: *keys.entry(key.into_owned()).or_insert(next),
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
    fn are_headline(&self, document: &Document, words: &[Word], heading: bool) -> bool {
        let (text, lexicon) = (document.text(), document.lexicon());
        let capital = |word: Token| word.form.capital || lexicon.is_stop_word(word.span().of(text));
        let mut words = words.iter().filter_map(|word| self.token(*word));
        (heading || words.clone().nth(LONGEST_NAME).is_some()) && words.all(capital)
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

/// Reads the names of a sentence, word by word.
struct Reader<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    sentence: usize,
    /// Whether the sentence is a headline, where every word may have a capital.
    headline: bool,
    /// The words of the name that is being read, titles included.
    run: Vec<Token<'a>>,
    /// The last word that was read and the one before it.
    passed: [Option<Token<'a>>; 2],
    /// Whether the run opens its clause.
    opens: bool,
    /// Whether "the" stands before the run.
    behind_article: bool,
    /// Where quotations are ascribed to somebody, in order of place.
    mentions: &'a [(usize, usize)],
    /// The last name, which "of Breitbart California" may go on with.
    last: Option<Name>,
    /// Whether an "of" stands behind the last name.
    of: bool,
}

impl<'a> Reader<'a> {
    fn of(document: &'a Document, sentence: usize, mentions: &'a [(usize, usize)], headline: bool) -> Self {
        Reader {
            text: document.text(),
            lexicon: document.lexicon(),
            sentence,
            headline,
            run: Vec::new(),
            passed: [None; 2],
            opens: false,
            behind_article: false,
            mentions,
            last: None,
            of: false,
        }
    }

    fn read(&mut self, word: Token<'a>, people: &mut People) {
        // Most words are neither a name nor behind one.
        if self.run.is_empty() && !word.form.name {
            self.of = false;
            return self.pass(word);
        }
        let gap = self.gap(word);
        let joined = matches!(gap, "" | " " | ". " | "\u{a0}" | "-");
        let ended = self.run.last().is_some_and(|last| last.form.possessive > 0);
        if !word.form.name || !joined || ended {
            let of = !self.run.is_empty() && joined && word.span().of(self.text) == "of";
            self.end(people, self.told_by(word));
            self.of = of;
        }
        if !word.form.name {
            return self.pass(word);
        }
        if self.run.is_empty() {
            self.opens = self.opens_clause(word);
            self.behind_article = self.passed[0].is_some_and(|last| last.form.article);
        }
        // "Hillary Clinton Goes After Donald Trump"
        match self.run.as_slice() {
            [word] if self.headline && !word.form.given => self.run.clear(),
            [_, _] if self.headline => self.flush(people),
            _ => {}
        }
        // "Retired U.S. Air Force Gen. Norman Ham": the last words are the name.
        if self.run.len() == LONGEST_NAME {
            self.run.remove(0);
        }
        self.run.push(word);
        self.pass(word);
    }

    fn pass(&mut self, word: Token<'a>) {
        self.passed = [Some(word), self.passed[0]];
    }

    /// What stands between the name that is being read and the next word.
    fn gap(&self, next: Token<'_>) -> &'a str {
        let last = self.run.last();
        last.map_or("", |last| Span::new(last.span().end as usize, next.start as usize).of(self.text))
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
        let described = self.run.len() > 1 && gap == ", " && next.starts_with(char::is_lowercase);
        if described { Told::Described } else { Told::Nothing }
    }

    /// Ends the name that is being read, at a quotation or the sentence's end.
    fn flush(&mut self, people: &mut People) {
        self.end(people, Told::Nothing);
    }

    /// Ends the name that is being read; `told` is what follows it.
    fn end(&mut self, people: &mut People, told: Told) {
        if let Some(name) = self.ended(told) {
            people.add(name);
        }
        self.run.clear();
    }

    fn ended(&mut self, told: Told) -> Option<Name> {
        let run = last_name(&self.run);
        if self.headline && run.len() < 2 {
            return None;
        }
        let (first, last) = (run.first()?, run.last()?);
        let whole = Span::new(first.start as usize, last.span().end as usize - last.form.possessive);
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
        let titles = match run.iter().position(|word| word.form.given) {
            Some(titles) => titles,
            None => run.iter().take_while(|word| word.form.title).count(),
        };
        let titles = titles.min(run.len() - 1);
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
        let mention = self.mentions.partition_point(|(_, end)| *end < last.span().end as usize);
        let mentioned = self.mentions.get(mention).is_some_and(|(start, _)| *start <= last.start as usize);
        Some(Name {
            full: whole,
            last: last.span(),
            key: last.form.key,
            words: own.len(),
            sex: run.iter().find_map(sex_of).unwrap_or(Sex::Unknown),
            certain: titles > 0 || given || mentioned || told != Told::Nothing,
            sentence: self.sentence,
            opens: self.opens,
            speaks: mentioned || told == Told::Says,
        })
    }
}

/// The words of a run that are its last name: "The Gov. Chris Christie
/// Hillary Clinton fund" names two people.
fn last_name<'r, 'a>(run: &'r [Token<'a>]) -> &'r [Token<'a>] {
    let followed = run.len().saturating_sub(1);
    let given = |word: &Token| word.form.given;
    let from = run.get(..followed).unwrap_or_default().iter().rposition(given).filter(|at| {
        let before = run.get(..*at).unwrap_or_default();
        let first = before.iter().position(given);
        let between = first.and_then(|first| before.get(first + 1..)).unwrap_or_default();
        between.len() > 1 && !between.iter().any(given)
    });
    run.get(from.unwrap_or(0)..).unwrap_or_default()
}

/// Whether a word in lower case is a title before a name: "Mr.", "Senator".
fn is_title(class: Option<NameClass>, lower: &str) -> bool {
    let courtesy = ["mr", "mrs", "ms", "sir", "miss", "madam", "lady", "king", "queen", "prince", "princess"];
    class == Some(NameClass::Person) || courtesy.contains(&lower)
}
