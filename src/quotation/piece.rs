//! The pieces of text between quotation marks that are quotations.

use super::dialogue;
use crate::Span;
use crate::document::Document;
use crate::find::{Marked, is_among, is_longer, places};
use crate::language::{Language, is_lowercase, is_uppercase, lower};
use crate::segment::block::Block;
use crate::segment::furniture;
use crate::segment::mark::Pair;

/// What stands between one pair of quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// From mark to mark; to the block's end where the next paragraph opens
    /// the quotation again and only the last one closes it.
    pub(crate) span: Span,
    /// The words between the marks.
    pub(crate) content: Span,
    /// The block it stands in.
    pub(crate) block: usize,
    /// Whether the next paragraph goes on with it.
    pub(crate) goes_on: bool,
    /// Whether it has too few words to be a quotation by itself: “Go,” she
    /// said, “and don’t look back.”
    pub(crate) short: bool,
}

/// The words between spaces that a quotation has at least: fewer are scare
/// quotes, nicknames and single quoted words, a "Commander-in-Chief" forum too.
const LEAST_WORDS: usize = 3;

/// The words that a quoted modifier has at most: a “one-term president”.
const LONGEST_MODIFIER: usize = 3;

/// The words that the title of a work has at most: “Face the Nation”, “A Harbor Built in Fog: The
/// Rare Towns That Arise in Storms”.
const LONGEST_TITLE: usize = 16;

/// The quotations' pieces, in document order. None lies within another.
pub(crate) fn pieces(document: &Document) -> Vec<Piece> {
    let marks_of_kind = Marks::of(document);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut pairs = document.pairs().iter().filter(|pair| !pair.brackets).peekable();
    for (index, block) in document.blocks().iter().enumerate() {
        let next = document.blocks().get(index + 1);
        if block.kind.is_prose() {
            dialogue::spoken(document, index, block, &mut pieces);
        }
        while let Some(pair) = pairs.next_if(|pair| pair.open.start < block.span.end) {
            let within = pieces.last().is_some_and(|last| pair.open.start < last.span.end);
            if within || !block.kind.is_prose() || !marks_of_kind.quote(document, pair) {
                continue;
            }
            let goes_on = pair.close.is_none() && next.is_some_and(|next| reopens(document, pair, next));
            let Some(piece) = piece(document, pair, index, goes_on) else { continue };
            if !is_quotation(document, &piece, block) {
                continue;
            }
            match parted(document, &piece) {
                Some(parts) => pieces.extend(parts),
                None => pieces.push(piece),
            }
        }
    }
    pieces
}

fn piece(document: &Document, pair: &Pair, index: usize, goes_on: bool) -> Option<Piece> {
    let block = document.blocks().get(index)?;
    let (content_end, end) = match pair.close {
        Some(close) => (close.start, close.end),
        None if goes_on => (block.span.end, block.span.end),
        None => return None,
    };
    let content = Span::new(pair.open.end as usize, content_end as usize).trimmed(document.text());
    let short = !has_words(document, content);
    if short && !begins_sentence(content.of(document.text())) {
        return None;
    }
    Some(Piece {
        span: Span::new(pair.open.start as usize, end as usize),
        content,
        block: index,
        goes_on,
        short,
    })
}

/// The words between dashes that say who speaks, at most.
const LONGEST_INSERTED: usize = 10;

/// A quotation on either side of who says it, where no mark closes before: «Il motore – spiega
/// Anna Ferrara – arriva a ottobre».
fn parted(document: &Document, piece: &Piece) -> Option<[Piece; 2]> {
    let (text, lexicon) = (document.text(), document.lexicon());
    if document.language() == Language::English || !lexicon.script().is_cased() {
        return None;
    }
    let slice = piece.content.of(text);
    // "ha detto il sindaco"
    let says = |said: &str| said.split(' ').take(2).any(|verb| lexicon.is_cue_verb(verb));
    let mut dashes = slice.char_indices().filter(|(_, c)| matches!(c, '–' | '—'));
    let (mut open, mut dash) = dashes.next()?;
    let close = dashes.find_map(|(close, next)| {
        let inserted = slice.get(open + dash.len_utf8()..close)?.trim();
        if !is_longer(inserted, LONGEST_INSERTED) && says(inserted) {
            return Some(close + next.len_utf8());
        }
        (open, dash) = (close, next);
        None
    })?;
    let start = piece.content.start as usize;
    let part = |from: usize, to: usize| Span::new(start + from, start + to).trimmed(text);
    let [before, behind] = [part(0, open), part(close, slice.len())];
    if before.is_empty() || behind.is_empty() {
        return None;
    }
    let end = piece.span.end as usize;
    let short = |content: Span| !has_words(document, content);
    Some([
        Piece {
            span: Span::new(piece.span.start as usize, before.end as usize),
            content: before,
            goes_on: false,
            short: short(before),
            ..*piece
        },
        Piece {
            span: Span::new(behind.start as usize, end),
            content: behind,
            short: short(behind),
            ..*piece
        },
    ])
}

