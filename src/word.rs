//! Words: a text's, in one arena, with every surface form numbered.
//!
//! A text has many words and few forms of them; what a form tells (its term,
//! its case, whether it is a given name) is looked up once and kept by number.

use crate::Span;
use crate::bytes::packed;
use crate::document::Document;
use crate::find::{Marked, has};
use crate::hash::{MULTIPLIER, Numbers, fingerprint, with_room};
use crate::language::{Classes, lower_in};
use crate::runs::Runs;
use crate::segment::cue::ARROW;

/// A surface form's number, given in order of first occurrence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FormId(u32);

impl FormId {
    /// The form of an index.
    pub(crate) fn of(index: usize) -> Self {
        FormId(index as u32)
    }

    /// The number as an index.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A word of a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// Where it begins.
    pub(crate) start: u32,
    /// Its form.
    pub(crate) form: FormId,
}

/// The words of all sentences, in document order.
#[derive(Debug, Default)]
pub(crate) struct Words {
    /// By sentence.
    words: Runs<Word>,
    /// Where each form stands first.
    forms: Vec<Span>,
    /// What the word lists tell of each form.
    classes: Vec<Classes>,
    /// Whether each form has its capital from where it stands: within sentences the text has
    /// it in small letters, and seldom so.
    placed: Vec<bool>,
}

/// So many times as often in small letters, a word with a capital is no name.
const MORE: u32 = 4;

/// The bytes of text for each word, at least, that room is made for: pairs of characters
/// of a script without spaces have three. What is left is given back.
const BYTES_PER_WORD: usize = 3;

/// The bytes in which the first cue of subtitles begins, behind notes and styles.
const FIRST_CUE: usize = 2000;

impl Words {
    /// Reads what a document's sentences show.
    pub(crate) fn of(document: &Document) -> Self {
        let text = document.text();
        let mut forms = Forms::new(text);
        let mut words = Runs::with_capacity(text.len() / BYTES_PER_WORD, document.sentences().len());
        let subtitles = has(text.head(FIRST_CUE), ARROW);
        for sentence in document.sentences() {
            let mut opens = true;
            let mut word = |span: Span| {
                let form = forms.number(span);
                if let Some(inside) = forms.inside.get_mut(form.index()) {
                    *inside += u32::from(!std::mem::take(&mut opens));
                }
                Word { start: span.start, form }
            };
            // What stands behind a cue's times is no word: "position:50%".
            let shown = if subtitles { document.shown(sentence.content) } else { Vec::new() };
            let parts = if subtitles { &*shown } else { std::slice::from_ref(&sentence.content) };
            for part in parts {
                words.extend(document.words(*part).map(&mut word));
            }
            words.end();
        }
        words.shrink();
        let lexicon = document.lexicon();
        let mut room = String::new();
        let mut placed = Vec::with_capacity(forms.places.len());
        let classes = |(form, inside): (&Span, &u32)| {
            let word = form.of(text);
            let lower = lower_in(word, &mut room);
            let capital = word.as_bytes().first().is_some_and(u8::is_ascii_uppercase);
            placed.push(capital && forms.inside(lower) > MORE * inside);
            lexicon.classes(lower)
        };
        let classes = forms.places.iter().zip(&forms.inside).map(classes).collect();
        Words { words, forms: forms.places, classes, placed }
    }

    /// The words of a sentence.
    pub(crate) fn sentence(&self, order: usize) -> &[Word] {
        self.words.run(order)
    }

    /// All words.
    pub(crate) fn all(&self) -> &[Word] {
        self.words.items()
    }

    /// The words that begin within a span.
    pub(crate) fn within(&self, span: Span) -> &[Word] {
        let words = self.words.items();
        let before = |place: u32| words.partition_point(|word| word.start < place);
        words.get(before(span.start)..before(span.end)).unwrap_or_default()
    }

    /// Where a word stands.
    pub(crate) fn span(&self, word: Word) -> Span {
        let length = self.forms.get(word.form.index()).map_or(0, |first| first.len());
        Span::new(word.start as usize, word.start as usize + length)
    }

    /// What the word lists tell of a form.
    pub(crate) fn classes(&self, form: FormId) -> Classes {
        self.classes.get(form.index()).copied().unwrap_or_default()
    }

