// Which plain texts the page reads as Markdown.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { isMarkdown } from "../../www/markdown.js";

const notes = readFileSync(new URL("../files/notes.md", import.meta.url), "utf8");

describe("a text is Markdown", () => {
  for (const [what, text] of [
    ["notes", notes],
    ["an answer of a chat program", "Here is why:\n\n## The tide\n\nIt is **too low** in the morning."],
    ["a title and two sections", "# The ferry\n\nIt is back.\n\n## Fares\n\nTwo.\n\n## Days\n\nAll."],
    ["several words in bold", "**Fares**: two dollars.\n**Days**: all.\n**Quay**: the old one."],
    ["several links", "[a](https://a.example) and [b](#b) and [c](./c.md)"],
    ["a table and a fence", "| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx\n```"],
  ]) {
    test(`${what}`, () => assert.ok(isMarkdown(text ?? "")));
  }
});

describe("a text is no Markdown", () => {
  for (const [what, text] of [
    ["prose", "The ferry sank in the storm. “No boat,” she said, “no bread.”"],
    ["one outcry", "It was **the** storm of that winter."],
    ["one heading", "## The tide\n\nIt is low in the morning."],
    [
      "a script",
      '# the fares\n# of all days\n\ndef fares(*days, **options):\n    return [d["fare"](**options)]',
    ],
    ["powers", "2**3 and 2 ** 3 ** 4 are numbers, and so is x**y"],
    ["a list with dashes", "- salt\n- flour\n- yeast\n\n* * *\n\n1. Bake it."],
    ["references", "The bridge is of steel.[1] (See [2].) It is long [citation needed] (1908)."],
    ["what is longer than notes are", notes.repeat(10_000)],
  ]) {
    test(`${what}`, () => assert.ok(!isMarkdown(text ?? "")));
  }
});
