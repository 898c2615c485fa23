//! Speech that a dash opens, in languages that write it so: "—No vamos a esperar —dijo Juan",
//! "– Vi kan inte vänta, säger Anna".

use super::piece::{Piece, has_words};
use crate::Span;
use crate::document::Document;
use crate::find::Marked;
use crate::language::{Language, lower};
use crate::segment::block::Block;

/// What opens speech: a dash, and the spaces behind it.
const OPENING: &str = "—–―- \u{A0}\u{202F}";

/// The words of a paragraph that are looked through for its cue verb.
const REACH: usize = 400;

/// What stops a sentence or a clause, beside a dash.
const STOPS: &str = ",.;:!?…";

/// A paragraph that opens with a dash, up to what stands before its cue verb, and what is said
/// behind the speaker, where a dash and a stop part them: "—dijo Juan—. El puente está cerrado",
/// "– powiedział Jan. – Most jest zamknięty".
#[inline(never)]
pub(super) fn spoken(document: &Document, index: usize, block: &Block, pieces: &mut Vec<Piece>) {
    let text = document.text();
    let slice = block.span.of(text);
    let dashed = slice.opens_with_mark(OPENING);
    if !dashed || document.language() == Language::English {
        return;
    }
    let words = document.first_words(block.span, REACH);
    let gap = |at: usize| {
        let (last, word) = (words.get(at.checked_sub(1)?)?, words.get(at)?);
        Some(Span::new(last.end as usize, word.start as usize))
    };
    // A word in lower case.
    let small = |at: usize| {
        let word = words.get(at)?.of(text);
        word.opens_small().then(|| lower(word))
    };
    let cue = |at: usize| small(at).is_some_and(|word| document.lexicon().is_cue_verb(&word));
    let speaks = |at: &usize| {
        let parted = gap(*at).is_some_and(|gap| gap.of(text).has_mark("—–―,?!"));
        // "a dit", "ha detto"
        let auxiliary = || small(*at).is_some_and(|word| document.lexicon().is_stop_word(&word));
        parted && (cue(*at) || cue(at + 1) && auxiliary())
    };
    let Some(verb) = (1..words.len()).find(speaks) else { return };
    let until = |gap: Span| gap.start as usize + gap.of(text).before_marks(OPENING).before_marks(",").len();
    let opening = slice.len() - slice.behind_marks(OPENING).len();
    let start = block.span.start as usize;
    let end = gap(verb).map_or(start, until);
    let mut gaps = (verb + 1..words.len()).filter_map(gap).filter(|gap| gap.of(text).has_mark("—–―"));
    let more = gaps.find(|gap| gap.of(text).has_mark(STOPS)).map(|gap| {
        let end = gaps.next().map_or(block.span.end as usize, until);
        // "¿Y tú?"
        let parted = gap.start as usize + gap.of(text).before_marks("¿¡«").len();
        Span::new(parted, end)
    });
    let content = Span::new(start + opening, end);
    let piece = |span, content| {
        let short = !has_words(document, content);
        Piece { span, content, block: index, goes_on: false, short }
    };
    let spoken = piece(Span::new(start, end), content);
    let more = more.map(|more| piece(more, more)).filter(|more| !more.short);
    // "—¿A pie? —preguntó Tomás—. Ni siquiera yo lo haría."
    pieces.push(spoken);
    pieces.extend(more);
}