    /// Whether a form has its capital from where it stands: "Property is theft."
    pub(crate) fn is_placed(&self, form: FormId) -> bool {
        self.placed.get(form.index()).is_some_and(|placed| *placed)
    }

    /// Where each form stands first, by [`FormId`].
    pub(crate) fn forms(&self) -> &[Span] {
        &self.forms
    }
}

/// Numbers the forms of a text.
struct Forms<'text> {
    text: &'text str,
    /// Those of up to eight bytes, most of a text, by their bytes, and others by their fingerprints.
    numbers: Numbers,
    /// The short form that came last at each [`slot`]: most words of a text are
    /// found here, at half the cost of a map.
    recent: Vec<(u64, FormId)>,
    places: Vec<Span>,
    /// How often each stands behind another word of its sentence.
    inside: Vec<u32>,
}

/// The bytes of a text for each short form, about, and the most forms that room is made for.
const BYTES_PER_FORM: usize = 64;
const MOST_FORMS: usize = 1 << 14;

/// The slots for short forms, as a power of two: 32 kB.
const SLOT_BITS: u32 = 11;

/// The slot of a short form.
fn slot(packed: u64) -> usize {
    (packed.wrapping_mul(MULTIPLIER) >> (u64::BITS - SLOT_BITS)) as usize
}

impl<'text> Forms<'text> {
    fn new(text: &'text str) -> Self {
        let recent = vec![(0, FormId(0)); 1 << SLOT_BITS];
        Forms {
            text,
            numbers: with_room(MOST_FORMS.min(text.len() / BYTES_PER_FORM)),
            recent,
            places: Vec::new(),
            inside: Vec::new(),
        }
    }

    /// The number of the form that stands at `span`.
    fn number(&mut self, span: Span) -> FormId {
        let packed = pack(self.text, span);
        let recent = packed.and_then(|packed| self.recent.get(slot(packed)));
        match recent.filter(|(last, _)| Some(*last) == packed) {
            Some((_, form)) => *form,
            None => self.look_up(span, packed),
        }
    }

    /// The same, of a form that did not come lately.
    #[inline(never)]
    fn look_up(&mut self, span: Span, packed: Option<u64>) -> FormId {
        let key = packed.unwrap_or_else(|| fingerprint(span.of(self.text)));
        let form = FormId(*self.numbers.entry(key).or_insert(self.places.len() as u64) as u32);
        if let Some(packed) = packed
            && let Some(recent) = self.recent.get_mut(slot(packed))
        {
            *recent = (packed, form);
        }
        if form.index() == self.places.len() {
            self.places.push(span);
            self.inside.push(0);
        }
        form
    }

    /// How often a word stands within sentences.
    fn inside(&self, word: &str) -> u32 {
        let key = pack(word, Span::new(0, word.len())).unwrap_or_else(|| fingerprint(word));
        let form = self.numbers.get(&key);
        form.and_then(|form| self.inside.get(*form as usize)).copied().unwrap_or_default()
    }
}

/// A word of up to eight bytes as a number: quicker to hash and compare. No word
/// has a byte 0, so that no two words have one number.
#[inline]
fn pack(text: &str, span: Span) -> Option<u64> {
    let length = span.len();
    if length == 0 || length > 8 {
        return None;
    }
    match text.as_bytes().get(span.start as usize..)?.first_chunk() {
        // Eight are read at once, and what stands behind the word is pushed out.
        Some(eight) => Some(u64::from_le_bytes(*eight) << (64 - 8 * length as u32)),
        None => Some(packed(span.of(text).as_bytes())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn a_form_has_one_number_wherever_it_stands() {
        let text = "Ferries meet ferries. International Ferries meet";
        let document = Document::parse(text.into(), Some(Language::English)).unwrap();
        let words = Words::of(&document);
        let numbers = |order| words.sentence(order).iter().map(|word| word.form.0).collect::<Vec<_>>();
        assert_eq!((numbers(0), numbers(1)), (vec![0, 1, 2], vec![3, 0, 1]));
        let spans: Vec<&str> = words.sentence(1).iter().map(|word| words.span(*word).of(text)).collect();
        assert_eq!(spans, ["International", "Ferries", "meet"]);
        assert_eq!(words.within(Span::new(8, 20)).len(), 2);
    }
}
