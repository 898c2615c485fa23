// The npm module's speed in Node and in browsers, as ratios to native speed, to
// the floor, and to the peers, all in one run.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import sirv from "sirv";
import { root } from "../scripts/run.js";
import { browser } from "../scripts/setup.js";
import { coldInBrowser, coldInNode } from "./cold.js";
import { measure, timed } from "./measure.js";
import { peers } from "./peers/peers.js";

/** @typedef {import("./measure.js").Row} Row */

const SIZES = [1e4, 1e5, 1e6, 1e7, 3e7];
const MODULE = join(root, "target", "bench-module");

/** What `scripts/bench.js` has put there, as long as the longest. */
const PROSE = "target/bench-prose.txt";
const prose = readFileSync(join(root, PROSE), "utf8");

/** The cold start in Chromium, in milliseconds. */
let coldChromium = Number.NaN;

/** The sizes in this process. */
async function inNode() {
  const glue = await import(join(MODULE, "nutgraf.js"));
  const bytes = readFileSync(join(MODULE, "nutgraf_bg.wasm"));
  const { memory } = await glue.default({ module_or_path: bytes });
  const rows = [];
  for (const length of SIZES) rows.push(await measure(glue.Analysis, memory, prose.slice(0, length)));
  return rows;
}

/**
 * The sizes in a browser, on a page that has nothing else.
 * @param {"chromium" | "firefox"} name
 * @param {string} address
 */
async function inBrowser(name, address) {
  const flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  const running = await puppeteer.launch({
    browser: name === "firefox" ? "firefox" : "chrome",
    executablePath: browser(name),
    args: name === "firefox" ? [] : flags,
    protocolTimeout: 600_000,
  });
  try {
    const page = await running.newPage();
    await page.goto(address);
    if (name === "chromium") coldChromium = await coldInBrowser(running, address);
    return await page.evaluate(
      async (sizes, path) => {
        const load = (/** @type {string} */ path) => import(path);
        const glue = await load("/target/bench-module/nutgraf.js");
        const { measure } = await load("/benches/measure.js");
        const prose = await (await fetch(`/${path}`)).text();
        const { memory } = await glue.default({ module_or_path: "/target/bench-module/nutgraf_bg.wasm" });
        const rows = [];
        for (const length of sizes) rows.push(await measure(glue.Analysis, memory, prose.slice(0, length)));
        return rows;
      },
      SIZES,
      PROSE,
    );
  } finally {
    await running.close();
  }
}

/** Serves the project's folder on a free port of this machine. */
async function serveFolder() {
  const files = sirv(root, { dev: true, dotfiles: false });
  const server = createServer((request, response) =>
    files(request, response, () => {
      response.setHeader("content-type", "text/html").end("<!doctype html>");
    }),
  );
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const bound = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${bound.port}/`, close: () => server.close() };
}

/**
 * What criterion measured of the whole, in milliseconds.
 * @param {number} length
 */
function native(length) {
  const path = join(root, "target", "criterion", "whole", "prose", String(length), "new", "estimates.json");
  return JSON.parse(readFileSync(path, "utf8")).median.point_estimate / 1e6;
}

/**
 * @param {string} host
 * @param {Row[]} rows
 */
function print(host, rows) {
  console.log(`\n${host}`);
  console.log(
    "      size   median ms    least    worst    first    MB/s   ÷ floor  ÷ native   5 sentences ms   20 % ms   memory ÷ text",
  );
  for (const { length, floor, analyze, five, fifth, memory } of rows) {
    const cells = [
      [length.toExponential(0), 10],
      [analyze.median.toFixed(2), 11],
      [analyze.least.toFixed(2), 8],
      [analyze.worst.toFixed(2), 8],
      [analyze.first.toFixed(2), 8],
      [(length / analyze.median / 1e3).toFixed(1), 7],
      [(analyze.median / floor.median).toFixed(2), 9],
      [(analyze.median / native(length)).toFixed(2), 9],
      [five.median.toFixed(3), 16],
      [fifth.median.toFixed(2), 9],
      [(memory / length).toFixed(1), 15],
    ];
    console.log(cells.map(([cell, width]) => String(cell).padStart(Number(width))).join(" "));
  }
}

const node = await inNode();
print("Node", node);
const { address, close } = await serveFolder();
for (const name of /** @type {const} */ (["chromium", "firefox"])) {
  print(name, await inBrowser(name, address));
}
close();

console.log(
  "\npeers in Node at 100 kB, five sentences: warm median of as many calls for all, first call beside it",
);
const text = prose.slice(0, 1e5);
const { Analysis } = await import(join(MODULE, "nutgraf.js"));
const ours = await timed(() => {
  const analysis = new Analysis(text, undefined);
  analysis.summarize({ sentences: 5 });
  analysis.free();
});
const line = (/** @type {string} */ name, /** @type {import("./measure.js").Times} */ { median, first }) =>
  `${name.padEnd(28)} ${median.toFixed(2).padStart(10)} ms   first ${first.toFixed(2).padStart(10)} ms`;
console.log(line("nutgraf", ours));
for (const { name, run } of await peers()) {
  const theirs = await timed(() => run(text));
  console.log(`${line(name, theirs)}   × ${(theirs.median / ours.median).toFixed(0)}`);
}

console.log("\nfrom the import to the first summary of an article of 1.7 kB, in fresh processes and pages");
const cold = [...coldInNode(), { name: "nutgraf in Chromium", milliseconds: coldChromium }];
for (const { name, milliseconds } of cold) {
  console.log(`${name.padEnd(28)} ${milliseconds.toFixed(1).padStart(10)} ms`);
}
