//! Direct quotations, and who said them.
//!
//! Indirect speech ("She said that it rained") and mixed speech ("She called
//! it “a mess”") are out of scope: a quotation here is what stands between
//! quotation marks and has [`LEAST_WORDS`] words or more, so that scare quotes,
//! nicknames and most titles of works are none.

use crate::Span;
use crate::document::{Document, Sentence};
use crate::language::Lexicon;
use crate::segment::mark::Pair;
use crate::segment::token::{Token, TokenKind};

/// The words that a quotation has at least.
pub const LEAST_WORDS: usize = 3;

/// A direct quotation.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// From the first quotation mark to the last.
    pub span: Span,
    /// The words between the marks: one piece, or several where the
    /// quotation is split ("“Go,” she said, “and don’t look back.”").
    pub parts: Vec<Span>,
    /// The fullest name of who said it, `None` where that is not certain.
    pub speaker: Option<Span>,
    /// The name or pronoun beside the cue verb.
    pub mention: Option<Span>,
    /// The cue verb.
    pub cue: Option<Span>,
    /// The sentence that it begins in, as an index into
    /// [`Document::sentences`].
    pub sentence: usize,
}

/// Finds the direct quotations of a document, in document order.
pub(crate) fn quotations(document: &Document) -> Vec<Quotation> {
    let mut quotations: Vec<Quotation> = Vec::new();
    let mut sentences = document.sentences().iter().enumerate().peekable();
    let mut end = 0;
    for pair in document.pairs() {
        let Some(content) = content(document, pair).filter(|_| pair.open.start >= end) else {
            continue;
        };
        let begins_in = |sentence: &Sentence| pair.open.start < sentence.span.end;
        while sentences.next_if(|(_, sentence)| !begins_in(sentence)).is_some() {}
        let Some((order, sentence)) = sentences.peek().copied() else { break };
        if !document.kind(sentence).is_some_and(|kind| kind.is_prose()) {
            continue;
        }
        let span =
            Span::new(pair.open.start as usize, pair.close.map_or(content.end, |close| close.end) as usize);
        end = span.end;
        let source = attribution(document, sentence, span);
        let name = source.and_then(|source| source.mention);
        quotations.push(Quotation {
            span,
            parts: vec![content],
            speaker: name.filter(|name| is_name(name.of(document.text()))),
            mention: name,
            cue: source.map(|source| source.cue),
            sentence: order,
        });
    }
    quotations
}

/// What stands between a pair of quotation marks, if it is a quotation.
fn content(document: &Document, pair: &Pair) -> Option<Span> {
    let close = pair.close.filter(|_| !pair.brackets)?;
    let content = Span::new(pair.open.end as usize, close.start as usize);
    let enough = document.words(content).nth(LEAST_WORDS - 1).is_some();
    enough.then_some(content)
}

#[derive(Clone, Copy)]
struct Source {
    cue: Span,
    mention: Option<Span>,
}

/// How many words from the quotation its cue verb may stand.
const CUE_REACH: usize = 8;

/// The cue verb beside a quotation, and the name or pronoun beside the verb:
/// behind it ("“…,” said Ada Byron") before what stands in front.
fn attribution(document: &Document, sentence: &Sentence, quote: Span) -> Option<Source> {
    let behind = Span::new(quote.end as usize, sentence.span.end as usize);
    let before = Span::new(sentence.span.start as usize, quote.start as usize);
    let near = |tokens: Vec<Token>| source(document, &tokens);
    let behind: Vec<Token> = document.tokens(behind).take(2 * CUE_REACH).collect();
    near(behind).or_else(|| {
        let tokens: Vec<Token> = document.tokens(before).collect();
        near(tokens.get(tokens.len().saturating_sub(2 * CUE_REACH)..)?.to_vec())
    })
}

/// The first cue verb among tokens, with the name or pronoun beside it.
fn source(document: &Document, tokens: &[Token]) -> Option<Source> {
    let text = document.text();
    let lexicon = document.language().lexicon();
    let words: Vec<Span> = tokens.iter().filter(|t| t.kind == TokenKind::Word).map(|t| t.span).collect();
    let is_cue = |word: &&Span| lexicon.is_cue_verb(&word.of(text).to_lowercase());
    let (verb, cue) = words.iter().enumerate().find(|(_, word)| is_cue(word))?;
    let after = words.get(verb + 1..).unwrap_or_default();
    let before = words.get(..verb).unwrap_or_default();
    let following = run(text, lexicon, after.iter());
    let preceding = run(text, lexicon, before.iter().rev());
    Some(Source { cue: *cue, mention: preceding.or(following) })
}

/// The name or pronoun that a run of words begins with: neighbours of a cue
/// verb, read away from it.
fn run<'a>(text: &str, lexicon: &Lexicon, words: impl Iterator<Item = &'a Span>) -> Option<Span> {
    let mut found: Option<Span> = None;
    for word in words {
        let slice = word.of(text);
        let pronoun = found.is_none() && is_pronoun(slice);
        let name = is_name(slice) && !lexicon.is_stop_word(&slice.to_lowercase());
        if !pronoun && !name {
            break;
        }
        let joined = found.map_or(*word, |found| {
            Span::new(found.start.min(word.start) as usize, found.end.max(word.end) as usize)
        });
        let gap = found.map_or(0, |found| joined.len() - found.len() - word.len());
        if gap > 2 {
            break;
        }
        found = Some(joined);
        if pronoun {
            break;
        }
    }
    found
}

fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn is_pronoun(word: &str) -> bool {
    ["he", "she", "they"].contains(&word.to_lowercase().as_str())
}
