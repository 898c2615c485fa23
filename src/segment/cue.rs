//! Cues: what is said between two times, in subtitles (SubRip, WebVTT) and in the transcripts
//! of videos. A sentence goes on over a time, which is not shown.

use super::label::{label, opens_clock, time};
use super::line::{Line, flows_on};
use crate::Span;
use crate::find::{self, DIGITS, Marked, find, is_longer};

/// The times that make a text one of cues.
const LEAST: usize = 3;

/// Cues without a stop are joined up to so many bytes: what a machine wrote down has none.
const LONGEST: usize = 2400;

/// What the first time begins with.
const BEGINNINGS: &str = "0:0|00:0|0.";

/// What ends with one of these is whole, and what begins with one is another's.
const STOPS: &str = ".!?…:\"”»)]>。！？";
const OPENERS: &str = "-–—[(<♪>";

/// Between the times of a subtitle.
pub(crate) const ARROW: &str = " --> ";

/// Whether a line only says when: "0:03", "[00:12:34]", "00:00:01,000 --> 00:00:04,200".
pub(super) fn is_time(line: &str) -> bool {
    if !opens_clock(line) || line.starts_with('[') && !line.ends_with(']') {
        return false;
    }
    let arrow = find(line, ARROW);
    let clock = arrow.map_or(line, |arrow| line.head(arrow));
    let clock = clock.behind_marks("[(").before_marks("])");
    let timed = arrow.is_some() || clock.contains(':');
    timed && clock.ends_in_mark(DIGITS) && clock.behind_marks("0123456789:.,\t").is_empty()
}

/// The first line of WebVTT.
const WEBVTT: &str = "WEBVTT";

/// Whether a line is a cue's time, or the number over it.
pub(super) fn is_header(line: &str) -> bool {
    is_time(line) || line.behind_marks(DIGITS).is_empty() || line == WEBVTT
}

/// The lines of a text of cues, where those that a sentence runs over are one; `None` for a
/// text of another kind.
pub(super) fn join(text: &str, lines: &[Line]) -> Option<Vec<Line>> {
    let slice = |line: Line| line.span.of(text);
    let mut stamped = lines.iter().map(|line| slice(*line)).filter(|slice| time(slice).is_some());
    // A log begins at any time.
    let begun =
        stamped.next().is_some_and(|first| find::behind(first.behind_marks("[("), BEGINNINGS).is_some());
    let parted = if begun { parted(text, lines) } else { Vec::new() };
    let lines = if begun { &*parted } else { lines };
    let times = || lines.iter().filter(|line| is_time(slice(**line)));
    if times().count() < LEAST {
        return None;
    }
    let subtitles = times().any(|line| find(slice(*line), ARROW).is_some());
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    // The place of what is said last, its last line, and whether a time stands behind it.
    let mut last: Option<(usize, Line)> = None;
    let mut timed = false;
    let mut over = 0;
    for line in lines.iter().copied() {
        let said = slice(line);
        if is_header(said) {
            timed |= is_time(said);
            joined.push(line);
            continue;
        }
        let goes_on = |(at, last): &(usize, Line)| {
            let flows = flows_on(text, *last, line);
            over += usize::from(flows);
            let near = timed || joined.len() == at + 1;
            let short = joined.get(*at).is_some_and(|whole| whole.span.len() < LONGEST);
            let last = slice(*last);
            // "Anna Sol\n0:12" is who speaks.
            let sentence = subtitles || timed && is_longer(last, 2);
            let open =
                || !last.ends_in_mark(STOPS) && !said.opens_with_mark(OPENERS) && label(said).is_none();
            near && short && (flows || sentence && open())
        };
        let on = last.filter(goes_on);
        let at = on.map_or(joined.len(), |(at, _)| at);
        let start = joined.get(at).map_or(line.span.start, |whole| whole.span.start);
        joined.truncate(at);
        joined.push(Line { span: Span::new(start as usize, line.span.end as usize), ..line });
        last = Some((at, line));
        timed = false;
    }
    // "10:00\nWelcome\n10:30\nTalk on cables" is a programme.
    (subtitles || 4 * over >= times().count()).then_some(joined)
}

