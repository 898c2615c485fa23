//! Sections: which headings there are, and which sections are no prose.

use super::block::{Block, BlockKind, LINK, is_chapter, is_long, list_marker, looks_like_heading};
use super::code;
use super::consent::set_consent_apart;
use super::furniture;
use super::heading::{HEADED, after, recurs};
use super::label::Labels;
use super::line::is_same;
use super::mail;
use super::marked::name_listed_title;
use super::page::{drop_islands, is_article, is_no_entry, is_told, set_comments_apart};
use super::title::name_title;
use crate::Span;
use crate::find::{DIGITS, Marked, count, has_any, is_longer};
use crate::hash::{Numbers, fingerprint};
use crate::language::{Lexicon, SectionClass, is_uppercase};

/// Settles what can be told only from all blocks together.
pub(crate) fn settle(text: &str, lexicon: &Lexicon, labels: &Labels, blocks: &mut [Block]) {
    head_paragraphs(text, blocks);
    take_back_spoken(text, labels, blocks);
    labels.drop_notices(text, blocks);
    attribute(text, blocks);
    list_contents(text, blocks);
    drop_repeated(text, blocks);
    name_listed_title(text, lexicon, blocks);
    if take_back_headings(blocks) {
        return;
    }
    set_consent_apart(text, blocks);
    list_headings(text, blocks);
    set_comments_apart(text, lexicon, blocks);
    set_apart(text, lexicon, blocks);
    drop_islands(text, blocks);
    name_title(text, lexicon, labels, blocks);
}

/// The numbered items over paragraphs that are headings, and the questions, at least.
const NUMBERED: usize = 2;
const ASKED: usize = 3;

/// "1. Who we are ⏎ Harlow Ferries runs …", "How did it begin? ⏎ It began with a boat …":
/// numbered items are headings where several stand over paragraphs that are longer, and so
/// are questions.
fn head_paragraphs(text: &str, blocks: &mut [Block]) {
    let numbered = |block: &Block| {
        let slice = block.span.of(text);
        block.kind == BlockKind::ListItem
            && slice.opens_with_mark(DIGITS)
            && list_marker(slice).is_some_and(|end| looks_like_heading(slice.tail(end)))
    };
    let asks = |block: &Block| {
        let slice = block.span.of(text).before_marks(LINK);
        let line = block.kind == BlockKind::Paragraph && slice.ends_in_mark("?？؟") && !is_long(slice);
        line && (slice.opens_capital() || slice.starts_with('¿'))
    };
    head(blocks, NUMBERED, &numbered);
    head(blocks, ASKED, &asks);
}

/// Whether a block stands over a paragraph that is so many times as long, and longer.
fn heads(blocks: &[Block], at: usize, times: usize) -> bool {
    let next = blocks.get(at + 1).filter(|next| next.kind == BlockKind::Paragraph);
    blocks.get(at).zip(next).is_some_and(|(block, next)| next.span.len() > times * block.span.len())
}

/// Makes headings of what stands over longer paragraphs, where there are several.
fn head(blocks: &mut [Block], least: usize, can: &dyn Fn(&Block) -> bool) {
    let can = |at: usize| blocks.get(at).is_some_and(can);
    // "Who pays for it? ⏎ What does a ticket for a bicycle cost?" are contents.
    let heads = |at: &usize| can(*at) && heads(blocks, *at, 1) && !can(at + 1);
    let headings: Vec<usize> = (0..blocks.len()).filter(heads).collect();
    if headings.len() >= least {
        become_all(blocks, headings, BlockKind::Heading);
    }
}

fn become_all(blocks: &mut [Block], which: Vec<usize>, kind: BlockKind) {
    for at in which {
        if let Some(block) = blocks.get_mut(at) {
            block.kind = kind;
        }
    }
}

/// The lines that come again as headings from which they are contents.
const ENTRIES: usize = 3;

