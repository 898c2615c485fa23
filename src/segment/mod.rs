//! Text into blocks, blocks into sentences, sentences into tokens.
//!
//! The invariant of every stage: spans ascend, never overlap, and leave
//! nothing but white space between them, so no text is ever lost.

pub(crate) mod block;
pub(crate) mod furniture;
pub(crate) mod mark;
pub(crate) mod sentence;
pub(crate) mod token;
