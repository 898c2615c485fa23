// 2,000 pastes into the page, of articles that alternate: an hour of a busy reader.
import { readFileSync } from "node:fs";
import { paste, startBrowser } from "../page/browser.js";
import { assertPlateau, MEASURES, megabytes, uses } from "./plateau.js";

const PASTES = 2_000;

/** In megabytes, and in things of the page: each measure ends with the same article. */
const SLACK = { heap: 4, nodes: 20, listeners: 0, highlights: 0 };

const articles = ["lighthouse", "bread"].map((name) =>
  readFileSync(new URL(`../texts/${name}.txt`, import.meta.url), "utf8"),
);

const chromium = await startBrowser();
try {
  const { page, problems } = await chromium.open();
  /** @type {Record<keyof typeof SLACK, number[]>} */
  const measures = { heap: [], nodes: [], listeners: [], highlights: [] };
  const devtools = await page.createCDPSession();
  console.log(`${uses(PASTES) * MEASURES} pastes`);
  for (let measure = 0; measure < MEASURES; measure += 1) {
    for (let count = 0; count < uses(PASTES); count += 1) {
      const article = articles[(uses(PASTES) - count) % 2] ?? "";
      await paste(page, article);
      const title = article.split("\n")[0];
      await page.waitForFunction(
        (title) => document.querySelector("#title")?.textContent === title,
        {},
        title,
      );
    }
    // What an animation frame still holds is let go of behind it.
    for (let frames = 0; frames < 5; frames += 1) {
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      await devtools.send("HeapProfiler.collectGarbage");
    }
    const { Nodes = 0, JSEventListeners = 0, JSHeapUsedSize = 0 } = await page.metrics();
    measures.heap.push(megabytes(JSHeapUsedSize));
    measures.nodes.push(Nodes);
    measures.listeners.push(JSEventListeners);
    measures.highlights.push(
      await page.evaluate(() => [...CSS.highlights.values()].reduce((sum, ranges) => sum + ranges.size, 0)),
    );
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
  for (const [name, slack] of Object.entries(SLACK)) {
    assertPlateau(name, measures[/** @type {keyof typeof SLACK} */ (name)], slack);
  }
} finally {
  await chromium.close();
}
