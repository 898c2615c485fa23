//! Candidates: the runs of content words that may be key phrases.
//!
//! "Mikhail Mishustin met the prime minister of Kazakhstan" has "Mikhail Mishustin
//! met", "prime minister", "Kazakhstan" and "prime minister of Kazakhstan": runs
//! between stop words, as RAKE takes them (Rose et al. 2010), and runs that a word
//! such as "of" joins.

use crate::Span;
use crate::document::Document;
use crate::find::Marked;
use crate::hash::{Numbers, mixed};
use crate::language::Language;
use crate::phrase::Gap;
use crate::segment::block::BlockKind;
use crate::term::{FormTerms, Part, TermId, Traits, Vocabulary};
use crate::word::Words;

/// The content words of a phrase at most.
const LONGEST: usize = 4;

/// The terms of a phrase in order, [`NONE`] behind the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Terms([u32; LONGEST]);

/// A run of content words, with what its places have in common.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub(crate) terms: Terms,
    /// Where it stands in its most frequent form, by the majority vote of Boyer and
    /// Moore (1981).
    pub(crate) span: Span,
    /// What tells its form there from others.
    shape: u32,
    votes: u32,
    /// How often it stands alone between stop words; for a single word, how often
    /// it stands anywhere.
    pub(crate) count: u32,
    /// At how many places all its words have capitals.
    capitals: u32,
    places: u32,
    /// The words before it, where it stands first.
    pub(crate) first: u32,
    /// The letters of its last word.
    pub(crate) letters: u32,
}

/// No term: what stands behind a phrase's last.
const NONE: u32 = u32::MAX;

/// Set in the number of a term that "of" joins to the one before.
const JOINED: u32 = 1 << 31;

/// The words of a line that greets and ends in a comma, at most.
const GREETING: usize = 4;

/// The words of a text from which on a phrase is a candidate when it comes again: most
/// come once.
const LONG: usize = 8000;

/// The bits for phrases that were read, as a power of two: 16 kB.
const SEEN_BITS: u32 = 17;

impl Terms {
    pub(crate) fn iter(&self) -> impl Iterator<Item = TermId> + Clone {
        self.0.into_iter().take_while(|term| *term != NONE).map(|term| TermId(term & !JOINED))
    }

    /// The number of content words.
    pub(crate) fn len(&self) -> usize {
        self.iter().count()
    }

    /// Whether a word such as "of" stands among them.
    pub(crate) fn are_joined(&self) -> bool {
        self.0.iter().any(|term| *term != NONE && term & JOINED != 0)
    }
}

impl Candidate {
    /// The share of its places at which all its words have capitals.
    pub(crate) fn capitals(&self) -> f64 {
        f64::from(self.capitals) / f64::from(self.places.max(1))
    }

    pub(crate) fn is_name(&self) -> bool {
        2 * self.capitals > self.places
    }
}

/// The candidates of a text, in order of first occurrence.
pub(crate) fn candidates(
    document: &Document,
    words: &Words,
    terms: &FormTerms,
    vocabulary: &Vocabulary,
) -> Vec<Candidate> {
    let unspaced = document.lexicon().script().is_unspaced();
    // What each form tells, together: a text has few forms, and looks them up often.
    let forms: Vec<(u32, Part)> = terms
        .parts()
        .zip(words.forms().iter().map(|form| form.len() as u32))
        .map(|(part, length)| (length, part))
        .collect();
    let mut reader = Reader {
        text: document.text(),
        listed: document.lexicon().knows_stop_words(),
        unspaced,
        read: 0,
        run: Vec::new(),
        joining: false,
        hyphened: false,
        parts: document.language() != Language::English,
        name_ends: document.language().name_ends_phrase(),
        passed: None,
        found: Vec::new(),
        single: vec![NONE; vocabulary.len()],
        several: Numbers::default(),
        seen: vec![0; if words.all().len() > LONG { 1 << (SEEN_BITS - 6) } else { 0 }],
        frequencies: vec![0; vocabulary.len()],
    };
    for (order, sentence) in document.sentences().iter().enumerate() {
        let heading = matches!(document.kind(sentence), Some(BlockKind::Title | BlockKind::Heading));
        // "Dear all,", "Kind regards,"
        let greets =
            sentence.content.of(document.text()).ends_with(',') && words.sentence(order).len() <= GREETING;
        if !heading && (greets || !document.is_prose(sentence)) {
            continue;
        }
        let start = words.sentence(order).first().map_or(0, |word| word.start);
        for word in words.sentence(order) {
            reader.read += 1;
            match forms.get(word.form.index()) {
                Some((length, Part::Term(term, traits))) => {
                    let span = Span { start: word.start, end: word.start + length };
                    let opens = word.start == start;
                    reader.term(*term, *traits, word.form.index() as u32, span, opens);
                }
                Some((length, part)) => {
                    let span = Span { start: word.start, end: word.start + length };
                    reader.function_word(*part, span);
                }
                None => {}
            }
        }
        reader.end();
        reader.passed = None;
    }
    reader.finish()
}

