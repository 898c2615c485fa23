// The page's ways in and out, its safety, offline use and access, in real Chromium.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { blocks, count, marked, paste, pasteHtml, press, startBrowser, texts } from "./browser.js";

const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let chromium;
before(async () => {
  chromium = await startBrowser();
});
after(() => chromium.close());

/** @typedef {import("puppeteer-core").Page} Page */

/** @param {Page} page */
const summarized = (page) => page.waitForSelector("#sentences .jump", { visible: true, timeout: 10000 });

/** Drops a text on the page. @param {Page} page @param {string} text @param {number} [times] */
function drop(page, text, times = 1) {
  return page.evaluate(
    (text, times) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData("text/plain", text.repeat(times));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    },
    text,
    times,
  );
}

const folder = mkdtempSync(join(tmpdir(), "nutgraf-"));

/** A file of the person's. @param {string} name @param {string | Buffer} content */
function write(name, content) {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

/** Waits for what was done last. @param {Page} page @param {string} message */
const done = (page, message) =>
  page.waitForFunction((message) => document.querySelector("#done")?.textContent === message, {}, message);

/** Chooses from the menu of forms. @param {Page} page @param {string} id */
async function choose(page, id) {
  await page.click("#more summary");
  await page.click(id);
}

const RICH =
  "<nav>Home Shop About</nav><article><h1>Ferry is back in Harlow Bay</h1><p>The <b>ferry</b> crosses the inlet again " +
  "from April, the council said.</p><ul><li>It costs two dollars.</li><li>It runs until nine.</li></ul>" +
  "<figure><img><figcaption>The old ferry</figcaption></figure><script>document.title='pwned'</script>" +
  "<blockquote>No boat, no bread.</blockquote></article><footer>Cookie policy</footer>";

const WHOLE = `<!doctype html><h1>Harlow Gazette</h1><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul>
  <p>Read our newsletter each morning before the ferry leaves, and never miss what the harbour says.</p>
  <main><h1>The night ferry sails again</h1><article>
    <p>The night ferry across the inlet of Harlow Bay sails again from April, four years after the old boat was sold, the
    council voted on Monday night in the hall on the quay.</p>
    <p>It crosses each hour from ten in the evening to five in the morning, for those who work in the yard, in the hospital
    and at sea, and costs two dollars a night ferry ticket.</p></article>
    <div id="comments"><p>Somebody who has read of the night ferry says that the night ferry is a ferry of the night.</p></div></main>
  <p><a href="/kettle">The kettle of the night ferry, and who boils it by night</a></p>
  <article><h2>The lighthouse is lit</h2><p>The night ferry sees the lighthouse again.</p></article>`;

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
  await page.click("#copy");
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await done(page, "Copied as text.");
  assert.match(await copied(), /The ferry\n\nThe ferry of the inlet was built/);
  assert.match(await copied(), /She \[Ingrid Sol\] sells it/);
  assert.ok(await page.$eval("#antecedents", (box) => box.checkVisibility()));
  await page.click("#antecedents");
  assert.equal(await page.$("#sentences .antecedent"), null);
  await page.click("#copy");
  await page.waitForFunction(async () => !(await navigator.clipboard.readText()).includes("[Ingrid Sol]"));
  assert.match(await copied(), /She sells it/);
  await paste(page, "The ferry crosses the inlet again from April. Nobody waves at a bus.");
  await page.waitForFunction(
    () => !document.getElementById("sentences")?.textContent?.includes("baked bread"),
  );
  assert.equal(await page.$("#antecedents"), null, "offered only where there is one");
  assert.deepEqual(problems, []);
});

/** Chooses a file, as the dialog of the browser does. @param {Page} page @param {string} path */
async function openFile(page, path) {
  const field = /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (
    await page.$("#file")
  );
  await field.uploadFile(path);
}

