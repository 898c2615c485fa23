//! The title: what stands over a text, or behind the menu of its page.

use super::block::{Block, BlockKind, is_chapter, is_long, is_wider, looks_like_heading};
use super::furniture::{are_names, furniture, is_date, section};
use super::heading::{HEADED, after, recurs, section_number, taken_up};
use super::label::Labels;
use super::marked::{REACH, is_told_line, marked};
use super::page::{FRAME, drop_menu, is_entry, is_no_entry, is_told};
use crate::find::{Marked, is_longer};
use crate::language::Lexicon;
use std::cmp::Reverse;

/// The long paragraphs before a title at most.
const FEW_TOLD: usize = 3;

/// The blocks at a text's beginning that can be its headline.
const HEADLINES: usize = 4;

/// The words of a title at most that is a text's first line, as those of papers are.
const LONGEST_OPENING: usize = 36;

/// Makes the first heading the title where a headline can stand: the only one
/// of the first rank, or the first thing that is no furniture, or what stands over the
/// byline. No title is "Photo", "Menu" or "Introduction", nor a line of which the text
/// takes up no word: "Biz & IT —", "Found This Helpful".
pub(super) fn name_title(text: &str, lexicon: &Lexicon, labels: &Labels, blocks: &mut [Block]) {
    if blocks.iter().any(|block| block.kind == BlockKind::Title) {
        return;
    }
    let first_told = blocks.iter().position(is_told);
    let opening = first_told.and_then(|at| blocks.get(at)).map_or("", |block| block.span.of(text));
    // "Google", over "Google is a search engine"
    let defined = |block: &Block| block.level == Some(1) && opening.starts_with(block.span.of(text));
    let named = |block: &Block| section(block.span.of(text), lexicon).is_none() || defined(block);
    let says = |block: &Block| named(block) && recurs(block.span.of(text), after(text, block.span), lexicon);
    // "# Panics" may stand in what a manual says of manuals.
    let mut told = blocks.iter().enumerate().filter(|(_, block)| is_told(block));
    let begun = told.nth(FEW_TOLD).map_or(blocks.len(), |(at, _)| at);
    let mut first_rank =
        (0..begun).filter(|at| blocks.get(*at).is_some_and(|block| block.level == Some(1) && named(block)));
    let only = first_rank.next().filter(|_| first_rank.next().is_none());
    let title = only.or_else(|| {
        let opening = policy(text, lexicon, blocks).or_else(|| opening_title(text, labels, blocks, &says));
        let title = headed_title(text, lexicon, blocks, first_told)
            .or_else(|| marked(text, lexicon, blocks))
            .or_else(|| title_behind_menu(text, lexicon, blocks, first_told, opening));
        if title != opening {
            drop_menu(blocks, title.unwrap_or(0));
        }
        title
    });
    // The first of several chapters is no title of a book.
    let chapter = |block: &Block| is_chapter(block.span.of(text));
    let one = |at: &usize| !blocks.get(*at).is_some_and(chapter) || !blocks.iter().skip(at + 1).any(chapter);
    let Some(title) = title.filter(one) else { return };
    if let Some(title) = blocks.get_mut(title) {
        title.kind = BlockKind::Title;
    }
    let authors =
        blocks.get_mut(title + 1).filter(|next| next.level.is_none() && are_names(next.span.of(text)));
    if let Some(authors) = authors {
        authors.kind = BlockKind::Byline;
    }
}

/// The title where markup tells several headings before the text, the site's among them: the one
/// that the text takes up most.
fn headed_title(text: &str, lexicon: &Lexicon, blocks: &[Block], told: Option<usize>) -> Option<usize> {
    let first = blocks.iter().position(|block| block.level.is_some())?;
    let stops = |block: &Block| block.kind == BlockKind::Paragraph && is_told_line(text, block);
    let told = told?;
    let end = (first..told).find(|at| blocks.get(*at).is_some_and(stops)).unwrap_or(told);
    let titles = |at: usize| {
        let block = blocks.get(at)?;
        let level = block.level?;
        let slice = block.span.of(text);
        if is_date(slice) || section(slice, lexicon).is_some() {
            return None;
        }
        let count = taken_up(slice, after(text, block.span).head(HEADED), lexicon, LONGEST_TITLE);
        (count > 0 && !is_wider(slice, 4 * count)).then_some((count, Reverse(level), Reverse(at)))
    };
    let lines = end.saturating_sub(REACH)..end;
    lines.filter_map(titles).max().map(|(_, _, Reverse(at))| at)
}

