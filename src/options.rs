//! What a caller can ask for.

use crate::find::Marked;
use crate::segment::block::Block;
use crate::{Error, Language};

/// The longest text that is analysed: 64 MiB of UTF-8.
pub const MAX_TEXT_BYTES: usize = 64 << 20;

/// How to read a text. The default detects everything.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnalyzeOptions {
    /// The language of the text.
    ///
    /// ### Default
    /// Detected from the text's most common words.
    pub language: Option<Language>,
    /// A headline that is not part of the text; its terms weigh more.
    ///
    /// ### Default
    /// The headline found in the text, if it has one.
    pub title: Option<String>,
    /// The blocks whose kind is known, as markup tells it: places in document
    /// order that do not overlap. What lies between them is read as plain text.
    ///
    /// ### Default
    /// None: the structure is seen from the text.
    pub blocks: Option<Vec<Block>>,
}

/// How long a summary may be.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Budget {
    /// About what an editor would take for a text of that length:
    /// 4 × √(words of the text) words, so 80 words for 400, and 240 at most; a quarter
    /// more where long sentences leave it short.
    #[default]
    Auto,
    /// At most this many sentences, 1 or more.
    Sentences(usize),
    /// At most this many words, 1 or more. The best sentence is given even
    /// where it alone is longer.
    Words(usize),
    /// At most this share of the text's words, over 0 and up to 1 (the
    /// compression ratio: words of the summary ÷ words of the text). The best
    /// sentence is given even where it alone is longer.
    Ratio(f64),
}

impl Budget {
    /// Checks a budget's range.
    ///
    /// # Errors
    /// [`Error::InvalidOption`] for zero sentences or words, and for a ratio
    /// that is not a number over 0 and up to 1.
    pub fn check(self) -> Result<Self, Error> {
        let invalid = |name, value, expected| Err(Error::InvalidOption { name, value, expected });
        match self {
            Budget::Sentences(0) => invalid("sentences", "0".into(), "a whole number from 1"),
            Budget::Words(0) => invalid("words", "0".into(), "a whole number from 1"),
            Budget::Ratio(ratio) if !(ratio > 0.0 && ratio <= 1.0) => {
                invalid("ratio", decimal(ratio), "a number over 0 and up to 1")
            }
            valid => Ok(valid),
        }
    }
}

/// A number with up to nine decimals, for messages: core's own printing of
/// floats would be 5 kB of the module.
fn decimal(number: f64) -> String {
    const BILLION: f64 = 1e9;
    if !number.is_finite() {
        return if number.is_nan() {
            "NaN"
        } else if number > 0.0 {
            "Infinity"
        } else {
            "-Infinity"
        }
        .into();
    }
    let sign = if number < 0.0 { "-" } else { "" };
    let billionths = (number.abs() * BILLION).round() as u64; // saturates
    let (whole, rest) = (billionths / BILLION as u64, billionths % BILLION as u64);
    let decimals = format!("{rest:09}");
    let point = if rest == 0 { "" } else { "." };
    format!("{sign}{whole}{point}{}", decimals.before_marks("0"))
}

/// How many key quotes to give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteLimit {
    /// The best so many, best first.
    Best(usize),
    /// Every quotation, in document order.
    All,
}

/// What to choose from an [`Analysis`](crate::Analysis).
#[derive(Clone, Debug, PartialEq)]
pub struct SummaryOptions {
    /// How long the summary may be.
    ///
    /// ### Default
    /// [`Budget::Auto`].
    pub budget: Budget,
    /// Words to focus on, and phrases, between commas: sentences with them are
    /// raised, those with a whole phrase most. Words that the text does not have
    /// change nothing.
    ///
    /// ### Default
    /// None.
    pub query: String,
    /// How many key quotes to give.
    ///
    /// ### Default
    /// The best 3.
    pub quotes: QuoteLimit,
    /// How many keywords to give at most.
    ///
    /// ### Default
    /// 8.
    pub keywords: usize,
}

impl Default for SummaryOptions {
    fn default() -> Self {
        SummaryOptions {
            budget: Budget::Auto,
            query: String::new(),
            quotes: QuoteLimit::Best(3),
            keywords: 8,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_messages_read_as_they_were_written() {
        for (number, written) in
            [(2.0, "2"), (1.5, "1.5"), (-0.25, "-0.25"), (1.000001, "1.000001"), (f64::NAN, "NaN")]
        {
            assert_eq!(decimal(number), written);
        }
        assert_eq!(decimal(f64::NEG_INFINITY), "-Infinity");
    }
}
