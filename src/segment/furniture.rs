//! What stands around an article and is not of it: bylines, captions and the
//! site's own lines.

use super::block::BlockKind;
use super::token;
use super::token::is_alphabetic;
use crate::find::{
    DIGITS, Marked, before, behind, count, find, has, has_any, has_clock, is_among, is_longer, place,
};
use crate::language::{FurnitureClass, Lexicon, SectionClass, SourceClass, is_uppercase, lower};
use memchr::memrchr;
use std::ops::RangeInclusive;

/// The longest piece that is taken for furniture, in bytes.
const LONGEST: usize = 160;

/// Whether a sentence stands around the text and is not of it, as a byline does
/// that was pasted into a paragraph, or a reference.
pub(crate) fn stands_apart(slice: &str, lexicon: &Lexicon) -> bool {
    slice.starts_with('©')
        || is_roster(slice)
        || slice.len() <= LONGEST && (is_label(slice, lexicon) || around(slice, lexicon).is_some())
}

/// The marks that a list of names has at least, and its longest, in bytes.
const ROSTER_MARKS: usize = 4;
const LONGEST_ROSTER: usize = 400;

/// "Rovers (4-4-2): Lyle; Hart, Okafor, Quinn, Webb; Moss, Tarrant": names, numbers and marks.
fn is_roster(slice: &str) -> bool {
    if slice.len() > LONGEST_ROSTER {
        return false;
    }
    let marks = count(slice, b',', b';');
    if marks < ROSTER_MARKS {
        return false;
    }
    let (mut words, mut capitals) = (0, 0);
    for (_, word) in token::words(slice) {
        words += 1;
        capitals += usize::from(is_capital(word) && !(word.len() > 1 && is_shouted(word)));
    }
    words < 3 * marks && 5 * capitals >= 4 * words
}

/// The bytes at the end of a sentence that say who made a picture: "… at the
/// White House. Image: Twitter / Barack Obama", "… on Monday (Photo: AP)".
pub(crate) fn credit(slice: &str, lexicon: &Lexicon) -> usize {
    let from = slice.len().saturating_sub(LONGEST_CREDIT);
    let from = slice.ceil_char_boundary(from);
    let near = slice.tail(from);
    let Some(colon) = memrchr(b':', near.as_bytes()) else { return 0 };
    let before = near.head(colon);
    let word = colon - before.behind_last(" (").len();
    let phrase = near.tail(word);
    let opens = from + word == 0 || !phrase.opens_capital();
    if opens || lexicon.furniture(phrase) != Some(FurnitureClass::Caption) {
        return 0;
    }
    let kept = before.head(word).before_marks(" (");
    near.len() - kept.len()
}

/// The longest caption, in bytes.
const LONGEST_CAPTION: usize = 400;

/// Whether a paragraph is a caption by its number or by the credit at its end: "Peacekeepers
/// at a refugee camp on Monday. Credit Ashraf Shazly/Agence France-Presse".
pub(crate) fn is_credited(slice: &str, lexicon: &Lexicon) -> bool {
    if is_figure(slice) {
        return true;
    }
    if slice.len() > LONGEST_CAPTION || slice.ends_in_mark(".?!”\"“»") {
        return false;
    }
    // "(Thomas Coex/AFP/Getty Images)"
    if let Some(closed) = slice.strip_suffix(')') {
        let credited = |(_, word): (usize, &str)| lexicon.is_agency(&lower(word));
        return token::words(closed.behind_last("(")).any(credited);
    }
    // "US Navy / Getty Images", "南湖公园（视频截图）"
    [".)(|?!（", "/"].iter().any(|marks| {
        let behind = slice.behind_last(marks);
        let class = || lexicon.furniture(behind.trim_start());
        behind.len() < slice.len()
            && matches!(class(), Some(FurnitureClass::Caption | FurnitureClass::Credit))
    })
}

/// What is numbered so, in lower case and where that is not of ASCII as it is written.
const FIGURES: &str =
    "figure fig table tab listing abbildung abb tabelle figura tabla tableau tabela tabella рис Рис Рисунок";

