//! Words of scripts that write no spaces: overlapping pairs of characters within
//! a run of one script, as Lucene's CJK analyzer takes them. No dictionary is
//! needed, and the same text gives the same words on every host.

use crate::Span;
use crate::find::Marked;
use crate::language::Script;
use crate::term::{FormTerms, TermId, Vocabulary};
use crate::word::Words;

/// Kanji, kana and their like: what a run is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Of(Script),
    Hiragana,
}

/// The class of a word that has no space behind it; katakana are words as they
/// are.
fn class_of(text: &str, word: Span) -> Option<Class> {
    let first = text.as_bytes().get(word.start as usize)?;
    if *first < 0xE0 {
        return None;
    }
    let c = word.of(text).first_char()?;
    match Script::of(c)? {
        Script::Kana => is_hiragana(c).then_some(Class::Hiragana),
        script => script.is_unspaced().then_some(Class::Of(script)),
    }
}

/// Hiragana write endings and function words.
pub(crate) fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309F}')
}

/// Words by UAX #29, in which characters of such scripts stand singly, with
/// pairs in their place where the text's language is written so; one that stands
/// alone stays.
pub(crate) struct Pairs<'text, I> {
    text: &'text str,
    paired: bool,
    words: I,
    /// The last character of a run, and whether a pair had it.
    last: Option<(Span, Class, bool)>,
    pending: Option<Span>,
}

impl<'text, I: Iterator<Item = Span>> Pairs<'text, I> {
    pub(crate) fn of(text: &'text str, language: Script, words: I) -> Self {
        Pairs { text, paired: language.is_unspaced(), words, last: None, pending: None }
    }

    /// Takes the run's last character, if it is in no pair.
    fn alone(&mut self) -> Option<Span> {
        self.last.take().filter(|(_, _, paired)| !paired).map(|(span, ..)| span)
    }
}

impl<I: Iterator<Item = Span>> Iterator for Pairs<'_, I> {
    type Item = Span;

    #[inline]
    fn next(&mut self) -> Option<Span> {
        if !self.paired {
            return self.words.next();
        }
        self.next_paired()
    }
}

impl<I: Iterator<Item = Span>> Pairs<'_, I> {
    fn next_paired(&mut self) -> Option<Span> {
        if let Some(pending) = self.pending.take() {
            return Some(pending);
        }
        loop {
            let Some(word) = self.words.next() else { return self.alone() };
            let Some(class) = class_of(self.text, word) else {
                let Some(alone) = self.alone() else { return Some(word) };
                self.pending = Some(word);
                return Some(alone);
            };
            if let Some((last, same, _)) = self.last.filter(|(last, ..)| last.end == word.start)
                && same == class
            {
                self.last = Some((word, class, true));
                return Some(Span::new(last.start as usize, word.end as usize));
            }
            let alone = self.alone();
            self.last = Some((word, class, false));
            if alone.is_some() {
                return alone;
            }
        }
    }
}

/// The share of a pair's places at which the same pair goes on, from which the
/// two are one longer word (accessor variety, Feng et al. 2004).
const MAJORITY: f64 = 0.6;

/// The most characters that a word grows by on each side.
const LONGEST: usize = 8;

/// What stands beside a term at most of its places: by the majority vote of
/// Boyer and Moore (1981), and how often it does.
#[derive(Clone, Copy, Default)]
struct Beside {
    term: Option<TermId>,
    votes: u32,
    count: u32,
}

impl Beside {
    fn vote(&mut self, term: TermId) {
        match self.term {
            Some(leading) if leading == term => self.votes += 1,
            _ if self.votes > 0 => self.votes -= 1,
            _ => (self.term, self.votes) = (Some(term), 1),
        }
    }

    fn count(&mut self, term: TermId) {
        self.count += u32::from(self.term == Some(term));
    }
}

