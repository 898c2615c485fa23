// 20,000 requests at concurrency 64 to examples/worker under workerd, among them clients that leave in mid-stream and
// bodies that are too long, in another encoding, or never end.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/run.js";
import { whileExampleServes } from "../hosts/workerd.js";
import { assertPlateau, MEASURES, megabytes, uses } from "./plateau.js";

const REQUESTS = 20_000;
const CONCURRENCY = 64;

/** Every so many requests is one that no client should send. */
const HOSTILE = 50;

/** In megabytes: workerd collects when it likes to. */
const SLACK = 64;

const article = readFileSync(join(root, "tests", "texts", "lighthouse.txt"), "utf8");
const line = JSON.stringify({ id: 1, text: article });

/** The memory of a process and its children that are workerd, in megabytes. @param {number} parent */
function memory(parent) {
  const status = (/** @type {number} */ id) => readFileSync(`/proc/${id}/status`, "utf8");
  const kilobytes = (/** @type {number} */ id) => Number(/VmRSS:\s+(\d+)/.exec(status(id))?.[1] ?? 0);
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8").trim().split(" ");
  const all = [parent, ...children.filter(Boolean).map(Number)];
  return megabytes(all.reduce((sum, id) => sum + kilobytes(id), 0) * 1024);
}

/** @param {string} address @param {RequestInit} init */
const post = (address, init) => fetch(`${address}?sentences=2`, { method: "POST", ...init });

/** A body that is sent on and on, and never ends. @param {AbortSignal} signal */
function endless(signal) {
  return new ReadableStream({
    async pull(controller) {
      if (signal.aborted) return controller.close();
      controller.enqueue(new TextEncoder().encode(`${line}\n`));
    },
  });
}

/** What a client does that means no good, by turns. @type {((address: string) => Promise<void>)[]} */
const hostile = [
  async (address) => {
    const leave = new AbortController();
    const answer = await post(address, { body: `${line}\n`.repeat(50), signal: leave.signal });
    const reader = answer.body?.getReader();
    await reader?.read();
    leave.abort();
  },
  async (address) => {
    const leave = new AbortController();
    const body = endless(leave.signal);
    const init = /** @type {RequestInit} */ ({ body, duplex: "half", signal: leave.signal });
    const answer = await post(address, init);
    const reader = answer.body?.getReader();
    for (let count = 0; count < 5; count += 1) await reader?.read();
    leave.abort();
  },
  async (address) => {
    const answer = await post(address, { body: new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x0a, 0xc3, 0x28]) });
    assert.equal(answer.status, 200);
    for (const wrong of (await answer.text()).trim().split("\n")) assert.ok(JSON.parse(wrong).error);
  },
  async (address) => {
    // The client learns it by a stream that breaks off: its beginning is sent.
    const answer = await post(address, { body: "x".repeat(9_000_000) });
    await assert.rejects(answer.text());
  },
];

/** @param {string} address @param {number[]} latencies */
async function one(address, latencies) {
  const start = performance.now();
  const answer = await post(address, { body: line });
  const { id, summary } = JSON.parse(await answer.text());
  assert.equal(id, 1);
  assert.equal(summary.sentences.length, 2);
  latencies.push(performance.now() - start);
}

/** @param {string} address @param {number} server */
async function use(address, server) {
  const measures = [];
  /** @type {number[]} */
  const latencies = [];
  let asked = 0;
  for (let measure = 1; measure <= MEASURES; measure += 1) {
    const last = uses(REQUESTS) * measure;
    const client = async () => {
      while (asked < last) {
        asked += 1;
        const wrong = hostile[(asked / HOSTILE) % hostile.length];
        await (wrong ? wrong(address).catch(abandoned) : one(address, latencies));
      }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, client));
    measures.push(memory(server));
  }
  latencies.sort((one, other) => one - other);
  const at = (/** @type {number} */ share) =>
    latencies[Math.floor(share * (latencies.length - 1))]?.toFixed(0);
  console.log(
    `${latencies.length} of ${asked} answered, the others hostile; ${at(0.5)} ms, 99th percentile ${at(0.99)} ms`,
  );
  assertPlateau("MB of workerd", measures, SLACK);
  return "done";
}

/** A client that leaves sees its own abort. @param {any} error */
function abandoned(error) {
  if (error.name !== "AbortError") throw error;
}

assert.equal(await whileExampleServes(use), "done");
