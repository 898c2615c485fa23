//! Who a quotation is ascribed to where the script has no capitals that tell a name:
//! by the words beside it alone.
//!
//! Languages that mark the subject have it before the mark ("市長**は**「…」と述べた",
//! "시장**은** “…”라고 말했다", "अध्यक्ष **ने** कहा"); others by its place: before the
//! verb up to the first word that no name has ("市长|在投票后表示"), or behind it ("قالت
//! تيريزا أوبويا|بعد التصويت"). What they are is in `speech.txt` of each language.

use super::mention::{Mention, SourceKind};
use super::source::{Pattern, Source};
use crate::Span;
use crate::document::Document;
use crate::find::{DIGITS, Marked, before, has};
use crate::language::{Classes, Lexicon, NameClass, Script, SourceClass, SpeechClass, lower};
use crate::people::People;
use crate::segment::token::is_alphanumeric;
use std::ops::RangeInclusive;

/// The bytes beside a quotation that are looked at.
const REACH_BYTES: usize = 320;

/// The characters of a word that is looked up, where a script writes no spaces.
const LONGEST_WORD: usize = 6;

/// The words that a subject has at most, or its characters.
const LONGEST_SUBJECT: usize = 8;
const LONGEST_SUBJECT_CHARACTERS: usize = 30;

/// The words before a subject's mark that belong to it at most: "테레사 오부야 시장은".
const LONGEST_MARKED: usize = 6;

/// The words, or characters, of a pronoun at most: 他们.
const PRONOUN_REACH: usize = 2;

/// The words between a verb and the quotation that it announces at most: "कहा कि",
/// กล่าว|ต่อว่า.
const LONGEST_LINK: usize = 2;

/// The last characters of a Chinese word for somebody: 司令员, 研究者, 一位家长.
const SOMEBODY: &str = "长長员員者家师師士人官记記事民们們友娘姐爷奶妈爸生志理";

/// The first characters of what is no subject: 有人, 只见, 其中.
const NOBODY: &str = "的其会會有只我";

/// The characters of a word that tells how, with its ending: 激动地, 自言自语地.
const HOW: RangeInclusive<usize> = 3..=5;

/// How far back a text is looked through for a Chinese name, in bytes, and the characters of one at most.
const NAMED_BYTES: usize = 3000;
const LONGEST_NAME: usize = 8;

/// "According to", behind whom it is.
const ACCORDING: &str = " के अनुसार| के मुताबिक| کے مطابق|에 따르면|によると|によれば";

/// The source that stands in the sentence of a quotation.
pub(super) fn beside(document: &Document, before: Span, behind: Span) -> Option<Source> {
    let front = Clause::of(document, ending(document, before));
    let back = Clause::of(document, opening(document, behind));
    // "ทอมกล่าวว่า “…” ชาวบ้านบอกว่า “…”": without stops, what follows may be the next one's.
    let told = before.of(document.text()).trim_end().ends_with("ว่า");
    let told = told.then(|| front.before()).flatten();
    // "詳細は「夜の渡し船」を参照"
    let object = behind.of(document.text()).starts_with('を');
    told.or_else(|| back.behind(&front))
        .or_else(|| front.according())
        .or_else(|| front.before())
        .or_else(|| front.introduced())
        .or_else(|| front.topic().filter(|_| !object))
}

/// The mentions before one that are looked through for a fuller one.
const MOST_MENTIONS: usize = 64;

/// What a mention tells that no capital does, by the fullest of those before that it is of.
pub(super) fn mention(document: &Document, people: &People, source: &Source) -> Mention {
    let own = told(document, source);
    let text = document.text();
    let Some(speaker) = own.speaker.filter(|_| own.kind == SourceKind::Person) else { return own };
    let before = people.mentions_before(source.mention).iter().rev().take(MOST_MENTIONS);
    let fuller = before
        .map(|mention| Source { mention: *mention, ..*source })
        .find(|fuller| is_short_of(speaker.of(text), fuller.mention.of(text), document.lexicon().script()));
    fuller.map_or(own, |fuller| told(document, &fuller))
}

