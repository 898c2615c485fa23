// What means harm, pasted and opened in Chromium and Firefox: no script, no request, no change of the page outside its
// places, and the page goes on.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { crc32, deflateRawSync } from "node:zlib";
import { assembled } from "../js/pdf.js";
import { startBrowser } from "./browser.js";
import { attack, vectors } from "./hostile.js";

const folder = mkdtempSync(join(tmpdir(), "nutgraf-harm-"));
after(() => rmSync(folder, { recursive: true, force: true }));

for (const name of /** @type {const} */ (["chromium", "firefox"])) {
  describe(`harm in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof startBrowser>>} */
    let browser;
    before(async () => {
      browser = await startBrowser(name);
    });
    after(() => browser.close());

    test("markup of the cheat sheets does nothing", async () => {
      assert.ok(vectors().length >= 200);
      const { page, requests, problems } = await browser.open();
      const before = requests.length;
      const found = await page.evaluate(attack, vectors());
      assert.deepEqual(found, { wrong: [], harmed: false, tried: [] });
      const asked = requests.slice(before).map((request) => request.url());
      assert.deepEqual(
        asked.filter((url) => !url.startsWith(browser.address) || /harm/.test(url)),
        [],
      );
      const refused = /Applying inline style violates|base-uri/;
      // What Chromium says where it parses; `attack` tells it from what stands in the page.
      const parsed = name === "chromium" ? /Executing inline event handler violates/ : refused;
      assert.deepEqual(
        problems.filter((problem) => !refused.test(problem) && !parsed.test(problem)),
        [],
      );
    });

    test("files that are made to break a reader are read or refused, and the page goes on", async () => {
      const { page, requests, problems } = await browser.open();
      for (const { name, content, refused } of bombs()) {
        const path = join(folder, name);
        writeFileSync(path, content);
        const input = /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (
          await page.waitForSelector("#file")
        );
        const before = requests.length;
        await input.uploadFile(path);
        const outcome = await page.waitForFunction(
          () => {
            const says = (/** @type {string} */ id) => document.getElementById(id)?.textContent?.trim();
            return /opened file/.test(says("article") ?? "") ? "read" : says("problem") ? "refused" : null;
          },
          { timeout: 120_000 },
        );
        assert.equal(await outcome.jsonValue(), refused ? "refused" : "read", name);
        if (refused)
          assert.match(await page.$eval("#problem", (problem) => problem.textContent), refused, name);
        const asked = requests.slice(before).map((request) => request.url());
        assert.deepEqual(
          asked.filter((url) => !url.startsWith(browser.address)),
          [],
          name,
        );
        const found = await page.evaluate(attack, ["<i>after</i>"]);
        assert.deepEqual(found, { wrong: [], harmed: false, tried: [] }, name);
      }
      assert.deepEqual(problems, []);
    });
  });
}

const TEXT = "The ferry of the opened file is back in the harbor. It is late, as it was on Monday.";

/** Files that are small, and much when they are opened; and what a PDF can start. */
function bombs() {
  const many = Array.from({ length: 20_000 }, (_, at) => `a${at}=1`).join(" ");
  return [
    { name: "deep.html", content: `${"<div>".repeat(1e6)}<p>${TEXT}</p>`, refused: /damaged/ },
    { name: "wide.html", content: `${"<div><i></i></div><li>".repeat(1e5)}<p>${TEXT}</p>` },
    { name: "attribute.html", content: `<p title="${"harm ".repeat(1e7)}">${TEXT}</p>` },
    { name: "attributes.html", content: `<p ${many}>${TEXT}</p>` },
    { name: "bomb.docx", content: bomb(), refused: /too large/ },
    { name: "liar.docx", content: bomb(80), refused: /too large/ },
    { name: "harm.pdf", content: scriptedPdf() },
  ];
}

/** A Word file of half a megabyte whose only part has half a gigabyte. @param {number} [told] What it says it has. */
function bomb(told) {
  const name = Buffer.from("word/document.xml");
  const part = Buffer.alloc(512 * 2 ** 20, " ");
  const packed = deflateRawSync(part, { level: 9 });
  /** @param {number} signature @param {number[]} fields Two bytes each. */
  const header = (signature, fields) => {
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(part), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(told ?? part.length, 8);
    const [before, behind] = [fields.slice(0, -1), fields.slice(-1)].map((some) =>
      Buffer.from(new Uint16Array(some).buffer),
    );
    const sign = Buffer.alloc(4);
    sign.writeUInt32LE(signature);
    return Buffer.concat([sign, before ?? sign, sizes, Buffer.from([name.length, 0]), behind ?? sign]);
  };
  const local = Buffer.concat([header(0x04034b50, [20, 0, 8, 0, 0, 0]), name, packed]);
  const central = Buffer.concat([header(0x02014b50, [20, 20, 0, 8, 0, 0, 0]), Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

/** A PDF that asks for a script when it is opened, for another file, and for an address. */
function scriptedPdf() {
  const content = `BT /F1 12 Tf 72 700 Td (${TEXT}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /OpenAction 6 0 R /AA << /WC 6 0 R >> >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Annots [7 0 R 8 0 R] " +
      "/Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    "<< /S /JavaScript /JS (app.launchURL('https://harm.example/harm'); harm();) >>",
    "<< /Type /Annot /Subtype /Link /Rect [0 0 612 792] /A << /S /URI /URI (javascript:harm\\(\\)) >> >>",
    "<< /Type /Annot /Subtype /Link /Rect [0 0 612 792] /A << /S /Launch /F (harm.exe) >> >>",
  ];
  return assembled(objects);
}
