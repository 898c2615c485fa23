//! ROUGE by the definition of google's rouge_score: lower case, what is no
//! letter or digit of ASCII to spaces, words over three letters Porter-stemmed.

use std::collections::HashMap;
use std::ops::{AddAssign, Div};

/// A text's words in ROUGE's form.
pub fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let pieces = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|piece| !piece.is_empty());
    pieces.map(|piece| if piece.len() > 3 { porter_stemmer::stem(piece) } else { piece.to_owned() }).collect()
}

/// Precision, recall and their harmonic mean, each 0 to 1.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    pub precision: f64,
    pub recall: f64,
    pub f1: f64,
}

impl Score {
    fn of(matches: usize, candidate: usize, reference: usize) -> Self {
        let share = |of: usize| matches as f64 / of.max(1) as f64;
        let (precision, recall) = (share(candidate), share(reference));
        let f1 = if matches == 0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) };
        Score { precision, recall, f1 }
    }
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        self.precision += other.precision;
        self.recall += other.recall;
        self.f1 += other.f1;
    }
}

impl Div<f64> for Score {
    type Output = Score;

    fn div(self, by: f64) -> Score {
        Score { precision: self.precision / by, recall: self.recall / by, f1: self.f1 / by }
    }
}

/// ROUGE-1, ROUGE-2 and ROUGE-L of a text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rouge {
    pub one: Score,
    pub two: Score,
    pub longest: Score,
}

impl Rouge {
    /// Compares a candidate's words with a reference's.
    pub fn of(candidate: &[String], reference: &[String]) -> Self {
        Rouge {
            one: n_gram(candidate, reference, 1),
            two: n_gram(candidate, reference, 2),
            longest: Score::of(longest_common(candidate, reference), candidate.len(), reference.len()),
        }
    }

    /// The mean over references.
    pub fn mean(candidate: &[String], references: &[Vec<String>]) -> Self {
        let mut sum = Rouge::default();
        references.iter().for_each(|reference| sum += Rouge::of(candidate, reference));
        sum / references.len().max(1) as f64
    }
}

impl AddAssign for Rouge {
    fn add_assign(&mut self, other: Self) {
        self.one += other.one;
        self.two += other.two;
        self.longest += other.longest;
    }
}

impl Div<f64> for Rouge {
    type Output = Rouge;

    fn div(self, by: f64) -> Rouge {
        Rouge { one: self.one / by, two: self.two / by, longest: self.longest / by }
    }
}

fn n_gram(candidate: &[String], reference: &[String], n: usize) -> Score {
    let mut counts: HashMap<&[String], usize> = HashMap::new();
    reference.windows(n).for_each(|gram| *counts.entry(gram).or_default() += 1);
    let mut matches = 0;
    for gram in candidate.windows(n) {
        if let Some(count) = counts.get_mut(gram).filter(|count| **count > 0) {
            *count -= 1;
            matches += 1;
        }
    }
    let grams = |words: &[String]| (words.len() + 1).saturating_sub(n);
    Score::of(matches, grams(candidate), grams(reference))
}

/// The length of the longest common subsequence.
fn longest_common(a: &[String], b: &[String]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for word in a {
        let mut diagonal = 0;
        for (column, other) in b.iter().enumerate() {
            let above = row[column + 1];
            row[column + 1] = if word == other { diagonal + 1 } else { above.max(row[column]) };
            diagonal = above;
        }
    }
    row[b.len()]
}
