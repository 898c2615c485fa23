//! Who a quotation is ascribed to: the cue verb and the mention beside it.

use super::clause::{BE, Clause};
use super::piece::Piece;
use super::subject::{COORDINATORS, LONGEST_SUBJECT};
use crate::Span;
use crate::document::{Document, Sentence};
use crate::find::Marked;

/// What stands beside a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Source {
    /// The name, pronoun or other phrase that names the speaker.
    pub(crate) mention: Span,
    /// The cue verb, `None` for a colon or a dash.
    pub(crate) cue: Option<Span>,
    /// What told it.
    pub(crate) pattern: Pattern,
}

/// What tells who a quotation is ascribed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pattern {
    /// A cue verb and its subject beside the quotation: “…,” said Sol.
    Cue,
    /// A name and a colon, a label or a dash: "SOL: “…”"
    Label,
    /// The sentence before: "Sol continued: ⏎ “…”"
    Announced,
    /// The quotation before, in the same run.
    Run,
    /// Who spoke two paragraphs before.
    Turn,
    /// The subject of the sentence that the quotation is part of.
    Subject,
}

impl Source {
    /// The same source, told by something else.
    pub(crate) fn by(self, pattern: Pattern) -> Self {
        Source { pattern, ..self }
    }

    /// Whether both name the same words.
    pub(crate) fn is_same(&self, other: &Source) -> bool {
        (self.mention, self.cue) == (other.mention, other.cue)
    }
}

/// The words between a quotation and its cue verb at most.
const CUE_REACH: usize = 24;

/// Words that open a clause within a clause.
const SUBORDINATORS: &str = "when while as after before if";

/// "According to" of two words: "По словам мэра Ивана Петрова, «".
const ACCORDING_TO: &str = "по словам|за словами|σύμφωνα με|po besedah|acuerdo con|acordo com";

/// "According to" in other languages, where it opens its clause.
const ACCORDING: &str = "selon laut según secondo segundo volgens enligt według podle zdaniem menurut prema ifølge podľa \
    pasak според segons theo potrivit d'après";

/// "According to" behind whom it is: "Kovács Éva szerint „", "Ayşe Demir'e göre \"".
const BEHIND: &str = "szerint göre mukaan sõnul teigimu";

/// The source that stands in the sentence of a piece. `before` and `behind`
/// are what the sentence has besides quotations on either side.
///
/// What stands behind counts where the quotation comes to a stop of its own:
/// “…,” she said, and not: the plan “unmistakably” suggests.
#[inline(never)]
pub(crate) fn beside(document: &Document, before: Span, piece: &Piece, behind: Span) -> Option<Source> {
    let front = Clause::of(document, before, true);
    let back = Clause::of(document, behind, false);
    let content = piece.content.of(document.text()).before_marks(" '’\"”");
    let stops = content.ends_in_mark(",.?!…—-")
        || behind.of(document.text()).trim_start().starts_with(',')
        || back.opening_cue().is_some();
    // "Mackey said that the “…” as prices fell, Yahoo Finance reported"
    let passive = front.is_passive();
    let inner = || front.before().filter(|source| source.pattern == Pattern::Cue && !passive);
    let sentence = content.opens_capital() && content.ends_in_mark(",?!-—");
    let unlisted = || back.unlisted().filter(|_| sentence || !back.english);
    let behind = if stops { back.behind().or_else(unlisted) } else { inner().or_else(|| back.closing()) };
    // "Barratt, \"…\" dedi."
    let around = || {
        let cue = back.words.get(back.opening_cue()?).copied();
        Some(Source { cue, ..subject(document, before)?.by(Pattern::Cue) })
    };
    if passive {
        return behind;
    }
    behind.or_else(|| front.before()).or_else(around).or_else(|| front.introduced()).or_else(|| back.signed())
}

/// The subject of the sentence that a quotation is part of: "He called the
/// plan “the worst of both worlds”".
#[inline(never)]
pub(crate) fn subject(document: &Document, before: Span) -> Option<Source> {
    let clause = Clause::of(document, before, false);
    // "Mourinho has been “reminded of his duties”", and not "a prediction that it would be “…”"
    let last = clause.words.len().checked_sub(1);
    let done = clause.english && last.is_some_and(|last| clause.is_of(last, BE));
    let reports = (0..clause.words.len()).any(|at| clause.is_of(at, "that"));
    let mention = clause.subject().filter(|_| !done || reports)?;
    Some(Source { mention, cue: None, pattern: Pattern::Subject })
}

