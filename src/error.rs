//! What can go wrong: text that is too long and options out of range.

use std::fmt;

/// Why a text or an option was refused. Nothing else fails: any string up to
/// [`MAX_TEXT_BYTES`](crate::MAX_TEXT_BYTES) gives an analysis.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// What was given for a text is none. Only a caller without types, such as
    /// JavaScript, can do that.
    NotText {
        /// What was given, as a person would write it.
        value: String,
    },
    /// The text is longer than [`MAX_TEXT_BYTES`](crate::MAX_TEXT_BYTES).
    TextTooLong {
        /// Its length in bytes of UTF-8.
        bytes: usize,
    },
    /// There is no memory for the analysis of the text. In WebAssembly alone: elsewhere
    /// the system ends the process.
    OutOfMemory {
        /// The text's length in bytes of UTF-8, or a little less.
        bytes: usize,
    },
    /// An option's value is out of its range or of another type.
    InvalidOption {
        /// The option's name.
        name: &'static str,
        /// The value, as a person would write it.
        value: String,
        /// What the option takes.
        expected: &'static str,
    },
    /// An option that does not exist.
    UnknownOption {
        /// The name that was given.
        name: String,
    },
    /// More than one of `sentences`, `words` and `ratio`.
    ConflictingOptions {
        /// The names that were given, joined by commas.
        names: String,
    },
}

impl Error {
    /// A stable name for the kind of error, for programs to compare.
    pub fn code(&self) -> &'static str {
        match self {
            Error::NotText { .. } => "invalid-text",
            Error::TextTooLong { .. } => "text-too-long",
            Error::OutOfMemory { .. } => "out-of-memory",
            Error::InvalidOption { .. } => "invalid-option",
            Error::UnknownOption { .. } => "unknown-option",
            Error::ConflictingOptions { .. } => "conflicting-options",
        }
    }

    /// The name of the argument at fault.
    pub fn name(&self) -> &str {
        match self {
            Error::NotText { .. } | Error::TextTooLong { .. } | Error::OutOfMemory { .. } => "text",
            Error::InvalidOption { name, .. } => name,
            Error::UnknownOption { name } => name,
            Error::ConflictingOptions { names } => names,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::NotText { value } => write!(f, "nutgraf: text is {value}, expected a string"),
            Error::TextTooLong { bytes } => write!(
                f,
                "nutgraf: text has {bytes} bytes of UTF-8, more than the {} that can be analysed",
                crate::MAX_TEXT_BYTES
            ),
            Error::OutOfMemory { bytes } => {
                write!(f, "nutgraf: there is no memory for the analysis of a text of {bytes} bytes")
            }
            Error::InvalidOption { name, value, expected } => {
                write!(f, "nutgraf: option \"{name}\" is {value}, expected {expected}")
            }
            Error::UnknownOption { name } => write!(f, "nutgraf: unknown option \"{name}\""),
            Error::ConflictingOptions { names } => {
                write!(f, "nutgraf: options {names} exclude each other, give one of them")
            }
        }
    }
}

impl std::error::Error for Error {}
