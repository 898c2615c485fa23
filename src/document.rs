//! The text and its structure.

use crate::find::{Marked, behind};
use crate::language::{Lexicon, SectionClass};
use crate::segment::block::{self, Block, BlockKind, LINK};
use crate::segment::label::{Labels, VOICE_END};
use crate::segment::mark::{self, Pair};
use crate::segment::token::{self, Tokens};
use crate::segment::{furniture, heading, reference, section, sentence};
use crate::unspaced::Pairs;
use crate::{Error, Language, MAX_TEXT_BYTES, Span};
use std::ops::Range;

/// A sentence of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// All of the sentence. A block's sentences leave only white space out.
    pub span: Span,
    /// What is shown of it: `span` without a list marker, dateline, speaker's label
    /// or credit, and without a quotation mark at an end whose partner is in another
    /// sentence.
    pub content: Span,
    /// Its block, as an index into [`Document::blocks`].
    pub block: usize,
    /// Whether it reads by itself: no quotation mark in it lacks its partner.
    pub balanced: bool,
    /// Whether it ends as a sentence does, with a stop: "You need:" does not.
    pub finished: bool,
    /// Whether it stands around the text and is not of it, as a byline does
    /// that was pasted into a paragraph.
    pub furniture: bool,
    /// Whether it is called what the text sets out to do, or comes to: "Conclusion: …".
    pub gist: bool,
}

/// A text, its blocks and its sentences. Tokens are made on demand, by
/// [`Document::tokens`], for a text has many and each is looked at once.
#[derive(Clone, Debug)]
pub struct Document {
    text: String,
    language: Language,
    lexicon: &'static Lexicon,
    blocks: Vec<Block>,
    /// Where each block's sentences begin.
    first_sentences: Vec<usize>,
    /// The heading that each block stands under, as an index into `blocks`.
    sections: Vec<Option<usize>>,
    sentences: Vec<Sentence>,
    pairs: Vec<Pair>,
}

impl Document {
    /// Finds the structure of a text; its language is detected where none is
    /// given.
    ///
    /// # Errors
    /// [`Error::TextTooLong`] over [`MAX_TEXT_BYTES`].
    pub fn parse(text: String, language: Option<Language>) -> Result<Self, Error> {
        Self::with_blocks(text, language, &[])
    }

    /// As [`Document::parse`], with places whose kind is known; what lies between
    /// them is read as plain text.
    ///
    /// # Errors
    /// As [`Document::parse`], and [`Error::InvalidOption`] for blocks that do not
    /// lie in the text, in order and apart.
    pub fn with_blocks(text: String, language: Option<Language>, given: &[Block]) -> Result<Self, Error> {
        if text.len() > MAX_TEXT_BYTES {
            return Err(Error::TextTooLong { bytes: text.len() });
        }
        check_blocks(&text, given)?;
        let language = language.unwrap_or_else(|| Language::detect(&text));
        let lexicon = language.lexicon();
        let mut blocks = block::blocks(&text, lexicon, given);
        let labels = Labels::of(&text, &blocks);
        section::settle(&text, lexicon, &labels, &mut blocks);
        let mut parts = Parts::default();
        let reader = Reader { text: &text, lexicon, labels };
        for (index, block) in blocks.iter().enumerate() {
            reader.read(index, *block, &mut parts);
        }
        let Parts { first_sentences, mut sentences, pairs } = parts;
        sentences.shrink_to_fit();
        let sections = section::sections(&text, lexicon, &blocks);
        Ok(Document { text, language, lexicon, blocks, first_sentences, sections, sentences, pairs })
    }

