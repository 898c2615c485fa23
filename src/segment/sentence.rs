//! Sentences: where a block's text stops and starts again.
//!
//! Only the characters that can end a sentence are looked at; each is decided
//! by the token before it, the character behind it and the word that follows.

use super::mark::Pair;
use super::phrase;
use super::reference;
use super::token::{is_alphabetic, is_alphanumeric};
use crate::Span;
use crate::bytes::position;
use crate::find::{Marked, is_among};
use crate::language::{Abbreviation, Lexicon, Script, is_lowercase, is_uppercase, lower};
use crate::rank::ascending;

/// A quotation or bracket up to this many bytes is never split; a longer one
/// is split like any text.
const LONGEST_WHOLE: usize = 240;

/// How far behind a full stop its token is looked for, in bytes. No
/// abbreviation is longer, and a bound keeps the work linear.
const TOKEN_REACH: usize = 40;

/// How far behind a closing mark kana tell that a text is Japanese, in characters.
const KANA_REACH: usize = 12;

/// How far behind what is said in Chinese who says it is told, in bytes.
const SAID_REACH: usize = 16 * "说".len();

/// Opening marks and dashes looked past before a word: a bound, as above.
const MOST_OPENERS: usize = 12;

/// Splits the block at `block` into sentences, trimmed of white space. `pairs`
/// are the block's quotation marks and brackets.
pub(crate) fn sentences(text: &str, block: Span, pairs: &[Pair], lexicon: &Lexicon) -> Vec<Span> {
    let text = Span::new(0, block.end as usize).of(text);
    // Only scripts without spaces ask for it.
    let said = if lexicon.script().is_unspaced() { said(text, block, pairs) } else { Vec::new() };
    Splitter { text, block, lexicon, said }.split(pairs)
}

struct Splitter<'a> {
    /// The text up to the block's end.
    text: &'a str,
    block: Span,
    lexicon: &'a Lexicon,
    /// Where quotations end that are parted from what stands before them, in order, and
    /// whether a colon announces them.
    said: Vec<(u32, bool)>,
}

/// Where the quotations end, in order, that stand behind a mark or open the block, and whether
/// it is a colon: "补充说：“…。”".
fn said(text: &str, block: Span, pairs: &[Pair]) -> Vec<(u32, bool)> {
    let parted = |pair: &Pair| {
        let before = Span::new(block.start as usize, pair.open.start as usize).of(text).trim_end();
        let colon = before.ends_in_mark(":：");
        let parted = !pair.brackets && (colon || before.is_empty() || before.ends_in_mark("，。！？；,"));
        Some((pair.close.filter(|_| parted)?.end, colon))
    };
    let ends: Vec<(u32, bool)> = pairs.iter().filter_map(parted).collect();
    let in_order = ascending(ends.iter().map(|(end, _)| *end as usize));
    in_order.filter_map(|ranked| ends.get(ranked.index).copied()).collect()
}

/// A run of marks that may end a sentence: ".", "?!", "…", ". . . ."
struct Stop {
    /// The first mark.
    start: usize,
    /// One past the last mark.
    end: usize,
    /// How many marks it has.
    count: usize,
    kind: StopKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum StopKind {
    /// One full stop, which abbreviations have too.
    FullStop,
    /// Two or more full stops, or "…".
    Ellipsis,
    /// A question or exclamation mark, or a mark that stops in this language
    /// alone.
    Strong,
    /// A mark of a script that writes no space behind it, or that has no
    /// other use: 。 । ؟
    Plain,
}

impl Splitter<'_> {
    fn split(&self, pairs: &[Pair]) -> Vec<Span> {
        let mut sentences: Vec<Span> = Vec::new();
        let mut start = self.block.start as usize;
        let mut item = Enumeration::at(self.text, start);
        let mut whole = Wholes::of(pairs);
        let mut at = start;
        while let Some(rest) = self.text.as_bytes().get(at..) {
            let listed = |byte: &u8| MAY_STOP[*byte as usize] || matches!(byte, b' ' | b'\n');
            let skipped = match item {
                Some(_) => rest.iter().position(listed),
                None => position(rest, &MAY_STOP),
            };
            let Some(skipped) = skipped else { break };
            at += skipped;
            if matches!(rest.get(skipped), Some(b' ' | b'\n')) {
                at += 1;
                if let Some(next) = item.as_ref().and_then(|item| item.next(self.text, at)) {
                    item = Some(next);
                    self.push(&mut sentences, start, at);
                    start = at;
                }
                continue;
            }
            let Some(stop) = self.stop(at) else {
                at += 1;
                continue;
            };
            at = stop.end;
            if let Some(end) = self.sentence_end(&stop, start)
                && !whole.covers(end)
            {
                self.push(&mut sentences, start, end);
                start = end;
                at = at.max(end);
            }
        }
        self.push(&mut sentences, start, self.block.end as usize);
        sentences
    }