describe("ways in", () => {
  test("pasted markup becomes headings, paragraphs and lists, without the site around it", async () => {
    const { page, problems } = await chromium.open();
    await pasteHtml(page, RICH);
    await summarized(page);
    assert.deepEqual(await blocks(page), [
      ["H2", "Ferry is back in Harlow Bay"],
      ["P", "The ferry crosses the inlet again from April, the council said."],
      ["LI", "- It costs two dollars."],
      ["LI", "- It runs until nine."],
      ["P", "The old ferry"],
      ["BLOCKQUOTE", "No boat, no bread."],
    ]);
    assert.deepEqual(await texts(page, "#title"), ["Ferry is back in Harlow Bay"]);
    assert.deepEqual(problems, []);
  });

  test("a page that is copied whole gives its article: no menu, no comment and no other story", async () => {
    const { page, problems } = await chromium.open();
    const site = await page.browser().newPage();
    await site.setContent(WHOLE);
    await press(site, "Control", "KeyA");
    await press(site, "Control", "KeyC");
    await page.bringToFront();
    await press(page, "Control", "KeyV");
    await summarized(page);
    await site.close();
    assert.deepEqual(await texts(page, "#title"), ["The night ferry sails again"]);
    const chosen = (await texts(page, "#sentences .jump")).join(" ");
    assert.match(chosen, /night ferry/);
    assert.doesNotMatch(chosen, /newsletter|kettle|lighthouse|Somebody/);
    assert.match((await texts(page, "#article")).join(" "), /Somebody/, "nothing of it is lost");
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
    await openFile(page, write("a.txt", "The ferry crosses the inlet again from April."));
    await summarized(page);
    assert.deepEqual(await blocks(page), [["P", "The ferry crosses the inlet again from April."]]);
    const paragraph =
      "<p>The council of Harlow Bay voted on Tuesday to bring back the ferry, four years after a storm sank it.</p>";
    const saved = `<title>Harlow Bay votes</title><nav>Home Shop</nav><article>${paragraph.repeat(9)}</article><aside>Read more</aside>`;
    await openFile(page, write("b.html", saved));
    await page.waitForSelector("#article h2");
    assert.deepEqual((await blocks(page))[0], ["H2", "Harlow Bay votes"]);
    assert.doesNotMatch((await texts(page, "#article")).join(), /Shop|Read more|</);
    await openFile(page, write("c.png", Buffer.from([137, 80, 78, 71, 0, 0, 0, 1])));
    await page.waitForFunction(() =>
      /is no text/.test(document.querySelector("#problem")?.textContent ?? ""),
    );
    assert.deepEqual((await blocks(page))[0], ["H2", "Harlow Bay votes"], "the text is kept");
  });

  test("Markdown is read by what it means, pasted or from a file, by a part that is loaded only then", async () => {
    const { page, problems, requests } = await chromium.open();
    const thread = () => requests.filter((request) => request.url().endsWith("markdown-thread.js"));
    await paste(page, "The fares\n\nA crossing costs two dollars. It is **not** much, says the council.");
    await summarized(page);
    assert.match((await texts(page, "#article")).join(), /\*\*not\*\*/, "one sign is no Markdown");
    assert.equal(thread().length, 0);
    const notes = readFileSync(fixture("notes.md"), "utf8");
    await paste(page, notes);
    await page.waitForFunction(() => document.querySelector("#title")?.textContent?.startsWith("The ferry"));
    const read = await blocks(page);
    assert.deepEqual(read[0], ["H2", "The ferry of Harlow Bay"]);
    assert.ok(read.some(([name, text]) => name === "H3" && text === "What it costs"));
    assert.ok(read.some(([name, text]) => name === "TABLE" && text?.startsWith("DayFirstLast")));
    assert.doesNotMatch((await texts(page, "#result")).join(), /\*\*|\]\(|tags:/);
    assert.match((await texts(page, "#sentences")).join(), /as the council of the bay has voted/);
    assert.equal(thread().length, 1);
    await openFile(page, write("plain.md", "# Nothing but a heading\n\nThe ferry crosses the inlet again."));
    await page.waitForFunction(
      () => document.querySelector("#title")?.textContent === "Nothing but a heading",
    );
    await Promise.all([drop(page, `${notes}\n`), drop(page, "The storm came back in the night.")]);
    await page.waitForFunction(() => document.querySelector("#article")?.textContent?.includes("The storm"));
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(await blocks(page), [["P", "The storm came back in the night."]], "the newest wins");
    assert.deepEqual(problems, []);
  });

  const fixture = (/** @type {string} */ name) => fileURLToPath(new URL(`../files/${name}`, import.meta.url));

  test("a PDF of two columns is read in its order, by parts that are loaded only then", async () => {
    const { page, problems, requests } = await chromium.open();
    const pdf = () => requests.filter((request) => /\/pdf[/.]|word-thread/.test(request.url()));
    assert.deepEqual(pdf(), []);
    await openFile(page, fixture("columns.pdf"));
    await summarized(page);
    const read = await blocks(page);
    assert.deepEqual(read[0], ["H2", "Evening meals and the sleep of shift workers"]);
    const headings = read.filter(([name]) => name === "H3").map(([, text]) => text);
    assert.deepEqual(headings.slice(0, 4), ["Abstract", "1 Background", "2 Methods", "3 Results"]);
    assert.ok(read.some(([name, text]) => name === "TABLE" && text?.startsWith("GroupEarlyUsual")));
    assert.ok(pdf().length >= 3);
    for (const request of requests) assert.ok(request.url().startsWith(chromium.address), request.url());
    assert.deepEqual(problems, []);
  });

  test("a Word file keeps its headings and lists", async () => {
    const { page, problems } = await chromium.open();
    await openFile(page, fixture("minutes.docx"));
    await summarized(page);
    const read = await blocks(page);
    assert.deepEqual(
      read
        .filter(([name]) => /^H/.test(name ?? ""))
        .map(([, text]) => text)
        .slice(0, 3),
      ["Minutes of the Quay Street Association", "Ferry landing", "Sea wall"],
    );
    assert.ok(read.some(([name, text]) => name === "LI" && text === "- The secretary notes this."));
    assert.deepEqual(problems, []);
  });

  test("a file that is locked, scanned or broken says what is the matter, and the article stays", async () => {
    const { page } = await chromium.open();
    await page.click("[data-sample=news]");
    await summarized(page);
    for (const [name, message] of /** @type {const} */ ([
      ["locked.pdf", /“locked.pdf” is protected by a password/],
      ["scan.pdf", /“scan.pdf” holds pictures of pages and no text/],
      ["broken.pdf", /“broken.pdf” is damaged/],
      ["broken.docx", /“broken.docx” is damaged/],
    ])) {
      await openFile(page, fixture(name));
      await page.waitForFunction(
        (name) => document.querySelector("#problem")?.textContent?.includes(name),
        {},
        name,
      );
      assert.match((await texts(page, "#problem"))[0] ?? "", message);
    }
    assert.match((await texts(page, "#title"))[0] ?? "", /^Harlow Bay/);
  });

  test("a link's fragment brings a text and a length, and a dropped text is taken", async () => {
    const { page } = await chromium.open();
    const text = "The ferry is back. It crosses the inlet every hour. Tickets cost two dollars for all.";
    await page.goto(`${chromium.address}#text=${encodeURIComponent(text)}&length=1&unit=sentences`);
    await page.reload();
    await count(page, "#sentences .jump", 1);
    assert.deepEqual(await blocks(page), [["P", text]]);
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
    await page.click("[data-sample=news]");
    await summarized(page);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.click("#privacy summary");
    await page.click("#keep");
    await page.reload();
    await summarized(page);
    assert.match((await texts(page, "#title"))[0] ?? "", /^Harlow Bay/);
    await page.click("#privacy summary");
    await page.click("#keep");
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  });
});

