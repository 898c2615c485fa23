//! Sentence scores: centrality, position and form, every part kept.

use crate::document::{Document, Sentence};
use crate::find::Marked;
use crate::language::{Leaning, Opening, is_lowercase};
use crate::people::Antecedents;
use crate::place::Places;
use crate::power::power;
use crate::segment::block::BlockKind;
use crate::weight::{Memo, SentenceVectors};

/// Why a sentence was chosen, or not. `total` is the product of the other
/// parts; each part but `centrality` is 1 where it changes nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SentenceScore {
    /// How much of what the text is about the sentence says: the weights of
    /// its distinct terms over the square root of their words' number, as a
    /// share of the best sentence's. 0 to 1.
    pub centrality: f64,
    /// The weight of its place, see [`Weights::position`]. 1 to 6.
    pub position: f64,
    /// The weight of its form, less than 1 for a sentence that is very short,
    /// mostly quoted, or leans on the one before it. 0 to 1.
    pub form: f64,
    /// `centrality` × `position` × `form`.
    pub total: f64,
}

/// The parameters of the score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// The power of a term's sentence frequency in its weight. At 0 all terms
    /// that occur weigh alike, at 1 this is plain TF × ISF; above 2 the one
    /// most frequent term decides.
    ///
    /// ### Default
    /// `2.0`
    pub frequency: f64,
    /// The power of a sentence's length, in words, that its terms' sum is
    /// divided by. At 0 long sentences win for their length, at 1 short ones
    /// for their density.
    ///
    /// ### Default
    /// `0.5`
    pub length: f64,
    /// What the first sentence's place is worth above the last one's: position
    /// weighs 1 + `position` ÷ √(1 + order). 0 ignores position; at 20 a
    /// summary is the text's beginning. It counts for less in a text that
    /// speaks of "I" and "you", where the point may stand anywhere. What says what
    /// the text sets out to do or comes to ("We conclude") counts as the first.
    ///
    /// ### Default
    /// `5.0`
    pub position: f64,
    /// How much a term's weight falls as chosen sentences cover it: after k of
    /// them it is divided by 1 + `coverage` × k. 0 does not mind repetition, at
    /// 5 a term counts hardly twice. (Falling to a fixed share each time suits
    /// short summaries or long ones, not both.)
    ///
    /// ### Default
    /// `0.7`
    pub coverage: f64,
    /// The weight of a sentence that a connective ties to the one before it
    /// ("However, …"), in a length that was asked for, while that one is not chosen.
    /// 1 does not mind, 0 never chooses one. A sentence that cannot be understood
    /// without the one before ("He also …") takes it along, or is chosen last.
    ///
    /// ### Default
    /// `0.85`
    pub leaning: f64,
    /// The weight of what is no whole sentence: without a stop at its end, or
    /// under five words. 1 does not mind; near 0 it is chosen after all others.
    /// A text that is mostly such, as notes and poems are, is left alone.
    ///
    /// ### Default
    /// `0.02`
    pub fragment: f64,
    /// How much a sentence gains less for each one chosen from its section: k of
    /// them divide its gain by 1 + `section` × k. 0 does not mind sections, at 2
    /// each section gets a sentence before one gets two. A long text without headings
    /// has parts for sections.
    ///
    /// ### Default
    /// `0.3`
    pub section: f64,
    /// The weight of a sentence that is mostly a quotation: quotes are shown
    /// by themselves. 1 does not mind, 0 never chooses one.
    ///
    /// ### Default
    /// `0.85`
    pub quoted: f64,
    /// The weight of a question, which seldom says what a text does: "Can I take my
    /// dog?" 1 does not mind, 0 never chooses one.
    ///
    /// ### Default
    /// `0.6`
    pub question: f64,
    /// The number of words under which a sentence weighs less, in proportion.
    ///
    /// ### Default
    /// `8.0`
    pub full_length: f64,
    /// What a term of the query weighs, as a multiple of the heaviest term's
    /// weight. At 0 the query's terms count for nothing; from 12 on a sentence
    /// with one of them beats the first sentence of a report, whose place
    /// weighs six times as much.
    ///
    /// ### Default
    /// `16.0`
    pub query: f64,
    /// How many times more a term of the title weighs. 1 ignores the title.
    ///
    /// ### Default
    /// `3.0`
    pub title: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Weights {
            frequency: 2.0,
            length: 0.5,
            position: 5.0,
            coverage: 0.7,
            leaning: 0.85,
            fragment: 0.02,
            section: 0.3,
            quoted: 0.85,
            question: 0.6,
            full_length: 8.0,
            query: 16.0,
            title: 3.0,
        }
    }
}

