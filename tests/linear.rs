//! Work grows with the length of the text and nothing else: four times the
//! text may cost at most five times the allocations and the bytes allocated,
//! whatever it is made of. Time is measured by `npm run bench` instead.
#![cfg(not(target_family = "wasm"))]

#[path = "../benches/texts.rs"]
mod texts;

use nutgraf::{Analysis, AnalyzeOptions, Budget, QuoteLimit, SummaryOptions};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// The allocations and bytes that an analysis and a long summary take.
fn cost(text: &str) -> (f64, f64) {
    let options =
        SummaryOptions { budget: Budget::Ratio(0.2), quotes: QuoteLimit::All, ..SummaryOptions::default() };
    let region = Region::new(ALLOCATOR);
    let analysis = Analysis::new(text, &AnalyzeOptions::default()).expect("the text is short");
    let summary = analysis.summarize(&options).expect("the options are valid");
    let change = region.change();
    assert!(summary.statistics.characters > 0);
    let bytes = change.bytes_allocated as f64 + change.bytes_reallocated.max(0) as f64;
    ((change.allocations + change.reallocations) as f64, bytes)
}

#[test]
fn four_times_the_text_costs_about_four_times_as_much() {
    const SIZE: usize = 60_000;
    let more: [(&str, texts::Make); 4] = [
        ("blocks", |bytes| "Ferry of the day.\n\n".repeat(bytes / 19)),
        ("list items", |bytes| "- two fresh eggs\n".repeat(bytes / 17)),
        ("names", |bytes| {
            "Tom Reed of Acme told Anna Weiss “so he went off,” he said and ".repeat(bytes / 67)
        }),
        ("brackets", |bytes| "([(\"' ".repeat(bytes / 6)),
    ];
    // What is read once, such as word lists, is read before.
    for (_, make) in texts::KINDS.iter().chain(&more) {
        cost(&make(SIZE));
    }
    for (kind, make) in texts::KINDS.iter().chain(&more) {
        let (allocations, bytes) = cost(&make(SIZE));
        let (allocations_of_four, bytes_of_four) = cost(&make(4 * SIZE));
        let growth = (allocations_of_four / allocations).max(bytes_of_four / bytes);
        assert!(
            growth < 5.0,
            "{kind}: {growth:.1} times as much\nhelp: a stage looks at every sentence, mark or name once more for each"
        );
    }
}