/// "Figure 3: Humans and the loop", "Abb. 2. Robben nach Alter", but "Table 2.1 shows".
fn is_figure(slice: &str) -> bool {
    let slice = slice.head(LONGEST_LINE);
    let name = slice.up_to(" ");
    let behind = slice.tail(name.len() + 1);
    if !behind.opens_with_mark(DIGITS) {
        return false;
    }
    let number = behind.up_to(" ");
    let rest = behind.tail(number.len() + 1);
    is_among(name.before_marks("."), FIGURES) && (number.ends_in_mark(".:") || rest.opens_with_mark("|–—-"))
}

/// The longest credit, in bytes.
const LONGEST_CREDIT: usize = 80;

/// What kind of furniture a line or paragraph is, if it is any.
pub(crate) fn furniture(slice: &str, lexicon: &Lexicon) -> Option<BlockKind> {
    // "Keywords: ferries, tides, timetables"
    let apart = || {
        let keywords = section_name(slice, lexicon)?.0 == SectionClass::Keywords;
        keywords.then_some(BlockKind::Aside)
    };
    around(slice, lexicon).or_else(apart)
}

/// What kind of furniture a short line or sentence is.
fn around(slice: &str, lexicon: &Lexicon) -> Option<BlockKind> {
    if slice.len() > LONGEST {
        return None;
    }
    match lexicon.furniture(slice) {
        Some(FurnitureClass::Byline) => return Some(BlockKind::Byline),
        Some(FurnitureClass::Caption) => return Some(BlockKind::Caption),
        Some(FurnitureClass::Boilerplate) => return Some(BlockKind::Boilerplate),
        Some(FurnitureClass::Credit) | None => {}
    }
    if is_follow_line(slice) || is_trail(slice) || is_bracketed(slice) {
        return Some(BlockKind::Boilerplate);
    }
    is_byline(slice, lexicon).then_some(BlockKind::Byline)
}

/// What kind of furniture a whole line is: "Photo", "Share".
pub(crate) fn line(slice: &str, lexicon: &Lexicon) -> Option<BlockKind> {
    if slice.len() > LONGEST_LINE {
        return None;
    }
    let words = heading_words(slice);
    // "128K subscribers"
    match lexicon.section(behind(&words, "k |m ").unwrap_or(&words))? {
        SectionClass::Picture => Some(BlockKind::Caption),
        SectionClass::Line => Some(BlockKind::Boilerplate),
        // "12 comments", "Post a comment", and not "Comments", which a manual may speak of
        SectionClass::Comments => {
            let counted = words.has_mark(" ") || slice.opens_with_mark(DIGITS);
            (counted && !is_numbered(slice)).then_some(BlockKind::Boilerplate)
        }
        _ => None,
    }
}

/// What a heading tells of its section. A manual may have one on comments: "16.2. Comments".
pub(crate) fn section(heading: &str, lexicon: &Lexicon) -> Option<SectionClass> {
    let class = lexicon.section(&heading_words(heading))?;
    (class != SectionClass::Comments || !is_numbered(heading)).then_some(class)
}

/// Whether a heading begins with a section's number, and not with a count.
fn is_numbered(heading: &str) -> bool {
    let number = heading.up_to(" ");
    number.has_mark(".") && number.behind_marks("0123456789.").is_empty()
}

/// The longest line that says when, in bytes.
const LONGEST_STAMP: usize = 100;

/// What is said of a thread between who and when: "annab opened this issue on Oct 28, 2026".
const EVENTS: &str = "commented on |opened this issue on ";

/// The words before "ago" at most: "Posted by ana 3 hours".
const LONGEST_AGO: usize = 5;

/// The words of a line that ends in a time at most: "Ana Ruiz — Yesterday at 9:12 AM".
const LONGEST_TIMED: usize = 9;

