//! The built module against the host: the same text, the same choice.
#![no_main]

#[path = "../module.rs"]
mod module;

use libfuzzer_sys::fuzz_target;
use nutgraf::stages::whole;

fuzz_target!(|text: &str| {
    let run = module::run(text);
    assert_eq!(run.chosen, whole(text.into()));
});
