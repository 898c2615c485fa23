//! A page that was copied whole: the lines of its menus, what stands alone among them, and what
//! readers say under its article.

use super::block::{Block, BlockKind, is_wider, list_marker};
use super::furniture::{is_moment, section};
use crate::find::{DIGITS, Marked};
use crate::language::{Lexicon, SectionClass};

/// The long paragraphs of an article: the short lines around as many are its page's.
const TOLD: usize = 4;

pub(super) fn is_article(blocks: &[Block]) -> bool {
    blocks.iter().filter(|block| is_told(block)).nth(TOLD - 1).is_some()
}

/// The bytes of a long paragraph at least: 25 words of English.
const LONG: usize = 150;

/// Whether a block is a paragraph as articles have them, and menus do not.
pub(super) fn is_told(block: &Block) -> bool {
    block.kind.is_prose() && block.span.len() >= LONG
}

/// The words of an entry of a menu at most.
const ENTRY: usize = 3;

/// The lines of a page before its headline at least, and those between it and the text at most.
pub(super) const FRAME: usize = 8;

/// Whether a line is longer than an entry of a menu.
pub(super) fn is_no_entry(text: &str, block: &Block) -> bool {
    is_wider(block.span.of(text), ENTRY)
}

/// Whether a line is the way from a site's first page to the page: "Home > News > Ferries", and
/// not "« Oui », dit-elle, « demain »" or "a Map<Key, Vec<T>> of ferries".
#[inline(never)]
pub(super) fn is_way(slice: &str) -> bool {
    let steps = || slice.chars().filter(|c| matches!(c, '>' | '›' | '»' | '→')).count();
    slice.len() <= LONGEST_WAY && steps() > 1 && !slice.opens_with_mark(">»") && !slice.has_mark("«<")
}

/// The bytes of such a line at most.
const LONGEST_WAY: usize = 240;

/// The days and times that tell comments and the authors that tell other articles, and the
/// long paragraphs of one at most.
const SIGNED: usize = 3;
const LONGEST_COMMENT: usize = 5;
const LONGEST_TEASER: usize = 1;

/// What has a day and a time or an author each, up to a block.
struct Signed {
    longest: usize,
    count: usize,
    /// The block of the first of them.
    first: usize,
    /// The long paragraphs before the last.
    told: usize,
}

impl Signed {
    fn new(longest: usize) -> Self {
        Signed { longest, count: 0, first: 0, told: 0 }
    }

    /// A signature behind so many long paragraphs.
    fn add(&mut self, at: usize, told: usize) {
        match self.is_near(told) {
            true => (self.count, self.told) = (self.count + 1, told),
            false => *self = Signed { count: 1, first: at, told, ..*self },
        }
    }

    fn is_near(&self, told: usize) -> bool {
        self.count > 0 && told <= self.told + self.longest
    }

    /// The first of those that go on up to the text's end.
    fn tail(&self, told: usize) -> Option<usize> {
        (self.count >= SIGNED && self.is_near(told)).then_some(self.first)
    }
}

/// Sets apart what readers say under an article, up to the text's end: "12 comments", and
/// "Comments" over no paragraph, as a manual's section is; or what has a day and a time each.
pub(super) fn set_comments_apart(text: &str, lexicon: &Lexicon, blocks: &mut [Block]) {
    let mut told = 0;
    let (mut dated, mut teased) = (Signed::new(LONGEST_COMMENT), Signed::new(LONGEST_TEASER));
    let heads = |at: &usize| {
        let Some(block) = blocks.get(*at) else { return false };
        told += usize::from(is_told(block));
        if told >= TOLD && block.kind == BlockKind::Byline {
            match block.span.of(text) {
                moment if is_moment(moment) => dated.add(*at, told),
                named if !named.has_mark(DIGITS) => teased.add(*at, told),
                _ => {}
            }
        }
        let over_prose = || blocks.get(at + 1).is_some_and(|next| next.kind == BlockKind::Paragraph);
        told >= TOLD
            && block.level.is_none()
            && is_entry(text, block)
            // "责任编辑：郭明煜" stands under a Chinese article, and over what is the site's.
            && section(block.span.of(text).up_to(":："), lexicon) == Some(SectionClass::Comments)
            && (matches!(block.kind, BlockKind::Boilerplate | BlockKind::Byline) || !over_prose())
    };
    let headed = (0..blocks.len()).find(heads);
    // "Moltbook was peak AI theater ⏎ The viral network revealed … ⏎ By Will Heaven"
    let teaser = teased.tail(told).map(|byline| byline.saturating_sub(2));
    let first = [dated.tail(told).or(headed), teaser].into_iter().flatten().min().unwrap_or(blocks.len());
    blocks.iter_mut().skip(first).for_each(|block| block.kind = BlockKind::Aside);
}

