// <nutgraf-summary> in plain HTML, React 19 and Vue 3, in real browsers, under the strict policy of the page.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startBrowser } from "./browser.js";
import { elementPage } from "./element-page.js";

/** What a sentence's range holds, with white space as it is shown. */
const RANGES = `[...document.querySelector("#plain").summary.sentences, ...document.querySelector("#plain").summary.quotes]
  .map(({ text, range }) => [text, range.toString().replace(/\\s+/g, " ")])`;

/** @type {import("puppeteer-core").Page} */
let page;

/**
 * The texts of the element's parts.
 * @param {string} id
 * @param {string} part
 */
const parts = (id, part) =>
  page.evaluate(
    (id, part) => {
      const found = document.getElementById(id)?.shadowRoot?.querySelectorAll(`[part=${part}]`) ?? [];
      return [...found].map((element) => element.textContent);
    },
    id,
    part,
  );

/**
 * Waits until the element shows so many parts.
 * @param {string} id
 * @param {string} part
 * @param {number} wanted
 */
const shows = (id, part, wanted) =>
  page.waitForFunction(
    (id, part, wanted) =>
      document.getElementById(id)?.shadowRoot?.querySelectorAll(`[part=${part}]`).length === wanted,
    { timeout: 10_000 },
    id,
    part,
    wanted,
  );

/** @type {string} */
let folder;
before(async () => {
  folder = await elementPage();
});

