//! Any text, any options: the promises of tests/common/promises.rs.
#![no_main]

#[path = "../../tests/common/promises.rs"]
#[allow(dead_code, reason = "each target asserts some")]
mod promises;

use libfuzzer_sys::fuzz_target;
use nutgraf::{Analysis, AnalyzeOptions, Budget, QuoteLimit, SummaryOptions};

fuzz_target!(|input: (u8, u8, &str)| {
    let (kind, number, text) = input;
    let Ok(analysis) = Analysis::new(text, &AnalyzeOptions::default()) else { return };
    promises::no_text_is_lost(text, analysis.document());
    promises::quotations_are_slices(text, &analysis);
    promises::antecedents_are_named_before(text, &analysis);
    promises::offsets_agree(text, &analysis);
    let number = usize::from(number).max(1);
    let budget = match kind % 4 {
        0 => Budget::Auto,
        1 => Budget::Sentences(number),
        2 => Budget::Words(number),
        _ => Budget::Ratio(number as f64 / 255.0),
    };
    let quotes = if kind & 4 == 0 { QuoteLimit::All } else { QuoteLimit::Best(number) };
    let options = SummaryOptions { budget, quotes, ..SummaryOptions::default() };
    let summary = analysis.summarize(&options).expect("the options are in range");
    promises::summary_holds(text, &summary);
    let again = Analysis::new(text, &AnalyzeOptions::default()).and_then(|again| again.summarize(&options));
    assert_eq!(again.as_ref(), Ok(&summary), "the same text gives the same summary");
});
