//! Text into blocks, blocks into sentences, sentences into tokens.
//!
//! The invariant of every stage: spans ascend, never overlap, and leave
//! nothing but white space between them, so no text is ever lost.

pub(crate) mod block;
mod code;
mod consent;
pub(crate) mod cue;
pub(crate) mod furniture;
pub(crate) mod heading;
pub(crate) mod label;
mod line;
mod mail;
pub(crate) mod mark;
mod marked;
mod page;
mod phrase;
pub(crate) mod reference;
pub(crate) mod section;
pub(crate) mod sentence;
mod table;
mod title;
pub(crate) mod token;
