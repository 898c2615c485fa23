//! The title that a page marks: by the way to it, its contents, or a place where it stands, too.
//! Manuals have such pages, and many sites.

use super::block::{Block, BlockKind, LINK, is_wider};
use super::furniture::{is_date, section};
use super::heading::{HEADED, after, number, recurs, section_number, taken_up};
use super::line::is_same;
use super::page::{FRAME, drop_menu, is_no_entry, is_told, is_way};
use super::title::{LONGEST_TITLE, MOST_HEADED, can_be_headline};
use crate::find::{Marked, before, has, is_longer};
use crate::language::{Lexicon, SectionClass};

/// The blocks before the first long paragraph that can be the title.
pub(super) const REACH: usize = 200;

/// The lines of contents that are looked at: a bound keeps the work linear.
const MOST_LISTED: usize = 1000;

/// The lines before a title in which the way to it ends, or where it stands, too.
const NEAR: usize = 4;

/// The title by the surest mark that a line before the first long paragraph has.
pub(super) fn marked(text: &str, lexicon: &Lexicon, blocks: &[Block]) -> Option<usize> {
    Page::up_to(text, lexicon, blocks, blocks.iter().position(is_told)?)?.marked()
}

/// Names the title behind the contents of a book, which are the site's, and so is what stands
/// before it.
pub(super) fn name_listed_title(text: &str, lexicon: &Lexicon, blocks: &mut [Block]) {
    let given = |block: &Block| block.kind == BlockKind::Title || block.level == Some(1);
    let stops = |block: &Block| block.kind == BlockKind::Paragraph && is_told_line(text, block);
    let prose = blocks.iter().take(REACH).position(stops).filter(|_| !blocks.iter().any(given));
    let page = prose.and_then(|end| Page::up_to(text, lexicon, blocks, end));
    let Some(title) = page.and_then(|page| page.behind_contents()) else { return };
    drop_menu(blocks, title);
    if let Some(title) = blocks.get_mut(title) {
        title.kind = BlockKind::Title;
    }
}

/// Whether a line ends as a sentence does, and is longer than an entry of a menu.
#[inline(never)]
pub(super) fn is_told_line(text: &str, block: &Block) -> bool {
    block.span.of(text).ends_in_mark(STOPS) && is_no_entry(text, block)
}

/// The marks that end a sentence.
const STOPS: &str = ".!?。！？।";

/// What a page has before its first long paragraph.
struct Page<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    blocks: &'a [Block],
    end: usize,
    /// What stands from that paragraph on.
    behind: &'a str,
}

impl<'a> Page<'a> {
    fn up_to(text: &'a str, lexicon: &'a Lexicon, blocks: &'a [Block], end: usize) -> Option<Self> {
        let behind = text.tail(blocks.get(end)?.span.start as usize).head(MOST_HEADED);
        Some(Page { text, lexicon, blocks, end, behind })
    }

    fn marked(&self) -> Option<usize> {
        let lines = self.end.saturating_sub(REACH).max(1)..self.end;
        let marks = [Page::is_led, Page::is_near, Page::opens, Page::holds];
        marks.into_iter().find_map(|mark| lines.clone().find(|at| mark(self, *at) && self.can_be_title(*at)))
    }

    /// The title behind the contents of a book, which number its pages, and behind its name: "12.
    /// Quays ⏎ 12.1. The night quay ⏎ Harbours by Night ⏎ The night quay". The contents of the page
    /// itself head its sections.
    fn behind_contents(&self) -> Option<usize> {
        let lines = (0..self.end).flat_map(|at| self.line(at).split('\n'));
        let all: Vec<&str> = lines.take(MOST_LISTED).collect();
        let entries: Vec<&str> = all.iter().copied().filter_map(numbered).collect();
        let listed = |at: &usize| entries.iter().any(|entry| is_same(entry, self.line(*at)));
        let own = (self.end..self.end + REACH).filter(listed).nth(1).is_some();
        if own || entries.len() < FRAME {
            return None;
        }
        let contents = |at: &usize| numbered(self.line(*at)).is_some();
        let lines = (0..self.end).rev().take_while(|at| !contents(at));
        let entry = lines.clone().filter(listed).last();
        // What is listed without a number is a section of the page.
        let twice = |at: &usize| all.iter().filter(|line| is_same(line, self.line(*at))).nth(1).is_some();
        entry.or_else(|| lines.clone().find(|at| self.can_be_title(*at) && !twice(at)))
    }

