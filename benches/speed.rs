//! `npm run bench`: how fast each stage is, and the whole, by criterion.
#![allow(missing_docs)]

#[path = "texts.rs"]
mod texts;

use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use nutgraf::{Analysis, AnalyzeOptions, Budget, Document, SummaryOptions, stages};
use std::hint::black_box;
use std::time::Duration;

/// So many bytes of the prose that `scripts/bench.js` has put there.
fn prose(bytes: usize) -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/target/bench-prose.txt");
    let mut text = std::fs::read_to_string(path).expect("npm run bench makes the text");
    text.truncate(text.floor_char_boundary(bytes));
    text
}

/// The stages on prose, one after the other.
fn stage_by_stage(criterion: &mut Criterion) {
    for bytes in [10_000, 1_000_000] {
        let text = prose(bytes);
        let document = Document::parse(text.clone(), None).expect("the text is short");
        let words = stages::tokenize(&document);
        let weighed = stages::weigh(&document, &words);
        let mut group = criterion.benchmark_group(format!("stages {bytes}"));
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
        group.sample_size(20);
        group.bench_function("floor", |b| b.iter(|| stages::floor(black_box(&text))));
        group.bench_function("parse", |b| b.iter(|| stages::parse(black_box(&document))));
        group.bench_function("parse and segment", |b| {
            b.iter(|| Document::parse(black_box(text.clone()), None));
        });
        group.bench_function("tokenize", |b| b.iter(|| stages::tokenize(black_box(&document))));
        group.bench_function("weigh", |b| b.iter(|| stages::weigh(black_box(&document), &words).terms()));
        group.bench_function("score", |b| b.iter(|| stages::score(black_box(&document), &weighed)));
        group.bench_function("score and select", |b| {
            b.iter(|| stages::choose(black_box(&document), &weighed, 5));
        });
        group.bench_function("quotes", |b| b.iter(|| stages::quote(black_box(&document), &words)));
    }
}

/// The whole analysis of every kind of text.
fn whole(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("whole");
    group.sampling_mode(SamplingMode::Flat).sample_size(10);
    group.warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    for (kind, make) in [("prose", prose as texts::Make)].into_iter().chain(texts::KINDS) {
        let sizes: &[usize] = match kind {
            "prose" => &[10_000, 100_000, 1_000_000, 10_000_000, 30_000_000],
            _ => &[100_000, 1_000_000],
        };
        for bytes in sizes {
            let text = make(*bytes);
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_with_input(BenchmarkId::new(kind, bytes), &text, |bencher, text| {
                bencher.iter(|| Analysis::new(black_box(text.as_str()), &AnalyzeOptions::default()));
            });
        }
    }
}

/// Choosing from an analysis.
fn summarize(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("summarize");
    group.warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
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

criterion_group!(benches, stage_by_stage, whole, summarize);
criterion_main!(benches);
