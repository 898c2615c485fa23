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
import { measure } from "./measure.js";
import { peers } from "./peers/peers.js";
import { prose } from "./texts.js";

/** @typedef {import("./measure.js").Row} Row */

const SIZES = [1e4, 1e5, 1e6, 1e7, 3e7];
const MODULE = join(root, "target", "bench-module");

const pieces = ["lighthouse", "interview", "bread"].map((name) =>
  readFileSync(join(root, "tests", "texts", `${name}.txt`), "utf8"),
);

/** The cold start in Chromium, in milliseconds. */
let coldChromium = Number.NaN;

/** The sizes in this process. */
async function inNode() {
  const glue = await import(join(MODULE, "nutgraf.js"));
  const bytes = readFileSync(join(MODULE, "nutgraf_bg.wasm"));
  const { memory } = await glue.default({ module_or_path: bytes });
  return SIZES.map((length) => measure(glue.Analysis, memory, prose(pieces, length)));
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
      async (sizes, pieces) => {
        const load = (/** @type {string} */ path) => import(path);
        const glue = await load("/target/bench-module/nutgraf.js");
        const { measure } = await load("/benches/measure.js");
        const { prose } = await load("/benches/texts.js");
        const { memory } = await glue.default();
        return sizes.map((length) => measure(glue.Analysis, memory, prose(pieces, length)));
      },
      SIZES,
      pieces,
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
    "      size   analyze ms     MB/s   ÷ floor  ÷ native   5 sentences ms   20 % ms   memory ÷ text",
  );
  for (const { length, floor, analyze, five, fifth, memory } of rows) {
    const cells = [
      [length.toExponential(0), 10],
      [analyze.toFixed(2), 12],
      [(length / analyze / 1e3).toFixed(1), 8],
      [(analyze / floor).toFixed(2), 9],
      [(analyze / native(length)).toFixed(2), 9],
      [five.toFixed(3), 16],
      [fifth.toFixed(2), 9],
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

console.log("\npeers in Node at 100 kB, five sentences");
const ours = (node[1]?.analyze ?? 0) + (node[1]?.five ?? 0);
console.log(`${"nutgraf".padEnd(28)} ${ours.toFixed(2).padStart(10)} ms`);
for (const { name, run } of await peers()) {
  const text = prose(pieces, 1e5);
  const began = performance.now();
  await run(text);
  const time = performance.now() - began;
  console.log(`${name.padEnd(28)} ${time.toFixed(2).padStart(10)} ms   × ${(time / ours).toFixed(0)}`);
}

console.log("\nfrom the import to the first summary of an article of 1.7 kB, in fresh processes and pages");
const cold = [...coldInNode(), { name: "nutgraf in Chromium", milliseconds: coldChromium }];
for (const { name, milliseconds } of cold) {
  console.log(`${name.padEnd(28)} ${milliseconds.toFixed(1).padStart(10)} ms`);
}
