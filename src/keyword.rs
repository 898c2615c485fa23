//! Keywords: the terms that weigh most.

use crate::Span;
use crate::document::Document;
use crate::language::Script;
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

/// How many pairs of characters are looked at for each keyword.
const PAIRS: usize = 40;

/// The characters that a word of Thai, Lao, Khmer or Burmese has at least: its
/// letters alone are no words, and vowels stand among them.
const LEAST_CHARACTERS: usize = 4;

/// Whether a surface is a word, and not a number, a letter or a piece of one:
/// Thai has vowels that no word begins with, and others that none ends with.
fn is_word(surface: &str) -> bool {
    let script = surface.chars().next().and_then(Script::of);
    if script.is_some_and(|script| script.pairs_per_word() > 1) {
        let begins = |c: char| {
            matches!(c, '\u{E01}'..='\u{E2E}' | '\u{E40}'..='\u{E44}') || !matches!(c, '\u{E00}'..='\u{E7F}')
        };
        let ends = |c: char| !matches!(c, '\u{E40}'..='\u{E44}' | '\u{E31}');
        return surface.chars().nth(LEAST_CHARACTERS - 1).is_some()
            && surface.starts_with(begins)
            && surface.ends_with(ends);
    }
    surface.chars().filter(|c| c.is_alphabetic()).nth(1).is_some()
}

/// The `count` heaviest terms, heaviest first. Numbers are none.
pub(crate) fn keywords(
    document: &Document,
    vocabulary: &Vocabulary,
    centroid: &Centroid,
    count: usize,
) -> Vec<Keyword> {
    let unspaced = document.lexicon().script().is_unspaced();
    // Of pairs of characters few are words.
    let wide = if unspaced { PAIRS } else { 2 };
    let heaviest = centroid.heaviest(count.saturating_mul(wide).saturating_add(8));
    let best = heaviest.first().map_or(0.0, |term| centroid.weight(*term));
    let worded = |span: &Span| is_word(span.of(document.text()));
    let mut taken: Vec<&str> = Vec::new();
    // Pairs of one longer word share its surface.
    let new = |keyword: &Keyword| {
        let word = keyword.span.of(document.text());
        let known = taken.iter().any(|other| unspaced && other.contains(word));
        taken.push(word);
        !known
    };
    heaviest
        .into_iter()
        .map(|term| Keyword { span: vocabulary.surface(term), weight: centroid.weight(term) / best })
        .filter(|keyword| worded(&keyword.span) && keyword.weight > 0.0)
        .filter(new)
        .take(count)
        .collect()
}
