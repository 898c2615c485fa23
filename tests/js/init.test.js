// Where the WebAssembly can come from, each in a process of its own: the first init counts.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const INDEX = new URL("../../pkg/index.js", import.meta.url).href;
const WASM = fileURLToPath(new URL("../../pkg/wasm/nutgraf_bg.wasm", import.meta.url));

/** Runs a script in which `init`, `summarize`, `Analysis` and `bytes` are known, and gives what it printed. */
function run(/** @type {string} */ script) {
  const known = `
    import { Analysis, init, summarize } from ${JSON.stringify(INDEX)};
    import { readFileSync } from "node:fs";
    const bytes = readFileSync(${JSON.stringify(WASM)});
  `;
  return execFileSync(process.execPath, ["--input-type=module", "--eval", known + script], {
    encoding: "utf8",
  }).trim();
}

const DATA_URL = "data:application/wasm;base64,${bytes.toString('base64')}";
const SOURCES = {
  bytes: "bytes",
  "an ArrayBuffer": "new Uint8Array(bytes).buffer",
  "a compiled module": "new WebAssembly.Module(bytes)",
  "a Response": 'new Response(bytes, { headers: { "Content-Type": "application/wasm" } })',
  "a promise of a Response": `fetch(\`${DATA_URL}\`)`,
  "a URL": `new URL(\`${DATA_URL}\`)`,
  "a URL's text": `\`${DATA_URL}\``,
};

for (const [name, source] of Object.entries(SOURCES)) {
  test(`init takes ${name}`, () => {
    const printed = run(`
      await init(${source});
      const { sentences } = new Analysis("The ferry is back. It is late.").summarize({ sentences: 1 });
      console.log(sentences[0].text, (await summarize("It works.")).sentences.length);
    `);
    assert.equal(printed, "The ferry is back. 1");
  });
}

test("a source that is none is refused, and the next init counts", () => {
  const printed = run(`
    const codes = [];
    for (const wrong of [new Uint8Array(4), new URL("data:,nothing")]) {
      await init(wrong).catch(({ code, cause }) => codes.push(code, cause instanceof Error));
    }
    await init(bytes);
    console.log(codes.join(), (await summarize("It works.")).sentences.length);
  `);
  assert.equal(printed, "not-loaded,true,not-loaded,true 1");
});

test("an analysis before init says so, and the module works after it", () => {
  const script = `
    const before = (() => { try { return new Analysis("The ferry sank."); } catch (error) { return error.code; } })();
    await init(bytes);
    console.log(before, new Analysis("The ferry sank.").summarize().sentences[0].text);
  `;
  assert.equal(run(script), "not-loaded The ferry sank.");
});