/// Whether a content has the words of a quotation. Where a script writes no
/// spaces (「引き下げを求めた」) they are counted by UAX #29.
pub(super) fn has_words(document: &Document, content: Span) -> bool {
    let slice = content.of(document.text());
    let unspaced = document.lexicon().script().is_unspaced() || !is_longer(slice, 1);
    let spaceless = unspaced && !slice.is_ascii();
    match spaceless {
        true => document.first_words(content, LEAST_WORDS).len() == LEAST_WORDS,
        false => is_longer(slice, LEAST_WORDS - 1),
    }
}

/// “Go,” and “Why?” can begin a quotation that goes on behind its cue; “new”
/// cannot.
fn begins_sentence(content: &str) -> bool {
    content.opens_capital() && content.ends_in_mark(",?!")
}

/// Whether a paragraph opens a quotation again that the one before left open.
fn reopens(document: &Document, pair: &Pair, next: &Block) -> bool {
    let mark = pair.open.of(document.text());
    next.kind.is_prose() && next.span.of(document.text()).starts_with(mark)
}

/// Which marks quote in a text: in one that quotes with double marks, single
/// ones only quote within them, or in headlines. Two apostrophes in a row are
/// a double mark here, though one that cannot be told from an empty quotation.
struct Marks {
    double: bool,
}

impl Marks {
    fn of(document: &Document) -> Self {
        let quotes = document.pairs().iter().filter(|pair| !pair.brackets);
        let (mut single, mut double) = (0, two_apostrophes(document.text()));
        for pair in quotes {
            if is_single(document, pair) { single += 1 } else { double += 1 }
        }
        Marks { double: double > single }
    }

    fn quote(&self, document: &Document, pair: &Pair) -> bool {
        !(self.double && is_single(document, pair))
    }
}

/// How often two apostrophes stand in a row.
fn two_apostrophes(text: &str) -> usize {
    let bytes = text.as_bytes();
    places(b'\'', bytes).filter(|at| bytes.get(at + 1) == Some(&b'\'')).count()
}

fn is_single(document: &Document, pair: &Pair) -> bool {
    matches!(pair.open.of(document.text()), "'" | "‘" | "’" | "‚" | "‹" | "›")
}

/// Whether a piece is a quotation, and not a scare quote, the title of a work
/// or a quoted modifier.
fn is_quotation(document: &Document, piece: &Piece, block: &Block) -> bool {
    let content = piece.content.of(document.text());
    let transcript = piece.goes_on && is_transcript(content);
    let titled = !document.language().capitalizes_nouns() && is_title(document, piece, block);
    let furniture = furniture::furniture(content, document.lexicon()).is_some();
    !transcript && !furniture && !titled && !is_modifier(document, piece, block)
}

/// “Face the Nation”, ‘Reclaim Our Schools’: two capitals or more, and nothing
/// in lower case but function words. Not “Neither do I.”, “The Donald. Big
/// Daddy.”, nor an epithet: hailed him as “The Comeback Kid”. German, where
/// nouns have capitals, tells no titles so.
fn is_title(document: &Document, piece: &Piece, block: &Block) -> bool {
    let (text, content) = (document.text(), piece.content);
    let lexicon = document.lexicon();
    let inner = content.of(text).before_marks(",.;:?! ");
    let before = Span::new(block.span.start as usize, piece.span.start as usize).of(text);
    if inner.has_mark(",.?!") || before.ends_with(" as ") {
        return false;
    }
    let (mut words, mut capitals) = (0, 0);
    for word in document.words(content) {
        let word = word.of(text);
        let function_word = lexicon.is_stop_word(&lower(word));
        let capital = word.first_char().is_some_and(|c| is_uppercase(c) || c.is_numeric());
        words += 1;
        capitals += usize::from(capital && !function_word);
        if words > LONGEST_TITLE || !(capital || function_word) {
            return false;
        }
    }
    capitals > 1
}

/// "WALLACE: Let’s start.": a paragraph of a transcript that is quoted whole.
fn is_transcript(content: &str) -> bool {
    let label = content.up_to(":");
    label.len() < LONGEST_LABEL.min(content.len()) && label.is_all(|c| !is_lowercase(c))
}

/// The longest label of a transcript's turn, in bytes.
const LONGEST_LABEL: usize = 30;

/// a “one-term president”, their “national enterprise reporter”: a few words
/// behind an article or a possessive. Not the North's “reckless, provocative,
/// dangerous” actions, which somebody called so.
fn is_modifier(document: &Document, piece: &Piece, block: &Block) -> bool {
    let clauses = piece.content.of(document.text()).before_marks(",").has_mark(",");
    if clauses || document.first_words(piece.content, LONGEST_MODIFIER + 1).len() > LONGEST_MODIFIER {
        return false;
    }
    let text = document.text();
    let before = Span::new(block.span.start as usize, piece.span.start as usize).of(text);
    let word = lower(before.trim_end().last_word());
    let adjacent = before.last_char().is_some_and(char::is_whitespace);
    let article = is_among(&word, "a an the his her its their our my");
    adjacent && (article || word.ends_with("'s"))
}
