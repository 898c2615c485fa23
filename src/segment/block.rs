//! Blocks: headline, headings, paragraphs and list items, from text as people
//! paste it.

use super::furniture::furniture;
use crate::Span;
use crate::language::Lexicon;
use memchr::{memchr_iter, memchr2_iter};

/// What a block of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BlockKind {
    /// The headline: a first line that is no sentence.
    Title,
    /// A heading or sub-headline: a short line that is no sentence.
    Heading,
    /// Running text.
    Paragraph,
    /// An item of a list; its marker is part of the block.
    ListItem,
    /// Quoted lines, as in an e-mail; their ">" is part of the block.
    BlockQuote,
    /// Who wrote the text and when.
    Byline,
    /// What a picture shows.
    Caption,
    /// What the site says: "Read more:", "Share this".
    Boilerplate,
    /// A row of a table.
    Table,
    /// Lines of code.
    Code,
}

impl BlockKind {
    /// Whether the block's sentences may enter a summary.
    pub fn is_prose(self) -> bool {
        matches!(self, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::BlockQuote)
    }
}

/// A block's kind and place, before its sentences are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RawBlock {
    pub(crate) kind: BlockKind,
    pub(crate) span: Span,
}

/// Splits a text into blocks.
pub(crate) fn blocks(text: &str, lexicon: &Lexicon) -> Vec<RawBlock> {
    let mut blocks = Vec::new();
    let mut run: Vec<Span> = Vec::new();
    for line in lines(text) {
        if line.is_empty() {
            flush(text, lexicon, &mut run, &mut blocks);
        } else {
            run.push(line);
        }
    }
    flush(text, lexicon, &mut run, &mut blocks);
    settle_headings(text, &mut blocks);
    blocks
}

/// The lines of a text without the white space at their ends.
fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    memchr_iter(b'\n', text.as_bytes()).chain([text.len()]).map(move |end| {
        let line = Span::new(start, end);
        start = end + 1;
        line.trimmed(text)
    })
}

/// Turns a run of lines with no blank line between into blocks.
fn flush(text: &str, lexicon: &Lexicon, run: &mut Vec<Span>, blocks: &mut Vec<RawBlock>) {
    let width = wrap_width(text, run);
    let mut lines = run.drain(..).peekable();
    while let Some(first) = lines.next() {
        let mut last = first;
        while let Some(next) = lines.next_if(|next| continues(text, last, *next, width)) {
            last = next;
        }
        let span = Span::new(first.start as usize, last.end as usize);
        blocks.push(RawBlock { kind: kind(span.of(text), lexicon), span });
    }
}

/// The widest line that an e-mail or a PDF wraps at, in bytes. A longer line
/// shows that lines are whole paragraphs.
const WIDEST_WRAP: usize = 120;

/// The column at which a run of lines is hard-wrapped, `None` where each line
/// is a paragraph of its own. A wrapped run shows two things at most of its
/// line breaks: the next line's first word would not have fitted, and the line
/// ends in mid-sentence.
fn wrap_width(text: &str, run: &[Span]) -> Option<usize> {
    let width = run.iter().map(|line| line.len()).max()?;
    if run.len() < 2 || width > WIDEST_WRAP {
        return None;
    }
    let breaks = || run.iter().zip(run.iter().skip(1));
    let full = breaks().filter(|(line, next)| is_full(text, **line, **next, width));
    let unfinished = breaks().filter(|(line, next)| flows_on(text, **line, **next));
    let most = |count: usize, of: usize| 3 * count >= 2 * of;
    let breaks = run.len() - 1;
    let wrapped = most(full.count(), breaks) && unfinished.count() * 3 >= breaks;
    wrapped.then_some(width)
}

/// Whether `next` goes on with the paragraph of `line`.
fn continues(text: &str, line: Span, next: Span, width: Option<usize>) -> bool {
    let Some(width) = width else { return false };
    list_marker(next.of(text)).is_none() && (is_full(text, line, next, width) || flows_on(text, line, next))
}