/// A content word of a run.
#[derive(Clone, Copy)]
struct Item {
    term: TermId,
    span: Span,
    /// The number of its form.
    form: u32,
    /// Whether a word such as "of" joins it to the one before.
    joined: bool,
    /// Whether it has a capital.
    capital: bool,
    /// Whether it is one that every text has.
    common: bool,
    /// Whether it is one with the capital of its sentence, or a comma parts it from all else:
    /// "Infelizmente, o barco".
    opening: bool,
    /// Whether it can be a phrase of its own.
    alone: bool,
    /// Whether it has no letter.
    number: bool,
}

/// Reads runs, word by word.
struct Reader<'a> {
    text: &'a str,
    /// Whether the language has a list of function words.
    listed: bool,
    /// Whether words stand without spaces: then each is a run.
    unspaced: bool,
    /// The words that are read.
    read: u32,
    run: Vec<Item>,
    /// Whether a word such as "of" stands behind the run.
    joining: bool,
    /// Whether no list tells adverbs that open a sentence.
    parts: bool,
    /// Whether no phrase goes on behind a name.
    name_ends: bool,
    /// Whether a function word stands behind it that a hyphen joins.
    hyphened: bool,
    /// The last word, if it was a function word.
    passed: Option<Span>,
    found: Vec<Candidate>,
    /// The candidate of each single term.
    single: Vec<u32>,
    /// The candidate of each run of several, by its hash.
    several: Numbers,
    /// In a long text, a bit for each phrase of several words that was read, by its
    /// hash (Bloom 1970); else empty.
    seen: Vec<u64>,
    /// How often each term stands in the text.
    frequencies: Vec<u32>,
}