    /// The text, as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The language, detected or given.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The word lists of its language.
    pub(crate) fn lexicon(&self) -> &'static Lexicon {
        self.lexicon
    }

    /// The headline, if the text has one.
    pub fn title(&self) -> Option<Span> {
        let title = self.blocks.iter().find(|block| block.kind == BlockKind::Title)?;
        self.bare(title.span)
    }

    /// A heading without its marks: "## History[edit]", "Sort Stability¶", and not "#MeToo".
    fn bare(&self, heading: Span) -> Option<Span> {
        let linked = heading.of(&self.text).before_marks(LINK);
        let marked = linked.behind_marks("#");
        let bare = if marked.starts_with(' ') { marked.trim_start() } else { linked };
        let end = heading.start as usize + linked.len();
        self.shown(Span::new(end - bare.len(), end)).first().copied()
    }

    /// The blocks, in document order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The sentences of a block, as indices into [`Document::sentences`].
    pub fn sentences_of(&self, block: usize) -> Range<usize> {
        let first = |block: usize| self.first_sentences.get(block).copied().unwrap_or(self.sentences.len());
        first(block)..first(block + 1)
    }

    /// The heading that a block stands under, as an index into
    /// [`Document::blocks`]; the title is none.
    pub fn section_of(&self, block: usize) -> Option<usize> {
        self.sections.get(block).copied().flatten()
    }

    /// The heading that a block stands under; none for a heading that is chosen
    /// itself, in a text that has nothing else.
    pub(crate) fn heading_of(&self, block: usize) -> Option<Span> {
        let heading = self.section_of(block).filter(|heading| *heading != block)?;
        self.bare(self.blocks.get(heading)?.span)
    }

    /// What is shown of a span: the pieces between its reference marks, to be
    /// read one behind the other.
    pub fn shown(&self, span: Span) -> Vec<Span> {
        reference::parts(&self.text, span, self.lexicon)
    }

    /// The sentences of all blocks, in document order. A heading is one.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The order of the first sentence that ends behind a byte.
    #[inline(never)]
    pub(crate) fn sentence_at(&self, byte: u32) -> usize {
        self.sentences.partition_point(|sentence| sentence.span.end <= byte)
    }

    /// Whether a sentence may enter a summary.
    pub fn is_prose(&self, sentence: &Sentence) -> bool {
        !sentence.furniture && self.kind(sentence).is_some_and(BlockKind::is_prose)
    }

    /// The kind of the block that a sentence stands in.
    pub fn kind(&self, sentence: &Sentence) -> Option<BlockKind> {
        self.blocks.get(sentence.block).map(|block| block.kind)
    }

    /// The tokens of a span: words, and what stands between them.
    pub fn tokens(&self, span: Span) -> Tokens<'_> {
        token::tokens(span.of(&self.text), span.start as usize)
    }

    /// The words of a span: its tokens without the separators, and pairs of
    /// characters where a script writes no spaces.
    pub(crate) fn words(&self, span: Span) -> impl Iterator<Item = Span> {
        let start = span.start as usize;
        let words = token::words(span.of(&self.text));
        let words = words.map(move |(offset, word)| Span::new(start + offset, start + offset + word.len()));
        Pairs::of(&self.text, self.lexicon.script(), words)
    }

    /// The first words of a span, `most` at most: where that is not often, for every
    /// place that reads words by itself is a copy of the code that finds them.
    #[inline(never)]
    pub(crate) fn first_words(&self, span: Span, most: usize) -> Vec<Span> {
        self.words(span).take(most).collect()
    }

    /// The words of another text, read as this one's are.
    pub(crate) fn words_of(&self, text: &str) -> impl Iterator<Item = Span> {
        let words = token::words(text).map(|(offset, word)| Span::new(offset, offset + word.len()));
        Pairs::of(text, self.lexicon.script(), words)
    }

    /// The quotation marks and brackets, block by block.
    pub(crate) fn pairs(&self) -> &[Pair] {
        &self.pairs
    }
}

/// Checks that blocks lie in a text, in order and apart.
fn check_blocks(text: &str, blocks: &[Block]) -> Result<(), Error> {
    let mut end = 0;
    for (index, Block { span, level, .. }) in blocks.iter().enumerate() {
        let placed = span.start >= end && text.get(span.range()).is_some();
        if !placed || level.is_some_and(|level| !(1..=6).contains(&level)) {
            return Err(Error::InvalidOption {
                name: "blocks",
                value: format!("wrong at block {index}"),
                expected: "places in the text, in document order, that do not overlap, with levels from 1 to 6",
            });
        }
        end = span.end;
    }
    Ok(())
}

