//! `npm run bench`: how fast texts of 1 kB to 1 MB are analysed, and how fast
//! a summary is chosen from an analysis.
#![allow(missing_docs)]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use nutgraf::{Analysis, AnalyzeOptions, Budget, SummaryOptions};
use std::hint::black_box;

const TEXTS: [&str; 3] = [
    include_str!("../tests/texts/lighthouse.txt"),
    include_str!("../tests/texts/interview.txt"),
    include_str!("../tests/texts/bread.txt"),
];

/// About so many bytes of prose. Each round adds a word of its own, so that
/// the vocabulary grows with the text as it does in books.
fn prose(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 4096);
    for (round, piece) in TEXTS.iter().cycle().enumerate() {
        if text.len() >= bytes {
            break;
        }
        text.push_str(&piece.replace("year", &format!("year{round}")));
        text.push_str("\n\n");
    }
    let end = (0..=bytes.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text.truncate(end);
    text
}

fn analyze(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("analyze");
    for bytes in [1_000, 10_000, 100_000, 1_000_000] {
        let text = prose(bytes);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(bytes), &text, |bencher, text| {
            bencher.iter(|| Analysis::new(black_box(text.as_str()), &AnalyzeOptions::default()));
        });
    }
}

fn summarize(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("summarize");
    for bytes in [100_000, 1_000_000] {
        let analysis = Analysis::new(prose(bytes), &AnalyzeOptions::default()).expect("the text is short");
        let lengths = [("5 sentences", Budget::Sentences(5)), ("20 percent", Budget::Ratio(0.2))];
        for (name, budget) in lengths {
            let options = SummaryOptions { budget, ..SummaryOptions::default() };
            group.bench_function(BenchmarkId::new(name, bytes), |bencher| {
                bencher.iter(|| analysis.summarize(black_box(&options)));
            });
        }
    }
}

criterion_group!(benches, analyze, summarize);
criterion_main!(benches);