impl Reader<'_> {
    fn function_word(&mut self, part: Part, span: Span) {
        if self.run.is_empty() {
            self.passed = Some(span);
            return;
        }
        // "freedom of speech", "state-of-the-art"
        let gap = self.gap(span);
        let open = gap != Gap::Mark && !self.joining && !self.hyphened;
        self.hyphened = gap == Gap::Hyphen;
        self.joining = part == Part::Inside && open && !self.hyphened;
        self.passed = Some(span);
        if !self.hyphened && !self.joining {
            self.end();
        }
    }

    /// What stands before the next word.
    fn gap(&self, next: Span) -> Gap {
        let last = self.passed.or_else(|| self.run.last().map(|last| last.span));
        last.filter(|_| !self.unspaced).map_or(Gap::Mark, |last| Gap::of(self.text, last, next))
    }

    fn term(&mut self, term: TermId, traits: Traits, form: u32, span: Span, opens: bool) {
        let gap = self.gap(span);
        if gap == Gap::Mark || traits.has(Traits::APART) || self.hyphened && gap != Gap::Hyphen {
            self.end();
        }
        let joined = !self.run.is_empty() && (self.joining || traits.has(Traits::INSIDE));
        // "off-line"
        let prefix = self.passed.take().filter(|_| gap == Gap::Hyphen && !self.hyphened);
        let span = Span { start: prefix.map_or(span.start, |prefix| prefix.start), end: span.end };
        (self.joining, self.hyphened) = (false, false);
        let capital = traits.has(Traits::CAPITAL);
        // "Brendan Eich wrote"
        let named = !joined && gap == Gap::Space && self.run.last().is_some_and(|last| last.capital);
        let told = named && traits.has(Traits::VERB);
        self.run.push(Item {
            term,
            span,
            form,
            joined,
            capital,
            common: !capital && (told || traits.has(Traits::COMMON)) || traits.has(Traits::ALWAYS_COMMON),
            opening: opens && (traits.has(Traits::COMMON) || self.parts && self.is_parted(span)),
            alone: !traits.has(Traits::COMMON),
            number: traits.has(Traits::NUMBER),
        });
        if let Some(frequency) = self.frequencies.get_mut(term.0 as usize) {
            *frequency += 1;
        }
        // "the ferry's captain": what is owned is another phrase.
        if traits.has(Traits::POSSESSIVE) {
            self.end();
        }
    }

    /// Whether a comma stands behind a word.
    fn is_parted(&self, word: Span) -> bool {
        self.text.as_bytes().get(word.end as usize) == Some(&b',')
    }

    /// Ends a run: its phrases are candidates.
    fn end(&mut self) {
        (self.joining, self.hyphened) = (false, false);
        match self.run.as_slice() {
            [] => return,
            [only] => {
                let only = *only;
                self.run.clear();
                if !only.common && !only.opening && !only.number {
                    self.add(&[only]);
                }
                return;
            }
            _ => {}
        }
        let mut run = std::mem::take(&mut self.run);
        let mut from = 0;
        for (at, item) in run.iter().enumerate() {
            // "Falcon 9", and not "9 rockets" or "rockets 9"
            let named = at > from && run.get(at - 1).is_some_and(|before| before.capital);
            // "Porto continua", where what is said of a noun stands behind it
            let cut = self.name_ends && at > from && !item.capital && !item.number && named;
            if cut {
                self.phrases(run.get(from..at).unwrap_or_default());
                from = at;
            }
            // "New York is", and not "New ferries are"
            let name = || run.get(at + 1).is_some_and(|next| next.capital);
            if item.common || item.opening && !name() || item.number && !named {
                self.phrases(run.get(from..at).unwrap_or_default());
                from = at + 1;
            }
        }
        self.phrases(run.get(from..).unwrap_or_default());
        run.clear();
        self.run = run;
    }

    /// The phrases of a run without common words: the whole, and what "of" joins.
    fn phrases(&mut self, run: &[Item]) {
        let mut from = 0;
        for (at, _) in run.iter().enumerate().skip(1).filter(|(_, item)| item.joined) {
            self.add(run.get(from..at).unwrap_or_default());
            from = at;
        }
        self.add(run.get(from..).unwrap_or_default());
        if from > 0 {
            self.add(run);
        }
    }

    /// Of a run that is too long the names of several words; in a language without a
    /// list of function words each other word, too.
    fn add(&mut self, run: &[Item]) {
        if run.len() > LONGEST {
            let same = |one: &Item, other: &Item| one.capital && other.capital;
            let least = if self.listed { 2 } else { 1 };
            let short = run.chunk_by(same).filter(|name| (least..=LONGEST).contains(&name.len()));
            return short.for_each(|name| self.add(name));
        }
        let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
        let mut terms = Terms([NONE; LONGEST]);
        let (mut shape, mut hash) = (0u32, u64::MAX);
        for (at, (term, item)) in terms.0.iter_mut().zip(run).enumerate() {
            *term = item.term.0 | if at > 0 && item.joined { JOINED } else { 0 };
            shape = shape.wrapping_mul(31).wrapping_add(item.form);
            hash = mixed(hash ^ u64::from(*term));
        }
        let next = self.found.len() as u32;
        let known = match run {
            [only] if !only.alone || self.is_first(only.term) => return,
            [only] => match self.single.get_mut(only.term.0 as usize) {
                Some(known) if *known == NONE => {
                    *known = next;
                    next
                }
                Some(known) => *known,
                None => return,
            },
            _ if self.is_new(hash) => return,
            _ => *self.several.entry(hash).or_insert(u64::from(next)) as u32,
        };
        let span = Span::new(first.span.start as usize, last.span.end as usize);
        if known == next {
            let letters = last.span.of(self.text).count_chars() as u32;
            let (votes, count, capitals, places, first) = (0, 0, 0, 0, self.read);
            self.found.push(Candidate { terms, span, shape, votes, count, capitals, places, first, letters });
        }
        let Some(candidate) = self.found.get_mut(known as usize) else { return };
        candidate.places += 1;
        candidate.capitals += u32::from(run.iter().all(|item| item.capital || item.number));
        if candidate.shape == shape {
            candidate.votes += 1;
        } else if candidate.votes > 0 {
            candidate.votes -= 1;
        } else {
            (candidate.span, candidate.shape, candidate.votes) = (span, shape, 1);
        }
    }

    /// Whether a term of a long text is read for the first time.
    fn is_first(&self, term: TermId) -> bool {
        let first = self.frequencies.get(term.0 as usize).is_some_and(|frequency| *frequency < 2);
        first && !self.seen.is_empty()
    }

    /// Whether a phrase of several words of a long text is read for the first time.
    fn is_new(&mut self, hash: u64) -> bool {
        let bit = hash >> (64 - SEEN_BITS);
        let Some(seen) = self.seen.get_mut((bit / 64) as usize) else { return false };
        let new = *seen >> (bit % 64) & 1 == 0;
        *seen |= 1 << (bit % 64);
        new
    }

    fn finish(mut self) -> Vec<Candidate> {
        for candidate in &mut self.found {
            candidate.count = match candidate.terms.0 {
                [only, NONE, ..] => self.frequencies.get(only as usize).copied().unwrap_or(0),
                _ => candidate.places,
            };
        }
        self.join_names();
        self.found
    }

    /// A surname goes to the full name that brought it in: "Eich" to "Brendan Eich".
    fn join_names(&mut self) {
        let mut full: Vec<u32> = vec![NONE; self.single.len()];
        for (index, name) in self.found.iter().enumerate() {
            let Some(last) = name.terms.iter().last().filter(|_| name.terms.len() > 1 && name.is_name())
            else {
                continue;
            };
            let Some(known) = full.get_mut(last.0 as usize).filter(|_| !name.terms.are_joined()) else {
                continue;
            };
            let before = self.found.get(*known as usize).map_or(0, |known| known.count);
            if name.count > before {
                *known = index as u32;
            }
        }
        for (term, full) in full.into_iter().enumerate() {
            let surname = self.single.get(term).map_or(NONE, |single| *single) as usize;
            let Some(Candidate { count, first, .. }) =
                self.found.get(surname).filter(|surname| surname.is_name())
            else {
                continue;
            };
            let (count, first) = (*count, *first);
            let Some(name) = self.found.get_mut(full as usize).filter(|name| name.first <= first) else {
                continue;
            };
            name.count = count;
            if let Some(surname) = self.found.get_mut(surname) {
                surname.count = 0;
            }
        }
        self.found.retain(|candidate| candidate.count > 0);
    }
}