    /// Adds a sentence; one without a letter or digit joins the one before:
    /// "Really?! :-)"
    fn push(&self, sentences: &mut Vec<Span>, start: usize, end: usize) {
        let span = Span::new(start, end).trimmed(self.text);
        if span.is_empty() {
            return;
        }
        let wordless = !span.of(self.text).has_words();
        match sentences.last_mut() {
            Some(last) if wordless => last.end = last.end.max(span.end),
            _ => phrase::split(self.text, span, self.lexicon, sentences),
        }
    }

    /// The run of marks that starts at byte `start`, if one does.
    fn stop(&self, start: usize) -> Option<Stop> {
        let first = self.char_at(start)?;
        let kind = self.stop_kind(first)?;
        let mut stop = Stop { start, end: start + first.len_utf8(), count: 1, kind };
        while let Some(c) = self.char_at(stop.end) {
            let spaced = self.spaced_stop(&stop);
            let next = if spaced { Some(StopKind::FullStop) } else { self.stop_kind(c) };
            let Some(next) = next else { break };
            stop.end += if spaced { 2 } else { c.len_utf8() };
            stop.count += 1;
            stop.kind = match (stop.kind, next) {
                (StopKind::Strong, _) | (_, StopKind::Strong) => StopKind::Strong,
                (StopKind::Plain, _) | (_, StopKind::Plain) => StopKind::Plain,
                _ => StopKind::Ellipsis,
            };
        }
        Some(stop)
    }

    /// Whether " ." goes on with a spaced ellipsis ". . .", and does not begin
    /// an attached one: "raak. ...en toen".
    fn spaced_stop(&self, stop: &Stop) -> bool {
        let rest = self.text.tail(stop.end);
        stop.kind != StopKind::Strong && rest.starts_with(" .") && !rest.starts_with(" ..")
    }

    fn stop_kind(&self, c: char) -> Option<StopKind> {
        if self.lexicon.is_stop(c) { Some(StopKind::Strong) } else { stop_kind(c) }
    }

    /// Whether a mark of ASCII is no stop: "panic!はスタックを", "できますが、?を使う方が", "있지만, ?
    /// 연산자를".
    fn is_sign(&self, stop: &Stop, start: usize, next: &Next) -> bool {
        let before = Span::new(start, stop.start).of(self.text);
        let letters = before.bytes().rev().take_while(u8::is_ascii_lowercase).take(2).count();
        // "Linux?我没有" asks, "x?を評価" does not.
        let most = if self.char_at(stop.start) == Some('!') { 2 } else { 1 };
        let code = next.attached && next.is_ideographic() && (1..=most).contains(&letters);
        stop.end == stop.start + 1 && (code || before.trim_end().ends_in_mark(",、"))
    }

