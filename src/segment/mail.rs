//! The header of an e-mail (RFC 5322, 2008): who wrote to whom, when, on what; and the
//! signature at its end (RFC 3676, 2004).

use super::block::{Block, BlockKind};
use super::line::Line;
use crate::Span;
use crate::find::{behind, has_clock};

/// The fields that mail programs show.
const FIELDS: &str = "From:|To:|Cc:|Bcc:|Date:|Sent:|Reply-To:";

/// The field that is the title, and what replies put before it.
const SUBJECT: &str = "Subject:";
const REPLIES: &str = "Re:|RE:|Fwd:|FW:|Fw:";

/// The fields that make a header.
const LEAST: usize = 3;

/// How many of a run's lines are the header that it opens with.
pub(super) fn header(text: &str, run: &[Line]) -> usize {
    let is_field = |line: &&Line| {
        let slice = line.span.of(text);
        slice.starts_with(SUBJECT) || behind(slice, FIELDS).is_some()
    };
    let fields = run.iter().take_while(is_field).count();
    if fields < LEAST { 0 } else { fields }
}

/// Whether a line that ends in a colon says who wrote the mail that is quoted under it: "On Mon,
/// 11 Nov 2026 at 17:02, Tom Reed <tom@mail.example> wrote:"
pub(super) fn is_attribution(slice: &str) -> bool {
    slice.contains('@') || has_clock(slice)
}

/// The line over a signature, without its space, and the lines under it at most.
pub(super) const SIGNATURE: &str = "--";
pub(super) const LONGEST_SIGNATURE: usize = 8;

/// The blocks of a header's line: the subject is the title, without the "Re:".
pub(super) fn field(text: &str, span: Span) -> impl Iterator<Item = Block> {
    let slice = span.of(text);
    let mut subject = slice.strip_prefix(SUBJECT).unwrap_or_default().trim_start();
    while let Some(rest) = behind(subject, REPLIES) {
        subject = rest.trim_start();
    }
    let from = span.end as usize - subject.len();
    let name = Block { kind: BlockKind::Byline, level: None, span: Span::new(span.start as usize, from) };
    let title = Block { kind: BlockKind::Title, level: None, span: Span::new(from, span.end as usize) };
    let name = Block { span: name.span.trimmed(text), ..name };
    [name, title].into_iter().filter(|block| !block.span.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_mail_has_its_time_or_address() {
        assert!(is_attribution("Tom Reed <tom@mail.example> wrote:"));
        assert!(is_attribution("On 3 May at 9:12 Tom Reed wrote:"));
        for other in ["On Sunday Karl Berg wrote:", "In 1908 he wrote:", "a:1:", ""] {
            assert!(!is_attribution(other), "{other}");
        }
    }
}
