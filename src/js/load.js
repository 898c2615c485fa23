import { NutgrafError } from "./error.js";
import initWasm from "./wasm/nutgraf.js";

/** @typedef {import("./wasm/nutgraf.js").InitInput} InitInput */

/** @type {Promise<void> | null} */
let loading = null;

/**
 * Loads the WebAssembly module. `summarize` and `analyze` do it by themselves;
 * call it to load early, or to say where the module is. The first call counts:
 * later ones wait for it, unless it failed.
 *
 * @param {InitInput | Promise<InitInput>} [source] A URL, a Response, bytes or a compiled module.
 *   Default: `nutgraf_bg.wasm` beside this file.
 * @throws {NutgrafError} `not-loaded`
 */
export function init(source) {
  loading ??= load(source).catch((cause) => {
    loading = null;
    throw new NutgrafError(
      "not-loaded",
      `nutgraf: the WebAssembly module could not be loaded: ${cause.message}`,
      {
        cause,
      },
    );
  });
  return loading;
}

/** @param {InitInput | Promise<InitInput>} [source] */
async function load(source = beside()) {
  await initWasm({ module_or_path: source });
}

/**
 * The module beside this file. Node's `fetch` reads no files, so there its
 * bytes are read; asking `process` keeps bundlers from seeing an import.
 * @returns {URL | Uint8Array<ArrayBuffer>}
 */
function beside() {
  const url = new URL("./wasm/nutgraf_bg.wasm", import.meta.url);
  const fs = url.protocol === "file:" && globalThis.process?.getBuiltinModule?.("node:fs");
  return fs ? new Uint8Array(fs.readFileSync(url)) : url;
}
