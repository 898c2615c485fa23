//! Lines, and which of them are one paragraph that was wrapped.

use super::block::list_marker;
use crate::Span;
use crate::language::{Lexicon, lower};
use memchr::memchr_iter;

/// A line of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// The line without the white space at its ends.
    pub(super) span: Span,
    /// The bytes of white space before it.
    pub(super) indent: usize,
}

/// The lines of a span.
pub(super) fn lines(text: &str, span: Span) -> impl Iterator<Item = Line> {
    let mut start = span.start as usize;
    let bytes = span.of(text).as_bytes();
    memchr_iter(b'\n', bytes).chain([bytes.len()]).map(move |end| {
        let end = span.start as usize + end;
        let line = Span::new(start, end).trimmed(text);
        let indent = line.start as usize - start.min(line.start as usize);
        start = end + 1;
        Line { span: line, indent }
    })
}

/// The widest line that an e-mail or a PDF wraps at, in bytes. A longer line
/// shows that lines are whole paragraphs.
const WIDEST_WRAP: usize = 120;

/// The column at which a run of lines is hard-wrapped, `None` where each line
/// is a paragraph of its own. A wrapped run shows two things at most of its
/// line breaks: the next line's first word would not have fitted, and the line
/// ends in mid-sentence.
pub(super) fn wrap_width(text: &str, run: &[Line], lexicon: &Lexicon) -> Option<usize> {
    let width = run.iter().map(|line| line.span.len()).max()?;
    if run.len() < 2 || width > WIDEST_WRAP {
        return None;
    }
    let breaks = || run.iter().zip(run.iter().skip(1)).map(|(line, next)| (line.span, next.span));
    let full = breaks().filter(|(line, next)| is_full(text, *line, *next, width));
    let unfinished =
        breaks().filter(|(line, next)| flows_on(text, *line, *next) || hangs(text, *line, lexicon));
    let most = |count: usize, of: usize| 3 * count >= 2 * of;
    let breaks = run.len() - 1;
    let wrapped = most(full.count(), breaks) && unfinished.count() * 3 >= breaks;
    wrapped.then_some(width)
}

/// Whether `next` goes on with the paragraph of `line`.
pub(super) fn continues(text: &str, line: Span, next: Span, width: Option<usize>) -> bool {
    let Some(width) = width else {
        // A long line that stops in mid-sentence, whatever the others do.
        return line.len() >= LONG && flows_on(text, line, next) && list_marker(next.of(text)).is_none();
    };
    list_marker(next.of(text)).is_none() && (is_full(text, line, next, width) || flows_on(text, line, next))
}

/// Whether the first word of `next` would not have fitted behind `line`.
fn is_full(text: &str, line: Span, next: Span, width: usize) -> bool {
    let first_word = next.of(text).split_whitespace().next().unwrap_or_default();
    line.len() + 1 + first_word.len() > width
}

/// The least bytes of a line that is wrapped in a run without a width.
const LONG: usize = 50;

/// Whether a line ends with a function word, as no headline does: "… and provides an".
fn hangs(text: &str, line: Span, lexicon: &Lexicon) -> bool {
    let last = line.of(text).rsplit(' ').next().unwrap_or_default();
    line.len() >= LONG && lexicon.is_stop_word(&lower(last))
}

/// Whether a sentence runs over the break: "… the river\nwas high …".
fn flows_on(text: &str, line: Span, next: Span) -> bool {
    let open_end = line.of(text).ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-' | ';'));
    let goes_on = next.of(text).starts_with(char::is_lowercase);
    open_end && goes_on
}
