// One suite over both clients: the module in the page's own thread, and in its worker.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { startBrowser } from "./browser.js";

const lighthouse = readFileSync(new URL("../texts/lighthouse.txt", import.meta.url), "utf8");

/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let chromium;
/** @type {import("puppeteer-core").Page} */
let page;
before(async () => {
  chromium = await startBrowser();
  ({ page } = await chromium.open());
  await page.evaluate(async () => {
    const load = (/** @type {string} */ path) => import(path);
    const { ownScript } = await load("./trusted.js");
    const { Client, newestWins } = await load("./nutgraf/worker.js");
    const start = () => new Worker(ownScript("nutgraf/worker-thread.js"), { type: "module" });
    const make = (/** @type {object} */ options = {}) => new Client({ start, ...options });
    const clients = { thread: await load("./nutgraf/index.js"), worker: make() };
    const caught = (/** @type {Promise<unknown>} */ promise) =>
      promise.then(
        () => null,
        (/** @type {any} */ { name, code, option, value }) => ({ name, code, option, value }),
      );
    Object.assign(globalThis, { clients, make, newestWins, caught, started: start });
  });
});
after(() => chromium.close());

/** What the page holds for the tests. @typedef {any} Held */

for (const client of ["thread", "worker"]) {
  describe(`the ${client} client`, () => {
    test("summarizes", async () => {
      const summary = await page.evaluate(
        (client, text) => /** @type {Held} */ (globalThis).clients[client].summarize(text, { sentences: 3 }),
        client,
        lighthouse,
      );
      assert.equal(summary.sentences.length, 3);
      for (const { text, start, end } of summary.sentences) assert.equal(lighthouse.slice(start, end), text);
    });

    test("analyses once and chooses often, until it is freed", async () => {
      const result = await page.evaluate(
        async (client, text) => {
          const { clients, caught } = /** @type {Held} */ (globalThis);
          const analysis = await clients[client].analyze(text, { language: "en" });
          const one = await analysis.summarize({ sentences: 1 });
          const five = await analysis.summarize({ sentences: 5, quotes: "all" });
          const scores = await analysis.scores();
          const places = await analysis.occurrences("trusts");
          analysis.free();
          const error = await caught((async () => analysis.summarize())());
          return [one.sentences.length, five.sentences.length, scores.length, places, error];
        },
        client,
        lighthouse,
      );
      assert.deepEqual(result.slice(0, 3), [1, 5, 19]);
      for (const { start, end } of result[3]) assert.match(lighthouse.slice(start, end), /^trust(s|'s)?$/i);
      assert.ok(result[3].length > 1);
      assert.equal(result[4].code, "disposed");
    });

    test("refuses bad input with code, option and value", async () => {
      const errors = await page.evaluate(async (client) => {
        const { clients, caught } = /** @type {Held} */ (globalThis);
        const { summarize } = clients[client];
        const call = summarize.bind(clients[client]);
        return Promise.all([
          caught(call(null)),
          caught(call("text", { sentences: -1 })),
          caught(call("text", { words: 3, ratio: 0.5 })),
          caught(call("text", { sentence: 1 })),
          caught(call("text", null)),
        ]);
      }, client);
      assert.deepEqual(
        errors.map((error) => [error?.name, error?.code, error?.option]),
        [
          ["NutgrafError", "invalid-text", "text"],
          ["NutgrafError", "invalid-option", "sentences"],
          ["NutgrafError", "conflicting-options", "words, ratio"],
          ["NutgrafError", "unknown-option", "sentence"],
          ["NutgrafError", "invalid-option", "options"],
        ],
      );
      assert.equal(errors[1]?.value, -1);
    });
  });
}

describe("the worker client alone", () => {
  test("an aborted analysis is over at once, and the next one works", async () => {
    const result = await page.evaluate(async (text) => {
      const { make, caught } = /** @type {Held} */ (globalThis);
      const client = make();
      const held = await client.analyze(text);
      const control = new AbortController();
      const long = caught(client.analyze(text.repeat(8000), { signal: control.signal }));
      setTimeout(() => control.abort(), 50);
      const began = performance.now();
      const aborted = await long;
      const waited = performance.now() - began;
      const { sentences } = await held.summarize({ sentences: 2 });
      return { name: aborted.name, waited, sentences: sentences.length };
    }, lighthouse);
    assert.equal(result.name, "AbortError");
    assert.equal(result.sentences, 2, "an analysis that was held outlives the worker");
  });

  test("progress is told by its stages, loading only at first", async () => {
    const stages = await page.evaluate(async (text) => {
      const { make } = /** @type {Held} */ (globalThis);
      const client = make();
      /** @type {string[]} */
      const told = [];
      const progress = (/** @type {string} */ stage) => told.push(stage);
      await client.summarize(text, { sentences: 1, progress });
      told.push("again");
      (await client.analyze(text, { progress })).free();
      const early = make();
      await early.load();
      told.push("loaded");
      await early.summarize(text, { progress });
      return told;
    }, lighthouse);
    assert.deepEqual(stages, [
      ...["loading", "analyzing", "choosing"],
      ...["again", "analyzing"],
      ...["loaded", "analyzing", "choosing"],
    ]);
  });

  test("warming ends when a text comes, and gives the same summaries", async () => {
    const result = await page.evaluate(async (text) => {
      const { make } = /** @type {Held} */ (globalThis);
      const [cold, warm] = [make(), make()];
      const before = await cold.summarize(text, { sentences: 2 });
      const done = /** @type {string[]} */ ([]);
      const warming = warm.warm().then(() => done.push("warm"));
      const during = await warm.summarize(text, { sentences: 2 });
      done.push("summary");
      await warming;
      await warm.warm();
      const after = await warm.summarize(text, { sentences: 2 });
      const words = [before, during, after].map((summary) => JSON.stringify(summary.sentences));
      return { words, done };
    }, lighthouse);
    assert.match(result.words[0] ?? "", /"text"/);
    assert.deepEqual(result.words[1], result.words[0]);
    assert.deepEqual(result.words[2], result.words[0]);
    assert.deepEqual(result.done, ["warm", "summary"]);
  });

  test("the newest wins", async () => {
    const result = await page.evaluate(async (text) => {
      const { make, newestWins, caught } = /** @type {Held} */ (globalThis);
      const client = make();
      const newest = newestWins((/** @type {AbortSignal} */ signal, /** @type {number} */ sentences) =>
        client.summarize(text, { sentences, signal }),
      );
      const [first, second] = [caught(newest(1)), newest(2)];
      return [(await first)?.name, (await second).sentences.length];
    }, lighthouse);
    assert.deepEqual(result, ["AbortError", 2]);
  });

  test("a worker that is killed in mid-run is started again, and what it was asked is answered", async () => {
    const result = await page.evaluate(async (text) => {
      const { make, started } = /** @type {Held} */ (globalThis);
      /** @type {Worker[]} */
      const workers = [];
      const start = () => {
        workers.push(started());
        return workers.at(-1);
      };
      const client = make({ start });
      const held = await client.analyze(text);
      const long = client.summarize(text.repeat(4000), { sentences: 2 });
      setTimeout(() => {
        workers[0]?.terminate();
        workers[0]?.dispatchEvent(new ErrorEvent("error", { message: "killed" }));
      }, 50);
      const [summary, other] = [await long, await held.summarize({ sentences: 3 })];
      return [workers.length, summary.sentences.length, other.sentences.length];
    }, lighthouse);
    assert.deepEqual(result, [2, 2, 3]);
  });

  test("a worker that dies twice over a request gives it up, and no promise is lost", async () => {
    const error = await page.evaluate(async () => {
      const { make, caught } = /** @type {Held} */ (globalThis);
      let starts = 0;
      const dying = () => {
        starts++;
        const worker = new EventTarget();
        Object.assign(worker, {
          postMessage: () =>
            setTimeout(() => worker.dispatchEvent(new ErrorEvent("error", { message: "died" }))),
          terminate: () => {},
        });
        return worker;
      };
      const error = await caught(make({ start: dying }).summarize("A text."));
      return { code: error.code, starts };
    });
    assert.deepEqual(error, { code: "worker-failed", starts: 2 });
  });

  test("an idle worker is ended, and started again when it is needed", async () => {
    const result = await page.evaluate(async (text) => {
      const { make, started } = /** @type {Held} */ (globalThis);
      let starts = 0;
      let ends = 0;
      const start = () => {
        starts++;
        const worker = started();
        const { terminate } = worker;
        worker.terminate = () => {
          ends++;
          terminate.call(worker);
        };
        return worker;
      };
      const client = make({ start, idleMilliseconds: 50 });
      await client.summarize(text);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const ended = ends;
      await client.summarize(text);
      return { starts, ended };
    }, lighthouse);
    assert.deepEqual(result, { starts: 2, ended: 1 });
  });
});
