import { NutgrafError } from "./error.js";

/** @typedef {import("./wasm/nutgraf.js").AnalyzeOptions} AnalyzeOptions */
/** @typedef {import("./wasm/nutgraf.js").SummarizeOptions} SummarizeOptions */

/**
 * The options to take apart.
 * @param {unknown} options
 * @returns {AnalyzeOptions & SummarizeOptions}
 * @throws {NutgrafError} `invalid-option` for what is no object
 */
export function optionsObject(options) {
  if (options === undefined) return {};
  if (typeof options === "object" && options !== null && !Array.isArray(options)) return options;
  const details = { option: "options", value: options };
  throw new NutgrafError(
    "invalid-option",
    `nutgraf: option "options" is ${options}, expected an object`,
    details,
  );
}
