//! Code, shells and logs among plain text.

use super::line::Line;
use super::{label, reference};
use crate::find::{DIGITS, Marked, behind, has, has_any};

/// The lines of comments behind "#" that make a run code, at least.
const NOTES: usize = 3;

/// The longest line of code, in bytes.
const LONGEST: usize = 400;

/// A line with more signs than prose has: "for (i = 0; i < n; i++) {", or one
/// that a shell or a log writes: "$ hg commit -A -u alice".
pub(super) fn is_code(slice: &str) -> bool {
    if slice.len() > LONGEST {
        return false;
    }
    is_prompt(slice)
        || is_comment(slice)
        || is_tag(slice)
        || is_logged(slice)
        || is_reported(slice)
        || behind(slice, "def |async def ").is_some() && slice.ends_with("):")
        || is_import(slice)
        || slice.ends_in_mark("{};)") && 8 * signs(slice) >= slice.len() && !is_prose(slice)
}

/// Whether the only signs of a line that ends in a bracket are those of prose: "Senior Ferry
/// Engineer (m/f/d)", "* A crash on empty input (#788)".
fn is_prose(slice: &str) -> bool {
    let item = slice.behind_marks("*-• ");
    let apart = || item.char_indices().all(|(at, c)| c != '(' || at == 0 || item.head(at).ends_with(' '));
    item.ends_with(')') && !item.has_mark("=;<>[]{}&|$\\*+") && item.contains('(') && apart()
}

/// Whether a line fences code in, as Markdown has it.
pub(super) fn is_fence(slice: &str) -> bool {
    slice.starts_with("```") && !slice.behind_marks("`").has_mark("`") || slice.starts_with("~~~")
}

/// Whether a run of lines is code: most of its lines are, or look as if they
/// stood among such.
pub(super) fn run_is_code(text: &str, run: &[Line]) -> bool {
    // An editor's margin stands before its lines: "1 ⏎ 2 ⏎ 3 ⏎ fn main() {".
    let is_number = |line: &&Line| line.span.of(text).behind_marks(DIGITS).is_empty();
    let run = run.get(run.iter().take_while(is_number).count()..).unwrap_or_default();
    if run.len() < 2 {
        return false;
    }
    let (mut code, mut like, mut notes) = (0, 0, 0);
    for line in run {
        let slice = line.span.of(text);
        code += usize::from(is_code(slice));
        // "# The quays of the harbour, ⏎ # from north to south. ⏎ #quays = 3": Markdown parts headings.
        notes += usize::from(slice.starts_with('#') && !slice.tail(1).opens_with_mark("#[0123456789"));
        like += usize::from(looks_like_code(slice, line.indent));
    }
    code > 0 && 5 * like >= 3 * run.len()
        || 5 * like >= 4 * run.len()
        || notes >= NOTES && 2 * notes >= run.len()
}

/// Whether a line would be code among lines of code.
pub(super) fn looks_like_code(slice: &str, indent: usize) -> bool {
    let stops = slice.ends_in_mark(".!?:") && slice.contains(' ');
    // "# create logger"
    let begins =
        slice.opens_with_mark("{}]<$/)@\\") || slice.starts_with("# ") && slice.tail(2).opens_small();
    let assigned = [" = ", "==", "=>", "->", "::", "&&", "||", "+=", "!=", "--", "</", "()"];
    let signed = || assigned.iter().any(|sign| has(slice, sign));
    is_code(slice)
        || !stops
            && (begins
                || signed()
                || ends_as_code(slice)
                || indent >= 2 && (slice.ends_with(',') || 16 * signs(slice) >= slice.len()))
}

fn ends_as_code(slice: &str) -> bool {
    // "The bridge is of steel.[1][2]", "History[edit]", "[Chorus]"
    let slice = reference::before(slice);
    slice.ends_in_mark("{};)([]>\\=") && !is_prose(slice)
}

fn signs(slice: &str) -> usize {
    slice.bytes().filter(|byte| b"{}();=<>[]_$\\/+*#&|".contains(byte)).count()
}

/// "// Consume a list", "use std::fmt; // Importar el módulo"
fn is_comment(slice: &str) -> bool {
    slice.starts_with("//") || slice.starts_with("/*") || has_any(slice, "; // |{ // ")
}

