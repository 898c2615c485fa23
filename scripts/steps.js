// npm run steps [-- --write]: executed instructions of the module per byte of text, against benches/steps.json.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { madeProse } from "../benches/texts.js";
import { compileForBench } from "./build.js";
import { root, run } from "./run.js";

/** In characters of ASCII. */
const LONGEST = 1_000_000;

/** Where Cargo builds what runs the module in an interpreter, here and for fuzzing. */
export const TOOLS = join(root, "target", "tools");

/**
 * Builds the module as it is shipped, with one export more, and counts.
 * @param {"--check-growth" | "--check-table" | "--write"} mode
 */
export function steps(mode) {
  const module = compileForBench();
  mkdirSync(join(root, "target"), { recursive: true });
  const prose = join(root, "target", "steps-prose.txt");
  writeFileSync(prose, madeProse(LONGEST));
  const manifest = join("benches", "steps", "Cargo.toml");
  const flags = ["--release", "--manifest-path", manifest, "--target-dir", TOOLS];
  run("cargo", ["run", "--quiet", ...flags, "--", module, prose, mode]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  steps(process.argv.includes("--write") ? "--write" : "--check-table");
}
