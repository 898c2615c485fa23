// The page in WebKitGTK, through WebKitWebDriver: what engines.test.js does, by the WebDriver protocol.
// Run by `npm run test:all`; needs webkit2gtk-driver and xvfb.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { serve } from "../../scripts/serve.js";
import { freePort } from "../hosts/server.js";
import { elementPage } from "./element-page.js";
import { attack, vectors } from "./hostile.js";
import { DETACHED, serveSummarizer } from "./summarizer-page.js";

const BROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

test("WebKit summarizes a sample, follows the slider, jumps and comes back, and has the element", async () => {
  const port = await freePort();
  const driver = spawn("xvfb-run", ["-a", "WebKitWebDriver", `--port=${port}`, "--host=127.0.0.1"], {
    stdio: "ignore",
    detached: true,
    env: {
      ...process.env,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
      WEBKIT_DISABLE_COMPOSITING_MODE: "1",
    },
  });
  const { address, close } = await serve(0);
  const element = await serve(0, { folder: await elementPage() });
  const summarizer = await serveSummarizer();
  const call = async (
    /** @type {string} */ method,
    /** @type {string} */ path,
    /** @type {object} */ body,
  ) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  };
  const post = (/** @type {string} */ path, /** @type {object} */ body = {}) => call("POST", path, body);
  const until = async (/** @type {() => Promise<unknown>} */ met) => {
    for (let tries = 0; tries < 300; tries++) {
      const value = await met().catch(() => null);
      if (value) return value;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`never true: ${met}`);
  };
  let session = "";
  try {
    const options = { binary: BROWSER, args: ["--automation"] };
    const made = await until(() =>
      post("/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } } }),
    );
    session = `/session/${/** @type {{ sessionId: string }} */ (made).sessionId}`;
    const run = (/** @type {string} */ script) => post(`${session}/execute/sync`, { script, args: [] });
    const find = async (/** @type {string} */ value) =>
      Object.values(await post(`${session}/element`, { using: "css selector", value }))[0];
    const click = async (/** @type {string} */ selector) =>
      post(`${session}/element/${await find(selector)}/click`);
    const keys = async (/** @type {string} */ selector, /** @type {string} */ text) =>
      post(`${session}/element/${await find(selector)}/value`, { text });

    await post(`${session}/url`, { url: address });
    // The page's script has run: a cold start may be slow.
    await until(() => run("return document.querySelector('#bookmarklet')?.href.startsWith('javascript:')"));
    await click("[data-sample=news]");
    const shown =
      "return [...document.querySelectorAll('#sentences .jump')].map((e) => e.textContent.trim())";
    const sentences = /** @type {string[]} */ (
      await until(async () => {
        const all = await run(shown);
        return all.length > 0 && all;
      })
    );
    const article = await run("return document.querySelector('#article').textContent");
    assert.ok(sentences.every((sentence) => article.includes(sentence)));
    await keys("#length", "\uE011"); // Home
    await until(async () => (await run(shown)).length === 1);
    await keys("#length", "\uE014\uE014"); // two to the right
    await until(async () => (await run(shown)).length === 3);
    await click("#sentences li:last-child .jump");
    await until(async () => (await run("return document.activeElement.id")) === "back");
    await keys("#back", "\uE00C"); // Escape
    await until(async () => (await run("return document.activeElement.className")) === "jump");
    await click("#new");
    await keys("#text", "The ferry sank in the storm.");
    await until(async () => (await run(shown))[0] === "The ferry sank in the storm.");
    await keys("#file", fileURLToPath(new URL("../files/columns.pdf", import.meta.url)));
    await until(
      async () =>
        (await run("return document.querySelector('#title')?.textContent")) ===
        "Evening meals and the sleep of shift workers",
    );
    await keys("#strip", "\uE010"); // End
    assert.equal(await run("return document.querySelector('#strip').getAttribute('aria-valuenow')"), "100");

    await post(`${session}/url`, { url: address });
    await until(() => run("return document.querySelector('#text')"));
    await run(`(${attack})(${JSON.stringify(vectors())}).then((found) => (globalThis.found = found))`);
    const found = await until(() => run("return globalThis.found"));
    assert.deepEqual(found, { wrong: [], harmed: false, tried: [] });

    await post(`${session}/url`, { url: element.address });
    const held = `return [...document.querySelector("#plain").summary.sentences].map(({ text, range }) =>
      [text, range.toString().replace(/\\s+/g, " ")])`;
    const places = /** @type {[string, string][]} */ (await until(() => run(held)));
    assert.equal(places.length, 2);
    for (const [text, place] of places) assert.equal(place, text);
    assert.equal(await run("return CSS.highlights.get('nutgraf-sentence').size"), 2);

    await post(`${session}/url`, { url: `${summarizer.address}steps.html` });
    const told = /** @type {any} */ (await until(() => run("return globalThis.told")));
    assert.deepEqual(told.failures, []);
    assert.ok(told.steps >= 25);
    await post(`${session}/url`, { url: summarizer.address });
    await run(`${DETACHED}.then((names) => (globalThis.names = names))`);
    const names = await until(() => run("return globalThis.names"));
    assert.deepEqual(names, Array(5).fill("InvalidStateError"));
    await keys("#text", "The ferry is back. The ferry crosses the inlet every hour. Nobody waits.");
    await keys("#type", "tldr");
    await click("button");
    const output = "return document.querySelector('#summary').textContent";
    assert.equal(await until(() => run(output)), "The ferry crosses the inlet every hour.");
  } finally {
    if (session) await call("DELETE", session, /** @type {any} */ (undefined)).catch(() => {});
    close();
    element.close();
    summarizer.close();
    if (driver.pid) process.kill(-driver.pid);
  }
});
