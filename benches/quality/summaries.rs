//! Summaries against human ones: ROUGE for nutgraf and for baselines.

use crate::parameters;
use crate::rouge::{self, Rouge};
use nutgraf::{Analysis, AnalyzeOptions, Budget, QuoteLimit, SummaryOptions, Weights};
use serde_json::Value;

/// A text with human summaries.
pub struct Article {
    text: String,
    title: Option<String>,
    references: Vec<String>,
}

impl Article {
    pub fn read(row: &Value) -> Option<Self> {
        let strings = |value: &Value| -> Option<Vec<String>> {
            value.as_array()?.iter().map(|text| text.as_str().map(str::to_owned)).collect()
        };
        Some(Article {
            text: strings(&row["paragraphs"])?.join("\n\n"),
            title: row["title"].as_str().filter(|title| !title.is_empty()).map(str::to_owned),
            references: strings(&row["references"])?,
        })
    }
}

/// How systems are compared.
#[derive(Clone, Copy)]
pub enum Protocol {
    /// F1 at the length of the first reference.
    ReferenceLength,
    /// Recall of the first so many words (DUC), mean over the references.
    Words(usize),
}

impl Protocol {
    fn words(self, references: &[Vec<String>]) -> usize {
        match self {
            Protocol::ReferenceLength => references.first().map_or(0, Vec::len),
            Protocol::Words(words) => words,
        }
    }

    pub fn name(self) -> String {
        match self {
            Protocol::ReferenceLength => "F1 at reference length".into(),
            Protocol::Words(words) => format!("recall at {words} words"),
        }
    }

    fn figure(self, score: rouge::Score) -> f64 {
        match self {
            Protocol::ReferenceLength => score.f1,
            Protocol::Words(_) => score.recall,
        }
    }
}

/// One system's mean figures, as shares of 1.
pub struct Row {
    pub name: String,
    pub figures: [f64; 3],
}

/// An article, analysed, with what every system chooses from.
struct Case {
    analysis: Analysis,
    /// The sentences that may be chosen: order in the document and words.
    sentences: Vec<(usize, Vec<String>)>,
    references: Vec<Vec<String>>,
}

impl Case {
    fn of(article: &Article, weights: Weights) -> Self {
        let options = AnalyzeOptions { title: article.title.clone(), ..AnalyzeOptions::default() };
        let analysis =
            Analysis::with_weights(article.text.clone(), &options, weights).expect("the text is short");
        let document = analysis.document();
        let prose = |(order, sentence)| {
            document.is_prose(sentence).then(|| (order, rouge::words(sentence.content.of(document.text()))))
        };
        let sentences: Vec<_> = document.sentences().iter().enumerate().filter_map(prose).collect();
        let references = article.references.iter().map(|reference| rouge::words(reference)).collect();
        Case { analysis, sentences, references }
    }

    fn words_of(&self, order: usize) -> &[String] {
        let found = self.sentences.iter().find(|(other, _)| *other == order);
        found.map_or(&[], |(_, words)| words)
    }

    /// The first `limit` words of what is chosen: sentences are taken in the
    /// order of `ranking` until they have enough words, put in document order,
    /// and cut.
    fn cut(&self, ranking: impl IntoIterator<Item = usize>, limit: usize) -> Vec<String> {
        let mut chosen = Vec::new();
        let mut words = 0;
        for order in ranking {
            if words >= limit {
                break;
            }
            words += self.words_of(order).len();
            chosen.push(order);
        }
        chosen.sort_unstable();
        chosen.into_iter().flat_map(|order| self.words_of(order)).take(limit).cloned().collect()
    }

    fn lead(&self) -> Vec<usize> {
        self.sentences.iter().map(|(order, _)| *order).collect()
    }

    /// A shuffle from a fixed seed (Fisher–Yates over SplitMix64).
    fn random(&self, seed: u64) -> Vec<usize> {
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut z = state;
            z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            z ^ (z >> 31)
        };
        let mut orders = self.lead();
        for last in (1..orders.len()).rev() {
            orders.swap(last, (next() % (last as u64 + 1)) as usize);
        }
        orders
    }

    /// The sentences that greedily raise ROUGE-1 + ROUGE-2 most: about the
    /// best that any choice of whole sentences can reach.
    fn oracle(&self, protocol: Protocol, limit: usize) -> Vec<usize> {
        let mut chosen: Vec<usize> = Vec::new();
        let mut best = 0.0;
        loop {
            let figure = |order: usize| {
                let with = self.cut(chosen.iter().copied().chain([order]), limit);
                let rouge = Rouge::mean(&with, &self.references);
                protocol.figure(rouge.one) + protocol.figure(rouge.two)
            };
            let free = self.lead().into_iter().filter(|order| !chosen.contains(order));
            let next = free.map(|order| (figure(order), order)).max_by(|a, b| a.0.total_cmp(&b.0));
            match next {
                Some((figure, order)) if figure > best => {
                    best = figure;
                    chosen.push(order);
                }
                _ => return chosen,
            }
        }
    }

    /// nutgraf's own choice, best first.
    fn nutgraf(&self) -> Vec<usize> {
        let options = SummaryOptions {
            budget: Budget::Sentences(usize::MAX),
            quotes: QuoteLimit::Best(0),
            keywords: 0,
            ..SummaryOptions::default()
        };
        let mut sentences = self.analysis.summarize(&options).expect("the options are valid").sentences;
        sentences.sort_unstable_by_key(|sentence| sentence.rank);
        sentences.into_iter().map(|sentence| sentence.order).collect()
    }
}

fn mean(name: &str, cases: &[Case], protocol: Protocol, rank: impl Fn(&Case, usize) -> Vec<usize>) -> Row {
    let mut sum = Rouge::default();
    for case in cases {
        let limit = protocol.words(&case.references);
        sum += Rouge::mean(&case.cut(rank(case, limit), limit), &case.references);
    }
    let mean = sum / cases.len().max(1) as f64;
    Row { name: name.into(), figures: [mean.one, mean.two, mean.longest].map(|score| protocol.figure(score)) }
}

/// nutgraf beside the baselines.
pub fn compare(articles: &[Article], protocol: Protocol, weights: Weights) -> Vec<Row> {
    let cases = cases(articles, weights);
    vec![
        mean("lead", &cases, protocol, |case, _| case.lead()),
        mean("random", &cases, protocol, |case, _| case.random(1)),
        mean("oracle", &cases, protocol, |case, limit| case.oracle(protocol, limit)),
        mean("nutgraf", &cases, protocol, |case, _| case.nutgraf()),
    ]
}

/// nutgraf with one part of its score at a time made to change nothing.
pub fn ablate(articles: &[Article], protocol: Protocol, weights: Weights) -> Vec<Row> {
    let row = |name: &str, weights: Weights| {
        mean(name, &cases(articles, weights), protocol, |case, _| case.nutgraf())
    };
    let without = parameters::ALL.iter().map(|parameter| {
        let mut ablated = weights;
        *(parameter.of)(&mut ablated) = parameter.neutral;
        row(&format!("  {} = {}", parameter.name, parameter.neutral), ablated)
    });
    std::iter::once(row("nutgraf", weights)).chain(without).collect()
}

fn cases(articles: &[Article], weights: Weights) -> Vec<Case> {
    articles.iter().map(|article| Case::of(article, weights)).collect()
}
