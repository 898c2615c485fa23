//! Ranking: which quotations are key quotes.

use super::Quotation;
use crate::Span;
use crate::document::Document;
use crate::term::Vocabulary;
use crate::weight::Centroid;
use foldhash::HashMap;

/// The words under which a quotation weighs less, in proportion: a pull quote
/// has a point of its own.
const FULL_LENGTH: f64 = 10.0;

/// The words over which it weighs less, in proportion: a pull quote is read at
/// a glance.
const READABLE_LENGTH: f64 = 45.0;

/// The weight of a piece of a sentence: he called it “the worst of both worlds”.
const FRAGMENT: f64 = 0.6;

/// The weight of a quotation that leans on what was said before: “It was late.”
const LEANING: f64 = 0.8;

/// The weight of a quotation whose speaker is not known.
const NAMELESS: f64 = 0.8;

/// The weight of a speaker's next quotation as a share of the last one's.
const SAME_SPEAKER: f64 = 0.6;

/// What is needed to weigh quotations.
pub(crate) struct Ranking<'a> {
    pub(crate) document: &'a Document,
    pub(crate) vocabulary: &'a Vocabulary,
    pub(crate) centroid: &'a Centroid,
}

impl Ranking<'_> {
    /// How much each quotation is a key quote, as a share of the best one's, 0
    /// to 1: the weights of its terms over the root of their number, times its
    /// form (length, wholeness, whether its speaker is known).
    pub(crate) fn scores(&self, quotations: &[Quotation]) -> Vec<f64> {
        let raw: Vec<f64> =
            quotations.iter().map(|quotation| self.centrality(quotation) * self.form(quotation)).collect();
        let best = raw.iter().copied().fold(0.0, f64::max);
        raw.into_iter().map(|raw| if best > 0.0 { raw / best } else { 0.0 }).collect()
    }

    /// The same scores where each quotation of a speaker but the best weighs
    /// less, so that several people get a word in.
    pub(crate) fn spread(&self, quotations: &[Quotation], scores: &[f64]) -> Vec<f64> {
        let mut order: Vec<usize> = (0..quotations.len()).collect();
        let score = |index: usize| scores.get(index).copied().unwrap_or(0.0);
        order.sort_by(|a, b| score(*b).total_cmp(&score(*a)));
        let mut spread = scores.to_vec();
        let mut turns: HashMap<Option<&str>, i32> = HashMap::default();
        for index in order {
            let Some(quotation) = quotations.get(index) else { continue };
            let speaker = quotation.speaker.or(quotation.mention);
            let turn = turns.entry(speaker.map(|speaker| speaker.of(self.document.text()))).or_default();
            if let Some(score) = spread.get_mut(index) {
                *score *= libm::pow(SAME_SPEAKER, f64::from(*turn));
            }
            *turn += 1;
        }
        spread
    }

    fn words<'q>(&'q self, quotation: &'q Quotation) -> impl Iterator<Item = Span> + 'q {
        quotation.parts.iter().flat_map(|part| self.document.words(*part))
    }

    fn centrality(&self, quotation: &Quotation) -> f64 {
        let (text, lexicon) = (self.document.text(), self.document.language().lexicon());
        let terms = self.words(quotation).filter_map(|word| self.vocabulary.find(word.of(text), lexicon));
        let (count, sum) =
            terms.fold((0u32, 0.0), |(count, sum), term| (count + 1, sum + self.centroid.weight(term)));
        sum / f64::sqrt(f64::from(count.max(1)))
    }

    fn form(&self, quotation: &Quotation) -> f64 {
        let words = self.words(quotation).count().max(1) as f64;
        let length = (words / FULL_LENGTH).min(1.0) * (READABLE_LENGTH / words).min(1.0);
        let opening = quotation.parts.first().map_or("", |part| part.of(self.document.text())).trim_start();
        let whole = match opening {
            fragment if fragment.starts_with(char::is_lowercase) => FRAGMENT,
            leaning if self.document.language().lexicon().leans_back(leaning) => LEANING,
            _ => 1.0,
        };
        let named = if quotation.speaker.is_some() { 1.0 } else { NAMELESS };
        length * whole * named
    }
}
