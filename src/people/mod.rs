//! People: whom a name or pronoun stands for, beside a quotation or at the start
//! of a sentence.
//!
//! A surname stands for the fullest earlier name that ends in it; a pronoun for
//! the person last spoken of whose sex fits, if it is clear who that is.

mod antecedent;
mod author;
mod calling;
mod grammar;
mod name;
mod opening;
mod role;
mod subject;
mod topic;

pub(crate) use antecedent::{Antecedents, antecedents};

use crate::Span;
use crate::document::Document;
use crate::find::{Marked, has, is_among};
use crate::language::{Language, MentionClass, lower};
use crate::quotation::{Piece, Source};
use crate::rank::ascending;
use crate::segment::token::is_alphabetic;
use crate::word::Words;
use name::{Name, Sex, bare, names};

/// The sentences that a pronoun is looked back at most.
const PRONOUN_REACH: usize = 6;

/// The names that a pronoun is looked back at most, and the forms of a name
/// that are kept: bounds that keep the work linear in texts that are no prose.
const MOST_CANDIDATES: usize = 64;
const MOST_FORMS: usize = 8;

/// The names of a text that a label's initials may stand for: those who talk are named first.
const MOST_INTRODUCED: usize = 256;

/// The people that a text names.
pub(crate) struct People {
    names: Vec<Name>,
    /// The forms of names, by [`Key`].
    surnames: Vec<Surname>,
    /// Who says "I" outside quotations.
    author: Option<Span>,
    /// The quotations, and whom they are ascribed to, in order of place.
    quoted: Vec<Span>,
    mentions: Vec<Span>,
}

/// What is known of a surname.
#[derive(Clone, Debug, Default)]
struct Surname {
    /// The fullest names that end in it, in order of place.
    fullest: Vec<Name>,
    /// The sex that one of them tells first.
    sex: Option<Sex>,
    /// The first full name that begins with it: "Xi" is "Xi Jinping".
    begun: Option<Name>,
    /// Whether names of several people begin with it.
    shared: bool,
    /// Whether a quotation is ascribed to one of them.
    mentioned: bool,
}

impl Surname {
    fn add(&mut self, name: Name) {
        self.mentioned |= name.mentioned;
        // "Clinton" is a man's given name, "Hillary Clinton" tells a woman.
        let titled = name.full.len() > name.last.len();
        if name.sex != Sex::Unknown && titled {
            self.sex.get_or_insert(name.sex);
        }
        let fuller = self.fullest.last().is_none_or(|last| fullness(last) < fullness(&name));
        if fuller && self.fullest.len() < MOST_FORMS {
            self.fullest.push(name);
        }
    }
}