/// Whether the words before a quotation say that nobody in them speaks: "in what is being
/// criticized as a “…”", "is known as an “…”", "was asked “…”".
pub(crate) fn is_passive(document: &Document, before: Span) -> bool {
    Clause::of(document, before, true).is_passive()
}

/// The source in a sentence that announces the next one's quotation:
/// "Caddell continued:"
pub(crate) fn announced(document: &Document, sentence: &Sentence) -> Option<Source> {
    Clause::of(document, sentence.span, true).before()
}

/// What people do while they talk.
const GESTURES: &str = "shrugged nodded smiled grinned frowned laughed sighed paused hesitated looked glanced stared turned \
    leaned stood sat took put set folded picked shook raised dropped opened closed";

/// Who does something beside a quotation in a dialogue: "“It doesn't say.” She took the kettle
/// off.", and not "“They fought.” Okafor scored 31 points."
pub(crate) fn acting(document: &Document, sentence: &Sentence) -> Option<Source> {
    let clause = Clause::of(document, sentence.content, false);
    let end = if clause.is_of(0, "he she i") { 1 } else { clause.end_of_name(0) };
    let acts = clause.is_of(end, GESTURES) && clause.gap(end) == " ";
    let mention = clause.span(0, end.checked_sub(1)?).filter(|_| acts)?;
    Some(Source { mention, cue: None, pattern: Pattern::Turn })
}

