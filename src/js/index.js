import { NutgrafError, wrap } from "./error.js";
import { init } from "./load.js";
import { optionsObject } from "./options.js";
import { ElementText, Analysis as WasmAnalysis } from "./wasm/nutgraf.js";

export { init, NutgrafError };

/** @typedef {import("./wasm/nutgraf.js").AnalyzeOptions} AnalyzeOptions */
/** @typedef {import("./wasm/nutgraf.js").Excerpt} Excerpt */
/** @typedef {import("./wasm/nutgraf.js").Keyword} Keyword */
/** @typedef {import("./wasm/nutgraf.js").Place} Place */
/** @typedef {import("./wasm/nutgraf.js").Quotation} Quotation */
/** @typedef {import("./wasm/nutgraf.js").ScoredPlace} ScoredPlace */
/** @typedef {import("./wasm/nutgraf.js").SentenceScore} SentenceScore */
/** @typedef {import("./wasm/nutgraf.js").Statistics} Statistics */
/** @typedef {import("./wasm/nutgraf.js").SummarizeOptions} SummarizeOptions */
/** @typedef {import("./wasm/nutgraf.js").Summary} Summary */
/** @typedef {import("./wasm/nutgraf.js").SummarySentence} SummarySentence */
/** @typedef {import("./error.js").NutgrafErrorCode} NutgrafErrorCode */

/**
 * Summarizes a text.
 *
 * A text without words gives a summary without sentences.
 *
 * @param {string} text Up to 64 MiB of UTF-8.
 * @param {AnalyzeOptions & SummarizeOptions} [options]
 * @returns {Promise<Summary>}
 * @throws {NutgrafError} for a text that is no string or too long, and for options that are not as documented
 * @example
 * const { sentences } = await summarize(article, { sentences: 3 });
 * console.log(sentences.map(({ text }) => text).join(" "));
 */
export async function summarize(text, options) {
  const { language, title, ...choice } = optionsObject(options);
  const analysis = await analyze(text, { language, title });
  try {
    return analysis.summarize(choice);
  } finally {
    analysis.free();
  }
}

/**
 * Analyses a text once, so that summaries can be chosen from it often.
 *
 * @param {string} text Up to 64 MiB of UTF-8.
 * @param {AnalyzeOptions} [options]
 * @returns {Promise<Analysis>}
 * @throws {NutgrafError} for a text that is no string or too long, and for options that are not as documented
 * @example
 * using analysis = await analyze(article);
 * slider.oninput = () => show(analysis.summarize({ sentences: slider.valueAsNumber }));
 */
export async function analyze(text, options) {
  await init();
  return new Analysis(text, options);
}

/**
 * A summary of an element, with the places of its page. Ranges are live: they follow what changes around them.
 *
 * @typedef {Omit<Summary, "sentences" | "quotes"> & {
 *   text: string,
 *   sentences: (SummarySentence & { range: Range | null })[],
 *   quotes: (Quotation & { range: Range | null })[],
 * }} ElementSummary
 */

/**
 * Summarizes what an element of a page shows, without navigation, asides, captions and controls in it.
 *
 * @param {Element} element
 * @param {AnalyzeOptions & SummarizeOptions} [options]
 * @returns {Promise<ElementSummary>} The summary of its `text`, and the `range` of each sentence and quote in the page.
 * @throws {NutgrafError} as `summarize`, and for what is no element
 * @example
 * const { sentences } = await summarizeElement(document.querySelector("article"));
 * CSS.highlights.set("summary", new Highlight(...sentences.map(({ range }) => range)));
 */
export async function summarizeElement(element, options) {
  await init();
  const page = readElement(element);
  try {
    const { text } = page;
    const summary = await summarize(text, options);
    /** @template {Place} P @param {P} place */
    const placed = (place) => ({ ...place, range: page.range(place.start, place.end) ?? null });
    return { ...summary, text, sentences: summary.sentences.map(placed), quotes: summary.quotes.map(placed) };
  } finally {
    page.free();
  }
}

/** @param {unknown} element */
function readElement(element) {
  if (typeof Element === "undefined" || !(element instanceof Element)) {
    const details = { option: "element", value: element };
    throw new NutgrafError("invalid-text", "nutgraf: element is no Element of a page", details);
  }
  return attempt(() => new ElementText(element));
}

/** A text, analysed. Made by `analyze`. */
export class Analysis {
  /** @type {WasmAnalysis | null} */
  #wasm;

  /**
   * @param {string} text
   * @param {AnalyzeOptions} [options]
   */
  constructor(text, options) {
    this.#wasm = attempt(() => new WasmAnalysis(text, options));
  }

  /**
   * Chooses a summary.
   *
   * @param {SummarizeOptions} [options]
   * @returns {Summary}
   * @throws {NutgrafError} for options that are not as documented, and after `free()`
   */
  summarize(options) {
    return attempt(() => this.#live().summarize(options));
  }

  #live() {
    if (!this.#wasm) throw new NutgrafError("disposed", "nutgraf: this analysis was freed");
    return this.#wasm;
  }

  /**
   * Every sentence that may be chosen, in document order, with its total score: a heat map of the text.
   *
   * @returns {ScoredPlace[]}
   * @throws {NutgrafError} after `free()`
   */
  scores() {
    return attempt(() => this.#live().scores());
  }

  /**
   * Where the text has the terms of some words, in any form: "vote" finds "votes" and "voting".
   *
   * @param {string} words
   * @returns {Place[]}
   * @throws {NutgrafError} for what is no string, and after `free()`
   */
  occurrences(words) {
    return attempt(() => this.#live().occurrences(words));
  }

  /** Gives its memory back now; without this the garbage collector does, some day. */
  free() {
    this.#wasm?.free();
    this.#wasm = null;
  }

  /** As `free`, for `using`. */
  [disposeSymbol()]() {
    this.free();
  }
}

/** `Symbol.dispose`, under the name that polyfills and transpilers use where it is missing. */
function disposeSymbol() {
  return Symbol.dispose ?? Symbol.for("Symbol.dispose");
}

/**
 * Runs WebAssembly and rethrows what it throws as a `NutgrafError`.
 * @template T
 * @param {() => T} work
 * @returns {T}
 */
function attempt(work) {
  try {
    return work();
  } catch (error) {
    throw wrap(error);
  }
}
