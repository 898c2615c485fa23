// npm run size: what a page that uses the main entry downloads, with brotli. Fails over the budget.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { buildSync } from "esbuild";
import { root } from "./run.js";

/** In kB of 1000 bytes. */
const BUDGET = 180;

/** For everything that the page loads at first, in the same. */
const PAGE_BUDGET = 250;

/** For `nutgraf/summarizer` beyond the main entry, as a bundler makes both, in the same. */
const SUMMARIZER_BUDGET = 4;

/** The main entry and what it imports. */
const FILES = ["index.js", "load.js", "error.js", "wasm/nutgraf_bg.wasm"];

/**
 * @param {string} folder
 * @param {string[]} files
 */
function weigh(folder, files) {
  let sum = 0;
  for (const file of files) {
    const size = brotliCompressSync(readFileSync(join(folder, file))).length / 1000;
    sum += size;
    console.log(`${size.toFixed(1).padStart(7)} kB  ${file}`);
  }
  return sum;
}

/**
 * @param {string} name
 * @param {number} sum
 * @param {number} budget
 */
function compare(name, sum, budget) {
  console.log(`${sum.toFixed(1).padStart(7)} kB  of ${budget} kB: ${name}\n`);
  if (sum <= budget) return;
  console.error(`✗ ${name} is over its budget: see ARCHITECTURE.md, “Size and speed”`);
  process.exitCode = 1;
}

/** What a bundler makes of entries, their WebAssembly apart. @param {string[]} entries */
function bundled(entries) {
  const contents = entries.map((entry) => `export * from "./${entry}";`).join("");
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: join(root, "pkg") },
    ...{ bundle: true, minify: true, write: false, format: "esm", logLevel: "warning" },
  });
  return brotliCompressSync(outputFiles[0]?.contents ?? "").length / 1000;
}

compare("the main entry", weigh(join(root, "pkg"), FILES), BUDGET);
const page = join(root, "pkg", "page");
const all = /** @type {string[]} */ (readdirSync(page, { recursive: true }));
const first = all.filter(
  (file) => /\.\w+$/.test(file) && !/\.ts$|readability|^pdf\b|^\w+-thread|^words.(?!en)/.test(file),
);
compare("the page’s first load", weigh(page, first), PAGE_BUDGET);
compare(
  "nutgraf/summarizer beyond the main entry",
  bundled(["index.js", "summarizer.js"]) - bundled(["index.js"]),
  SUMMARIZER_BUDGET,
);