describe("ways out", () => {
  test("Markdown and HTML are copied, escaped", async () => {
    const { page } = await chromium.open();
    await page.type("#text", "The *ferry* <b>sank</b> in the storm of last Tuesday.");
    await summarized(page);
    await choose(page, "#copy-markdown");
    await done(page, "Copied as Markdown.");
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /\\\*ferry\\\* \\<b\\>sank/);
    await choose(page, "#copy-html");
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
    await page.click("[data-sample=news]");
    await summarized(page);
    await choose(page, "#link");
    await page.waitForFunction(() => /Link copied/.test(document.querySelector("#done")?.textContent ?? ""));
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(link, /#length=\d+&unit=sentences$/);
  });
});

test("a worker that dies is started again, and the text is kept", async () => {
  const { page } = await chromium.open();
  await page.click("[data-sample=news]");
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
  assert.match((await texts(page, "#title"))[0] ?? "", /^Harlow Bay/);
});

const LINE = "The ferry crosses the inlet every half hour. Nobody waves at a bus in winter. ";

test("20 MB are summarized while the page stays awake", async () => {
  const { page } = await chromium.open();
  await drop(page, LINE, 260_000);
  const longest = await page.evaluate(async () => {
    let longest = 0;
    let last = performance.now();
    while (!document.querySelector("#sentences .jump") && performance.now() < last + 60_000) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
    return document.querySelector("#sentences .jump") ? longest : Number.POSITIVE_INFINITY;
  });
  assert.ok(longest < 5000, `the page slept for ${longest} ms`);
  assert.ok((await texts(page, "#sentences .jump")).length > 0);
});

