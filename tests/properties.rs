//! The promises that hold for any text, on texts made at random.
#![cfg(not(target_family = "wasm"))]

use nutgraf::{Analysis, AnalyzeOptions, Budget, Document, QuoteLimit, Span, SummaryOptions, TokenKind};
use proptest::prelude::*;

/// Text that looks like text: words, stops, marks, breaks and odd characters.
fn prose() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => "[a-zA-Z]{1,9} ",
        2 => prop::sample::select(vec![
            ". ", "? ", "! ", "… ", ". . . ", "Mr. ", "U.S. ", "e.g. ", "1. ", "- ", "3.14 ", ", ", "said ", "He ",
            "\"", "'", "“", "”", "‘", "’", "«", "»", "„", "(", ")", "[", "]", "[1]", "— ", ": ",
        ])
        .prop_map(str::to_owned),
        1 => prop::sample::select(vec![
            "\n", "\n\n", "\r\n", "\t", "\u{a0}", "\u{2028}", "。", "「", "」", "漢字", "é", "🎉", "\u{301}", "\u{200f}", "؟ ",
        ])
        .prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..120).prop_map(|pieces| pieces.concat())
}

fn summarize(text: &str, budget: Budget) -> nutgraf::Summary {
    let analysis = Analysis::new(text, &AnalyzeOptions::default()).unwrap();
    let options = SummaryOptions { budget, quotes: QuoteLimit::All, ..SummaryOptions::default() };
    analysis.summarize(&options).unwrap()
}

/// Whether the spans ascend, lie in `whole`, and leave only white space out.
fn tile(text: &str, whole: Span, spans: impl Iterator<Item = Span>) -> bool {
    let mut end = whole.start;
    for span in spans {
        if span.start < end
            || span.is_empty()
            || !Span::new(end as usize, span.start as usize).of(text).trim().is_empty()
        {
            return false;
        }
        end = span.end;
    }
    end <= whole.end && Span::new(end as usize, whole.end as usize).of(text).trim().is_empty()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn no_text_is_lost(text in prose()) {
        let document = Document::parse(text.clone(), None).unwrap();
        let whole = Span::new(0, text.len());
        prop_assert_eq!(document.text(), &text);
        prop_assert!(tile(&text, whole, document.blocks().iter().map(|block| block.span)));
        for (index, block) in document.blocks().iter().enumerate() {
            let sentences = &document.sentences()[document.sentences_of(index)];
            prop_assert!(tile(&text, block.span, sentences.iter().map(|sentence| sentence.span)));
        }
        for sentence in document.sentences() {
            prop_assert!(sentence.span.contains(sentence.content));
            let tokens: String = document.tokens(sentence.span).map(|token| token.span.of(&text)).collect();
            prop_assert_eq!(tokens, sentence.span.of(&text));
        }
    }

    #[test]
    fn summaries_are_ordered_slices_within_budget(text in prose(), count in 1..6usize, words in 1..60usize) {
        let by_count = summarize(&text, Budget::Sentences(count));
        prop_assert!(by_count.sentences.len() <= count);
        prop_assert!(by_count.sentences.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        let by_words = summarize(&text, Budget::Words(words));
        prop_assert!(by_words.sentences.len() == 1 || by_words.statistics.summary_words <= words);
        let has_words = by_count.statistics.words > 0;
        prop_assert_eq!(by_count.sentences.is_empty(), !has_words);
        for sentence in by_count.sentences.iter().chain(&by_words.sentences) {
            prop_assert!(!sentence.span.of(&text).is_empty());
            let parts = sentence.score.centrality * sentence.score.position * sentence.score.form;
            prop_assert!((sentence.score.total - parts).abs() < 1e-9);
        }
    }

    #[test]
    fn quotations_are_slices_between_marks(text in prose()) {
        let summary = summarize(&text, Budget::Auto);
        let mut end = 0;
        for quote in &summary.quotes {
            let quotation = &quote.quotation;
            prop_assert!(quotation.span.start >= end, "quotations do not overlap");
            end = quotation.span.end;
            prop_assert!((0.0..=1.0).contains(&quote.score));
            for part in &quotation.parts {
                prop_assert!(quotation.span.contains(*part));
                let before = text[..part.start as usize].trim_end().chars().next_back().unwrap();
                prop_assert!(!before.is_alphanumeric());
            }
            for outside in [quotation.mention, quotation.cue].into_iter().flatten() {
                prop_assert!(!outside.of(&text).is_empty());
                prop_assert!(quotation.parts.iter().all(|part| !part.contains(outside)));
            }
        }
    }

    #[test]
    fn the_same_text_gives_the_same_summary(text in prose()) {
        prop_assert_eq!(summarize(&text, Budget::Auto), summarize(&text, Budget::Auto));
    }

    #[test]
    fn offsets_agree_with_javascript(text in prose()) {
        let analysis = Analysis::new(text.as_str(), &AnalyzeOptions::default()).unwrap();
        for sentence in analysis.document().sentences() {
            let units: Vec<u16> = text.encode_utf16().collect();
            let range = analysis.utf16(sentence.span.start as usize)..analysis.utf16(sentence.span.end as usize);
            prop_assert_eq!(String::from_utf16(&units[range]).unwrap(), sentence.span.of(&text));
        }
    }

    #[test]
    fn words_hold_letters_or_digits(text in prose()) {
        let document = Document::parse(text.clone(), None).unwrap();
        for token in document.tokens(Span::new(0, text.len())) {
            let printed = token.span.of(&text).contains(char::is_alphanumeric);
            prop_assert_eq!(token.kind == TokenKind::Word, printed, "{:?}", token.span.of(&text));
        }
    }
}
