// npm run lint: formatting, lints and types, of Rust for both hosts and of JavaScript.
import { build } from "./build.js";
import { reference } from "./docs.js";
import { output, run, say } from "./run.js";
import { steps } from "./steps.js";

build();
say("rustfmt and clippy, host and WebAssembly");
run("cargo", ["fmt", "--check"]);
run("cargo", ["clippy", "--quiet", "--all-targets", "--all-features", "--", "-D", "warnings"]);
run("cargo", [
  "clippy",
  "--quiet",
  "--lib",
  "--test",
  "wasm",
  "--target",
  "wasm32-unknown-unknown",
  "--",
  "-D",
  "warnings",
]);
run("cargo", ["clippy", "--quiet", "--no-default-features", "--lib", "--", "-D", "warnings"]);
run("cargo", ["doc", "--quiet", "--no-deps"], { RUSTDOCFLAGS: "-D warnings" });
say("steps: no kind of text dearer than benches/steps.json says");
steps("--check-table");
say("the crate as crates.io takes it");
run("cargo", ["package", "--quiet", "--allow-dirty"]);
// What tests/js/supply.test.js asserts on every machine; cargo-deny is minutes to install.
if (output("cargo", ["deny", "--version"]) !== null) {
  run("cargo", ["deny", "--offline", "check", "licenses", "bans", "sources"]);
}
say("biome and tsc");
run("biome", ["ci", "."]);
run("tsc", ["--project", "tsconfig.json"]);
run("tsc", ["--project", "tests/types/tsconfig.json"]);
say("the API reference");
if (!reference()) {
  console.error("✗ docs/api was not of these types: commit what npm run docs wrote");
  process.exit(1);
}