test("a long text shows its progress and can be cancelled", async () => {
  const { page } = await chromium.open();
  await page.$eval("#text", (area) => {
    /** @type {HTMLElement} */ (area).style.display = "none"; // laying it out is the browser's own affair
  });
  await drop(page, LINE, 800_000);
  await page.waitForSelector("#cancel", { visible: true, timeout: 10000 });
  await page.evaluate(() => document.getElementById("cancel")?.click());
  await page.waitForFunction(() => /^Cancelled/.test(document.querySelector("#problem")?.textContent ?? ""));
  assert.equal(await page.$eval("#busy", (busy) => busy.checkVisibility()), false);
  const length = await page.$eval("#text", (area) => /** @type {HTMLTextAreaElement} */ (area).value.length);
  assert.equal(length, 800_000 * LINE.length, "the text is kept");
  await page.click("#new");
  await page.click("[data-sample=news]");
  await summarized(page);
});

test("from the second visit on it works without network", async () => {
  const local = await startBrowser();
  try {
    const { page } = await local.open();
    await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
    local.stopServer();
    await page.reload();
    await page.click("[data-sample=news]");
    await summarized(page);
    assert.deepEqual(await marked(page, "nutgraf-summary"), await texts(page, "#sentences .jump"));
  } finally {
    await local.close();
  }
});

test("Markdown stays as it is where the part that reads it is missing", async () => {
  const folder = mkdtempSync(join(tmpdir(), "nutgraf-page-"));
  cpSync(fileURLToPath(new URL("../../pkg/page", import.meta.url)), folder, { recursive: true });
  rmSync(join(folder, "markdown-thread.js"));
  const local = await startBrowser("chromium", { folder });
  try {
    const { page } = await local.open();
    await paste(page, "## The fares\n\nA crossing costs **two dollars**, and a bicycle nothing.");
    await summarized(page);
    assert.match((await texts(page, "#article")).join(), /\*\*two dollars\*\*/);
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
    change("view.js", /<h1>nutgraf/, "<h1>nutgraf 2");
    change("service-worker.js", /VERSION = "/, 'VERSION = "2');
    await page.reload();
    assert.deepEqual(await texts(page, "h1"), ["nutgraf"], "the old version is whole");
    await page.waitForSelector("#reload", { visible: true, timeout: 10000 });
    await Promise.all([page.waitForNavigation(), page.click("#reload")]);
    assert.deepEqual(await texts(page, "h1"), ["nutgraf 2"]);
    await page.click("[data-sample=news]");
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
  });
  // As the service worker's answer leads a browser there.
  await page.evaluate(() => {
    location.hash = "#shared";
    location.reload();
  });
  await summarized(page);
  assert.deepEqual(
    (await blocks(page)).map(([, text]) => text),
    ["Ferry is back", "The ferry crosses the inlet again from April, the council said."],
  );
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
  await page.click("[data-sample=news]");
  await summarized(page);
  await page.focus("#length");
  await page.keyboard.press("ArrowRight");
  await new Promise((resolve) => setTimeout(resolve, 500));
  await page.click("[href='#article']");
  await new Promise((resolve) => setTimeout(resolve, 800));
  assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).seen.shift), 0);
});

