//! The same results in WebAssembly as on the host, to the last digit.
#![cfg(target_family = "wasm")]

mod common;

use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn news() {
    assert_eq!(common::show(include_str!("texts/lighthouse.txt")), include_str!("snapshots/lighthouse.txt"));
}

#[wasm_bindgen_test]
fn interview() {
    assert_eq!(common::show(include_str!("texts/interview.txt")), include_str!("snapshots/interview.txt"));
}

#[wasm_bindgen_test]
fn how_to() {
    assert_eq!(common::show(include_str!("texts/bread.txt")), include_str!("snapshots/bread.txt"));
}
