// The standard's Summarizer in Chromium and Firefox: every step, a document that is gone, and the example by hand.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import puppeteer from "puppeteer-core";
import { browser as browserPath } from "../../scripts/setup.js";
import { DETACHED, serveSummarizer } from "./summarizer-page.js";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];

/** Chromium has a Summarizer of its own, which here lacks its model. */
const WITHOUT_ITS_OWN = "--disable-blink-features=AISummarizationAPI";

test("auto leaves an engine's own alone", async () => {
  const server = await serveSummarizer();
  const browser = await puppeteer.launch({ executablePath: browserPath("chromium"), args: FLAGS });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.address}steps.html`);
    await page.evaluate("globalThis.before = globalThis.Summarizer ??= class Own {}");
    const same = "import('./node_modules/nutgraf/pkg/summarizer-auto.js').then(() => Summarizer === before)";
    assert.equal(await page.evaluate(same), true);
  } finally {
    await browser.close();
    server.close();
  }
});

for (const name of /** @type {const} */ (["chromium", "firefox"])) {
  describe(`Summarizer in ${name}`, () => {
    /** @type {import("puppeteer-core").Browser} */
    let browser;
    /** @type {Awaited<ReturnType<typeof serveSummarizer>>} */
    let server;
    before(async () => {
      server = await serveSummarizer();
      browser = await puppeteer.launch({
        browser: name === "firefox" ? "firefox" : "chrome",
        executablePath: browserPath(name),
        args: name === "firefox" ? [] : [...FLAGS, WITHOUT_ITS_OWN],
      });
    });
    after(async () => {
      await browser.close();
      server.close();
    });

    test("every step of the standard is kept", async () => {
      const page = await browser.newPage();
      await page.goto(`${server.address}steps.html`);
      await page.waitForFunction("globalThis.told", { timeout: 30_000 });
      const { steps, failures } = /** @type {any} */ (await page.evaluate("globalThis.told"));
      assert.deepEqual(failures, []);
      assert.ok(steps >= 25);
    });

    test("a document that is gone is refused", async () => {
      const page = await browser.newPage();
      await page.goto(server.address);
      assert.deepEqual(await page.evaluate(DETACHED), Array(5).fill("InvalidStateError"));
    });

    test("the example summarizes what is typed, off the main thread", async () => {
      const page = await browser.newPage();
      await page.goto(server.address);
      await page.type("#text", "The ferry is back. The ferry crosses the inlet every hour. Nobody waits.");
      await page.select("#type", "tldr");
      await page.click("button");
      await page.waitForFunction("document.querySelector('#summary').textContent.length > 0");
      assert.equal(
        await page.$eval("#summary", (output) => output.textContent),
        "The ferry crosses the inlet every hour.",
      );
      if (name === "chromium") assert.equal(page.workers().length, 1);
      assert.equal(await page.$eval("#problem", (problem) => problem.textContent), "");
    });
  });
}