    #[inline(never)]
    fn line(&self, at: usize) -> &'a str {
        self.blocks.get(at).map_or("", |block| block.span.of(self.text)).before_marks(LINK)
    }

    fn rest(&self, at: usize) -> &'a str {
        self.blocks.get(at).map_or("", |block| after(self.text, block.span))
    }

    /// Whether the way to a line ends right before it, or it stands over contents: "Apache > HTTP
    /// Server > Documentation", "Python » ⏎ Python HOWTOs » ⏎ Logging HOWTO ⏎ | ⏎ Logging HOWTO".
    fn is_led(&self, at: usize) -> bool {
        let other = |before: &usize| !is_same(self.line(*before), self.line(at));
        let step = |at: usize| self.line(at).ends_in_mark("›»");
        let way = (at.saturating_sub(NEAR)..at).rev().find(other);
        // "新闻 > 正文": the text.
        let ends = |way: &str| is_way(way) || before(way, "> 正文|>正文").is_some();
        let led = way.is_some_and(|way| ends(self.line(way)) || step(way) && step(way.saturating_sub(1)));
        if led && !is_way(self.line(at)) {
            return true;
        }
        let next = self.line(at + 1);
        let heading = next.up_to("\n");
        let listed = || has(self.rest(at + 2).head(MOST_HEADED), self.line(at + 2));
        section(heading, self.lexicon) == Some(SectionClass::Apart) && listed()
    }

    /// Whether a line over the text links to itself ("Sorting HOW TO¶") or stands right before,
    /// too: "Linux kernel coding style ⏎ View page source ⏎ Linux kernel coding style".
    fn is_near(&self, at: usize) -> bool {
        let own = self.line(at);
        let again = || (at.saturating_sub(NEAR)..at).any(|before| is_same(self.line(before), own));
        let taken = || taken_up(own, self.behind.head(HEADED), self.lexicon, LONGEST_TITLE);
        let linked = || self.blocks.get(at).is_some_and(|block| block.span.of(self.text).ends_with('¶'));
        at + FRAME >= self.end && (linked() || again() && !is_longer(own, 2 * taken()))
    }

    /// Whether a line over the text begins the page, too: "13.3. Locking ⏎ Prev Up ⏎ 13.3. Locking".
    fn opens(&self, at: usize) -> bool {
        at + FRAME >= self.end && is_same(self.line(0), self.line(at))
    }

    /// Whether all numbers of sections are below a line's: "6.9. Locks ⏎ 6.9.1. Gates ⏎ 6.9.2.
    /// Keepers". What links to the next page stands behind the text.
    fn holds(&self, at: usize) -> bool {
        let number = section_number(self.line(at));
        if number.is_empty() {
            return false;
        }
        let last = self.blocks.iter().rposition(is_told).unwrap_or_default();
        let below = |at: usize| {
            let other = section_number(self.line(at));
            other.is_empty() || other.starts_with(number)
        };
        (0..last).all(below)
    }

    #[inline(never)]
    fn can_be_title(&self, at: usize) -> bool {
        let line = self.line(at);
        is_wider(line, 1)
            && !line.has_mark("|›»")
            && can_be_headline(line)
            && !is_date(line)
            && section(line, self.lexicon).is_none()
            && recurs(line, self.behind, self.lexicon)
    }
}

