//! Blocks: headline, headings, paragraphs, lists and the rest, as markup tells
//! them or as the text shows them.

use super::furniture::{self, furniture};
use super::line::{self, Line};
use super::token::is_alphanumeric;
use super::{code, cue, mail, reference, section, table};
use crate::Span;
use crate::find::{CLOSERS, DIGITS, Marked, behind, has, is_longer};
use crate::language::{Lexicon, Script, is_lowercase, lower};

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
    /// Quoted lines, as in an e-mail or between the tags of a quotation; a ">"
    /// is part of the block.
    Quotation,
    /// Who wrote the text and when.
    Byline,
    /// What a picture shows, or who made it.
    Caption,
    /// What the site says: "Read more:", "Share this".
    Boilerplate,
    /// A table, or a row of one.
    Table,
    /// Lines of code, of a shell or of a log.
    Code,
    /// What stands beside the text: contents, notes, references, boxes.
    Aside,
}

/// The kinds, by the names that JavaScript has for them.
const NAMES: [(&str, BlockKind); 11] = [
    ("title", BlockKind::Title),
    ("heading", BlockKind::Heading),
    ("paragraph", BlockKind::Paragraph),
    ("list-item", BlockKind::ListItem),
    ("quotation", BlockKind::Quotation),
    ("byline", BlockKind::Byline),
    ("caption", BlockKind::Caption),
    ("boilerplate", BlockKind::Boilerplate),
    ("table", BlockKind::Table),
    ("code", BlockKind::Code),
    ("aside", BlockKind::Aside),
];

impl BlockKind {
    /// The kind of a name: `title`, `heading`, `paragraph`, `list-item`,
    /// `quotation`, `byline`, `caption`, `boilerplate`, `table`, `code` or `aside`.
    pub fn from_name(name: &str) -> Option<Self> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
    }

    /// Its name, which [`BlockKind::from_name`] takes.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(_, kind)| *kind == self).map_or("paragraph", |(name, _)| name)
    }

    /// Whether the block's sentences may enter a summary.
    pub fn is_prose(self) -> bool {
        matches!(self, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quotation)
    }

    /// Whether the block heads what follows.
    pub fn is_heading(self) -> bool {
        matches!(self, BlockKind::Title | BlockKind::Heading)
    }
}

/// A block of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The rank of a heading, 1 (the highest) to 6; `None` where it is not
    /// known, and for what is no heading.
    pub level: Option<u8>,
    /// Where it stands, without the white space around it.
    pub span: Span,
}

impl Block {
    /// Whether the block is a heading by its looks alone.
    pub(super) fn is_guessed(&self) -> bool {
        self.kind == BlockKind::Heading && self.level.is_none()
    }
}

/// Splits a text into blocks. `given` are places whose kind is known, in order
/// and apart; what lies between them is read as plain text.
pub(crate) fn blocks(text: &str, lexicon: &Lexicon, given: &[Block]) -> Vec<Block> {
    let mut blocks = Vec::with_capacity(given.len());
    let mut at = 0;
    for block in given {
        plain(text, lexicon, Span::new(at, block.span.start as usize), &mut blocks);
        at = block.span.end as usize;
        let span = block.span.trimmed(text);
        if !span.is_empty() {
            blocks.push(Block { kind: refined(block.kind, span.of(text), lexicon), span, ..*block });
        }
    }
    plain(text, lexicon, Span::new(at, text.len()), &mut blocks);
    blocks
}

/// What a block surely is, given what its markup says: a paragraph may hold a
/// byline, a caption or a table's row, and pages put code anywhere.
fn refined(kind: BlockKind, slice: &str, lexicon: &Lexicon) -> BlockKind {
    if !kind.is_prose() {
        return kind;
    }
    let credited = furniture::is_credited(slice, lexicon).then_some(BlockKind::Caption);
    let other = furniture(slice, lexicon)
        .or_else(|| furniture::line(slice, lexicon))
        .or(credited)
        .or(code::is_code(slice).then_some(BlockKind::Code));
    other.unwrap_or(kind)
}

