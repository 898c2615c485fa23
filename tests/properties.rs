//! The promises that hold for any text, on texts made at random.
#![cfg(not(target_family = "wasm"))]

#[path = "common/promises.rs"]
mod promises;

use nutgraf::{
    Analysis, AnalyzeOptions, Block, BlockKind, Budget, Document, QuoteLimit, Span, SummaryOptions, TokenKind,
};
use proptest::prelude::*;

/// Text that looks like text: words, stops, marks, breaks and odd characters.
fn prose() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => "[a-zA-Z]{1,9} ",
        2 => prop::sample::select(vec![
            ". ", "? ", "! ", "… ", ". . . ", "Mr. ", "U.S. ", "e.g. ", "1. ", "- ", "3.14 ", ", ", "said ", "He ", "She ", "It ", "They ", "The two ", "Both ", "The company ", "Tom Reed ", "and Anna Weiss ", "Acme ", "[citation needed]", "¹", "## ",
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

/// Places, right and wrong ones, of any kind.
fn blocks() -> impl Strategy<Value = Vec<Block>> {
    let block = (
        0..400usize,
        0..90usize,
        prop::sample::select(promises::BLOCK_KINDS.to_vec()),
        prop::option::of(0..8u8),
    );
    let block = block.prop_map(|(start, length, kind, level)| Block {
        kind: BlockKind::from_name(kind).unwrap(),
        level,
        span: Span::new(start, start + length),
    });
    prop::collection::vec(block, 0..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn no_text_is_lost(text in prose()) {
        let document = Document::parse(text.clone(), None).unwrap();
        promises::no_text_is_lost(&text, &document);
    }

    #[test]
    fn summaries_are_ordered_slices_within_budget(text in prose(), count in 1..6usize, words in 1..60usize) {
        let by_count = summarize(&text, Budget::Sentences(count));
        prop_assert!(by_count.sentences.len() <= count);
        let by_words = summarize(&text, Budget::Words(words));
        prop_assert!(by_words.sentences.len() == 1 || by_words.statistics.summary_words <= words);
        promises::summary_holds(&text, &by_count);
        promises::summary_holds(&text, &by_words);
    }

    #[test]
    fn given_blocks_are_taken_or_refused(text in prose(), mut given in blocks(), sorted in any::<bool>()) {
        if sorted {
            given.sort_by_key(|block| block.span);
            let mut end = 0;
            for block in &mut given {
                let boundary = |at: u32| (0..=(at as usize).min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
                let start = boundary(block.span.start.max(end)).max(end as usize);
                block.span = Span::new(start, boundary(block.span.end));
                block.level = block.level.map(|level| level.clamp(1, 6));
                end = block.span.end;
            }
        }
        let options = AnalyzeOptions { blocks: Some(given.clone()), ..AnalyzeOptions::default() };
        match Analysis::new(text.as_str(), &options) {
            Ok(analysis) => {
                let document = analysis.document();
                prop_assert!(promises::tile(&text, Span::new(0, text.len()), document.blocks().iter().map(|block| block.span)));
                for block in given.iter().filter(|block| !block.span.of(&text).trim().is_empty()) {
                    let found = document.blocks().iter().any(|found| found.span == block.span.trimmed(&text));
                    prop_assert!(found, "a given block stays one block");
                }
                prop_assert!(analysis.summarize(&SummaryOptions::default()).is_ok());
            }
            Err(error) => {
                prop_assert!(!sorted, "{error}");
                prop_assert_eq!((error.code(), error.name()), ("invalid-option", "blocks"));
            }
        }
    }

    #[test]
    fn parts_are_the_sentence_without_its_marks(text in prose()) {
        for sentence in summarize(&text, Budget::Ratio(1.0)).sentences {
            prop_assert!(!sentence.parts.is_empty());
            let mut end = sentence.span.start;
            for part in &sentence.parts {
                prop_assert!(part.start >= end && part.end <= sentence.span.end && !part.is_empty());
                let left_out = Span::new(end as usize, part.start as usize).of(&text);
                let mark = |c: char| c.is_whitespace() || c == '[' || c == ']' || c == ',' || c == '>' || c.is_alphanumeric() || "¹²³⁰⁴⁵⁶⁷⁸⁹-–?".contains(c);
                prop_assert!(left_out.chars().all(mark), "{left_out:?}");
                end = part.end;
            }
            prop_assert!(sentence.section.is_none_or(|section| section.end <= sentence.span.start));
        }
    }

    #[test]
    fn antecedents_are_named_before_their_mention(text in prose()) {
        let analysis = Analysis::new(text.as_str(), &AnalyzeOptions::default()).unwrap();
        promises::antecedents_are_named_before(&text, &analysis);
    }

    #[test]
    fn quotations_are_slices_between_marks(text in prose()) {
        let analysis = Analysis::new(text.as_str(), &AnalyzeOptions::default()).unwrap();
        promises::quotations_are_slices(&text, &analysis);
    }

    #[test]
    fn the_same_text_gives_the_same_summary(text in prose()) {
        prop_assert_eq!(summarize(&text, Budget::Auto), summarize(&text, Budget::Auto));
    }

    #[test]
    fn offsets_agree_with_javascript(text in prose()) {
        let analysis = Analysis::new(text.as_str(), &AnalyzeOptions::default()).unwrap();
        promises::offsets_agree(&text, &analysis);
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
