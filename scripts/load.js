// npm run load [-- --share N]: what is used for long. Memory at a plateau, and no answer lost, over 20,000 analyses with
// and without `free()`, 2,000 pastes into the page and 20,000 requests under workerd; or a share of them, as in npm test.
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { run, say } from "./run.js";

/**
 * Uses each part for long.
 * @param {number} share Of the numbers of uses, 0 to 1.
 * @param {("module" | "page" | "worker")[]} [parts]
 */
export function load(share, parts = ["module", "page", "worker"]) {
  for (const part of parts) {
    run(process.execPath, ["--expose-gc", `tests/load/${part}.js`, String(share)]);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { values } = parseArgs({ options: { share: { type: "string", default: "1" } } });
  say("use for long");
  load(Number(values.share));
}