/// Reads plain text.
fn plain(text: &str, lexicon: &Lexicon, span: Span, blocks: &mut Vec<Block>) {
    let mut run: Vec<Line> = Vec::new();
    let mut fenced: Option<Span> = None;
    let lines: Vec<Line> = line::lines(text, span).collect();
    let page = line::page_width(text, &lines, lexicon);
    let cues = cue::join(text, &lines);
    let timed = cues.is_some();
    let lines = cues.unwrap_or(lines);
    // "12 ⏎ Harlow Ferries: Tides and Times": what stands at the end of each page of a PDF is no line
    // of the paragraph that goes on behind it.
    let printed = page.map(|_| section::repeated(lines.iter().map(|line| line.span.of(text))));
    let mut printed = printed.unwrap_or_default().into_iter();
    for line in lines {
        let printed = printed.next().unwrap_or_default();
        let fence = code::is_fence(line.span.of(text));
        if let Some(opened) = fenced {
            let end = if line.span.is_empty() { opened.end } else { line.span.end };
            fenced = Some(Span::new(opened.start as usize, end as usize));
            if fence {
                blocks.extend(fenced.take().map(|span| Block { kind: BlockKind::Code, level: None, span }));
            }
        } else if fence {
            flush(text, lexicon, page, &mut run, blocks);
            fenced = Some(line.span);
        } else if line.span.is_empty() {
            flush(text, lexicon, page, &mut run, blocks);
        } else if timed && cue::is_header(line.span.of(text)) {
            flush(text, lexicon, page, &mut run, blocks);
            blocks.push(Block { kind: BlockKind::Byline, level: None, span: line.span });
        } else if printed && !(run.is_empty() && blocks.is_empty()) {
            flush(text, lexicon, page, &mut run, blocks);
            blocks.push(Block { kind: BlockKind::Aside, level: None, span: line.span });
        } else {
            run.push(line);
        }
    }
    flush(text, lexicon, page, &mut run, blocks);
    blocks.extend(fenced.map(|span| Block { kind: BlockKind::Code, level: None, span }));
}

/// The words that no row of a table has, nor a line of code.
const PARAGRAPH_WORDS: usize = 25;

/// Whether a line among those of a table or of code is a paragraph: the first one behind a box
/// of facts, where no blank line parts them.
fn is_paragraph(slice: &str) -> bool {
    let stops = reference::before(slice).before_marks(CLOSERS).ends_in_mark(".!?");
    stops && is_longer(slice, PARAGRAPH_WORDS) && !slice.has_mark("\t|") && !code::is_code(slice)
}