/// What blocks are read into.
#[derive(Default)]
struct Parts {
    first_sentences: Vec<usize>,
    sentences: Vec<Sentence>,
    pairs: Vec<Pair>,
}

/// The sentences of a text that may greet those who hear it.
const GREETED: usize = 8;

/// Reads blocks into sentences.
struct Reader<'a> {
    text: &'a str,
    lexicon: &'static Lexicon,
    labels: Labels,
}

impl Reader<'_> {
    fn read(&self, index: usize, block: Block, parts: &mut Parts) {
        let (pairs, marks) = mark::pairs(self.text, block.span, self.lexicon);
        // "P. ¿Cuándo vuelve?": a label ends no sentence.
        let spoken =
            (block.kind == BlockKind::Paragraph).then(|| self.labels.bytes(block.span.of(self.text)));
        let label = spoken.flatten().unwrap_or(0);
        let said = Span::new(block.span.start as usize + label, block.span.end as usize);
        let mut spans = match block.kind.is_prose() {
            true => sentence::sentences(self.text, said, &pairs, self.lexicon),
            false => vec![block.span],
        };
        if let Some(first) = spans.first_mut() {
            first.start = block.span.start;
        }
        parts.first_sentences.push(parts.sentences.len());
        let mut open = OpenMarks::of(&pairs, &marks);
        for (place, span) in spans.into_iter().enumerate() {
            let balance = open.balance(span);
            let name = match block.kind {
                BlockKind::Paragraph => self.name(span.of(self.text), parts.sentences.len()),
                _ => None,
            };
            let called = |class| name.is_some_and(|(name, _)| name == class);
            let content = self.content(block.kind, span, place == 0, &balance, name);
            let slice = content.of(self.text);
            parts.sentences.push(Sentence {
                span,
                content,
                block: index,
                balanced: balance.inside == 0,
                finished: sentence::is_finished(slice, self.lexicon),
                furniture: called(SectionClass::Keywords) || furniture::stands_apart(slice, self.lexicon),
                gist: called(SectionClass::Gist),
            });
        }
        parts.pairs.extend(pairs);
    }

    /// What a sentence of a paragraph is called, and the bytes of that; or whom one of the text's first greets.
    fn name(&self, slice: &str, order: usize) -> Option<(SectionClass, usize)> {
        let name = furniture::section_name(slice, self.lexicon);
        if order < GREETED { name.or_else(|| furniture::salutation(slice, self.lexicon)) } else { name }
    }

    /// What is shown of a sentence. "Aim: To count lamps" is not understood without its name.
    fn content(
        &self,
        kind: BlockKind,
        span: Span,
        opens_block: bool,
        balance: &Balance,
        name: Option<(SectionClass, usize)>,
    ) -> Span {
        let slice = span.of(self.text);
        let name = name.filter(|(class, _)| *class == SectionClass::Nameless).map(|(_, bytes)| bytes);
        // "16 octobre 2012. - La Cour a décidé …", "„…“, sagte Anna. – „…“"
        let dash = || behind(slice, "- |– |— ").map(|rest| slice.len() - rest.len());
        let marker = match kind {
            BlockKind::ListItem if opens_block => block::list_marker(slice),
            BlockKind::Paragraph if opens_block => {
                let numbered = || heading::clause_number(slice, self.lexicon);
                furniture::dateline(slice).or_else(|| self.labels.bytes(slice)).or(name).or_else(numbered)
            }
            BlockKind::Quotation if opens_block => Some(slice.len() - slice.behind_marks("> ").len()),
            _ => name.or_else(dash),
        };
        let start = span.start as usize + marker.unwrap_or(0);
        let start = balance.start.unwrap_or(0).max(start);
        let end = balance.end.unwrap_or(span.end as usize);
        let voice = Span::new(start, end).of(self.text).strip_suffix(VOICE_END);
        let end = voice.map_or(end, |said| start + said.len());
        let credit = furniture::credit(Span::new(start, end).of(self.text), self.lexicon);
        Span::new(start, end - credit).trimmed(self.text)
    }
}

