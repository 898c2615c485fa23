// What follows a trap: the module built with an export that panics, and with a memory that may not grow far.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { compile } from "../../scripts/build.js";

const folder = fileURLToPath(new URL("../../target/trap-module", import.meta.url));
const text = readFileSync(new URL("../texts/lighthouse.txt", import.meta.url), "utf8");

/** In bytes: the module's own and a few texts'. */
const MOST = 24 * 2 ** 20;

/** @type {typeof import("../../pkg/index.js")} */
let nutgraf;
/** @type {typeof import("../../pkg/wasm/nutgraf.js") & { trap(): void }} */
let glue;

before(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(fileURLToPath(new URL("../../src/js", import.meta.url)), folder, { recursive: true });
  compile(`${folder}/wasm`, ["--features", "bench", "--config", maximum(MOST)]);
  nutgraf = await import(`${folder}/index.js`);
  glue = await import(`${folder}/wasm/nutgraf.js`);
  await nutgraf.init(readFileSync(`${folder}/wasm/nutgraf_bg.wasm`));
});

/** Cargo's configuration for a memory of so many bytes at most. @param {number} bytes */
function maximum(bytes) {
  return `target.wasm32-unknown-unknown.rustflags=["-Clink-arg=--max-memory=${bytes}"]`;
}

/** A call of a fault of ours, where an analysis would be chosen from. */
async function trapped() {
  const { Analysis } = glue;
  const { summarize } = Analysis.prototype;
  Analysis.prototype.summarize = () => /** @type {never} */ (glue.trap());
  try {
    return await nutgraf.summarize(text).then(
      () => null,
      (error) => error,
    );
  } finally {
    Analysis.prototype.summarize = summarize;
  }
}

test("a panic is an internal error, and the next call works", async () => {
  const expected = JSON.stringify((await nutgraf.summarize(text)).sentences);
  const held = await nutgraf.analyze(text);
  const error = await trapped();
  assert.ok(error instanceof nutgraf.NutgrafError);
  assert.equal(error.code, "internal");
  assert.match(error.message, /a panic that a test asked for/);
  assert.throws(() => held.summarize(), { code: "disposed" });
  held.free();
  assert.throws(() => held.summarize(), { code: "disposed" });
  assert.equal(JSON.stringify((await nutgraf.summarize(text)).sentences), expected);
});

test("a text that there is no memory for is refused, before it is copied or while it is analysed", async () => {
  const kinds = new Set();
  for (let size = 2 ** 18; size <= 2 ** 23; size *= 1.5) {
    const held = await nutgraf.analyze(text);
    // Words that come once take the most room.
    const long = Array.from({ length: size / 8 }, (_, word) => `w${word.toString(36)}.`).join(" ");
    const error = await nutgraf.summarize(long).then(
      () => null,
      (error) => error,
    );
    if (error) assert.equal(error.code, "out-of-memory", String(error.cause?.stack));
    const alive = died(held) ? "died" : "lived";
    kinds.add(error ? alive : "fits");
    held.free();
    assert.ok((await nutgraf.summarize(text)).sentences.length > 0);
  }
  assert.deepEqual([...kinds].sort(), ["died", "fits", "lived"]);
});

/** @param {import("../../pkg/index.js").Analysis} analysis */
function died(analysis) {
  try {
    analysis.summarize();
    return false;
  } catch {
    return true;
  }
}

test("a text that nearly fills the memory fits again and again", async () => {
  await trapped(); // a fresh instance: what is kept of a language comes to lie behind the text
  const long = `${text}\n\n`.repeat((MOST * 0.11) / text.length);
  for (let round = 0; round < 3; round++) {
    const analysis = await nutgraf.analyze(long);
    assert.ok(analysis.summarize().sentences.length > 0);
    analysis.free();
  }
});

test("dead instances leak nothing", async () => {
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc");
  const memory = async () => {
    for (let round = 0; round < 4; round++) {
      gc();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return process.memoryUsage().external + process.memoryUsage().arrayBuffers;
  };
  for (let round = 0; round < 20; round++) await trapped();
  const first = await memory();
  for (let round = 0; round < 60; round++) await trapped();
  const growth = (await memory()) - first;
  assert.ok(growth < 8 * 2 ** 20, `${growth} bytes more after sixty traps`);
});
