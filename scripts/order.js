// The order of a module's functions that a compressor makes the least of, of eighteen (1 kB): the last step of the build.
// A command of its own, since it uses a package, and the scripts that install the packages run before there is any.
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import binaryen from "binaryen";

/**
 * By what two functions are alike: how many bytes of code are compared at once, in how many functions they tell
 * anything at most, and how much a function's length counts against it.
 * @typedef {{ run: number, holders: number, length: number }} Likeness
 */

/** What is tried: which is best changes with every change of the code. @type {Likeness[]} */
const TRIED = [3, 4, 5].flatMap((run) =>
  [120, 240].flatMap((holders) => [0.7, 0.8, 0.9].map((length) => ({ run, holders, length }))),
);

/**
 * Puts each function behind the one that it is most like, of those that are left: what brotli finds near costs less.
 * Two are alike by the runs of bytes that both have, the rarer the more, for the other's length.
 * @param {binaryen.Module} module
 * @param {Likeness} likeness
 */
function order(module, { run, holders: most, length }) {
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
  for (let at = 0; left.size > 0; ) {
    left.delete(at);
    const { name, params, results, vars, body } = /** @type {binaryen.FunctionInfo} */ (own[at]);
    module.removeFunction(name);
    module.addFunction(name, params, results, vars, body);
    /** @type {Map<number, number>} */
    const common = new Map();
    for (const run of runs[at] ?? []) {
      const others = holders.get(run) ?? [];
      if (others.length > most) continue;
      const worth = 1 / Math.log2(1 + others.length);
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