/// Turns a run of lines with no blank line between into blocks. The text is
/// wrapped at `page`.
fn flush(text: &str, lexicon: &Lexicon, page: Option<usize>, run: &mut Vec<Line>, blocks: &mut Vec<Block>) {
    let whole = code::run_is_code(text, run)
        .then_some(BlockKind::Code)
        .or_else(|| table::run_is_table(text, run).then_some(BlockKind::Table))
        .or_else(|| table::run_is_contents(text, run).then_some(BlockKind::Aside));
    let paragraph = |line: &Line| is_paragraph(line.span.of(text));
    if whole.is_some() && run.len() > 1 && run.iter().any(paragraph) {
        let mut part = Vec::new();
        for line in std::mem::take(run) {
            if paragraph(&line) || part.last().is_some_and(paragraph) {
                flush(text, lexicon, page, &mut part, blocks);
            }
            part.push(line);
        }
        flush(text, lexicon, page, &mut part, blocks);
        return;
    }
    let over = match whole {
        Some(BlockKind::Table) => usize::from(blocks.is_empty() && table::has_title(text, run)),
        Some(BlockKind::Aside) => table::over_contents(text, run, lexicon),
        _ => 0,
    };
    if over > 0 {
        let mut title: Vec<Line> = run.drain(..over).collect();
        flush(text, lexicon, page, &mut title, blocks);
    }
    if let (Some(kind), Some(first), Some(last)) = (whole, run.first(), run.last()) {
        let span = Span::new(first.span.start as usize, last.span.end as usize);
        blocks.push(Block { kind, level: None, span });
        run.clear();
        return;
    }
    for line in run.drain(..mail::header(text, lexicon, run)) {
        blocks.extend(mail::field(text, lexicon, line.span));
    }
    let width = if line::is_verse(text, run) { Some(0) } else { page };
    let mut lines = run.drain(..).peekable();
    let mut pictured = false;
    while let Some(first) = lines.next() {
        let mut last = first;
        let signature = lines.len() < mail::LONGEST_SIGNATURE && first.span.of(text) == mail::SIGNATURE;
        while let Some(next) = lines.next_if(|next| {
            // A first line may be the title, however long it is.
            let title = blocks.is_empty() && page.is_some() && last.span == first.span;
            // "A Test for the Evaluation of ⏎ Lamps", "A Winter of Signals ⏎ and What They Told"
            let hangs = title && (line::hangs(text, last, lexicon) || line::flows_on(text, last, *next));
            let may = !title || line::runs_on(text, last, *next);
            signature || hangs || may && line::continues(text, last, *next, width)
        }) {
            last = next;
        }
        let span = Span::new(first.span.start as usize, last.span.end as usize);
        let (mut kind, level) = kind(span.of(text), lexicon);
        if signature {
            kind = BlockKind::Aside;
        }
        // "Photo\nPeacekeepers at a refugee camp on Monday."
        let caption = matches!(kind, BlockKind::Paragraph | BlockKind::Heading)
            && (pictured && kind == BlockKind::Paragraph || furniture::is_credited(span.of(text), lexicon));
        pictured = kind == BlockKind::Caption && !is_longer(span.of(text), 1);
        blocks.push(Block { kind: if caption { BlockKind::Caption } else { kind }, level, span });
    }
}

fn kind(slice: &str, lexicon: &Lexicon) -> (BlockKind, Option<u8>) {
    let slice = slice.before_marks(LINK);
    if let Some(level) = hash_level(slice).filter(|_| !code::is_code(slice)) {
        return (BlockKind::Heading, Some(level));
    }
    let kind = if let Some(kind) = furniture::line(slice, lexicon) {
        kind
    } else if list_marker(slice).is_some() {
        // "10. Februar 2019 um 18:05 Uhr"
        if furniture::is_moment(slice) { BlockKind::Byline } else { BlockKind::ListItem }
    } else if slice.starts_with('>') {
        BlockKind::Quotation
    } else if let Some(kind) = furniture(slice, lexicon) {
        kind
    } else if table::is_row(slice) {
        BlockKind::Table
    } else if table::is_entry(slice)
        || slice.opens_with_mark("^↑")
        || is_link(slice)
        || is_numbered_work(slice)
    {
        BlockKind::Aside
    } else if code::is_code(slice) {
        BlockKind::Code
    } else if furniture::is_stamp(slice, lexicon) {
        BlockKind::Byline
    } else if looks_like_heading(slice) {
        BlockKind::Heading
    } else {
        BlockKind::Paragraph
    };
    (kind, None)
}

/// "[12] J. Ha and S. Cong. A compiler …"
fn is_numbered_work(slice: &str) -> bool {
    slice.strip_prefix('[').is_some_and(|number| number.opens_with_mark(DIGITS)) && section::is_work(slice)
}

/// What links a heading of a manual to itself: "Sort Stability¶".
pub(crate) const LINK: &str = "¶ ";

/// The words beside the address of a line that only links.
const LINK_WORDS: usize = 5;

/// "Full changelog: https://example.org/compare", "[12]: https://example.org"
fn is_link(slice: &str) -> bool {
    let last = slice.last_word();
    let address = last.behind_marks("<([");
    (address.starts_with("http://") || address.starts_with("https://") || address.starts_with("www."))
        && !is_longer(slice, LINK_WORDS + 1)
}

/// The rank of a heading of Markdown: "## The crossing".
fn hash_level(slice: &str) -> Option<u8> {
    let rest = slice.behind_marks("#");
    let level = slice.len() - rest.len();
    ((1..=6).contains(&level) && rest.starts_with(' ')).then_some(level as u8)
}