/// Whether the first word of `next` would not have fitted behind `line`.
fn is_full(text: &str, line: Span, next: Span, width: usize) -> bool {
    let first_word = next.of(text).split_whitespace().next().unwrap_or_default();
    line.len() + 1 + first_word.len() > width
}

/// Whether a sentence runs over the break: "… the river\nwas high …".
fn flows_on(text: &str, line: Span, next: Span) -> bool {
    let open_end = line.of(text).ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-' | ';'));
    let goes_on = next.of(text).starts_with(char::is_lowercase);
    open_end && goes_on
}

fn kind(slice: &str, lexicon: &Lexicon) -> BlockKind {
    if list_marker(slice).is_some() {
        return BlockKind::ListItem;
    }
    if slice.starts_with('>') {
        return BlockKind::BlockQuote;
    }
    if let Some(kind) = furniture(slice, lexicon) {
        return kind;
    }
    if is_table(slice) {
        return BlockKind::Table;
    }
    if is_code(slice) {
        return BlockKind::Code;
    }
    if looks_like_heading(slice) { BlockKind::Heading } else { BlockKind::Paragraph }
}

/// Cells between tabs or bars: "Name\tAge\tTown", "| Name | Age |".
fn is_table(slice: &str) -> bool {
    let separators = memchr2_iter(b'\t', b'|', slice.as_bytes()).count();
    separators >= 2 && slice.len() / (separators + 1) < WIDEST_CELL
}

/// The mean width of a table's cells at most, in bytes.
const WIDEST_CELL: usize = 30;

/// A line with more signs than prose has: "for (i = 0; i < n; i++) {".
fn is_code(slice: &str) -> bool {
    if slice.len() > LONGEST_CODE || !slice.ends_with(['{', '}', ';', ')']) {
        return false;
    }
    let signs = slice.bytes().filter(|byte| b"{}();=<>[]_$\\/+*#&".contains(byte)).count();
    8 * signs >= slice.len()
}

/// The longest line of code, in bytes.
const LONGEST_CODE: usize = 400;

/// The longest heading, in words.
const LONGEST_HEADING: usize = 18;

/// The longest heading that ends in a colon, in words.
const LONGEST_LABEL: usize = 5;

/// A short line that begins like a sentence and does not end like one:
/// "Xi stresses robust ties with Moscow".
fn looks_like_heading(slice: &str) -> bool {
    let begins = slice.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase())
        || slice.starts_with(['"', '“', '‘', '\'', '«', '¿', '¡', '#']);
    let ends = slice.ends_with(['.', '!', '?', ',', ';', '…', '。', '！', '？', '।', '։', '۔', '؟']);
    if !begins || ends || slice.split_whitespace().nth(LONGEST_HEADING).is_some() {
        return false;
    }
    let closed = slice.trim_end_matches(['"', '”', '’', '\'', ')', '»']);
    let quoted_sentence = closed.len() < slice.len() && closed.ends_with(['.', '!', '?', ',', '…']);
    // "“He is no leader.” ― Francisco Herrero" is signed, and no headline.
    let signed = [".” ", "!” ", "?” ", ".\" ", "!\" ", "?\" "].iter().any(|end| slice.contains(end));
    // "You need the following things:" opens a list, "Ingredients:" heads one.
    let introduces = slice.ends_with([':', '：']) && slice.split_whitespace().nth(LONGEST_LABEL).is_some();
    !quoted_sentence && !signed && !introduces
}