/// The entries of a menu that part what stands beside it.
const ROW: usize = 4;

/// "AOL News has a new home!": what stands by itself among the menus of a page is the site's,
/// where paragraphs are long elsewhere.
pub(super) fn drop_islands(text: &str, blocks: &mut [Block]) {
    if !is_article(blocks) {
        return;
    }
    let mut shore = 0;
    let mut row = 0;
    for at in 0..=blocks.len() {
        if blocks.get(at).is_some_and(|block| is_entry(text, block)) {
            row += 1;
            continue;
        }
        let menu = blocks.get(at - row..at).unwrap_or_default();
        let parts = row >= ROW && menu.iter().any(|block| block.kind == BlockKind::Boilerplate);
        // A headline and the line under it may stand over the author, the date and what shares them.
        if (parts || at == blocks.len()) && (shore > 0 || row >= FRAME) {
            let island = blocks.get_mut(shore..at - row).unwrap_or_default();
            if !island.iter().any(is_told) {
                let prose = island.iter_mut().filter(|block| block.kind.is_prose());
                prose.for_each(|block| block.kind = BlockKind::Boilerplate);
            }
        }
        if parts {
            shore = at;
        }
        row = 0;
    }
}

/// What stands before a title that is no page's first line is the site's.
pub(super) fn drop_menu(blocks: &mut [Block], title: usize) {
    let entry = |block: &&mut Block| block.is_guessed() || block.kind.is_prose();
    blocks.iter_mut().take(title).filter(entry).for_each(|block| block.kind = BlockKind::Boilerplate);
}

