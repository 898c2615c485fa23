// Many texts through one generator.
import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { test } from "node:test";
import { NutgrafError } from "nutgraf";
import { summarizeAll } from "nutgraf/batch";

/** @param {AsyncIterable<import("../../src/js/batch.js").BatchResult<any>>} results */
async function all(results) {
  const found = [];
  for await (const result of results) found.push(result);
  return found;
}

test("results come in the order of their texts, errors in their places", async () => {
  const texts = ["The ferry is back.", 7, "The ferry sank."];
  const results = await all(summarizeAll(/** @type {string[]} */ (texts), { sentences: 1, concurrency: 2 }));
  assert.deepEqual(
    results.map(({ index, text }) => [index, text]),
    texts.map((text, index) => [index, text]),
  );
  assert.deepEqual(
    results.map(
      ({ summary, error }) => summary?.sentences[0]?.text ?? /** @type {NutgrafError} */ (error).code,
    ),
    ["The ferry is back.", "invalid-text", "The ferry sank."],
  );
});

test("no more texts are taken than are asked for, and no more are under way", async () => {
  let taken = 0;
  let ended = false;
  async function* source() {
    try {
      for (;;) yield `The ferry number ${taken++} is back.`;
    } finally {
      ended = true;
    }
  }
  let underWay = 0;
  let most = 0;
  const summarize = async () => {
    most = Math.max(most, ++underWay);
    await new Promise((resolve) => setTimeout(resolve, 2));
    underWay--;
    return /** @type {import("nutgraf").Summary} */ ({});
  };
  let read = 0;
  for await (const { index } of summarizeAll(source(), { concurrency: 3, summarize })) {
    assert.equal(index, read++);
    assert.ok(taken - read < 3, `${taken} taken when ${read} were read`);
    if (read === 10) break;
  }
  assert.equal(most, 3);
  assert.ok(ended, "the source was closed");
});

test("a summarizer that throws at once is an error like any other, and the source's own errors end the run", async () => {
  const summarize = () => {
    throw new RangeError("no");
  };
  const [result] = await all(summarizeAll(["text"], { summarize }));
  assert.ok(result?.error instanceof RangeError);
  async function* broken() {
    yield "The ferry is back.";
    throw new TypeError("gone");
  }
  await assert.rejects(all(summarizeAll(broken())), TypeError);
});

test("it stands in a pipeline of Node's streams", async () => {
  const texts = ["The ferry is back. It is late.", "The tram is new. It is red."];
  /** @type {string[]} */
  const first = [];
  await pipeline(
    Readable.from(texts),
    (source) => summarizeAll(source, { sentences: 1 }),
    async (results) => {
      for await (const { summary } of results) first.push(summary?.sentences[0]?.text ?? "");
    },
  );
  assert.deepEqual(first, ["The ferry is back.", "The tram is new."]);
});

test("concurrency is a whole number from 1", async () => {
  for (const concurrency of [0, 1.5, -1, Number.NaN]) {
    await assert.rejects(
      all(summarizeAll(["text"], { concurrency })),
      (error) =>
        error instanceof NutgrafError && error.code === "invalid-option" && error.option === "concurrency",
    );
  }
});