/// What stands behind the number of an entry of contents: "12.1. The night quay".
fn numbered(line: &str) -> Option<&str> {
    let number = number(line);
    let name = line.tail(number.len() + 1);
    // "19.6. panic!" is an entry, "6. It sails." an item.
    let told = name.ends_in_mark(STOPS) && name.has_mark(" ");
    (!number.is_empty() && !name.is_empty() && !told).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::super::block::blocks;
    use super::*;
    use crate::Language;

    const TOLD: &str = "\n\nThe ferry crosses the inlet by night from April to October, each hour from ten in the \
        evening to five in the morning, for those who work in the yard, in the hospital and at sea.";

    /// The title that a page marks, whose lines stand before a long paragraph.
    fn marked_of(lines: &str) -> Option<String> {
        let text = lines.to_owned() + TOLD;
        let lexicon = Language::English.lexicon();
        let blocks = blocks(&text, lexicon, &[]);
        let title = marked(&text, lexicon, &blocks)?;
        Some(blocks.get(title)?.span.of(&text).before_marks(LINK).to_owned())
    }

    #[test]
    fn a_title_stands_behind_the_way_to_it() {
        let title = Some("The night ferry".to_owned());
        for way in ["Home > News > Ferries", "Home »\nFerries »", "Home »\nFerries »\nThe night ferry\n|"]
        {
            assert_eq!(marked_of(&["Inlet\n", way, "\nThe night ferry"].concat()), title, "{way}");
        }
        for none in ["Ferries", "More ferries »", "Home > Ferries"] {
            assert_eq!(marked_of(&["Inlet\n", none, "\nThe night ferry"].concat()), None, "{none}");
        }
        for no_title in ["April 4, 2026", "Ferry", "By night | By day", "Latest news", "Introduction"] {
            assert_eq!(marked_of(&["Home > News > Ferries\n", no_title].concat()), None, "{no_title}");
        }
    }

    #[test]
    fn a_title_stands_twice_near_its_text() {
        let title = Some("The night ferry".to_owned());
        assert_eq!(marked_of("The night ferry\nShow source\nThe night ferry"), title);
        assert_eq!(
            marked_of("The night ferry\nUp\n\nTimes\n\nQuays\n\nBoats\n\nMen\n\nThe night ferry"),
            title
        );
        assert_eq!(marked_of("Inlet\nThe night ferry¶"), title);
        assert_eq!(marked_of("Inlet\nThe night ferry"), None);
        let menu = ["The night ferry\nThe night ferry\n", &"Times\n\n".repeat(FRAME)].concat();
        assert_eq!(marked_of(&menu), None);
        assert_eq!(marked_of("Inlet\nThe printed form by hand\nThe printed form by hand"), None);
    }

    #[test]
    fn a_title_has_the_numbers_of_its_sections_below_its_own() {
        let title = Some("6.9. The night ferry".to_owned());
        assert_eq!(marked_of("Get the book\nNext\n6.9. The night ferry"), title);
        assert_eq!(marked_of("Get the book\nNext\n6.9. The night ferry\n6.9.1. Why it crosses"), title);
        for sections in ["6.8. Tides\n6.9. The night ferry", "6.9. The night ferry\n6.10. Why it crosses"] {
            assert_eq!(marked_of(&["Get the book\n", sections].concat()), None, "{sections}");
        }
        assert_eq!(marked_of("Get the book\nNext\n6. The night ferry"), None);
    }

    #[test]
    fn a_title_stands_behind_the_contents_of_a_book() {
        let listed = |lines: &str| {
            let text = lines.to_owned() + TOLD;
            let lexicon = Language::English.lexicon();
            let mut blocks = blocks(&text, lexicon, &[]);
            name_listed_title(&text, lexicon, &mut blocks);
            let title = blocks.into_iter().find(|block| block.kind == BlockKind::Title)?;
            Some(title.span.of(&text).to_owned())
        };
        let numbered =
            |entries: usize| -> String { (1..=entries).map(|at| format!("{at}. Pier {at}\n")).collect() };
        let title = |name: &str| Some(name.to_owned());
        let contents = numbered(FRAME - 1) + "9.1. The night ferry\n";
        // The entry, be it a word, before the section that it opens with; else what stands last, but
        // for a section that is listed without a number.
        for (lines, found) in [
            ("Harbours by Hand\n\nThe night ferry\n\nThe ferry and the tide", "The night ferry"),
            ("9. panic!\nHarbours by Hand\n\npanic!", "panic!"),
            ("Harbours by Hand\n\nHow ferries cross the inlet", "How ferries cross the inlet"),
            (
                "The ferry in April\nHarbours by Hand\n\nHow ferries cross the inlet\n\nThe ferry in April",
                "How ferries cross the inlet",
            ),
        ] {
            assert_eq!(listed(&[&*contents, lines].concat()), title(found), "{lines}");
        }
        assert_eq!(listed(&[&*numbered(FRAME - 1), "\nHow ferries cross the inlet"].concat()), None);
        // The contents of the page itself head its sections.
        let own = [&*contents, "\nThe night ferry", TOLD, "\n\nPier 1", TOLD, "\n\nPier 2"].concat();
        assert_eq!(listed(&own), None);
    }
}
