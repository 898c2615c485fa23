//! Sections: which headings there are, which is the title, and which sections
//! are no prose.

use super::block::{Block, BlockKind, LONGEST_HEADING};
use crate::Span;
use crate::language::{Lexicon, SectionClass, lower};
use foldhash::{HashMap, HashMapExt};

/// Settles what can be told only from all blocks together.
pub(super) fn settle(text: &str, lexicon: &Lexicon, blocks: &mut [Block]) {
    drop_repeated(text, blocks);
    if take_back_headings(blocks) {
        return;
    }
    list_headings(blocks);
    set_apart(text, lexicon, blocks);
    name_title(text, lexicon, blocks);
}

/// The lines that stand in a text this often are the site's or the printer's:
/// "Advertisement", "Fielding, et al. Standards Track [Page 12]".
const REPEATED: u32 = 3;

/// The longest line that is compared, in bytes.
const LONGEST_REPEATED: usize = 80;

fn drop_repeated(text: &str, blocks: &mut [Block]) {
    let key = |block: &Block| {
        let slice = block.span.of(text);
        let line = block.level.is_none() && slice.len() <= LONGEST_REPEATED;
        let unfinished = !slice.ends_with(['.', '!', '?', '"', '”', '。']) && block.kind != BlockKind::Table;
        let bare = slice.trim_matches(|c: char| c.is_ascii_digit() || matches!(c, '[' | ']' | '(' | ')' | ' '));
        (line && unfinished).then_some(bare)
    };
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for bare in blocks.iter().filter_map(key) {
        *counts.entry(bare).or_default() += 1;
    }
    for block in blocks {
        if key(block).and_then(|bare| counts.get(bare)).is_some_and(|count| *count >= REPEATED) {
            block.kind = BlockKind::Boilerplate;
        }
    }
}

/// Whether a block is a heading by its looks alone.
fn is_guessed(block: &Block) -> bool {
    block.kind == BlockKind::Heading && block.level.is_none()
}

/// Takes headings back where there is more heading than text: notes, poems and
/// talk without full stops are prose all the same.
fn take_back_headings(blocks: &mut [Block]) -> bool {
    let bytes = |of: fn(&Block) -> bool| -> usize {
        blocks.iter().filter(|block| of(block)).map(|block| block.span.len()).sum()
    };
    let headings = bytes(is_guessed);
    let more = headings > bytes(|block| block.kind.is_prose());
    if more {
        blocks.iter_mut().filter(|block| is_guessed(block)).for_each(|block| block.kind = BlockKind::Paragraph);
    }
    more && headings > 0
}

/// The headings one behind the other that are a list: a menu, names, points
/// without stops. A headline with a line under it is none.
const LISTED: usize = 3;

fn list_headings(blocks: &mut [Block]) {
    let mut from = 0;
    while from < blocks.len() {
        let rest = blocks.get_mut(from..).unwrap_or_default();
        let headings = rest.iter().take_while(|block| is_guessed(block)).count();
        if headings >= LISTED {
            let opens = from == 0;
            let heads = rest.get(headings).is_some_and(|next| next.kind.is_prose());
            let listed = usize::from(opens)..headings - usize::from(heads);
            rest.get_mut(listed).unwrap_or_default().iter_mut().for_each(|block| block.kind = BlockKind::ListItem);
        }
        from += headings.max(1);
    }
}

