//! Tokens: words, and what stands between them.

use crate::Span;
use unicode_segmentation::{UnicodeSegmentation, UnicodeWordIndices};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A word or number by UAX #29: it holds a letter or a digit.
    Word,
    /// White space and punctuation between words.
    Separator,
}

/// A piece of a sentence. A sentence's tokens tile it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the text.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// The words of a slice, each with its offset in it.
pub(crate) fn words(slice: &str) -> UnicodeWordIndices<'_> {
    slice.unicode_word_indices()
}

/// The tokens of a slice that starts at byte `start` of the text.
pub(crate) fn tokens(slice: &str, start: usize) -> Tokens<'_> {
    Tokens { words: words(slice), pending: None, position: start, start, end: start + slice.len() }
}

/// An iterator over tokens, made by [`Document::tokens`](crate::Document::tokens).
pub struct Tokens<'text> {
    words: UnicodeWordIndices<'text>,
    pending: Option<Token>,
    position: usize,
    start: usize,
    end: usize,
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let token = self.pending.take().or_else(|| self.following())?;
        self.position = token.span.end as usize;
        Some(token)
    }
}

impl Tokens<'_> {
    /// The next token; a word behind a separator waits in `pending`.
    fn following(&mut self) -> Option<Token> {
        let word = self.words.next().map(|(offset, word)| {
            let start = self.start + offset;
            Token { span: Span::new(start, start + word.len()), kind: TokenKind::Word }
        });
        let gap_end = word.map_or(self.end, |word| word.span.start as usize);
        if gap_end == self.position {
            return word;
        }
        self.pending = word;
        Some(Token { span: Span::new(self.position, gap_end), kind: TokenKind::Separator })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_tile_the_slice() {
        let text = "xx “It’s 3.14,” she said… 漢字 🎉";
        let pieces: Vec<&str> = tokens(&text[2..], 2).map(|t| t.span.of(text)).collect();
        assert_eq!(pieces.concat(), text[2..]);
        assert_eq!(pieces[..6], [" “", "It’s", " ", "3.14", ",” ", "she"]);
    }
}