/// The characters of a Japanese given name at most.
const LONGEST_GIVEN: usize = 3;

/// Whether a name is what is left of another: المنصوري of أحمد المنصوري, 김 시장 of 김철수 시장,
/// 鈴木 of 鈴木花子, 田中市長 of 田中一郎市長.
fn is_short_of(short: &str, full: &str, script: Script) -> bool {
    let full = full.up_to("،(（");
    if short.len() >= full.len() {
        return false;
    }
    // "巴拉克·奥巴马"
    if full.strip_suffix(short).is_some_and(|given| given.ends_in_mark(" ·・")) {
        return true;
    }
    if !script.is_unspaced() && script != Script::Hangul {
        return false;
    }
    // "해양수산부 이영희 과장"
    let mut spaces = full.char_indices().rev().filter(|(_, c)| *c == ' ');
    let name = spaces.nth(1).map_or(full, |(at, _)| full.tail(at + 1));
    let same = short.chars().zip(name.chars()).take_while(|(one, other)| one == other).count();
    let rest = short.tail(short.first_chars(same).len());
    let titled = !rest.is_empty() && same > 0;
    // 鈴木 of 鈴木花子, and not 奧巴馬 of 奧巴馬的特別助理
    let given = script == Script::Kana && same > 1 && !name.has_more(same + LONGEST_GIVEN);
    (titled || given) && name.ends_with(rest)
}

/// What a mention tells by itself.
fn told(document: &Document, source: &Source) -> Mention {
    let clause = Clause::of(document, source.mention);
    let last = clause.units.len();
    if is_pronoun(clause.classes(0, last)) {
        return Mention { kind: SourceKind::Person, ..Mention::default() };
    }
    // "外交部发言人毛宁": the name stands behind the last title, if any does.
    let title = (0..last)
        .rev()
        .find_map(|at| clause.title_at(at))
        .or_else(|| clause.name_start(0, last).filter(|_| clause.lexicon.script() == Script::Han));
    let ends = |test| clause.ends(0, last, test);
    let kind = match () {
        // 居民 is who somebody is, 居民们 are many.
        () if ends(|word| word.source_class() == Some(SourceClass::Crowd)) => SourceKind::Group,
        () if title.is_some() => SourceKind::Person,
        () if ends(|word| word.source_class() == Some(SourceClass::Document)) => SourceKind::Document,
        () if ends(|word| word.name_class() == Some(NameClass::Group)) => SourceKind::Organization,
        () => SourceKind::Person,
    };
    let span = |from: usize, to: usize| clause.span(from, to);
    // "ترزا اوبویا، شهردار شهر،": who that is stands behind the name.
    if let Some(comma) = (1..last).find(|at| clause.breaks(*at, true)) {
        return Mention::told(source, kind, span(0, comma), span(comma, last));
    }
    let name = title.filter(|title| *title < last);
    // "刚刚开完会的|河北省委副书记|许永跃"
    let role = |name: usize| {
        let behind = (0..name).rev().find(|at| clause.unit(*at) == "的");
        span(behind.map_or(0, |at| at + 1), name)
    };
    Mention::told(source, kind, span(name.unwrap_or(0), last), name.and_then(role))
}

/// Whether a word stands for somebody, and names nobody.
fn is_pronoun(word: Classes) -> bool {
    word.is_person() || word.is_speech(SpeechClass::Pronoun)
}

/// Words, or the characters of a script that writes no spaces, and what stands between.
struct Clause<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    span: Span,
    units: Vec<Span>,
}

impl<'a> Clause<'a> {
    fn of(document: &'a Document, span: Span) -> Self {
        let text = document.text();
        let lexicon = document.lexicon();
        let units: Vec<Span> = match lexicon.script().is_unspaced() {
            true => characters(span, text).collect(),
            false => document.first_words(span, REACH_BYTES),
        };
        let units = without_brackets(text, units);
        Clause { text, lexicon, span, units }
    }

    fn is_unspaced(&self) -> bool {
        self.lexicon.script().is_unspaced()
    }

