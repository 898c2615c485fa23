// npm run screenshots: pictures of the page in its states, into docs/. Letters of every script want fonts of them:
// apt-get install fonts-noto-core fonts-noto-cjk.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pasteHtml, startBrowser } from "../tests/page/browser.js";
import { root, say } from "./run.js";

/** @typedef {import("puppeteer-core").Page} Page */

/** @param {string} name */
const sample = (name) => (/** @type {Page} */ page) => page.click(`[data-sample=${name}]`);

/** @param {string} name */
const file = (name) => async (/** @type {Page} */ page) => {
  const field = /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (
    await page.$("#file")
  );
  await field.uploadFile(join(root, "tests", name));
};

/** An article with everything that markup tells. */
const RICH = `<article><h1>The ferry of Harlow Bay</h1>
<p>Ingrid Sol has baked bread on the quay of Harlow Bay for thirty years. She sells it to the crew of the ferry every morning, before the first boat leaves at six.</p>
<h2>What it costs</h2><ul><li>A foot passenger pays two dollars and a half.</li><li>A car pays nine dollars, its driver included, and waits at the upper gate.</li></ul>
<blockquote>“No boat, no bread,” says the sign in the window of the bakery.</blockquote>
<h2>How it runs</h2><p>Two crews of three people share its wheel and its one kettle. The boat crosses the inlet every half hour from six in the morning until nine in the evening, and on the night of the summer fair until the last guest is home.</p>
<table><tr><th>Month</th><th>Passengers</th></tr><tr><td>April</td><td>4,120</td></tr><tr><td>May</td><td>6,310</td></tr></table>
<pre><code>boat --from north --to south --every 30</code></pre>
<h2>Who steers it</h2><p>Captain Rosa Whitlock steered the old boat for seventeen years. “I never got used to the bus,” Whitlock said. “Nobody waves at a bus.”</p></article>`;

/** @type {{ name: string, width: number, height: number, scheme?: string, language?: string, open?: (page: Page) => Promise<unknown>, click?: string }[]} */
const SHOTS = [
  { name: "empty", width: 1280, height: 900 },
  { name: "reading", width: 1280, height: 900, open: sample("news") },
  { name: "large", width: 1920, height: 1080, open: sample("news") },
  { name: "dark", width: 1280, height: 900, scheme: "dark", open: sample("interview") },
  { name: "narrow", width: 390, height: 844, open: sample("news") },
  { name: "heat", width: 1280, height: 900, open: sample("news"), click: "#heat" },
  { name: "quote", width: 1280, height: 900, open: sample("news"), click: "figure .jump" },
  { name: "why", width: 1280, height: 900, open: (page) => pasteHtml(page, RICH), click: ".why summary" },
  { name: "arabic", width: 1280, height: 900, language: "ar", open: file("texts/arabic.txt") },
  { name: "japanese", width: 1280, height: 900, language: "ja", open: file("texts/japanese.txt") },
  { name: "pdf", width: 1280, height: 900, open: file("files/columns.pdf") },
];

mkdirSync(join(root, "docs"), { recursive: true });
const chromium = await startBrowser();
for (const { name, width, height, scheme = "light", language, open, click } of SHOTS) {
  const { page } = await chromium.open();
  await page.setViewport({ width, height, deviceScaleFactor: 1 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  if (language) await page.select("#language", language);
  await open?.(page);
  if (open) await page.waitForSelector("#sentences li", { visible: true });
  if (click) await page.click(click);
  await new Promise((resolve) => setTimeout(resolve, 800)); // scrolling is smooth
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(root, "docs", `${name}.png`), optimizeForSpeed: false });
  say(`docs/${name}.png`);
}
await chromium.close();
