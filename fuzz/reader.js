// Any markup, through the reader and into the module: what libFuzzer is for Rust, by the engine's own coverage of blocks,
// and with libFuzzer's flags. (Jazzer.js would do it, but its binary asks for a newer libc than these machines have.)
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { analyze } from "../pkg/inline.js";
import { readMarkdown, readMarkup, readPage } from "../src/cli/markup.js";
import { generator } from "../src/js/warm.js";
import { ran } from "../tests/coverage.js";

/** What a mutation may put in. */
const NAMES =
  "div p b sup pre code table tr td th ul li h1 h4 blockquote figcaption aside br a article svg template";
const ATTRIBUTES = [
  "role=heading",
  "role=complementary",
  "aria-level=9",
  "aria-level=-1.5",
  "hidden",
  "href=#n",
];
const TOKENS = [
  ...NAMES.split(" ").flatMap((name) => [`<${name}>`, `</${name}>`]),
  ...ATTRIBUTES.map((attribute) => `<div ${attribute}>`),
  ...["<p style=display:none>", "&nbsp;", "&#0;", "<!--", "-->", "\n\n", "\t", "“", "”", ". "],
  ...["\u00ad", "\ud800", "😀", "ע", "町", "# ", "* ", "> ", "```", "| x | y |\n|--|--|\n"],
];

/** The promises of the reader: blocks in order, with text in them, as the module takes them. @param {string} markup */
async function promises(markup) {
  for (const read of [readMarkup, readMarkdown, readPage]) {
    const { text, blocks } = read(markup);
    let end = 0;
    for (const block of blocks) {
      assert.ok(block.start >= end && block.end > block.start && block.end <= text.length, "blocks in order");
      assert.notEqual(text.slice(block.start, block.end).trim(), "", "something stands in a block");
      end = block.end;
    }
    const analysis = await analyze(text, { blocks });
    const { sentences } = analysis.summarize();
    for (const { start, end, text: slice } of sentences) assert.equal(text.slice(start, end), slice);
    analysis.free();
  }
}

/** The blocks of code that ran, and about how often. */
async function reached() {
  const ranges = (await ran(["src/"])).filter(({ count }) => count > 0);
  return ranges.map(
    ({ url, startOffset, endOffset, count }) => `${url}:${startOffset}-${endOffset}:${Math.log2(count) | 0}`,
  );
}

/** @param {string} text @param {string[]} corpus @param {() => number} random 0 to 1. */
function mutated(text, corpus, random) {
  const below = (/** @type {number} */ most) => Math.floor(random() * most);
  const one = (/** @type {string[]} */ from) => from[below(from.length)] ?? "";
  const [from, length] = [below(text.length + 1), 1 + below(40)];
  const cut = text.slice(from, from + length);
  const put = [one(TOKENS), one(TOKENS), cut.repeat(1 + below(8)), one(corpus).slice(below(200)), ""];
  const kept = random() < 0.5 ? from : from + length;
  return text.slice(0, from) + one(put) + text.slice(kept);
}

const flag = (/** @type {string} */ name, /** @type {number} */ otherwise) => {
  const given = process.argv.find((each) => each.startsWith(`-${name}=`));
  return given ? Number(given.slice(name.length + 2)) : otherwise;
};
const [runs, seconds] = [
  flag("runs", Number.POSITIVE_INFINITY),
  flag("max_total_time", Number.POSITIVE_INFINITY),
];
const [longest, seed] = [flag("max_len", 4096), flag("seed", Date.now())];
const prefix = process.argv.find((each) => each.startsWith("-artifact_prefix="))?.split("=")[1] ?? "";
const folders = process.argv.slice(2).filter((each) => !each.startsWith("-"));

const began = performance.now();
const random = generator(seed);
/** @type {Set<string>} */
const known = new Set();
const seeds = folders.flatMap((folder) =>
  readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8")),
);
/** @type {string[]} */
const corpus = [];
let run = 0;
for (; run < runs && performance.now() - began < 1000 * seconds; run++) {
  const given = seeds[run];
  let markup = given ?? corpus[Math.floor(random() * corpus.length)] ?? "";
  for (let times = given === undefined ? 1 + Math.floor(random() * 4) : 0; times > 0; times--)
    markup = mutated(markup, corpus, random).slice(0, longest);
  try {
    await promises(markup);
  } catch (error) {
    const file = `${prefix}crash-${run}`;
    writeFileSync(file, markup);
    console.error(file, error);
    process.exit(1);
  }
  const all = await reached();
  if (!all.some((each) => !known.has(each))) continue;
  for (const each of all) known.add(each);
  corpus.push(markup);
  if (folders[0] && given === undefined) writeFileSync(join(folders[0], `${seed}-${run}`), markup);
}
console.error(
  `Done ${run} runs, ${known.size} reached, ${corpus.length} kept, ${Math.round(performance.now() - began)} ms`,
);
