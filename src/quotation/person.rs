//! People: the names in a text, and whom a name or pronoun stands for.

use super::piece::Piece;
use crate::Span;
use crate::document::Document;

/// The people that a text names.
pub(crate) struct People;

impl People {
    pub(crate) fn of(_document: &Document, _pieces: &[Piece]) -> Self {
        People
    }

    pub(crate) fn speaker(&self, document: &Document, mention: Span) -> Option<Span> {
        mention.of(document.text()).starts_with(char::is_uppercase).then_some(mention)
    }
}
