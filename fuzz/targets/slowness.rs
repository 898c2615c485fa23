//! A text eight times over costs no more a byte, in executed instructions: what a loop over
//! marks, names or sentences inside another would.
#![no_main]

#[path = "../../benches/machine.rs"]
mod machine;

use libfuzzer_sys::fuzz_target;
use machine::Machine;
use std::sync::LazyLock;

/// What `npm run steps` builds.
const MODULE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/steps-module/nutgraf_bg.wasm");

static MACHINE: LazyLock<Machine> = LazyLock::new(|| {
    let bytes = std::fs::read(MODULE).expect("npm run steps has built the module");
    Machine::of(&bytes).expect("the module is one")
});

/// The texts are as long as this and eight times as long, in bytes.
const SHORT: usize = 4_000;
const TIMES: usize = 8;

/// What stands three times is read otherwise than what stands once: less than this is no
/// loop inside another, which would cost eight times as much.
const MOST: f64 = 2.0;

fuzz_target!(|text: &str| {
    if text.len() < 8 || text.len() > SHORT {
        return;
    }
    let short = text.repeat(SHORT / text.len() + 1);
    let steps = |text: &str| MACHINE.steps_per_byte(text).expect("no text is a trap");
    let growth = steps(&short.repeat(TIMES)) / steps(&short);
    assert!(growth < MOST, "a byte of the longer text costs {growth} times as much");
});
