// The example of nutgraf/summarizer with the package beside it, and the steps of its tests, served as a site would.
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

const path = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

/** Serves `/` (the example), `/steps.html` (the steps, `told` at their end) and `/frame.html` (a document to be detached). */
export async function serveSummarizer() {
  const folder = path("../../target/summarizer-page");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(path("../../examples/summarizer"), folder, { recursive: true });
  cpSync(path("../../www/icon.svg"), `${folder}/favicon.ico`);
  cpSync(path("../../pkg"), `${folder}/node_modules/nutgraf/pkg`, {
    recursive: true,
    filter: (source) => !/pkg\/(page|cli)/.test(source),
  });
  cpSync(path("../summarizer/steps.js"), `${folder}/steps.js`);
  const own = "./node_modules/nutgraf/pkg/summarizer.js";
  const page = (/** @type {string} */ script) =>
    `<!doctype html><meta charset="utf-8"><title>steps</title><script type="module">${script}</script>`;
  writeFileSync(
    `${folder}/steps.html`,
    page(
      `import { Summarizer } from "${own}"; import { conformance } from "./steps.js"; globalThis.told = await conformance(Summarizer);`,
    ),
  );
  writeFileSync(
    `${folder}/frame.html`,
    page(`import { Summarizer } from "${own}"; Object.assign(globalThis, { Summarizer, ready: true });`),
  );
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => files(request, response));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** In a page: what a frame's Summarizer says when its document is gone. A script for the page, as a string. */
export const DETACHED = `(async () => {
  const frame = document.createElement("iframe");
  frame.src = "frame.html";
  document.body.append(frame);
  while (!frame.contentWindow.ready) await new Promise((resolve) => setTimeout(resolve, 20));
  const { Summarizer, DOMException } = frame.contentWindow;
  const summarizer = await Summarizer.create();
  frame.remove();
  const names = [];
  const name = (error) => names.push(error instanceof DOMException && error.name);
  // An await of the frame's promise would be a job of the frame's, which is never run.
  const told = (promise) => new Promise((resolve) => promise.then(resolve, (error) => resolve(name(error))));
  await told(Summarizer.create());
  await told(Summarizer.availability());
  await told(summarizer.summarize("The ferry sank."));
  await told(summarizer.measureInputUsage("The ferry sank."));
  try { summarizer.summarizeStreaming("The ferry sank.") } catch (error) { name(error) }
  return names;
})()`;