/// The quotation marks and brackets of a sentence whose partners are in another
/// one.
#[derive(Default)]
struct Balance {
    /// Where the sentence starts behind such a mark, if one opens it.
    start: Option<usize>,
    /// Where the sentence ends before such a mark, if one closes it.
    end: Option<usize>,
    /// How many stand in its middle.
    inside: usize,
}

/// A block's quotation marks and brackets in order of place, each with its
/// partner if it has one, walked in step with the sentences.
struct OpenMarks {
    marks: Vec<(Span, Option<Span>)>,
    next: usize,
}

impl OpenMarks {
    fn of(pairs: &[Pair], marks: &[(Span, usize)]) -> Self {
        let partner = |(mark, pair): &(Span, usize)| {
            // A stray mark is of no pair.
            let partner = |pair: &Pair| if pair.open == *mark { pair.close } else { Some(pair.open) };
            (*mark, pairs.get(*pair).and_then(partner))
        };
        OpenMarks { marks: marks.iter().map(partner).collect(), next: 0 }
    }

    /// How the marks of a sentence balance. Sentences are asked in order.
    fn balance(&mut self, sentence: Span) -> Balance {
        let mut balance = Balance::default();
        while let Some((mark, partner)) = self.marks.get(self.next).copied() {
            if mark.start >= sentence.end {
                break;
            }
            self.next += 1;
            if partner.is_some_and(|partner| sentence.contains(partner)) {
                continue;
            }
            if mark.start == sentence.start {
                balance.start = Some(mark.end as usize);
            } else if mark.end == sentence.end {
                balance.end = Some(mark.start as usize);
            } else {
                balance.inside += 1;
            }
        }
        balance
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contents(text: &str) -> Vec<String> {
        let document = Document::parse(text.into(), Some(Language::English)).unwrap();
        let shown = document.sentences().iter().map(|s| s.content.of(text).to_owned());
        shown.collect()
    }

    #[test]
    fn a_list_marker_is_not_shown() {
        assert_eq!(contents("- Two eggs. Fresh ones."), ["Two eggs.", "Fresh ones."]);
    }

    #[test]
    fn a_dash_behind_a_date_is_not_shown() {
        assert_eq!(
            contents("16 October 2012. - The court has decided."),
            ["16 October 2012.", "The court has decided."]
        );
        assert_eq!(contents("It is late. -5 degrees is cold."), ["It is late.", "-5 degrees is cold."]);
    }

    #[test]
    fn a_time_and_a_speaker_are_not_shown() {
        let chat = "[09:13] Ana: It failed again. Why?\n[09:14] Tom: the batch is too large.";
        assert_eq!(contents(chat), ["It failed again.", "Why?", "the batch is too large."]);
    }

    #[test]
    fn the_voice_of_a_subtitle_is_not_shown() {
        let cues = "0:01 --> 0:02\n<v Ana Ruiz>It failed again.</v>\n\n0:02 --> 0:03\n<v Tom>Why?</v>\n\n0:03 --> 0:04\nNobody knows.";
        let shown = contents(cues);
        for said in ["It failed again.", "Why?", "Nobody knows."] {
            assert!(shown.iter().any(|sentence| sentence == said), "{said}");
        }
    }

    #[test]
    fn a_long_quotation_is_split_without_lone_marks() {
        let long =
            "that went on and on and on and on and on and on and on and on and on and on and on and on";
        let text = format!("“It was a night {long}. It was a day {long}. So it {long}.”");
        let shown = contents(&text);
        assert_eq!(shown.len(), 3);
        assert!(shown.iter().all(|sentence| !sentence.contains(['“', '”'])));
    }

    #[test]
    fn text_over_the_limit_is_refused() {
        let bytes = MAX_TEXT_BYTES + 1;
        let refused = Document::parse("a".repeat(bytes), None);
        assert_eq!(refused.err(), Some(Error::TextTooLong { bytes }));
    }
}
