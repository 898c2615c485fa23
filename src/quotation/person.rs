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
    /// By surname, the fullest names in order of place.
    fullest: HashMap<String, Vec<Name>>,
    /// The sex that any form of a name tells, by surname.
    sexes: HashMap<String, Sex>,
}

impl People {
    /// Reads the names of a document. `pieces` are its quotations: who is
    /// named within one does not speak outside. `sources` are whom they are
    /// ascribed to.
    pub(crate) fn of(document: &Document, pieces: &[Piece], sources: &[Option<Source>]) -> Self {
        let mut people = People { names: Vec::new(), fullest: HashMap::default(), sexes: HashMap::default() };
        if pieces.is_empty() {
            return people; // nobody speaks
        }
        let mut quoted = pieces.iter().peekable();
        let place = |source: &Source| (source.mention.start as usize, source.mention.end as usize);
        let mut mentions: Vec<(usize, usize)> = sources.iter().flatten().map(place).collect();
        mentions.sort_unstable();
        for (order, sentence) in document.sentences().iter().enumerate() {
            if !document.is_prose(sentence) && !is_heading(document, sentence) {
                continue;
            }
            let mut reader = Reader::of(document, order, &mentions, is_headline(document, sentence));
            for word in document.words(sentence.content) {
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

    fn add(&mut self, document: &Document, name: Name) {
        let key = key(document, name.last);
        // "Clinton" is a man's given name, "Hillary Clinton" tells a woman.
        let titled = name.full.len() > name.last.len();
        if name.sex != Sex::Unknown && titled {
            self.sexes.entry(key.clone()).or_insert(name.sex);
        }
        let forms = self.fullest.entry(key).or_default();
        let fuller = forms.last().is_none_or(|last| {
            last.words < name.words || last.full.len() < name.full.len() && last.words == name.words
        });
        if fuller && forms.len() < MOST_FORMS {
            forms.push(name);
        }
        self.names.push(name);
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
        let forms = self.fullest.get(&key(document, name.last));
        let earlier = forms.into_iter().flatten().filter(|form| form.full.start <= name.full.start);
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
        let people = |name: &&Name| self.is_person(document, name) && self.sex(document, name).fits(sex);
        let near = |name: &&Name| sentence.saturating_sub(name.sentence) <= PRONOUN_REACH;
        let candidates: Vec<&Name> = nearest.take_while(near).filter(people).collect();
        let last = candidates.first()?;
        let mut same: Vec<&Name> =
            candidates.iter().copied().take_while(|name| name.sentence == last.sentence).collect();
        same.reverse();
        let sure = |name: &&&Name| self.sex(document, name) == sex;
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
    fn sex(&self, document: &Document, name: &Name) -> Sex {
        let titled = name.full.len() > name.last.len();
        if titled && (name.words > 1 || name.sex != Sex::Unknown) {
            return name.sex;
        }
        self.sexes.get(&key(document, name.last)).copied().unwrap_or(name.sex)
    }

    /// Whether some form of a name is a person's for certain.
    fn is_person(&self, document: &Document, name: &Name) -> bool {
        let forms = self.fullest.get(&key(document, name.last));
        name.certain || forms.into_iter().flatten().any(|form| form.certain)
    }
}

/// Whether every word of a sentence but function words has a capital, be it a
/// heading's or not: "Hillary Clinton Goes After Donald Trump."
fn is_headline(document: &Document, sentence: &Sentence) -> bool {
    let (text, lexicon) = (document.text(), document.lexicon());
    let capital = |word: Span| {
        let word = word.of(text);
        !word.starts_with(char::is_lowercase) || lexicon.is_stop_word(word)
    };
    let several = || document.words(sentence.content).nth(LONGEST_NAME).is_some();
    document.words(sentence.content).all(capital) && (is_heading(document, sentence) || several())
}

fn is_heading(document: &Document, sentence: &Sentence) -> bool {
    matches!(document.kind(sentence), Some(BlockKind::Title | BlockKind::Heading))
}

/// A surname as people are looked up by it.
fn key(document: &Document, last: Span) -> String {
    lower(bare(last.of(document.text()))).into_owned()
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
    document: &'a Document,
    lexicon: &'a Lexicon,
    sentence: usize,
    /// Whether the sentence is a headline, where every word may have a capital.
    headline: bool,
    /// The words of the name that is being read, titles included.
    run: Vec<Span>,
    /// The words of the clause so far.
    count: usize,
    /// How many of the clause came before the run.
    before: usize,
    /// Whether the last word was "the".
    article: bool,
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
        let lexicon = document.lexicon();
        Reader {
            document,
            lexicon,
            sentence,
            headline,
            run: Vec::new(),
            count: 0,
            before: 0,
            article: false,
            behind_article: false,
            mentions,
            last: None,
            of: false,
        }
    }

    fn read(&mut self, word: Span, people: &mut People) {
        let text = self.document.text();
        let slice = word.of(text);
        // Most words are neither a name nor behind one.
        if self.run.is_empty() && slice.starts_with(|c: char| c.is_ascii_lowercase()) {
            return self.pass(word, slice);
        }
        let capital = slice.starts_with(char::is_uppercase);
        if self.run.is_empty() && !capital {
            return self.pass(word, slice);
        }
        let function_word = capital && self.is_function_word(slice);
        let gap =
            self.run.last().map_or("", |last| Span::new(last.end as usize, word.start as usize).of(text));
        let joined = gap.is_empty() || gap == " " || gap == ". " || gap == "\u{a0}" || gap == "-";
        let ended = self.run.last().is_some_and(|last| bare(last.of(text)).len() < last.len());
        if !capital || function_word || !joined || ended {
            let of = slice == "of" && !self.run.is_empty() && joined;
            self.end(people, self.told_by(word));
            self.of = of;
        }
        if self.opens_clause(word) {
            self.count = 0;
        }
        if capital && !function_word {
            if self.run.is_empty() {
                self.before = self.count;
                self.behind_article = self.article;
            }
            // "Hillary Clinton Goes After Donald Trump"
            match self.run.as_slice() {
                [word] if self.headline && !self.is_given_name(*word) => self.run.clear(),
                [_, _] if self.headline => self.flush(people),
                _ => {}
            }
            // "Retired U.S. Air Force Gen. Norman Ham": the last words are the name.
            if self.run.len() == LONGEST_NAME {
                self.run.remove(0);
            }
            self.run.push(word);
        }
        self.count += 1;
        self.article = slice == "the" || slice == "The";
    }

    /// Passes over a word that belongs to no name.
    fn pass(&mut self, word: Span, slice: &str) {
        self.of = false;
        self.count = if self.opens_clause(word) { 1 } else { self.count + 1 };
        self.article = slice == "the";
    }

    /// Whether a comma stands before a word.
    fn opens_clause(&self, word: Span) -> bool {
        let start = word.start as usize;
        self.document.text().as_bytes().get(start.saturating_sub(2)..start) == Some(b", ")
    }

    /// Whether what follows a name tells that it is a person's.
    fn told_by(&self, next: Span) -> Told {
        let text = self.document.text();
        let gap =
            self.run.last().map_or("", |last| Span::new(last.end as usize, next.start as usize).of(text));
        let next = next.of(text);
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
        let run = std::mem::take(&mut self.run);
        let run = self.last_name(&run);
        if self.headline && run.len() < 2 {
            return;
        }
        let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
        let whole =
            Span::new(first.start as usize, last.end as usize - possessive(last.of(self.document.text())));
        if let (true, Some(name)) = (std::mem::take(&mut self.of), self.last.take()) {
            // "Joel Pollak of Breitbart California"
            let full = Span::new(name.full.start as usize, whole.end as usize);
            people.add(self.document, Name { full, ..name });
            return;
        }
        let Some(name) = self.name(run, whole, *last, told) else { return };
        people.add(self.document, name);
        self.last = Some(name);
    }

    /// Whether a word with a capital is no name: "The", not "Will".
    fn is_function_word(&self, word: &str) -> bool {
        let lower = lower(bare(word));
        self.lexicon.is_stop_word(&lower) && self.lexicon.name_class(&lower).is_none()
    }

    /// What a word tells of a name.
    fn class(&self, word: Span) -> Option<NameClass> {
        self.lexicon.name_class(&lower(bare(word.of(self.document.text()))))
    }

    fn is_given_name(&self, word: Span) -> bool {
        let class = self.class(word);
        matches!(class, Some(NameClass::He | NameClass::She))
            && !is_title(class, word.of(self.document.text()))
    }

    /// The words of a run that are its last name: "The Gov. Chris Christie
    /// Hillary Clinton fund" names two people.
    fn last_name<'r>(&self, run: &'r [Span]) -> &'r [Span] {
        let followed = run.len().saturating_sub(1);
        let given = |word: &Span| self.is_given_name(*word);
        let from = run.get(..followed).unwrap_or_default().iter().rposition(given).filter(|at| {
            let before = run.get(..*at).unwrap_or_default();
            let first = before.iter().position(given);
            let between = first.and_then(|first| before.get(first + 1..)).unwrap_or_default();
            between.len() > 1 && !between.iter().any(given)
        });
        run.get(from.unwrap_or(0)..).unwrap_or_default()
    }

    /// The name that a run of capitalized words is, if it can be a person's.
    fn name(&self, run: &[Span], whole: Span, last: Span, told: Told) -> Option<Name> {
        let text = self.document.text();
        let classes: Vec<Option<NameClass>> = run.iter().map(|word| self.class(*word)).collect();
        let group = classes.iter().filter(|class| **class == Some(NameClass::Group)).count();
        // "Senate Minority Leader Harry Reid": what stands before a given name
        // is a title, whatever it is.
        let title = |(word, class): &(&Span, &Option<NameClass>)| is_title(**class, word.of(text));
        let sex_of = |class: &Option<NameClass>| match class {
            Some(NameClass::He) => Some(Sex::He),
            Some(NameClass::She) => Some(Sex::She),
            _ => None,
        };
        let mut classed = run.iter().zip(&classes);
        let before_given = classed.clone().position(|pair| sex_of(pair.1).is_some() && !title(&pair));
        let titles = match before_given {
            Some(titles) => titles,
            None => classed.by_ref().take_while(title).count(),
        };
        let titles = titles.min(run.len() - 1);
        let words = run.len() - titles;
        let sex = classes.iter().find_map(sex_of).unwrap_or(Sex::Unknown);
        let given = words > 1 && classes.get(titles).is_some_and(|class| sex_of(class).is_some());
        let in_name = classes.get(titles..).unwrap_or_default().contains(&Some(NameClass::Group));
        if in_name && (!given || group > 1) {
            return None;
        }
        // "the crew of the Marigold laughed"
        let thing = self.behind_article && titles == 0 && !given;
        if thing {
            return None;
        }
        let mention = self.mentions.partition_point(|(_, end)| *end < last.end as usize);
        let mentioned = self.mentions.get(mention).is_some_and(|(start, _)| *start <= last.start as usize);
        Some(Name {
            full: whole,
            last,
            words,
            sex,
            certain: titles > 0 || given || mentioned || told != Told::Nothing,
            sentence: self.sentence,
            opens: self.before <= OPENING_WORDS,
            speaks: mentioned || told == Told::Says,
        })
    }
}

/// The words before a name that still opens its sentence: "But Trump".
const OPENING_WORDS: usize = 1;

/// Whether a word is a title before a name: "Mr.", "Senator".
fn is_title(class: Option<NameClass>, word: &str) -> bool {
    let courtesy = ["mr", "mrs", "ms", "sir", "miss", "madam", "lady", "king", "queen", "prince", "princess"];
    class == Some(NameClass::Person) || courtesy.contains(&lower(word).as_ref())
}

fn possessive(word: &str) -> usize {
    word.len() - bare(word).len()
}
