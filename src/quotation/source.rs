//! Who a quotation is ascribed to: the cue verb and the mention beside it.

use super::piece::Piece;
use crate::Span;
use crate::document::{Document, Sentence};
use crate::find::{Marked, before, has, is_among};
use crate::language::{Classes, Language, Lexicon, MentionClass, lower};
use crate::segment::token::TokenKind;
use std::borrow::Cow;

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

/// The words of a clause that are looked at, on either side of a quotation.
const REACH: usize = 40;

/// The words between a quotation and its cue verb at most.
const CUE_REACH: usize = 24;

/// The words of a subject at most.
const LONGEST_SUBJECT: usize = 12;

/// Words that a phrase may hold between capitals: "the Department of State".
const INNER: &str = "of for the a an de van von al";

/// Words that open a phrase: "the White House", "his spokesman", "several groups".
const ARTICLES: &str = "the a an his her their its our my one another several some many most";

/// Words that a clause may open with before its subject: "But Flynn said", "as the memo put it".
const CONJUNCTIONS: &str = "but and although though yet so still then as";

/// Words that join a verb to the one before, whose subject is its own: "Trump bemoaned the
/// unrest in Charlotte and said".
const COORDINATORS: &str = "and but";

/// Words that open a clause within a clause.
const SUBORDINATORS: &str = "when while as after before if";

/// Verbs of speech that are nouns as well.
const NOUNS: &str = "report claim comment note answer reply question demand";

/// Forms of "to be".
pub(crate) const BE: &str = "is was are were be been being";

/// Cue verbs of two words: "as the memo put it", "Trump went on about", "Penhale shot back".
const TWO_WORDS: [[&str; 2]; 6] =
    [["put", "it"], ["puts", "it"], ["went", "on"], ["goes", "on"], ["shot", "back"], ["hit", "back"]];

/// "According to" of two words: "По словам мэра Ивана Петрова, «".
const ACCORDING_TO: [[&str; 2]; 6] = [
    ["по", "словам"],
    ["за", "словами"],
    ["σύμφωνα", "με"],
    ["po", "besedah"],
    ["acuerdo", "con"],
    ["acordo", "com"],
];

/// "According to" in other languages, where it opens its clause.
const ACCORDING: &str = "selon laut según secondo segundo volgens enligt według podle zdaniem menurut prema ifølge podľa \
    pasak според segons theo potrivit d'après";

/// "According to" behind whom it is: "Kovács Éva szerint „", "Ayşe Demir'e göre \"".
const BEHIND: &str = "szerint göre mukaan sõnul teigimu";

/// Words that end a speaker's phrase behind its verb: "said Caddell in May".
const ENDS_PHRASE: &str =
    "in at on after during when while as to from with by before last and but who about this";

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
    let acts = clause.english && clause.is_of(end, GESTURES) && clause.gap(end) == " ";
    let mention = clause.span(0, end.checked_sub(1)?).filter(|_| acts)?;
    Some(Source { mention, cue: None, pattern: Pattern::Turn })
}

/// The words of a clause, and what stands between them.
pub(super) struct Clause<'a> {
    pub(super) text: &'a str,
    pub(super) lexicon: &'a Lexicon,
    english: bool,
    pub(super) german: bool,
    pub(super) span: Span,
    pub(super) words: Vec<Span>,
}

impl<'a> Clause<'a> {
    /// The first words of a span, or its last.
    #[inline(never)]
    fn of(document: &'a Document, span: Span, last: bool) -> Self {
        let span = if last { ending(document, span) } else { span };
        let tokens = document.tokens(span).take(2 * REACH);
        let words = tokens.filter(|token| token.kind == TokenKind::Word).map(|token| token.span).collect();
        let english = document.language() == Language::English;
        let german = document.language().capitalizes_nouns();
        Clause { text: document.text(), lexicon: document.lexicon(), english, german, span, words }
    }

