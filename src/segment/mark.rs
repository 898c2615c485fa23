//! Quotation marks and brackets, paired.

use super::token::is_alphanumeric;
use crate::Span;
use crate::bytes::position;
use crate::find::Marked;
use crate::language::Lexicon;

/// A pair of quotation marks or brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    /// The opening mark.
    pub(crate) open: Span,
    /// The closing mark; `None` where the block ends before one comes.
    pub(crate) close: Option<Span>,
    /// Whether these are brackets and not quotation marks.
    pub(crate) brackets: bool,
}

/// How a character can act as a mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// Opens only, and is closed by one of these: “ by ”, „ by “ or ”.
    Open(&'static [char]),
    /// Closes only.
    Close,
    /// Opens or closes by what stands around it: " and ', and the marks that
    /// are an opening one in some languages and a closing one in others.
    Either(&'static [char]),
}

fn mark(c: char) -> Option<Mark> {
    Some(match c {
        '"' => Mark::Either(&['"', '”']),
        '\'' => Mark::Either(&['\'']),
        '“' => Mark::Either(&['”', '"']),
        '‘' => Mark::Either(&['’']),
        '„' => Mark::Open(&['“', '”']),
        '‚' => Mark::Open(&['‘', '’']),
        '«' => Mark::Either(&['»']),
        '»' => Mark::Either(&['«', '»']),
        '‹' => Mark::Either(&['›']),
        '「' => Mark::Open(&['」']),
        '『' => Mark::Open(&['』']),
        '《' => Mark::Open(&['》']),
        '(' => Mark::Open(&[')']),
        '[' => Mark::Open(&[']']),
        '（' => Mark::Open(&['）']),
        '”' | '’' | '›' | '」' | '』' | '》' | ')' | ']' | '）' => Mark::Close,
        _ => return None,
    })
}

/// Whether each byte can begin a mark: a quick test before decoding.
static MAY_MARK: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] =
            matches!(byte as u8, b'"' | b'\'' | b'(' | b')' | b'[' | b']' | 0xC2 | 0xE2 | 0xE3 | 0xEF);
        byte += 1;
    }
    table
};

/// Marks that wait for their closing one at most: deeper nesting than this is
/// no prose, and a bound keeps the search for an opener constant.
const MAX_DEPTH: usize = 8;