    /// From unit `from` up to unit `to`.
    fn span(&self, from: usize, to: usize) -> Option<Span> {
        let (first, last) = (self.units.get(from)?, self.units.get(to.checked_sub(1)?)?);
        (from < to).then(|| Span::new(first.start as usize, last.end as usize))
    }

    /// What stands before a unit: behind the one before it, or from the clause's start.
    fn gap(&self, at: usize) -> &'a str {
        let start = at.checked_sub(1).and_then(|before| self.units.get(before));
        let start = start.map_or(self.span.start, |unit| unit.end);
        let end = self.units.get(at).map_or(self.span.end, |unit| unit.start);
        Span::new(start as usize, end as usize).of(self.text)
    }

    /// What the lists tell of the word of `count` units.
    fn classes(&self, at: usize, count: usize) -> Classes {
        let word = self.span(at, at + count).map_or("", |span| span.of(self.text));
        self.lexicon.classes(&lower(word))
    }

    /// The units of the longest word that begins at a unit and passes a test.
    fn word_at(&self, at: usize, test: fn(Classes) -> bool) -> Option<usize> {
        let longest = if self.is_unspaced() { LONGEST_WORD } else { 1 };
        (1..=longest.min(self.units.len().checked_sub(at)?))
            .rev()
            .find(|count| test(self.classes(at, *count)))
    }

    /// The units of the cue verb at a unit. 称为 is no 称, nor is 自称, and 40问 are questions.
    fn verb_at(&self, at: usize) -> Option<usize> {
        let verb = self.word_at(at, Classes::is_cue_verb)?;
        let longer = self.word_at(at, |word| word.is_speech(SpeechClass::Boundary));
        let other = at.checked_sub(1).filter(|_| self.is_unspaced()).is_some_and(|before| {
            self.is_digit(before) || self.classes(before, verb + 1).is_speech(SpeechClass::Boundary)
        });
        (longer <= Some(verb) && !other).then_some(verb)
    }

    fn is_digit(&self, at: usize) -> bool {
        self.unit(at).opens_with_mark(DIGITS)
    }

    /// One past the Chinese date that begins at a unit: "6月2日|拉布在议会中表示".
    fn behind_date(&self, at: usize) -> usize {
        let digits = (at..self.units.len()).take_while(|at| self.is_digit(*at)).count();
        match digits > 0 && self.unit(at + digits).opens_with_mark("年月日") {
            true => self.behind_date(at + digits + 1),
            false => at,
        }
    }

    /// Whether no name goes on with the word at a unit.
    fn is_boundary(&self, at: usize) -> bool {
        let listed = |word: Classes| word.is_speech(SpeechClass::Boundary);
        let ending = self.lexicon.script() == Script::Hangul && self.last_character(at).is_some_and(listed);
        ending || self.word_at(at, listed).is_some()
    }

    /// What the lists tell of a word's last character: Korean writes particles there.
    fn last_character(&self, at: usize) -> Option<Classes> {
        let word = self.unit(at);
        let (last, _) = word.char_indices().nth_back(0).filter(|(last, _)| *last > 0)?;
        Some(self.lexicon.classes(word.tail(last)))
    }

    /// Whether a sentence, or with `commas` a clause, ends before a unit.
    fn breaks(&self, at: usize, commas: bool) -> bool {
        let gap = self.gap(at);
        gap.has_mark("。！？；;!?\n।؟؛.「」“”\"«»") || commas && gap.has_mark("，、,،:：")
    }

    fn source(&self, mention: Span, verb: (usize, usize)) -> Option<Source> {
        Some(Source { mention, cue: self.span(verb.0, verb.0 + verb.1), pattern: Pattern::Cue })
    }

    /// Behind a quotation: "”市长在投票后说", "」と市長は述べた", "»، قالت تيريزا أوبويا".
    fn behind(&self, front: &Clause) -> Option<Source> {
        let ends = (1..self.units.len()).find(|at| self.breaks(*at, false)).unwrap_or(self.units.len());
        let verb = (0..ends).find_map(|at| Some((at, self.verb_at(at)?)))?;
        // "「地の果て」とは言えない" tells nobody's words.
        let behind = self.span.of(self.text);
        if self.lexicon.script() == Script::Kana && (!behind.starts_with('と') || behind.starts_with("とは"))
        {
            return None;
        }
        let subject = self
            .subject_before(0, verb.0)
            .or_else(|| self.subject_behind(verb.0 + verb.1))
            .or_else(|| front.marked(0, front.units.len()))?;
        self.source(subject, verb)
    }

    /// Whom an "according to" stands behind: "सुनीता राव के अनुसार “", "이영희 과장에 따르면 “",
    /// "田中市長によると「".
    fn according(&self) -> Option<Source> {
        let slice = self.span.of(self.text).before_marks(" ,،、，\n");
        let end = self.span.start as usize + slice.len();
        let name = self.span.start as usize + before(slice, ACCORDING)?.len();
        let to = self.units.partition_point(|unit| (unit.start as usize) < name);
        let from = (1..to).rev().find(|at| self.breaks(*at, true)).unwrap_or(0);
        let start = match self.is_unspaced() {
            true => self.run_before(to, from)?.start,
            false => self.units.get(self.start_of_words(to.checked_sub(1)?, from))?.start,
        };
        let mention = Span::new(start as usize, name).trimmed(self.text);
        let cue = Span::new(name, end).trimmed(self.text);
        Some(Source { mention, cue: Some(cue), pattern: Pattern::Cue })
    }

    /// A topic right before a quotation: "監督は「…」、「…」と述べた".
    fn topic(&self) -> Option<Source> {
        let last = self.units.len().checked_sub(1)?;
        let japanese = self.lexicon.script() == Script::Kana;
        let mention = self.before_mark(last, 0, SpeechClass::Topic).filter(|_| japanese)?;
        Some(Source { mention, cue: None, pattern: Pattern::Subject })
    }

    /// Before a quotation: "市长在投票后表示：“", "وقالت رئيسة البلدية: «", "ने कहा, “".
    fn before(&self) -> Option<Source> {
        let last = self.units.len();
        let from = (1..last).rev().find(|at| self.breaks(*at, false)).unwrap_or(0);
        let verb = (from..last).rev().find_map(|at| {
            // Of a word's characters 说 is the end of 补充说.
            let start = (at.saturating_sub(LONGEST_WORD).max(from)..=at)
                .find(|start| self.verb_at(*start).is_some_and(|count| start + count > at))?;
            Some((start, self.verb_at(start)?))
        })?;
        let behind = verb.0 + verb.1;
        let subject = match last - behind <= LONGEST_LINK * self.lexicon.script().pairs_per_word() as usize {
            true => self.subject_before(from, verb.0).or_else(|| self.subject_behind(behind)),
            false => self.subject_behind(behind),
        };
        self.source(subject?, verb)
    }

    /// The subject before a verb.
    fn subject_before(&self, from: usize, verb: usize) -> Option<Span> {
        // उन्होंने कहा
        let pronoun =
            (from..verb).rev().take(PRONOUN_REACH).find(|at| is_pronoun(self.classes(*at, verb - at)));
        if pronoun.is_some() {
            return self.span(pronoun?, verb);
        }
        if self.lexicon.has_subject_marks() {
            return self.marked(from, verb);
        }
        // "ترزا اوبویا، شهردار شهر، گفت"
        if self.breaks(verb, true) {
            return self.placed(from, verb);
        }
        // "市长表示，他们会等待", "据报道，市长在投票后表示"
        let comma = (from + 1..verb).rev().find(|at| self.breaks(*at, true)).unwrap_or(from);
        self.placed(comma, verb).or_else(|| self.placed(from, comma))
    }

    /// The words from `from` on that a name can have.
    fn placed(&self, from: usize, to: usize) -> Option<Span> {
        let most = if self.is_unspaced() { LONGEST_SUBJECT_CHARACTERS } else { LONGEST_SUBJECT };
        let from = self.behind_date(from).min(to);
        // "他首先面对镜头鞠躬，然后|表示"
        let pronoun = self.word_at(from, |word| word.is_speech(SpeechClass::Pronoun));
        if let Some(end) = pronoun.map(|count| from + count).filter(|_| self.is_unspaced())
            && self.unit(end) != "的"
        {
            return self.span(from, end);
        }
        // "他|告訴安德魯說"
        let ends = |at: &usize| {
            // "伊拉克总统萨达姆|29日表示", "曹文芳放下水壶，|说"
            let parted = || self.breaks(*at, true) || self.behind_date(*at) > *at;
            self.is_unspaced() && *at > from && parted()
                || self.is_boundary(*at)
                || self.verb_at(*at).is_some()
        };
        let end = (from..to).find(ends).unwrap_or(to);
        let name = end > from + usize::from(self.is_unspaced());
        let can = end - from <= most && (name || is_pronoun(self.classes(from, end - from)));
        let end = if self.lexicon.script() == Script::Han { self.named(from, end)? } else { end };
        self.span(from, end).filter(|_| can)
    }

    /// Whom a Chinese subject names: all of it where it ends as a name or a word for somebody does, or else as much as
    /// does or was named before: "日本专家|连连称赞", "胡富国|来到一座布满裂缝的楼前".
    fn named(&self, from: usize, end: usize) -> Option<usize> {
        if self.unit(from).ends_in_mark(NOBODY) {
            return None;
        }
        let names = |to: usize| self.name_start(from, to).is_some() || self.is_somebody(from, to);
        // "陈阿贵|激动地|说", "林海清|自言自语地|说"
        let how = || HOW.filter_map(|count| end.checked_sub(count)).find(|to| *to > from && names(*to));
        let end = if self.last_unit(end) == "地" { how().unwrap_or(end) } else { end };
        // 镇长|特雷莎·奥布亚
        let foreign = || (from..end).any(|at| self.unit(at).ends_in_mark("·・•"));
        let known = || {
            let inside = |at: usize| self.title_at(at).filter(|to| *to <= end);
            let title = (from..end).rev().find_map(inside);
            let known = self.known(title.unwrap_or(from), end);
            let sure = |to: &usize| title.is_some() || *to > from + 2 || *to == end || names(*to);
            known.filter(sure).or(title)
        };
        if names(end) || foreign() { Some(end) } else { known() }
    }

    /// One past the longest beginning of some Chinese units that the text has before.
    fn known(&self, from: usize, end: usize) -> Option<usize> {
        let start = self.span(from, end)?.start as usize;
        let near = self.text.floor_char_boundary(start.saturating_sub(NAMED_BYTES));
        let near = Span::new(near, start).of(self.text);
        let before = |to: &usize| self.span(from, *to).is_some_and(|span| has(near, span.of(self.text)));
        let to = (from + 2..=end.min(from + LONGEST_NAME)).take_while(before).last()?;
        // "邓小平同志|一方面", "群众|的"
        let last = to - usize::from(self.classes(to - 1, 1).is_stop_word());
        (last > from + 1).then_some(last)
    }

    /// One past the title of a person that begins at a unit.
    fn title_at(&self, at: usize) -> Option<usize> {
        Some(at + self.word_at(at, |word| word.name_class() == Some(NameClass::Person))?)
    }

    /// Where the Chinese name begins that ends before a unit: with a surname, behind nothing or what somebody is called.
    fn name_start(&self, from: usize, to: usize) -> Option<usize> {
        let starts = |at: &usize| {
            let surname = self.classes(*at, 1).name_class() == Some(NameClass::Surname);
            surname && (*at == from || self.is_somebody(from, *at) || self.last_unit(*at) == "的")
        };
        if self.last_unit(to).ends_in_mark("地着了的得") {
            return None;
        }
        [3, 2].into_iter().filter_map(|count| to.checked_sub(count)).filter(|at| *at >= from).find(starts)
    }

    /// Whether Chinese units end as a word for somebody does, or for those that many are together.
    fn is_somebody(&self, from: usize, to: usize) -> bool {
        let listed = |word: Classes| {
            word.name_class().is_some_and(|class| class != NameClass::Surname)
                || word.source_class().is_some()
        };
        to > from + 1 && (self.last_unit(to).ends_in_mark(SOMEBODY) || self.ends(from, to, listed))
    }

    /// Whether units end in a word of a class.
    fn ends(&self, from: usize, to: usize, test: fn(Classes) -> bool) -> bool {
        (from.max(to.saturating_sub(LONGEST_WORD))..to).any(|at| test(self.classes(at, to - at)))
    }

    /// The unit that ends before a place.
    fn last_unit(&self, to: usize) -> &'a str {
        to.checked_sub(1).map_or("", |at| self.unit(at))
    }

    fn unit(&self, at: usize) -> &'a str {
        self.units.get(at).map_or("", |unit| unit.of(self.text))
    }

    /// The subject behind a verb: where the verb comes first.
    fn subject_behind(&self, from: usize) -> Option<Span> {
        if self.is_unspaced() || self.lexicon.has_subject_marks() || self.gap(from) != " " {
            return None;
        }
        let ends = |at: &usize| *at > from && self.breaks(*at, true) || self.is_boundary(*at);
        let end = (from..self.units.len()).find(ends).unwrap_or(self.units.len());
        (end - from <= LONGEST_SUBJECT).then(|| self.span(from, end))?
    }

    /// The subject before its mark: the first topic, "市長は", "시장은", or the last
    /// subject, "अध्यक्ष ने". 投票が終わった後、|市長|は
    fn marked(&self, from: usize, to: usize) -> Option<Span> {
        let topic = (from..to).find_map(|at| self.before_mark(at, from, SpeechClass::Topic));
        topic.or_else(|| (from..to).rev().find_map(|at| self.before_mark(at, from, SpeechClass::Subject)))
    }

    /// What a unit marks as a class tells, if it does.
    fn before_mark(&self, at: usize, from: usize, mark: SpeechClass) -> Option<Span> {
        match self.lexicon.script() {
            Script::Hangul => {
                let marks = self.last_character(at)?.is_speech(mark);
                let subject = self.span(self.start_of_words(at, from), at + 1).filter(|_| marks)?;
                let (particle, _) = subject.of(self.text).char_indices().next_back()?;
                let name = Span::new(subject.start as usize, subject.start as usize + particle);
                // "연휴에는" tells when.
                (!name.of(self.text).ends_in_mark("에서로")).then_some(name)
            }
            _ if !self.classes(at, 1).is_speech(mark) => None,
            Script::Kana => self.run_before(at, from),
            _ => self.span(self.start_of_words(at.checked_sub(1)?, from), at),
        }
    }

    /// Where the phrase begins that ends with a word.
    fn start_of_words(&self, last: usize, from: usize) -> usize {
        let least = last.saturating_sub(LONGEST_MARKED - 1).max(from);
        let inside =
            |at: &usize| self.gap(at + 1) == " " && !self.is_boundary(*at) && self.verb_at(*at).is_none();
        (least..last).rev().take_while(inside).last().unwrap_or(last)
    }

    /// The run of kanji, katakana and letters before a particle: hiragana parts it from
    /// what is said of it. "船長の|田中|さんは".
    fn run_before(&self, mark: usize, from: usize) -> Option<Span> {
        let word = |at: usize, to: usize| self.span(at, to).map_or("", |span| span.of(self.text));
        let end = mark.checked_sub(2).filter(|at| word(*at, mark) == "さん").unwrap_or(mark);
        let hiragana = |at: usize| word(at, at + 1).first_char().is_some_and(|c| ('ぁ'..='ん').contains(&c));
        let inside = |at: &usize| !hiragana(*at) && (at + 1 == end || self.gap(at + 1).trim().is_empty());
        let start = (from..end).rev().take_while(inside).last()?;
        self.span(start, end).filter(|_| start + 1 < end)
    }

    /// A name and a colon: "市长：“…”"
    fn introduced(&self) -> Option<Source> {
        let last = self.units.len();
        let colon = self.gap(last).trim_start().opens_with_mark(":：");
        let most = if self.is_unspaced() { LONGEST_WORD } else { LONGEST_MARKED };
        let mention = self.span(0, last).filter(|_| colon && (2..=most).contains(&last))?;
        let plain = (0..last).all(|at| {
            let function_word = !self.is_unspaced() && self.classes(at, 1).is_stop_word();
            let parted = at > 0 && self.breaks(at, true);
            !(function_word || parted || self.is_boundary(at) || self.verb_at(at).is_some())
        });
        plain.then_some(Source { mention, cue: None, pattern: Pattern::Label })
    }
}

