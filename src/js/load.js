import { NutgrafError } from "./error.js";
import initWasm, { Analysis, __wbg_reset_state as reset } from "./wasm/nutgraf.js";

export { Analysis as WasmAnalysis };

/** @typedef {import("./wasm/nutgraf.js").InitInput} InitInput */

/** @type {Promise<void> | null} */
let loading = null;

/** Whether there is an instance. */
let loaded = false;

/** How many instances have died: what they held died with them. */
export let deaths = 0;

/**
 * What WebAssembly threw, as a `NutgrafError`. An error of ours has a code; anything else ended the instance, and a fresh
 * one takes its place, so that the next call works.
 * @param {unknown} error
 */
export function failure(error) {
  if (error instanceof NutgrafError) return error;
  const { code, message, option, value } = /** @type {import("./error.js").WasmError} */ (error);
  if (code) return new NutgrafError(code, message, { option, value });
  if (!loaded)
    return new NutgrafError("not-loaded", "nutgraf: init() was not awaited before", { cause: error });
  deaths++;
  reset();
  // Rust ends at `unreachable` where it gets no memory; a panic comes with its message.
  if (error instanceof WebAssembly.RuntimeError && /unreachable/i.test(message)) {
    return new NutgrafError("out-of-memory", "nutgraf: there is no memory for the analysis of this text", {
      cause: error,
    });
  }
  return new NutgrafError("internal", `nutgraf: ${message ?? error}`, { cause: error });
}

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
  loaded = true;
}

/** The module beside this file. Bundlers know the form `new URL(…, import.meta.url)`. */
function beside() {
  return new URL("./wasm/nutgraf_bg.wasm", import.meta.url);
}