/// The lines, where a time and what is said then are two.
fn parted(text: &str, lines: &[Line]) -> Vec<Line> {
    let mut parted = Vec::with_capacity(lines.len());
    for line in lines {
        let mut start = line.span.start as usize;
        if let Some(bytes) = time(line.span.of(text)) {
            let span = Span::new(start, start + bytes).trimmed(text);
            parted.push(Line { span, ..*line });
            start += bytes;
        }
        parted.push(Line { span: Span::new(start, line.span.end as usize), ..*line });
    }
    parted
}

/// The lines that stand before a time at most: a blank one and a number, and one more.
const BEFORE: usize = 3;

/// What stands behind the times, and the lines around them, that the rest of a text begins
/// with behind a line.
pub(super) fn behind(rest: &str) -> &str {
    let mut said = rest;
    let (mut at, mut since) = (0, 0);
    for line in rest.split_inclusive('\n') {
        if !is_header(line.trim()) || since > BEFORE {
            break;
        }
        at += line.len();
        since += 1;
        if is_time(line.trim()) {
            said = rest.tail(at).trim_start();
            since = 0;
        }
    }
    said.tail(time(said.up_to("\n")).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::line::lines;

    #[test]
    fn a_time_stands_alone() {
        for time in [
            "0:03",
            "[00:12:34]",
            "(1:02)",
            "[0.00 --> 7.24]",
            "0:00:03\t0:00:07",
            "00:00:01,000 --> 00:00:04,200",
            "0:01.5 --> 0:02.0 align:start",
        ] {
            assert!(is_time(time), "{time}");
        }
        for text in ["0:03 Anna", "12", "3.5", "at 0:03", "0:", ":30", "1:2:", "a --> b", "[0:03] Anna", ""] {
            assert!(!is_time(text), "{text}");
        }
    }

    /// The lines of a text of cues that are said.
    fn said(text: &str) -> Option<Vec<&str>> {
        let lines: Vec<Line> = lines(text, Span::new(0, text.len())).collect();
        let joined = join(text, &lines)?;
        Some(joined.into_iter().map(|line| line.span.of(text)).filter(|line| !is_header(line)).collect())
    }

    #[test]
    fn sentences_go_on_over_times() {
        assert_eq!(said("0:00\nThe boat\n0:03\nis back"), None);
        let text = "0:00\nThe boat\n0:03\nis back. So is\n0:05\nHarlow.\n0:07\nIt rains.";
        assert_eq!(said(text).unwrap(), ["The boat\n0:03\nis back. So is\n0:05\nHarlow.", "It rains."]);
        let names = "Ana Sol\n0:00\nIt rains,\n0:03\nand it rains.\nTom Reed\n0:05\nYes.";
        assert_eq!(said(names).unwrap(), ["Ana Sol", "It rains,\n0:03\nand it rains.", "Tom Reed", "Yes."]);
        let inline = "[0.0 --> 3.0]  The boat\n[3.0 --> 5.0]  is back.\n[5.0 --> 9.0]  It rains.";
        assert_eq!(said(inline).unwrap(), ["The boat\n[3.0 --> 5.0]  is back.", "It rains."]);
        let chat = "[09:12] ana: the boat\n[09:13] tom: is back\n[09:14] ana: at last";
        assert_eq!(said(chat), None);
        let blank = "0:00\nit rains\n\nall day\n0:03\nand\n0:05\nnight\n";
        assert_eq!(said(blank).unwrap(), ["it rains", "all day\n0:03\nand\n0:05\nnight"]);
    }

    #[test]
    fn a_subtitle_goes_on_until_it_stops() {
        let text = "WEBVTT\n\n0:01 --> 0:02\nThe\n\n0:02 --> 0:03\nHarlow\nBoat.\n\n0:03 --> 0:04\nAna: Yes\n\n0:04 --> 0:05\nTom: No";
        assert_eq!(said(text).unwrap(), ["The\n\n0:02 --> 0:03\nHarlow\nBoat.", "Ana: Yes", "Tom: No"]);
    }

    #[test]
    fn cues_without_a_stop_are_parted_somewhere() {
        let text = "0:01\nit rains on\n".repeat(1000);
        let said = said(&text).unwrap();
        assert!(said.len() > 5 && said.iter().all(|line| line.len() < LONGEST + 20));
    }
}
