//! The slowest texts: what is repeated costs as much a byte however often, and never more than
//! the bound.
#![no_main]

#[path = "../module.rs"]
mod module;

use libfuzzer_sys::fuzz_target;
use std::sync::atomic::{AtomicU8, Ordering};

/// libFuzzer keeps what reaches a counter for the first time, as it keeps what reaches an
/// edge: one for each hundred steps a byte, so that it climbs.
#[unsafe(link_section = "__libfuzzer_extra_counters")]
static SLOWEST: [AtomicU8; 256] = [const { AtomicU8::new(0) }; 256];

/// The repeated texts, in bytes: as many as tell the language, for another is dearer, and more.
const SMALL: usize = 3_000;
const LARGE: usize = 8_000;

/// How much more a byte of the larger may cost: what grows with the square costs four times.
const GROWTH: f64 = 1.5;

/// In steps a byte; real prose is 1,400, the dearest kind of benches/steps.json 3,200.
const MOST: f64 = 25_000.0;

fuzz_target!(|text: &str| {
    if text.is_empty() {
        return;
    }
    let steps_per_byte = |bytes: usize| {
        let repeated = text.repeat(bytes.div_ceil(text.len()));
        module::run(&repeated).steps as f64 / repeated.len() as f64
    };
    // The first reads the language's word lists.
    let [_, small, large] = [LARGE, SMALL, LARGE].map(steps_per_byte);
    let counter = SLOWEST.get((large / 100.0) as usize).or(SLOWEST.last());
    counter.inspect(|counter| counter.store(1, Ordering::Relaxed));
    // For coverage: the interpreter is not under it.
    nutgraf::stages::whole(text.into());
    assert!(large < MOST, "{large} steps a byte");
    assert!(large < GROWTH * small, "{small} steps a byte, and {large} in a longer text");
});
