#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod analysis;
mod bytes;
mod candidate;
mod document;
mod error;
mod find;
mod hash;
mod keyword;
mod language;
mod options;
mod people;
mod phrase;
mod place;
mod power;
mod quotation;
mod rank;
mod runs;
mod score;
mod segment;
mod select;
mod span;
#[cfg(feature = "bench")]
#[doc(hidden)]
pub mod stages;
mod summary;
mod term;
mod unspaced;
#[cfg(target_family = "wasm")]
mod wasm;
mod weight;
mod word;

pub use analysis::Analysis;
pub use document::{Document, Sentence};
pub use error::Error;
pub use keyword::Keyword;
pub use language::Language;
pub use options::{AnalyzeOptions, Budget, MAX_TEXT_BYTES, QuoteLimit, SummaryOptions};
pub use quotation::{Quotation, SourceKind};
pub use score::{SentenceScore, Weights};
pub use segment::block::{Block, BlockKind};
pub use segment::token::{Token, TokenKind, Tokens};
pub use span::{Span, Utf16Offsets};
pub use summary::{Antecedent, KeyQuote, Statistics, Summary, SummarySentence, WORDS_PER_MINUTE};