/// The first line where it is one that sites have, and the text is on it: "Privacy Policy".
fn policy(text: &str, lexicon: &Lexicon, blocks: &[Block]) -> Option<usize> {
    let first = blocks.first().filter(|block| block.kind == BlockKind::Boilerplate)?;
    let slice = first.span.of(text);
    furniture(slice, lexicon)?;
    let count = taken_up(slice, after(text, first.span).head(HEADED), lexicon, LONGEST_TITLE);
    (count > 1 && !is_wider(slice, 2 * count)).then_some(0)
}

/// The title where it is the first thing of which the text takes up a word.
fn opening_title(
    text: &str,
    labels: &Labels,
    blocks: &[Block],
    says: &dyn Fn(&Block) -> bool,
) -> Option<usize> {
    let is_text = |block: &Block| block.kind.is_prose() || block.kind.is_heading();
    let can = |block: &Block| !block.kind.is_heading() || says(block);
    let mut opening = blocks.iter().enumerate().filter(|(_, block)| is_text(block)).take(HEADLINES);
    let (at, first) = opening.find(|(_, block)| can(block))?;
    // "Do gulls remember who fed them?", over "Abstract"
    let prose = blocks.iter().skip(at + 1).take(2 * HEADLINES).filter(|block| block.kind.is_prose());
    let next = prose.map(|next| next.span.len()).max().unwrap_or(0);
    let slice = first.span.of(text);
    let asks = slice.ends_in_mark("?!？！؟") && !is_long(slice);
    // "nutcracker 4.0.0", "The Trends Are ‘Terrifying.’", and not what is said between marks of its own
    let ends = slice.before_marks("\"”»").ends_in_mark(".!?…,;:。");
    let open = || !ends && !is_wider(slice, LONGEST_OPENING) && says(first);
    let line = first.kind == BlockKind::Paragraph && next > 2 * first.span.len();
    // "20.10.2026, 22:59 - Ana: Labor omnia vincit 🇵🇹" is said.
    let heads = line && labels.bytes(slice).is_none();
    // "Hola, Ana:"
    let headed = first.kind == BlockKind::Heading && !slice.ends_in_mark(":：");
    (headed || heads && (asks || open())).then_some(at)
}

/// The title behind a site's menu: the line before the first long paragraph, or else the first
/// byline, of which what comes next takes up most; the opening where there is no menu, unless it is
/// the site's name over a few lines and a byline; and none where it is an entry of the menu: "Home",
/// "Skip to content".
fn title_behind_menu(
    text: &str,
    lexicon: &Lexicon,
    blocks: &[Block],
    told: Option<usize>,
    opening: Option<usize>,
) -> Option<usize> {
    let byline = || blocks.iter().position(|block| block.kind == BlockKind::Byline);
    let Some(end) = told.or_else(byline) else { return opening };
    let behind = text.get(blocks.get(end)?.span.start as usize..)?;
    let count = |block: &Block, next: &str| taken_up(block.span.of(text), next, lexicon, LONGEST_TITLE);
    let opens = opening.and_then(|at| blocks.get(at)).map_or(0, |block| count(block, behind.head(HEADED)));
    let entries = blocks.iter().take(end).filter(|block| is_entry(text, block)).count();
    let menu = 3 * entries > 2 * end && told.is_none_or(|told| told >= FRAME);
    // "Simon’s Weblog ⏎ Something is afoot ⏎ 4th March 2026"
    let dated = || blocks.iter().take(end + DECK).any(|block| block.kind == BlockKind::Byline);
    if !menu && (opens > 0 || end > 2 * FRAME || !dated()) {
        return opening;
    }
    let next = behind.head(if menu { HEADED } else { MOST_HEADED });
    let titles = |at: usize| {
        let block = blocks.get(at)?;
        let slice = block.span.of(text);
        let can = (block.is_guessed() || block.kind.is_prose())
            && block.kind != BlockKind::Quotation
            && is_no_entry(text, block)
            && can_be_headline(slice)
            // "12.7.3. Settings" is a part of what stands before.
            && section_number(slice).is_empty()
            && section(slice, lexicon).is_none();
        let count = if can { count(block, next) } else { 0 };
        (count > 0 && !is_wider(slice, 4 * count)).then_some((count, at))
    };
    let from = if menu && !dated() { FRAME } else { 1 };
    let lines = end.saturating_sub(2 * FRAME).max(from)..end;
    // "How to Keep Bees in a Small Garden", over a deck that says more of it.
    let sure = opens >= SURE;
    let behind = lines.filter_map(titles).max().filter(|(most, _)| *most > opens && !sure);
    let kept = || opening.filter(|_| opens > 0 || !menu);
    behind.map(|(_, title)| title).or_else(kept)
}