/// Whether a line only says when, or who and when: "0:05", "Ana Ruiz  [9:12 AM]", "Updated 3
/// hours ago".
pub(crate) fn is_stamp(slice: &str, lexicon: &Lexicon) -> bool {
    if slice.len() > LONGEST_STAMP || !slice.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    // "moored 7 hours ago | next"
    let ago = before(slice.up_to("|").trim_end(), " ago").is_some_and(|when| !is_longer(when, LONGEST_AGO));
    let is_timed = || {
        let clock = slice.before_marks("])");
        let timed = before(clock, " AM| PM| am| pm| a.m.| p.m.| Uhr");
        let short = timed.is_some() && !is_longer(slice, LONGEST_TIMED);
        short || is_label(timed.unwrap_or(clock), lexicon)
    };
    ago || has_clock(slice) && is_timed() || is_count(slice) || is_date(slice) || has_any(slice, EVENTS)
}

/// Whether a line is a day and a time, as comments have: "10. Februar 2019 um 18:05 Uhr", and not
/// "answered Feb 1 at 18:02".
pub(crate) fn is_moment(slice: &str) -> bool {
    slice.len() <= LONGEST_STAMP && has_clock(slice) && is_date(slice) && behind(slice, DONE).is_none()
}

/// What is said of a post before the time, of this year.
const DONE: &str = "asked |answered |edited |posted ";

/// The words beside a date at most, beside a date and a time, and the letters within its figures.
const DATE_WORDS: usize = 3;
const TIME_WORDS: usize = 5;
const DATE_LETTERS: usize = 6;

/// "5 ноября 2026, 19:14", "05 NOV 2026 - 07:14 CET", "2026年11月5日": a year, a day or month and
/// few words.
pub(super) fn is_date(slice: &str) -> bool {
    let (mut words, mut letters) = (0, 0);
    let (mut year, mut day) = (false, false);
    for piece in slice.split_whitespace() {
        let (mut own, mut figures) = (0, 0);
        let (mut is_year, mut is_day) = (false, false);
        for c in piece.chars().chain([' ']) {
            if c.is_ascii_digit() {
                figures += 1;
                continue;
            }
            is_year |= figures == 4;
            is_day |= matches!(figures, 1 | 2);
            figures = 0;
            own += usize::from(is_alphabetic(c));
        }
        match is_year || is_day {
            true => letters += own,
            false => words += usize::from(own > 0),
        }
        year |= is_year;
        day |= is_day && !piece.has_mark(":");
    }
    // "asked Feb 1 at 18:02"
    year |= behind(slice, DONE).is_some();
    let most = if has_clock(slice) { TIME_WORDS } else { DATE_WORDS };
    year && day && letters <= DATE_LETTERS && words <= most
}

/// Figures and marks: "1,204", "4.8 (212)", "€89.90", "v2.3.0 (2026-10-02)"; a year may head a
/// chapter.
fn is_count(slice: &str) -> bool {
    let slice = slice.strip_prefix('v').unwrap_or(slice);
    let other = slice.behind_marks(DIGITS);
    let short = slice.len() <= LONGEST_LINE && !other.is_empty() && !other.ends_in_mark(".!?");
    short && !slice.has_letter()
}

/// What the name of a section tells that opens a sentence, and its bytes: "Abstract: ", "RESULTS: ".
pub(crate) fn section_name(slice: &str, lexicon: &Lexicon) -> Option<(SectionClass, usize)> {
    if slice.bytes().next()?.is_ascii_lowercase() {
        return None;
    }
    let near = slice.head(LONGEST_LINE);
    // "Abstract—We count lamps."
    let mark = |mark: &&str| Some((find(near, mark)?, mark.len()));
    let (end, bytes) = [": ", "：", "—"].iter().find_map(mark)?;
    Some((section(near.head(end), lexicon)?, end + bytes))
}

