//! The header of an e-mail (RFC 5322, 2008): who wrote to whom, when, on what; and the
//! signature at its end (RFC 3676, 2004).

use super::block::{Block, BlockKind};
use super::furniture::section;
use super::line::Line;
use crate::Span;
use crate::find::{Marked, behind, has_clock, is_longer};
use crate::language::{Lexicon, SectionClass};

/// What replies and what is sent on put before a subject.
const REPLIES: &str = "Re:|RE:|Fwd:|FW:|Fw:|AW:|WG:|SV:|VS:|TR:|RV:|ENC:|RES:|PD:|YNT:|回复：|答复：|转发：";

/// The fields that make a header.
const LEAST: usize = 3;

/// The words of a field's name at most, and its bytes: "Copie à".
const LONGEST_NAME: usize = 2;
const LONGEST_FIELD: usize = 40;

/// What stands behind it.
const COLON: &str = ":： ";

/// The name of a field and what it says: "Betreff: Glas", "Objet : Vitres", "件名：硝子".
fn parted(slice: &str) -> Option<(&str, &str)> {
    let begun = slice.head(LONGEST_FIELD);
    let name = begun.up_to(":：");
    let named = name.len() < begun.len() && !is_longer(name, LONGEST_NAME);
    named.then(|| (name, slice.tail(name.len()).behind_marks(COLON)))
}

/// What an e-mail is on, where a field says so. Programs write it in English, too, in any language.
#[inline(never)]
fn subject<'a>(slice: &'a str, lexicon: &Lexicon) -> Option<&'a str> {
    let (name, subject) = parted(slice)?;
    let told = name == "Subject" || section(name, lexicon) == Some(SectionClass::Subject);
    told.then_some(subject)
}

/// How many of a run's lines are the header that it opens with, in any language: fields, one of which
/// says what it is on. "-----Original Message-----" may stand over them.
pub(super) fn header(text: &str, lexicon: &Lexicon, run: &[Line]) -> usize {
    if run.len() < LEAST {
        return 0;
    }
    let slices = || run.iter().map(|line| line.span.of(text));
    let over = slices().take_while(|slice| slice.opens_with_mark("-_")).count();
    let fields = || slices().skip(over).take_while(|slice| parted(slice).is_some());
    let count = fields().count();
    let told = count >= LEAST && fields().any(|slice| subject(slice, lexicon).is_some());
    if told { over + count } else { 0 }
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
pub(super) fn field(text: &str, lexicon: &Lexicon, span: Span) -> impl Iterator<Item = Block> {
    let mut subject = subject(span.of(text), lexicon).unwrap_or_default();
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
