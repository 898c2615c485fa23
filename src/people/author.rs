//! Who wrote a text: whom "I" stands for outside quotations.

use crate::Span;
use crate::document::Document;
use crate::find::Marked;
use crate::find::find;
use crate::segment::block::BlockKind;

/// The words of an author's name.
const FEWEST: usize = 2;
const MOST: usize = 4;

/// The bytes of what closes a letter at most: "Yours very sincerely,".
const LONGEST_CLOSING: usize = 32;

/// The author, by the byline ("By Ana Ruiz, Reuters") or by what signs a letter
/// ("Yours sincerely, ⏎ Ana Ruiz").
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
    let by = "By |BY |by ".split('|').find_map(|by| find(slice, by))?;
    name(document, Span::new(byline.start as usize + by + "By ".len(), byline.end as usize), FEWEST)
}

/// The last line of a text, behind a short one that ends in a comma; "Your Klara" behind any.
fn signature(document: &Document) -> Option<Span> {
    let text = document.text().trim_end();
    let line = text.rfind('\n')?;
    let last = Span::new(line + 1, text.len());
    if last.of(text).starts_with("Your ") {
        return name(document, Span::new(line + 1 + "Your ".len(), text.len()), 1);
    }
    let before = text.head(line).trim_end();
    let closing = before.get(before.rfind('\n')? + 1..)?.trim();
    let short = closing.ends_with(',') && closing.len() <= LONGEST_CLOSING;
    let name = name(document, last.trimmed(text), FEWEST)?;
    (short && name.end == last.end).then_some(name)
}

/// The words with capitals that a span begins with, if they are a name's and no other author's
/// stands behind.
fn name(document: &Document, span: Span, fewest: usize) -> Option<Span> {
    let text = document.text();
    let words = document.first_words(span, MOST + 2);
    let (mut count, mut end) = (0, span.start);
    for word in &words {
        let gap = Span::new(end as usize, word.start as usize).of(text);
        let joined = if count == 0 { gap.is_empty() } else { matches!(gap, " " | ". " | "-" | "’" | "'") };
        if !joined || !word.of(text).opens_capital() {
            break;
        }
        count += 1;
        end = word.end;
    }
    let several = words.get(count).is_some_and(|next| next.of(text) == "and");
    let found = Span::new(span.start as usize, end as usize);
    ((fewest..=MOST).contains(&count) && !several).then_some(found)
}