/// How much a form of a name tells: of two people of one surname, it stands for the one whom
/// a quotation is ascribed to.
fn fullness(name: &Name) -> (usize, bool, usize) {
    (name.words, name.mentioned, name.full.len())
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
        let quoted = pieces.iter().map(|piece| piece.span).collect();
        let found: Vec<Span> = sources.iter().flatten().map(|source| source.mention).collect();
        let in_order = ascending(found.iter().map(|mention| mention.start as usize));
        let mentions: Vec<Span> = in_order.filter_map(|ranked| found.get(ranked.index).copied()).collect();
        let (names, count) = names(document, words, pieces, &mentions);
        let mut surnames = vec![Surname::default(); count];
        for name in &names {
            if let Some(surname) = surnames.get_mut(name.key.index()) {
                surname.add(*name);
            }
            if let Some(first) = surnames.get_mut(name.first.index()).filter(|_| name.words > 1) {
                first.shared |= first.begun.is_some_and(|begun| begun.key != name.key);
                first.begun.get_or_insert(*name);
            }
        }
        People { names, surnames, author: author::author(document), quoted, mentions }
    }

    /// How many names begin before a byte.
    #[inline(never)]
    fn names_before(&self, byte: u32) -> usize {
        self.names.partition_point(|name| name.full.start < byte)
    }

    fn surname(&self, name: &Name) -> Option<&Surname> {
        self.surnames.get(name.key.index())
    }

    /// Whom a mention stands for: the fullest name up to it.
    pub(crate) fn speaker(&self, document: &Document, words: &Words, mention: Span) -> Option<Span> {
        let text = document.text();
        let first = lower(bare(document.first_words(mention, 1).first()?.of(text), document.language()));
        if let Some(class) = pronoun_elsewhere(document, mention) {
            return self.last_named(document, mention, class);
        }
        match first.as_ref() {
            "he" => self.antecedent(document, words, mention, Sex::He),
            "she" => self.antecedent(document, words, mention, Sex::She),
            "i" | "i've" => self.author,
            "they" | "we" | "it" | "who" => None,
            _ => self.named(document, mention),
        }
    }

    /// The fullest earlier form of the name that a mention holds; the mention
    /// itself, without what is said about it, where it names nobody.
    pub(crate) fn named(&self, document: &Document, mention: Span) -> Option<Span> {
        let inside = |name: &&Name| name.last.end <= mention.end;
        let from = self.names.partition_point(|name| name.last.start < mention.start);
        let mut names =
            self.names.get(from..)?.iter().take_while(|name| name.full.start < mention.end).filter(inside);
        let phrase = head_phrase(document, mention);
        // "RedMonk’s Stephens", "Obama'nın Özel Asistanı Kori Schulman"
        let owner = |name: &&Name| {
            let own = name.last.of(document.text());
            let suffix = own.tail(own.up_to("'’").len()).behind_marks("'’");
            text_behind(document, name.last.end).opens_with_mark("'’") || suffix.opens_small()
        };
        // "Shadow chancellor Oliver Letwin", "Stoke manager Mark Hughes"
        let modifies = |name: &&Name| {
            let behind = Span::new(name.full.end as usize, phrase.end as usize).of(document.text());
            // "Міністр оборони Олексій Резніков", and not "Obama et Merkel"
            let noun = || {
                let first = behind.first_word();
                first.opens_small() && !document.lexicon().is_stop_word(first)
            };
            let english = document.language() == Language::English;
            // "Reil sieht Ähnlichkeiten": a noun of German has a capital.
            let german = document.language().capitalizes_nouns();
            owner(name) || if english { name::goes_on(behind) } else { !german && noun() }
        };
        let first = names.next();
        let own = names.take_while(|name| name.last.start < phrase.end).find(|name| !modifies(name));
        let head = first.filter(modifies).and(own).or(first);
        let Some(name) = head.filter(|name| name.last.start < phrase.end) else { return Some(phrase) };
        Some(self.fullest_before(document, name).full)
    }

    /// Who a role is, where a comma and the name stand behind it: "its spokeswoman, Ida
    /// Krog".
    pub(crate) fn introduced(&self, document: &Document, mention: Span) -> Option<Span> {
        let phrase = head_phrase(document, mention);
        let at = self.names_before(phrase.end);
        let name = self.names.get(at).filter(|name| {
            // "der Vorsitzende des Verbandes, Franz zu Salm", "vice president, Technology and Property"
            let whole = name.words > 1 || text_behind(document, name.full.end).starts_with(',');
            let foreign = document.language() != Language::English;
            name.full.end <= mention.end && whole && (foreign || self.can_speak(name))
        })?;
        let between = Span::new(phrase.end as usize, name.full.start as usize).of(document.text());
        (between == ", ").then(|| self.fullest_before(document, name).full)
    }

    /// The only name with the initials that a label is: "TR" is Tomas Rehn.
    pub(crate) fn of_initials(&self, document: &Document, label: Span) -> Option<Span> {
        let text = document.text();
        let have = |name: &&Name| {
            let own = Span::new(name.own as usize, name.full.end as usize).of(text);
            name.words > 1 && own.split(' ').filter_map(|word| word.first_char()).eq(label.of(text).chars())
        };
        let mut names = self.names.iter().take(MOST_INTRODUCED).filter(have);
        let first = names.next()?;
        names.all(|name| name.key == first.key).then_some(first.full)
    }

    /// Whom quotations are ascribed to before a mention.
    pub(crate) fn mentions_before(&self, mention: Span) -> &[Span] {
        let before = self.mentions.partition_point(|other| other.start < mention.start);
        self.mentions.get(..before).unwrap_or_default()
    }

    /// Whether a word stands in a person's name.
    pub(crate) fn is_of_person(&self, word: Span) -> bool {
        let before = self.names_before(word.start + 1);
        let name = before.checked_sub(1).and_then(|at| self.names.get(at));
        name.is_some_and(|name| name.full.contains(word) && self.is_person(name))
    }

    /// What the text says of somebody where the full name stands: what follows behind a
    /// comma, the title before it, or the noun that stands there.
    pub(crate) fn role(&self, document: &Document, speaker: Span) -> Option<Span> {
        let at = self.names_before(speaker.start);
        let name = self.names.get(at).filter(|name| name.full.start == speaker.start)?;
        let end = document.text().len();
        let behind = apposition(document, name.full.end as usize, end);
        behind.or_else(|| calling::title(document, name)).or_else(|| calling::calling(document, name))
    }

    fn fullest_before(&self, document: &Document, name: &Name) -> Name {
        let Some(surname) = self.surname(name) else { return *name };
        // "Mrs. Clinton" is no Bill Clinton; "Clinton" alone is a man's given name.
        let titled = name.full.len() > name.last.len();
        let can = |form: &&Name| form.full.start <= name.full.start && (!titled || form.sex.fits(name.sex));
        let earlier = surname.fullest.iter().filter(can);
        // Two people of one surname: only a form that holds this one will do.
        let full = name.full.of(document.text());
        let holds = |form: &&Name| name.words == 1 || has(form.full.of(document.text()), full);
        let fullest = earlier.filter(holds).max_by_key(|form| fullness(form)).unwrap_or(name);
        let begun = surname.begun.filter(|begun| !surname.shared && begun.full.start <= name.full.start);
        let fullest = if fullest.words == 1 { begun.unwrap_or(*fullest) } else { *fullest };
        let declined = || self.declined(document, name);
        if fullest.words == 1 { declined().unwrap_or(fullest) } else { fullest }
    }

    /// The only full name before one that is it but for the ending of its case: "За словами
    /// Кубракова" are those of "Олександр Кубраков".
    #[inline(never)]
    fn declined(&self, document: &Document, name: &Name) -> Option<Name> {
        if !document.language().declines_names() {
            return None;
        }
        let surname = |name: &Name| lower(name.last.of(document.text()));
        let own = surname(name);
        let same = |other: &&Name| {
            other.words > 1 && other.full.start < name.full.start && is_case_of(&own, &surname(other))
        };
        let mut names = self.names.iter().take(MOST_INTRODUCED).filter(same);
        let first = names.next()?;
        names.all(|other| other.key == first.key).then_some(*first)
    }

    /// Whom a pronoun stands for: of the nearest sentence before it that names
    /// people of its sex, the one that opens it; nobody where several could be.
    fn antecedent(&self, document: &Document, words: &Words, pronoun: Span, sex: Sex) -> Option<Span> {
        let before = self.names_before(pronoun.start);
        let nearest = self.names.get(..before)?.iter().rev().take(MOST_CANDIDATES);
        let sentence = document.sentence_at(pronoun.start);
        let people = |name: &&Name| self.can_speak(name) && self.sex(name).fits(sex);
        let near = |name: &&Name| sentence.saturating_sub(name.sentence) <= PRONOUN_REACH;
        let candidates: Vec<&Name> = nearest.take_while(near).filter(people).collect();
        let People { quoted, mentions, .. } = self;
        let reader = role::Reader { document, words, quoted, mentions };
        let last = candidates.first();
        // "Mbeki asked for a debate. A spokesman for the ministry said … “There are fourteen,” he said."
        let from = last.map_or(sentence.saturating_sub(PRONOUN_REACH), |last| last.sentence + 1);
        let role = reader.before(pronoun, sex, from, last.is_some());
        let Some(last) = last.filter(|_| role.is_none()) else { return role };
        let mut same: Vec<&Name> =
            candidates.iter().copied().take_while(|name| name.sentence == last.sentence).collect();
        same.reverse();
        let sure = |name: &&&Name| self.sex(name) == sex;
        let only_sure = || same.iter().find(sure).filter(|_| same.iter().filter(sure).count() == 1);
        let chosen = match same.as_slice() {
            [only] => Some(only),
            several => {
                let first = |is: &dyn Fn(&Name) -> bool| several.iter().find(|name| is(name));
                // "Liberia's minister, Lewis Brown, said"
                let owner = |name: &Name| text_behind(document, name.full.end).opens_with_mark("'’");
                first(&|name| name.mentioned)
                    .or_else(|| first(&|name| name.speaks))
                    .or_else(|| first(&|name| name.opens && !owner(name)))
            }
        };
        Some(self.fullest_before(document, chosen.or_else(only_sure)?).full)
    }

    /// Whom a pronoun stands for where no list has names: the last full name before it, if
    /// a quotation is ascribed to it. "Karl Vogt nickte. „…“, sagte sie." is nobody's, nor is
    /// "„…“, fragte Anna Sommer. „…“, sagte er."
    fn last_named(&self, document: &Document, pronoun: Span, class: MentionClass) -> Option<Span> {
        let before = self.names.get(..self.names_before(pronoun.start))?;
        let sentence = document.sentence_at(pronoun.start);
        let near = |name: &&Name| sentence.saturating_sub(name.sentence) <= PRONOUN_REACH;
        // "sagt Franz Salm von der Hochschule Harlau. „…“, fordert er."
        let within = |name: &Name| {
            let mention =
                self.mentions_before(name.full).last().filter(|mention| mention.contains(name.full));
            let from = mention.map_or(usize::MAX, |mention| self.names_before(mention.start));
            let others = before.get(from..self.names_before(name.full.start)).unwrap_or_default();
            others.iter().any(|name| name.words > 1)
        };
        let full = |name: &&Name| name.words > 1 && !within(name);
        let last = before.iter().rev().take(MOST_CANDIDATES).take_while(near).find(full)?;
        let mentioned = self.surname(last).is_some_and(|surname| surname.mentioned);
        let full = self.fullest_before(document, last);
        let own = Span::new(full.own as usize, full.full.end as usize).of(document.text());
        // The endings that names of the other sex have in most of these languages.
        let other = if class == MentionClass::He { "aяα" } else { "oо" };
        (mentioned && !own.up_to(" ").ends_in_mark(other)).then_some(full.full)
    }

    /// What a sentence names outside quotations that can be people.
    fn named_in(&self, sentence: usize) -> &[Name] {
        let from = self.names.partition_point(|name| name.sentence < sentence);
        let to = self.names.partition_point(|name| name.sentence <= sentence);
        self.names.get(from..to).unwrap_or_default()
    }

    /// The sex that a name tells: a surname alone has that of its other forms.
    fn sex(&self, name: &Name) -> Sex {
        let titled = name.full.len() > name.last.len();
        if titled && (name.words > 1 || name.sex != Sex::Unknown) {
            return name.sex;
        }
        self.surname(name).and_then(|surname| surname.sex).unwrap_or(name.sex)
    }

    /// Whether a span holds the name of one whose sex is told: no thing.
    #[inline(never)]
    fn is_somebody(&self, order: usize, span: Span) -> bool {
        let named = self.named_in(order);
        named.iter().any(|name| span.contains(name.last) && self.sex(name) != Sex::Unknown)
    }

    /// Whether some form of a name is a person's for certain.
    fn is_person(&self, name: &Name) -> bool {
        let forms = self.surname(name).map_or(&[][..], |surname| &surname.fullest);
        name.certain || forms.iter().any(|form| form.certain)
    }

    /// Whether somebody speaks: a person, or whom a quotation is ascribed to.
    fn can_speak(&self, name: &Name) -> bool {
        let Some(surname) = self.surname(name) else { return self.is_person(name) };
        // "Arturo" behind "Arturo Bell"
        let begun = surname.begun.filter(|begun| begun.full.start < name.full.start);
        self.is_person(name) || surname.mentioned || begun.is_some_and(|begun| begun.certain)
    }
}

