//! Any phrase of any text: places are slices in order, and a keyword is found as often as
//! it says.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nutgraf::{Analysis, AnalyzeOptions, SummaryOptions};

fuzz_target!(|input: (&str, &str)| {
    let (phrase, text) = input;
    let Ok(analysis) = Analysis::new(text, &AnalyzeOptions::default()) else { return };
    let places = |phrase: &str| {
        let places = analysis.occurrences(phrase);
        assert!(places.windows(2).all(|pair| pair[0].start <= pair[1].start));
        assert!(places.iter().all(|place| !place.of(text).is_empty()));
        places.len()
    };
    places(phrase);
    let options = SummaryOptions { query: phrase.into(), keywords: 20, ..SummaryOptions::default() };
    let Ok(summary) = analysis.summarize(&options) else { return };
    for keyword in &summary.keywords {
        assert_eq!(places(keyword.span.of(text)), keyword.count, "{:?}", keyword.span.of(text));
    }
});
