// The page's ways in and out, its safety, offline use and access, in real Chromium.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { count, marked, startBrowser, texts } from "./browser.js";

const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let chromium;
before(async () => {
  chromium = await startBrowser();
});
after(() => chromium.close());

/** @typedef {import("puppeteer-core").Page} Page */

/** @param {Page} page */
const value = (page) => page.$eval("#text", (area) => /** @type {HTMLTextAreaElement} */ (area).value);

/** @param {Page} page */
const summarized = (page) => page.waitForSelector("#sentences .jump", { visible: true, timeout: 10000 });

/**
 * Puts markup on the clipboard and pastes it with the keyboard.
 * @param {Page} page
 * @param {string} html
 */
async function pasteHtml(page, html) {
  await page.evaluate(async (html) => {
    const blob = (/** @type {string} */ type, /** @type {string} */ text) => new Blob([text], { type });
    await navigator.clipboard.write([
      new ClipboardItem({ "text/html": blob("text/html", html), "text/plain": blob("text/plain", "plain") }),
    ]);
  }, html);
  await page.focus("#text");
  await page.keyboard.down("Control");
  await page.keyboard.press("KeyA");
  await page.keyboard.press("KeyV");
  await page.keyboard.up("Control");
}

const RICH =
  "<nav>Home Shop About</nav><article><h1>Ferry is back in Harlow Bay</h1><p>The <b>ferry</b> crosses the inlet again " +
  "from April, the council said.</p><ul><li>It costs two dollars.</li><li>It runs until nine.</li></ul>" +
  "<figure><img><figcaption>The old ferry</figcaption></figure><script>document.title='pwned'</script>" +
  "<blockquote>No boat, no bread.</blockquote></article><footer>Cookie policy</footer>";

const GROUPED =
  "<article><h1>Harlow Bay</h1><p>Ingrid Sol has baked bread on the quay of Harlow Bay for thirty years.<sup><a href='#n1'>[1]</a></sup> " +
  "She sells it to the crew of the ferry every morning.</p>" +
  "<h2>The ferry</h2><p>The ferry of the inlet was built by hand in nineteen hundred and eight. " +
  "Two crews of three people share its wheel and its one kettle.</p>" +
  "<h2>The bridge</h2><p>A bridge of stone was planned twice and never paid for by anybody. " +
  "Nobody in town has missed it since the winter of the great storm.</p>" +
  "<h2>The quay</h2><p>Old granite holds the quay together, with iron rings for forty boats.</p>" +
  "<h2>References</h2><p>The gazette says all this of the ferry, the bridge and the quay.</p></article>";

test("a rich paste is grouped under its headings, and says who is meant", async () => {
  const { page, problems } = await chromium.open();
  await pasteHtml(page, GROUPED);
  await summarized(page);
  await page.select("#unit", "ratio");
  await page.focus("#length");
  await page.keyboard.press("End");
  await page.waitForSelector("#sentences h3");
  assert.deepEqual(await texts(page, "#sentences h3"), ["The ferry", "The bridge", "The quay"]);
  const all = (await texts(page, "#sentences .jump")).join(" ");
  assert.doesNotMatch(all, /gazette|\[1\]/, "references are no sentences, and their marks are not shown");
  assert.deepEqual(
    await page.$$eval("#sentences .antecedent", (found) => found.map((each) => each.textContent)),
    [" [Ingrid Sol]"],
  );
  await page.click("[data-copy=text]");
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.waitForFunction(() => document.getElementById("done")?.textContent === "Copied.");
  assert.match(await copied(), /The ferry\n\nThe ferry of the inlet was built/);
  assert.match(await copied(), /She \[Ingrid Sol\] sells it/);
  assert.ok(await page.$eval("#antecedents", (box) => box.checkVisibility()));
  await page.click("#antecedents");
  assert.equal(await page.$("#sentences .antecedent"), null);
  await page.click("[data-copy=text]");
  await page.waitForFunction(async () => !(await navigator.clipboard.readText()).includes("[Ingrid Sol]"));
  assert.match(await copied(), /She sells it/);
  await page.click("[data-sample=minutes]");
  await page.waitForFunction(
    () => !document.getElementById("sentences")?.textContent?.includes("baked bread"),
  );
  const offered = await page.$eval("#antecedents", (box) => box.checkVisibility());
  assert.equal(offered, (await page.$("#sentences .antecedent")) !== null, "offered only where there is one");
  assert.deepEqual(problems, []);
});