/// Pairs the marks of the block at `block`, in order of their opening marks, and
/// gives all marks in order of place, each with the index of its pair; a stray
/// quotation mark has none.
/// Nothing outlives the block, so an unbalanced mark costs one block at most.
pub(crate) fn pairs(text: &str, block: Span, lexicon: &Lexicon) -> (Vec<Pair>, Vec<(Span, usize)>) {
    let mut pairs: Vec<Pair> = Vec::new();
    let mut marks: Vec<(Span, usize)> = Vec::new();
    let mut open: Vec<(usize, &'static [char])> = Vec::new();
    let bytes = text.as_bytes();
    let mut at = block.start as usize;
    let end = block.end as usize;
    while let Some(skipped) = bytes.get(at..end).and_then(|rest| position(rest, &MAY_MARK)) {
        at += skipped;
        let Some(c) = text.get(at..end).and_then(|rest| rest.first_char()) else {
            at += 1;
            continue;
        };
        // "says ""Like"" and": in tables of values, a mark is written twice.
        let twice = c == '"' && text.get(at..end).is_some_and(|rest| rest.starts_with("\"\""));
        let span = Span::new(at, at + c.len_utf8() + usize::from(twice));
        at = span.end as usize;
        // "''Yes,''": two apostrophes in a row are no mark that can be told
        // from an empty quotation.
        if c == '\'' && text.get(at..end).is_some_and(|rest| rest.starts_with('\'')) {
            at += 1;
            continue;
        }
        let twin = c == '”' && lexicon.has_twin_marks();
        let Some(mark) = (if twin { Some(Mark::Either(&['”'])) } else { mark(c) }) else { continue };
        let around = Around::of(text, block, span);
        if apostrophe(c, &around) || plural_possessive(text, block, span, &around) {
            continue;
        }
        let waiting = open.iter().rposition(|(_, closers)| closers.contains(&c));
        let before = pairs.len();
        match (mark, waiting) {
            (Mark::Either(closers), None) if around.can_open(c) => {
                begin(c, span, closers, &mut pairs, &mut open)
            }
            (Mark::Either(closers), Some(_)) if !twin && around.must_open() => {
                begin(c, span, closers, &mut pairs, &mut open)
            }
            (Mark::Open(closers), _) => begin(c, span, closers, &mut pairs, &mut open),
            (_, Some(depth)) => {
                if let Some((index, _)) = open.get(depth)
                    && let Some(pair) = pairs.get_mut(*index)
                {
                    pair.close = Some(span);
                    marks.push((span, *index));
                }
                open.truncate(depth);
            }
            // "Bartleby," said I", and not "a pipe of 6" is"
            (_, None)
                if matches!(c, '“' | '”' | '„' | '«' | '»')
                    || c == '"' && matches!(around.before, ',' | '.' | '?' | '!') =>
            {
                marks.push((span, usize::MAX))
            }
            (_, None) => {}
        }
        if pairs.len() > before {
            marks.push((span, before));
        }
    }
    (pairs, marks)
}

fn begin(
    c: char,
    span: Span,
    closers: &'static [char],
    pairs: &mut Vec<Pair>,
    open: &mut Vec<(usize, &'static [char])>,
) {
    if open.len() == MAX_DEPTH {
        open.remove(0);
    }
    open.push((pairs.len(), closers));
    pairs.push(Pair { open: span, close: None, brackets: matches!(c, '(' | '[' | '（' | '《') });
}

/// The characters on both sides of a mark, white space at a block's ends.
struct Around {
    before: char,
    after: char,
}

impl Around {
    fn of(text: &str, block: Span, mark: Span) -> Self {
        let before = Span::new(block.start as usize, mark.start as usize).of(text);
        let after = Span::new(mark.end as usize, block.end as usize).of(text);
        Around { before: before.last_char().unwrap_or(' '), after: after.first_char().unwrap_or(' ') }
    }

    /// Something to quote follows, and no word is in the way, nor the sign of
    /// an attribute: `<a title="So it goes">`. French writes a space: « Oui ».
    fn can_open(&self, c: char) -> bool {
        (!self.after.is_whitespace() || c == '«') && !is_alphanumeric(self.before) && self.before != '='
    }

    /// White space before and a word after: a mark that opens even while one
    /// of its kind is open, as at the start of a sentence whose earlier
    /// quotation was never closed.
    fn must_open(&self) -> bool {
        self.before.is_whitespace() && is_alphanumeric(self.after)
    }
}

/// Whether a single mark is an apostrophe: "don’t", "’90s", "the boys’ dog".
fn apostrophe(c: char, around: &Around) -> bool {
    let single = matches!(c, '\'' | '’' | '‘');
    let inside = is_alphanumeric(around.before) && is_alphanumeric(around.after);
    let elision = c != '‘' && !is_alphanumeric(around.before) && around.after.is_ascii_digit();
    single && (inside || elision)
}

/// How far behind a single mark the one that closes is looked for, in bytes.
const CLOSING_REACH: usize = 240;

/// Whether a single mark is the apostrophe of "the boys' boat" and a later one
/// closes: 'I saw the boys' boat,' he said.
fn plural_possessive(text: &str, block: Span, mark: Span, around: &Around) -> bool {
    let single = matches!(mark.of(text), "'" | "’");
    if !single || around.before != 's' || around.after != ' ' {
        return false;
    }
    let behind = Span::new(mark.end as usize + 1, block.end as usize).of(text);
    if !behind.opens_small() {
        return false;
    }
    let mut before = ' ';
    for (at, c) in behind.char_indices().take_while(|(at, _)| *at < CLOSING_REACH) {
        if mark.of(text).starts_with(c) && matches!(before, ',' | '.' | '?' | '!') {
            return true;
        }
        let opens =
            matches!(c, '\'' | '‘') && before == ' ' && !behind.tail(at + c.len_utf8()).starts_with(' ');
        if opens {
            return false;
        }
        before = c;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    /// The quoted contents, each without its marks; `…` for what stays open.
    fn quoted(text: &str) -> Vec<String> {
        let content = |pair: Pair| match pair.close {
            Some(close) => Span::new(pair.open.end as usize, close.start as usize).of(text).to_owned(),
            None => format!("{}…", &text[pair.open.end as usize..]),
        };
        pairs(text, Span::new(0, text.len()), Language::English.lexicon())
            .0
            .into_iter()
            .map(content)
            .collect()
    }

    #[test]
    fn marks_of_many_kinds_pair() {
        assert_eq!(quoted("\"a b\" and “c d” (e)"), ["a b", "c d", "e"]);
        assert_eq!(quoted("„Keine Lust“, «пять» »so« „tak”"), ["Keine Lust", "пять", "so", "tak"]);
        assert_eq!(quoted("‹Oui, bien sûr› (non)"), ["Oui, bien sûr", "non"]);
        assert_eq!(quoted("「引き下げ」と《摔跤吧！爸爸》（注）"), ["引き下げ", "摔跤吧！爸爸", "注"]);
        assert_eq!(quoted("it [the boat] sank"), ["the boat"]);
        assert_eq!(quoted("“He said ‘go’ twice,” she said"), ["He said ‘go’ twice,", "go"]);
    }

    #[test]
    fn apostrophes_do_not_open_or_close() {
        assert_eq!(quoted("'It isn't the '90s,' he said"), ["It isn't the '90s,"]);
        assert_eq!(quoted("the boys’ dog doesn’t bark"), [""; 0]);
        assert_eq!(quoted("''Yes,'' he said"), [""; 0]);
        assert_eq!(quoted("a ‘90s band’ of four"), ["90s band"]);
    }

    #[test]
    fn a_stray_mark_is_of_no_pair() {
        let text = "It was late,” he said (and left).";
        let (pairs, marks) = pairs(text, Span::new(0, text.len()), Language::English.lexicon());
        let of: Vec<(&str, usize)> = marks.iter().map(|(mark, pair)| (mark.of(text), *pair)).collect();
        assert_eq!(of, [("”", usize::MAX), ("(", 0), (")", 0)]);
        assert!(pairs[0].brackets);
        let marks = |text: &str| super::pairs(text, Span::new(0, text.len()), Language::English.lexicon()).1;
        assert_eq!(marks("Bartleby,\" said I.")[0].1, usize::MAX);
        assert!(marks("A pipe of 6\" is thick.").is_empty());
    }

    #[test]
    fn a_plural_owns_where_a_later_mark_closes() {
        assert_eq!(quoted("'I saw the boys' boat,' he said"), ["I saw the boys' boat,"]);
        assert_eq!(quoted("'He met the boys' at noon, and left"), ["He met the boys"]);
        assert_eq!(
            quoted("'He spoke of the crews' and left. 'They are old,' she said"),
            ["He spoke of the crews", "They are old,"]
        );
        assert_eq!(quoted("'I saw the boys' Boat', he said, 'yes.'"), ["I saw the boys", "yes."]);
        assert_eq!(quoted("'I saw the boys' boat ' here,' he said"), ["I saw the boys' boat "]);
        let far = |words: usize| ["'The boys' boat ", &"of wood ".repeat(words), "sank,' he said"].concat();
        assert!(quoted(&far(20))[0].ends_with("sank,"));
        assert_eq!(quoted(&far(40)), ["The boys"]);
    }

    #[test]
    fn a_mark_before_a_word_opens_though_one_is_open() {
        assert_eq!(
            quoted("\"It was never closed. \"Two are,\" he said"),
            ["It was never closed. \"Two are,\" he said…", "Two are,"]
        );
        assert_eq!(quoted("says \"\"Like\"\" and"), ["Like"]);
        assert_eq!(quoted("‚alt‘ and 『古い』"), ["alt", "古い"]);
    }

    #[test]
    fn an_open_mark_stays_open_to_the_end() {
        assert_eq!(quoted("“one (two) “three” four"), ["one (two) “three” four…", "two", "three"]);
    }
}