impl Clause<'_> {
    /// Behind a quotation: "Graham told the paper", "said David Wasserman,
    /// House editor for the Cook Political Report".
    #[inline(never)]
    fn behind(&self) -> Option<Source> {
        let lead = self.gap(0);
        let parted = lead.has_mark(".!?;:—―(");
        if parted && self.opening_cue().is_none() {
            return None;
        }
        let mut reach = 0..self.words.len().min(CUE_REACH);
        // "…, per the party’s bylaws", "…, according to a witness", "…“, so Bürgermeister Sol"
        let so = || self.german && self.is_of(0, "so") && lead == ", ";
        let per = (self.english && self.is_of(0, "per") || so()).then_some(0);
        if let Some(last) = per.or_else(|| self.according_to(0)) {
            let mention = self.inverted(last + 1)?;
            return Some(Source { mention, cue: self.span(0, last), pattern: Pattern::Cue });
        }
        let verb = reach.find(|at| self.is_cue(*at))?;
        // "a-t-elle ajouté"
        let inverse = |at: &usize| !self.english && self.gap(*at) == "-" && self.is_alone(*at);
        if let Some(pronoun) = (1..verb).find(inverse) {
            let cue = self.words.get(verb).copied();
            return Some(Source { mention: self.span(pronoun, pronoun)?, cue, pattern: Pattern::Cue });
        }
        // "a déclaré Anne Sorel", "ha detto Anna Conti"
        let auxiliaries = (0..verb).all(|at| {
            let joins = self.is_of(at, COORDINATORS);
            self.is_stop_word(at) && !joins && !self.is_pronoun(at)
        });
        let leading = if verb == 0 { None } else { self.leading(verb) };
        let mention = match leading {
            None if auxiliaries => self.inverted(verb + 1)?,
            leading => leading?,
        };
        Some(Source { mention, cue: self.words.get(verb).copied(), pattern: Pattern::Cue })
    }

    /// Somebody and a verb that no list has, right behind what is said: "she began", "Tom
    /// Reed shrugged", "gritted Nippers", "brincou Rosa Melo".
    #[inline(never)]
    fn unlisted(&self) -> Option<Source> {
        if !self.english {
            let end = self.end_of_name(1);
            let verb = !self.is_capital(0) && !self.is_stop_word(0) && self.gap(1) == " ";
            let whole = matches!(self.gap(0).trim(), "," | "–" | "—") && self.gap(end).opens_with_mark(".,");
            let mention = self.span(1, end.checked_sub(1)?).filter(|_| verb && whole)?;
            // A surname alone is only one that the text has in full.
            let pattern = if end > 2 { Pattern::Cue } else { Pattern::Subject };
            return Some(Source { mention, cue: self.span(0, 0), pattern });
        }
        let past = |at: usize| !self.is_capital(at) && self.ends_in(at, "ed");
        let pronoun = self.is_of(0, "he she i") && !self.is_auxiliary(1) && self.gap(1) == " ";
        let first = usize::from(past(0));
        let end = if pronoun { 1 } else { self.end_of_name(first) };
        let told = pronoun || end > first && (first > 0 || past(end));
        let mention = self.span(first, end.checked_sub(1)?).filter(|_| told)?;
        Some(Source { mention, cue: None, pattern: Pattern::Cue })
    }

    /// A cue verb right behind a quotation, with a dash or without: "», — сказала
    /// Тереза", "” – mondta Teresa", "\" dedi Teresa". English has a comma.
    fn opening_cue(&self) -> Option<usize> {
        let lead = self.gap(0).trim().behind_marks(", -–—―");
        // "\" diye ekledi"
        let cue = usize::from(self.is_of(0, "diye"));
        (!self.english && lead.is_empty() && self.is_cue(cue)).then_some(cue)
    }

    /// A subject and verb that end a sentence which the quotation is part of:
    /// "“You squeezed employees” to drive up the price, she said."
    fn closing(&self) -> Option<Source> {
        let count = self.words.len();
        // "…, she said, referencing the bank’s drive"
        let ends = |at: usize| count - at <= 4 || self.gap(at + 1).starts_with(',');
        let verb = (1..count).rev().find(|at| self.is_cue(*at) && ends(*at))?;
        let near = verb.saturating_sub(LONGEST_SUBJECT)..verb;
        let comma = near.rev().find(|at| self.gap(*at).has_mark(","))?;
        let named = self.is_pronoun(comma) || self.is_capital(comma);
        let mention = self.span(comma, self.last_of_subject(verb)?.max(comma)).filter(|_| named)?;
        Some(Source { mention, cue: self.words.get(verb).copied(), pattern: Pattern::Cue })
    }

    /// Before a quotation: "Limbaugh told his audience, “", "He’s claiming
    /// that fraud is “", "According to Limbaugh, “".
    fn before(&self) -> Option<Source> {
        // "“…,” says Gordon Smith, marketer in Santa Clara, California, “and …”"
        if self.english && self.follows_quotation() && self.is_cue(0) {
            return self.behind();
        }
        if let Some(source) = self.according().or_else(|| self.agent()) {
            return Some(source);
        }
        // In "Trump said that Clinton described it as “…”" the first verb
        // reports the rest; before a comma or colon it is the last.
        let direct = self.gap(self.words.len()).trim_start().opens_with_mark(",:");
        let mut cues: Vec<usize> = (0..self.words.len()).filter(|at| self.is_cue(*at)).collect();
        // "“You winning?” she said, but Trump went on about “…”": the first verb is of the
        // quotation before.
        if let [first, next, ..] = *cues.as_slice()
            && self.follows_quotation()
            && (first + 1..=next).any(|at| self.gap(at).starts_with(','))
        {
            cues.remove(0);
        }
        // "Anna Sol, when I asked her about it, said that “": what stands between reports nothing.
        let between = |at: &usize| {
            let comma = (1..=*at).rev().find(|at| self.gap(*at).has_mark(","));
            comma.is_some_and(|from| self.is_of(from, SUBORDINATORS))
                && (at + 1..self.words.len()).any(|at| self.gap(at).has_mark(","))
        };
        if !cues.iter().all(between) {
            cues.retain(|at| !between(at));
        }
        if direct {
            cues.reverse();
        }
        let Some(first) = cues.first() else { return self.opened_by_cue() };
        let source = |verb: usize, mention: Span, pattern: Pattern| Source {
            mention,
            cue: self.words.get(verb).copied(),
            pattern,
        };
        let preceding =
            cues.iter().find_map(|verb| Some(source(*verb, self.preceding(*verb)?, Pattern::Cue)));
        preceding.or_else(|| Some(source(*first, self.subject()?, Pattern::Subject)))
    }

    /// Who does what is done to a clause's subject: "Reed was accused by James Todd of “…”", and
    /// not "the spokeswoman said that it was agreed by an adviser “…”"
    fn agent(&self) -> Option<Source> {
        let by = (1..self.words.len()).rev().find(|at| self.is_of(*at, "by"))?;
        let verb = by - 1;
        let reported = (0..verb).any(|at| self.is_cue(at));
        if !self.english || reported || !self.is_cue(verb) || !self.is_done(verb) {
            return None;
        }
        // "by the head of the union as", "by James Todd of"
        let ends = |at: &usize| {
            let of = self.is_of(*at, "of") && self.is_capital(at - 1);
            of || self.breaks(*at, false) || self.is_of(*at, "for that as")
        };
        let end = (by + 2..self.words.len()).find(ends).unwrap_or(self.words.len());
        let mention = self.span(by + 1, end - 1)?;
        Some(Source { mention, cue: self.words.get(verb).copied(), pattern: Pattern::Cue })
    }

    /// Whether the clause ends in a verb that is done to its subject.
    fn is_passive(&self) -> bool {
        let count = self.words.len();
        let known = |at: usize| self.is_of(at, "known called dubbed");
        let near = count.saturating_sub(3)..count;
        let Some(verb) = near.rev().find(|at| self.is_cue(*at) || known(*at)) else { return false };
        let by = (verb..count).any(|at| self.is_of(at, "by"));
        let done = self.is_done(verb) || self.is_of(verb, "known");
        let those = || self.before_who(verb).is_some_and(|whose| self.is_stop_word(whose));
        self.english && (done && !by || those())
    }

    /// Whether a quotation ends where the clause begins.
    fn follows_quotation(&self) -> bool {
        let before = self.text.head(self.span.start as usize);
        before.ends_in_mark("\"”’»“'")
    }

    /// "Said Ellis: “I don’t get the sense she’s interested.”"
    fn opened_by_cue(&self) -> Option<Source> {
        let cue = self.lexicon.is_cue_verb(&self.lower(0)) && self.gap(self.words.len()).starts_with(':');
        let mention = if cue { self.inverted(1)? } else { return None };
        Some(Source { mention, cue: self.words.first().copied(), pattern: Pattern::Cue })
    }

    /// The last word of "according to" that begins with a word.
    #[inline(never)]
    fn according_to(&self, at: usize) -> Option<usize> {
        if self.is_of(at, "according") {
            return Some(at + 1);
        }
        if self.english {
            return None;
        }
        let is = |pair: &str| {
            let one = pair.up_to(" ");
            self.is_of(at, one) && self.is_of(at + 1, pair.tail(one.len() + 1))
        };
        match ACCORDING_TO.split('|').any(is) {
            true => Some(at + 1),
            false => self.is_of(at, ACCORDING).then_some(at),
        }
    }

    /// "According to Limbaugh, “…”"
    #[inline(never)]
    fn according(&self) -> Option<Source> {
        // "Selon Marine Sol, « …", "De acuerdo con Sol, «…"
        let de = |at: usize| at == 1 && self.is_of(0, "de");
        let opens = |at: &usize| self.english || *at == 0 || de(*at) || self.gap(*at).has_mark(",");
        let count = self.words.len();
        if let Some(behind) = count.checked_sub(1).filter(|at| !self.english && self.is_of(*at, BEHIND)) {
            let mention = self.subject_of(behind)?;
            return Some(Source { mention, cue: self.span(behind, behind), pattern: Pattern::Cue });
        }
        let told = |at: usize| Some((at, self.according_to(at)? + 1));
        let (at, first) = (0..count).rev().filter(opens).find_map(told)?;
        let last = (first..count).find(|at| self.gap(at + 1).has_mark(",:")).unwrap_or(count - 1);
        // "Según el portavoz del puerto, Luis Sol, «…"
        let introduces = !self.english && !self.is_capital(first) && self.is_capital(last + 1);
        let named = introduces && self.gap(last + 1).starts_with(',');
        let last = if named { self.end_of_name(last + 1) - 1 } else { last };
        Some(Source {
            mention: self.span(first, last)?,
            cue: self.span(at, first - 1),
            pattern: Pattern::Cue,
        })
    }

    /// A name and a colon: "MODERATOR: “Welcome.”"
    #[inline(never)]
    fn introduced(&self) -> Option<Source> {
        let colon = self.gap(self.words.len()).trim_start().opens_with_mark(":：");
        let few = (1..=5).contains(&self.words.len());
        // "Przypisuje mu się stwierdzenie: „…”"
        let named = self.is_capital(0)
            && !self.is_stop_word(0)
            && (self.english || self.end_of_name(0) == self.words.len());
        let mention = self.span(0, self.words.len().checked_sub(1)?)?;
        (colon && few && named).then_some(Source { mention, cue: None, pattern: Pattern::Label })
    }

    /// A dash and a name: "“…” ― Veronica Cruz"
    #[inline(never)]
    fn signed(&self) -> Option<Source> {
        let end = self.end_of_name(0);
        let whole = end == self.words.len() || self.gap(end).has_mark(",\n.(");
        let mention = self.span(0, end.checked_sub(1)?)?;
        (is_dash(self.gap(0)) && whole).then_some(Source { mention, cue: None, pattern: Pattern::Label })
    }
}

/// Whether a dash stands before a name that signs a quotation.
pub(crate) fn is_dash(gap: &str) -> bool {
    gap.trim_start().opens_with_mark("―—–-")
}