    /// Where the sentence that began at `start` ends, if it ends at `stop`.
    fn sentence_end(&self, stop: &Stop, start: usize) -> Option<usize> {
        let before = Span::new(start, stop.start).of(self.text);
        if stop.kind == StopKind::Ellipsis {
            return self.end_at_ellipsis(stop, before);
        }
        let end = self.skip_closers(stop.end);
        let rest = Span::new(end, self.text.len()).of(self.text);
        let next = Next::of(rest);
        if next.word.is_empty() {
            return None;
        }
        let ends = match stop.kind {
            StopKind::Plain => {
                let said = self.said.binary_search_by_key(&(end as u32), |(end, _)| *end);
                let said = said.ok().and_then(|at| self.said.get(at));
                let opens = |(_, colon): &(u32, bool)| *colon || next.opens_in_chinese(self.lexicon);
                !next.attached || end == stop.end || said.is_some_and(opens) || next.opens_in_japanese()
            }
            StopKind::Strong if self.is_sign(stop, start, &next) => false,
            StopKind::Strong if next.attached && end == stop.end && next.is_ideographic() => true,
            _ if next.attached => end == stop.end && self.space_is_missing(stop, &next),
            StopKind::Strong if self.lists(stop, &next) || self.leads_in(stop, start, &next) => false,
            StopKind::Strong => !next.is_lower() && !self.attribution_follows(end, stop, &next),
            _ => self.full_stop_ends(before, &next, end == stop.end),
        };
        ends.then_some(end)
    }

    /// "I never meant that.... She left." "compounds. . . . The practice"
    fn end_at_ellipsis(&self, stop: &Stop, before: &str) -> Option<usize> {
        let marks = Span::new(stop.start, stop.end).of(self.text);
        let attached = before.last_char().is_some_and(|c| !c.is_whitespace());
        let end = self.skip_closers(stop.end);
        let next = Next::of(Span::new(end, self.text.len()).of(self.text));
        if next.word.is_empty() || next.attached || before.trim().is_empty() || before.ends_in_mark("[(") {
            return None;
        }
        let spaced = marks.has_mark(" ");
        if attached && spaced && stop.count >= 4 && !next.is_lower() {
            return Some(stop.start + self.char_at(stop.start)?.len_utf8());
        }
        let pause = stop.count <= 3 && (spaced || next.word == "I" || next.word.starts_with("I'"));
        (next.is_upper() && !pause).then_some(end)
    }

    /// Whether a single full stop between white space ends its sentence.
    /// `bare` says that no closing mark stands between.
    fn full_stop_ends(&self, before: &str, next: &Next, bare: bool) -> bool {
        let token = last_token(before);
        if token.is_empty() {
            return !next.is_lower();
        }
        // "1. The first item", "9. The tenth": a marker opens its sentence.
        if is_label(before) {
            return false;
        }
        // "im Jahr 833 n. Chr. durch", "т. е. 360"
        if self.joined(token, next.word).is_some() {
            return false;
        }
        let form = lower(token);
        let together = self.joined_before(before, token);
        let class = together.or_else(|| self.lexicon.abbreviation(&form));
        // "C. A. Bell", "А. С. Пушкин": what follows is an initial, too.
        let initial = is_initial(next.word) && next.chunk().ends_with('.');
        let starter = || next.is_upper() && !initial && self.lexicon.is_stop_word(&lower(next.word));
        if next.is_lower() {
            // "i stayed home. then i slept", but "'This is great.' she said".
            let plain = token.has_more(4) && token.is_all(is_lowercase);
            // "81 procent van de schoten was raak. ...en toen barste de hel los."
            let trails_off = matches!(next.opener, Some('.' | '…'));
            return bare && class.is_none() && (plain || trails_off);
        }
        // "am 12. Juni", "XII. Pluku", but "im Jahr 2012. Die Fähre".
        if self.lexicon.has_ordinals() && is_ordinal(token) && !starter() {
            return false;
        }
        match class {
            // "Albert I. Jones", "C. S. Lewis", but "you and I. Did you see".
            _ if is_initial(token) && together.is_none() => starter() || is_network(before, token),
            Some(Abbreviation::Title | Abbreviation::Phrase) => false,
            Some(Abbreviation::Number) => !next.is_number(),
            Some(Abbreviation::Word) if next.bracketed => false,
            Some(Abbreviation::Word) if next.is_number() => false,
            Some(Abbreviation::Word) => starter(),
            Some(Abbreviation::Last) => true,
            // "U.S. Government", but "the U.S. How about you?"
            None if token.has_mark(".") && is_acronym(token) => starter(),
            None => true,
        }
    }