/// "$ npm start", ">>> import os", "% ls", "C:\> dir", "# mke2fs -j /dev/sda6"
fn is_prompt(slice: &str) -> bool {
    let prompt = behind(slice, "$ |>>> |... |% |~$ |# sudo |# apt|# cd |PS> |C:\\>|mysql> |postgres=# ");
    // "# nutgraf - a summarizer" is a heading of Markdown.
    let argument = |word: &str| word.len() > 1 && word.opens_with_mark("-/");
    let root = slice.strip_prefix("# ").filter(|command| command.opens_small());
    if root.is_some_and(|command| command.split(' ').any(argument)) {
        return true;
    }
    // "... and so it went" goes on with a sentence.
    prompt.is_some_and(|command| !slice.starts_with("... ") || 10 * signs(command) >= command.len())
}

/// "import asyncio", "from asyncio import run"
fn is_import(slice: &str) -> bool {
    let whole = |names: &str| !names.has_mark(" :");
    slice.strip_prefix("import ").is_some_and(whole) || slice.starts_with("from ") && has(slice, " import ")
}

/// "<script src="vendor/blanket.js"", "</div>"
fn is_tag(slice: &str) -> bool {
    let Some(tag) = slice.strip_prefix('<') else { return false };
    // "<v Ana Ruiz>Thanks for joining.</v>" is who speaks in a subtitle.
    tag.opens_with_mark("/!?")
        || !tag.starts_with("v ")
            && tag.first_char().is_some_and(|c| c.is_ascii_lowercase())
            && slice.has_mark("=>")
}

/// "INFO:root:Finished", "ERROR:  no such table", but "WARNING: This path is steep."
fn is_reported(slice: &str) -> bool {
    // Most lines have a small letter there.
    if !slice.tail(1).opens_capital() {
        return false;
    }
    let said = behind(slice, "ERROR:|WARNING:|INFO:|DEBUG:|DETAIL:");
    said.is_some_and(|said| !said.starts_with(' ') || said.starts_with("  ") || said.tail(1).opens_small())
}

/// "2024-03-01 12:00:07 INFO started", "[12:00:07] started"
fn is_logged(slice: &str) -> bool {
    if !slice.first_char().is_some_and(|c| c.is_ascii_digit() || c == '[') {
        return false;
    }
    let stamp = slice.behind_marks("[");
    let form: String = stamp.chars().take(8).map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    matches!(form.as_str(), "00:00:00" | "0000-00-") && slice.len() > 12 && !label::is_message(slice)
}

#[cfg(test)]
mod tests {
    use super::super::block::{BlockKind, blocks};
    use super::*;
    use crate::Language;

    #[test]
    fn comments_of_a_file_of_settings_are_code_and_headings_are_none() {
        let kinds = |text: &str| -> Vec<BlockKind> {
            blocks(text, Language::English.lexicon(), &[]).iter().map(|block| block.kind).collect()
        };
        use BlockKind::{Code, Heading, Paragraph};
        let settings = "# The lamps of the quay,\n# from the north.\n#lamps = 3\nlamps = 4";
        assert_eq!(kinds(settings), [Code]);
        assert_eq!(kinds("# The lamps of the quay\n\nThey are lit at dusk."), [Heading, Paragraph]);
        assert!(!kinds("#1 Lamps\n#2 Quays\n#3 Boats").contains(&Code));
        assert!(!kinds("## Lamps\n## Quays\n## Boats").contains(&Code));
    }

    #[test]
    fn lines_of_code() {
        let tag = |bytes: usize| ["</", &"b".repeat(bytes - 2)].concat();
        assert!(is_code(&tag(LONGEST)));
        assert!(!is_code(&tag(LONGEST + 1)));
        for line in [
            "f(g(x))",
            "a = (b + c)",
            "x)",
            "def count(boats):",
            "$ npm start",
            "# mke2fs -j /dev/sda6",
            "... total += f(a[i])",
            "[12:00:07] engine started",
            "INFO:root:Finished",
            "DETAIL: key 12 is not there",
        ] {
            assert!(is_code(line), "{line}");
        }
        assert!(looks_like_code("# make the list", 0) && !looks_like_code("# Lists", 0));
        for text in [
            "def is a word",
            "# nutgraf - a summarizer",
            "# Ferries -v /dev",
            "is it (or not):",
            "Engineer (m/f/d)",
            "NELL (CONT'D)",
            "* Empty (#788)",
            "... and so it went on",
            "12:00:07 yes",
            "<3 is a heart",
            "WARNING: This path is steep.",
        ] {
            assert!(!is_code(text), "{text}");
        }
    }
}
