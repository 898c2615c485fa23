//! The classes of each data file that has some, in the order of their numbers: `build.rs` writes those instead
//! of the lines that begin them, which are for people.

/// What stands before the letter of a class, and the first of those.
pub const MARK: u8 = b'[';
pub const FIRST: u8 = b'a';

pub const PHRASES: &[&str] = &["common", "inside", "always"];
pub const SOURCES: &[&str] = &["document", "crowd", "quantity", "role", "man", "woman"];
pub const SPEECH: &[&str] = &["topic", "subject", "boundary", "pronoun"];
pub const ABBREVIATIONS: &[&str] = &["title", "number", "phrase", "word", "last"];
pub const NAMES: &[&str] = &["he", "she", "person", "group"];
pub const SECTIONS: &[&str] = &["apart", "nameless", "picture", "line", "comments"];
pub const ANTECEDENTS: &[&str] = &[
    "he",
    "she",
    "it",
    "they",
    "two",
    "pair",
    "company",
    "group",
    "person",
    "calling",
    "collective",
    "somebody",
    "expletive",
    "plural",
    "singular",
    "past",
];
pub const OPENINGS: &[&str] = &["mention", "connective"];
pub const FURNITURE: &[&str] = &["byline", "caption", "boilerplate", "credit"];
