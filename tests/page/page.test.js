// The page in real Chromium, with a real clipboard, keys and clicks.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { blocks, count, marked, paste, press, startBrowser, tabTo, texts } from "./browser.js";

const lighthouse = readFileSync(new URL("../texts/lighthouse.txt", import.meta.url), "utf8");
const bread = readFileSync(new URL("../texts/bread.txt", import.meta.url), "utf8");

/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let chromium;
before(async () => {
  chromium = await startBrowser();
});
after(() => chromium.close());

/**
 * @param {import("puppeteer-core").Page} page
 * @param {string} selector
 */
const shown = (page, selector) => page.waitForSelector(selector, { visible: true, timeout: 5000 });

describe("pasting", () => {
  test("summarizes at once, with quotes, speakers and keywords, and marks the article", async () => {
    const { page, problems } = await chromium.open();
    await paste(page, lighthouse);
    await shown(page, "#sentences .jump");
    const sentences = await texts(page, "#sentences .jump");
    assert.ok(sentences.length >= 2);
    for (const sentence of sentences) assert.ok(lighthouse.includes(sentence), "every sentence is verbatim");
    assert.deepEqual(await texts(page, "#title"), ["Keepers wanted for the last staffed light on the coast"]);
    assert.ok(
      (await texts(page, "figure blockquote")).some((quote) => quote.includes("they want to be alone")),
    );
    assert.ok((await texts(page, "figcaption")).includes("Marcus Thiele"));
    assert.ok((await texts(page, "#keywords li")).includes("trust"));
    assert.match((await texts(page, "#status"))[0] ?? "", /^\d+ words · \d of 19 sentences · \d+%$/);
    assert.deepEqual(await marked(page, "nutgraf-summary"), sentences);
    assert.equal(
      (await marked(page, "nutgraf-quote")).length,
      (await texts(page, "figure blockquote")).length,
    );
    assert.ok(
      !(await texts(page, "figure blockquote")).some((quote) => /[,،、]["”]$/.test(quote)),
      "no forced comma",
    );
    assert.equal(
      await page.$eval("#text", (area) => area.checkVisibility()),
      false,
      "the article stands there once",
    );
    assert.equal(await page.evaluate(() => document.activeElement?.id), "summary-heading");
    assert.deepEqual(problems, []);
  });

  test("a paste over an article starts a new one, and undo brings the old one back", async () => {
    const { page } = await chromium.open();
    await paste(page, lighthouse);
    await shown(page, "#sentences .jump");
    await paste(page, bread);
    const title = (/** @type {string} */ wanted) =>
      page.waitForFunction((wanted) => document.querySelector("#title")?.textContent === wanted, {}, wanted);
    await title("How to bake a loaf overnight");
    assert.ok((await texts(page, "#sentences .jump")).every((sentence) => bread.includes(sentence)));
    await page.click("#undo");
    await title("Keepers wanted for the last staffed light on the coast");
    await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
    await press(page, "Control", "KeyZ");
    await title("How to bake a loaf overnight");
  });

  test("typing is summarized after a pause, and is editing, which is left again", async () => {
    const { page } = await chromium.open();
    await page.type("#text", "The ferry sank in the storm.");
    await shown(page, "#sentences .jump");
    assert.deepEqual(await texts(page, "#sentences .jump"), ["The ferry sank in the storm."]);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "text", "typing goes on");
    await page.click("#finish");
    await shown(page, "#article");
    assert.deepEqual(await blocks(page), [["P", "The ferry sank in the storm."]]);
    await page.click("#edit");
    await press(page, "Control", "End");
    await page.keyboard.type(" A new one was built.");
    await count(page, "#sentences .jump", 2);
    await page.click("#finish");
    await shown(page, "#article");
    assert.deepEqual(await blocks(page), [["P", "The ferry sank in the storm. A new one was built."]]);
  });

  test("typing over the article edits it where the caret stands", async () => {
    const { page } = await chromium.open();
    await paste(page, "The ferry sank in the storm of that winter. Nobody was on board of it.");
    await shown(page, "#article p");
    await page.evaluate(() => {
      const [node] = /** @type {Element} */ (document.querySelector("#article p")).childNodes;
      if (node) getSelection()?.collapse(node, 4);
      /** @type {HTMLElement} */ (document.activeElement).blur();
    });
    await page.keyboard.type("old ");
    await page.waitForFunction(() =>
      document.querySelector("#sentences")?.textContent?.includes("The old ferry"),
    );
  });

  test("sends nothing anywhere", async () => {
    const { page, requests } = await chromium.open();
    const loaded = requests.length;
    await paste(page, lighthouse);
    await shown(page, "#sentences .jump");
    await page.focus("#length");
    await page.keyboard.press("ArrowRight");
    await new Promise((resolve) => setTimeout(resolve, 300));
    const after = requests.slice(loaded).map((request) => request.url());
    assert.deepEqual(after, [], "no request after the page is loaded");
    for (const request of requests) {
      assert.ok(request.url().startsWith(chromium.address), `${request.url()} is the page's own`);
      assert.equal(request.method(), "GET");
      assert.equal(request.hasPostData(), false);
    }
  });

  test("markup stays text", async () => {
    const { page, problems } = await chromium.open();
    const hostile = `<img src=x onerror="document.title='pwned'"> The <b>ferry</b> sank. <script>document.title='pwned'</script>`;
    await paste(page, hostile);
    await shown(page, "#sentences .jump");
    assert.equal(
      await page.$$eval(
        "#result img, #result b, #result script, #article img, #article b, #article script",
        (all) => all.length,
      ),
      0,
    );
    assert.equal((await texts(page, "#article")).join(""), hostile);
    assert.notEqual(await page.title(), "pwned");
    assert.deepEqual(problems, []);
  });
});

describe("the length", () => {
  test("follows the slider as the arrow keys move it", async () => {
    const { page } = await chromium.open();
    await paste(page, lighthouse);
    await shown(page, "#sentences .jump");
    await page.focus("#length");
    await page.keyboard.press("Home");
    await count(page, "#sentences .jump", 1);
    for (let presses = 0; presses < 4; presses++) await page.keyboard.press("ArrowRight");
    await count(page, "#sentences .jump", 5);
    assert.equal((await marked(page, "nutgraf-summary")).length, 5);
    const spoken = await page.$eval("#length", (slider) => slider.getAttribute("aria-valuetext"));
    assert.match(spoken ?? "", /^5 sentences, \d+ words$/);
  });

  test("follows the mouse", async () => {
    const { page } = await chromium.open();
    await paste(page, lighthouse);
    const slider = await shown(page, "#length");
    const box = await slider?.boundingBox();
    assert.ok(box);
    await page.mouse.click(box.x + box.width - 4, box.y + box.height / 2);
    await count(page, "#sentences .jump", 19);
    assert.match((await texts(page, "#status"))[0] ?? "", /19 of 19 sentences/);
  });
});

describe("the keyboard alone", () => {
  test("reaches a sample, a new article and the way back", async () => {
    const { page } = await chromium.open();
    await tabTo(page, "[data-sample=news]");
    await page.keyboard.press("Enter");
    await shown(page, "#sentences .jump");
    assert.match((await texts(page, "#title"))[0] ?? "", /ferry/);
    await tabTo(page, "#new", true);
    await page.keyboard.press("Space");
    await page.waitForSelector("#result", { hidden: true, timeout: 5000 });
    assert.equal(await page.evaluate(() => document.activeElement?.id), "text");
    await tabTo(page, "#undo", true);
    await page.keyboard.press("Enter");
    await shown(page, "#sentences .jump");
    assert.match((await texts(page, "#title"))[0] ?? "", /ferry/);
  });

  test("opens why a sentence was chosen, and moves along the strip from mark to mark", async () => {
    const { page } = await chromium.open();
    await paste(page, lighthouse);
    await shown(page, "#sentences .jump");
    await tabTo(page, ".why summary");
    await page.keyboard.press("Enter");
    await shown(page, "#sentences .why meter");
    await tabTo(page, "#strip");
    await page.waitForFunction(() => document.getElementById("strip")?.getAttribute("aria-valuetext"));
    const at = () => page.$eval("#strip", (strip) => Number(strip.getAttribute("aria-valuenow")));
    await page.keyboard.press("End");
    assert.equal(await at(), 100);
    await page.waitForFunction(() => scrollY > 0);
    await page.keyboard.press("Home");
    assert.equal(await at(), 0);
    await page.keyboard.press("ArrowDown");
    const [first, second] = [await at(), await page.keyboard.press("ArrowDown").then(at)];
    assert.ok(first >= 0 && second > first, `${second} is behind ${first}`);
    assert.match(
      (await page.$eval("#strip", (strip) => strip.getAttribute("aria-label"))) ?? "",
      /Map of the article/,
    );
  });

  test("goes from a paste to a copied summary, into the article and back", async () => {
    const { page } = await chromium.open();
    await paste(page, lighthouse);
    await shown(page, "#sentences .jump");
    await tabTo(page, "#sentences .jump");
    const [sentence] = await texts(page, "#sentences .jump");
    assert.ok(lighthouse.includes(sentence ?? "–"));
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "back");
    assert.deepEqual(await marked(page, "nutgraf-shown"), [sentence]);
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), sentence);
    await tabTo(page, "#copy");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("#done")?.textContent === "Copied as text.");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(copied.includes(sentence ?? "–") && copied.includes("— Marcus Thiele"));
  });

  test("the text area and the slider are labelled", async () => {
    const { page } = await chromium.open();
    await paste(page, lighthouse);
    await shown(page, "#length");
    const names = await page.evaluate(() => {
      const label = (/** @type {string} */ id) => {
        const field = /** @type {HTMLInputElement} */ (document.getElementById(id));
        return field.labels?.[0]?.textContent?.trim();
      };
      return [label("text"), label("length")];
    });
    assert.deepEqual(names, ["Article", "Length"]);
  });
});