describe("ways in", () => {
  test("pasted markup becomes headings, paragraphs and lists, without the site around it", async () => {
    const { page, problems } = await chromium.open();
    await pasteHtml(page, RICH);
    await summarized(page);
    assert.equal(
      await value(page),
      "Ferry is back in Harlow Bay\n\nThe ferry crosses the inlet again from April, the council said.\n\n" +
        "- It costs two dollars.\n\n- It runs until nine.\n\nThe old ferry\n\nNo boat, no bread.",
    );
    assert.deepEqual(await texts(page, "#title"), ["Ferry is back in Harlow Bay"]);
    assert.deepEqual(problems, []);
  });

  test("hostile markup does nothing", async () => {
    const { page, requests } = await chromium.open();
    const before = requests.length;
    const deep = "<div>".repeat(100_000);
    await pasteHtml(
      page,
      `<p>The ferry sank in the storm of Tuesday.</p><img src="${chromium.address}stolen" onerror="document.title='pwned'">` +
        `<script>document.title='pwned'</script><a href="javascript:document.title='pwned'">link</a><svg onload="document.title='pwned'">${deep}`,
    );
    await summarized(page);
    assert.notEqual(await page.title(), "pwned");
    assert.deepEqual(
      requests.slice(before).map((request) => request.url()),
      [],
    );
  });

  test("files are chosen: text, saved pages, and what is neither", async () => {
    const { page } = await chromium.open();
    const folder = mkdtempSync(join(tmpdir(), "nutgraf-"));
    const write = (/** @type {string} */ name, /** @type {string | Buffer} */ content) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const field = /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (
      await page.$("#file")
    );
    await field.uploadFile(write("a.txt", "The ferry crosses the inlet again from April."));
    await summarized(page);
    assert.equal(await value(page), "The ferry crosses the inlet again from April.");
    const paragraph =
      "<p>The council of Harlow Bay voted on Tuesday to bring back the ferry, four years after a storm sank it.</p>";
    const saved = `<title>Harlow Bay votes</title><nav>Home Shop</nav><article>${paragraph.repeat(9)}</article><aside>Read more</aside>`;
    await field.uploadFile(write("b.html", saved));
    await page.waitForFunction(
      () =>
        /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).value.startsWith(
          "Harlow Bay votes",
        ),
      { timeout: 5000 },
    );
    assert.doesNotMatch(await value(page), /Shop|Read more|</);
    await field.uploadFile(write("c.png", Buffer.from([137, 80, 78, 71, 0, 0, 0, 1])));
    await page.waitForFunction(() =>
      /is no text/.test(document.querySelector("#problem")?.textContent ?? ""),
    );
    assert.match(await value(page), /^Harlow Bay votes/, "the text is kept");
  });

  test("a link's fragment brings a text and a length, and a dropped text is taken", async () => {
    const { page } = await chromium.open();
    const text = "The ferry is back. It crosses the inlet every hour. Tickets cost two dollars for all.";
    await page.goto(`${chromium.address}#text=${encodeURIComponent(text)}&length=1&unit=sentences`);
    await page.reload();
    await count(page, "#sentences .jump", 1);
    assert.equal(await value(page), text);
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["A text that was dropped here as a file."], "dropped.txt"));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    });
    await page.waitForFunction(() =>
      document.querySelector("#sentences .jump")?.textContent?.includes("dropped"),
    );
  });

  test("a draft survives a reload if the person agrees, and not otherwise", async () => {
    const { page } = await chromium.open();
    await page.click("#sample");
    await summarized(page);
    await page.evaluate(() => {
      /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).autocomplete = "off";
    });
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.click("#keep");
    await page.reload();
    await summarized(page);
    assert.match(await value(page), /^Harlow Bay/);
    await page.click("#keep");
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  });
});