/// "How did it begin? ⏎ Who pays for it?": lines that come again over a paragraph each are the
/// contents of a text.
fn list_contents(text: &str, blocks: &mut [Block]) {
    let line = |block: &Block| block.span.of(text).before_marks(LINK);
    let mut headings = Numbers::default();
    for (at, block) in blocks.iter().enumerate() {
        // The lines of a song come again, too, over lines that are as long.
        if block.is_guessed() && heads(blocks, at, 2) {
            headings.insert(fingerprint(line(block)), at as u64);
        }
    }
    let heading =
        |at: usize| blocks.get(at).and_then(|block| headings.get(&fingerprint(line(block)))).copied();
    let again = |at: &usize| {
        let later = heading(*at).is_some_and(|heading| heading as usize > *at);
        later && !heads(blocks, *at, 2)
    };
    let entries: Vec<usize> = (0..blocks.len()).filter(again).collect();
    if entries.len() >= ENTRIES {
        become_all(blocks, entries, BlockKind::Aside);
    }
}

/// The lines that stand in a text this often are the site's or the printer's:
/// "Advertisement", "Fielding, et al. Standards Track [Page 12]".
const REPEATED: u64 = 3;

/// The longest line that is compared, in bytes.
const LONGEST_REPEATED: usize = 80;

fn drop_repeated(text: &str, blocks: &mut [Block]) {
    let line = |block: &Block| {
        let line = block.level.is_none() && !matches!(block.kind, BlockKind::Table | BlockKind::Aside);
        if line { block.span.of(text) } else { NO_LINE }
    };
    let repeated = repeated(blocks.iter().map(line));
    let again = blocks.iter_mut().zip(repeated).filter(|(_, again)| *again);
    again.for_each(|(block, _)| block.kind = BlockKind::Boilerplate);
}

/// What is never compared.
const NO_LINE: &str = ".";

/// Whether each line comes again and again, but for the numbers around it.
pub(super) fn repeated<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<bool> {
    let key = |line: &str| {
        let around = "0123456789[]() ";
        let bare = line.behind_marks(around).before_marks(around);
        let compared = line.len() <= LONGEST_REPEATED && !line.ends_in_mark(".!?\"”“»。");
        compared.then(|| fingerprint(bare))
    };
    let keys: Vec<Option<u64>> = lines.map(key).collect();
    let mut counts = Numbers::default();
    for key in keys.iter().flatten() {
        *counts.entry(*key).or_default() += 1;
    }
    let often = |key: u64| counts.get(&key).is_some_and(|count| *count >= REPEATED);
    keys.into_iter().map(|key| key.is_some_and(often)).collect()
}

/// What a speaker says is no heading, however short: "Tom: Hi".
fn take_back_spoken(text: &str, labels: &Labels, blocks: &mut [Block]) {
    let spoken = |block: &&mut Block| block.is_guessed() && labels.bytes(block.span.of(text)).is_some();
    blocks.iter_mut().filter(spoken).for_each(|block| block.kind = BlockKind::Paragraph);
}

/// "On Sunday Karl Berg wrote:" over lines with ">" heads nothing. Where it says at what time or
/// by whose address, the lines are of an older mail.
fn attribute(text: &str, blocks: &mut [Block]) {
    let mut next = None;
    let mut answered = blocks.len();
    for (at, block) in blocks.iter_mut().enumerate().rev() {
        let slice = block.span.of(text);
        let heads = next == Some(BlockKind::Quotation) && slice.ends_with(':');
        next = Some(block.kind);
        let mail = heads && mail::is_attribution(slice);
        if heads && block.is_guessed() || mail {
            block.kind = BlockKind::Byline;
        }
        if mail {
            answered = at;
        }
    }
    let older = blocks.iter_mut().skip(answered).filter(|block| block.kind == BlockKind::Quotation);
    older.for_each(|block| block.kind = BlockKind::Aside);
}

/// Takes headings back where there is more heading than text: notes, poems and
/// talk without full stops are prose all the same.
fn take_back_headings(blocks: &mut [Block]) -> bool {
    let bytes = |of: fn(&Block) -> bool| -> usize {
        blocks.iter().filter(|block| of(block)).map(|block| block.span.len()).sum()
    };
    let headings = bytes(Block::is_guessed);
    let more = headings > bytes(|block| block.kind.is_prose()) && !is_article(blocks);
    if more {
        blocks
            .iter_mut()
            .filter(|block| block.is_guessed())
            .for_each(|block| block.kind = BlockKind::Paragraph);
    }
    more
}

