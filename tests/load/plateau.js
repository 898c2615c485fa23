// Whether something that is measured again and again stops growing.
import assert from "node:assert/strict";

/** How many times each run is measured. */
export const MEASURES = 10;

/** The share of all uses of a run. @param {number} all */
export function uses(all) {
  return Math.ceil((all * Number(process.argv[2] ?? 1)) / MEASURES);
}

/**
 * The second half of the measures is no higher than the first by more than is said: what grows with every use is.
 * @param {string} name
 * @param {number[]} measures
 * @param {number} slack What may be more, in the measure's unit.
 */
export function assertPlateau(name, measures, slack) {
  const half = measures.length / 2;
  const [first, second] = [measures.slice(1, half), measures.slice(half)].map((part) => Math.max(...part));
  console.log(`  ${name}: ${measures.join(" ")}`);
  assert.ok((second ?? 0) <= (first ?? 0) + slack, `${name} grows: ${measures.join(" ")}`);
}

/** In megabytes. @param {number} bytes */
export function megabytes(bytes) {
  return Math.round(bytes / 2 ** 20);
}
