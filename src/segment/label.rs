//! Speaker labels: "Q:", "WN:", "Ana Ruiz:", "[09:12] ana:". A label is not
//! content, it names who speaks.

use super::block::{Block, BlockKind};
use super::cue::ARROW;
use crate::find::{Marked, behind, count, find, has_clock, is_among, is_longer, place};
use crate::hash::{Numbers, fingerprint};
use crate::language::is_uppercase;

/// The longest label, in bytes and in words.
const LONGEST: usize = 40;
const MOST_WORDS: usize = 4;

/// How often a label opens a block of the text; "Q:" and "A:" need not.
const REPEATED: u64 = 2;

/// The label of all blocks that open with a time.
const STAMPED: &str = "";

/// The label that a block begins with, and the bytes up to what is said.
pub(super) fn label(slice: &str) -> Option<(&str, usize)> {
    if let Some(stamp) = stamp(slice) {
        let message = slice.tail(stamp);
        let said = named(message).map_or(message, |(_, said)| said);
        return (!said.is_empty()).then_some((STAMPED, slice.len() - said.len()));
    }
    let label = |(label, said)| is_label(label, said).then_some((label, slice.len() - said.len()));
    // "J. Sol: It rains.", and "R. En octubre: si todo va bien."
    named(slice).and_then(label).or_else(|| dotted(slice).and_then(label))
}

/// Whether words with capitals stand before the beginning of a sentence.
fn is_label(label: &str, said: &str) -> bool {
    let begins = |c: char| is_uppercase(c) || c.is_numeric();
    let sentence = said.starts_with(begins) || said.opens_with_mark(OPENERS);
    sentence && label.split_whitespace().all(|word| word.opens_capital())
}

/// The marks that what is said may open with.
const OPENERS: &str = "\"“‘'«([¿¡";

/// Whether a line is a message with its time and who wrote it, and no log:
/// "00:00:03 Ana Ruiz: Thanks for joining." but not "[12:00:07] ERROR: disk full".
pub(super) fn is_message(slice: &str) -> bool {
    let name = |word: &str| word.opens_capital() && word.has_small();
    let message = stamp(slice).and_then(|stamp| named(slice.tail(stamp)));
    message.is_some_and(|(label, _)| label.split_whitespace().all(name))
}

/// A letter, or a few words before a dash, with a full stop behind: "P. ¿Cuándo vuelve?",
/// "ANNE SOREL. – En octobre." The stop is of the label.
fn dotted(slice: &str) -> Option<(&str, &str)> {
    let stop = place(b'.', slice.head(LONGEST).as_bytes())?;
    let (label, rest) = (slice.head(stop + 1), slice.tail(stop + 1));
    let said = rest.behind_marks(" –—-");
    let letter = stop == 1 && rest.starts_with(' ');
    let dashed = rest.len() - said.len() > 1 && !is_longer(label, MOST_WORDS);
    ((letter || dashed) && !said.is_empty()).then_some((label, said))
}

/// What opens a voice of WebVTT: "<v Ana Ruiz>Thanks for joining.</v>".
const VOICE: &str = "<v ";

/// What closes it.
pub(crate) const VOICE_END: &str = "</v>";

/// A few words with a colon behind, or in the angle brackets of a chat's log,
/// and what follows them.
fn named(slice: &str) -> Option<(&str, &str)> {
    let (begun, mark) = match behind(slice, "<v |<") {
        Some(inside) => (inside, b'>'),
        None => (slice, b':'),
    };
    let end = place(mark, begun.head(LONGEST).as_bytes())?;
    let (label, rest) = (begun.head(end), begun.tail(end + 1));
    let text = rest.trim_start();
    let named = !is_longer(label, MOST_WORDS) && label.has_letter();
    let parted = rest.first_char().is_some_and(char::is_whitespace) || slice.starts_with(VOICE);
    (named && !text.is_empty() && parted).then_some((label, text))
}

/// The bytes of a cue's time before what is said in its line: "[00:03] so the boat",
/// "00:00:03 so the boat", "[0.00 --> 7.24] so the boat", but not "12:30 to Harlow".
pub(super) fn time(slice: &str) -> Option<usize> {
    let bytes = stamp(slice)?;
    let time = slice.head(bytes);
    // Behind the arrow of a subtitle stands where it is shown: "0:01 --> 0:02 position:50%".
    let sure = time.opens_with_mark("[(") || count(time, b':', b':') > 1 && find(time, ARROW).is_none();
    sure.then_some(bytes)
}

/// Whether a line may open with a time: "[09:12]", "(0:04)", "12:30".
pub(super) fn opens_clock(line: &str) -> bool {
    line.opens_with_mark("[(0123456789")
}

/// The bytes of the time that opens a message, and of what parts it from the
/// name: "[09:12] ", "[Monday 9:12 AM] ", "09:12:30 ", "04/03/2024, 09:12 - ".
fn stamp(slice: &str) -> Option<usize> {
    if !opens_clock(slice) {
        return None;
    }
    let bare = slice.behind_marks("0123456789[]():/.,-> \t");
    let half = behind(bare, "AM|PM|am|pm");
    let day = slice.strip_prefix('[').map(|inside| inside.head(LONGEST).up_to("]"));
    let named = day.filter(|day| has_clock(day)).map(|day| slice.tail(day.len() + 1));
    let rest = named.or(half).unwrap_or(bare).behind_marks("[]()-– ");
    let time = slice.head(slice.len() - rest.len());
    ((has_clock(time) || find(time, ARROW).is_some()) && time.ends_in_mark(" \t")).then_some(time.len())
}