    /// The abbreviation that two short tokens are together: "т. д", "n. Chr", "a. C".
    fn joined(&self, one: &str, other: &str) -> Option<Abbreviation> {
        let short = !one.has_more(1) && !other.has_more(SHORT_TOKEN);
        let joined = || lower(one).into_owned() + "." + &lower(other);
        short.then(|| self.lexicon.abbreviation(&joined())).flatten()
    }

    /// The abbreviation that a token is together with the one before.
    fn joined_before(&self, before: &str, token: &str) -> Option<Abbreviation> {
        let rest = before.head(before.len() - token.len()).trim_end();
        self.joined(rest.strip_suffix('.').map(last_token)?, token)
    }

    /// "الدم، والقلب، زرعها": commas around a single word separate no clauses.
    fn lists(&self, stop: &Stop, next: &Next) -> bool {
        self.char_at(stop.start) == Some('،') && next.chunk().ends_with('،')
    }

    /// Whether a mark that stops in this language alone only parts clauses here:
    /// "وأضاف: «إنها خطوة»" goes on, and a comma ends nothing in a text that has
    /// full stops. A colon ends a label: "سؤال وجواب: ماذا حدث".
    fn leads_in(&self, stop: &Stop, start: usize, next: &Next) -> bool {
        match self.char_at(stop.start) {
            Some('،') => self.block.of(self.text).contains('.'),
            Some(':') if self.lexicon.is_stop('،') => {
                start != self.block.start as usize || next.opener.is_some()
            }
            _ => false,
        }
    }

    /// "the bill.The vote" where somebody forgot the space, and not
    /// "Jane.Doe@example.com" or "Node.js".
    fn space_is_missing(&self, stop: &Stop, next: &Next) -> bool {
        let before = last_token(Span::new(self.block.start as usize, stop.start).of(self.text));
        let plain = before.count_chars() > 2 && before.is_all(is_lowercase);
        let capitalized = next.word.chars().skip(1).any(is_alphabetic) && next.is_upper();
        stop.count == 1 && plain && capitalized && !next.chunk().has_mark("@/=_:")
    }

    /// "“Is it?” Mary asked." goes on behind the closing mark.
    fn attribution_follows(&self, end: usize, stop: &Stop, next: &Next) -> bool {
        let closed = end > stop.end && next.opener.is_none();
        let words = next.rest.split_whitespace().take(4);
        closed && words.skip(1).any(|word| self.lexicon.is_cue_verb(word.before_marks(".,:")))
    }

    /// One past the closing marks and footnote signs behind byte `at`:
    /// "great.” She", "(so it was.) Then", "end.[12] Next".
    fn skip_closers(&self, mut at: usize) -> usize {
        // "te zien. '' Roze": closing marks of typewriters, apart.
        if self.text.tail(at).starts_with(" '' ") {
            return at + 3;
        }
        at = self.spaced_closer(at).unwrap_or(at);
        while let Some(c) = self.char_at(at) {
            let after = self.char_at(at + c.len_utf8());
            let word_follows = after.is_some_and(is_alphanumeric);
            match c {
                ')' | ']' | '}' | '”' | '»' | '」' | '』' | '》' | '›' | '）' | '*' => {
                    at += c.len_utf8()
                }
                '"' | '\'' | '’' | '“' | '‘' if !word_follows => at += c.len_utf8(),
                _ => match self.references(at) {
                    Some(end) => at = end,
                    None => return at,
                },
            }
        }
        at
    }

