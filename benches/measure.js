// What is measured of the npm module, in Node and in browsers alike.

/** @typedef {{ first: number, least: number, median: number, worst: number }} Times In milliseconds. */
/** @typedef {{ length: number, floor: Times, analyze: Times, five: Times, fifth: Times, memory: number }} Row */

/** How often each side is called: where a call takes under a second, as often for all. */
const CALLS = 15;
const LONG_CALLS = 3;

/**
 * The times of a call by the one protocol that all sides have: the first call by itself, then warm ones.
 * @param {() => unknown} call It may be asynchronous.
 * @returns {Promise<Times>}
 */
export async function timed(call) {
  const once = async () => {
    const began = performance.now();
    await call();
    return performance.now() - began;
  };
  const first = await once();
  /** @type {number[]} */
  const times = [];
  for (let round = first < 1000 ? CALLS : LONG_CALLS; round > 0; round--) times.push(await once());
  times.sort((one, other) => one - other);
  const at = (/** @type {number} */ index) => times[index] ?? Number.NaN;
  return { first, least: at(0), median: at(times.length >> 1), worst: at(times.length - 1) };
}

/**
 * Times of one text. `Analysis` is the boundary's class, built with the feature `bench`.
 * @param {new (text: string, options: undefined) => import("../pkg/wasm/nutgraf.js").Analysis & { floor(): number }} Analysis
 * @param {WebAssembly.Memory} memory
 * @param {string} text
 * @returns {Promise<Row>}
 */
export async function measure(Analysis, memory, text) {
  const analyze = await timed(() => new Analysis(text, undefined).free());
  const analysis = new Analysis(text, undefined);
  const row = {
    length: text.length,
    floor: await timed(() => analysis.floor()),
    analyze,
    five: await timed(() => analysis.summarize({ sentences: 5 })),
    fifth: await timed(() => analysis.summarize({ ratio: 0.2 })),
    memory: memory.buffer.byteLength,
  };
  analysis.free();
  return row;
}
