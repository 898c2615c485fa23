// npm test: sets up what is missing and runs every test; with --all (npm run test:all) in WebKit, too.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.js";
import { fuzz } from "./fuzz.js";
import { load } from "./load.js";
import { reproduce } from "./reproduce.js";
import { root, run, say } from "./run.js";
import { browser } from "./setup.js";
import { steps } from "./steps.js";

build();
say("Rust: unit, golden and property tests, and the examples in the documentation");
run("cargo", ["test", "--quiet"]);
say("Rust with English alone");
run("cargo", ["test", "--quiet", "--no-default-features", "--lib"]);
say("Rust in WebAssembly, in Node");
run("cargo", ["test", "--test", "wasm", "--target", "wasm32-unknown-unknown"], {
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: "wasm-bindgen-test-runner",
});
say("steps: the work grows with the text alone");
steps("--check-growth");
say("fuzzing, the same executions every time");
await fuzz({ executions: 20_000 });
say("use for long: a hundredth of npm run load");
load(0.01, ["module", "page"]);
say("size");
run(process.execPath, ["scripts/size.js"]);
const all = process.argv.includes("--all");
if (all) {
  say("the module built in two folders");
  reproduce();
}
say(`JavaScript, the package in its hosts, and the page in Chromium, Firefox${all ? " and WebKit" : ""}`);
const tests = ["js", "page", "hosts"].flatMap((folder) => {
  const names = readdirSync(join(root, "tests", folder)).filter((name) => name.endsWith(".test.js"));
  return names.map((name) => join("tests", folder, name));
});
if (all && browser("webkit")) tests.push(join("tests", "page", "webkit.js"));
run(process.execPath, ["--test", "--test-concurrency=1", ...tests], {
  CHROMIUM_PATH: browser("chromium"),
  FIREFOX_PATH: browser("firefox"),
});