/// The longest heading, in words.
pub(super) const LONGEST_HEADING: usize = 18;

/// The same in characters, where words stand without spaces. Thai has no mark at a
/// sentence's end either, so that its length alone tells a headline.
const LONGEST_UNSPACED: usize = 60;

/// Whether a line is longer than headings are.
pub(super) fn is_long(slice: &str) -> bool {
    is_longer(slice, LONGEST_HEADING) || has_unspaced(slice, LONGEST_UNSPACED)
}

/// Whether a line has more than so many words, or three times as many characters where words
/// stand without spaces.
pub(super) fn is_wider(slice: &str, words: usize) -> bool {
    is_longer(slice, words) || has_unspaced(slice, 3 * words)
}

/// Whether a line has more than so many characters of scripts that write no spaces.
#[inline(never)]
fn has_unspaced(slice: &str, most: usize) -> bool {
    let unspaced = |c: &char| Script::of(*c).is_some_and(Script::is_unspaced);
    !slice.is_ascii() && slice.chars().filter(unspaced).nth(most).is_some()
}

/// The longest heading that ends in a colon, in words.
const LONGEST_LABEL: usize = 5;

/// A short line that begins like a sentence and does not end like one:
/// "Xi stresses robust ties with Moscow".
pub(super) fn looks_like_heading(slice: &str) -> bool {
    // "► Table of contents" opens and closes.
    let slice = slice.behind_marks("►▶▸▼ ");
    let begins = slice.first_char().is_some_and(|c| is_alphanumeric(c) && !is_lowercase(c))
        || slice.opens_with_mark("\"“‘'«¿¡#");
    // "2.1. Why do ferries run at night?", "J.2.1 How?"
    let asks = || {
        let number = slice.up_to(" ");
        slice.ends_with('?') && number.has_mark(".") && number.before_marks(".").ends_in_mark(DIGITS)
    };
    let ends = slice.ends_in_mark(".!?,;…。！？।։۔؟") && !asks() && !is_chapter(slice);
    // "1.54.0 · Source", "By Ana Ruiz · 5 min"
    if !begins || ends || is_long(slice) || has(slice, " · ") {
        return false;
    }
    // "It crossed the inlet, but for the war.[1][2]"
    let closed = reference::before(slice).before_marks(CLOSERS);
    let quoted_sentence = closed.len() < slice.len() && closed.ends_in_mark(".!?,…。！？");
    // "“He is no leader.” ― Francisco Herrero" is signed, and no headline.
    let closes = |(at, c): (usize, char)| {
        let ended = matches!(c, '”' | '"') && slice.head(at).ends_in_mark(".!?");
        ended && slice.tail(at + c.len_utf8()).starts_with(' ')
    };
    let signed = slice.char_indices().any(closes);
    // "You need the following things:" opens a list, "Ingredients:" heads one.
    let introduces = slice.ends_in_mark(":：") && is_longer(slice, LONGEST_LABEL);
    !quoted_sentence && !signed && !introduces
}

/// What a book calls its parts, in lower case.
const CHAPTERS: &str = "chapter |kapitel |chapitre |capítulo |capitolo |capítol |capitolul |hoofdstuk |rozdział |kapitola |глава ";

/// Whether a line is the heading of a chapter, be it with a stop: "CHAPTER 1. Loomings."
pub(super) fn is_chapter(slice: &str) -> bool {
    if slice.len() > LONGEST_CHAPTER {
        return false;
    }
    let opening = lower(slice.head(LONGEST_NUMBER));
    let number = behind(&opening, CHAPTERS).unwrap_or_default().first_word();
    let bare = number.before_marks(".:");
    bare.len() < number.len() && bare.bytes().all(|byte| b"0123456789ivxlc".contains(&byte))
}

/// The bytes of a chapter's heading at most, and of its word and number.
const LONGEST_CHAPTER: usize = 120;
const LONGEST_NUMBER: usize = 32;