    /// One past a closing mark with a space on either side, as French has it: "rien. » Le".
    fn spaced_closer(&self, at: usize) -> Option<usize> {
        let space = self.char_at(at).filter(|c| matches!(c, ' ' | '\u{A0}' | '\u{202F}'))?;
        let mark = at + space.len_utf8();
        let end = mark + self.char_at(mark).filter(|c| *c == '»')?.len_utf8();
        self.char_at(end).is_none_or(char::is_whitespace).then_some(end)
    }

    /// One past the reference marks at byte `at`, with or without a space before
    /// them: "end.[12] Next", "end. [3] [4] Next", "end.¹ Next".
    fn references(&self, at: usize) -> Option<usize> {
        let spaces = usize::from(self.text.as_bytes().get(at) == Some(&b' '));
        if spaces == 1 && self.text.as_bytes().get(at + 1) != Some(&b'[') {
            return None;
        }
        let end = reference::marks(self.text, at + spaces, self.lexicon)?;
        // "[1] The first book": at a block's end nothing follows that it could open.
        let attached = self.char_at(end).is_some_and(|c| !c.is_whitespace());
        (!attached).then_some(end)
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.tail(at).first_char()
    }
}

/// The letters of the second token of an abbreviation of two: "n. Chr".
const SHORT_TOKEN: usize = 3;

/// What follows a stop.
struct Next<'a> {
    /// Whether no white space stands between.
    attached: bool,
    /// Whether an opening bracket stands before the word.
    bracketed: bool,
    /// The first opening mark or dash before the word.
    opener: Option<char>,
    /// The text from the word on.
    rest: &'a str,
    /// The first word, up to what is no letter, digit or apostrophe.
    word: &'a str,
}

impl<'a> Next<'a> {
    fn of(rest: &'a str) -> Self {
        let spaced = rest.trim_start();
        let opening = |c: char| {
            matches!(
                c,
                '"' | '\''
                    | '“'
                    | '”'
                    | '‘'
                    | '„'
                    | '«'
                    | '»'
                    | '('
                    | '['
                    | '「'
                    | '『'
                    | '¿'
                    | '¡'
                    | '*'
            ) || matches!(c, '-' | '–' | '—' | '―' | '…' | '.' | ' ' | '•' | '⁃')
        };
        // ",,Door te vasten": quotation marks of Dutch typewriters.
        let spaced = spaced.strip_prefix(",,").unwrap_or(spaced);
        let opened = spaced.char_indices().take(MOST_OPENERS).find(|(_, c)| !opening(*c));
        let (opened, word_on) = spaced.split_at(opened.map_or(0, |(at, _)| at));
        let word_end = word_on.find(|c: char| !is_alphanumeric(c) && !matches!(c, '\'' | '’'));
        Next {
            attached: !rest.first_char().is_some_and(char::is_whitespace),
            bracketed: opened.has_mark("(["),
            opener: opened.first_char(),
            rest: word_on,
            word: word_on.head(word_end.unwrap_or(word_on.len())),
        }
    }

    /// The word and all that is attached to it, 100 bytes at most.
    fn chunk(&self) -> &'a str {
        self.rest.head(100).first_word()
    }

    fn first(&self) -> Option<char> {
        self.word.first_char()
    }

    /// "ないのか?ついつい": what writes no spaces has none behind a stop.
    fn is_ideographic(&self) -> bool {
        matches!(self.first().and_then(Script::of), Some(Script::Han | Script::Kana))
    }

    /// Whether a Japanese sentence begins behind a closing mark: "。”教団には" does,
    /// "。」と述べた" goes on.
    fn opens_in_japanese(&self) -> bool {
        let kana = self.rest.chars().take(KANA_REACH).any(|c| Script::of(c) == Some(Script::Kana));
        let particle = self.first().is_some_and(|c| matches!(c, '\u{3041}'..='\u{309F}'));
        kana && !particle
    }

    /// Whether a Chinese sentence begins behind the closing mark of what is said: "。”苏拉和他，"
    /// does, "。”鲍尔笑了笑，说" says who said it.
    fn opens_in_chinese(&self, lexicon: &Lexicon) -> bool {
        let clause = self.rest.head(SAID_REACH).up_to("。！？；：“");
        let from =
            |at: usize| [1, 2].iter().filter_map(move |letters| clause.get(at..at + letters * "说".len()));
        let said = (0..clause.len()).flat_map(from).any(|verb| lexicon.is_cue_verb(verb));
        self.first().and_then(Script::of) == Some(Script::Han) && !said
    }

    fn is_lower(&self) -> bool {
        self.first().is_some_and(is_lowercase)
    }

    fn is_upper(&self) -> bool {
        self.first().is_some_and(is_uppercase)
    }

    /// "55", "II", but not "I".
    fn is_number(&self) -> bool {
        let roman = self.word.len() > 1 && self.word.bytes().all(|b| b"IVXLC".contains(&b));
        roman || self.first().is_some_and(char::is_numeric)
    }
}