/// Whether a line is one as headlines are: a short one that is no sentence, or asks or exclaims.
#[inline(never)]
pub(super) fn can_be_headline(line: &str) -> bool {
    let told = line.ends_in_mark("?!？！") && !is_long(line);
    !is_longer(line, LONGEST_TITLE) && (looks_like_heading(line) || told)
}

/// How far behind a headline with a date the text takes it up, in bytes.
pub(super) const MOST_HEADED: usize = 10 * HEADED;

/// The words of a first line from which on it is the title, for no site's name has so many that its text takes up.
const SURE: usize = 3;

/// The paragraphs between a headline and its byline at most.
const DECK: usize = 3;

/// The words of a title at most, which captions have more of.
pub(super) const LONGEST_TITLE: usize = 16;

#[cfg(test)]
mod tests {
    use super::super::section::tests::settled;
    use super::*;
    use BlockKind::*;

    const TOLD: &str = "The night ferry across the inlet sails again from April, four years after the old boat \
        was sold and its quay was closed, for the council voted on Monday night.";

    /// Where the title stands among headings of some levels and other blocks before a long paragraph.
    fn title_among(blocks: &[(&str, BlockKind, Option<u8>)]) -> Option<usize> {
        let kinds = settled(&[blocks, &[(TOLD, Paragraph, None)]].concat());
        kinds.iter().position(|kind| *kind == Title)
    }

    #[test]
    fn a_title_is_the_heading_that_the_text_takes_up_most() {
        let site = ("Harbour News", Heading, Some(1));
        let headline = ("The night ferry sails again", Heading, Some(1));
        assert_eq!(title_among(&[site, headline]), Some(1));
        assert_eq!(title_among(&[("Latest", Heading, Some(2)), ("Night ferry", Heading, Some(3))]), Some(1));
        // One of the first rank is it whatever it says.
        assert_eq!(title_among(&[site, ("Night ferry", Heading, Some(2))]), Some(0));
        // Of two the higher, and of two of a rank the first.
        assert_eq!(title_among(&[("Ferry", Heading, Some(3)), ("Ferry", Heading, Some(2))]), Some(1));
        assert_eq!(title_among(&[("Ferry", Heading, Some(2)), ("Ferry", Heading, Some(2))]), Some(0));
        // No date, no word of sites, and not where the text takes up one word of five.
        for none in ["April 4, 2026", "Contents", "Ferry fares and what they buy"] {
            assert_ne!(title_among(&[(none, Heading, Some(2)), site, site]), Some(0), "{none}");
        }
    }

    #[test]
    fn a_word_of_sites_is_a_title_over_its_own_definition() {
        let titled = |told: &str| {
            let blocks = [("Twitter", Heading, Some(1)), (told, Paragraph, None)];
            settled(&blocks).first() == Some(&Title)
        };
        assert!(titled(&["Twitter is where ", TOLD].concat()));
        assert!(!titled(TOLD));
    }

    #[test]
    fn a_heading_behind_what_another_heads_is_no_title() {
        let section = ("The ferry", Heading, Some(2));
        let behind = |line: &'static str| {
            title_among(&[section, (line, Paragraph, None), ("Night ferry", Heading, Some(2))])
        };
        assert_eq!(behind("It has a new boat and a new crew."), Some(0));
        assert_eq!(behind("Fares"), Some(2));
    }

    #[test]
    fn a_first_line_that_the_text_takes_up_is_the_title_before_contents_and_a_deck() {
        let deck = "The old boat, the quay, the council and the vote of Monday";
        let entry = |name| (name, Heading, None);
        let entries = ["Save", "Methods", "Fares", "Tips", "Warnings", "Things", "Questions"].map(entry);
        let titled =
            |first: &'static str| title_among(&[&[entry(first)], &entries[..], &[entry(deck)]].concat());
        assert_eq!(titled("The Night Ferry Across the Inlet"), Some(0));
        assert_eq!(titled("Ferry Times"), Some(8));
    }

    #[test]
    fn a_long_first_line_that_is_no_sentence_is_a_title() {
        let titled = |line: &str| {
            let told = [TOLD, TOLD].concat();
            settled(&[(line, Paragraph, None), (&told, Paragraph, None)]).first() == Some(&Title)
        };
        let line = "The night ferry and its quay between the winter of 2022 and the spring of 2026: a study of \
            crossings, fares and the people of the inlet";
        assert!(titled(line));
        // Sentences, be they said, and what is longer than titles are.
        for end in [".", "?", ".”", "。"] {
            assert!(!titled(&[line, end].concat()), "{end}");
        }
        assert!(!titled(&[line, " who cross it by night, and by day, and on foot, and by car"].concat()));
        // "The Trends Are ‘Terrifying.’"
        assert!(titled("The night ferry is ‘slow.’"));
    }
}
