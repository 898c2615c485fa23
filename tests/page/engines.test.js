// What the page does in every engine: real keys and clicks in Chromium and Firefox.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { count, marked, press, startBrowser, texts } from "./browser.js";

for (const name of /** @type {const} */ (["chromium", "firefox"])) {
  describe(name, () => {
    /** @type {Awaited<ReturnType<typeof startBrowser>>} */
    let browser;
    before(async () => {
      browser = await startBrowser(name);
    });
    after(() => browser.close());

    /** @param {string} [sample] */
    async function opened(sample = "news") {
      const opened = await browser.open();
      await opened.page.click(`[data-sample=${sample}]`);
      await opened.page.waitForSelector("#sentences .jump", { visible: true, timeout: 10000 });
      return opened;
    }

    test("summarizes a sample, verbatim, and marks it", async () => {
      const { page, problems } = await opened();
      const article = (await texts(page, "#article"))[0] ?? "";
      const sentences = await texts(page, "#sentences .jump");
      assert.ok(sentences.length > 1 && sentences.every((sentence) => article.includes(sentence)));
      assert.deepEqual(await marked(page, "nutgraf-summary"), sentences);
      assert.match((await texts(page, "#facts"))[0] ?? "", /English/);
      assert.ok((await texts(page, "figcaption")).includes("Ingrid Sol"));
      assert.deepEqual(problems, []);
    });

    test("takes text by copy and paste with the keyboard", async () => {
      const { page } = await opened("minutes");
      await page.click("#edit");
      await press(page, "Control", "KeyA");
      await press(page, "Control", "KeyX");
      await page.waitForSelector("#result", { hidden: true, timeout: 5000 });
      await press(page, "Control", "KeyV");
      await page.waitForSelector("#sentences .jump", { visible: true, timeout: 5000 });
      await page.waitForSelector("#article h2", { visible: true, timeout: 5000 });
      const sentences = await texts(page, "#sentences .jump");
      assert.ok(sentences.length > 1);
    });

    test("follows the slider, in sentences and percent", async () => {
      const { page } = await opened();
      await page.focus("#length");
      await page.keyboard.press("Home");
      await count(page, "#sentences .jump", 1);
      for (let presses = 0; presses < 3; presses++) await page.keyboard.press("ArrowRight");
      await count(page, "#sentences .jump", 4);
      await page.select("#unit", "ratio");
      await page.focus("#length");
      await page.keyboard.press("End");
      await page.waitForFunction(() => document.querySelectorAll("#sentences .jump").length > 18);
    });

    test("jumps into the article and back", async () => {
      const { page } = await opened("study");
      await page.click("#sentences li:last-child .jump");
      const [sentence] = await marked(page, "nutgraf-shown");
      assert.equal(sentence, (await texts(page, "#sentences .jump")).at(-1));
      const inView = await page.evaluate(async () => {
        await new Promise((resolve) => setTimeout(resolve, 800));
        const [range] = [
          .../** @type {Set<StaticRange>} */ (/** @type {unknown} */ (CSS.highlights.get("nutgraf-shown"))),
        ];
        const live = document.createRange();
        if (range) live.setStart(range.startContainer, range.startOffset);
        const { top } = live.getBoundingClientRect();
        return top >= 0 && top < innerHeight;
      });
      assert.ok(inView, "the sentence is in view");
      await page.keyboard.press("Escape");
      assert.equal(await page.evaluate(() => document.activeElement?.textContent?.trim()), sentence);
    });

    test("focuses on a keyword and shows where it occurs", async () => {
      const { page } = await opened();
      const term = (await texts(page, "#keywords button")).at(-1) ?? "";
      await page.click("#keywords li:last-child button");
      await page.waitForSelector("#keywords [aria-pressed=true]", { timeout: 5000 });
      assert.match((await texts(page, "#status"))[0] ?? "", new RegExp(`on “${term}”`));
      await page.waitForFunction(() => (CSS.highlights.get("nutgraf-term")?.size ?? 0) > 0);
      const places = await marked(page, "nutgraf-term");
      assert.ok(
        places.length > 0 && places.every((place) => place[0]?.toLowerCase() === term[0]?.toLowerCase()),
      );
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), term, "the focus stays");
    });

    test("maps the heat of every sentence", async () => {
      const { page } = await opened();
      await page.click("#heat");
      await page.waitForFunction(() => (CSS.highlights.get("nutgraf-heat-5")?.size ?? 0) > 0);
      const sizes = await Promise.all([1, 2, 3, 4, 5].map((level) => marked(page, `nutgraf-heat-${level}`)));
      assert.equal(sizes.flat().length, 23);
    });

    test("reads a PDF file, a Word file and Markdown", async () => {
      const { page, problems } = await browser.open();
      for (const [file, title] of /** @type {const} */ ([
        ["columns.pdf", "Evening meals and the sleep of shift workers"],
        ["minutes.docx", "Minutes of the Quay Street Association"],
        ["notes.md", "The ferry of Harlow Bay"],
      ])) {
        const field = /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (
          await page.$("#file")
        );
        await field.uploadFile(fileURLToPath(new URL(`../files/${file}`, import.meta.url)));
        await page.waitForFunction(
          (title) => document.querySelector("#title")?.textContent === title,
          {},
          title,
        );
      }
      assert.deepEqual(problems, []);
    });

    test("says why, and shows nothing before a text", async () => {
      const { page } = await browser.open();
      assert.equal(await page.$("#result"), null);
      await page.click("[data-sample=news]");
      await page.waitForSelector("#sentences .why summary", { visible: true, timeout: 5000 });
      await page.click("#sentences .why summary");
      await page.waitForSelector("#sentences .why meter", { visible: true });
      assert.match((await texts(page, "#sentences .why"))[0] ?? "", /weightiest terms: \w+/);
    });
  });
}