describe("errors", () => {
  test("a text without words is explained and kept", async () => {
    const { page } = await chromium.open();
    await paste(page, "🎉🎉 !!! 🎉");
    await shown(page, "#problem");
    assert.match((await texts(page, "#problem"))[0] ?? "", /no words to summarize/);
    assert.equal(
      await page.$eval("#text", (area) => /** @type {HTMLTextAreaElement} */ (area).value),
      "🎉🎉 !!! 🎉",
    );
    await paste(page, lighthouse);
    await shown(page, "#sentences .jump");
    assert.equal((await texts(page, "#problem"))[0], "");
  });

  test("a text over the limit is refused and kept, and the page goes on working", async () => {
    const { page } = await chromium.open();
    const length = 64 * 1024 * 1024 + 1;
    await page.evaluate((length) => {
      const area = /** @type {HTMLTextAreaElement} */ (document.querySelector("#text"));
      area.style.display = "none"; // laying out 64 MB in a text area is the browser's own affair
      const dataTransfer = new DataTransfer();
      dataTransfer.setData("text/plain", "a".repeat(length));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }, length);
    await shown(page, "#problem");
    assert.match((await texts(page, "#problem"))[0] ?? "", /too long.*text is kept/);
    assert.equal(
      await page.$eval("#text", (area) => /** @type {HTMLTextAreaElement} */ (area).value.length),
      length,
    );
    await paste(page, lighthouse);
    await shown(page, "#sentences .jump");
  });

  test("a module that cannot be loaded is explained", async () => {
    const broken = await startBrowser("chromium", { missing: /\.wasm$/ });
    try {
      const { page } = await broken.open();
      await shown(page, "#problem");
      assert.match((await texts(page, "#problem"))[0] ?? "", /could not be loaded/);
    } finally {
      await broken.close();
    }
  });
});

