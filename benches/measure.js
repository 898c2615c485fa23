// What is measured of the npm module, in Node and in browsers alike.

/** @typedef {{ length: number, floor: number, analyze: number, five: number, fifth: number, memory: number }} Row */

/**
 * The least time of a call in milliseconds: what the machine's noise adds is left out.
 * @param {number} rounds
 * @param {() => unknown} call
 */
export function least(rounds, call) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    call();
    best = Math.min(best, performance.now() - began);
  }
  return best;
}

/**
 * Times of one text. `Analysis` is the boundary's class, built with the feature `bench`.
 * @param {new (text: string, options: undefined) => import("../pkg/wasm/nutgraf.js").Analysis & { floor(): number }} Analysis
 * @param {WebAssembly.Memory} memory
 * @param {string} text
 * @returns {Row}
 */
export function measure(Analysis, memory, text) {
  const rounds = Math.max(3, Math.min(40, Math.round(2e7 / text.length)));
  const analysis = new Analysis(text, undefined);
  analysis.summarize({ ratio: 0.2 });
  const used = memory.buffer.byteLength; // before a second analysis stands beside it
  const row = {
    length: text.length,
    floor: least(rounds, () => analysis.floor()),
    analyze: least(rounds, () => new Analysis(text, undefined).free()),
    five: least(rounds, () => analysis.summarize({ sentences: 5 })),
    fifth: least(rounds, () => analysis.summarize({ ratio: 0.2 })),
    memory: used,
  };
  analysis.free();
  return row;
}
