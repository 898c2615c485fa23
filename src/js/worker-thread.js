// The worker's side of worker.js: `{ id, method, parameters }` in, `{ id, stage }` on the way,
// `{ id, result }` or `{ id, error }` out.
import { analyze, init } from "./index.js";
import { madeProse } from "./warm.js";

/** @typedef {import("./index.js").Analysis} Analysis */

/** The analyses that the client holds, by the number it gave. @type {Map<number, Analysis>} */
const analyses = new Map();

/** @param {number} number */
function held(number) {
  const analysis = analyses.get(number);
  if (!analysis) throw new RangeError(`no analysis ${number}`);
  return analysis;
}

/** @typedef {import("./worker.js").Stage} Stage */

let loaded = false;

/** The requests that came so far. */
let asked = 0;

/** After so many texts engines have compiled anew what runs often. */
const ROUNDS = 40;

/** @param {(stage: Stage) => void} tell */
async function load(tell) {
  if (!loaded) tell("loading");
  await init();
  loaded = true;
}

/** @type {Record<string, (tell: (stage: Stage) => void, ...parameters: any[]) => unknown>} */
const methods = {
  load,
  warm: async (tell) => {
    const before = asked;
    await load(tell);
    for (let round = 0; round < ROUNDS && asked === before; round++) {
      const analysis = await analyze(madeProse(round));
      analysis.summarize();
      analysis.free();
      await new Promise((resolve) => setTimeout(resolve));
    }
  },
  analyze: async (tell, number, text, options) => {
    await load(tell);
    tell("analyzing");
    analyses.set(number, await analyze(text, options));
  },
  summarize: (_tell, number, options) => held(number).summarize(options),
  scores: (_tell, number) => held(number).scores(),
  blocks: (_tell, number) => held(number).blocks(),
  occurrences: (_tell, number, words) => held(number).occurrences(words),
  free: (_tell, number) => {
    analyses.get(number)?.free();
    analyses.delete(number);
  },
};

/** What an error needs to be made again on the other side. @param {unknown} thrown */
function portable(thrown) {
  const error = /** @type {import("./error.js").NutgrafError} */ (thrown);
  const { code = "internal", option, value } = error;
  const cloneable = typeof value === "function" || typeof value === "symbol" ? String(value) : value;
  return { code, message: error.message, option, value: cloneable };
}

/** Requests are answered in their order: one for an analysis may follow at the heels of the analysis. */
let last = Promise.resolve();

globalThis.addEventListener("message", ({ data: { id, method, parameters } }) => {
  asked++;
  last = last.then(async () => {
    try {
      const tell = (/** @type {Stage} */ stage) => globalThis.postMessage({ id, stage });
      const result = await methods[method]?.(tell, ...parameters);
      globalThis.postMessage({ id, result });
    } catch (error) {
      const { code, cause } = /** @type {import("./error.js").NutgrafError} */ (error);
      const died = cause !== undefined && code !== "not-loaded";
      // What died is asked of another worker once, and a text that there is no memory for is not.
      if (!died || code === "out-of-memory") globalThis.postMessage({ id, error: portable(error) });
      // With the instance the other analyses died: this worker does, too, and the client gives them to another.
      if (died) setTimeout(() => reportError(cause));
    }
  });
});
