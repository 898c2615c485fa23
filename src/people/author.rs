//! Who wrote a text: whom "I" stands for outside quotations.

use crate::Span;
use crate::document::Document;
use crate::find::find;
use crate::segment::block::BlockKind;

/// The words of an author's name.
const FEWEST: usize = 2;
const MOST: usize = 4;

/// The words of what closes a letter at most: "Yours very sincerely,".
const LONGEST_CLOSING: usize = 4;

/// The author, by the byline ("By Ana Ruiz, Reuters") or by what signs a letter
/// ("Yours sincerely, ⏎ Ana Ruiz").
#[inline(never)]
pub(super) fn author(document: &Document) -> Option<Span> {
    let bylines = document.blocks().iter().filter(|block| block.kind == BlockKind::Byline);
    bylines
        .map(|block| block.span)
        .find_map(|byline| signed(document, byline))
        .or_else(|| signature(document))
}

/// The name in "By Ana Ruiz, Reuters" and "Posted by Nora Whitlock on 3 June"; none of several
/// authors.
fn signed(document: &Document, byline: Span) -> Option<Span> {
    let slice = byline.of(document.text());
    let start = ["By ", "BY ", "by "].iter().find_map(|by| find(slice, by))? + "By ".len();
    let names = slice.get(start..)?;
    let end = names.find([',', '\n', '|']).unwrap_or(names.len());
    let end = find(names, " on ").map_or(end, |date| end.min(date));
    let start = byline.start as usize + start;
    name(document, Span::new(start, start + end), FEWEST)
}

/// The last line of a text, behind a short one that ends in a comma; "Your Klara" behind any.
fn signature(document: &Document) -> Option<Span> {
    let text = document.text().trim_end();
    let line = text.rfind('\n')?;
    let last = Span::new(line + 1, text.len());
    if last.of(text).starts_with("Your ") {
        return name(document, Span::new(line + 1 + "Your ".len(), text.len()), 1);
    }
    let before = text.get(..line)?.trim_end();
    let closing = before.get(before.rfind('\n')? + 1..)?.trim();
    let short = closing.ends_with(',') && closing.split_whitespace().count() <= LONGEST_CLOSING;
    name(document, last.trimmed(text), FEWEST).filter(|_| short)
}

/// A span that is a name: up to four words, all with capitals.
fn name(document: &Document, span: Span, fewest: usize) -> Option<Span> {
    let words = document.first_words(span, MOST + 1);
    let capitals = words.iter().all(|word| word.of(document.text()).starts_with(char::is_uppercase));
    ((fewest..=MOST).contains(&words.len()) && capitals).then_some(span)
}