/// What multiplies the weights of a sentence's terms, part by part; no query
/// changes it. All 0 for what may not be chosen.
#[derive(Clone, Copy, Debug, Default)]
struct Factor {
    position: f64,
    /// The form without `leaning`.
    form: f64,
    /// How the sentence leans on the one before.
    leaning: Option<Leaning>,
    /// Whether it is a whole sentence, or stands where there are none.
    whole: bool,
    /// The number of its section.
    section: u32,
    /// 1 over what the sentence's length divides its terms' sum by.
    scale: f64,
}

/// The [`Factor`]s of all sentences.
#[derive(Debug, Default)]
pub(crate) struct Factors {
    factors: Vec<Factor>,
    /// [`Weights::leaning`].
    leaning: f64,
    listed: bool,
}

impl Factors {
    /// Looks at each sentence's place and form.
    pub(crate) fn of(
        document: &Document,
        vectors: &SentenceVectors,
        antecedents: &Antecedents,
        weights: &Weights,
    ) -> Self {
        let mostly_whole = mostly_whole(document, vectors);
        let listed = !mostly_whole && is_list(document, vectors);
        let position = weights.position * reportage(vectors);
        let mut quoted = QuotedShare::of(document);
        let mut places = Places::of(document);
        let mut open = false;
        let part = part(document);
        let mut scale = Memo::of(|words| power(words.max(1) as f64, -weights.length));
        let factor = |(order, sentence): (usize, &Sentence)| {
            let quoted = quoted.of_sentence(sentence) > 0.5;
            if vectors.terms(order).is_empty() || !sentence.balanced {
                return Factor::default();
            }
            let opening = sentence.content.of(document.text());
            // "and you end up with a brick": all clauses of what is said are tied to the one before.
            let leans = |how: &Leaning| mostly_whole || *how == Leaning::Mention;
            let told = document.lexicon().opening(opening);
            // "“These results reinforce our concern,” the chamber said."
            let indicates = told == Some(Opening::Indicates) && !quoted;
            let begins = places.begins();
            let place = places.of_sentence(order, sentence, indicates);
            // What an abstract comes to is understood: "These findings suggest that gulls …"
            let understood = || place == 0 && !begins || antecedents.get(order).is_some();
            let leaning = match told {
                Some(Opening::Leans(how)) if leans(&how) && !understood() => Some(how),
                _ => None,
            };
            let words = vectors.words(order) as f64;
            let short = (words / weights.full_length.max(1.0)).min(1.0);
            let quoted = if quoted { weights.quoted } else { 1.0 };
            let question = if opening.ends_in_mark("?？؟") { weights.question } else { 1.0 };
            // Notes and poems are fragments by nature; the items of a list say little one by one, but
            // where there is nothing else.
            let item = document.kind(sentence) == Some(BlockKind::ListItem) && !listed;
            // "The tide is given by ⏎ h = 2 sin t ⏎ where t is the time.": the rest of a sentence.
            // "iOS" and "harlow.example" begin one.
            let rest = open && opening.first_word().before_marks(",").is_all(is_lowercase);
            if vectors.is_prose(order) {
                open = !sentence.finished;
            }
            let whole = is_whole(document, sentence, vectors.words(order)) && !rest || !mostly_whole && !item;
            let fragment = if whole { 1.0 } else { weights.fragment };
            Factor {
                position: 1.0 + position / f64::sqrt(1.0 + place as f64),
                form: short * quoted * question * fragment,
                whole,
                leaning,
                section: document.section_of(sentence.block).map_or(order / part, |heading| heading + 1)
                    as u32,
                scale: scale.at(vectors.words(order)),
            }
        };
        let factors = document.sentences().iter().enumerate().map(factor).collect();
        Factors { factors, leaning: weights.leaning, listed }
    }