/// Units without those in brackets: 傑夫·諾特（Jeff Knott）.
fn without_brackets(text: &str, units: Vec<Span>) -> Vec<Span> {
    let mut last = units.first().map_or(0, |unit| unit.start as usize);
    let mut inside = false;
    let outside = |unit: &Span| {
        let gap = Span::new(last, unit.start as usize).of(text);
        let behind = gap.behind_last("(（)）");
        if behind.len() < gap.len() {
            inside = gap.head(gap.len() - behind.len()).ends_in_mark("(（");
        }
        last = unit.end as usize;
        !inside
    };
    units.into_iter().filter(outside).collect()
}

/// The letters and digits of a span, and the dot inside a name: 特雷莎·奥布亚. A vowel
/// that Thai writes above is of its letter.
fn characters(span: Span, text: &str) -> impl Iterator<Item = Span> {
    let start = span.start as usize;
    let inside = |c: char| is_alphanumeric(c) || matches!(c, '·' | '・' | '•' | '\u{E31}'..='\u{E4E}');
    let letters = span.of(text).char_indices().filter(move |(_, c)| inside(*c));
    letters.map(move |(at, c)| Span::new(start + at, start + at + c.len_utf8()))
}

/// The end of a span, near what follows.
fn ending(document: &Document, span: Span) -> Span {
    let text = document.text();
    let from = (span.end as usize).saturating_sub(REACH_BYTES).max(span.start as usize);
    Span::new(text.ceil_char_boundary(from).min(span.end as usize), span.end as usize)
}