describe("ways out", () => {
  test("Markdown and HTML are copied, escaped", async () => {
    const { page } = await chromium.open();
    await page.type("#text", "The *ferry* <b>sank</b> in the storm of last Tuesday.");
    await summarized(page);
    await page.click("[data-copy=markdown]");
    await page.waitForFunction(() => document.querySelector("#done")?.textContent === "Copied.");
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /\\\*ferry\\\* \\<b\\>sank/);
    await page.click("[data-copy=html]");
    await page.waitForFunction(async () => {
      const [item] = await navigator.clipboard.read();
      return item?.types.includes("text/html");
    });
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item?.getType("text/html"))?.text();
    });
    assert.match(html ?? "", /&lt;b&gt;sank&lt;\/b&gt;/);
  });

  test("the link carries the length and no text", async () => {
    const { page } = await chromium.open();
    await page.click("#sample");
    await summarized(page);
    await page.click("#link");
    await page.waitForFunction(() => /Link copied/.test(document.querySelector("#done")?.textContent ?? ""));
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(link, /#length=\d+&unit=sentences$/);
  });
});

test("a worker that dies is started again, and the text is kept", async () => {
  const { page } = await chromium.open();
  await page.click("#sample");
  await summarized(page);
  const [worker] = page.workers();
  assert.ok(worker);
  // An error that nobody catches in the worker is what a crash looks like from outside.
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error("died");
    });
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await page.focus("#length");
  await page.keyboard.press("Home");
  await count(page, "#sentences .jump", 1);
  assert.match(await value(page), /^Harlow Bay/);
});

test("20 MB are summarized while the page stays awake", async () => {
  const { page } = await chromium.open();
  const longest = await page.evaluate(async () => {
    const area = /** @type {HTMLTextAreaElement} */ (document.querySelector("#text"));
    area.style.display = "none"; // laying out 20 MB in a text area is the browser's own affair
    area.value = "The ferry crosses the inlet every half hour. Nobody waves at a bus in winter. ".repeat(
      260_000,
    );
    area.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
    let longest = 0;
    let last = performance.now();
    const result = /** @type {HTMLElement} */ (document.querySelector("#result"));
    while (result.hidden && performance.now() < last + 60_000) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
    return result.hidden ? Number.POSITIVE_INFINITY : longest;
  });
  assert.ok(longest < 5000, `the page slept for ${longest} ms`);
  assert.ok((await texts(page, "#sentences .jump")).length > 0);
});

test("a long text shows its progress and can be cancelled", async () => {
  const { page } = await chromium.open();
  await page.evaluate(() => {
    const area = /** @type {HTMLTextAreaElement} */ (document.querySelector("#text"));
    area.style.display = "none";
    area.value = "The ferry crosses the inlet every half hour. Nobody waves at a bus in winter. ".repeat(
      800_000,
    );
    area.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
  });
  await page.waitForSelector("#cancel", { visible: true, timeout: 10000 });
  await page.evaluate(() => document.getElementById("cancel")?.click());
  await page.waitForFunction(() => /^Cancelled/.test(document.querySelector("#problem")?.textContent ?? ""));
  assert.equal(await page.$eval("#busy", (busy) => busy.checkVisibility()), false);
  assert.equal((await value(page)).length, 800_000 * 78, "the text is kept");
  await page.click("#sample");
  await summarized(page);
});

test("from the second visit on it works without network", async () => {
  const local = await startBrowser();
  try {
    const { page } = await local.open();
    await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
    local.stopServer();
    await page.reload();
    await page.click("#sample");
    await summarized(page);
    assert.deepEqual(await marked(page, "nutgraf-summary"), await texts(page, "#sentences .jump"));
  } finally {
    await local.close();
  }
});

