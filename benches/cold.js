// The cold start: from the import to the first summary of an article, in a fresh process or page each time.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../scripts/run.js";

const ARTICLE = join(root, "tests", "texts", "lighthouse.txt");
const TRIES = 7;

const require = createRequire(join(root, "benches", "peers", "peers.js"));

/** What each imports, and how it summarizes `text`. The peers must be installed, which `peers()` sees to. */
const programs = () => ({
  nutgraf: 'const { summarize } = await import("nutgraf"); await summarize(text, { sentences: 3 });',
  "node-summarizer": `const { default: { SummarizerManager } } = await import(${path("node-summarizer")});
    await new SummarizerManager(text, 3).getSummaryByRank();`,
  lexrank: `const { default: lexrank } = await import(${path("lexrank")});
    await new Promise((resolve) => lexrank.summarize(text, 3, resolve));`,
});

/** @param {string} name */
function path(name) {
  return JSON.stringify(require.resolve(name));
}

/** @param {number[]} times */
const least = (times) => Math.min(...times);

/** The least milliseconds of some processes each. */
export function coldInNode() {
  return Object.entries(programs()).map(([name, program]) => {
    const script = `
      const text = process.getBuiltinModule("node:fs").readFileSync(${JSON.stringify(ARTICLE)}, "utf8");
      const log = console.log;
      console.log = () => {};
      const began = performance.now();
      ${program}
      log(performance.now() - began);
    `;
    const run = () =>
      Number(
        execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
          cwd: root,
          encoding: "utf8",
        }),
      );
    return { name, milliseconds: least(Array.from({ length: TRIES }, run)) };
  });
}

/**
 * The least milliseconds of some pages, whose files come from a server on this machine.
 * @param {import("puppeteer-core").Browser} browser
 * @param {string} address
 */
export async function coldInBrowser(browser, address) {
  const text = readFileSync(ARTICLE, "utf8");
  const times = [];
  for (let tries = 0; tries < TRIES; tries++) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.goto(address);
    const time = await page.evaluate(async (text) => {
      const began = performance.now();
      const { summarize } = await import(/** @type {string} */ ("/pkg/index.js"));
      await summarize(text, { sentences: 3 });
      return performance.now() - began;
    }, text);
    times.push(time);
    await context.close();
  }
  return least(times);
}
