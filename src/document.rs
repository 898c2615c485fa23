//! The text and its structure.

use crate::language::Lexicon;
use crate::segment::block::{self, BlockKind, RawBlock};
use crate::segment::mark::{self, Pair};
use crate::segment::token::{self, Tokens};
use crate::segment::{furniture, sentence};
use crate::{Error, Language, MAX_TEXT_BYTES, Span};
use std::ops::Range;

/// A headline, heading, paragraph or list item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What the block is.
    pub kind: BlockKind,
    /// Where it stands, without the white space around it.
    pub span: Span,
    /// Its sentences, as indices into [`Document::sentences`].
    pub sentences: Range<usize>,
}

/// A sentence of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// All of the sentence. A block's sentences leave only white space out.
    pub span: Span,
    /// What is shown of it: `span` without a list marker or dateline, and without a
    /// quotation mark at an end whose partner is in another sentence.
    pub content: Span,
    /// Its block, as an index into [`Document::blocks`].
    pub block: usize,
    /// Whether it reads by itself: no quotation mark in it lacks its partner.
    pub balanced: bool,
    /// Whether it stands around the text and is not of it, as a byline does
    /// that was pasted into a paragraph.
    pub furniture: bool,
}

/// A text, its blocks and its sentences. Tokens are made on demand, by
/// [`Document::tokens`], for a text has many and each is looked at once.
#[derive(Clone, Debug)]
pub struct Document {
    text: String,
    language: Language,
    lexicon: &'static Lexicon,
    blocks: Vec<Block>,
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
        if text.len() > MAX_TEXT_BYTES {
            return Err(Error::TextTooLong { bytes: text.len() });
        }
        let language = language.unwrap_or_else(|| Language::detect(&text));
        let lexicon = language.lexicon();
        let raw_blocks = block::blocks(&text, lexicon);
        let mut document = Document {
            text,
            language,
            lexicon,
            blocks: Vec::with_capacity(raw_blocks.len()),
            sentences: Vec::new(),
            pairs: Vec::new(),
        };
        for raw in raw_blocks {
            document.push(raw);
        }
        Ok(document)
    }

    fn push(&mut self, raw: RawBlock) {
        let (pairs, marks) = mark::pairs(&self.text, raw.span);
        let first = self.sentences.len();
        let block = self.blocks.len();
        let spans = match raw.kind.is_prose() {
            true => sentence::sentences(&self.text, raw.span, &pairs, self.lexicon),
            false => vec![raw.span],
        };
        let mut open = OpenMarks::of(&pairs, &marks);
        for span in spans {
            let balance = open.balance(span);
            self.sentences.push(Sentence {
                span,
                content: self.content(raw.kind, span, first == self.sentences.len(), &balance),
                block,
                balanced: balance.inside == 0,
                furniture: self.is_furniture(span),
            });
        }
        self.blocks.push(Block { kind: raw.kind, span: raw.span, sentences: first..self.sentences.len() });
        self.pairs.extend(pairs);
    }

    fn is_furniture(&self, span: Span) -> bool {
        let (slice, lexicon) = (span.of(&self.text), self.lexicon);
        furniture::is_label(slice, lexicon) || furniture::furniture(slice, lexicon).is_some()
    }

    /// What is shown of a sentence.
    fn content(&self, kind: BlockKind, span: Span, opens_block: bool, balance: &Balance) -> Span {
        let slice = span.of(&self.text);
        let marker = match kind {
            BlockKind::ListItem if opens_block => block::list_marker(slice),
            BlockKind::Paragraph if opens_block => furniture::dateline(slice),
            BlockKind::BlockQuote if opens_block => {
                Some(slice.len() - slice.trim_start_matches(['>', ' ']).len())
            }
            _ => None,
        };
        let marker = marker.unwrap_or(0);
        let start = balance.start.unwrap_or(span.start as usize).max(span.start as usize + marker);
        Span::new(start, balance.end.unwrap_or(span.end as usize)).trimmed(&self.text)
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
        Some(title.span)
    }

    /// The blocks, in document order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The sentences of all blocks, in document order. A heading is one.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
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

    /// The words of a span: its tokens without the separators.
    pub(crate) fn words(&self, span: Span) -> impl Iterator<Item = Span> {
        let start = span.start as usize;
        let words = token::words(span.of(&self.text));
        words.map(move |(offset, word)| Span::new(start + offset, start + offset + word.len()))
    }

    /// The quotation marks and brackets, block by block.
    pub(crate) fn pairs(&self) -> &[Pair] {
        &self.pairs
    }
}

/// The quotation marks of a sentence whose partners are in another one.
#[derive(Default)]
struct Balance {
    /// Where the sentence starts behind such a mark, if one opens it.
    start: Option<usize>,
    /// Where the sentence ends before such a mark, if one closes it.
    end: Option<usize>,
    /// How many stand in its middle.
    inside: usize,
}

/// A block's quotation marks in order of place, each with whether its partner
/// is known and where, walked in step with the sentences.
struct OpenMarks {
    marks: Vec<(Span, Option<Span>)>,
    next: usize,
}

impl OpenMarks {
    fn of(pairs: &[Pair], marks: &[(Span, usize)]) -> Self {
        let partner = |(mark, pair): &(Span, usize)| {
            let pair = pairs.get(*pair).filter(|pair| !pair.brackets)?;
            Some((*mark, if pair.open == *mark { pair.close } else { Some(pair.open) }))
        };
        OpenMarks { marks: marks.iter().filter_map(partner).collect(), next: 0 }
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
