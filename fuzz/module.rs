//! The built module in the interpreter of the bench of steps, one instance for all inputs.

pub use nutgraf_steps::Run;
use nutgraf_steps::{Machine, Running};
use std::cell::RefCell;

thread_local! {
    static RUNNING: RefCell<Running> = RefCell::new(start());
}

/// The module that the script built and named.
fn start() -> Running {
    let path = std::env::var_os("NUTGRAF_MODULE").expect("npm run fuzz names the module");
    let bytes = std::fs::read(path).expect("the module is there");
    let machine = Machine::of(&bytes).expect("the module is one");
    machine.start().expect("it starts")
}

/// Analysis and automatic summary of a text by the module.
pub fn run(text: &str) -> Run {
    RUNNING.with_borrow_mut(|running| running.run(text)).expect("no text traps")
}
