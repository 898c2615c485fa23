//! What a page asks of a reader before its text or under it: may it keep cookies?

use super::block::{Block, BlockKind};
use super::page::{FRAME, is_article};
use crate::find::{has, has_any};

/// The paragraphs that ask, at most: what says more of cookies is about them.
const MOST: usize = 4;

/// The longest of them and the longest button behind, in bytes.
const LONGEST: usize = 2000;
const LONGEST_BUTTON: usize = 60;

/// What they speak of in the languages of Europe, of which two are enough beside the cookies.
const SUBJECTS: &str = "onsent|artner|artenaires|ersonal dat|ersonali|ersonnali|echnolog|rivacy|ebsite|\
    rowser|dvertis|ublicit|inwillig|ustimm|atenschutz|ispositi|evice";

/// "On this website we use cookies and similar technologies …, Settings, Accept all".
pub(super) fn set_consent_apart(text: &str, blocks: &mut [Block]) {
    if !is_article(blocks) {
        return;
    }
    let asks = |block: &Block| {
        let slice = block.span.of(text);
        let subjects = || SUBJECTS.split('|').filter(|subject| has(slice, subject));
        slice.len() <= LONGEST && has(slice, "ookie") && subjects().nth(1).is_some()
    };
    let agrees = |block: &Block| {
        let slice = block.span.of(text);
        slice.len() <= LONGEST_BUTTON && has_any(slice, "ept|gree|ceit|ccett|timm")
    };
    let end = blocks.len();
    for mut window in [0..end.min(FRAME), end.saturating_sub(2 * FRAME).max(FRAME)..end] {
        let is = |at: &usize, told: &dyn Fn(&Block) -> bool| blocks.get(*at).is_some_and(told);
        let Some(first) = window.find(|at| is(at, &asks)) else { continue };
        let asking = || (first..first + FRAME).filter(|at| is(at, &asks));
        let last = asking().next_back().unwrap_or(first);
        if asking().count() > MOST {
            continue;
        }
        let button = (last + 1..last + 1 + FRAME).rfind(|at| is(at, &agrees));
        let opens = first.checked_sub(1).filter(|at| is(at, &Block::is_guessed)).unwrap_or(first);
        let dialog = blocks.get_mut(opens..=button.unwrap_or(last)).unwrap_or_default();
        dialog.iter_mut().for_each(|block| block.kind = BlockKind::Boilerplate);
    }
}