/// Lets a pair that repeats stand for the longer run that it repeats in: "渡し"
/// for "渡し船". Terms stay as they are, their surfaces grow.
pub(crate) fn lengthen(text: &str, words: &Words, forms: &FormTerms, vocabulary: &mut Vocabulary) {
    let mut counts = vec![0u32; vocabulary.len()];
    let mut before = vec![Beside::default(); vocabulary.len()];
    let mut behind = before.clone();
    let mut each = |act: fn(&mut Beside, TermId)| {
        for pair in words.all().windows(2) {
            let [one, two] = pair else { continue };
            if two.start >= words.span(*one).end {
                continue;
            }
            let (Some(first), Some(second)) = (forms.term(*one), forms.term(*two)) else { continue };
            if let Some(beside) = behind.get_mut(first.0 as usize) {
                act(beside, second);
            }
            if let Some(beside) = before.get_mut(second.0 as usize) {
                act(beside, first);
            }
        }
    };
    each(Beside::vote);
    each(Beside::count);
    for word in words.all() {
        if let Some(count) = forms.term(*word).and_then(|term| counts.get_mut(term.0 as usize)) {
            *count += 1;
        }
    }
    let follow = |beside: &[Beside], term: TermId| {
        let Beside { term: next, count, .. } = beside.get(term.0 as usize).copied()?;
        let all = counts.get(term.0 as usize).copied().filter(|all| *all > 1)?;
        next.filter(|_| f64::from(count) >= MAJORITY * f64::from(all))
    };
    let old: Vec<Span> = (0..vocabulary.len()).map(|term| vocabulary.surface(TermId(term as u32))).collect();
    let surface = |term: TermId| old.get(term.0 as usize).copied().unwrap_or_default().of(text);
    let run = |beside: &[Beside], term: TermId| {
        let mut at = term;
        let mut run = Vec::new();
        while let Some(next) = follow(beside, at).filter(|_| run.len() < LONGEST) {
            run.push(next);
            at = next;
        }
        run
    };
    for (index, span) in old.iter().enumerate() {
        if class_of(text, *span).is_none() {
            continue;
        }
        let term = TermId(index as u32);
        let mut grown = *span;
        for next in run(&behind, term) {
            let rest = text.tail(grown.end as usize);
            let Some(last) = surface(next).last_char().filter(|last| rest.starts_with(*last)) else {
                break;
            };
            grown.end += last.len_utf8() as u32;
        }
        for next in run(&before, term) {
            let rest = text.head(grown.start as usize);
            let Some(first) = surface(next).first_char().filter(|first| rest.ends_with(*first)) else {
                break;
            };
            grown.start -= first.len_utf8() as u32;
        }
        vocabulary.grow(term, grown);
    }
}

#[cfg(all(test, feature = "asian", feature = "european", feature = "middle-eastern"))]
mod tests {
    use super::*;
    use crate::{Document, Language};

    fn words(text: &str, language: Language) -> Vec<String> {
        let document = Document::parse(text.into(), Some(language)).unwrap();
        let whole = Span::new(0, text.len());
        document.words(whole).map(|word| word.of(text).to_owned()).collect()
    }

    #[test]
    fn characters_without_spaces_are_read_in_pairs_of_one_script() {
        assert_eq!(words("渡输晚点 A1", Language::Chinese), ["渡输", "输晚", "晚点", "A1"]);
        assert_eq!(
            words("町議会は船とカヌーを認めた", Language::Japanese),
            ["町議", "議会", "は", "船", "と", "カヌー", "を", "認", "めた"]
        );
        assert_eq!(words("the ferry, 渡", Language::English), ["the", "ferry", "渡"]);
    }

    #[test]
    fn a_pair_that_repeats_stands_for_the_run_it_repeats_in() {
        let text = "委員会は木曜日に会合を開いた。この委員会の議長は町長である。委員会は予算を認めた。";
        let analysis = crate::Analysis::new(text, &crate::AnalyzeOptions::default()).unwrap();
        let summary = analysis.summarize(&crate::SummaryOptions::default()).unwrap();
        let keywords: Vec<&str> = summary.keywords.iter().map(|keyword| keyword.span.of(text)).collect();
        assert_eq!(keywords.first(), Some(&"委員会"), "{keywords:?}");
    }
}