/// Sets sections apart that are no prose: "References", "See also". One that
/// markup ranks ends at the next heading of its rank; in plain text one ends
/// at a heading with prose under it, and a section that would swallow most of
/// the text ends with its first run.
fn set_apart(text: &str, lexicon: &Lexicon, blocks: &mut [Block]) {
    let end = blocks.last().map_or(0, |block| block.span.end);
    let mut at = 0;
    while let Some(heading) = blocks.get(at).copied() {
        at += 1;
        let class = lexicon.section(&heading_words(heading.span.of(text)));
        if heading.kind == BlockKind::Title || !heading.kind.is_heading() || class != Some(SectionClass::Apart) {
            continue;
        }
        let rest = blocks.get(at..).unwrap_or_default();
        let length = match heading.level {
            Some(level) => rest.iter().take_while(|block| !ranks(block, level)).count(),
            None => plain_length(text, rest, heading.span, end),
        };
        for block in blocks.get_mut(at - 1..at + length).unwrap_or_default() {
            block.kind = BlockKind::Aside;
        }
        at += length;
    }
}

/// Whether a block is a heading of a rank or a higher one.
fn ranks(block: &Block, level: u8) -> bool {
    block.kind.is_heading() && block.level.is_some_and(|other| other <= level)
}

/// The most of a text that lies behind a heading which ends it.
const TAIL: f64 = 0.4;

/// The words of a paragraph that no list of references has.
const PROSE_WORDS: usize = 25;

fn plain_length(text: &str, rest: &[Block], heading: Span, end: u32) -> usize {
    let prose = |at: usize| {
        rest.get(at + 1).is_some_and(|next| {
            next.kind == BlockKind::Paragraph && next.span.of(text).split_whitespace().nth(PROSE_WORDS).is_some()
        })
    };
    let next = (0..rest.len()).find(|at| rest.get(*at).is_some_and(|block| block.kind.is_heading()) && prose(*at));
    let length = next.unwrap_or(rest.len());
    let last = length.checked_sub(1).and_then(|last| rest.get(last)).map_or(heading.end, |block| block.span.end);
    if next.is_some() || f64::from(end - heading.end) <= TAIL * f64::from(end) {
        let swallowed = f64::from(last - heading.end);
        if swallowed <= TAIL * f64::from(end) {
            return length;
        }
    }
    let blank = |at: usize| {
        let (Some(before), Some(block)) = (rest.get(at), rest.get(at + 1)) else { return false };
        Span::new(before.span.end as usize, block.span.start as usize).of(text).matches('\n').count() > 1
    };
    (0..rest.len()).find(|at| blank(*at)).map_or(0, |at| at + 1)
}

/// A heading's words in lower case, without its number, colon and "[edit]".
fn heading_words(heading: &str) -> String {
    let bare = heading.trim_start_matches(|c: char| !c.is_alphabetic());
    let bare = bare.split('[').next().unwrap_or(bare);
    lower(bare.trim_end_matches(|c: char| !c.is_alphanumeric())).into_owned()
}

/// Makes the first heading the title where a headline can stand: the only one
/// of the first rank, or the first thing that is no furniture. No title is
/// "Photo", "Menu" or "Introduction".
fn name_title(text: &str, lexicon: &Lexicon, blocks: &mut [Block]) {
    if blocks.iter().any(|block| block.kind == BlockKind::Title) {
        return;
    }
    let says = |block: &Block| lexicon.section(&heading_words(block.span.of(text))).is_none();
    let mut first_rank = blocks.iter_mut().filter(|block| block.level == Some(1) && says(block));
    if let (Some(only), None) = (first_rank.next(), first_rank.next()) {
        only.kind = BlockKind::Title;
        return;
    }
    let can = |block: &Block| (block.kind.is_prose() || block.kind.is_heading()) && says(block);
    let Some(at) = blocks.iter().position(can) else { return };
    let next = blocks.get(at + 1).map_or(0, |next| next.span.len());
    let Some(first) = blocks.get_mut(at) else { return };
    let short = first.span.of(text).split_whitespace().nth(LONGEST_HEADING).is_none();
    let asks = first.span.of(text).ends_with(['?', '!', '？', '！', '؟']);
    let asks = first.kind == BlockKind::Paragraph && short && asks && next > 2 * first.span.len();
    if first.kind == BlockKind::Heading || asks {
        first.kind = BlockKind::Title;
    }
}
