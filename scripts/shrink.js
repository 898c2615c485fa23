// What no compiler or compressor makes smaller: done between wasm-bindgen and wasm-opt. A command of its own, since
// it uses a package, and the scripts that install the packages run before there is any.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import binaryen from "binaryen";

/** Panics of core: what writes a message about a text, and what has no message. */
const WORDY = /::str::slice_error_fail$/;
const PLAIN = /::option::unwrap_failed$/;

/**
 * What stands in the table of functions, so that no optimizer sees that nothing calls it: what that message is written
 * with, the tasks of js-sys's futures, what JavaScript would call closures by, what unwinds, and what calls a
 * `Box<dyn FnOnce>`. nutgraf has none.
 */
const UNCALLED = [
  /^<(char|core.*::Range<usize>) as core.*::fmt::Debug>::fmt$/,
  /^js_sys::futures::jspi::/,
  /^wasm_bindgen::convert::closures::_::invoke/,
  / as core.*::PanicPayload>::take_box$/,
  /^core::ops::function::FnOnce::call_once\{\{vtable\.shim\}\}/,
];

/**
 * Tables of core that only that message asks for, which stay where the functions go: what can be printed, and what
 * extends other characters. How each begins, its bytes, and how their digest begins. Others, as another version of
 * Rust may have, stay as they are (1.5 kB).
 * @type {[string, number, string][]}
 */
const UNREAD = [
  ["0001030505060602", 76, "bd4401edc3e3b2e4"],
  ["ad78798b8da23057", 284, "ac9c85e11132df26"],
  ["0006010103010402", 92, "a7a3ef1e51309ebb"],
  ["0c273b3e4e4f8f9e", 212, "c3f0047bf905e6f4"],
  ["00205f2282df0482", 292, "bbbe10f76b55d4be"],
  ["5e227b0503042d03", 504, "64dc499c522e4b13"],
  ["00700007002d0101", 767, "fd33f755f4392970"],
];

/** The folders of others' sources, before a file's name in the place of a panic: the name and the line tell. */
const FOLDERS =
  /\/(?:rustc\/[0-9a-f]+\/library|rust\/deps|[\w./-]*\/registry\/src)\/(?:(?![\w-]+\.rs)[\w.-]+\/)*(?=[\w-]+\.rs)/g;

/** What each crate that is compiled before this one has a copy of. */
const COPIED = /^<alloc.*::String as core.*::fmt::Write>::write_(char|str|fmt)/;

/**
 * @param {string} folder With the module and its glue.
 */
function shrink(folder) {
  const binary = join(folder, "nutgraf_bg.wasm");
  const module = binaryen.readBinary(readFileSync(binary));
  shortenPanics(module);
  dropUncalled(module);
  mergeCopies(module);
  const short = nameImports(module);
  const glue = join(folder, "nutgraf.js");
  const whole = readFileSync(glue, "utf8");
  const asked = nameExports(module, whole);
  writeFileSync(binary, withoutUnread(module.emitBinary()));
  module.dispose();
  const named = whole
    .replace(/\bwasm\.(\w+)/g, (asking, name) => `wasm.${asked.get(name) ?? name}`)
    .replace(/\b__wb\w+/g, (name) => short.get(name) ?? name);
  // No entry of the package loads the module at once.
  writeFileSync(glue, shorter(named.replace("export { initSync, ", "export { ")));
  const types = join(folder, "nutgraf.d.ts");
  const declared = readFileSync(types, "utf8").replace(
    /\/\*\*(?:(?!\*\/)[^])*\*\/\nexport function initSync.*\n/,
    "",
  );
  writeFileSync(types, declared);
  const bare = join(folder, "nutgraf_bg.wasm.d.ts");
  const exported = readFileSync(bare, "utf8").replace(
    /(?<=export const )\w+/g,
    (name) => asked.get(name) ?? name,
  );
  writeFileSync(bare, exported);
}

/** What the glue says of a server that does not know the type of the module. */
const UNTYPED =
  "`WebAssembly.instantiateStreaming` failed because your server does not serve Wasm with `application/wasm` MIME type. Falling back to `WebAssembly.instantiate` which is slower. Original error:\\n";

/** What it asks then, and need not. */
const EXPECTED = `
    function expectedResponseType(type) {
        switch (type) {
            case 'basic': case 'cors': case 'default': return true;
        }
        return false;
    }
`;

/**
 * What the glue need not say. Node loads all of `fetch` where a response or request is named, which takes a third of
 * the time up to the first summary: they are told by what they have. `load.js` alone loads the module, and says
 * from where. What every engine has that runs the module need not be made (0.3 kB).
 */