test("the page and its headers allow nothing but its own files", async () => {
  const response = await fetch(chromium.address);
  const policy = response.headers.get("content-security-policy") ?? "";
  const page = await response.text();
  for (const carrier of [policy, page]) {
    assert.match(carrier, /default-src 'none'/);
    assert.doesNotMatch(carrier, /unsafe-inline|'unsafe-eval'|https?:\/\/|\*/);
  }
});

test("summarizeElement reads what an element shows", async () => {
  const { page } = await chromium.open();
  const result = await page.evaluate(async () => {
    const module = "./nutgraf/index.js";
    const { summarizeElement } = await import(module);
    const element = document.createElement("article");
    for (const [name, text] of [
      ["h2", "Ferry is back"],
      ["p", "The ferry crosses the inlet again."],
      ["p", "Hidden ferries do not count."],
    ]) {
      const child = document.createElement(name ?? "p");
      child.textContent = text ?? "";
      child.hidden = text?.startsWith("Hidden") ?? false;
      element.append(child);
    }
    // In no page, then in one.
    const parsed = document.implementation.createHTMLDocument().importNode(element, true);
    const apart = await summarizeElement(parsed, { sentences: 5 });
    document.body.append(element);
    const summary = await summarizeElement(element, { sentences: 5 });
    const refused = await summarizeElement("#article").catch((/** @type {Error} */ error) => error);
    return {
      title: summary.title?.text,
      sentences: summary.sentences.map((/** @type {{ text: string }} */ s) => s.text),
      apart: apart.sentences.map((/** @type {{ range: Range }} */ { range }) => range.toString()),
      code: refused.code,
    };
  });
  assert.deepEqual(result, {
    apart: ["The ferry crosses the inlet again."],
    title: "Ferry is back",
    sentences: ["The ferry crosses the inlet again."],
    code: "invalid-text",
  });
});
