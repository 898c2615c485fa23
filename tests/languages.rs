//! A text in each language: detected, its sentences told, and its quotation given
//! to the right person.
#![cfg(all(feature = "asian", feature = "european", feature = "middle-eastern"))]

use nutgraf::{Analysis, AnalyzeOptions, Language, QuoteLimit, SummaryOptions};

#[test]
fn every_language_is_detected_and_its_quotation_has_its_speaker() {
    let cases = include_str!("languages.txt").split("\n\n").skip(1);
    let mut languages = 0;
    for case in cases {
        let (first, speaker) = case.trim().split_once("\n> ").unwrap();
        let (tag, text) = first.split_once(": ").unwrap();
        let analysis = Analysis::new(text, &AnalyzeOptions::default()).unwrap();
        let options = SummaryOptions { quotes: QuoteLimit::All, ..SummaryOptions::default() };
        let summary = analysis.summarize(&options).unwrap();
        assert_eq!(summary.language.tag(), tag);
        assert_eq!(Language::from_tag(tag), Some(summary.language));
        assert_eq!(analysis.document().sentences().len(), 2, "{tag}");
        let speakers: Vec<&str> = summary
            .quotes
            .iter()
            .map(|quote| quote.quotation.speaker.map_or("", |speaker| speaker.of(text)))
            .collect();
        assert_eq!(speakers, [speaker], "{tag}");
        languages += 1;
    }
    assert!(languages >= 25);
}
