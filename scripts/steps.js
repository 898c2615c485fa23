// npm run steps [-- --write]: executed instructions of the module per byte of text, against benches/steps.json.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { madeProse } from "../benches/texts.js";
import { compile } from "./build.js";
import { root, run } from "./run.js";

/** In characters of ASCII. */
const LONGEST = 1_000_000;

/**
 * Builds the module as it is shipped, with one export more, and counts.
 * @param {"--check-growth" | "--check-table" | "--write"} mode
 */
export function steps(mode) {
  const folder = join(root, "target", "steps-module");
  compile(folder, ["--features", "bench"]);
  mkdirSync(join(root, "target"), { recursive: true });
  const prose = join(root, "target", "steps-prose.txt");
  writeFileSync(prose, madeProse(LONGEST));
  run("cargo", ["bench", "--quiet", "--bench", "steps", "--", join(folder, "nutgraf_bg.wasm"), prose, mode]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  steps(process.argv.includes("--write") ? "--write" : "--check-table");
}
