//! Where a sentence stands in what its text tells.

use crate::document::{Document, Sentence};
use crate::language::SectionClass;
use crate::segment::furniture;

/// The places of a text's sentences, walked in step with them. What says what a text sets out to do or
/// comes to stands as well as its first (Edmundson 1969; Paice 1981): "In this paper", "Conclusion:".
pub(crate) struct Places<'a> {
    document: &'a Document,
    /// The sentences before.
    before: usize,
    /// From where on sentences are counted: 0, or where such a section or paragraph begins.
    start: usize,
    section_start: usize,
    section: Option<usize>,
    block: Option<usize>,
    /// Whether it is the first paragraph, and says what the text sets out to do.
    first: bool,
    indicated: bool,
}

impl<'a> Places<'a> {
    pub(crate) fn of(document: &'a Document) -> Self {
        Places {
            document,
            before: 0,
            start: 0,
            section_start: 0,
            section: None,
            block: None,
            first: false,
            indicated: false,
        }
    }

    /// Whether the next sentence is the text's first.
    pub(crate) fn begins(&self) -> bool {
        self.before == 0
    }

    /// How many sentences count as standing before one, of which its opening words tell whether it
    /// `indicates` what the text sets out to do or comes to.
    pub(crate) fn of_sentence(&mut self, order: usize, sentence: &Sentence, indicates: bool) -> usize {
        if self.block != Some(sentence.block) {
            self.first = self.begins();
            self.block = Some(sentence.block);
            let heading = self.document.section_of(sentence.block);
            if heading != self.section {
                self.section = heading;
                let heading = heading.and_then(|at| self.document.blocks().get(at));
                let gist = heading.is_some_and(|heading| {
                    let heading = heading.span.of(self.document.text());
                    furniture::section(heading, self.document.lexicon()) == Some(SectionClass::Gist)
                });
                self.section_start = if gist { self.before } else { 0 };
            }
            self.start = if sentence.gist { self.before } else { self.section_start };
        }
        self.indicated |= indicates;
        // The last sentence of an abstract is what it comes to.
        let closes =
            self.first && self.indicated && self.document.sentences_of(sentence.block).end == order + 1;
        let place = if sentence.gist || indicates || closes { 0 } else { self.before - self.start };
        self.before += 1;
        place
    }
}
