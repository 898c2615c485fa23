// The standard's Summarizer, in Node: every step, `auto`, and its languages.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { Summarizer } from "../../pkg/summarizer-inline.js";
import { conformance } from "../summarizer/steps.js";

test("every step of the standard is kept", async () => {
  const { steps, failures } = await conformance(/** @type {any} */ (Summarizer));
  assert.deepEqual(failures, []);
  assert.ok(steps >= 25);
});

test("the languages are those that the crate has word lists of", async () => {
  const folder = new URL("../../src/language/", import.meta.url);
  const tags = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of tags) {
    assert.equal(await Summarizer.availability({ expectedInputLanguages: [name] }), "available", name);
  }
  assert.ok(tags.length > 40);
});

test("a text over the quota is refused as the standard says", async () => {
  const summarizer = await Summarizer.create();
  await assert.rejects(summarizer.summarize("ferry ".repeat(2 ** 24)), { name: "QuotaExceededError" });
  assert.ok(await summarizer.summarize("The ferry sank."));
});

test("auto puts it where there is none, and leaves an engine's own alone", () => {
  const auto = new URL("../../pkg/summarizer-auto-inline.js", import.meta.url).href;
  const told = (/** @type {string} */ before) =>
    execFileSync(
      process.execPath,
      [
        "--input-type=module",
        "--eval",
        `${before}; await import("${auto}"); console.log(Summarizer.isNutgraf, Summarizer.own)`,
      ],
      { encoding: "utf8" },
    ).trim();
  assert.equal(told(""), "true undefined");
  assert.equal(told("globalThis.Summarizer = class { static own = 1 }"), "undefined 1");
});

/** Lines without end that a loop over marks, or an expression that looks back, would go over again and again. */
const ENDLESS = [", ", "Ferry, ", "?", "? ", ".", "Ferry.", "“", " – ", "(", "a"].map((piece) =>
  piece.repeat(3e5),
);

test("lines without end are digested in every type", { timeout: 120_000 }, async () => {
  for (const type of /** @type {const} */ (["key-points", "tldr", "teaser", "headline"])) {
    const summarizer = await Summarizer.create({ type, format: "plain-text" });
    for (const line of ENDLESS) {
      const summary = await summarizer.summarize(`${line}ferry`);
      assert.ok(summary.length < 2 * line.length, `${type} of ${line.slice(0, 8)}`);
    }
  }
});