/// The bytes of a list marker and the space behind it: "• ", "- ", "12. ",
/// "3) ", "(4) ", "a) ", "1.) ", "2/ " in a thread of short messages, "✅ ", "👉 ", "1️⃣ " in a post.
pub(crate) fn list_marker(slice: &str) -> Option<usize> {
    let marker = slice.first_word();
    let label = marker.behind_marks("(").before_marks(".)/");
    let tail = marker.len() - label.len();
    let bullet = matches!(marker, "•" | "‣" | "⁃" | "∙" | "·" | "*" | "-" | "+" | "–" | "o")
        || !marker.is_ascii() && marker.is_all(is_sign);
    let number = tail > 0 && (1..=3).contains(&label.len()) && label.bytes().all(|b| b.is_ascii_digit());
    // "w/ milk" is none.
    let lettered = |b: u8| {
        b.is_ascii_lowercase() && !marker.ends_with('/') || marker.ends_with(')') && b.is_ascii_uppercase()
    };
    let letter = tail > 0 && label.len() == 1 && label.bytes().all(lettered);
    let rest = slice.get(marker.len()..)?;
    let text = rest.trim_start();
    let marks = (bullet || number || letter) && !text.is_empty();
    marks.then_some(slice.len() - text.len())
}

/// Whether a character is an arrow, a shape or an emoji, or of one: "1️⃣" begins with its figure.
fn is_sign(c: char) -> bool {
    matches!(c, '0'..='9' | '\u{20E3}' | '\u{2190}'..='\u{21FF}' | '\u{25A0}'..='\u{25AF}' | '\u{25C0}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
}

#[cfg(test)]
mod tests {
    use super::super::{label::Labels, section};
    use super::*;

    #[test]
    fn a_kind_has_its_name() {
        for (name, kind) in NAMES {
            assert_eq!(BlockKind::from_name(name), Some(kind));
            assert_eq!(kind.name(), name);
        }
        assert_eq!(BlockKind::from_name("ferry"), None);
        assert_eq!(BlockKind::Heading.name(), "heading");
    }
    use crate::Language;
    use BlockKind::*;

    fn shape(text: &str) -> Vec<(BlockKind, &str)> {
        let lexicon = Language::English.lexicon();
        let mut blocks = blocks(text, lexicon, &[]);
        section::settle(text, lexicon, &Labels::of(text, &blocks), &mut blocks);
        blocks.into_iter().map(|b| (b.kind, b.span.of(text))).collect()
    }

    #[test]
    fn headline_sub_headline_and_paragraphs_by_line() {
        let text = "Ferry returns to the river\nCouncil votes for a spring start\nThe ferry will run again from April, the council said on Monday, ending four years without one.\nTickets cost two euros.";
        let kinds: Vec<BlockKind> = shape(text).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, [Title, Heading, Paragraph, Paragraph]);
    }

    #[test]
    fn what_somebody_says_is_no_headline() {
        for said in ["市长李梅表示：“这是好消息。”", "市長は「渡船は戻る。」", "She said: “It is late.”"]
        {
            assert!(!looks_like_heading(said), "{said}");
        }
        assert!(looks_like_heading("市长李梅表示：“好消息”"));
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
    fn the_last_line_of_a_list_behind_a_colon_heads_nothing() {
        let told = "The tide is the oldest clock that sailors have, and it is still the one they trust.";
        let kinds = |gap: &str, last: &str| -> Vec<BlockKind> {
            let items = "Read a tide table\nRead a chart\nTie a bowline";
            let text = format!(
                "Tides\n\n{told} {told}\n\nBehind it, you will be able to:\n{items}{gap}{last}{gap}{told}\n"
            );
            shape(&text).into_iter().map(|(kind, _)| kind).skip(3).collect()
        };
        assert_eq!(kinds("\n", "Find the pole"), [ListItem, ListItem, ListItem, Heading, Paragraph]);
        assert_eq!(kinds("\n\n", ""), [ListItem, ListItem, ListItem, Paragraph]);
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
        assert_eq!(list_marker("3/ Mix"), Some(3));
        for no_marker in ["2024. Mix", "w/ milk", "A. Smith", "12.", "-", "", "1.5 litres"] {
            assert_eq!(list_marker(no_marker), None, "{no_marker}");
        }
    }
}