test("from 320 pixels to 4K nothing is cut off, and the summary stands where it should", async () => {
  const { page } = await chromium.open();
  await page.click("[data-sample=news]");
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

test("the strip leads to where it is clicked and dragged, and frames what is in view", async () => {
  const { page } = await chromium.open();
  await page.setViewport({ width: 1280, height: 500 });
  await page.click("[data-sample=news]");
  await summarized(page);
  const strip = await (await page.$("#strip"))?.boundingBox();
  assert.ok(strip);
  const x = strip.x + strip.width / 2;
  await page.mouse.click(x, strip.y + strip.height * 0.9);
  await page.waitForFunction(() => scrollY > 400);
  const far = await page.evaluate(() => scrollY);
  await page.mouse.move(x, strip.y + strip.height * 0.8);
  const box = await (await page.$("#strip"))?.boundingBox();
  assert.ok(box);
  await page.mouse.move(x, box.y + box.height * 0.8);
  await page.mouse.down();
  await page.mouse.move(x, box.y + box.height * 0.02, { steps: 5 });
  await page.mouse.up();
  await page.waitForFunction((far) => scrollY < far / 2, {}, far);
  await page.waitForFunction(() => {
    const frame = /** @type {HTMLElement} */ (document.querySelector("#strip .frame"));
    return Number.parseFloat(frame.style.top) < 20 && Number.parseFloat(frame.style.height) > 5;
  });
  // What is drawn is no empty canvas.
  const colours = await page.$eval("#strip canvas", (element) => {
    const canvas = /** @type {HTMLCanvasElement} */ (element);
    const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")).getImageData(
      0,
      0,
      canvas.width,
      canvas.height,
    );
    const seen = new Set();
    for (let at = 0; at < data.length; at += 4)
      if (data[at + 3] === 255) seen.add(data.slice(at, at + 3).join());
    return seen.size;
  });
  assert.ok(colours >= 3, "density, summary and quotes");
});

test("what comes and goes with the length is animated, unless motion is unwanted", async () => {
  const { page } = await chromium.open();
  await page.click("[data-sample=news]");
  await summarized(page);
  const classes = () =>
    page.evaluate(async () => {
      /** @type {Set<string>} */
      const seen = new Set();
      const slider = /** @type {HTMLInputElement} */ (document.querySelector("#length"));
      slider.value = slider.value === "1" ? "6" : "1";
      slider.dispatchEvent(new InputEvent("input", { bubbles: true }));
      for (const until = performance.now() + 400; performance.now() < until; ) {
        for (const item of document.querySelectorAll("#sentences li"))
          if (item.className) seen.add(item.className);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return [[...seen], document.querySelectorAll("#sentences li").length];
    });
  assert.deepEqual(await classes(), [["goes"], 1]);
  assert.deepEqual(await classes(), [["comes"], 6]);
  await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  assert.deepEqual(await classes(), [[], 1]);
});

test("the page speaks the reader's language, mirrored where it is written so, and keeps a choice only if asked", async () => {
  const { page, problems } = await chromium.open();
  await page.select("#language", "ar");
  await page.waitForFunction(() => document.documentElement.dir === "rtl");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "ar");
  await page.click("[data-sample=news]");
  await summarized(page);
  const sides = await page.evaluate(() => {
    const left = (/** @type {string} */ id) => document.getElementById(id)?.getBoundingClientRect().left ?? 0;
    return { summary: left("result"), strip: left("strip"), article: left("article-section") };
  });
  assert.ok(sides.summary < sides.strip && sides.strip < sides.article, "the summary stands on the left");
  assert.equal(await page.$eval("#article p", (element) => getComputedStyle(element).direction), "ltr");
  assert.match((await texts(page, "h2"))[0] ?? "", /الملخص/);
  await page.reload();
  await page.waitForSelector("#language");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en", "forgotten");
  await page.select("#language", "de");
  await page.waitForFunction(() => document.documentElement.lang === "de");
  await page.click("#privacy summary");
  await page.click("#keep-language");
  await page.reload();
  await page.waitForSelector("#language");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "de");
  assert.deepEqual(problems, []);
});

test("it prints the summary, its quotes, title and date, and nothing else", async () => {
  const { page } = await chromium.open();
  await page.click("[data-sample=news]");
  await summarized(page);
  await page.emulateMediaType("print");
  const printed = await page.evaluate(() =>
    [
      "#title",
      ".printed",
      "#sentences",
      "#quotes",
      "header",
      ".article",
      "#strip",
      ".takeaway",
      "footer",
    ].filter((each) => document.querySelector(each)?.checkVisibility()),
  );
  assert.deepEqual(printed, ["#title", ".printed", "#sentences", "#quotes"]);
});

test("a text from right to left is shown so", async () => {
  const { page } = await chromium.open();
  await page.type("#text", "عادت العبارة إلى الميناء بعد أربع سنوات من الانتظار الطويل.");
  await summarized(page);
  assert.equal(await page.$eval("#sentences .jump", (link) => getComputedStyle(link).direction), "rtl");
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
    await page.click("[data-sample=news]");
    await summarized(page);
    await page.click("#sentences .why summary");
    await page.click("#keywords button");
    await page.waitForSelector("#keywords [aria-pressed=true]");
    await page.click("#sentences .jump");
    assert.deepEqual(await violations(), []);
    await page.click("#heat");
    await page.click("#more summary");
    assert.deepEqual(await violations(), []);
    await page.click("#edit");
    assert.deepEqual(await violations(), []);
    await page.click("#new");
    await page.type("#text", "🎉🎉");
    await page.waitForSelector("#problem", { visible: true });
    assert.deepEqual(await violations(), []);
  });
}