/// Makes the first heading the title where a headline can stand, and takes
/// headings back where there is more heading than text: notes, poems and talk
/// without full stops are prose all the same.
fn settle_headings(text: &str, blocks: &mut [RawBlock]) {
    let bytes = |kind: BlockKind| -> usize {
        let of_kind = blocks.iter().filter(|block| block.kind == kind);
        of_kind.map(|block| block.span.len()).sum()
    };
    let headings = bytes(BlockKind::Heading);
    let prose = bytes(BlockKind::Paragraph) + bytes(BlockKind::ListItem);
    if headings > prose {
        let headings = blocks.iter_mut().filter(|block| block.kind == BlockKind::Heading);
        headings.for_each(|block| block.kind = BlockKind::Paragraph);
        return;
    }
    let furniture = |block: &RawBlock| !block.kind.is_prose() && block.kind != BlockKind::Heading;
    let Some(at) = blocks.iter().position(|block| !furniture(block)) else { return };
    let next = blocks.get(at + 1).map_or(0, |next| next.span.len());
    let Some(first) = blocks.get_mut(at) else { return };
    let short = first.span.of(text).split_whitespace().nth(LONGEST_HEADING).is_none();
    let asks = first.span.of(text).ends_with(['?', '!', '？', '！', '؟']);
    if first.kind == BlockKind::Heading || (short && asks && next > 2 * first.span.len()) {
        first.kind = BlockKind::Title;
    }
}

/// The bytes of a list marker and the space behind it: "• ", "- ", "12. ",
/// "3) ", "(4) ", "a) ", "1.) ".
pub(crate) fn list_marker(slice: &str) -> Option<usize> {
    let marker = slice.split_whitespace().next()?;
    let label = marker.trim_start_matches('(').trim_end_matches(['.', ')']);
    let tail = marker.len() - label.len();
    let bullet =
        matches!(marker, "•" | "‣" | "◦" | "⁃" | "∙" | "·" | "*" | "-" | "–" | "●" | "■" | "▪" | "o");
    let number = tail > 0 && (1..=3).contains(&label.len()) && label.bytes().all(|b| b.is_ascii_digit());
    let letter = label.len() == 1 && label.bytes().all(|b| b.is_ascii_lowercase()) && tail > 0
        || marker.len() <= 3
            && marker.ends_with(')')
            && label.len() == 1
            && label.bytes().all(|b| b.is_ascii_alphabetic());
    let rest = slice.get(marker.len()..)?;
    let text = rest.trim_start();
    let marks = (bullet || number || letter) && !text.is_empty();
    marks.then_some(slice.len() - text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;
    use BlockKind::*;

    fn shape(text: &str) -> Vec<(BlockKind, &str)> {
        blocks(text, Language::English.lexicon()).into_iter().map(|b| (b.kind, b.span.of(text))).collect()
    }

    #[test]
    fn headline_sub_headline_and_paragraphs_by_line() {
        let text = "Ferry returns to the river\nCouncil votes for a spring start\nThe ferry will run again from April, the council said on Monday, ending four years without one.\nTickets cost two euros.";
        let kinds: Vec<BlockKind> = shape(text).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, [Title, Heading, Paragraph, Paragraph]);
    }

    #[test]
    fn hard_wrapped_lines_are_one_paragraph() {
        let text = "The ferry will run again from April, the council said on\nMonday, ending four years without one. Tickets will cost\ntwo euros.\n\nA second boat may follow.";
        assert_eq!(shape(text).len(), 2);
    }

    #[test]
    fn list_items_keep_their_lines() {
        let text = "You need the following things, all of them fresh:\n- two eggs\n- a cup of flour\n1) Mix them.\n2) Bake them.";
        let kinds: Vec<BlockKind> = shape(text).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds[1..], [ListItem; 4]);
    }

    #[test]
    fn text_without_full_stops_is_prose() {
        let text = "went to the river today\nSaw the new ferry\nIt was loud";
        assert!(shape(text).iter().all(|(kind, _)| *kind == Paragraph));
    }

    #[test]
    fn markers_need_text_behind_them() {
        assert_eq!(list_marker("12. Mix"), Some(4));
        assert_eq!(list_marker("(4) Mix"), Some(4));
        assert_eq!(list_marker("a) Mix"), Some(3));
        for no_marker in ["2024. Mix", "A. Smith", "12.", "-", "", "1.5 litres"] {
            assert_eq!(list_marker(no_marker), None, "{no_marker}");
        }
    }
}
