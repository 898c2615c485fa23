//! Keywords: F1 of the first 5, 10 and 15 against people's key phrases, by stemmed
//! exact match, beside single words.

use nutgraf::{Analysis, AnalyzeOptions, QuoteLimit, SummaryOptions, Weights};
use rust_stemmers::{Algorithm, Stemmer};
use serde_json::Value;
use std::collections::{BTreeMap, HashSet};

/// How many of the keywords are compared.
const DEPTHS: [usize; 3] = [5, 10, 15];

/// The sums of a set's F1, by depth.
#[derive(Default)]
struct Sums {
    texts: usize,
    f1: [f64; DEPTHS.len()],
}

/// Prints, by set, the mean F1 of keywords and of the single words that the text has
/// most often, and the mean of the sets.
pub fn report(rows: &[Value], weights: Weights, errors: bool) -> Option<()> {
    let mut sets: BTreeMap<&str, [Sums; 2]> = BTreeMap::new();
    for row in rows {
        let (set, tag, text) = (row["set"].as_str()?, row["lang"].as_str()?, row["text"].as_str()?);
        let keys: Vec<&str> = row["keys"].as_array()?.iter().map(Value::as_str).collect::<Option<_>>()?;
        let stemmer = stemmer(tag);
        let gold: HashSet<String> = keys.iter().map(|key| stemmed(key, stemmer.as_ref())).collect();
        let found = keywords(text, weights)?;
        let single = most_frequent(text);
        let sums = sets.entry(set).or_default();
        for (sums, found) in sums.iter_mut().zip([&found, &single]) {
            let found: Vec<String> = found.iter().map(|word| stemmed(word, stemmer.as_ref())).collect();
            sums.texts += 1;
            for (sum, depth) in sums.f1.iter_mut().zip(DEPTHS) {
                *sum += f1(found.get(..depth).unwrap_or(&found), &gold);
            }
        }
        if errors {
            let mark = |word: &String| {
                let hit = gold.contains(&stemmed(word, stemmer.as_ref()));
                format!("{}{word}", if hit { "*" } else { "" })
            };
            println!(
                "  {set} {}: {}",
                row["id"],
                found.iter().take(10).map(mark).collect::<Vec<_>>().join(" | ")
            );
        }
    }
    println!("{:<24} {:>6} {:>6} {:>6}   frequent words", "F1 at", DEPTHS[0], DEPTHS[1], DEPTHS[2]);
    let figures = |sums: &Sums| sums.f1.map(|sum| 100.0 * sum / sums.texts as f64);
    let mut means = [[0.0; DEPTHS.len()]; 2];
    let print = |name: &str, [ours, words]: [[f64; DEPTHS.len()]; 2]| {
        let row = |figures: [f64; DEPTHS.len()]| figures.map(|figure| format!("{figure:6.2}")).join(" ");
        println!("{name:<24} {}   {}", row(ours), row(words));
    };
    for (set, sums) in &sets {
        let both = [figures(&sums[0]), figures(&sums[1])];
        for (mean, figures) in means.iter_mut().zip(both) {
            for (mean, figure) in mean.iter_mut().zip(figures) {
                *mean += figure / sets.len() as f64;
            }
        }
        print(set, both);
    }
    print("mean of the sets", means);
    Some(())
}

fn keywords(text: &str, weights: Weights) -> Option<Vec<String>> {
    let analysis = Analysis::with_weights(text, &AnalyzeOptions::default(), weights).ok()?;
    let most = DEPTHS.into_iter().max()?;
    let options = SummaryOptions { keywords: most, quotes: QuoteLimit::Best(0), ..SummaryOptions::default() };
    let summary = analysis.summarize(&options).ok()?;
    Some(summary.keywords.iter().map(|keyword| keyword.span.of(text).to_owned()).collect())
}

/// The longer words of a text, most frequent first: what phrases have to beat.
fn most_frequent(text: &str) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 4) {
        *counts.entry(word.to_lowercase()).or_default() += 1;
    }
    let mut ranked: Vec<(String, usize)> = counts.into_iter().collect();
    ranked.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    ranked.into_iter().map(|(word, _)| word).collect()
}

fn f1(found: &[String], gold: &HashSet<String>) -> f64 {
    let found: HashSet<&String> = found.iter().collect();
    let right = found.iter().filter(|word| gold.contains(**word)).count();
    2.0 * right as f64 / (found.len() + gold.len()).max(1) as f64
}

fn stemmer(tag: &str) -> Option<Stemmer> {
    let algorithm = match tag {
        "en" => Algorithm::English,
        "fr" => Algorithm::French,
        "pt" => Algorithm::Portuguese,
        _ => return None,
    };
    Some(Stemmer::create(algorithm))
}

/// A phrase in lower case, word by word stemmed.
fn stemmed(phrase: &str, stemmer: Option<&Stemmer>) -> String {
    let lower = phrase.to_lowercase();
    let stem = |word: &str| stemmer.map_or(word.to_owned(), |stemmer| stemmer.stem(word).into_owned());
    lower.split_whitespace().map(stem).collect::<Vec<_>>().join(" ")
}
