// The page in real Chromium, with a real clipboard, keys and clicks.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { count, marked, paste, startBrowser, tabTo, texts } from "./browser.js";

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
    assert.match((await texts(page, "#status"))[0] ?? "", /^\d of 19 sentences, \d+ % of the text/);
    assert.deepEqual(await marked(page, "nutgraf-summary"), sentences);
    assert.deepEqual(await marked(page, "nutgraf-quote"), await texts(page, "figure blockquote"));
    assert.deepEqual(problems, []);
  });

  test("the newest text wins", async () => {
    const { page } = await chromium.open();
    await paste(page, lighthouse);
    await paste(page, bread);
    await page.waitForFunction(
      () => document.querySelector("#title")?.textContent === "How to bake a loaf overnight",
    );
    assert.ok((await texts(page, "#sentences .jump")).every((sentence) => bread.includes(sentence)));
  });

  test("typing is summarized after a pause", async () => {
    const { page } = await chromium.open();
    await page.type("#text", "The ferry sank in the storm.");
    await shown(page, "#sentences .jump");
    assert.deepEqual(await texts(page, "#sentences .jump"), ["The ferry sank in the storm."]);
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
    assert.equal(
      await page.$eval("#length", (slider) => slider.getAttribute("aria-valuetext")),
      "5 sentences",
    );
  });

  test("follows the mouse", async () => {
    const { page } = await chromium.open();
    await paste(page, lighthouse);
    const slider = await shown(page, "#length");
    const box = await slider?.boundingBox();
    assert.ok(box);
    await page.mouse.click(box.x + box.width - 4, box.y + box.height / 2);
    await count(page, "#sentences .jump", 19);
  });
});

describe("the keyboard alone", () => {
  test("reaches the sample and clears it", async () => {
    const { page } = await chromium.open();
    await tabTo(page, "sample");
    await page.keyboard.press("Enter");
    await shown(page, "#sentences .jump");
    assert.match((await texts(page, "#title"))[0] ?? "", /ferry/);
    await tabTo(page, "clear", true);
    await page.keyboard.press("Space");
    await page.waitForSelector("#result", { hidden: true, timeout: 5000 });
    assert.equal(await page.evaluate(() => document.activeElement?.id), "text");
    await tabTo(page, "undo", true);
    await page.keyboard.press("Enter");
    await shown(page, "#sentences .jump");
    assert.match(
      await page.$eval("#text", (area) => /** @type {HTMLTextAreaElement} */ (area).value),
      /ferry/,
    );
  });

  test("goes from a paste to a copied summary, into the article and back", async () => {
    const { page } = await chromium.open();
    await paste(page, lighthouse);
    await shown(page, "#sentences .jump");
    await page.focus("#unit");
    await page.keyboard.press("Tab"); // the first sentence
    const sentence = await page.evaluate(() => document.activeElement?.textContent);
    assert.ok(lighthouse.includes(sentence ?? "–"));
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "back");
    assert.deepEqual(await marked(page, "nutgraf-shown"), [sentence]);
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), sentence);
    while (!(await page.evaluate(() => document.activeElement?.matches("[data-copy=text]")))) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("#done")?.textContent === "Copied.");
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
    await page.$eval(
      "#text",
      (area, length) => {
        const field = /** @type {HTMLTextAreaElement} */ (area);
        field.style.display = "none"; // only its value matters here, and laying out 64 MB does not
        field.value = "a".repeat(length);
        field.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
      },
      length,
    );
    await shown(page, "#problem");
    assert.match((await texts(page, "#problem"))[0] ?? "", /too long.*text is kept/);
    assert.equal(
      await page.$eval("#text", (area) => /** @type {HTMLTextAreaElement} */ (area).value.length),
      length,
    );
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