/// The beginning of a span, near what stands before.
fn opening(document: &Document, span: Span) -> Span {
    let text = document.text();
    let to = (span.start as usize + REACH_BYTES).min(span.end as usize);
    Span::new(span.start as usize, text.floor_char_boundary(to).max(span.start as usize))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_short_of_the_one_that_it_is_left_of() {
        for (short, full, script) in [
            ("المنصوري", "رئيس البلدية أحمد المنصوري، وهو", Script::Arabic),
            ("김 시장", "김철수 시장", Script::Hangul),
            ("이 과장", "해양수산부 이영희 과장", Script::Hangul),
            ("鈴木", "鈴木花子", Script::Kana),
            ("田中市長", "田中一郎市長", Script::Kana),
            ("陈市长", "陈志明市长", Script::Han),
            ("奥巴马", "巴拉克·奥巴马", Script::Han),
        ] {
            assert!(is_short_of(short, full, script), "{short}");
            assert!(!is_short_of(full, short, script), "{short}");
            assert!(!is_short_of(short, short, script), "{short}");
        }
        for (other, full, script) in [
            ("أحمد", "أحمد المنصوري", Script::Arabic),
            ("صوري", "أحمد المنصوري", Script::Arabic),
            ("박 시장", "김철수 시장", Script::Hangul),
            ("鈴木", "鈴木商店の花子", Script::Kana),
            ("鈴木", "鈴木花子春夏", Script::Kana),
            ("林", "林花子", Script::Kana),
            ("王小", "王小梅", Script::Han),
            ("市長", "田中一郎市長", Script::Kana),
            ("奧巴馬", "奧巴馬的特別助理", Script::Han),
        ] {
            assert!(!is_short_of(other, full, script), "{other}");
        }
    }
}