/// The headings one behind the other that are a list: a menu, names, points
/// without stops. A headline with a line under it is none.
const LISTED: usize = 3;

/// The names of authors over a date at most.
const MOST_NAMES: usize = 2;

/// Whether a blank line parts the last two of some blocks.
fn parted(text: &str, blocks: &[Block]) -> bool {
    let [.., one, other] = blocks else { return false };
    count(Span::new(one.span.end as usize, other.span.start as usize).of(text), b'\n', b'\n') > 1
}

/// What a site says among them counts for nothing: "Add to basket".
fn list_headings(text: &str, blocks: &mut [Block]) {
    let mut from = 0;
    while from < blocks.len() {
        let before = from.checked_sub(1).and_then(|before| blocks.get(before));
        let led = before.is_some_and(|before| before.span.of(text).ends_in_mark(":："));
        let rest = blocks.get_mut(from..).unwrap_or_default();
        let of_row = |block: &&Block| block.is_guessed() || block.kind == BlockKind::Boilerplate;
        let row = rest.iter().take_while(of_row).count();
        let next = rest.get(row).map(|next| next.kind);
        let ends = parted(text, rest.get(..=row).unwrap_or_default());
        let row = rest.get_mut(..row).unwrap_or_default();
        // "You will be able to: ⏎ Read a tide table ⏎⏎ The tide is …": the last line is an item, too, but not
        // "Mozilla Festival[edit]".
        let items = led && ends && !row.last().is_some_and(|last| last.span.of(text).ends_with(']'));
        let headings = || row.iter().filter(|block| block.is_guessed());
        let count = headings().count();
        let opens = usize::from(from == 0);
        from += row.len().max(1);
        if count < LISTED {
            continue;
        }
        // "World", "Politics", "Harbour tunnel to stay closed until spring", "By Nina Kowalski"
        let long = |block: &Block| is_no_entry(text, block);
        let heads = match next {
            // "Nina Kowalski" may stand over the date.
            Some(BlockKind::Byline) => {
                let heads = |(at, block): &(usize, &Block)| *at < MOST_NAMES || long(block);
                headings().rev().enumerate().take_while(heads).count()
            }
            next => usize::from(next.is_some_and(BlockKind::is_prose) && !items),
        };
        let listed = row.iter_mut().filter(|block| block.is_guessed()).take(count - heads).skip(opens);
        listed.for_each(|block| block.kind = BlockKind::ListItem);
    }
}

/// Sets sections apart that are no prose: "References", "See also". One that
/// markup ranks ends at the next heading of its rank; in plain text one ends
/// at a heading with prose under it, and a section that would swallow most of
/// the text ends with its first run.
fn set_apart(text: &str, lexicon: &Lexicon, blocks: &mut [Block]) {
    let mut ends = None;
    let mut at = 0;
    let told = blocks.iter().position(is_told).unwrap_or(blocks.len());
    while let Some(heading) = blocks.get(at).copied() {
        at += 1;
        // "Related stories" is the site's, and so is the list under it.
        let listed = || blocks.get(at).is_some_and(|next| next.kind == BlockKind::ListItem);
        let heads = heading.kind == BlockKind::Heading || heading.kind == BlockKind::Boilerplate && listed();
        if !heads {
            continue;
        }
        match furniture::section(heading.span.of(text), lexicon) {
            Some(SectionClass::Apart) => {}
            // "718 Comments" over an article leads to them.
            Some(SectionClass::Comments) if heading.level.is_some() || at > told => {}
            _ => continue,
        }
        let end = match heading.level {
            Some(level) => {
                let rest = blocks.get(at..).unwrap_or_default();
                at + rest.iter().take_while(|block| !ranks(block, level)).count()
            }
            None => ends.get_or_insert_with(|| PlainEnds::of(text, blocks)).behind(at),
        };
        for block in blocks.get_mut(at - 1..end).unwrap_or_default() {
            block.kind = BlockKind::Aside;
        }
        at = end;
    }
}