/// Whom a speech greets before a colon, which says nothing, and its bytes: "Madam President, members of the
/// council, honored guests, and my fellow citizens: ".
pub(crate) fn salutation(slice: &str, lexicon: &Lexicon) -> Option<(SectionClass, usize)> {
    let near = slice.head(LONGEST);
    let end = find(near, ": ")?;
    let greeting = near.head(end);
    let (mut crowd, mut capitals, mut others) = (false, 0, 0);
    let greets = |(at, word): (usize, &str)| {
        let classes = lexicon.classes(&lower(word.bare()));
        let (class, capital) = (classes.source_class(), is_capital(word));
        crowd |= class == Some(SourceClass::Crowd);
        capitals += usize::from(capital);
        others += usize::from(!capital && class.is_none() && !classes.is_stop_word());
        let somebody = class.is_some() || classes.name_class().is_some() || classes.is_person();
        // "Police told residents: Stay at home.", "Ah, friends once more: Sol backs Reed"
        (capital || !classes.is_cue_verb()) && (somebody || at > 0)
    };
    // Each may be called something: "honored guests".
    let all = greeting.split_whitespace().enumerate().all(greets);
    let greets = all && crowd && capitals > 1 && others <= count(greeting, b',', b',');
    greets.then_some((SectionClass::Nameless, end + 2))
}

/// The longest line of a site's, in bytes.
const LONGEST_LINE: usize = 40;

/// A heading's words in lower case, without its number, colon and "[edit]".
pub(crate) fn heading_words(heading: &str) -> String {
    let named = behind_roman(heading).bare().up_to("[");
    lower(named.bare()).into_owned()
}

/// A heading without the number before it: "VII. REFERENCES".
pub(super) fn behind_roman(heading: &str) -> &str {
    let number = heading.up_to(" ");
    let roman = number.ends_with('.') && number.before_marks(".").is_all(|c| matches!(c, 'I' | 'V' | 'X'));
    heading.tail(if roman { number.len() } else { 0 })
}

/// "Follow Jane Doe on Twitter @janedoe."
fn is_follow_line(slice: &str) -> bool {
    let networks = " on Twitter| on Facebook| on Instagram| on X| on LinkedIn| on Bluesky";
    slice.starts_with("Follow ") && has_any(slice, networks)
}

/// "[Chorus]", "[modifier | modifier le code]"
fn is_bracketed(slice: &str) -> bool {
    let inside = slice.behind_marks("[").before_marks("]");
    let brackets = slice.starts_with('[') && slice.len() == inside.len() + 2;
    brackets && inside.len() <= LONGEST_LINE && !inside.has_mark("[],.")
}

/// "Home › Kitchen › Kettles", "Home > World", "Home / World"
fn is_trail(slice: &str) -> bool {
    slice.strip_prefix("Home ").is_some_and(|way| way.opens_with_mark(">/»"))
        || has(slice, "›") && !slice.has_mark("‹.")
}

/// "By Jane Doe, Reuters", "By Jane Doe in Paris and Ada Byron"
fn is_byline(slice: &str, lexicon: &Lexicon) -> bool {
    let Some(names) = slice.strip_prefix("By ").or(slice.strip_prefix("BY ")) else { return false };
    let mut words = token::words(names).map(|(_, word)| word);
    let few = token::words(names).nth(10).is_none();
    few && words.all(|word| is_capital(word) || (lexicon.is_stop_word(word) && word.len() <= 3))
}

/// The names from which a line of them is one of authors: "Big Plans, Small Boats" is none.
const AUTHORS: usize = 3;

/// The words of an author's name, with what stands before it and its mark: "and", "1".
const NAME_WORDS: RangeInclusive<usize> = 2..=5;

/// Whether a line has nothing but names: "Mara Lindqvist, João Pereira 1, and Anna van der Meer".
pub(super) fn are_names(slice: &str) -> bool {
    let mut names = 0;
    let mut is_name = |name: &str| {
        names += 1;
        let mut words = 0;
        let mut named = |word: &str| {
            words += 1;
            word.opens_capital() || word.len() <= 3
        };
        name.split_whitespace().all(&mut named) && NAME_WORDS.contains(&words)
    };
    slice.split(',').all(&mut is_name) && names >= AUTHORS
}

