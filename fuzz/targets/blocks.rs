//! Any list of places: taken, or refused with a clear error.
#![no_main]

#[path = "../../tests/common/promises.rs"]
#[allow(dead_code, reason = "each target asserts some")]
mod promises;

use libfuzzer_sys::fuzz_target;
use nutgraf::{Analysis, AnalyzeOptions, Block, BlockKind, Span, SummaryOptions};

fuzz_target!(|input: (Vec<(u16, u8, u8, Option<u8>)>, &str)| {
    let (places, text) = input;
    let block = |(start, length, kind, level): (u16, u8, u8, Option<u8>)| Block {
        kind: BlockKind::from_name(promises::BLOCK_KINDS[usize::from(kind) % promises::BLOCK_KINDS.len()])
            .expect("a known kind"),
        level,
        span: Span::new(usize::from(start), usize::from(start) + usize::from(length)),
    };
    let blocks: Vec<Block> = places.into_iter().map(block).collect();
    let options = AnalyzeOptions { blocks: Some(blocks), ..AnalyzeOptions::default() };
    match Analysis::new(text, &options) {
        Ok(analysis) => {
            promises::no_text_is_lost(text, analysis.document());
            let summary = analysis.summarize(&SummaryOptions::default()).expect("the options are in range");
            promises::summary_holds(text, &summary);
        }
        Err(error) => assert_eq!((error.code(), error.name()), ("invalid-option", "blocks")),
    }
});