/// Whether a block is a heading of a rank or a higher one.
fn ranks(block: &Block, level: u8) -> bool {
    block.kind.is_heading() && block.level.is_some_and(|other| other <= level)
}

/// The most of a text that lies behind a heading which ends it.
const TAIL: f64 = 0.4;

/// The words of a paragraph that no list of references has.
const PROSE_WORDS: usize = 25;

/// The words among which a work in a list of references has an initial, and the longest of those.
const AUTHORS: usize = 4;
const LONGEST_INITIALS: usize = 6;

/// Whether a paragraph is of a list of references: "[8] M. Berndl and A. Brown. Threads …", "Radak
/// Z, Pucsok S. Muscle soreness …", "Hart, C.-H. (2009) …".
pub(super) fn is_work(slice: &str) -> bool {
    let mut words = slice.behind_marks("[]0123456789. ").split_whitespace().take(AUTHORS);
    words.any(|word| {
        let short = word.len() <= LONGEST_INITIALS && word.ends_in_mark(".,;");
        short && word.opens_capital() && !word.has_small()
    })
}

/// Where sections of plain text can end, for each block: at the next heading with
/// prose under it, and at the next blank line.
struct PlainEnds {
    headings: Vec<usize>,
    blanks: Vec<usize>,
    /// The bytes of all blocks up to each, and of all, without line ends: those of other
    /// systems are longer.
    lengths: Vec<usize>,
}

impl PlainEnds {
    fn of(text: &str, blocks: &[Block]) -> Self {
        let mut ends = PlainEnds {
            headings: vec![blocks.len(); blocks.len()],
            blanks: vec![blocks.len(); blocks.len()],
            lengths: vec![0],
        };
        for block in blocks {
            let printed = block.span.len() - count(block.span.of(text), b'\r', b'\n');
            ends.lengths.push(ends.lengths.last().map_or(0, |length| length + printed));
        }
        let (mut heading, mut blank) = (blocks.len(), blocks.len());
        let mut next: Option<&Block> = None;
        for (at, block) in blocks.iter().enumerate().rev() {
            let prose = || {
                next.is_some_and(|next| {
                    let slice = next.span.of(text);
                    let work = is_work(slice) || is_work(block.span.of(text));
                    next.kind == BlockKind::Paragraph && is_longer(slice, PROSE_WORDS) && !work
                })
            };
            if block.kind.is_heading() && prose() {
                heading = at;
            }
            if parted(text, blocks.get(at..at + 2).unwrap_or_default()) {
                blank = at + 1;
            }
            if let (Some(to), Some(line)) = (ends.headings.get_mut(at), ends.blanks.get_mut(at)) {
                (*to, *line) = (heading, blank);
            }
            next = Some(block);
        }
        ends
    }

    /// One past the last block of a section whose first is `first`.
    fn behind(&self, first: usize) -> usize {
        let blocks = self.headings.len();
        let length = |at: usize| self.lengths.get(at).copied().unwrap_or_default() as f64;
        let end = self.headings.get(first).copied().unwrap_or(blocks);
        match length(end) - length(first) <= TAIL * length(blocks) {
            true => end,
            false => self.blanks.get(first).copied().unwrap_or(first),
        }
    }
}

/// The longest heading of a section of plain text, in words.
const LONGEST_SECTION: usize = 12;

/// The words of one at most of which what follows need not take up any.
const SHORT_SECTION: usize = 3;

