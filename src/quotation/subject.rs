//! The subject of a clause: who does what its verb says.

use super::clause::{BE, Clause, REACH};
use crate::Span;
use crate::find::{Marked, has};

/// The words of a subject at most.
pub(super) const LONGEST_SUBJECT: usize = 12;

/// Words that a phrase may hold between capitals: "the Department of State".
const INNER: &str = "of for the a an de van von al";

/// Words that a clause may open with before its subject: "But Flynn said", "as the memo put it".
const CONJUNCTIONS: &str = "but and although though yet so still then as";

/// Words that join a verb to the one before, whose subject is its own: "Trump bemoaned the
/// unrest in Charlotte and said".
pub(super) const COORDINATORS: &str = "and but";

/// Words that end a speaker's phrase behind its verb: "said Caddell in May".
const ENDS_PHRASE: &str =
    "in at on after during when while as to from with by before last and but who about this";

impl Clause<'_> {
    /// The clause's subject by its place: its first phrase, or the one behind
    /// the comma of an opening such as "In May, Trump".
    pub(super) fn subject(&self) -> Option<Span> {
        // "Veto Power Impedes Peace Efforts: Eliminating “…” is": what stands behind the colon
        // is a sentence.
        // "[Laughter] And there's always somebody who says": so does a mark of a transcript's.
        let start =
            |at: &usize| (has(self.gap(*at), ": ") || self.gap(*at).has_mark("]")) && self.is_capital(*at);
        let from = (1..self.words.len()).rev().find(start).unwrap_or(0);
        let opens = |at: usize| {
            let adverbial = at == from
                && self.english
                && (self.ends_in(from, "ing") || self.opens_with_time(from) || self.is_common(from));
            // "Scare-mongering articles"
            let hyphened = self.gap(at + 1) == "-" && !self.is_capital(at + 1);
            // "A century ago, President Roosevelt defined our"
            let timed = at == from && self.is_of(at, "a") && self.opens_with_time(from);
            self.is_pronoun(at)
                || self.is_article(at) && !timed
                || self.is_capital(at) && !self.is_stop_word(at) && !adverbial && !hyphened
        };
        let first = match opens(from) {
            // "Write a Personal “letter …”"
            true if self.english && self.gap(from + 1) == " " && self.is_article(from + 1) => return None,
            true => from,
            false => (from + 1..self.words.len()).find(|at| self.gap(*at).has_mark(",") && opens(*at))?,
        };
        if self.is_pronoun(first) {
            return self.span(first, first);
        }
        let inner = |at: usize| {
            self.is_capital(at) || self.is_of(at, INNER) || !self.is_stop_word(at) && !self.is_cue(at)
        };
        let limit = self.words.len().min(first + LONGEST_SUBJECT);
        let end = (first + 1..limit).find(|at| !inner(*at) || self.breaks(*at, false)).unwrap_or(limit);
        // "Another critic, Laurence H. Tribe, likened the rules to"
        let named = |at: &usize| {
            self.is_capital(*at) && (*at == end || self.gap(*at) == " " || self.gap(*at) == ". ")
        };
        let noun = first + usize::from(self.is_article(first));
        let appositive = self.gap(end) == ", " && !(noun..end).any(|at| self.is_capital(at));
        let behind = (end..self.words.len()).take_while(named).last().filter(|_| appositive);
        // "the Sydney experience should prove"
        let whole = self.is_article(first) && self.is_auxiliary(end);
        // "several environmental groups granted the yard a year, saying its “…”"
        let unnamed = || {
            let verb = (noun + 1..end).find(|at| self.is_past(*at))?;
            let reports =
                |at: usize| self.is_cue(at) && self.gap(at).has_mark(",") && self.ends_in(at, "ing");
            (verb..self.words.len()).any(reports).then(|| verb - 1)
        };
        // "The U.S. government needs", "The 35-page report focuses"
        let capital = (noun..end).rev().find(|at| self.is_capital(*at));
        // "Mobile phone networks failed": a noun goes on, and no verb follows.
        let lone = self.english && capital == Some(from) && from + 1 < end;
        let owner = self.word(from).has_mark("'’");
        let verbal = |at: usize| self.is_past(at) || self.ends_in(at, "s");
        if lone && !owner && !verbal(from + 1) {
            return None;
        }
        let modified = |at: usize| at + usize::from(noun > first && at + 1 < end);
        let last =
            behind.or_else(|| whole.then(|| end - 1)).or_else(|| capital.map(modified)).or_else(unnamed)?;
        self.span(first, self.with_apposition(last))
    }

    /// Whether a time stands before a clause's first comma: "Twenty-two years ago, a Times
    /// article hailed Trump as".
    fn opens_with_time(&self, from: usize) -> bool {
        let comma = (from + 1..self.words.len()).find(|at| self.gap(*at).has_mark(","));
        comma.is_some_and(|comma| self.is_of(comma - 1, "ago later earlier"))
    }

    /// The last word of an apposition behind a subject, where a comma ends it: "Dean, a former
    /// chairman, poked at"; else the subject's.
    fn with_apposition(&self, last: usize) -> usize {
        let opens = self.english && self.gap(last + 1) == ", " && self.is_article(last + 1);
        let limit = self.words.len().min(last + LONGEST_SUBJECT);
        let comma = (last + 2..limit).find(|at| self.breaks(*at, false)).filter(|_| opens);
        comma.filter(|at| self.gap(*at).starts_with(',')).map_or(last, |comma| comma - 1)
    }

    /// The subject that stands before a verb in the middle of a clause.
    #[inline(never)]
    pub(super) fn preceding(&self, verb: usize) -> Option<Span> {
        if !self.english && self.lexicon.script().is_cased() {
            return self.subject_of(verb);
        }
        let auxiliary = verb
            .checked_sub(1)
            .is_some_and(|before| self.is_of(before, BE) || self.word(before).has_mark("'’"));
        // "Trump saying", and not "praised The Office, saying"
        let named_before = verb.checked_sub(1).is_some_and(|before| self.is_capital(before))
            && !self.gap(verb).has_mark(",");
        if self.ends_in(verb, "ing") && !auxiliary && !named_before {
            // "…, with one critic saying"
            let with = (verb.saturating_sub(3)..verb).find(|at| self.is_of(*at, "with"));
            return with.and_then(|with| self.span(with + 1, verb - 1));
        }
        if self.is_coordinated(verb) {
            return self.subject();
        }
        // "When somebody will not tax corporate America, ask them:"
        let commas = (1..=verb).filter(|at| self.gap(*at).has_mark(",")).count();
        if commas == 1 && self.gap(verb).has_mark(",") && self.is_of(verb, "ask tell say") {
            return None;
        }
        if let Some(whose) = self.before_who(verb) {
            return self.span(self.start_of(whose), whose).filter(|_| !self.is_stop_word(whose));
        }
        let last = self.last_of_subject(verb)?;
        // "Reed, whose father did it before him, said", "Sol, asked about it, said", and not
        // "she, too, said"
        let next = self.gap(last + 1).has_mark(",)");
        let closes = next || (last + 2..=verb).any(|at| self.gap(at).has_mark(",)"));
        let governed = last.checked_sub(1).is_some_and(|before| self.is_preposition(before));
        if self.is_pronoun(last) && (next && !governed || !closes) {
            return self.span(last, last);
        }
        // "Castellano, who voted against the plan, said": the subject stands
        // before the first comma of the pair.
        // "Sen. Joe Reed (D-N.H.) said"
        let head = match closes {
            true => {
                let parts = |at: &usize| self.gap(*at).has_mark(",(");
                (1..=last).rev().find(parts).map_or(last, |comma| comma - 1)
            }
            false => last,
        };
        let mut head = head;
        let mut first = self.start_of(head);
        // "Xu Poling, director of the Institute of Russian, Eastern European and Central
        // Asian Studies, said": an apposition has commas of its own.
        let apposition = self.gap(first).has_mark(",") && !self.is_capital(first) && !self.is_article(first);
        if let Some(before) = first.checked_sub(1).filter(|before| apposition && self.is_capital(*before)) {
            (head, first) = (before, self.start_of(before));
        }
        // "A joint statement from the two agencies said": the statement does.
        let from = (first.saturating_sub(3)..first).rev().find(|at| self.is_preposition(*at)).filter(|at| {
            // "Port officials in Lancaster confirmed"
            let placed =
                self.is_of(*at, "in at near") && at.checked_sub(1).is_some_and(|noun| !self.is_capital(noun));
            let named = |at: usize| self.is_capital(at) && !placed;
            !(at + 1..=first).any(|at| self.breaks(at, false) || named(at))
        });
        if let Some(noun) = from.and_then(|from| from.checked_sub(1)) {
            first = self.start_of(noun);
        }
        // "In a Bloomberg interview Trump declared", "On Monday Sterling Reed said"
        if first < 2 && self.is_preposition(0) && self.is_capital(head) {
            let named = |at: &usize| self.is_capital(*at) && !self.classes(*at).is_always_common();
            first = (1..=head).rev().take_while(named).last().unwrap_or(first);
        }
        // "But Jana, the news agency, said"
        first += usize::from(first == 0 && head > 0 && self.is_of(0, CONJUNCTIONS));
        let opens = first == 0 || self.breaks(first, false);
        // "In a Facebook message posted Friday, Cruz said", "Following a swiftly called meeting"
        let adverbial = first == 0 && (self.is_preposition(0) || head == 0 && self.ends_in(0, "ing"));
        if adverbial {
            return None;
        }
        let named = (first..=head).any(|at| self.is_capital(at)) || self.is_article(first) || opens;
        named.then_some(self.span(self.start_of_pair(first), last)?)
    }

    /// Where a pair begins that opens its clause, whose second name begins with a word: "the
    /// Safety Board and the Labour Inspectorate said".
    fn start_of_pair(&self, second: usize) -> usize {
        let and = second.checked_sub(1).filter(|and| self.is_of(*and, "and"));
        let Some(head) = and.and_then(|and| and.checked_sub(1)).filter(|head| self.is_capital(*head)) else {
            return second;
        };
        let from = self.start_of(head);
        let whole = (head..second).all(|at| self.gap(at + 1) == " ");
        // "In a joint statement the Safety Board"
        let first = (from..=head).rev().find(|at| self.is_article(*at)).unwrap_or(from);
        if whole { first } else { second }
    }

    /// Whether a verb is joined to one before it, be it by an adverb more: "and later said".
    fn is_coordinated(&self, verb: usize) -> bool {
        let adverb = |at: &usize| self.ends_in(*at, "ly") || self.is_of(*at, "then later also");
        let before = (0..verb).rev().find(|at| !adverb(at));
        self.english && before.is_some_and(|at| self.is_of(at, COORDINATORS))
    }

    /// Where the phrase begins that ends with a word.
    fn start_of(&self, head: usize) -> usize {
        let mut first = head;
        while first > 0 && head - first < LONGEST_SUBJECT {
            let before = first - 1;
            let inner = self.is_capital(before)
                || self.is_of(before, INNER)
                || self.is_article(before)
                || !self.is_stop_word(before);
            if self.breaks(first, false) || !inner || self.is_cue(before) {
                break;
            }
            first = before;
        }
        first
    }

    /// A subject that reaches from the clause's start to its verb.
    #[inline(never)]
    pub(super) fn leading(&self, verb: usize) -> Option<Span> {
        let first = usize::from(self.is_of(0, CONJUNCTIONS));
        // "as he put it", and not "…, but he said that"
        if self.is_pronoun(0) {
            return (verb <= 5).then_some(self.span(0, 0)?);
        }
        // "bà Teresa Obuya nói": a title that is a function word, too.
        let titled = self.classes(first).name_class().is_some();
        let starts = self.is_capital(first) || self.is_article(first) || titled || !self.is_stop_word(first);
        let last = self.last_of_subject(verb)?;
        (starts && first <= last).then_some(self.span(first, last)?)
    }

    /// The last word of a subject before its verb: auxiliaries and adverbs are
    /// passed over.
    pub(super) fn last_of_subject(&self, verb: usize) -> Option<usize> {
        let passed = |at: &usize| {
            // "After saying that her foot was “…”"
            if *at == 0 && self.is_stop_word(0) && !self.is_pronoun(0) && !self.is_article(0) {
                return true;
            }
            let auxiliary = self.is_stop_word(*at) && !self.is_pronoun(*at);
            let adverb = self.ends_in(*at, "ly") || self.is_of(*at, "later ago");
            !self.is_capital(*at) && (auxiliary || adverb)
        };
        (0..verb).rev().find(|at| !passed(at))
    }

    /// A subject behind its verb, from word `first` on.
    #[inline(never)]
    pub(super) fn inverted(&self, first: usize) -> Option<Span> {
        let first = match self.german {
            true => self.subject_behind(first)?,
            false if self.english => first,
            false => self.behind_adverbs(first),
        };
        // "said he", "sagte er zu der Menge"
        if self.is_pronoun(first) || !self.english && self.is_alone(first) {
            return self.span(first, first);
        }
        // "explained royal commentator and historian Richard Fitzwilliams"
        let joins = |at: usize| {
            let role = !self.is_article(first) && !(first..at).any(|at| self.is_capital(at));
            role && self.is_of(at, "and")
        };
        // "said Nils Oberg and Rosa Whitlock.", "said the cook and Rosa Whitlock.", but "said Nils
        // Oberg and Rosa laughed."
        let pairs = |at: usize| {
            let end = || self.end_of_name(at + 1);
            let one = self.is_capital(at - 1) || self.is_article(first);
            let joined = one && self.is_of(at, "and") && self.is_capital(at + 1);
            joined && self.gap(end()).opens_with_mark(".,;:!?")
        };
        let ends =
            |at: usize| self.breaks(at, false) || self.is_of(at, ENDS_PHRASE) && !joins(at) && !pairs(at);
        let limit = self.words.len().min(first + REACH);
        let last = (first + 1..limit).find(|at| ends(*at)).unwrap_or(limit).checked_sub(1)?;
        // "el ministro, Luis Sol", "le ministre de l’Économie, Anne Sol"
        let introduces = self.gap(last + 1).starts_with(',') && self.is_capital(last + 1);
        let named = (first..=last).any(|at| self.is_capital(at))
            || !self.english && introduces
            || !self.is_stop_word(first)
            || self.is_article(first);
        if last < first || !named {
            return None;
        }
        // "said Len Burman, head of the Tax Policy Center", "said Don Fowler,
        // who helmed it", not "said Burman, speaking of taxes".
        let next = last + 1;
        let appositive = next < limit
            && self.gap(next).has_mark(",(")
            && !self.ends_in(next, "ing")
            && (self.is_of(next, "who") || !self.is_of(next, ENDS_PHRASE));
        let end = match appositive {
            true => (last + 2..limit).find(|at| self.breaks(*at, true)).unwrap_or(limit) - 1,
            false => last,
        };
        self.span(first, end)
    }
}
