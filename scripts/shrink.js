// What no compiler or compressor makes smaller: done between wasm-bindgen and wasm-opt. A command of its own, since
// it uses a package, and the scripts that install the packages run before there is any.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import binaryen from "binaryen";

/** Panics of core: what writes a message about a text, what it writes a character with, and what has no message. */
const WORDY = /::str::slice_error_fail$/;
const ESCAPED = /^<char as core.*::fmt::Debug>::fmt$/;
const PLAIN = /::option::unwrap_failed$/;

/**
 * @param {string} folder With the module and its glue.
 */
function shrink(folder) {
  const binary = join(folder, "nutgraf_bg.wasm");
  const module = binaryen.readBinary(readFileSync(binary));
  shortenPanics(module);
  const short = nameImports(module);
  order(module);
  writeFileSync(binary, module.emitBinary());
  module.dispose();
  const glue = join(folder, "nutgraf.js");
  const named = readFileSync(glue, "utf8").replace(/\b__wb\w+/g, (name) => short.get(name) ?? name);
  // No entry of the package loads the module at once.
  writeFileSync(glue, named.replace("export { initSync, ", "export { "));
  const types = join(folder, "nutgraf.d.ts");
  const declared = readFileSync(types, "utf8").replace(
    /\/\*\*(?:(?!\*\/)[^])*\*\/\nexport function initSync.*\n/,
    "",
  );
  writeFileSync(types, declared);
}

/** All functions of a module. @param {binaryen.Module} module */
function functions(module) {
  const indices = Array.from({ length: module.getNumFunctions() }, (_, index) => index);
  return indices.map((index) => binaryen.getFunctionInfo(module.getFunctionByIndex(index)));
}

/**
 * A text that is cut within a character panics with the place in the source and no more: no code of ours cuts one
 * so, and the message brings the tables of what can be printed, 1 kB with brotli.
 * @param {binaryen.Module} module
 */
function shortenPanics(module) {
  const all = functions(module);
  const named = (/** @type {RegExp} */ name) => {
    const found = all.find((each) => name.test(each.name));
    if (found === undefined) throw new Error(`no function of the module is named as ${name}`);
    return found;
  };
  /** @param {binaryen.FunctionInfo} old @param {number} body */
  const replace = ({ name, params, results }, body) => {
    module.removeFunction(name);
    module.addFunction(name, params, results, [], body);
  };
  const wordy = named(WORDY);
  const place = module.local.get(binaryen.expandType(wordy.params).length - 1, binaryen.i32);
  const panics = module.call(named(PLAIN).name, [place], binaryen.none);
  replace(wordy, module.block(null, [panics, module.unreachable()]));
  // It stands in the table of functions, and so no optimizer sees that nothing calls it.
  replace(named(ESCAPED), module.i32.const(0));
}

/**
 * Names the functions that the module asks of its glue as briefly as can be: wasm-bindgen ends each name in a hash.
 * @param {binaryen.Module} module
 * @returns {Map<string, string>} From wasm-bindgen's names.
 */
function nameImports(module) {
  /** @type {Map<string, string>} */
  const short = new Map();
  for (const { name, module: glue, base, params, results } of functions(module)) {
    if (!base || !glue) continue;
    const brief = `f${short.size.toString(36)}`;
    short.set(base, brief);
    module.removeFunction(name);
    module.addFunctionImport(name, glue, brief, params, results);
  }
  return short;
}

/** How many bytes of code are compared at once, and in how many functions they tell that two are alike, at most. */
const RUN = 5;
const SHARED = 80;

/**
 * Puts each function behind the one that it is most like, of those that are left: what brotli finds near costs less
 * (0.8 kB). Two are alike by the runs of bytes that both have, the rarer the more, for the other's length.
 * @param {binaryen.Module} module
 */
function order(module) {
  const own = functions(module).filter(({ base }) => !base);
  const bodies = codes(Buffer.from(module.emitBinary()));
  if (bodies.length !== own.length) throw new Error("the functions of the module are not those of its code");
  const runs = bodies.map(runsOf);
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
      if (others.length > SHARED) continue;
      const worth = 1 / Math.log2(1 + others.length);
      for (const other of others) if (left.has(other)) common.set(other, (common.get(other) ?? 0) + worth);
    }
    let most = 0;
    at = left.values().next().value ?? 0;
    for (const [other, shared] of common) {
      const likeness = shared / (bodies[other]?.length ?? 1) ** 0.7;
      if (likeness > most) [most, at] = [likeness, other];
    }
  }
}

/** @param {Buffer} body */
function runsOf(body) {
  const places = Array.from({ length: Math.max(0, body.length - RUN + 1) }, (_, from) => from);
  return new Set(places.map((from) => body.toString("latin1", from, from + RUN)));
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

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: node scripts/shrink.js <folder>");
shrink(folder);
