import { NutgrafError } from "./error.js";
import initWasm from "./wasm/nutgraf.js";

/** @typedef {import("./wasm/nutgraf.js").InitInput} InitInput */

/** @type {Promise<void> | null} */
let loading = null;

/** Where the module is, if `init` is not told. @type {() => InitInput} */
let found = beside;

/**
 * Says where the module is. For the entries of hosts that have it elsewhere than beside this file.
 * @param {() => InitInput} source
 */
export function provide(source) {
  found = source;
}

/**
 * Loads the WebAssembly module. `summarize` and `analyze` do it by themselves;
 * call it to load early, or to say where the module is. The first call counts:
 * later ones wait for it, unless it failed.
 *
 * @param {InitInput | Promise<InitInput>} [source] A URL, a Response, bytes or a compiled module.
 *   Default: what the host's entry of the package brings, `nutgraf_bg.wasm` beside this file in browsers.
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
async function load(source = found()) {
  await initWasm({ module_or_path: source });
}

/** The module beside this file. Bundlers know the form `new URL(…, import.meta.url)`. */
function beside() {
  return new URL("./wasm/nutgraf_bg.wasm", import.meta.url);
}
