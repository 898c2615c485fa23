//! Speaker labels: "Q:", "WN:", "Ana Ruiz:". A label is not content, it names
//! who speaks.

use super::block::Block;
use crate::language::lower;
use foldhash::{HashMap, HashMapExt, HashSet};

/// The longest label, in bytes and in words.
const LONGEST: usize = 40;
const MOST_WORDS: usize = 4;

/// How often a label opens a block of the text; "Q:" and "A:" need not.
const REPEATED: u32 = 2;

/// The label that a block begins with, and the bytes up to what is said.
fn label(slice: &str) -> Option<(&str, usize)> {
    let colon = slice.bytes().take(LONGEST).position(|byte| byte == b':')?;
    let (label, rest) = (slice.get(..colon)?, slice.get(colon + 1..)?);
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let words = label.split_whitespace().count();
    let named = (1..=MOST_WORDS).contains(&words) && label.split_whitespace().all(capital);
    let text = rest.trim_start();
    let said = text.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "\"“‘'«([".contains(c));
    (named && said && rest.starts_with(char::is_whitespace)).then_some((label, slice.len() - text.len()))
}

/// The labels of a text's speakers.
#[derive(Debug, Default)]
pub(crate) struct Labels<'a>(HashSet<&'a str>);

impl<'a> Labels<'a> {
    /// Reads the labels that open several blocks.
    pub(crate) fn of(text: &'a str, blocks: &[Block]) -> Self {
        let mut counts: HashMap<&str, u32> = HashMap::new();
        let prose = blocks.iter().filter(|block| block.kind.is_prose());
        for (label, _) in prose.filter_map(|block| label(block.span.of(text))) {
            *counts.entry(label).or_default() += 1;
        }
        let asks = |label: &str| matches!(lower(label).as_ref(), "q" | "a" | "question" | "answer");
        Labels(
            counts
                .into_iter()
                .filter(|(label, count)| *count >= REPEATED || asks(label))
                .map(|(label, _)| label)
                .collect(),
        )
    }

    /// The bytes of the label at the start of a block.
    pub(crate) fn bytes(&self, block: &str) -> Option<usize> {
        if self.0.is_empty() {
            return None;
        }
        let (label, bytes) = label(block)?;
        self.0.contains(label).then_some(bytes)
    }
}