/// The heading that each block stands under. In plain text a line is one where
/// what follows takes up a word of it, or a few words over a long paragraph: a caption or a date is none.
pub(crate) fn sections(text: &str, lexicon: &Lexicon, blocks: &[Block]) -> Vec<Option<usize>> {
    let mut section = None;
    let heads = |index: usize, block: &Block| {
        let heading = block.span.of(text);
        // "Path.replace(target)"
        let code = || code::looks_like_code(heading, 0);
        // "According to the foundation:[41]", "Attach moss. (Lucy Akins)"
        let head = furniture::behind_roman(heading).up_to("[");
        // "Fix formatting of CliUnstable parsing #15434", 本报记者林海清
        let lead_in =
            head.ends_in_mark(":：") || has_any(head, ". | #|记者|記者") || is_longer(head, LONGEST_SECTION);
        let rest = after(text, block.span);
        let class = || furniture::section(heading, lexicon);
        let next = blocks.get(index + 1);
        // "Get in", "Delivery latency", and neither a name, which no capitals tell in Chinese, nor "Is that true?"
        let short = || {
            lexicon.script().is_cased()
                && !is_longer(heading, SHORT_SECTION)
                && heading.tail(1).is_all(|c| !is_uppercase(c))
                && !heading.ends_in_mark("?!.")
        };
        // "Share"
        block.level.is_some() && class() != Some(SectionClass::Line)
            // "2. What we collect": only a row of them makes such an item a heading.
            || list_marker(heading).is_some()
            || is_chapter(heading)
            || !lead_in
                && next.is_some_and(|next| next.kind.is_prose())
                && (matches!(class(), Some(SectionClass::Nameless | SectionClass::Gist))
                    || recurs(heading, rest.head(HEADED), lexicon)
                    || short() && next.is_some_and(is_told))
                && !code()
    };
    let title = blocks.iter().find(|block| block.kind == BlockKind::Title);
    // The headline may come again over the text.
    let again = |block: &Block| title.is_some_and(|title| is_same(title.span.of(text), block.span.of(text)));
    let under = |(index, block): (usize, &Block)| {
        match block.kind {
            BlockKind::Heading if again(block) => section = None,
            BlockKind::Heading if heads(index, block) => section = Some(index),
            BlockKind::Title => section = None,
            _ => {}
        }
        section
    };
    blocks.iter().enumerate().map(under).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::Language;
    use BlockKind::*;

    pub(in super::super) fn block(kind: BlockKind, level: Option<u8>, span: Span) -> Block {
        Block { kind, level, span }
    }

    /// Blocks of a kind and a level, one behind the other.
    pub(in super::super) fn settled(of: &[(&str, BlockKind, Option<u8>)]) -> Vec<BlockKind> {
        let text: String = of.iter().flat_map(|(text, ..)| [text, "\n"]).collect();
        let mut at = 0;
        let given = of.iter().map(|(slice, kind, level)| {
            let span = Span::new(at, at + slice.len());
            at += slice.len() + 1;
            block(*kind, *level, span)
        });
        let mut blocks: Vec<Block> = given.collect();
        let labels = Labels::of(&text, &blocks);
        settle(&text, Language::English.lexicon(), &labels, &mut blocks);
        blocks.into_iter().map(|block| block.kind).collect()
    }

    #[test]
    fn headings_are_taken_back_where_there_is_more_of_them() {
        let even = [("Ferry back", Heading, None), ("It rained.", Paragraph, None)];
        assert_eq!(settled(&even), [Heading, Paragraph]);
        let more = [("Ferry is back", Heading, None), ("It rained.", Paragraph, None)];
        assert_eq!(settled(&more), [Paragraph, Paragraph]);
        assert_eq!(settled(&[("It rained.", Paragraph, None)]), [Paragraph]);
    }

    #[test]
    fn a_section_of_a_rank_has_the_lower_ranks_in_it() {
        let found = settled(&[
            ("Ferries", Heading, Some(1)),
            ("The ferries of the inlet are three.", Paragraph, None),
            ("References", Heading, Some(2)),
            ("Books", Heading, Some(3)),
            ("Sol, Ingrid: A Quay and its People.", Paragraph, None),
            ("Fares", Heading, Some(2)),
            ("A crossing costs two euros.", Paragraph, None),
        ]);
        assert_eq!(found, [Title, Paragraph, Aside, Aside, Aside, Heading, Paragraph]);
    }

    #[test]
    fn works_begin_with_initials() {
        for work in [
            "[8] M. Berg, B. Sol and M. Reed. Threads and tides. In Boats, 2005.",
            "Radak Z, Pucsok S, Berg T. Soreness of oarsmen. 1999.",
            "Hart, C.-H. (2009). Lamps of the inlet.",
        ] {
            assert!(is_work(work), "{work}");
        }
        for text in [
            "The boat on which J. R. Berg sailed sank.",
            "Berg wrote it in 2005.",
            "In 2005, the boat sank.",
            "HARLOW FERRIES",
        ] {
            assert!(!is_work(text), "{text}");
        }
    }

    #[test]
    fn a_question_is_a_title_over_a_paragraph_of_twice_its_length() {
        let asked = "Do gulls remember who fed them?";
        let over =
            |length: usize| settled(&[(asked, Paragraph, None), (&"a".repeat(length), Paragraph, None)]);
        assert_eq!(over(2 * asked.len()), [Paragraph, Paragraph]);
        assert_eq!(over(2 * asked.len() + 1), [Title, Paragraph]);
    }

    #[test]
    fn a_headline_that_comes_again_heads_no_section() {
        let text = "The ferry\nThe ferry\nThe ferry was of wood.";
        let blocks = [
            block(Title, None, Span::new(0, 9)),
            block(Heading, Some(2), Span::new(10, 19)),
            block(Paragraph, None, Span::new(20, text.len())),
        ];
        assert_eq!(sections(text, Language::English.lexicon(), &blocks), [None; 3]);
    }

    #[test]
    fn what_a_site_says_heads_no_section() {
        for (heading, section) in [("Share", None), ("Fares", Some(0))] {
            let text = [heading, "\nThe ferry was of wood."].concat();
            let end = heading.len();
            let blocks = [
                block(Heading, Some(2), Span::new(0, end)),
                block(Paragraph, None, Span::new(end + 1, text.len())),
            ];
            assert_eq!(sections(&text, Language::English.lexicon(), &blocks)[1], section, "{heading}");
        }
    }

    /// The headings that blocks of plain text stand under.
    fn under(heading: &str, paragraph: &str) -> Option<usize> {
        let text = [heading, "\n", paragraph].concat();
        let end = heading.len();
        let blocks =
            [block(Heading, None, Span::new(0, end)), block(Paragraph, None, Span::new(end + 1, text.len()))];
        sections(&text, Language::English.lexicon(), &blocks)[1]
    }

    #[test]
    fn a_line_heads_what_takes_it_up() {
        assert_eq!(under("The first ferry", "It was a ferry of wood."), Some(0));
        assert_eq!(under("2. What it is", "It was a boat of wood."), Some(0));
        assert_eq!(under("The first ferry", "It was a boat of wood."), None);
        assert_eq!(under("The first ferry:[41]", "It was a ferry of wood."), None);
        assert_eq!(under("Attach the ferry. (Lucy Akins)", "It was a ferry of wood."), None);
        let long = "The first ferry that crossed the inlet of the bay in the year of the war";
        assert_eq!(under(long, "It was a ferry of wood."), None);
        let far = ["It was of wood. ".repeat(80).as_str(), "A ferry."].concat();
        assert_eq!(under("The very first ferry", &far), None);
        let paragraph = "The branch line from Arden runs every two hours. ".repeat(4);
        for (heading, section) in
            [("Get in", Some(0)), ("Delivery latency", Some(0)), ("Anna Sol", None), ("Is that so?", None)]
        {
            assert_eq!(under(heading, &paragraph), section, "{heading}");
        }
        assert_eq!(under("Get in", "The branch line from Arden."), None);
    }

    #[cfg(feature = "asian")]
    #[test]
    fn a_short_line_without_capitals_may_be_a_name() {
        let paragraph = "去阿登的支线每两个小时有一班车，".repeat(9);
        let under = |heading: &str| {
            let text = [heading, "\n", &paragraph].concat();
            let end = heading.len();
            let paragraph = block(Paragraph, None, Span::new(end + 1, text.len()));
            let blocks = [block(Heading, None, Span::new(0, end)), paragraph];
            sections(&text, Language::Chinese.lexicon(), &blocks)[1]
        };
        assert_eq!(under("黄建林"), None);
        assert_eq!(under("支线"), Some(0));
    }
}
