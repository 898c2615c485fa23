//! Sections: which headings there are, which is the title, and which sections
//! are no prose.

use super::block::{Block, BlockKind, LONGEST_HEADING, is_long, list_marker, looks_like_heading};
use super::furniture::{heading_words, is_moment};
use super::label::Labels;
use super::token::is_alphabetic;
use super::{mail, token};
use crate::Span;
use crate::find::{Marked, has, is_longer};
use crate::hash::{HashMap, HashMapExt};
use crate::language::{Lexicon, Script, SectionClass, lower};
use memchr::memchr_iter;

/// Settles what can be told only from all blocks together.
pub(crate) fn settle(text: &str, lexicon: &Lexicon, labels: &Labels, blocks: &mut [Block]) {
    number_headings(text, blocks);
    take_back_spoken(text, labels, blocks);
    attribute(text, blocks);
    drop_repeated(text, blocks);
    if take_back_headings(blocks) {
        return;
    }
    list_headings(text, blocks);
    set_comments_apart(text, lexicon, blocks);
    set_apart(text, lexicon, blocks);
    drop_islands(text, blocks);
    name_title(text, lexicon, labels, blocks);
}

/// The numbered items over paragraphs that are headings.
const NUMBERED: usize = 2;

/// "1. Who we are ⏎ Harlow Ferries runs …": numbered items are headings where several
/// stand over paragraphs that are longer.
fn number_headings(text: &str, blocks: &mut [Block]) {
    let heads = |at: &usize| {
        let next = blocks.get(at + 1).filter(|next| next.kind == BlockKind::Paragraph);
        let (Some(block), Some(next)) = (blocks.get(*at), next) else { return false };
        let slice = block.span.of(text);
        block.kind == BlockKind::ListItem
            && next.span.len() > block.span.len()
            && slice.starts_with(|first: char| first.is_ascii_digit())
            && list_marker(slice).and_then(|end| slice.get(end..)).is_some_and(looks_like_heading)
    };
    let headings: Vec<usize> = (0..blocks.len()).filter(heads).collect();
    if headings.len() < NUMBERED {
        return;
    }
    for at in headings {
        if let Some(block) = blocks.get_mut(at) {
            block.kind = BlockKind::Heading;
        }
    }
}

/// The lines that stand in a text this often are the site's or the printer's:
/// "Advertisement", "Fielding, et al. Standards Track [Page 12]".
const REPEATED: u32 = 3;

/// The longest line that is compared, in bytes.
const LONGEST_REPEATED: usize = 80;

