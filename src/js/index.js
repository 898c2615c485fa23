import { NutgrafError } from "./error.js";
import { deaths, failure, init, WasmAnalysis } from "./load.js";
import { optionsObject } from "./options.js";
import { Reading } from "./reader.js";
import { shownPieces, shownQuotation, shownSpeaker, shownText } from "./shown.js";

export { init, NutgrafError, Reading, shownPieces, shownQuotation, shownSpeaker, shownText };

/** @typedef {import("./wasm/nutgraf.js").AnalyzeOptions} AnalyzeOptions */
/** @typedef {import("./wasm/nutgraf.js").Antecedent} Antecedent */
/** @typedef {import("./wasm/nutgraf.js").Block} Block */
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
  const { language, title, blocks, ...choice } = optionsObject(options);
  const analysis = await analyze(text, { language, title, blocks });
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
 * Summarizes what an element of a page shows, without navigation and controls in it. Its headings, lists, quotations,
 * captions, tables, code and asides are known as such.
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
  const page = readElement(element);
  const { text, blocks } = page;
  const given = optionsObject(options);
  const summary = await summarize(text, { ...given, blocks: given.blocks ?? blocks });
  /** @template {Place} P @param {P} place */
  const placed = (place) => ({ ...place, range: page.range(place.start, place.end) });
  return { ...summary, text, sentences: summary.sentences.map(placed), quotes: summary.quotes.map(placed) };
}

/**
 * What an element of a page shows, or one of a document that was only parsed: its text, the blocks that its markup
 * tells, for `AnalyzeOptions`, and the range of the page that a place of the text has. Changes of the page after it are
 * not seen.
 *
 * @param {Element} element
 * @returns {Reading}
 * @throws {NutgrafError} `invalid-text` for what is no element
 * @example
 * const { text, blocks } = readElement(document.querySelector("article"));
 * const summary = await client.summarize(text, { blocks });
 */
export function readElement(element) {
  if (typeof Element === "undefined" || !(element instanceof Element)) {
    const details = { option: "element", value: element };
    throw new NutgrafError("invalid-text", "nutgraf: element is no Element of a page", details);
  }
  return new Reading(element);
}

/** A text, analysed. Made by `analyze`. */
export class Analysis {
  /** @type {WasmAnalysis | null} */
  #wasm;
  /** The deaths before it: another one ended its instance. */
  #born = deaths;

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
    if (this.#born !== deaths)
      throw new NutgrafError("disposed", "nutgraf: this analysis died with its instance");
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
   * The text's blocks in document order, as they were given or found: what a page sets as headings, paragraphs, lists.
   * They can be given back as `AnalyzeOptions.blocks`.
   *
   * @returns {Block[]}
   * @throws {NutgrafError} after `free()`
   */
  blocks() {
    return attempt(() => this.#live().blocks());
  }

  /**
   * Where the text has a phrase, in any form of its words: "vote" finds "votes" and "voting", and what a keyword says
   * is found `count` times. Commas part several phrases.
   *
   * @param {string} phrase
   * @returns {Place[]}
   * @throws {NutgrafError} for what is no string, and after `free()`
   */
  occurrences(phrase) {
    return attempt(() => this.#live().occurrences(phrase));
  }

  /** Gives its memory back now; without this the garbage collector does, some day. */
  free() {
    if (this.#born === deaths) this.#wasm?.free();
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
    throw failure(error);
  }
}
