//! Speech that a dash opens, in languages that write it so: "—No vamos a esperar —dijo Juan",
//! "– Vi kan inte vänta, säger Anna".

use super::piece::{Piece, has_words};
use crate::Span;
use crate::document::Document;
use crate::find::Marked;
use crate::language::{Language, lower};
use crate::segment::block::Block;

/// What opens speech.
const DASHES: &str = "—–―-";

/// The words of a paragraph that are looked through for its cue verb.
const REACH: usize = 400;

/// A paragraph that opens with a dash, up to what stands before its cue verb.
pub(super) fn spoken(document: &Document, index: usize, block: &Block) -> Option<Piece> {
    let text = document.text();
    let slice = block.span.of(text);
    let dashed = slice.opens_with_mark(DASHES);
    if !dashed || document.language() == Language::English || !document.lexicon().script().is_cased() {
        return None;
    }
    let words = document.first_words(block.span, REACH);
    // A word in lower case, and what stands before it.
    let small = |at: usize| {
        let (last, word) = (words.get(at.checked_sub(1)?)?, words.get(at)?);
        let gap = Span::new(last.end as usize, word.start as usize);
        word.of(text).starts_with(char::is_lowercase).then_some((gap, lower(word.of(text))))
    };
    let cue = |at: usize| small(at).is_some_and(|(_, word)| document.lexicon().is_cue_verb(&word));
    let gap = (1..words.len()).find_map(|at| {
        let (gap, word) = small(at).filter(|(gap, _)| gap.of(text).has_mark("—–―,?!"))?;
        // "a dit", "ha detto"
        let auxiliary = document.lexicon().is_stop_word(&word) && cue(at + 1);
        (auxiliary || cue(at)).then_some(gap)
    })?;
    let is_dash = |c: char| matches!(c, '-' | '—' | '–' | '―') || c.is_whitespace();
    let opening = slice.len() - slice.trim_start_matches(is_dash).len();
    let kept = gap.of(text).trim_end_matches(is_dash).trim_end_matches(',');
    let content = Span::new(block.span.start as usize + opening, gap.start as usize + kept.len());
    let span = Span::new(block.span.start as usize, content.end as usize);
    has_words(document, content).then_some(Piece {
        span,
        content,
        block: index,
        goes_on: false,
        short: false,
    })
}
