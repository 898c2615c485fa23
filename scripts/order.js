// The order of a module's functions that a compressor makes the least of, of twenty-four (2 kB): the last step of the build.
// A command of its own, since it uses a package, and the scripts that install the packages run before there is any.
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import binaryen from "binaryen";

/**
 * By what a function is like those before it: how many of them count, and how much less each than the one behind it;
 * how many bytes of code are compared at once, and how much its length counts against it; and which share of the
 * functions, the longest first, stands before the one that is the first.
 * @typedef {{ back: number, decay: number, run: number, length: number, first: number }} Likeness
 */

/** What is tried: which is best changes with every change of the code. @type {Likeness[]} */
const TRIED = [
  { back: 8, decay: 0.8 },
  { back: 16, decay: 0.9 },
].flatMap((near) =>
  [4, 5].flatMap((run) =>
    [0.7, 0.8].flatMap((length) => [0, 1 / 8, 1 / 2].map((first) => ({ ...near, run, length, first }))),
  ),
);

/** A run that more functions have tells nothing. */
const HOLDERS = 120;

/**
 * Puts behind the last functions the one that is most like them, of those that are left: what brotli finds near costs
 * less. It is like them by the runs of bytes that they have, too, the rarer the more, for its length.
 * @param {binaryen.Module} module
 * @param {Likeness} likeness
 */
function order(module, { back, decay, run, length, first }) {
  const indices = Array.from({ length: module.getNumFunctions() }, (_, index) => index);
  const all = indices.map((index) => binaryen.getFunctionInfo(module.getFunctionByIndex(index)));
  const own = all.filter(({ base }) => !base);
  const bodies = codes(Buffer.from(module.emitBinary()));
  if (bodies.length !== own.length) throw new Error("the functions of the module are not those of its code");
  const runs = bodies.map((body) => runsOf(body, run));
  /** @type {Map<string, number[]>} The functions that have a run. */
  const holders = new Map();
  for (const [at, all] of runs.entries()) {
    for (const run of all) holders.set(run, [...(holders.get(run) ?? []), at]);
  }
  const left = new Set(bodies.keys());
  /** @type {number[]} The last functions, the very last first. */
  const last = [];
  for (let at = Math.floor(first * own.length); left.size > 0; ) {
    left.delete(at);
    const { name, params, results, vars, body } = /** @type {binaryen.FunctionInfo} */ (own[at]);
    module.removeFunction(name);
    module.addFunction(name, params, results, vars, body);
    last.unshift(at);
    last.splice(back);
    /** @type {Map<string, number>} What each run counts: as in the nearest of them that has it. */
    const near = new Map();
    for (const [distance, one] of last.entries()) {
      for (const run of runs[one] ?? []) if (!near.has(run)) near.set(run, decay ** distance);
    }
    /** @type {Map<number, number>} */
    const common = new Map();
    for (const [run, counts] of near) {
      const others = holders.get(run) ?? [];
      if (others.length > HOLDERS) continue;
      const worth = counts / Math.log2(1 + others.length);
      for (const other of others) if (left.has(other)) common.set(other, (common.get(other) ?? 0) + worth);
    }
    let nearest = 0;
    at = left.values().next().value ?? 0;
    for (const [other, shared] of common) {
      const likeness = shared / (bodies[other]?.length ?? 1) ** length;
      if (likeness > nearest) [nearest, at] = [likeness, other];
    }
  }
}

/** @param {Buffer} body @param {number} run */
function runsOf(body, run) {
  const places = Array.from({ length: Math.max(0, body.length - run + 1) }, (_, from) => from);
  return new Set(places.map((from) => body.toString("latin1", from, from + run)));
}

/** The code of each function of a module, as it is written. @param {Buffer} binary */
function codes(binary) {
  const [header, section] = [8, 10];
  let at = header;
  const number = () => {
    // LEB128, as all numbers of the format.
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = binary[at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  };
  const skip = () => {
    const length = number();
    at += length;
    return binary.subarray(at - length, at);
  };
  while (at < binary.length && binary[at++] !== section) skip();
  number();
  return Array.from({ length: number() }, skip);
}

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: node scripts/order.js <module>");
const original = readFileSync(file);
const ordered = TRIED.map((likeness) => {
  const module = binaryen.readBinary(original);
  order(module, likeness);
  const binary = module.emitBinary();
  module.dispose();
  return { binary, size: brotliCompressSync(binary).length };
});
const [least] = ordered.sort((one, other) => one.size - other.size);
if (least !== undefined) writeFileSync(file, least.binary);