/// "Associated Press", "14:11 EST, 25 October 2013", "Manchester United 2 Chelsea 1":
/// several words, all of them names or numbers. On a line of its own this may
/// be a headline; within a paragraph it is a byline or a result.
pub(crate) fn is_label(slice: &str, lexicon: &Lexicon) -> bool {
    // Most sentences go on in small letters: "The ferry sank."
    let second = place(b' ', slice.as_bytes()).and_then(|space| slice.as_bytes().get(space + 1));
    if slice.len() > LONGEST || second.is_some_and(u8::is_ascii_lowercase) {
        return false;
    }
    let words = || token::words(slice).map(|(_, word)| word).take(MOST_LABEL_WORDS + 1);
    if !words().all(is_capital) || !lexicon.knows_stop_words() {
        return false;
    }
    let named = |word: &str| !lexicon.is_stop_word(&lower(word));
    words().all(named) && (2..=MOST_LABEL_WORDS).contains(&words().count())
}

/// The words of a label at most.
const MOST_LABEL_WORDS: usize = 8;

fn is_capital(word: &str) -> bool {
    word.first_char().is_some_and(|c| is_uppercase(c) || c.is_ascii_digit())
}

/// The bytes of a dateline and its dash: "WASHINGTON (AP) — ", "(CNN) -- ",
/// "LONDON, Jan 5 (Reuters) - ", "(CNN)".
pub(crate) fn dateline(slice: &str) -> Option<usize> {
    let head = slice.first_chars(LONGEST_DATELINE);
    if !head.has_mark("-—–―电電讯：】=") && !head.starts_with('(') {
        return None;
    }
    let text = behind_report(slice, head).or_else(|| behind_place(slice, head))?;
    (!text.is_empty()).then_some(slice.len() - text.len())
}

/// What stands behind a dateline that no capitals tell: "新华社华盛顿1月12日电（记者翟景升）", "本报讯记者李长云报道：",
/// "(서울=연합뉴스) 김철수 기자 = ", "【北京＝山田太郎】".
fn behind_report<'a>(slice: &'a str, head: &str) -> Option<&'a str> {
    let (end, _) = match head.starts_with('【') {
        true => ends(head, "】").min(),
        false => ends(head, REPORTED).max().filter(|(_, at)| head.head(*at).has_mark(REPORTERS)),
    }?;
    let rest = slice.tail(end).behind_marks(BRACKETS);
    let near = rest.first_chars(LONGEST_DATELINE);
    let who = near.up_to("）)").len();
    let named = rest.opens_with_mark("（(") && who < near.len();
    Some(rest.tail(if named { who } else { 0 }).behind_marks(BRACKETS))
}

/// What stands behind a place or an agency, and its dash.
fn behind_place<'a>(slice: &'a str, head: &str) -> Option<&'a str> {
    let alone = || agency_alone(head).map(|end| (end, end));
    let (end, at) = ends(head, DASHES).min().or_else(alone)?;
    let names = head.head(at).trim_end();
    let text = slice.tail(end).trim_start();
    let agency = names.ends_with(')');
    let shouted = token::words(names).next().is_some_and(|(_, word)| word.len() > 1 && is_shouted(word));
    let capital = token::words(names).all(|(_, word)| !word.opens_small() || word.len() <= 3);
    (!text.opens_small() && capital && (agency || shouted)).then_some(text)
}

/// One past each of some marks, between which stands "|", and where it stands.
fn ends(head: &str, marks: &'static str) -> impl Iterator<Item = (usize, usize)> {
    marks.split('|').filter_map(move |mark| find(head, mark).map(|at| (at + mark.len(), at)))
}

/// The longest dateline, in characters.
const LONGEST_DATELINE: usize = 70;

/// What ends a dateline.
const DASHES: &str = "—| – |--| - | ― ";

/// What ends one that no capitals tell, what it has, and what may stand behind.
const REPORTED: &str = "日电|日電|日讯|报讯|报道：|報導：| 기자 =";
const REPORTERS: &str = "本社报報网網記记=";
const BRACKETS: &str = "】）) 　";