    fn word(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |word| word.of(self.text))
    }

    /// A word in lower case, without "’s": "He’s" is "he".
    #[inline(never)]
    fn lower(&self, at: usize) -> Cow<'a, str> {
        match lower(self.word(at)) {
            Cow::Owned(mut lower) => {
                lower.truncate(lower.strip_suffix("'s").map_or(lower.len(), str::len));
                Cow::Owned(lower)
            }
            borrowed => borrowed,
        }
    }

    /// Whether a word is one of these.
    #[inline(never)]
    pub(super) fn is_of(&self, at: usize, words: &str) -> bool {
        let word = self.word(at);
        let word = if word.ends_with('s') { before(word, "'s|’s").unwrap_or(word) } else { word };
        // "По словам", "D’après"
        if word.is_ascii() { is_among(word, words) } else { is_among(&lower(word), words) }
    }

    #[inline(never)]
    fn ends_in(&self, at: usize, ending: &str) -> bool {
        self.lower(at).ends_with(ending)
    }

    #[inline(never)]
    pub(super) fn classes(&self, at: usize) -> Classes {
        self.lexicon.classes(&self.lower(at))
    }

    /// What stands before a word: behind the one before it, or from the
    /// clause's start.
    #[inline(never)]
    pub(super) fn gap(&self, at: usize) -> &'a str {
        let start = at.checked_sub(1).and_then(|before| self.words.get(before));
        let start = start.map_or(self.span.start, |word| word.end);
        let end = self.words.get(at).map_or(self.span.end, |word| word.start);
        Span::new(start as usize, end as usize).of(self.text)
    }

    /// Whether a phrase ends before a word: at any mark but the full stop of
    /// "Mr." or "John D.", and, unless `commas` may stand in it, at a comma.
    #[inline(never)]
    pub(super) fn breaks(&self, at: usize, commas: bool) -> bool {
        let gap = self.gap(at);
        let stop = gap.has_mark(".") && !at.checked_sub(1).is_some_and(|before| self.is_abbreviated(before));
        stop || has(gap, "--") || gap.has_mark(";:—–―\"“”?!") || (!commas && gap.has_mark(",("))
    }

    /// Whether the full stop behind a word is not a sentence's: "Mr.", "D."
    fn is_abbreviated(&self, at: usize) -> bool {
        let initial = self.is_capital(at) && self.word(at).chars().nth(1).is_none();
        let initials = self.is_capital(at) && self.word(at).has_mark(".");
        initial || initials || self.lexicon.abbreviation(&self.lower(at)).is_some()
    }

    fn is_article(&self, at: usize) -> bool {
        self.is_of(at, ARTICLES)
    }

    #[inline(never)]
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.word(at).opens_capital()
    }

    fn is_pronoun(&self, at: usize) -> bool {
        self.is_of(at, "he she they i we it you")
    }

    fn is_preposition(&self, at: usize) -> bool {
        self.is_of(at, "in on at for with by from after before during over near about")
    }

    #[inline(never)]
    pub(super) fn is_stop_word(&self, at: usize) -> bool {
        self.classes(at).is_stop_word()
    }

    /// Whether a word is a cue verb here: in lower case, and no noun as in
    /// "the report" or "his claim".
    #[inline(never)]
    fn is_cue(&self, at: usize) -> bool {
        let noun = "a an the his her its their this that my no any";
        let word = self.lower(at);
        // English alone: in French, "a déclaré" is a perfect.
        let behind_article = at.checked_sub(1).is_some_and(|before| {
            let article = self.lower(before);
            // "the secretary of state", and "accused of saying"
            let of = article == "of" && !word.ends_with("ing");
            self.english && (of || is_among(&article, noun))
                || self.word(before).ends_in_mark("sS") && self.gap(at).is_empty()
        });
        // "The 35-page report focuses on", and not "the critics report"
        let behind_adjective = || {
            let inner = |at: usize| !self.is_capital(at) && !self.ends_in(at, "s");
            let opens = |first: usize| self.is_of(first, noun) && (first + 1..at).all(inner);
            self.english && is_among(&word, NOUNS) && (at.saturating_sub(3)..at).any(opens)
        };
        let two = || {
            let is = |[one, other]: &[&str; 2]| word == *one && self.is_of(at + 1, other);
            self.english && TWO_WORDS.iter().any(is)
        };
        !self.is_capital(at)
            && !behind_article
            && (self.lexicon.is_cue_verb(&word) && !behind_adjective() || two())
    }

    #[inline(never)]
    pub(super) fn span(&self, first: usize, last: usize) -> Option<Span> {
        let (first, last) = (self.words.get(first)?, self.words.get(last)?);
        Some(Span::new(first.start as usize, last.end as usize))
    }

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
            self.is_stop_word(at) && !joins && !self.is_pronoun(at) && !self.is_capital(at)
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
        let apart = self.gap(0).has_mark(".:;(");
        let pronoun = self.is_of(0, "he she i") && !self.is_auxiliary(1) && self.gap(1) == " ";
        let first = usize::from(past(0));
        let end = if pronoun { 1 } else { self.end_of_name(first) };
        let told = pronoun || end > first && (first > 0 || past(end));
        let mention = self.span(first, end.checked_sub(1)?).filter(|_| told && !apart)?;
        Some(Source { mention, cue: None, pattern: Pattern::Cue })
    }

    /// Where the words with capitals end that one begins.
    #[inline(never)]
    pub(super) fn end_of_name(&self, first: usize) -> usize {
        let ends = |at: &usize| !self.is_capital(*at) || *at > first && self.breaks(*at, false);
        (first..self.words.len()).find(ends).unwrap_or(self.words.len())
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

    /// A subject that reaches from the clause's start to its verb.
    #[inline(never)]
    fn leading(&self, verb: usize) -> Option<Span> {
        let first = usize::from(self.is_of(0, CONJUNCTIONS));
        // "as he put it", and not "…, but he said that"
        if self.is_pronoun(first) && (first == 0 || self.is_of(0, "as")) {
            return (verb <= 5).then_some(self.span(first, first)?);
        }
        // "bà Teresa Obuya nói": a title that is a function word, too.
        let titled = self.classes(first).name_class().is_some();
        let starts = self.is_capital(first) || self.is_article(first) || titled || !self.is_stop_word(first);
        let last = self.last_of_subject(verb)?;
        (starts && first <= last).then_some(self.span(first, last)?)
    }

    /// The last word of a subject before its verb: auxiliaries and adverbs are
    /// passed over.
    fn last_of_subject(&self, verb: usize) -> Option<usize> {
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
    fn inverted(&self, first: usize) -> Option<Span> {
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
            role && self.is_of(at, "and") && !self.breaks(at, false)
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
            && (self.gap(next).has_mark(",(") || self.is_of(next, "whom"))
            && !self.ends_in(next, "ing")
            && (self.is_of(next, "who") || !self.is_of(next, ENDS_PHRASE));
        let end = match appositive {
            true => (last + 2..limit).find(|at| self.breaks(*at, true)).unwrap_or(limit) - 1,
            false => last,
        };
        self.span(first, end)
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
            && first < 3
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

    /// Whether a verb is done to its subject: "is often criticized", and not "is saying".
    fn is_done(&self, verb: usize) -> bool {
        let be = (verb.saturating_sub(2)..verb).any(|at| self.is_of(at, BE));
        be && !self.ends_in(verb, "ing")
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

    /// The word whose verb is behind "who", without a comma: "Reed is tired of those who say that".
    fn before_who(&self, verb: usize) -> Option<usize> {
        let who = (verb.saturating_sub(2)..verb).rev().find(|at| self.is_of(*at, "who"))?;
        who.checked_sub(1).filter(|_| self.gap(who) == " ")
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
        if self.is_of(at, "according") && self.is_of(at + 1, "to") {
            return Some(at + 1);
        }
        if self.english {
            return None;
        }
        let is = |[one, other]: &[&str; 2]| self.is_of(at, one) && self.is_of(at + 1, other);
        match ACCORDING_TO.iter().any(is) {
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

    /// The subject that stands before a verb in the middle of a clause.
    #[inline(never)]
    fn preceding(&self, verb: usize) -> Option<Span> {
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
            let placed = self.is_of(*at, "in at near")
                && at.checked_sub(1).is_some_and(|noun| !self.is_stop_word(noun) && !self.is_capital(noun));
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
        let named = (first..=head).any(|at| self.is_capital(at))
            || self.is_article(first)
            || (opens && !self.is_stop_word(head));
        named.then_some(self.span(self.start_of_pair(first), last)?)
    }

    /// Where a pair begins that opens its clause, whose second name begins with a word: "the
    /// Safety Board and the Labour Inspectorate said".
    fn start_of_pair(&self, second: usize) -> usize {
        let and = second.checked_sub(1).filter(|and| self.english && self.is_of(*and, "and"));
        let Some(head) = and.and_then(|and| and.checked_sub(1)).filter(|head| self.is_capital(*head)) else {
            return second;
        };
        let from = self.start_of(head);
        let opens = from == 0 || self.breaks(from, false) || from == 1 && self.is_preposition(0);
        let whole = (head..second).all(|at| self.gap(at + 1) == " ");
        // "In a joint statement the Safety Board"
        let first = (from..=head).rev().find(|at| self.is_article(*at)).unwrap_or(from);
        if opens && whole { first } else { second }
    }

    /// Whether a verb is joined to one before it, be it by an adverb more: "and later said".
    fn is_coordinated(&self, verb: usize) -> bool {
        let adverb = |at: &usize| self.ends_in(*at, "ly") || self.is_of(*at, "then later also");
        let before = (0..verb).rev().find(|at| !adverb(at));
        self.english && before.is_some_and(|at| self.is_of(at, COORDINATORS) && at > 0)
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
        let whole = self.is_article(first) && self.is_auxiliary(end) && self.gap(end) == " ";
        // "several environmental groups granted the yard a year, saying its “…”"
        let unnamed = || {
            let verb = (noun + 1..end).find(|at| self.is_past(*at))?;
            let reports =
                |at: usize| self.is_cue(at) && self.gap(at).has_mark(",") && self.ends_in(at, "ing");
            (noun > first && (verb..self.words.len()).any(reports)).then(|| verb - 1)
        };
        // "The U.S. government needs", "The 35-page report focuses"
        let capital = (noun..end).rev().find(|at| self.is_capital(*at));
        // "Mobile phone networks failed": a noun goes on, and no verb follows.
        let lone = self.english && capital == Some(from) && from + 1 < end && !self.is_listed(from);
        let owner = self.word(from).has_mark("'’");
        let verbal = |at: usize| self.is_past(at) || self.ends_in(at, "s");
        if lone && !owner && (!verbal(from + 1) || (from + 2..end).any(|at| self.is_past(at))) {
            return None;
        }
        let modified = |at: usize| at + usize::from(noun > first && at + 1 < end);
        let last =
            behind.or_else(|| whole.then(|| end - 1)).or_else(|| capital.map(modified)).or_else(unnamed)?;
        (last > first || !self.is_article(first)).then_some(self.span(first, self.with_apposition(last))?)
    }

    #[inline(never)]
    fn is_listed(&self, at: usize) -> bool {
        self.classes(at).name_class().is_some()
    }

    /// Whether a clause's first word is an adverb or the like: "Meanwhile, it attacked".
    fn is_common(&self, at: usize) -> bool {
        let classes = self.classes(at);
        classes.is_common() || classes.is_always_common()
    }

    #[inline(never)]
    fn is_past(&self, at: usize) -> bool {
        let lower = self.lower(at);
        lower.ends_with("ed") || self.lexicon.classes(&lower).is_mention(MentionClass::Past)
    }

    fn is_auxiliary(&self, at: usize) -> bool {
        const AUXILIARIES: &str =
            "is are was were has have had will would can could shall should may might must";
        self.english && self.is_of(at, AUXILIARIES)
    }

    /// The last word of an apposition behind a subject, where a comma ends it: "Dean, a former
    /// chairman, poked at"; else the subject's.
    fn with_apposition(&self, last: usize) -> usize {
        let opens = self.english && self.gap(last + 1) == ", " && self.is_article(last + 1);
        let limit = self.words.len().min(last + LONGEST_SUBJECT);
        let comma = (last + 2..limit).find(|at| self.breaks(*at, false)).filter(|_| opens);
        comma.filter(|at| self.gap(*at).starts_with(',')).map_or(last, |comma| comma - 1)
    }

    /// Whether a time stands before a clause's first comma: "Twenty-two years ago, a Times
    /// article hailed Trump as".
    fn opens_with_time(&self, from: usize) -> bool {
        let comma = (from + 1..self.words.len()).find(|at| self.gap(*at).has_mark(","));
        comma.is_some_and(|comma| self.is_of(comma - 1, "ago later earlier"))
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

/// The bytes at the end of a clause that hold its last words.
const ENDING_BYTES: usize = 320;

/// The end of a span, from a word's start on.
fn ending(document: &Document, span: Span) -> Span {
    let slice = span.of(document.text());
    let Some(from) = slice.len().checked_sub(ENDING_BYTES) else { return span };
    let from = slice.ceil_char_boundary(from);
    let space = slice.get(from..).and_then(|near| near.find(' ')).unwrap_or(0);
    Span::new(span.start as usize + from + space, span.end as usize)
}