fn drop_repeated(text: &str, blocks: &mut [Block]) {
    let key = |block: &Block| {
        let slice = block.span.of(text);
        let line = block.level.is_none() && slice.len() <= LONGEST_REPEATED;
        let unfinished = !slice.ends_in_mark(".!?\"”“»。") && block.kind != BlockKind::Table;
        let around = "0123456789[]() ";
        let bare = slice.behind_marks(around).before_marks(around);
        (line && unfinished).then_some(bare)
    };
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for bare in blocks.iter().filter_map(key) {
        *counts.entry(bare).or_default() += 1;
    }
    for block in blocks {
        if key(block).and_then(|bare| counts.get(bare)).is_some_and(|count| *count >= REPEATED) {
            block.kind = BlockKind::Boilerplate;
        }
    }
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

/// The long paragraphs of an article: the short lines around as many are its page's.
const TOLD: usize = 4;

fn is_article(blocks: &[Block]) -> bool {
    blocks.iter().filter(|block| is_told(block)).nth(TOLD - 1).is_some()
}

/// The bytes of a long paragraph at least: 25 words of English.
const LONG: usize = 150;

/// Whether a block is a paragraph as articles have them, and menus do not.
fn is_told(block: &Block) -> bool {
    block.kind.is_prose() && block.span.len() >= LONG
}

/// The headings one behind the other that are a list: a menu, names, points
/// without stops. A headline with a line under it is none.
const LISTED: usize = 3;

/// The words of an entry of a menu at most.
const ENTRY: usize = 3;

/// The names of authors over a date at most.
const MOST_NAMES: usize = 2;

/// What a site says among them counts for nothing: "Add to basket".
fn list_headings(text: &str, blocks: &mut [Block]) {
    let mut from = 0;
    while let Some(rest @ [_, ..]) = blocks.get_mut(from..) {
        let of_row = |block: &&Block| block.is_guessed() || block.kind == BlockKind::Boilerplate;
        let row = rest.iter().take_while(of_row).count();
        let next = rest.get(row).map(|next| next.kind);
        let row = rest.get_mut(..row).unwrap_or_default();
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
            next => usize::from(next.is_some_and(BlockKind::is_prose)),
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
    while let Some(heading) = blocks.get(at).copied() {
        at += 1;
        let class = || lexicon.section(&heading_words(heading.span.of(text)));
        // "Related stories" is the site's, and so is the list under it.
        let listed = || blocks.get(at).is_some_and(|next| next.kind == BlockKind::ListItem);
        let heads = heading.kind == BlockKind::Heading || heading.kind == BlockKind::Boilerplate && listed();
        if !heads || !matches!(class(), Some(SectionClass::Apart | SectionClass::Comments)) {
            continue;
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

/// The days and times that tell comments, and the long paragraphs of one at most.
const MOMENTS: usize = 3;
const LONGEST_COMMENT: usize = 5;

/// Sets apart what readers say under an article, up to the text's end: "12 comments", and
/// "Comments" over no paragraph, as a manual's section is; or what has a day and a time each.
fn set_comments_apart(text: &str, lexicon: &Lexicon, blocks: &mut [Block]) {
    let mut told = 0;
    // How many there are, where the first stands, and what was told up to the last.
    let mut moments = (0, 0, 0);
    let heads = |at: &usize| {
        let Some(block) = blocks.get(*at) else { return false };
        told += usize::from(is_told(block));
        if told >= TOLD && block.kind == BlockKind::Byline && is_moment(block.span.of(text)) {
            let (count, first, last) = moments;
            let goes_on = count > 0 && told <= last + LONGEST_COMMENT;
            moments = if goes_on { (count + 1, first, told) } else { (1, *at, told) };
        }
        let over_prose = || blocks.get(at + 1).is_some_and(|next| next.kind == BlockKind::Paragraph);
        told >= TOLD
            && block.level.is_none()
            && is_entry(text, block)
            && lexicon.section(&heading_words(block.span.of(text))) == Some(SectionClass::Comments)
            && (block.kind == BlockKind::Boilerplate || !over_prose())
    };
    let end = (0..blocks.len()).find(heads).unwrap_or(blocks.len());
    let (count, first, last) = moments;
    let dated = count >= MOMENTS && told <= last + LONGEST_COMMENT;
    blocks.iter_mut().skip(if dated { first } else { end }).for_each(|block| block.kind = BlockKind::Aside);
}

/// The entries of a menu that part what stands beside it.
const ROW: usize = 4;

/// "AOL News has a new home!": what stands by itself among the menus of a page is the site's,
/// where paragraphs are long elsewhere.
fn drop_islands(text: &str, blocks: &mut [Block]) {
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

/// Whether a block is such as menus have.
fn is_entry(text: &str, block: &Block) -> bool {
    let slice = block.span.of(text);
    match block.kind {
        BlockKind::ListItem => !slice.ends_in_mark(".!?…:") && list_marker(slice).is_none(),
        BlockKind::Heading => block.is_guessed(),
        BlockKind::Boilerplate | BlockKind::Byline | BlockKind::Caption | BlockKind::Aside => true,
        _ => false,
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

/// Where sections of plain text can end, for each block: at the next heading with
/// prose under it, and at the next blank line.
struct PlainEnds {
    headings: Vec<usize>,
    blanks: Vec<usize>,
    /// The bytes of all blocks up to each, and of all, without white space: line ends of
    /// other systems are longer.
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
            let printed = block.span.of(text).bytes().filter(|byte| !byte.is_ascii_whitespace()).count();
            ends.lengths.push(ends.lengths.last().map_or(0, |length| length + printed));
        }
        let (mut heading, mut blank) = (blocks.len(), blocks.len());
        let mut next: Option<&Block> = None;
        for (at, block) in blocks.iter().enumerate().rev() {
            let prose = || {
                next.is_some_and(|next| {
                    next.kind == BlockKind::Paragraph && is_longer(next.span.of(text), PROSE_WORDS)
                })
            };
            if block.kind.is_heading() && prose() {
                heading = at;
            }
            let gap =
                next.map_or("", |next| Span::new(block.span.end as usize, next.span.start as usize).of(text));
            if gap.matches('\n').count() > 1 {
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

/// The blocks at a text's beginning that can be its headline.
const HEADLINES: usize = 4;

/// Makes the first heading the title where a headline can stand: the only one
/// of the first rank, or the first thing that is no furniture, or what stands over the
/// byline. No title is "Photo", "Menu" or "Introduction", nor a line of which the text
/// takes up no word: "Biz & IT —", "Found This Helpful".
fn name_title(text: &str, lexicon: &Lexicon, labels: &Labels, blocks: &mut [Block]) {
    if blocks.iter().any(|block| block.kind == BlockKind::Title) {
        return;
    }
    let named = |block: &Block| lexicon.section(&heading_words(block.span.of(text))).is_none();
    let says = |block: &Block| named(block) && recurs(block.span.of(text), after(text, block.span), lexicon);
    let mut first_rank = (0..blocks.len())
        .filter(|at| blocks.get(*at).is_some_and(|block| block.level == Some(1) && named(block)));
    let title = match (first_rank.next(), first_rank.next()) {
        (Some(only), None) => Some(only),
        _ => {
            let opening = opening_title(text, labels, blocks, &says);
            let title = title_behind_menu(text, lexicon, blocks, opening);
            if title != opening {
                let entry = |block: &&mut Block| block.is_guessed() || block.kind.is_prose();
                let menu = blocks.iter_mut().take(title.unwrap_or(0)).filter(entry);
                menu.for_each(|block| block.kind = BlockKind::Boilerplate);
            }
            title
        }
    };
    if let Some(title) = title.and_then(|at| blocks.get_mut(at)) {
        title.kind = BlockKind::Title;
    }
}

/// The title where it is the first thing of which the text takes up a word.
fn opening_title(
    text: &str,
    labels: &Labels,
    blocks: &[Block],
    says: &dyn Fn(&Block) -> bool,
) -> Option<usize> {
    let is_text = |block: &Block| block.kind.is_prose() || block.kind.is_heading();
    let can = |block: &Block| is_text(block) && (!block.kind.is_heading() || says(block));
    let mut opening = blocks.iter().enumerate().filter(|(_, block)| is_text(block)).take(HEADLINES);
    let (at, first) = opening.find(|(_, block)| can(block))?;
    // "Do gulls remember who fed them?", over "Abstract"
    let mut prose = blocks.iter().skip(at + 1).take(2 * HEADLINES).filter(|block| block.kind.is_prose());
    let next = prose.next().map_or(0, |next| next.span.len());
    let slice = first.span.of(text);
    let asks = slice.ends_in_mark("?!？！؟") && labels.bytes(slice).is_none();
    // "nutcracker 4.0.0"
    let open = || !slice.ends_in_mark(".!?…,;:") && says(first);
    let heads = first.kind == BlockKind::Paragraph && !is_long(slice) && next > 2 * first.span.len();
    (first.kind == BlockKind::Heading || heads && (asks || open())).then_some(at)
}

/// Whether a line is longer than an entry of a menu.
fn is_no_entry(text: &str, block: &Block) -> bool {
    is_longer(block.span.of(text), ENTRY)
}

/// The title behind a site's menu: the line before the first long paragraph, or else the first
/// byline, of which what comes next takes up most; the opening where there is no menu, and none
/// where that is an entry of it: "Home", "Skip to content".
fn title_behind_menu(
    text: &str,
    lexicon: &Lexicon,
    blocks: &[Block],
    opening: Option<usize>,
) -> Option<usize> {
    let told = blocks.iter().position(is_told);
    let from = if told.is_some() { FRAME } else { 1 };
    let byline = || blocks.iter().position(|block| block.kind == BlockKind::Byline);
    let Some(end) = told.or_else(byline) else { return opening };
    let entries = blocks.iter().take(end).filter(|block| is_entry(text, block)).count();
    if 3 * entries <= 2 * end {
        return opening;
    }
    let rest = text.get(blocks.get(end)?.span.start as usize..)?;
    let next = rest.get(..rest.floor_char_boundary(HEADED))?;
    let count = |block: &Block| taken_up(block.span.of(text), next, lexicon, LONGEST_TITLE);
    let titles = |at: usize| {
        let block = blocks.get(at)?;
        let slice = block.span.of(text);
        let can = (block.is_guessed() || block.kind.is_prose())
            && is_no_entry(text, block)
            && !is_longer(slice, LONGEST_TITLE)
            && looks_like_heading(slice);
        let count = if can { count(block) } else { 0 };
        (4 * count >= slice.split_whitespace().count()).then_some((count, at))
    };
    let near = end.saturating_sub(2 * FRAME).max(from)..end;
    let opens = opening.and_then(|at| blocks.get(at)).map_or(0, count);
    let behind = near.filter_map(titles).max().filter(|(most, _)| *most > opens);
    let kept = || opening.filter(|_| opens > 0 || told.is_none_or(|told| told < FRAME));
    behind.map(|(_, title)| title).or_else(kept)
}

/// The words of a title at most, which captions have more of.
const LONGEST_TITLE: usize = 16;

/// The lines of a page before its headline at least, and those between it and the text at most.
const FRAME: usize = 8;

/// The text behind a span.
fn after(text: &str, span: Span) -> &str {
    Span::new(span.end as usize, text.len()).of(text)
}

/// The letters of a word that are looked for: "Ferries" are taken up by "ferry". A
/// syllable of Hangul is a character: 여객선이, 여객선을.
const TAKEN_UP: usize = 4;
const SYLLABLES_TAKEN_UP: usize = 2;

/// Whether a text takes up a content word of a heading, in any form.
fn recurs(heading: &str, text: &str, lexicon: &Lexicon) -> bool {
    taken_up(heading, text, lexicon, 1) > 0
}

/// How many content words of a heading a text takes up, in any form: `most` at most.
fn taken_up(heading: &str, text: &str, lexicon: &Lexicon, most: usize) -> usize {
    if !lexicon.knows_stop_words() {
        return most;
    }
    if lexicon.script().is_unspaced() {
        // "渡轮四年后重返港口": any two characters.
        let starts = heading.char_indices().map(|(at, _)| at);
        let pair = |at: usize| {
            let rest = heading.get(at..)?;
            rest.get(..rest.char_indices().nth(2)?.0)
        };
        let pairs = starts.filter_map(pair).take(LONGEST_HEADING);
        return pairs.filter(|pair| has(text, pair)).take(most).count();
    }
    let taken = if lexicon.script() == Script::Hangul { SYLLABLES_TAKEN_UP } else { TAKEN_UP };
    let recurs = |word: &str| {
        let word = lower(word);
        let end = word.char_indices().nth(taken).map_or(word.len(), |(end, _)| end);
        let stem = word.get(..end).unwrap_or_default();
        word.chars().nth(1).is_some_and(is_alphabetic)
            && !lexicon.is_stop_word(&word)
            && begins_word(text, stem)
    };
    token::words(heading).filter(|(_, word)| recurs(word)).take(most).count()
}

/// The letters of English by frequency, the most frequent first. In other
/// languages the order costs only time.
const FREQUENT: &[u8] = b"etaoinshrdlcumwfgypbvkjxqz";

/// Whether a word of a text begins with a stem, with or without a capital. The
/// stem's rarest byte is looked for, as libraries that search for words do.
fn begins_word(text: &str, stem: &str) -> bool {
    let (bytes, stem) = (text.as_bytes(), stem.as_bytes());
    let rarity = |byte: u8| FREQUENT.iter().position(|letter| *letter == byte).unwrap_or(FREQUENT.len());
    let rarest = stem.iter().copied().enumerate().skip(1).max_by_key(|(_, byte)| rarity(*byte));
    let (Some((offset, rare)), Some((first, rest))) = (rarest, stem.split_first()) else { return false };
    memchr_iter(rare, bytes).filter_map(|at| at.checked_sub(offset)).any(|at| {
        // A byte of a longer character is a letter here.
        let letter = |byte: &u8| byte.is_ascii_alphanumeric() || *byte >= 0x80;
        let inside = at.checked_sub(1).and_then(|before| bytes.get(before)).is_some_and(letter);
        !inside
            && bytes.get(at).is_some_and(|letter| letter.to_ascii_lowercase() == *first)
            && bytes.get(at + 1..at + stem.len()).is_some_and(|letters| letters == rest)
    })
}

/// The longest heading of a section of plain text, in words.
const LONGEST_SECTION: usize = 12;

/// How far behind a heading of plain text what it heads takes it up, in bytes.
const HEADED: usize = 1200;

/// The heading that each block stands under. In plain text a line is one where
/// what follows takes up a word of it: a caption or a date is none.
pub(crate) fn sections(text: &str, lexicon: &Lexicon, blocks: &[Block]) -> Vec<Option<usize>> {
    let mut section = None;
    let heads = |index: usize, block: &Block| {
        let heading = block.span.of(text);
        // "According to the foundation:[41]", "Attach moss. (Lucy Akins)"
        let head = heading.split('[').next().unwrap_or(heading);
        let lead_in = head.ends_in_mark(":：") || has(head, ". ") || is_longer(head, LONGEST_SECTION);
        let rest = after(text, block.span);
        let near = rest.floor_char_boundary(HEADED);
        block.level.is_some()
            // "2. What we collect": only a row of them makes such an item a heading.
            || list_marker(heading).is_some()
            || !lead_in
                && blocks.get(index + 1).is_some_and(|next| next.kind.is_prose())
                && (lexicon.section(&heading_words(heading)) == Some(SectionClass::Nameless)
                    || recurs(heading, rest.get(..near).unwrap_or_default(), lexicon))
    };
    let under = |(index, block): (usize, &Block)| {
        match block.kind {
            BlockKind::Heading if heads(index, block) => section = Some(index),
            BlockKind::Title => section = None,
            _ => {}
        }
        section
    };
    blocks.iter().enumerate().map(under).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;
    use BlockKind::*;

    fn block(kind: BlockKind, level: Option<u8>, span: Span) -> Block {
        Block { kind, level, span }
    }

    /// Blocks of a kind and a level, one behind the other.
    fn settled(of: &[(&str, BlockKind, Option<u8>)]) -> Vec<BlockKind> {
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
    fn a_question_is_a_title_over_a_paragraph_of_twice_its_length() {
        let asked = "Do gulls remember who fed them?";
        let over =
            |length: usize| settled(&[(asked, Paragraph, None), (&"a".repeat(length), Paragraph, None)]);
        assert_eq!(over(2 * asked.len()), [Paragraph, Paragraph]);
        assert_eq!(over(2 * asked.len() + 1), [Title, Paragraph]);
    }

    #[test]
    fn a_stem_begins_a_word_with_or_without_a_capital() {
        assert!(begins_word("The Ferry", "ferr") && begins_word("ferries", "ferr"));
        assert!(begins_word("a jazz band", "jazz") && begins_word("Ünder", "Ünde"));
        for text in ["sferries", "2ferries", "éferries", "fer ries", "", "ferr"] {
            assert_eq!(begins_word(text, "ferr"), text == "ferr", "{text}");
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

    const TOLD_TEXT: &str = "The night ferry across the inlet sails again from April, four years after the old boat \
        was sold and its quay was closed, for the council voted on Monday night.";

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
        assert_eq!(first(&said(&moments[..MOMENTS - 1], 1)), Paragraph);
        let answered = ["answered Feb 1 at 18:05", "answered Feb 1 at 19:07", "answered Feb 2 at 8:41"];
        assert_eq!(first(&said(&answered, 1)), Paragraph);
        // The text goes on behind them.
        let letters = [said(&moments, 1), vec![(TOLD_TEXT, Paragraph); LONGEST_COMMENT + 1]].concat();
        assert_eq!(first(&letters), Paragraph);
        assert_eq!(around(&[], TOLD - 2, &said(&moments, 1)).1[1], Paragraph);
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
        assert_eq!(under("The first ferry", &far), None);
    }
}
