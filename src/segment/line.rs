//! Lines, and which of them are one paragraph that was wrapped.

use super::block::{list_marker, looks_like_heading};
use super::page::is_way;
use super::table::is_entry;
use super::token::is_alphanumeric;
use crate::Span;
use crate::find::{CLOSERS, Marked, has, places};
use crate::language::{Lexicon, Script, is_uppercase, lower};

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
    places(b'\n', bytes).chain([bytes.len()]).map(move |end| {
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

/// The column that a line ends at: its white space and its characters, of which those of Chinese,
/// Japanese and Korean take two.
fn columns(text: &str, line: Line) -> usize {
    if line.span.len() > WIDEST_CHARACTER * WIDEST_WRAP {
        return line.span.len();
    }
    let slice = line.span.of(text);
    let is_wide = |c: &char| matches!(c, '\u{2E80}'..='\u{D7A3}' | '\u{FF00}'..='\u{FF60}');
    let wide = if slice.is_ascii() { 0 } else { slice.chars().filter(is_wide).count() };
    line.indent + slice.count_chars() + wide
}

/// The lines of a stanza at least, and how long each is at most, in bytes.
const STANZA: usize = 3;
const LONGEST_VERSE: usize = 70;

/// Whether a run of lines is a stanza, whose sentences run over the lines: short lines, of which
/// several end in a comma, or the like, and the last in a stop. "The river froze on Tuesday
/// night,\nAnd all the boats lay still;\nThe lamps along the quay were white."
pub(super) fn is_verse(text: &str, run: &[Line]) -> bool {
    let Some((last, inner)) = run.split_last().filter(|_| run.len() >= STANZA) else { return false };
    let slice = |line: &Line| line.span.of(text);
    let open = || inner.iter().filter(|line| slice(line).ends_in_mark(",;:—–"));
    let verse = |line: &Line| slice(line).len() <= LONGEST_VERSE && list_marker(slice(line)).is_none();
    let stops = slice(last).before_marks(CLOSERS).ends_in_mark(".!?…");
    stops && run.iter().all(verse) && 3 * open().count() >= inner.len()
}

/// The least columns of a line that is wrapped, as in the two columns of a paper.
const NARROWEST_WRAP: usize = 30;

/// One of so many lines that go on may be shorter than the others.
const SHORTER: usize = 10;

/// The lines that go on in a text that is wrapped, at least, and one of so many lines that may be
/// wider than those: where most of them go on in a small letter, and where they do not. Of the
/// headlines on a Chinese site's page one of twenty is wider.
const SMALL: (usize, usize) = (1, 3);
const CASELESS: (usize, usize) = (4, 30);

/// The column that nearly all full lines of a hard-wrapped text reach. Where the letters had widths
/// of their own, as in a PDF, no line is as long as the next, but a quarter of them stop in
/// mid-sentence. Where no letter is small that tells less, and no line is much wider than those.
pub(super) fn page_width(text: &str, lines: &[Line], lexicon: &Lexicon) -> Option<usize> {
    let mut ends = [0; 2 * WIDEST_WRAP];
    let (mut breaks, mut flowing, mut small) = (0, 0, 0);
    let mut sentences = false;
    for (line, next) in lines.iter().zip(lines.iter().skip(1)) {
        if line.span.len() < NARROWEST_WRAP || next.span.is_empty() {
            continue;
        }
        breaks += 1;
        sentences = sentences || has(line.span.of(text), ". ") || hangs(text, *line, lexicon);
        if !runs_on(text, *line, *next) {
            continue;
        }
        small += usize::from(flows_on(text, *line, *next));
        let end = columns(text, *line) + first_columns(text, *next);
        if let Some(lines) = ends.get_mut(end).filter(|_| end >= NARROWEST_WRAP) {
            flowing += 1;
            *lines += 1;
        }
    }
    let (fewest, most) = if 2 * small > flowing { SMALL } else { CASELESS };
    // "buy milk for the weekend ⏎ call the plumber": no line has two sentences, nor ends in "the".
    if flowing < fewest || 4 * flowing < breaks || small > 0 && !sentences {
        return None;
    }
    // The column that is behind so many of the lines that go on.
    let behind = |lines: usize| {
        let mut shorter = 0;
        ends.iter().position(|ends| {
            shorter += ends;
            shorter > lines
        })
    };
    let (least, middle) = (behind(flowing / SHORTER)?, behind(flowing / 2)?);
    let wider = lines.iter().filter(|line| 4 * columns(text, **line) > 5 * middle).count();
    // Few lines may all be long ones: a little less will do.
    (most * wider < breaks).then_some((least * 19).max(middle * 17) / 20)
}

/// Whether `next` goes on with the paragraph of `line`, in a text that is wrapped at a width.
pub(super) fn continues(text: &str, line: Line, next: Line, width: Option<usize>) -> bool {
    let quoted = |line: Line| line.span.of(text).starts_with(QUOTED);
    let apart = quoted(line) != quoted(next) || words(text, line).is_empty() || words(text, next).is_empty();
    if apart || list_marker(words(text, next)).is_some() || is_entry(words(text, line)) {
        return false;
    }
    let flows = match width {
        // A long line that stops in mid-sentence, whatever the others do.
        None => line.span.len() >= LONG && flows_on(text, line, next),
        // "DESCRIPTION\n  grep searches for patterns": half of a line is none that was wrapped.
        Some(width) => {
            let at = columns(text, line);
            // "… in its fourth year. ⏎ References"
            let headed = || {
                let heading = words(text, next);
                4 * columns(text, next) < 3 * width && !is_open(text, line) && looks_like_heading(heading)
            };
            is_full(text, line, next, width) && !headed()
                || flows_on(text, line, next) && 2 * at >= width
                || runs_on(text, line, next) && 4 * at >= 3 * width
        }
    };
    // "Home > Timetables > Winter ⏎ Fog on the inlet"
    flows && !(words(text, next).opens_capital() && is_way(line.span.of(text)))
}

/// Whether two lines have the same words.
#[inline(never)]
pub(super) fn is_same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

/// Whether the first word of `next` would not have fitted behind `line`.
fn is_full(text: &str, line: Line, next: Line, width: usize) -> bool {
    columns(text, line) + 1 + first_columns(text, next) > width
}

/// The columns of a line's first word, or of its first character where words stand without spaces.
fn first_columns(text: &str, line: Line) -> usize {
    let word = words(text, line).first_word();
    let unspaced = word.first_char().and_then(Script::of).is_some_and(Script::is_unspaced);
    if unspaced { 2 } else { word.count_chars() }
}

/// The least bytes of a line that is wrapped in a text which is not.
const LONG: usize = 50;

/// Whether a line ends with a function word or within a word, as no headline does: "A Test for the
/// Evaluation of".
pub(super) fn hangs(text: &str, line: Line, lexicon: &Lexicon) -> bool {
    let slice = line.span.of(text);
    slice.ends_with('-') || lexicon.is_stop_word(&lower(slice.last_word()))
}

/// Whether a sentence runs over the break: "… the river\nwas high …".
pub(super) fn flows_on(text: &str, line: Line, next: Line) -> bool {
    words(text, next).opens_small() && is_open(text, line)
}

/// The same where letters may be neither small nor capital, so that a heading runs on, too.
pub(super) fn runs_on(text: &str, line: Line, next: Line) -> bool {
    let first = words(text, next).first_char();
    first.is_some_and(|c| is_alphanumeric(c) && !is_uppercase(c) && !c.is_ascii_digit())
        && is_open(text, line)
}

/// What a line ends in within a sentence, hyphens among it.
const OPEN: &str = ",;-\u{2010}\u{AD}，、；،؛";

/// Whether a line ends in mid-sentence, as headings do.
fn is_open(text: &str, line: Line) -> bool {
    let slice = line.span.of(text);
    slice.last_char().is_some_and(is_alphanumeric) || slice.ends_in_mark(OPEN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    fn all(text: &str) -> Vec<Line> {
        lines(text, Span::new(0, text.len())).collect()
    }

    /// Whether a line goes on in the next one, in a text that is wrapped at a width.
    fn flows(text: &str, width: Option<usize>) -> bool {
        let lines = all(text);
        continues(text, lines[0], lines[1], width)
    }

    #[test]
    fn a_column_is_a_character() {
        let column = |text: &str| columns(text, all(text)[0]);
        assert_eq!(column("  ferry"), 7);
        assert_eq!(column(&"é".repeat(130)), 130);
        assert_eq!(column(&"é".repeat(2 * WIDEST_WRAP)), 2 * WIDEST_WRAP);
        assert_eq!(column(&"é".repeat(2 * WIDEST_WRAP + 1)), 4 * WIDEST_WRAP + 2, "its bytes will do");
    }

    #[test]
    fn a_line_is_full_where_the_next_word_would_not_fit() {
        let text = "the ferry \ncomes";
        let lines = all(text);
        assert!(is_full(text, lines[0], lines[1], 14));
        assert!(!is_full(text, lines[0], lines[1], 15));
    }

    fn width(lines: &[String]) -> Option<usize> {
        let text = lines.join("\n");
        page_width(&text, &all(&text), Language::English.lexicon())
    }

    /// A line of so many columns, in mid-sentence.
    fn line(columns: usize) -> String {
        ["a ".repeat(columns / 2 - 1), if columns.is_multiple_of(2) { "of" } else { "the" }.into()].concat()
    }

    #[test]
    fn a_page_is_as_wide_as_nearly_all_lines_that_go_on() {
        let lines = |columns: &[usize]| columns.iter().map(|columns| line(*columns)).collect::<Vec<_>>();
        assert_eq!(width(&lines(&[60, 60, 60])), Some(57), "a little less");
        assert_eq!(width(&lines(&[60, 60])), Some(57));
        assert_eq!(width(&lines(&[60])), None, "one line shows nothing");
        assert_eq!(width(&lines(&[29, 29, 29, 29])), None, "a poem, a list");
        let wide = WIDEST_WRAP + WIDEST_WRAP / 2;
        assert_eq!(width(&lines(&[60, 60, 60, wide, wide])), None, "a paragraph a line");
        let uneven = [100, 88, 97, 94, 99, 91, 96, 93, 98, 90, 95, 40];
        assert_eq!(width(&lines(&uneven)), Some(86), "as letters of a PDF are");
        let stops = |count: usize| vec![line(59) + "."; count];
        assert_eq!(width(&[lines(&[60, 60, 60]), stops(6)].concat()), Some(57));
        assert_eq!(width(&[lines(&[60, 60, 60]), stops(12)].concat()), None, "most lines are whole");
    }

    #[test]
    fn notes_are_no_wrapped_text() {
        let notes =
            ["buy milk for the whole weekend", "call the plumber about the sink", "wash the boat at noon"];
        let lines = |notes: &[&str]| notes.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(width(&lines(&notes)), None);
        assert_eq!(width(&lines(&["buy milk. The milk that you had", notes[1], notes[2]])), Some(33));
        assert_eq!(width(&lines(&["buy milk for the weekend at the", notes[1], notes[2]])), Some(33));
    }

    #[test]
    fn letters_without_capitals_tell_less() {
        let lines = |counts: &[usize]| counts.iter().map(|count| "渡".repeat(*count)).collect::<Vec<_>>();
        assert_eq!(width(&lines(&[38, 38, 37, 38, 38])), Some(72));
        assert_eq!(width(&lines(&[38, 38, 37, 38])), None, "three breaks show nothing");
        // "习近平提出这些要求 ⏎ …": headlines, of which some are longer.
        assert_eq!(width(&lines(&[18, 20, 19, 18, 26, 19, 18, 20])), None);
    }

    #[test]
    fn lines_that_go_on() {
        let half = "the ferry that we waited for..";
        assert!(flows(&half.replace("..", "\ncame home"), Some(56)));
        assert!(!flows("DESCRIPTION\nsearches for patterns", Some(56)));
        assert!(!flows("> the ferry that we waited for\ncame home", Some(30)), "somebody else's words");
        assert!(!flows("> \n> came home", Some(2)), "a line without words");
        assert!(!flows("the ferry that we waited for\n- came home", Some(28)), "an item");
        assert!(flows("the ferry that we waited for in\nHarlow", Some(35)), "a name");
        assert!(!flows("the ferry that we waited for.\nHarlow", Some(28)), "a heading under a full line");
        assert!(flows("船は港を出て、古い水車\nの電気で動く。", Some(24)));
        assert!(!flows("船は港を出て、\nの電気で動く。", Some(24)), "a line that ends where it likes");
        assert!(!flows("1. Boats . . . . .\nof the inlet", Some(18)), "an entry");
        let long = "the ferry that we waited for on the pier, all of us,";
        assert!(flows(&[long, "came home"].join("\n"), None));
        assert!(!flows("the ferry that we waited for,\ncame home", None), "a short line is a line");
    }

    #[test]
    fn a_line_hangs_on_a_function_word() {
        let english = Language::English.lexicon();
        let hanging = |text: &str| hangs(text, all(text)[0], english);
        assert!(hanging("A Test for the Evaluation of"));
        assert!(hanging("A Test of Popu-"));
        assert!(!hanging("A Test for the Evaluation"));
    }
}
