//! Keywords: the terms that weigh most.

use crate::Span;
use crate::document::Document;
use crate::term::Vocabulary;
use crate::weight::Centroid;

/// A key term of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyword {
    /// Where the term first stands, in the form it has there.
    pub span: Span,
    /// Its weight as a share of the heaviest term's, over 0 and up to 1.
    pub weight: f64,
}

/// The `count` heaviest terms, heaviest first. Numbers are none.
pub(crate) fn keywords(
    document: &Document,
    vocabulary: &Vocabulary,
    centroid: &Centroid,
    count: usize,
) -> Vec<Keyword> {
    let heaviest = centroid.heaviest(count.saturating_mul(2).saturating_add(8));
    let best = heaviest.first().map_or(0.0, |term| centroid.weight(*term));
    let worded =
        |span: &Span| span.of(document.text()).chars().filter(|c| c.is_alphabetic()).nth(1).is_some();
    heaviest
        .into_iter()
        .map(|term| Keyword { span: vocabulary.surface(term), weight: centroid.weight(term) / best })
        .filter(|keyword| worded(&keyword.span) && keyword.weight > 0.0)
        .take(count)
        .collect()
}
