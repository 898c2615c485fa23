/**
 * What went wrong, by a stable name:
 *
 * - `invalid-text`: the text is no string.
 * - `text-too-long`: the text is over 64 MiB of UTF-8.
 * - `out-of-memory`: there is no memory for the analysis of the text.
 * - `invalid-option`: an option's value is out of its range or of another type.
 * - `unknown-option`: an option that does not exist.
 * - `conflicting-options`: more than one of `sentences`, `words` and `ratio`.
 * - `disposed`: an analysis was used after `free()`, or its instance died over another text.
 * - `not-loaded`: the WebAssembly module could not be loaded, or was not yet.
 * - `worker-failed`: the worker died twice over the same request.
 * - `internal`: a fault of nutgraf's own; please report it.
 *
 * @typedef {"invalid-text" | "text-too-long" | "out-of-memory" | "invalid-option" | "unknown-option" | "conflicting-options"
 *   | "disposed" | "not-loaded" | "worker-failed" | "internal"} NutgrafErrorCode
 */

/** The only kind of error that nutgraf throws. */
export class NutgrafError extends Error {
  /**
   * @param {NutgrafErrorCode} code What went wrong.
   * @param {string} message The same for people.
   * @param {{ option?: string | undefined, value?: unknown, cause?: unknown }} [details]
   */
  constructor(code, message, details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "NutgrafError";
    /** What went wrong, a stable name for programs to compare. */
    this.code = code;
    /** The name of the argument or option at fault. */
    this.option = details.option;
    /** The offending value. */
    this.value = details.value;
  }
}

/** @typedef {Error & { code?: NutgrafErrorCode, option?: string, value?: unknown }} WasmError */