/// The bytes of a time without a day at most: "[09:12:30] ".
const LONGEST_TIME: usize = 12;

/// The labels of a text's speakers.
#[derive(Debug, Default)]
pub(crate) struct Labels(Numbers);

impl Labels {
    /// Reads the labels that open several blocks.
    pub(crate) fn of(text: &str, blocks: &[Block]) -> Self {
        let (mut counts, mut dotted) = (Numbers::default(), Numbers::default());
        let asks = |label: &str| is_among(label, "question q answer a");
        let spoken = blocks.iter().filter(|block| block.kind == BlockKind::Paragraph || block.is_guessed());
        for slice in spoken.map(|block| block.span.of(text)) {
            let Some((label, _)) = label(slice) else { continue };
            let times = if slice.starts_with(VOICE) || asks(label) { REPEATED } else { 1 };
            let counts = if label.ends_with('.') { &mut dotted } else { &mut counts };
            *counts.entry(fingerprint(label)).or_default() += times;
        }
        dotted.retain(|_, count| *count >= REPEATED);
        // "J. K. Rowling" opens two paragraphs, and no interview.
        if dotted.len() > 1 {
            counts.extend(dotted);
        }
        counts.retain(|_, count| *count >= REPEATED);
        Labels(counts)
    }

    /// "06.08.2026, 13:18 - Ana Ruiz added you": what stands behind a day and a time alone is the
    /// program's, where others have names.
    pub(super) fn drop_notices(&self, text: &str, blocks: &mut [Block]) {
        if self.0.is_empty() {
            return;
        }
        let dated = |block: &Block| stamp(block.span.of(text)).filter(|bytes| *bytes > LONGEST_TIME);
        let named_by = |block: &&Block| dated(block).is_some() && self.bytes(block.span.of(text)).is_some();
        if blocks.iter().filter(named_by).nth(1).is_none() {
            return;
        }
        for block in blocks {
            let said = dated(block).map(|bytes| block.span.of(text).tail(bytes));
            if said.is_some_and(|said| named(said).is_none()) {
                block.kind = BlockKind::Boilerplate;
            }
        }
    }

    /// The bytes of the label at the start of a block.
    pub(crate) fn bytes(&self, block: &str) -> Option<usize> {
        if self.0.is_empty() {
            return None;
        }
        let (label, bytes) = label(block)?;
        // "Petra Sommer: …", and "Sommer: …" from then on
        let surname = label.last_word();
        [label, surname].iter().any(|name| self.0.contains_key(&fingerprint(name))).then_some(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    #[test]
    fn labels_are_names_before_what_is_said() {
        for (line, said) in [
            ("Q: How did it begin?", "How did it begin?"),
            ("Ana Ruiz: It began in 1908.", "It began in 1908."),
            ("[09:12] ana: morning all", "morning all"),
            ("09:12 <ana> morning all", "morning all"),
            ("(0:04) morning all", "morning all"),
            ("[Monday 9:12 AM] Ana Ruiz: morning all", "morning all"),
            ("[09:12:30] morning all", "morning all"),
            ("04/03/2024, 9:12 pm - Ana Ruiz: morning all", "morning all"),
            ("[3/4/24, 09:12:30] Ana: morning: all", "morning: all"),
            ("P. ¿Cuándo vuelve?", "¿Cuándo vuelve?"),
            ("R. En octubre: si todo va bien.", "En octubre: si todo va bien."),
            ("ANNE SOREL. – En octobre.", "En octobre."),
        ] {
            assert_eq!(label(line).map(|(_, bytes)| &line[bytes..]), Some(said), "{line}");
        }
        let found = |lines: [&str; 4], line: &str| {
            let text = lines.join("\n");
            let mut at = 0;
            let blocks = lines.map(|line| {
                let span = Span::new(at, at + line.len());
                at += line.len() + 1;
                Block { kind: BlockKind::Paragraph, level: None, span }
            });
            Labels::of(&text, &blocks).bytes(line)
        };
        // A surname behind the whole name, letters that take turns, and no initial.
        let turns = ["Ana Ruiz: It rains.", "Ruiz: It snows.", "Ruiz: It pours.", "Sol: It is dry."];
        assert_eq!(found(turns, "Ana Ruiz: It rains."), Some(10));
        assert_eq!(found(turns, "Sol: It is dry."), None);
        let letters = ["P. ¿Llueve?", "R. No.", "P. ¿Nieva?", "R. No."];
        assert_eq!(found(letters, "R. No."), Some(3));
        let initials = ["J. Sol came.", "It rained.", "J. Sol went.", "It snowed."];
        assert_eq!(found(initials, "J. Sol came."), None);
        let both = ["J. Sol: It rains.", "It rained.", "J. Sol: It snows.", "It snowed."];
        assert_eq!(found(both, "J. Sol: It rains."), Some(8));
        assert_eq!(named("<ana> morning all"), Some(("ana", "morning all")));
        assert!(is_message("00:00:03 Ana Ruiz: Thanks for joining."));
        assert!(!is_message("[12:00:07] ERROR: disk full"));
        for line in [
            "The rule is this: never run.",
            "Note: see below",
            "Ana:",
            "09:12",
            "At 09:12: nothing",
            "<b>bold</b>",
            "[Monday] morning",
            "Ana:Yes",
            "<ana>morning",
            "Ana Ruiz and all of the others who came: morning",
            "The Harbour Office Of Saltmarsh. – It opened.",
            "Ana Ruiz. It began in 1908.",
            "A. and b.",
            "A.B. Smith",
            "",
        ] {
            assert_eq!(label(line), None, "{line}");
        }
    }
}
