// 20,000 analyses that are freed, and 20,000 that the garbage collector frees.
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { analyze, init } from "../../pkg/index.js";
import { assertPlateau, MEASURES, megabytes, uses } from "./plateau.js";

const ANALYSES = 20_000;

/** In megabytes: pages of memory that a collection comes too late for, and the collector's own. */
const SLACK = { freed: 0, collected: 24, process: 48 };

const text = readFileSync(new URL("../texts/lighthouse.txt", import.meta.url), "utf8");
const module = await WebAssembly.compile(
  readFileSync(new URL("../../pkg/wasm/nutgraf_bg.wasm", import.meta.url)),
);
const memory = await memoryOf(() => init(module));

/** The memory of the instance that something makes. @param {() => Promise<void>} make */
async function memoryOf(make) {
  const { instantiate } = WebAssembly;
  /** @type {WebAssembly.Instance | undefined} */
  let made;
  WebAssembly.instantiate = async (/** @type {any} */ ...parameters) => {
    made = await Reflect.apply(instantiate, WebAssembly, parameters);
    return /** @type {any} */ (made);
  };
  await make();
  WebAssembly.instantiate = instantiate;
  return /** @type {WebAssembly.Memory} */ (made?.exports.memory);
}

/** @param {boolean} freed */
async function use(freed) {
  const [instance, whole] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  for (let measure = 0; measure < MEASURES; measure += 1) {
    for (let count = uses(ANALYSES); count > 0; count -= 1) {
      const analysis = await analyze(text);
      analysis.summarize({ sentences: 3 });
      if (freed) analysis.free();
    }
    // Finalizers run in a task of their own.
    globalThis.gc?.();
    await pause(0);
    instance.push(megabytes(memory.buffer.byteLength));
    whole.push(megabytes(process.memoryUsage().rss));
  }
  const name = freed ? "freed" : "collected";
  assertPlateau(`MB of the instance, ${name}`, instance, SLACK[name]);
  assertPlateau(`MB of the process, ${name}`, whole, SLACK.process);
}

console.log(`${uses(ANALYSES) * MEASURES} analyses each`);
await use(true);
await use(false);
