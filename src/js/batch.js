// Many texts, one after the other, as streams need it.
import { NutgrafError, summarize as summarizeHere } from "./index.js";
import { optionsObject } from "./options.js";

/** @typedef {import("./index.js").AnalyzeOptions} AnalyzeOptions */
/** @typedef {import("./index.js").SummarizeOptions} SummarizeOptions */
/** @typedef {import("./index.js").Summary} Summary */

/**
 * What summarizes one text.
 * @template T
 * @typedef {(text: T, options: AnalyzeOptions & SummarizeOptions) => Promise<Summary>} Summarize
 */

/**
 * @template T
 * @typedef {object} BatchOptions
 * @property {number} [concurrency] How many texts are under way at once, a whole number from 1. Default: 4.
 * @property {Summarize<T>} [summarize] What summarizes one, such as a method that asks a `Client` of
 *   `nutgraf/worker`. Default: `summarize` of the main entry.
 */

/**
 * What became of one text: its summary, or the error that it gave.
 * @template T
 * @typedef {{ index: number, text: T, summary: Summary, error?: undefined }
 *   | { index: number, text: T, summary?: undefined, error: unknown }} BatchResult
 */

/**
 * Summarizes texts as they come, and gives the results in their order. A text that cannot be summarized gives its
 * error as its result and does not end the rest. No more texts are taken than `concurrency` ahead of what the
 * consumer has taken, so a slow consumer slows the source.
 *
 * @template [T=string]
 * @param {Iterable<T> | AsyncIterable<T>} texts
 * @param {AnalyzeOptions & SummarizeOptions & BatchOptions<T>} [given]
 * @returns {AsyncGenerator<BatchResult<T>, void, void>}
 * @throws {NutgrafError} `invalid-option` for `concurrency`; what the source throws
 * @example
 * for await (const { text, summary, error } of summarizeAll(articles, { sentences: 3 })) {
 *   console.log(error?.message ?? summary.sentences[0]?.text);
 * }
 */
export async function* summarizeAll(texts, given) {
  const read = /** @type {AnalyzeOptions & SummarizeOptions & BatchOptions<T>} */ (optionsObject(given));
  const { concurrency = 4, ...choice } = read;
  const { summarize = /** @type {Summarize<T>} */ (/** @type {unknown} */ (summarizeHere)), ...options } =
    choice;
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    const details = { option: "concurrency", value: concurrency };
    const message = `nutgraf: option "concurrency" is ${concurrency}, expected a whole number from 1`;
    throw new NutgrafError("invalid-option", message, details);
  }
  /** @type {Promise<BatchResult<T>>[]} */
  const underWay = [];
  let index = 0;
  for await (const text of texts) {
    underWay.push(settled(index++, text, () => summarize(text, options)));
    const first = underWay.length >= concurrency ? underWay.shift() : undefined;
    if (first) yield await first;
  }
  yield* underWay;
}

/**
 * @template T
 * @param {number} index
 * @param {T} text
 * @param {() => Promise<Summary>} work
 * @returns {Promise<BatchResult<T>>}
 */
async function settled(index, text, work) {
  try {
    return { index, text, summary: await work() };
  } catch (error) {
    return { index, text, error };
  }
}