const GLUE = {
  "typeof Response === 'function' && module instanceof Response": "module.arrayBuffer",
  "typeof Request === 'function' && module_or_path instanceof Request": "module_or_path.method",
  "console.warn('using deprecated parameters for the initialization function; pass a single object instead')":
    "",
  "module_or_path = new URL('nutgraf_bg.wasm', import.meta.url);": "",
  "Object.getPrototypeOf(module_or_path) === Object.prototype": "true",
  "!('encodeInto' in cachedTextEncoder)": "false",
  "realloc === undefined": "false",
  // `index.js` knows which analyses ended with their instance, and frees them.
  "this.__wbg_inst !== undefined && this.__wbg_inst !== __wbg_instance_id": "false",
  "Object.defineProperty(this, '__wbg_inst', { value: __wbg_instance_id, writable: true });": "",
  "if (Symbol.dispose) Analysis.prototype[Symbol.dispose] = Analysis.prototype.free;": "",
  // Nothing asks for a new instance but `load.js`.
  "if (__wbg_reinit_scheduled)": "if (false)",
  "const validResponse = expectedResponseType(module.type);": "",
  "validResponse && ": "",
  [EXPECTED]: "",
  [UNTYPED]: "nutgraf_bg.wasm is not served as application/wasm, which is slower:",
};

/** @param {string} glue */
function shorter(glue) {
  return Object.entries(GLUE).reduce((glue, [said, enough]) => {
    if (!glue.includes(said)) throw new Error(`wasm-bindgen's glue has no "${said}"`);
    return glue.replaceAll(said, () => enough);
  }, glue);
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
  const wordy = named(WORDY);
  const place = module.local.get(binaryen.expandType(wordy.params).length - 1, binaryen.i32);
  const panics = module.call(named(PLAIN).name, [place], binaryen.none);
  replace(module, wordy, module.block(null, [panics, module.unreachable()]));
}

/** @param {binaryen.Module} module */
function dropUncalled(module) {
  const all = functions(module);
  for (const name of UNCALLED) {
    const found = all.filter((each) => name.test(each.name));
    if (found.length === 0) throw new Error(`no function of the module is named as ${name}`);
    for (const each of found) replace(module, each, module.unreachable());
  }
}

/** Zeros for tables that nothing reads, and spaces for folders. @param {Uint8Array} module */
function withoutUnread(module) {
  const binary = Buffer.from(module);
  for (const [begins, bytes, digest] of UNREAD) {
    const at = binary.indexOf(begins, 0, "hex");
    const table = binary.subarray(at, at + bytes);
    const found = at >= 0 && createHash("sha256").update(table).digest("hex").startsWith(digest);
    if (found) table.fill(0);
  }
  for (const { 0: path, index } of binary.toString("latin1").matchAll(FOLDERS)) {
    binary.fill(" ", index, index + path.length);
  }
  return binary;
}

/** Leaves one of all copies; the others call it, and become one. @param {binaryen.Module} module */
function mergeCopies(module) {
  /** @type {Map<string, string>} */
  const first = new Map();
  for (const each of functions(module)) {
    const copied = COPIED.exec(each.name)?.[0];
    if (copied === undefined) continue;
    const kept = first.get(copied);
    if (kept === undefined) {
      first.set(copied, each.name);
      continue;
    }
    const given = binaryen.expandType(each.params).map((type, at) => module.local.get(at, type));
    replace(module, each, module.call(kept, given, each.results));
  }
}

/** @param {binaryen.Module} module @param {binaryen.FunctionInfo} old @param {number} body */
function replace(module, { name, params, results }, body) {
  module.removeFunction(name);
  module.addFunction(name, params, results, [], body);
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

/** What is asked for by its name elsewhere: the interpreter with fuel writes a text into the memory, and counts. */
const KEPT = ["memory", "__wbindgen_malloc", "steps"];

/**
 * Names what the glue asks of the module as briefly, and leaves out what it never asks for.
 * @param {binaryen.Module} module
 * @param {string} glue
 * @returns {Map<string, string>} From wasm-bindgen's names.
 */
function nameExports(module, glue) {
  const indices = Array.from({ length: module.getNumExports() }, (_, index) => index);
  const all = indices.map((index) => binaryen.getExportInfo(module.getExportByIndex(index)));
  /** @type {Map<string, string>} */
  const short = new Map();
  for (const { name, value, kind } of all) {
    const asked = glue.includes(`wasm.${name}`);
    if (KEPT.includes(name) || !(asked || name.startsWith("__"))) continue;
    module.removeExport(name);
    if (!asked) continue;
    const brief = `e${short.size.toString(36)}`;
    short.set(name, brief);
    if (kind === binaryen.ExternalTable) module.addTableExport(value, brief);
    else module.addFunctionExport(value, brief);
  }
  return short;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: node scripts/shrink.js <folder>");
shrink(folder);
