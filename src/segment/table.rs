//! Tables and tables of contents, drawn with tabs, bars, spaces and dots.

use super::furniture::section;
use super::heading::{number, section_number};
use super::line::{Line, is_same};
use crate::find::{DIGITS, Marked, count, has};
use crate::language::{Lexicon, SectionClass};

/// The mean width of a table's cells at most, in bytes.
const WIDEST_CELL: usize = 30;

/// Cells between tabs or bars: "Name\tAge\tTown", "| Name | Age |".
pub(super) fn is_row(slice: &str) -> bool {
    let separators = count(slice, b'\t', b'|');
    // "Website\tmozilla.org": two cells, and no sentence.
    let pair = separators == 1 && slice.contains('\t') && !slice.ends_in_mark(".!?");
    (separators >= 2 || pair) && slice.len() / (separators + 1) < WIDEST_CELL || is_rule(slice)
}

/// A line that is drawn: "+-----+-----+", "=======".
fn is_rule(slice: &str) -> bool {
    slice.len() >= 3 && slice.bytes().all(|byte| b"-=+|_*~# ".contains(&byte))
}

/// Whether a run of lines is a table: most have cells, and none of those is
/// prose. Two cells a line are enough here: "Founded\tFebruary 28, 1998".
pub(super) fn run_is_table(text: &str, run: &[Line]) -> bool {
    // "Chapter 3. Boats\t\t3.2. Oars", and not "2. Leaks\t\t*debug-leaks*"
    if let [line] = run {
        let slice = line.span.of(text);
        return has(slice, "\t\t") && slice.len() < LONGEST_ROW && !slice.ends_in_mark(".*");
    }
    // "How do you keep backups honest? ⏎ 143 points | hide | past": one line is no table.
    let sentence = |line: &Line| line.span.of(text).ends_in_mark(".!?");
    if run.len() == 2 && run.first().is_some_and(sentence) {
        return false;
    }
    let rows = run.iter().filter(|line| {
        let slice = line.span.of(text);
        // "sign1.c      The source code": one gap is enough where several lines have it.
        let apart = if run.len() >= ALIGNED { 1 } else { 2 };
        let cells = || slice.contains('\t') || count(slice, b'|', b'|') >= 2 || gaps(slice) >= apart;
        slice.len() < LONGEST_ROW && !slice.ends_in_mark(".!?") && cells() || is_rule(slice)
    });
    2 * rows.count() >= run.len()
}

/// Whether a table's first line has no cells: "Classic Beef Stew ⏎ Prep Time: 20 mins | Cook
/// Time: 2 hrs | Servings: 6 ⏎ Jump to Recipe   Print Recipe".
pub(super) fn has_title(text: &str, table: &[Line]) -> bool {
    let cells = |slice: &str| slice.has_mark("\t|") || gaps(slice) > 0 || is_rule(slice);
    table.first().is_some_and(|first| !cells(first.span.of(text)))
}

/// The lines that one gap makes a table.
const ALIGNED: usize = 3;

/// The longest row of a table, in bytes.
const LONGEST_ROW: usize = 160;

/// The places where columns are set apart by spaces.
fn gaps(slice: &str) -> usize {
    let mut spaces = 0;
    let sets_apart = |byte: &u8| {
        let gap = *byte != b' ' && spaces >= 3;
        spaces = if *byte == b' ' { spaces + 1 } else { 0 };
        gap
    };
    slice.trim().bytes().filter(sets_apart).count()
}

/// Whether a run of lines is a table of contents: most are numbered as
/// sections or lead to a page.
pub(super) fn run_is_contents(text: &str, run: &[Line]) -> bool {
    let entries = run.iter().filter(|line| {
        let slice = line.span.of(text);
        is_entry(slice) || is_numbered(slice)
    });
    run.len() >= 4 && 3 * entries.count() >= 2 * run.len()
}

/// The lines of contents that stand over them: the page's title, up to where it comes again
/// ("25.1. Vacuuming ⏎ Prev Up Next ⏎ 25.1. Vacuuming") or up to what heads them.
pub(super) fn over_contents(text: &str, run: &[Line], lexicon: &Lexicon) -> usize {
    let slice = |line: &Line| line.span.of(text);
    let first = run.first().map_or("", slice);
    let over = |(at, line): (usize, &Line)| match section(slice(line), lexicon) {
        Some(SectionClass::Apart) => Some(at),
        _ => (at > 0 && is_same(slice(line), first)).then_some(at + 1),
    };
    run.iter().take(TITLED).enumerate().find_map(over).unwrap_or(0)
}

/// The lines between a title and its contents at most.
const TITLED: usize = 3;

/// "1.1 Eich CEO promotion controversy": a section's number without a stop, and
/// no sentence.
fn is_numbered(slice: &str) -> bool {
    let number = number(slice);
    let told = !number.is_empty() && (!number.ends_with('.') || !section_number(slice).is_empty());
    told && number.len() < slice.len() && !slice.ends_in_mark(".!?:")
}

/// "1. Introduction . . . . . . 4", "Acknowledgements ........ 12"; the page may stand elsewhere.
pub(super) fn is_entry(slice: &str) -> bool {
    let page = slice.before_marks(DIGITS);
    let led = page.trim_end();
    page.len() < slice.len() && (led.ends_with("...") || led.ends_with(". .")) || led.ends_with(". . . . .")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_narrow_cells() {
        let row = |bytes: usize| ["a\tb\t", &"c".repeat(bytes - 4)].concat();
        assert!(is_row(&row(3 * WIDEST_CELL - 1)));
        assert!(!is_row(&row(3 * WIDEST_CELL)));
        assert!(is_row("Website\tharbor.example"));
        assert!(!is_row("Website\tIt is harbor.example."));
    }

    #[test]
    fn sections_are_numbered_without_a_stop() {
        for entry in ["1 History", "1.1 The first boat", "2.1.\u{a0}The winter", "3\tRoute", "B.3. Lamps"] {
            assert!(is_numbered(entry), "{entry}");
        }
        for text in
            ["History", " History", "1. History", "1st place", "1 boat came.", "1998", "2 things:", "J. Reed"]
        {
            assert!(!is_numbered(text), "{text}");
        }
    }
}