    /// Whether the text is a list of fragments, more than anything else.
    pub(crate) fn is_list(&self) -> bool {
        self.listed
    }

    /// What a sentence weighs without the one that it leans on. A connective keeps
    /// it out of a `strict` choice alone.
    fn alone(&self, factor: Factor, strict: bool) -> f64 {
        match factor.leaning {
            None => 1.0,
            Some(Leaning::Connective) if !strict => self.leaning,
            Some(_) => LONELY,
        }
    }

    fn at(&self, order: usize) -> Factor {
        self.factors.get(order).copied().unwrap_or_default()
    }

    /// The score of each sentence, given the sum of its term weights.
    pub(crate) fn scores(&self, sums: &[f64]) -> Vec<SentenceScore> {
        let centralities: Vec<f64> =
            self.factors.iter().zip(sums).map(|(factor, sum)| factor.scale * sum).collect();
        let best = centralities.iter().copied().fold(0.0, f64::max);
        let score = |(centrality, factor): (f64, &Factor)| {
            let centrality = if best > 0.0 { centrality / best } else { 0.0 };
            let form = factor.form * self.alone(*factor, false);
            SentenceScore {
                centrality,
                position: factor.position,
                form,
                total: centrality * factor.position * form,
            }
        };
        centralities.into_iter().zip(&self.factors).map(score).collect()
    }

    /// What multiplies the weights of a sentence's terms. A sentence that leans on
    /// the one before it loses nothing where it is `understood`.
    pub(crate) fn factor(&self, order: usize, understood: bool, strict: bool) -> f64 {
        let factor = self.at(order);
        let leaning = if understood { 1.0 } else { self.alone(factor, strict) };
        factor.position * factor.form * leaning * factor.scale
    }

    /// The weight of a sentence's place.
    pub(crate) fn position(&self, order: usize) -> f64 {
        self.at(order).position
    }

    /// Whether a sentence can be understood by itself, or behind the one before it
    /// where that is `chosen`.
    pub(crate) fn stands(&self, order: usize, chosen: bool) -> bool {
        self.at(order).whole && (chosen || self.leaning(order).is_none())
    }

    /// The number of a sentence's section, in order of place.
    pub(crate) fn section(&self, order: usize) -> usize {
        self.at(order).section as usize
    }

    /// How a sentence leans on the one before it.
    pub(crate) fn leaning(&self, order: usize) -> Option<Leaning> {
        self.at(order).leaning
    }
}

/// The weight of a sentence that leans on one which is not chosen: it is chosen
/// after all others.
const LONELY: f64 = 0.02;

/// The words that a whole sentence has at least: "Yes, we can." says nothing by
/// itself. In a text of a few sentences each may be what it is about.
const WHOLE: usize = 5;
const FEW: usize = 8;

/// Whether a sentence can stand by itself: one in brackets is an aside.
fn is_whole(document: &Document, sentence: &Sentence, words: usize) -> bool {
    let shown = sentence.content.of(document.text());
    // Some scripts write no spaces, and have no small letters.
    let several =
        || shown.bytes().filter(u8::is_ascii_whitespace).nth(WHOLE - 2).is_some() || !shown.is_ascii();
    let few = document.sentences().len() < FEW;
    // "PLEASE READ THESE TERMS CAREFULLY."
    let shouted = || !shown.has_small() && shown.is_ascii();
    sentence.finished && (few || words >= WHOLE && several()) && !shown.opens_with_mark("([") && !shouted()
}