/// The enumeration that a block opened with: "1. The first item 2. The
/// second", "a. … b. …", "• 9. … • 10. …".
#[derive(Clone, Copy)]
enum Enumeration {
    Bullet(char),
    Number { next: u32, tail: [char; 2] },
    Letter { next: char, tail: [char; 2] },
}

impl Enumeration {
    /// The enumeration whose first marker stands at byte `at`.
    fn at(text: &str, at: usize) -> Option<Self> {
        let rest = text.tail(at);
        let first = rest.first_char()?;
        if matches!(first, '•' | '⁃' | '‣' | '◦' | '●' | '▪') {
            return Some(Enumeration::Bullet(first));
        }
        let digits = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
        let label = digits.max(1);
        let mut after = rest.tail(label).chars();
        let tail = [after.next()?, after.next()?];
        if tail[0] != ')' && tail[0] != '.' || tail[1] != ' ' && tail[1] != ')' {
            return None;
        }
        let number = rest.bytes().take(digits).fold(0, |number, digit| 10 * number + u32::from(digit & 15));
        match digits {
            1..=3 => Some(Enumeration::Number { next: number + 1, tail }),
            0 if first.is_ascii_lowercase() => Some(Enumeration::Letter { next: following(first), tail }),
            _ => None,
        }
    }

    /// The enumeration after the marker at byte `at`, if the next one that is
    /// due stands there.
    fn next(&self, text: &str, at: usize) -> Option<Self> {
        let found = Enumeration::at(text, at)?;
        match (self, &found) {
            (Enumeration::Bullet(bullet), Enumeration::Bullet(other)) => bullet == other,
            (Enumeration::Number { next, tail }, Enumeration::Number { next: due, tail: same }) => {
                next + 1 == *due && tail == same
            }
            (Enumeration::Letter { next, tail }, Enumeration::Letter { next: due, tail: same }) => {
                following(*next) == *due && tail == same
            }
            _ => false,
        }
        .then_some(found)
    }
}

fn following(letter: char) -> char {
    char::from_u32(letter as u32 + 1).unwrap_or(letter)
}

/// The quotations and brackets that are short enough to stay whole, walked in
/// step with the text.
struct Wholes<'a> {
    pairs: std::slice::Iter<'a, Pair>,
    pending: Option<Pair>,
    end: usize,
}

impl<'a> Wholes<'a> {
    fn of(pairs: &'a [Pair]) -> Self {
        let mut pairs = pairs.iter();
        Wholes { pending: pairs.next().copied(), pairs, end: 0 }
    }

    /// Whether a short pair is open at byte `at`. Offsets ascend.
    fn covers(&mut self, at: usize) -> bool {
        while let Some(pair) = self.pending.filter(|pair| (pair.open.start as usize) < at) {
            let close = pair.close.map_or(0, |close| close.end as usize);
            if close.saturating_sub(pair.open.start as usize) <= LONGEST_WHOLE {
                self.end = self.end.max(close);
            }
            self.pending = self.pairs.next().copied();
        }
        at < self.end
    }
}

