// The JavaScript's own work grows with the text alone: its regular expressions by proof, its loops by counted steps.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { parse } from "acorn";
import { checkSync } from "recheck";
import { readMarkdown, readMarkup } from "../../src/cli/markup.js";
import { readPdf } from "../../src/cli/pdf.js";
import { shownQuotation, shownText } from "../../src/js/shown.js";
import { unstyled } from "../../www/unstyled.js";
import { ran } from "../coverage.js";
import { pdfOf } from "./pdf.js";

const root = new URL("../../", import.meta.url);
const FOLDERS = ["src/js/", "src/cli/", "src/pdf/", "src/markdown/", "www/"];

/** Every regular expression of a file, with its place. @param {string} file */
function expressions(file) {
  const source = readFileSync(new URL(file, root), "utf8");
  const program = parse(source, {
    ecmaVersion: "latest",
    sourceType: "module",
    locations: true,
    allowHashBang: true,
  });
  /** @type {{ place: string, pattern: string, flags: string }[]} */
  const found = [];
  const made = (/** @type {any} */ node) => node.type === "NewExpression" && node.callee.name === "RegExp";
  const walk = (/** @type {any} */ node) => {
    if (node === null || typeof node !== "object") return;
    const place = () => `${file}:${node.loc.start.line}`;
    if (node.regex) found.push({ place: place(), ...node.regex });
    if (made(node)) assert.fail(`${place()}: an expression made while it runs is proved by nothing`);
    Object.values(node).forEach(walk);
  };
  walk(program);
  return found;
}

describe("regular expressions", () => {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".js"))
      .map((name) => folder + name),
  );
  const all = files.flatMap(expressions);
  test("none takes more than linear time", () => {
    assert.ok(all.length > 50, "they are found");
    for (const { place, pattern, flags } of all) {
      const found = checkSync(pattern, flags);
      const what = "complexity" in found ? found.complexity?.summary : "not understood";
      assert.equal(found.status, "safe", `${place}: /${pattern}/${flags} is ${what}`);
    }
  });
  test("one that takes more would be seen", () => {
    assert.equal(checkSync("\\s*,\\s*$", "").status, "vulnerable");
  });
});

/** Where the project's own code is, and none that has a library in it. */
const OWN = ["src/", "tests/", "www/"];

/**
 * The blocks of code that run, each as often as it does.
 * @param {() => unknown} work
 */
async function stepsOf(work) {
  await ran(OWN); // and begins to count anew
  await work();
  return (await ran(OWN)).reduce((sum, { count }) => sum + count, 0);
}

/** How much more twice as much may take. */
const DOUBLE = 2.1;

/** @type {Record<string, (count: number) => unknown>} */
const WORKS = {
  paragraphs: (count) => readMarkup("<p>The ferry is late.</p>".repeat(count)),
  "elements in elements": (count) => readMarkup(`${"<div>".repeat(count)}x${"</div>".repeat(count)}`),
  breaks: (count) => readMarkup(`x${"<br>".repeat(count)}x`),
  "words in bold": (count) => readMarkup(`<p>${"<b>late</b> ".repeat(count)}</p>`),
  "tables in tables": (count) => readMarkup("<table><tr><td>".repeat(count)),
  "texts in texts": (count) => readMarkup("<pre>x".repeat(count)),
  "white space": (count) => readMarkup(`<p>${" \n\t".repeat(count)}x</p>`),
  "styled elements": (count) => unstyled(`<p style="color: red" class="a">x</p>`.repeat(count)),
  "points of a list": (count) => readMarkdown("* late\n".repeat(count)),
  "pieces of a quotation": (count) => {
    const piece = { start: 0, end: 0, text: "Late," };
    return shownQuotation({ text: "“Late,” “Late,”", start: 0, end: 15, parts: Array(count).fill(piece) });
  },
  "parts of a sentence": (count) => {
    const part = { start: 0, end: 5, text: "Late " };
    return shownText({ parts: Array(count).fill(part), antecedents: [] });
  },
  "lines of a PDF file": (count) => readPdf(pdfOf(Array(count).fill("and the ferry was late"))),
  "hyphens of a PDF file": (count) => readPdf(pdfOf(Array(count).fill("fer-"))),
  "words of a PDF file": (count) => readPdf(pdfOf([Array(count).fill("late").join(" ")])),
};

describe("twice as much is twice the work", () => {
  test("more would be seen", async () => {
    const each = (/** @type {number} */ count, /** @type {() => void} */ work) =>
      Array(count)
        .fill(0)
        .forEach(() => work());
    const square = (/** @type {number} */ count) => stepsOf(() => each(count, () => each(count, () => {})));
    assert.ok((await square(80)) > 3.5 * (await square(40)));
  });
  for (const [name, work] of Object.entries(WORKS)) {
    test(name, async () => {
      await work(10); // what is done once
      const [once, twice] = [await stepsOf(() => work(400)), await stepsOf(() => work(800))];
      assert.ok(once > 20, `${once} steps: they are counted`);
      assert.ok(twice <= DOUBLE * once, `${once} steps, and ${twice} of twice as much`);
    });
  }
});