test("a new version takes over as a whole, when the person says so", async () => {
  const folder = mkdtempSync(join(tmpdir(), "nutgraf-page-"));
  cpSync(fileURLToPath(new URL("../../pkg/page", import.meta.url)), folder, { recursive: true });
  const local = await startBrowser("chromium", { folder });
  try {
    const { page } = await local.open();
    await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
    await page.reload();
    const change = (/** @type {string} */ file, /** @type {RegExp} */ from, /** @type {string} */ to) =>
      writeFileSync(join(folder, file), readFileSync(join(folder, file), "utf8").replace(from, to));
    change("index.html", /<h1>nutgraf/, "<h1>nutgraf 2");
    change("service-worker.js", /VERSION = "/, 'VERSION = "2');
    await page.reload();
    assert.deepEqual(await texts(page, "h1"), ["nutgraf"], "the old version is whole");
    await page.waitForSelector("#news button", { visible: true, timeout: 10000 });
    await Promise.all([page.waitForNavigation(), page.click("#news button")]);
    assert.deepEqual(await texts(page, "h1"), ["nutgraf 2"]);
    await page.click("#sample");
    await summarized(page);
  } finally {
    await local.close();
  }
});

test("what another program shares is answered by the service worker alone", async () => {
  const { page, requests } = await chromium.open();
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
  await page.reload();
  const posts = () =>
    requests.filter((request) => request.method() === "POST" && !request.response()?.fromServiceWorker());
  await page.evaluate(async () => {
    const form = new FormData();
    form.set("title", "Ferry is back");
    form.set("text", "The ferry crosses the inlet again from April, the council said.");
    await fetch("./share", { method: "POST", body: form });
    location.hash = "#shared";
  });
  await page.reload();
  await summarized(page);
  assert.match(await value(page), /^Ferry is back\n\nThe ferry crosses/);
  assert.deepEqual(posts(), []);
});

test("nothing shifts", async () => {
  const { page } = await chromium.open();
  await page.evaluate(() => {
    const seen = { shift: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const shift = /** @type {any} */ (entry);
        if (!shift.hadRecentInput) seen.shift += shift.value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.click("#sample");
  await summarized(page);
  await page.focus("#length");
  await page.keyboard.press("ArrowRight");
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).seen.shift), 0);
});

test("from 320 pixels to 4K nothing is cut off, and the summary stands where it should", async () => {
  const { page } = await chromium.open();
  await page.click("#sample");
  await summarized(page);
  for (const [width, beside] of /** @type {const} */ ([
    [320, false],
    [768, false],
    [1280, true],
    [3840, true],
  ])) {
    await page.setViewport({ width, height: 900 });
    const seen = await page.evaluate(() => {
      const top = (/** @type {string} */ id) =>
        document.getElementById(id)?.getBoundingClientRect() ?? new DOMRect();
      const [result, article] = [top("result"), top("article-section")];
      return {
        overflow: document.documentElement.scrollWidth - innerWidth,
        beside: result.left > article.right,
        above: result.bottom <= article.top,
      };
    });
    assert.ok(seen.overflow <= 0, `nothing is wider than ${width} pixels`);
    assert.equal(seen.beside, beside);
    assert.equal(seen.above, !beside);
  }
});

test("a text from right to left is shown so", async () => {
  const { page } = await chromium.open();
  await page.type("#text", "عادت العبارة إلى الميناء بعد أربع سنوات من الانتظار الطويل.");
  await summarized(page);
  assert.equal(await page.$eval("#sentences", (list) => getComputedStyle(list).direction), "rtl");
});

for (const scheme of ["light", "dark"]) {
  test(`axe finds nothing, ${scheme}`, async () => {
    const { page } = await chromium.open();
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    const violations = async () => {
      // In a world of its own, which the page's policy does not bind.
      const client = await page.createCDPSession();
      const { frameTree } = await client.send("Page.getFrameTree");
      const { executionContextId } = await client.send("Page.createIsolatedWorld", {
        frameId: frameTree.frame.id,
      });
      await client.send("Runtime.evaluate", { expression: axe, contextId: executionContextId });
      const { result } = await client.send("Runtime.evaluate", {
        expression:
          "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((n) => n.html).join(' | ')))",
        contextId: executionContextId,
        awaitPromise: true,
        returnByValue: true,
      });
      return result.value;
    };
    assert.deepEqual(await violations(), []);
    await page.click("#sample");
    await summarized(page);
    await page.click("#sentences .why summary");
    await page.click("#keywords button");
    await page.waitForSelector("#keywords [aria-pressed=true]");
    await page.click("#sentences .jump");
    assert.deepEqual(await violations(), []);
    await page.click("#heat");
    await page.click("#clear");
    await page.type("#text", "🎉🎉");
    await page.waitForSelector("#problem", { visible: true });
    assert.deepEqual(await violations(), []);
  });
}