/// One past an agency that opens the text and has no dash: "(CNN)Ralph".
fn agency_alone(head: &str) -> Option<usize> {
    let close = head.strip_prefix('(')?.find(')')?;
    let agency = head.head(close + 1).tail(1);
    is_shouted(agency).then_some(close + 2)
}

fn is_shouted(word: &str) -> bool {
    !word.is_empty() && word.is_all(is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn lines_around_an_article() {
        let english = Language::English.lexicon();
        for (line, kind) in [
            ("By Jane Doe, Reuters", BlockKind::Byline),
            ("By Jane Doe and Ada Byron in Paris", BlockKind::Byline),
            ("PUBLISHED: 14:11 EST, 25 October 2013", BlockKind::Byline),
            ("Scroll down for video", BlockKind::Boilerplate),
            ("READ MORE: The ferry that never came", BlockKind::Boilerplate),
            ("We use cookies to improve your visit.", BlockKind::Boilerplate),
            ("Photo: the ferry at its mooring", BlockKind::Caption),
            ("Home › Kitchen › Kettles", BlockKind::Boilerplate),
            ("Home > World", BlockKind::Boilerplate),
            ("Home / World / Ferries", BlockKind::Boilerplate),
            ("[Chorus]", BlockKind::Boilerplate),
            ("[modifier | modifier le code]", BlockKind::Boilerplate),
        ] {
            assert_eq!(furniture(line, english), Some(kind), "{line}");
        }
        let keywords = ["Keywords: tides, ferries", &["tides, "; 30].concat()].concat();
        for apart in [&keywords, "KEY WORDS: Tides; Ferries."] {
            assert_eq!(furniture(apart, english), Some(BlockKind::Aside), "{apart}");
        }
        for text in ["Keywords of the tide: they rise", "Keywords"] {
            assert_eq!(furniture(text, english), None, "{text}");
        }
        for names in ["Mara Lindqvist, João Pereira 1, and Anna van der Meer", "A. Sol, B. Berg, C. K. Ruiz"]
        {
            assert!(are_names(names), "{names}");
        }
        for none in
            ["Big Plans, Small Boats", "Ferries, Tides, Timetables", "Ana Ruiz, Tom Reed, and what they saw"]
        {
            assert!(!are_names(none), "{none}");
        }
        for (greeting, said) in [
            ("Mr. Speaker, Members of the 94th Congress, and distinguished guests: ", "We meet tonight."),
            ("Madam Mayor, members of the harbour council, and my fellow citizens: ", "The gate is shut."),
            ("Members of the States General: ", "A year ends."),
        ] {
            let speech = [greeting, said].concat();
            let found = Some((SectionClass::Nameless, greeting.len()));
            assert_eq!(salutation(&speech, english), found, "{speech}");
        }
        for text in [
            "Police told residents: Stay at home.",
            "Ah, friends once more: Sol backs Reed.",
            "Friends and family: Sol backs Reed.",
            "In Harlow on Monday, residents hoped for more: The bridge was shut.",
            "Mayor Sol, members of the council said: The gate is shut.",
            "Members of Congress",
        ] {
            assert_eq!(salutation(text, english), None, "{text}");
        }
        assert_eq!(section("VII. REFERENCES", english), Some(SectionClass::Apart));
        assert_eq!(section("V. Conclusions", english), Some(SectionClass::Gist));
        assert_eq!(section("M. References", english), None);
        assert_eq!(section_name("Abstract: We count lamps.", english), Some((SectionClass::Nameless, 10)));
        assert_eq!(section_name("Abstract—We count lamps.", english), Some((SectionClass::Nameless, 11)));
        assert_eq!(section_name("AIM: To count lamps.", english), Some((SectionClass::Gist, 5)));
        for text in ["Abstract lamps: we count.", "The abstract: a lamp", "Abstract", "Abstract:"] {
            assert_eq!(section_name(text, english), None, "{text}");
        }
        assert_eq!(line("128K subscribers", english), Some(BlockKind::Boilerplate));
        for count in ["12 comments", "128K comments", "1.2k comments"] {
            assert_eq!(line(count, english), Some(BlockKind::Boilerplate), "{count}");
        }
        assert_eq!(line("16.2. Comments", english), None);
        assert_eq!(line("10-minute read", english), Some(BlockKind::Boilerplate));
        for text in ["128K boats", "Amin read"] {
            assert_eq!(line(text, english), None, "{text}");
        }
        assert!(is_label("14:11 EST, 25 October 2013 .", english));
        assert!(!is_label("THE FERRY SANK.", english));
        assert!(is_roster(
            "Harlow Rovers (4-4-2): Lyle; Hart, Okafor, Quinn (Boyce 61), Webb; Moss, Tarrant."
        ));
        for text in [
            "Lyle, Hart, Okafor, Quinn, Webb and Moss were all on the ferry when it sank off the pier.",
            "THE FERRY, THE PIER, THE TOWN, THE RIVER, ALL OF IT SANK.",
            "He saw Lyle, Hart and Webb.",
        ] {
            assert!(!is_roster(text), "{text}");
        }
        for stamp in [
            "0:05",
            "Ana Ruiz  9:12 AM",
            "[00:01:23] Ana",
            "12 March 2024, 9:14 am",
            "12:45 p.m.",
            "13:45 GMT",
            "Ana Ruiz  [9:12 AM]",
            "Ana Ruiz — Yesterday at 9:12 AM",
            "Tom Reed — heute um 09:12 Uhr",
            "Updated 3 hours ago",
            "asked Feb 1, 2017 at 18:02",
            "asked Feb 1 at 18:02",
            "5m ago",
            "moored 7 hours ago | next [–]",
            "annab opened this issue on Oct 28, 2026 · 4 comments",
            "1,204",
            "4.8 (212)",
            "€89.90",
            "v2.3.0 (2026-10-02)",
            "2026年11月5日 19時14分",
            "5 ноября 2026, 19:14",
            "Published 7:14 PM EST, Thu November 5, 2026",
            "5 نوفمبر 2026",
            "입력 2026.11.05. 오후 7:14",
        ] {
            assert!(is_stamp(stamp, english), "{stamp}");
        }
        for text in [
            "The ferry leaves at 9:12.",
            "Ana: Yes",
            "Chapter 3: Rivers",
            "Chapter 3:Rivers",
            "Ferry sinks at 9:12 in fog",
            "The council of the harbour will meet on Monday at 9:12 AM",
            "Years ago",
            "asked for the key at 18:02 and never gave it back",
            "The ferry sank off the pier in fog 3 years ago",
            "1922",
            "20,170.",
            "2026年の港",
            "渡船は2026年5月に港へ戻る",
            "The winter of 1956",
            "The ferry sank on 5 May 2026",
            "Boats 12",
            "12:00:07 not since 2019",
            "1,204 boats",
            "...",
            "",
        ] {
            assert!(!is_stamp(text, english), "{text}");
        }
        for text in [
            "By the end of the year the ferry was gone.",
            "By Saltmarsh the sea ate ten men.",
            "The ferry sank.",
            "THE FERRY SANK.",
            "Nobody Waves at a Bus.",
            "Published authors seldom take the ferry.",
            "Follow the river to the sea.",
            "Yes.",
            "‹ dit-il › et il partit",
            "He went › home.",
            "[a] man [of] the sea",
            "[The ferry sank.]",
        ] {
            assert_eq!(furniture(text, english), None, "{text}");
        }
    }

    /// A text that opens as given, of a number of bytes.
    fn of_length(opening: &str, bytes: usize) -> String {
        [opening, &"x".repeat(bytes - opening.len())].concat()
    }

    #[test]
    fn what_is_longer_is_prose() {
        let english = Language::English.lexicon();
        let read_more = |bytes| furniture(&of_length("READ MORE: The ferry ", bytes), english);
        assert_eq!(read_more(LONGEST), Some(BlockKind::Boilerplate));
        assert_eq!(read_more(LONGEST + 1), None);
        let photo = |bytes| line(&["Photo", &".".repeat(bytes - 5)].concat(), english);
        assert_eq!(photo(LONGEST_LINE), Some(BlockKind::Caption));
        assert_eq!(photo(LONGEST_LINE + 1), None);
        let credited = |bytes: usize| {
            is_credited(&[&of_length("The quay ", bytes - 11), ". Photo: AP"].concat(), english)
        };
        assert!(credited(LONGEST_CAPTION));
        assert!(!credited(LONGEST_CAPTION + 1));
        assert!(!is_credited("The quay. Photo: “AP”", english), "it ends as a sentence does");
        assert!(is_label(&of_length("Harbor News", LONGEST), english));
        assert!(!is_label(&of_length("Harbor News", LONGEST + 1), english));
        assert!(!is_label("Ada Bell Cole Dean Eve Finn Gus Hart Ivy", english), "nine words");
        assert_eq!(credit("It was seen in a photo: the ferry at its pier", english), 0);
    }

    #[test]
    fn a_roster_is_names_and_marks() {
        let names = "Lyle, Hart, Okafor, Quinn, Webb, ".repeat(11);
        assert!(is_roster(&of_length(&names, LONGEST_ROSTER)));
        assert!(!is_roster(&of_length(&names, LONGEST_ROSTER + 1)));
        assert!(is_roster("Lyle, Hart, Okafor, Quinn, Webb"));
        assert!(is_roster("A, B, C, D, E"));
        for text in [
            "the quay, the pier, the town, the bay, the inn",
            "NASA, ESA, JAXA, CNES, ISRO",
            "Ada Byron Lyle, Jane Doe Hart, Tom Reed Webb, Ann Bell Moss,",
            "Tom ate, Ann ran, Joe sat, Ada fell, Bob hid,",
        ] {
            assert!(!is_roster(text), "{text}");
        }
    }

    #[test]
    fn datelines_end_before_the_sentence() {
        for (text, rest) in [
            ("WASHINGTON (AP) — The vote was close.", "The vote was close."),
            ("(CNN) -- Ralph went home.", "Ralph went home."),
            ("(CNN)Ralph went home.", "Ralph went home."),
            ("LONDON, Jan 5 (Reuters) - The pound fell.", "The pound fell."),
            ("Harlow Bay (Gazette) – It rained.", "It rained."),
            ("NEW YORK — “It is over,” she said.", "“It is over,” she said."),
            ("NEW YORK — 40 boats sank.", "40 boats sank."),
            ("新华社奥斯陆1月12日电（记者林海清）渡轮停了。", "渡轮停了。"),
            ("本报讯记者林海清报道：渡轮停了。", "渡轮停了。"),
            ("（中央社記者林海清奧斯陸5日電）渡輪停了。", "渡輪停了。"),
            ("【オスロ＝山田太郎】船が止まった。", "船が止まった。"),
            ("【速報】船が【港】に戻った。", "船が【港】に戻った。"),
            ("أوسلو (ميناء) -- توقفت السفينة.", "توقفت السفينة."),
            ("(오슬로=하버뉴스) 김하늘 기자 = 배가 멈췄다.", "배가 멈췄다."),
        ] {
            assert_eq!(dateline(text).map(|bytes| &text[bytes..]), Some(rest), "{text}");
        }
        for text in [
            "NASA — the agency — said so.",
            "The vote — It was close.",
            "Harlow — It rained.",
            "A — It rained.",
            "(CNn)Ralph went home.",
            "IBM said so - yes.",
            "WARNING",
            "电影节在次日电闪雷鸣中开幕。",
            "他的报道：一年没有人读。",
            "本报讯（记者林海清）",
            "(CNN) --",
        ] {
            assert_eq!(dateline(text), None, "{text}");
        }
    }
}
