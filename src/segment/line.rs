//! Lines, and which of them are one paragraph that was wrapped.

use super::block::list_marker;
use crate::Span;
use crate::find::Marked;
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

/// What is marked as quoted, as in an e-mail, and what such lines say.
const QUOTED: char = '>';

/// The words of a line, without the ">" of one that is quoted.
fn words(text: &str, line: Line) -> &str {
    line.span.of(text).behind_marks("> ")
}

/// The widest line that an e-mail or a PDF wraps at, in columns. A longer line
/// shows that lines are whole paragraphs.
const WIDEST_WRAP: usize = 120;

/// The bytes of a character at most.
const WIDEST_CHARACTER: usize = 4;

/// The column that a line ends at: its white space and its characters.
fn columns(text: &str, line: Line) -> usize {
    if line.span.len() > WIDEST_CHARACTER * WIDEST_WRAP {
        return line.span.len();
    }
    line.indent + line.span.of(text).chars().count()
}

/// The column at which a run of lines is hard-wrapped, `None` where each line
/// is a paragraph of its own. A wrapped run shows two things at most of its
/// line breaks: the next line's first word would not have fitted, and the line
/// ends in mid-sentence.
pub(super) fn wrap_width(text: &str, run: &[Line], lexicon: &Lexicon) -> Option<usize> {
    if run.len() < 2 {
        return None;
    }
    let width = run.iter().map(|line| columns(text, *line)).max()?;
    if width > WIDEST_WRAP {
        return None;
    }
    let breaks = || run.iter().copied().zip(run.iter().skip(1).copied());
    let full = breaks().filter(|(line, next)| is_full(text, *line, *next, width));
    let unfinished =
        breaks().filter(|(line, next)| flows_on(text, *line, *next) || hangs(text, *line, lexicon));
    let most = |count: usize, of: usize| 3 * count >= 2 * of;
    let breaks = run.len() - 1;
    let wrapped = most(full.count(), breaks) && unfinished.count() * 3 >= breaks;
    wrapped.then_some(width)
}

/// The least line breaks of wrapped runs that show how a whole text is wrapped.
const SHOWN_BREAKS: usize = 6;

/// The column at which a whole text is hard-wrapped, where most of its line
/// breaks show it. It tells of runs too short to show it.
pub(super) fn page_width(text: &str, lines: &[Line], lexicon: &Lexicon) -> Option<usize> {
    let runs = || lines.split(|line| line.span.is_empty());
    let (mut wrapped, mut width) = (0, 0);
    for run in runs() {
        if let Some(of_run) = wrap_width(text, run, lexicon) {
            wrapped += run.len() - 1;
            width = width.max(of_run);
        }
    }
    if wrapped < SHOWN_BREAKS {
        return None;
    }
    let (mut full, mut breaks) = (0, 0);
    for (line, next) in runs().flat_map(|run| run.iter().zip(run.iter().skip(1))) {
        breaks += 1;
        full += usize::from(is_full(text, *line, *next, width));
    }
    (2 * full > breaks).then_some(width)
}

/// Whether `next` goes on with the paragraph of `line`, in a run that is wrapped
/// at a width, of a text that is.
pub(super) fn continues(
    text: &str,
    line: Line,
    next: Line,
    width: Option<usize>,
    page: Option<usize>,
) -> bool {
    let quoted = |line: Line| line.span.of(text).starts_with(QUOTED);
    let apart = quoted(line) != quoted(next) || words(text, line).is_empty() || words(text, next).is_empty();
    if apart || list_marker(words(text, next)).is_some() {
        return false;
    }
    if page.is_some_and(|page| is_full(text, line, next, page)) {
        return true;
    }
    let Some(width) = width else {
        // A long line that stops in mid-sentence, whatever the others do.
        return line.span.len() >= LONG && flows_on(text, line, next);
    };
    // "DESCRIPTION\n  grep searches for patterns": half of a line is none that was wrapped.
    is_full(text, line, next, width) || flows_on(text, line, next) && 2 * columns(text, line) >= width
}

/// Whether the first word of `next` would not have fitted behind `line`.
fn is_full(text: &str, line: Line, next: Line, width: usize) -> bool {
    let first_word = words(text, next).split_whitespace().next().unwrap_or_default();
    columns(text, line) + 1 + first_word.chars().count() > width
}

/// The least bytes of a line that is wrapped in a run without a width.
const LONG: usize = 50;

/// Whether a line ends with a function word, as no headline does: "… and provides an".
fn hangs(text: &str, line: Line, lexicon: &Lexicon) -> bool {
    let last = line.span.of(text).rsplit(' ').next().unwrap_or_default();
    line.span.len() >= LONG && lexicon.is_stop_word(&lower(last))
}

/// Whether a sentence runs over the break: "… the river\nwas high …".
fn flows_on(text: &str, line: Line, next: Line) -> bool {
    let hyphens = ['-', '\u{2010}', '\u{AD}'];
    let line = line.span.of(text);
    let open_end =
        line.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ';') || hyphens.contains(&c));
    let goes_on = words(text, next).starts_with(char::is_lowercase);
    open_end && goes_on
}