/// Whether a block is such as menus have.
pub(super) fn is_entry(text: &str, block: &Block) -> bool {
    let slice = block.span.of(text);
    match block.kind {
        BlockKind::ListItem => !slice.ends_in_mark(".!?…:") && list_marker(slice).is_none(),
        BlockKind::Heading => block.is_guessed(),
        BlockKind::Boilerplate | BlockKind::Byline | BlockKind::Caption | BlockKind::Aside => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::section::tests::{block, settled};
    use super::*;
    use crate::Span;
    use BlockKind::*;

    const TOLD_TEXT: &str = "The night ferry across the inlet sails again from April, four years after the old boat \
        was sold and its quay was closed, for the council voted on Monday night.";

    #[test]
    fn the_way_to_a_page_has_steps() {
        for way in ["Home > News > Ferries", "Start › Fähren › Nacht", "Accueil » Bacs » Nuit", "A → B → C"]
        {
            assert!(is_way(way), "{way}");
        }
        let long = ["Home > News > ", &"f".repeat(LONGEST_WAY)].concat();
        for line in
            ["Home > News", "« Oui », dit-elle, « non »", "a Map<Key, Vec<T>> of", ">> he wrote", &long]
        {
            assert!(!is_way(line), "{line}");
        }
    }

    /// The kinds of blocks before some long paragraphs, and of those behind them.
    fn around(
        before: &[(&str, BlockKind)],
        told: usize,
        behind: &[(&str, BlockKind)],
    ) -> (Vec<BlockKind>, Vec<BlockKind>) {
        let told = vec![(TOLD_TEXT, Paragraph, None); told];
        let all: Vec<(&str, BlockKind, Option<u8>)> = [
            before.iter().map(|(text, kind)| (*text, *kind, None)).collect(),
            told,
            behind.iter().map(|(text, kind)| (*text, *kind, None)).collect::<Vec<_>>(),
        ]
        .concat();
        let mut found = settled(&all);
        let behind = found.split_off(found.len() - behind.len());
        found.truncate(before.len());
        (found, behind)
    }

    #[test]
    fn the_lines_around_four_long_paragraphs_are_a_page_s() {
        let lines: Vec<String> = ('a'..='z').map(|letter| format!("Ferries of the inlet {letter}")).collect();
        let lines: Vec<_> = lines.iter().map(|line| (line.as_str(), Heading)).collect();
        assert_eq!(around(&lines, TOLD - 1, &[]).0[1], Paragraph);
        assert_eq!(around(&lines, TOLD, &[]).0[1], ListItem);
        let short = TOLD_TEXT.get(..LONG - 1).unwrap();
        assert!(!is_told(&block(Paragraph, None, Span::new(0, short.len()))));
        assert!(is_told(&block(Paragraph, None, Span::new(0, LONG))));
        assert!(!is_told(&block(Aside, None, Span::new(0, LONG))));
    }

    #[test]
    fn what_readers_say_is_set_apart() {
        let said = [("12 comments", Boilerplate), ("I like it.", Paragraph), ("Me, too.", Paragraph)];
        assert_eq!(around(&[], TOLD, &said).1, [Aside; 3]);
        assert_eq!(around(&[], TOLD - 1, &said).1, [Boilerplate, Paragraph, Paragraph]);
        let bare = [("Comments", Heading), ("Anna", Byline), ("I like it.", Paragraph), ("Fares", Heading)];
        assert_eq!(around(&[], TOLD, &bare).1, [Aside; 4]);
        // A manual's section ends at the next heading with prose under it.
        let manual = [
            ("Comments", Heading),
            ("They begin so.", Paragraph),
            ("Fares", Heading),
            (TOLD_TEXT, Paragraph),
        ];
        assert_eq!(around(&[], TOLD, &manual).1, [Aside, Aside, Heading, Paragraph]);
    }

    #[test]
    fn what_has_a_day_and_a_time_each_is_set_apart() {
        let moments = ["10. Februar 2026 um 18:05 Uhr", "11.02.2026, 19:07", "12. Februar 2026 um 8:41 Uhr"];
        let said = |moments: &[&'static str], prose: usize| -> Vec<(&'static str, BlockKind)> {
            let one = |moment: &&'static str| {
                [vec![(*moment, Byline)], vec![(TOLD_TEXT, Paragraph); prose]].concat()
            };
            moments.iter().flat_map(one).collect()
        };
        let first = |said: &[(&str, BlockKind)]| around(&[], TOLD, said).1[1];
        assert_eq!(first(&said(&moments, 1)), Aside);
        assert_eq!(first(&said(&moments, LONGEST_COMMENT)), Aside);
        // Longer than comments are, too few, and what an answer has.
        assert_eq!(first(&said(&moments, LONGEST_COMMENT + 1)), Paragraph);
        assert_eq!(first(&said(&moments[..SIGNED - 1], 1)), Paragraph);
        let answered = ["answered Feb 1 at 18:05", "answered Feb 1 at 19:07", "answered Feb 2 at 8:41"];
        assert_eq!(first(&said(&answered, 1)), Paragraph);
        // The text goes on behind them.
        let letters = [said(&moments, 1), vec![(TOLD_TEXT, Paragraph); LONGEST_COMMENT + 1]].concat();
        assert_eq!(first(&letters), Paragraph);
        assert_eq!(around(&[], TOLD - 2, &said(&moments, 1)).1[1], Paragraph);
    }

    #[test]
    fn other_articles_have_an_author_each() {
        let teasers = |authors: &[&'static str], prose: usize| -> Vec<(&'static str, BlockKind)> {
            let one = |author: &&'static str| {
                let told = vec![(TOLD_TEXT, Paragraph); prose];
                [
                    vec![("The ferry was late", Heading), ("It is so.", Paragraph)],
                    told,
                    vec![(*author, Byline)],
                ]
            };
            authors.iter().flat_map(one).flatten().collect()
        };
        let authors = ["By Ana Ruiz", "By Karl Berg", "By Ida Holm"];
        let kinds = |said: &[(&str, BlockKind)]| around(&[], TOLD, said).1;
        assert_eq!(kinds(&teasers(&authors, 0)), [Aside; 9]);
        assert_eq!(kinds(&teasers(&authors, LONGEST_TEASER))[8], Aside);
        // Articles of their own, too few, and what is dated.
        assert_eq!(kinds(&teasers(&authors, LONGEST_TEASER + 1))[2], Paragraph);
        assert_eq!(kinds(&teasers(&authors[1..], 0))[1], Paragraph);
        assert_eq!(kinds(&teasers(&["5 May 2026", "6 May 2026", "7 May 2026"], 0))[1], Paragraph);
    }

    #[test]
    fn what_stands_alone_among_menus_is_the_sites() {
        let row = [("Search", Boilerplate), ("News", ListItem), ("Sport", ListItem), ("Jobs", ListItem)];
        let island = ("We have a new home!", Paragraph);
        let with = |rows: [&[(&'static str, BlockKind)]; 2]| {
            around(&[], TOLD, &[rows[0], &[island], rows[1]].concat()).1
        };
        assert_eq!(with([&row, &row])[4], Boilerplate);
        assert_eq!(with([&row, &[]])[4], Boilerplate);
        // Too short a row, and one without a site's words.
        assert_eq!(with([&row[..3], &row])[3], Paragraph);
        let flour = [("Rye", ListItem), ("Oats", ListItem), ("Salt", ListItem), ("Yeast", ListItem)];
        assert_eq!(with([&flour, &row])[4], Paragraph);
        // A line with a stop or a marker is no entry.
        for item in ["They are open.", "- Jobs"] {
            let row = [row[0], row[1], row[2], (item, ListItem)];
            assert_eq!(with([&row, &[]])[4], Paragraph, "{item}");
        }
        // A long paragraph is no island, nor is what stands beside it.
        let beside = [&row[..], &[island, (TOLD_TEXT, Paragraph)], &row[..]].concat();
        assert_eq!(around(&[], TOLD, &beside).1[4..6], [Paragraph, Paragraph]);
        assert_eq!(around(&[], TOLD - 1, &[&row[..], &[island], &row[..]].concat()).1[4], Paragraph);
    }

    #[test]
    fn the_line_under_a_headline_is_no_island() {
        let deck = [("Night ferry sails again", Heading), ("It is late.", Paragraph)];
        let row = [("Share", Boilerplate); 3];
        let under = |entries: usize| {
            let row: Vec<_> = row.iter().copied().cycle().take(entries).collect();
            around(&[&deck[..], &row].concat(), TOLD, &[]).0[1]
        };
        assert_eq!(under(FRAME - 1), Paragraph);
        assert_eq!(under(FRAME), Boilerplate);
    }

    #[test]
    fn a_headline_stands_behind_its_pages_menu() {
        let entries: Vec<String> = ('a'..='z').map(|letter| format!("News {letter}")).collect();
        let menu = |count: usize| -> Vec<(&str, BlockKind)> {
            entries.iter().take(count).map(|entry| (entry.as_str(), ListItem)).collect()
        };
        let below = |count: usize| -> Vec<(&str, BlockKind)> {
            entries.iter().rev().take(count).map(|entry| (entry.as_str(), ListItem)).collect()
        };
        let headline = ("The night ferry sails again", Heading);
        let at =
            |before: &[(&str, BlockKind)]| around(before, TOLD, &[]).0.iter().position(|kind| *kind == Title);
        assert_eq!(at(&[menu(FRAME), vec![headline]].concat()), Some(FRAME));
        let behind = |lines: usize| [menu(FRAME), vec![headline], below(lines)].concat();
        assert_eq!(at(&behind(2 * FRAME - 1)), Some(FRAME));
        assert_eq!(at(&behind(2 * FRAME)), None);
        // Of two lines the one that is taken up more.
        let two = [menu(FRAME), vec![headline, ("The ferry and the men of it", Heading)]].concat();
        assert_eq!(at(&two), Some(FRAME));
        // It may ask.
        assert_eq!(at(&[menu(FRAME), vec![("Does the night ferry sail?", Paragraph)]].concat()), Some(FRAME));
        // One word of five is too few, and so are entries of menus.
        assert_eq!(at(&[menu(FRAME), vec![("The ferry and the men", Heading)]].concat()), None);
        assert_eq!(at(&[menu(FRAME), vec![("The night ferry", Heading)]].concat()), None);
        // An entry of the menu is none, unless the text takes it up.
        for (opening, title) in [("Home", None), ("Saltmarsh ferry", Some(0))] {
            assert_eq!(at(&[vec![(opening, Heading)], menu(FRAME)].concat()), title, "{opening}");
        }
        // More lines are sentences than entries.
        let told = [vec![("It is late.", Paragraph); FRAME], vec![headline]].concat();
        assert_ne!(at(&told), Some(FRAME));
    }
}
