// examples/worker under Cloudflare's workerd: JSON lines stream in and out.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { summarize } from "nutgraf";
import { root } from "../../scripts/run.js";
import { whileExampleServes } from "./workerd.js";

const article = readFileSync(join(root, "tests", "texts", "lighthouse.txt"), "utf8");

/** A body that is sent line by line, and only as the answers come. */
function conversation(/** @type {string[]} */ sent) {
  /** @type {ReadableStreamDefaultController<Uint8Array> | undefined} */
  let controller;
  const body = new ReadableStream({ start: (started) => void (controller = started) });
  const send = () => {
    const line = sent.shift();
    if (line === undefined) controller?.close();
    else controller?.enqueue(new TextEncoder().encode(`${line}\n`));
  };
  return { body, send };
}

/** @param {string} address */
async function talk(address) {
  const refused = await fetch(address);
  assert.equal(refused.status, 405);
  const wrong = await fetch(`${address}?sentences=0`, { method: "POST", body: "{}" });
  assert.equal(wrong.status, 400);
  assert.equal((await wrong.json()).error.code, "invalid-option");

  const lines = [
    { id: 1, text: article },
    { id: 2, text: 7 },
    { id: 3, text: "The ferry is back." },
  ];
  const sent = [
    ...lines.map((line) => JSON.stringify(line)),
    "no JSON",
    ...Array(4).fill('{"text":"It is late."}'),
  ];
  const body = `${sent.join("\n")}`;
  const response = await fetch(`${address}?sentences=2`, { method: "POST", body });
  assert.equal(response.headers.get("content-type"), "application/x-ndjson");
  const answers = (await response.text())
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.equal(answers.length, sent.length);
  const expected = await summarize(article, { sentences: 2 });
  assert.deepEqual([answers[0].id, answers[0].summary.sentences], [1, expected.sentences]);
  assert.deepEqual([answers[1].id, answers[1].error.code], [2, "invalid-text"]);
  assert.equal(answers[2].summary.sentences[0].text, "The ferry is back.");
  assert.equal(answers[3].error.code, "invalid-line");

  // The first answers come while the body is still being sent.
  const { body: slow, send } = conversation([...sent]);
  for (let line = 0; line < 5; line++) send();
  const streaming = await fetch(
    address,
    /** @type {RequestInit} */ ({ method: "POST", body: slow, duplex: "half" }),
  );
  const reader = streaming.body?.getReader();
  const first = new TextDecoder().decode((await reader?.read())?.value);
  assert.match(first, /^\{"id":1,"summary"/);
  for (let line = 5; line <= sent.length; line++) send();
  for (let done = false; !done; ) done = (await reader?.read())?.done ?? true;
  return "done";
}

test("the example answers line by line under workerd", async () => {
  assert.equal(await whileExampleServes(talk), "done");
});