for (const name of /** @type {const} */ (["chromium", "firefox"])) {
  describe(`in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof startBrowser>>} */
    let browser;
    /** @type {string[]} */
    let problems;
    before(async () => {
      browser = await startBrowser(name, { folder });
      ({ page, problems } = await browser.open());
      await shows("plain", "sentence", 2);
    });
    after(async () => {
      await browser.close();
      // Vue asks for a policy of Trusted Types of its own, and goes on without it.
      assert.deepEqual(
        problems.filter((problem) => !/creating a Trusted ?Types? ?Policy/i.test(problem)),
        [],
      );
    });

    test("it shows sentences and quotes with their speakers", async () => {
      assert.equal(
        (await parts("plain", "sentence"))[0],
        "The ferry is back in Harlow Bay after four years without a boat.",
      );
      assert.deepEqual(await parts("plain", "quote"), [
        "“Without the boat there was no bread”Ingrid Sol, a baker on the quay",
      ]);
      assert.deepEqual(await parts("plain", "speaker"), ["Ingrid Sol, a baker on the quay"]);
    });

    test("every sentence and quote has its range in the page", async () => {
      await page.evaluate(() => document.getElementById("plain")?.setAttribute("sentences", "20"));
      await shows("plain", "sentence", 6);
      const ranges = /** @type {[string, string][]} */ (await page.evaluate(RANGES));
      assert.equal(ranges.length, 7);
      for (const [text, held] of ranges) assert.equal(held, text.replace(/\s+/g, " "));
      const all = ranges.map(([text]) => text).join(" ");
      assert.ok(all.includes("🎉") && all.includes("two euros for the crossing"));
      assert.doesNotMatch(all, /hidden|Subscribe/);
      await page.evaluate(() => document.getElementById("plain")?.setAttribute("sentences", "2"));
      await shows("plain", "sentence", 2);
    });

    test("it marks what it chose, and takes the marks away", async () => {
      const marks = () =>
        page.evaluate(() =>
          ["nutgraf-sentence", "nutgraf-quote"].map((name) => CSS.highlights.get(name)?.size ?? 0),
        );
      assert.deepEqual(await marks(), [2, 1]);
      await page.evaluate(() => document.getElementById("plain")?.removeAttribute("highlight"));
      await page.waitForFunction(() => CSS.highlights.get("nutgraf-sentence")?.size === 0);
      assert.deepEqual(await marks(), [0, 0]);
    });

    test("a click or Enter selects, and shows the place unless it is prevented", async () => {
      await page.evaluate(() => {
        const element = document.getElementById("plain");
        element?.addEventListener("nutgraf-select", (event) => {
          const { heard = "" } = element.dataset;
          element.dataset.heard = heard + /** @type {CustomEvent} */ (event).detail.text.slice(0, 9);
          if (!heard) event.preventDefault();
        });
      });
      const state = () =>
        page.evaluate(() => [
          document.getElementById("plain")?.dataset.heard,
          CSS.highlights.get("nutgraf-current")?.size ?? 0,
        ]);
      await page.click("#plain >>> [part=link]");
      assert.deepEqual(await state(), ["The ferry", 0]);
      await page.keyboard.press("Enter");
      assert.deepEqual(await state(), ["The ferryThe ferry", 1]);
    });

    test("properties are reflected, and styles reach its parts", async () => {
      const result = await page.evaluate(() => {
        const element = /** @type {import("../../src/js/element.js").NutgrafSummary} */ (
          document.getElementById("plain")
        );
        const before = [element.htmlFor, element.sentences, element.quotes, element.query, element.highlight];
        element.quotes = "all";
        element.ratio = null;
        const quote = element.shadowRoot?.querySelector("[part=quote]");
        const list = element.shadowRoot?.querySelector("ul");
        return {
          before,
          attribute: element.getAttribute("quotes"),
          color: quote && getComputedStyle(quote).color,
          gap: list && getComputedStyle(list).rowGap,
        };
      });
      assert.deepEqual(result, {
        before: ["article", 2, true, null, false],
        attribute: "all",
        color: "rgb(1, 2, 3)",
        gap: "7px",
      });
    });

    test("a wrong attribute says so, and the next right one works", async () => {
      await page.evaluate(() => {
        const element = document.getElementById("plain");
        element?.addEventListener("nutgraf-error", (event) => {
          document.title = /** @type {CustomEvent} */ (event).detail.code;
        });
        element?.setAttribute("sentences", "many");
      });
      await shows("plain", "error", 1);
      assert.equal(await page.title(), "invalid-option");
      await page.evaluate(() => document.getElementById("plain")?.setAttribute("sentences", "1"));
      await shows("plain", "sentence", 1);
      await shows("plain", "error", 0);
    });

    test("it follows changes of what it summarizes, and waits for what is not there yet", async () => {
      await page.evaluate(() => {
        const late = document.createElement("nutgraf-summary");
        late.id = "late";
        late.setAttribute("for", "late-text");
        document.body.append(late);
      });
      await page.evaluate(() => {
        const text = document.createElement("p");
        text.id = "late-text";
        text.textContent = "The tram is new. It runs along the quay.";
        document.body.append(text);
      });
      await page.waitForFunction(() =>
        /tram/.test(document.getElementById("late")?.shadowRoot?.textContent ?? ""),
      );
      await page.evaluate(() => {
        const text = document.getElementById("late-text");
        if (text?.firstChild) text.firstChild.nodeValue = "The bridge is closed. Nobody knows for how long.";
      });
      await page.waitForFunction(() =>
        /bridge/.test(document.getElementById("late")?.shadowRoot?.textContent ?? ""),
      );
      await page.evaluate(() => {
        const other = document.createElement("p");
        other.id = "late-text";
        other.textContent = "The harbour froze. The gulls left.";
        document.getElementById("late-text")?.replaceWith(other);
      });
      await page.waitForFunction(() =>
        /harbour/.test(document.getElementById("late")?.shadowRoot?.textContent ?? ""),
      );
      await page.evaluate(() => document.getElementById("late")?.remove());
    });

    for (const [framework, more, count] of [
      ["react", "more", "react-count"],
      ["vue", "vue-more", "vue-count"],
    ]) {
      test(`it takes properties and gives events in ${framework}`, async () => {
        await shows(framework ?? "", "sentence", 1);
        await page.click(`#${more}`);
        await shows(framework ?? "", "sentence", 2);
        await page.waitForFunction((id) => document.getElementById(id)?.textContent === "2", {}, count ?? "");
      });
    }
  });
}
