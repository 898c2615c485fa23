// PDF and Word files: their text in reading order, and what is the matter with those that cannot be read.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { readFile } from "../../src/cli/read.js";

const path = (/** @type {string} */ name) => new URL(`../files/${name}`, import.meta.url).pathname;

/**
 * An article with a line for each block: its kind, where that is known, and its text.
 * @param {{ text: string, blocks?: import("nutgraf").Block[] | undefined }} article
 */
function lines({ text, blocks = [] }) {
  let at = 0;
  const line = (/** @type {string} */ kind, /** @type {string} */ slice) =>
    `${kind}: ${slice.replaceAll("\n", " ⏎ ")}`;
  const plain = (/** @type {number} */ end) =>
    text
      .slice(at, end)
      .split("\n\n")
      .filter((slice) => slice.trim() !== "")
      .map((slice) => line("", slice));
  const known = blocks.flatMap(({ start, end, kind, level }) => {
    const before = plain(start);
    at = end;
    return [...before, line(`${kind}${level ?? ""}`, text.slice(start, end))];
  });
  return [...known, ...plain(text.length)];
}

describe("the reading order", () => {
  for (const name of [
    "columns.pdf",
    "groff.pdf",
    "print.pdf",
    "weasyprint.pdf",
    "reportlab.pdf",
    "paper.pdf",
    "word.pdf",
    "minutes.docx",
  ]) {
    test(name, async () => {
      const expected = readFileSync(path(`${name}.txt`), "utf8")
        .trimEnd()
        .split("\n");
      assert.deepEqual(lines(await readFile(path(name))), expected);
    });
  }
});

describe("a file that cannot be read says what is the matter", () => {
  for (const [name, message] of /** @type {const} */ ([
    ["locked.pdf", /protected by a password/],
    ["scan.pdf", /pictures of pages and no text/],
    ["broken.pdf", /damaged PDF/],
    ["broken.docx", /damaged Word/],
  ])) {
    test(name, () => assert.rejects(readFile(path(name)), message));
  }
});