/// Whether each byte can begin a character that ends a sentence: a quick test,
/// before decoding.
static MAY_STOP: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = matches!(
            byte as u8,
            b'.' | b'!' | b'?' | b':' | b';' | 0xD6 | 0xD8 | 0xDB | 0xE0 | 0xE1 | 0xE2 | 0xE3 | 0xEF
        );
        byte += 1;
    }
    table
};

fn stop_kind(c: char) -> Option<StopKind> {
    match c {
        '.' => Some(StopKind::FullStop),
        '…' => Some(StopKind::Ellipsis),
        '!' | '?' | '‼' | '⁇' | '⁈' | '⁉' | '؟' => Some(StopKind::Strong),
        '。' | '｡' | '．' | '！' | '？' | '।' | '॥' | '۔' | '։' | '።' | '፧' | '။' => {
            Some(StopKind::Plain)
        }
        _ => None,
    }
}

/// Whether a slice ends as a sentence does: with a stop, whatever closing marks
/// and reference marks stand behind it.
pub(crate) fn is_finished(slice: &str, lexicon: &Lexicon) -> bool {
    let mut rest = slice;
    while let Some(last) = rest.last_char() {
        if stop_kind(last).is_some() || lexicon.is_stop(last) && last != ':' {
            return true;
        }
        let shorter = match last {
            ']' => near(rest)
                .rfind('[')
                .map(|open| rest.len() - near(rest).len() + open)
                .filter(|open| reference::marks(rest, *open, lexicon) == Some(rest.len())),
            _ => None,
        };
        rest = match shorter {
            Some(open) => rest.head(open),
            None if rest.ends_in_mark("\"”’'“»›」』》)）]*_ ¹²³⁰⁴⁵⁶⁷⁸⁹") => {
                rest.head(rest.len() - last.len_utf8())
            }
            None => return false,
        };
    }
    false
}

/// The end of a text, [`TOKEN_REACH`] bytes at most.
fn near(text: &str) -> &str {
    let from = text.ceil_char_boundary(text.len().saturating_sub(TOKEN_REACH));
    text.tail(from)
}

/// The token that ends `before`, without opening marks.
fn last_token(before: &str) -> &str {
    let token = near(before).last_word();
    token.behind_marks("\"'“‘([«„-–—/")
}

/// The longest label of a list item, its bullet included, in bytes.
const LONGEST_LABEL: usize = 12;

/// Whether `before` is nothing but the label of a list item: "1", "• 9", "a".
fn is_label(before: &str) -> bool {
    if before.len() > LONGEST_LABEL {
        return false;
    }
    let label = before.trim_start_matches(|c: char| !is_alphanumeric(c));
    let number = label.len() <= 3 && label.bytes().all(|b| b.is_ascii_digit());
    let letter = label.len() == 1 && label.bytes().all(|b| b.is_ascii_lowercase());
    !label.is_empty() && (number || letter)
}

/// "12", "XII": what a full stop makes an ordinal.
fn is_ordinal(token: &str) -> bool {
    let number = token.len() <= 2 && token.bytes().all(|b| b.is_ascii_digit());
    number || token.bytes().all(|b| b"IVXL".contains(&b))
}

/// "E", "É", "А": one capital.
fn is_initial(token: &str) -> bool {
    let mut chars = token.chars();
    chars.next().is_some_and(is_uppercase) && chars.next().is_none()
}

/// "resigned on X. Lin Junyang was": the network, and no initial.
fn is_network(before: &str, token: &str) -> bool {
    let on = || before.head(before.len() - token.len()).trim_end();
    token == "X" && is_among(last_token(on()), "on auf sur en su op em no na på")
}

/// "U.S", "a.k.a", "J.R.R": single letters with full stops between.
fn is_acronym(token: &str) -> bool {
    token.split('.').all(|part| part.count_chars() <= 2 && part.is_all(is_alphabetic))
}