/// The class of a mention that is a pronoun of another language than English: "zegt hij".
pub(crate) fn pronoun_elsewhere(document: &Document, mention: Span) -> Option<MentionClass> {
    let [word]: [Span; 1] = document.first_words(mention, 2).try_into().ok()?;
    let classes = document.lexicon().classes(&lower(word.of(document.text())));
    let mut third = [MentionClass::He, MentionClass::She].into_iter();
    let class = third.find(|class| classes.is_mention(*class))?;
    (document.language() != Language::English).then_some(class)
}

/// The two characters behind a byte.
fn text_behind(document: &Document, at: u32) -> &str {
    let text = document.text();
    let end = text.ceil_char_boundary(text.len().min(at as usize + 2));
    text.head(end).tail(at as usize)
}

/// The words of an apposition at most.
const LONGEST_APPOSITION: usize = 40;

/// What stands behind a name and a comma and says who that is, from byte `from` on and
/// up to `to`: "director of the department of Russian economy". A comma within a list
/// ("Russian, Eastern European and Central Asian Studies") goes on.
pub(crate) fn apposition(document: &Document, from: usize, to: usize) -> Option<Span> {
    let text = document.text();
    let sentences = document.sentences();
    let at = document.sentence_at((from as u32).saturating_sub(1));
    let limit = sentences.get(at).map_or(to, |sentence| (sentence.span.end as usize).min(to));
    let behind = Span::new(from, limit.max(from)).of(text);
    let start = from + behind.strip_prefix(',')?.find(|c: char| !c.is_whitespace())? + 1;
    let lexicon = document.lexicon();
    let mut words = document.first_words(Span::new(start, limit), LONGEST_APPOSITION).into_iter();
    let first = words.next()?;
    // "Podľa Nováka, „most …“"
    if first.start as usize != start {
        return None;
    }
    let opening = lower(first.of(text));
    let article = is_among(&opening, "a an the his her its their");
    // "Karl Marx, pp. 212-3"
    let place = is_among(&opening, "p pp vol");
    let small = first.of(text).opens_small();
    let other = lexicon.is_stop_word(&opening) || lexicon.is_cue_verb(&opening) || opening.ends_with("ing");
    // "Ayşe Yılmaz, belediyeyi eleştirdi": Turkish has what somebody is before the name.
    let predicate = document.language() == Language::Turkish;
    // "one buyer on the market, elmo666, wrote"
    let nickname = !opening.last_char().is_some_and(is_alphabetic);
    if !small
        || predicate
        || nickname
        || place
        || other && !article
        || opening.ends_with("ed")
        || opening.ends_with("ly")
    {
        return None;
    }
    let mut last = first;
    let mut end = first.end as usize;
    for word in words {
        let gap = Span::new(last.end as usize, word.start as usize).of(text);
        let comma = gap.trim() == ",";
        // "of Russian, Eastern European and Central Asian Studies"
        let goes_on = comma && word.of(text).opens_capital() && is_list(document, word);
        // "a physician who is better known as"
        let relative = is_among(word.of(text), "who whom whose which that");
        // A full stop within a sentence is an abbreviation's: "the U.S. ambassador"
        let marks = gap.has_mark(";:—–\"“”„«»(?!");
        // "a member of the European Parliament said in a statement"
        let said = is_among(word.of(text), "said says told");
        if said || relative || marks || comma && !goes_on {
            break;
        }
        last = word;
        // "a fellow of the institute and author of “The Ferry”"
        if !is_among(word.of(text), "of and but or to from in at for with by") {
            end = word.end as usize;
        }
    }
    let span = Span::new(start, end);
    // "Karl Marx, likewise, argued"
    let noun = || !article && !lexicon.classes(&opening).is_common();
    // "Abraham Lincoln, the man who saved our Union"
    let nobody = is_among(span.of(text).tail(opening.len() + 1), "man woman person one");
    (span.of(text).has_mark(" ") && !nobody || noun()).then_some(span)
}

/// The bytes behind a comma in which an "and" tells a list.
const LISTED_BYTES: usize = 60;

/// Whether a word behind a comma goes on with a list: "Eastern European and …".
fn is_list(document: &Document, word: Span) -> bool {
    let near = document.text().tail(word.start as usize).head(LISTED_BYTES);
    has(near.up_to(",.;"), " and ")
}

/// The letters of a name's stem at least, and of its ending at most.
const LEAST_STEM: usize = 4;
const LONGEST_CASE: usize = 3;

/// Whether two forms of a name, in lower case, can be the same but for their ending.
fn is_case_of(form: &str, other: &str) -> bool {
    let stem = form.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let longest = form.count_chars().max(other.count_chars());
    stem >= LEAST_STEM && longest - stem <= LONGEST_CASE
}

/// A mention up to its first comma or bracket, without what stands behind.
pub(crate) fn head_phrase(document: &Document, mention: Span) -> Span {
    let slice = mention.of(document.text());
    let end = slice.up_to(",(—").len();
    Span::new(mention.start as usize, mention.start as usize + end).trimmed(document.text())
}
