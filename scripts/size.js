// npm run size: what a page that uses the main entry downloads, with brotli. Fails over the budget.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { root } from "./run.js";

/** In kB of 1000 bytes. */
const BUDGET = 120;

/** The main entry and what it imports. */
const FILES = ["index.js", "load.js", "error.js", "wasm/nutgraf.js", "wasm/nutgraf_bg.wasm"];

let sum = 0;
for (const file of FILES) {
  const size = brotliCompressSync(readFileSync(join(root, "pkg", file))).length / 1000;
  sum += size;
  console.log(`${size.toFixed(1).padStart(7)} kB  ${file}`);
}
console.log(`${sum.toFixed(1).padStart(7)} kB  of ${BUDGET} kB`);
if (sum > BUDGET) {
  console.error("✗ the main entry is over its budget: see ARCHITECTURE.md, “Size and speed”");
  process.exit(1);
}