/// The share of a text's words that stand in whole sentences, under which its
/// fragments are its way of writing: notes, poems, headlines.
const MOSTLY: f64 = 0.15;

fn mostly_whole(document: &Document, vectors: &SentenceVectors) -> bool {
    let prose = || document.sentences().iter().enumerate().filter(|(order, _)| vectors.is_prose(*order));
    let all: usize = prose().map(|(order, _)| vectors.words(order)).sum();
    let mut whole = 0;
    let mut reached = |(order, sentence): (usize, &Sentence)| {
        let words = vectors.words(order);
        whole += if is_whole(document, sentence, words) { words } else { 0 };
        whole as f64 >= MOSTLY * all as f64
    };
    prose().any(&mut reached) || all == 0
}

/// Whether most of a text's words stand in lists, and none in a whole sentence: release notes,
/// minutes in points.
fn is_list(document: &Document, vectors: &SentenceVectors) -> bool {
    let mut balance = 0;
    for (order, sentence) in document.sentences().iter().enumerate() {
        let words = vectors.words(order);
        if !vectors.is_prose(order) {
            continue;
        }
        if is_whole(document, sentence, words) {
            return false;
        }
        let listed = document.kind(sentence) == Some(BlockKind::ListItem);
        balance += if listed { words as i64 } else { -(words as i64) };
    }
    balance > 0
}

/// The share of words of the first and second person up to which a text is a
/// report, and from which it is talk: news has 1 to 3 %, interviews, advice
/// and letters 6 % and more.
const REPORT: f64 = 0.03;
const TALK: f64 = 0.08;

/// What position counts for in talk, where it counts 1 in a report: an
/// interview's or a letter's point may stand anywhere.
const POSITION_IN_TALK: f64 = 0.4;

/// How much a text is a report, from [`POSITION_IN_TALK`] to 1.
fn reportage(vectors: &SentenceVectors) -> f64 {
    let share = vectors.persons() as f64 / vectors.total_words().max(1) as f64;
    let talk = ((share - REPORT) / (TALK - REPORT)).clamp(0.0, 1.0);
    1.0 - talk * (1.0 - POSITION_IN_TALK)
}

/// The sentences that each part has at least of a text without headings: of a speech of five thousand
/// words or a story not the beginning alone is chosen. A report of a hundred sentences stays one, for
/// it says first what counts most. Between 50 and 80 all that is measured is the same but for chance.
const PART: usize = 55;

/// The sentences of each part of a text: all of one that its headings part.
fn part(document: &Document) -> usize {
    let all = document.sentences().len() + 1;
    let headed = (0..document.blocks().len()).any(|block| document.section_of(block).is_some());
    if headed { all } else { all / (all / PART).max(1) + 1 }
}

/// How much of each sentence stands between quotation marks, walked in step
/// with the sentences.
struct QuotedShare<'a> {
    document: &'a Document,
    next: usize,
    /// Where the last quotation that was passed ends.
    end: u32,
}

impl<'a> QuotedShare<'a> {
    fn of(document: &'a Document) -> Self {
        QuotedShare { document, next: 0, end: 0 }
    }

    /// The share of the sentence's bytes between quotation marks, 0 to 1.
    fn of_sentence(&mut self, sentence: &Sentence) -> f64 {
        let span = sentence.span;
        let mut quoted = self.end.min(span.end).saturating_sub(span.start);
        while let Some(pair) = self.document.pairs().get(self.next).filter(|pair| pair.open.start < span.end)
        {
            self.next += 1;
            let Some(close) = pair.close.filter(|_| !pair.brackets) else { continue };
            if close.end <= self.end {
                continue; // within the last one
            }
            let start = pair.open.start.max(self.end).max(span.start);
            quoted += close.end.min(span.end).saturating_sub(start);
            self.end = close.end;
        }
        f64::from(quoted) / span.len().max(1) as f64
    }
}
