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
pub(super) fn author(document: &Document) -> Option<Span> {
    let bylines = document.blocks().iter().filter(|block| block.kind == BlockKind::Byline);
    bylines
        .map(|block| block.span)
        .find_map(|byline| signed(document, byline))
        .or_else(|| signature(document))
}

/// What stands before an author's name.
const BY: [&str; 5] = ["By ", "BY ", "Posted by ", "Written by ", "Words by "];

/// The name in "By Ana Ruiz, Reuters" and "Posted by Nora Whitlock on 3 June"; none of several
/// authors.
fn signed(document: &Document, byline: Span) -> Option<Span> {
    let text = document.text();
    let slice = byline.of(text);
    let names = BY.iter().find_map(|by| slice.strip_prefix(by))?;
    let end = names.find([',', '\n', '|']).unwrap_or(names.len());
    let end = find(names, " on ").map_or(end, |date| end.min(date));
    let start = byline.end as usize - names.len();
    name(document, Span::new(start, start + end))
}

/// The last line of a text, behind a short one that ends in a comma.
fn signature(document: &Document) -> Option<Span> {
    let text = document.text().trim_end();
    let line = text.rfind('\n')?;
    let before = text.get(..line)?.trim_end();
    let closing = before.get(before.rfind('\n')? + 1..)?.trim();
    let short = closing.ends_with(',') && closing.split_whitespace().count() <= LONGEST_CLOSING;
    let last = Span::new(line, text.len()).trimmed(document.text());
    // "Your Klara"
    if let Some(given) =
        last.of(text).strip_prefix("Your ").filter(|given| !given.contains(char::is_whitespace))
    {
        let named = given.starts_with(char::is_uppercase) && given.chars().all(char::is_alphabetic);
        return named.then(|| Span::new(text.len() - given.len(), text.len()));
    }
    name(document, last).filter(|_| short)
}

/// A span that is a name: two to four words, all with capitals.
fn name(document: &Document, span: Span) -> Option<Span> {
    let words = document.first_words(span, MOST + 1);
    let capitals = words.iter().all(|word| word.of(document.text()).starts_with(char::is_uppercase));
    ((FEWEST..=MOST).contains(&words.len()) && capitals).then_some(span)
}
