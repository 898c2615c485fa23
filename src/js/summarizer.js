// The `Summarizer` of the W3C's Writing Assistance APIs, over nutgraf.
import { digest } from "./digest.js";
import { analyze, init } from "./index.js";
import { Client } from "./worker.js";

/** @typedef {import("./digest.js").Type} SummarizerType */
/** @typedef {import("./digest.js").Format} SummarizerFormat */
/** @typedef {import("./digest.js").Length} SummarizerLength */
/** @typedef {"unavailable" | "downloadable" | "downloading" | "available"} Availability */
/** @typedef {(this: CreateMonitor, event: ProgressEvent) => unknown} ProgressHandler */
/**
 * What hears of a download, of which there is none: at once of its beginning and its end.
 * @typedef {EventTarget & { ondownloadprogress: ProgressHandler | null }} CreateMonitor
 */

/**
 * @typedef {object} SummarizerCreateCoreOptions
 * @property {SummarizerType} [type] Default: `key-points`.
 * @property {SummarizerFormat} [format] Default: `markdown`.
 * @property {SummarizerLength} [length] Default: `short`.
 * @property {"auto" | "speed" | "capability"} [preference] Taken, and of no effect: there is one way.
 * @property {readonly string[]} [expectedInputLanguages]
 * @property {readonly string[]} [expectedContextLanguages] Those of the input: a context's words are looked for in it.
 * @property {string} [outputLanguage] One of the input's: nothing is translated.
 */

/**
 * @typedef {SummarizerCreateCoreOptions & {
 *   signal?: AbortSignal, monitor?: (monitor: CreateMonitor) => void, sharedContext?: string,
 * }} SummarizerCreateOptions
 */

/** @typedef {{ signal?: AbortSignal, context?: string }} SummarizerSummarizeOptions */

/** What the crate has word lists of, and the names that others have for them. */
const LANGUAGES =
  "am ar bg ca cs da de el en es et fa fi fr he hi hr hu hy id it ja kk ko lt mr my nb nl nn no pl pt ro ru sk sl sv th tr uk ur vi zh".split(
    " ",
  );

/** In bytes of UTF-8: what one text may have. */
const QUOTA = 64 * 1024 * 1024;

/** Where there are pages and workers, the page does not wait. */
const client = typeof document === "object" && typeof Worker === "function" ? new Client() : null;

/** A key that no other script has: instances come from `create` alone. */
const KEY = {};

/** Summaries of texts by the standard's interface, word for word from the text. */
export class Summarizer {
  /** Tells this one from a browser's own. */
  static isNutgraf = true;

  #options;
  #destruction = new AbortController();

  /**
   * @param {unknown} key
   * @param {Options} options
   */
  constructor(key, options) {
    if (key !== KEY) throw new TypeError("Illegal constructor");
    this.#options = options;
    options.signal?.addEventListener("abort", () => this.#destruction.abort(options.signal?.reason));
  }

  /**
   * @param {SummarizerCreateOptions} [options]
   * @returns {Promise<Summarizer>}
   */
  static async create(options) {
    const read = createOptions(options);
    checkActive();
    const made = { ...read, ...languages(read) };
    const { signal, monitor } = made;
    signal?.throwIfAborted();
    const target = /** @type {CreateMonitor} */ (new EventTarget());
    handled(target);
    monitor?.(target);
    if (availability(made) !== "available") throw unsupported("these languages");
    for (const loaded of [0, 1]) {
      await task();
      signal?.throwIfAborted();
      if (monitor) target.dispatchEvent(progress(loaded));
    }
    try {
      await (client ? client.load().catch(() => init()) : init());
    } catch (cause) {
      throw exception("OperationError", `nutgraf could not be loaded: ${cause}`);
    }
    await task();
    signal?.throwIfAborted();
    return new Summarizer(KEY, made);
  }

  /**
   * @param {SummarizerCreateCoreOptions} [options]
   * @returns {Promise<Availability>}
   */
  static async availability(options) {
    const read = coreOptions(dictionary(options));
    checkActive();
    const found = availability({ ...read, ...languages(read) });
    await task();
    return found;
  }

  get sharedContext() {
    return this.#options.sharedContext ?? "";
  }

  get type() {
    return this.#options.type;
  }

  get format() {
    return this.#options.format;
  }

  get length() {
    return this.#options.length;
  }

  /** `null` where none was given, as the interface has it; its published types say `undefined`. */
  get expectedInputLanguages() {
    return frozen(this.#options.expectedInputLanguages);
  }

  get expectedContextLanguages() {
    return frozen(this.#options.expectedContextLanguages);
  }

  get outputLanguage() {
    return /** @type {string | undefined} */ (this.#options.outputLanguage ?? /** @type {any} */ (null));
  }

  /** In bytes of UTF-8. */
  get inputQuota() {
    return QUOTA;
  }

  /**
   * @param {string} input
   * @param {SummarizerSummarizeOptions} [options]
   * @returns {Promise<string>}
   */
  async summarize(input, options) {
    const { text, context, signal } = this.#asked(arguments.length, input, options);
    return (await this.#unlessAborted(signal, this.#pieces(text, context, signal))).join("");
  }

  /**
   * A sentence a chunk.
   *
   * @param {string} input
   * @param {SummarizerSummarizeOptions} [options]
   * @returns {ReadableStream<string>}
   */
  summarizeStreaming(input, options) {
    const { text, context, signal } = this.#asked(arguments.length, input, options);
    const stop = new AbortController();
    return new ReadableStream({
      start: (controller) => {
        const abort = () => controller.error(signal.reason);
        signal.addEventListener("abort", abort, { once: true });
        this.#pieces(text, context, AbortSignal.any([signal, stop.signal]))
          .then(
            (pieces) => {
              if (signal.aborted || stop.signal.aborted) return;
              for (const piece of pieces) controller.enqueue(piece);
              controller.close();
            },
            (error) => {
              if (!signal.aborted && !stop.signal.aborted) controller.error(error);
            },
          )
          .finally(() => signal.removeEventListener("abort", abort));
      },
      cancel: () => stop.abort(),
    });
  }

  /**
   * The bytes of UTF-8 that an input and its context have.
   *
   * @param {string} input
   * @param {SummarizerSummarizeOptions} [options]
   * @returns {Promise<number>}
   */
  async measureInputUsage(input, options) {
    const { text, context, signal } = this.#asked(arguments.length, input, options);
    return this.#unlessAborted(
      signal,
      task().then(() => bytes(text) + bytes(context ?? "")),
    );
  }

  /** Aborts what is under way and refuses what comes. */
  destroy() {
    this.#destruction.abort(exception("AbortError", "The summarizer was destroyed."));
  }

  get [Symbol.toStringTag]() {
    return "Summarizer";
  }

  /**
   * What a call was given, as the interface converts it, and the signal that ends it.
   * @param {number} given
   * @param {string} input
   * @param {SummarizerSummarizeOptions} [options]
   */
  #asked(given, input, options) {
    if (given === 0) throw new TypeError("an input is required");
    const text = string(input);
    const { context, signal } = dictionary(options);
    const words = context === undefined ? undefined : string(context);
    const signals = [this.#destruction.signal, ...(signal === undefined ? [] : [signalOf(signal)])];
    checkActive();
    const any = AbortSignal.any(signals);
    any.throwIfAborted();
    return { text, context: words, signal: any };
  }

  /**
   * @param {string} text
   * @param {string | undefined} context
   * @param {AbortSignal} signal
   */
  async #pieces(text, context, signal) {
    const { outputLanguage, sharedContext } = this.#options;
    await task();
    if (text.trim() === "") return [];
    const analysis = await read(text, signal);
    try {
      const choose = async (/** @type {import("./index.js").SummarizeOptions} */ options) => {
        const summary = await analysis.summarize(options);
        const other =
          outputLanguage && summary.language !== "und" && known(summary.language) !== outputLanguage;
        if (other) throw unsupported(`${summary.language} in, ${outputLanguage} out`);
        return summary;
      };
      const contexts = [sharedContext, context].filter((each) => each !== undefined);
      return await digest(choose, text, { ...this.#options, contexts });
    } finally {
      analysis.free();
    }
  }

  /**
   * @template R
   * @param {AbortSignal} signal
   * @param {Promise<R>} work
   * @returns {Promise<R>}
   */
  #unlessAborted(signal, work) {
    return new Promise((resolve, reject) => {
      const abort = () => reject(signal.reason);
      signal.addEventListener("abort", abort, { once: true });
      work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
    });
  }
}

Object.defineProperty(Summarizer.prototype, Symbol.dispose ?? Symbol.for("Symbol.dispose"), {
  value: Summarizer.prototype.destroy,
  writable: true,
  configurable: true,
});

/** Analyses a text in the worker, or here where that cannot be started. @param {string} text @param {AbortSignal} signal */
async function read(text, signal) {
  try {
    return await (client ? client.analyze(text, { signal }) : analyze(text));
  } catch (error) {
    const { code } = /** @type {import("./error.js").NutgrafError} */ (error);
    if (code === "worker-failed") return analyze(text);
    if (code === "text-too-long")
      throw exception("QuotaExceededError", "The input is longer than the quota.");
    throw code ? exception("OperationError", /** @type {Error} */ (error).message) : error;
  }
}

/** @typedef {ReturnType<typeof createOptions> & ReturnType<typeof languages>} Options */

/** Members are read in the order that Web IDL has. @param {unknown} given */
function createOptions(given) {
  const object = dictionary(given);
  const core = coreOptions(object);
  const { monitor, sharedContext, signal } = object;
  if (monitor !== undefined && typeof monitor !== "function") throw new TypeError("monitor is no function");
  return {
    ...core,
    monitor: /** @type {((monitor: CreateMonitor) => void) | undefined} */ (monitor),
    sharedContext: sharedContext === undefined ? undefined : string(sharedContext),
    signal: signal === undefined ? undefined : signalOf(signal),
  };
}

/** @param {Record<string, unknown>} object */
function coreOptions({
  expectedContextLanguages,
  expectedInputLanguages,
  format,
  length,
  outputLanguage,
  preference,
  type,
}) {
  return {
    expectedContextLanguages: sequence(expectedContextLanguages),
    expectedInputLanguages: sequence(expectedInputLanguages),
    format: one(format, /** @type {const} */ (["markdown", "plain-text"])),
    length: one(length, /** @type {const} */ (["short", "medium", "long"])),
    outputLanguage: outputLanguage === undefined ? undefined : string(outputLanguage),
    preference: one(preference, /** @type {const} */ (["auto", "speed", "capability"])),
    type: one(type, /** @type {const} */ (["key-points", "tldr", "teaser", "headline"])),
  };
}

/** @param {unknown} given @returns {Record<string, unknown>} */
function dictionary(given) {
  if (given !== undefined && given !== null && typeof given !== "object" && typeof given !== "function") {
    throw new TypeError("options are no object");
  }
  return /** @type {Record<string, unknown>} */ (given ?? {});
}

/** A value of an enumeration, the first by default. @template {string} V @param {unknown} given @param {readonly V[]} values */
function one(given, values) {
  const found = given === undefined ? values[0] : values.find((value) => value === string(given));
  if (found === undefined) throw new TypeError(`${string(given)} is none of ${values.join(", ")}`);
  return found;
}

/** @param {unknown} given @returns {string[]} */
function sequence(given) {
  if (given === undefined) return [];
  const iterable = typeof given === "object" && given !== null && Symbol.iterator in given;
  if (!iterable) throw new TypeError("languages are no sequence");
  return [.../** @type {Iterable<unknown>} */ (given)].map(string);
}

/** Symbols are no strings here. @param {unknown} given */
function string(given) {
  return `${given}`;
}

/** @param {unknown} given */
function signalOf(given) {
  if (!(given instanceof AbortSignal)) throw new TypeError("signal is no AbortSignal");
  return given;
}

/**
 * Canonical tags without repetitions, as the best match that there is. A malformed one is a `RangeError`, as browsers
 * and the web-platform tests have it (the draft says `TypeError`).
 * @param {{ expectedInputLanguages: string[], expectedContextLanguages: string[], outputLanguage: string | undefined }} given
 */
function languages({ expectedInputLanguages, expectedContextLanguages, outputLanguage }) {
  const matched = (/** @type {string[]} */ tags) => [
    ...new Set(Intl.getCanonicalLocales(tags).map((tag) => known(tag) ?? tag)),
  ];
  return {
    expectedInputLanguages: matched(expectedInputLanguages),
    expectedContextLanguages: matched(expectedContextLanguages),
    outputLanguage: outputLanguage === undefined ? undefined : matched([outputLanguage])[0],
  };
}

/** The language that a tag is looked up as: "en" of "en-GB". @param {string} tag */
function known(tag) {
  const language = tag.split("-")[0] ?? "";
  return LANGUAGES.includes(language) ? language : undefined;
}

/**
 * What can be summarized: known languages; a context and an output of the input's own.
 * @param {ReturnType<typeof languages>} given
 * @returns {Availability}
 */
function availability({ expectedInputLanguages, expectedContextLanguages, outputLanguage }) {
  const others = [...expectedContextLanguages, ...(outputLanguage === undefined ? [] : [outputLanguage])];
  const all = [...expectedInputLanguages, ...others].every((tag) => LANGUAGES.includes(tag));
  const inputs = expectedInputLanguages.length ? expectedInputLanguages : others.slice(-1);
  return all && others.every((tag) => inputs.includes(tag)) ? "available" : "unavailable";
}

/** @param {string[]} tags */
function frozen(tags) {
  const none = /** @type {any} */ (null);
  return /** @type {readonly string[] | undefined} */ (tags.length ? Object.freeze(tags) : none);
}

/** A document that left its page can ask for nothing. */
function checkActive() {
  if (typeof document === "object" && document.defaultView === null) {
    throw exception("InvalidStateError", "The document is not fully active.");
  }
}

/** `ondownloadprogress`, as event handlers are. @param {CreateMonitor} monitor */
function handled(monitor) {
  monitor.ondownloadprogress = null;
  monitor.addEventListener("downloadprogress", (event) =>
    monitor.ondownloadprogress?.(/** @type {ProgressEvent} */ (event)),
  );
}

/** @param {number} loaded */
function progress(loaded) {
  const members = { loaded, total: 1, lengthComputable: true };
  if (typeof ProgressEvent === "function") return new ProgressEvent("downloadprogress", members);
  return Object.assign(new Event("downloadprogress"), members);
}

/** The next task: aborts and events come between. */
function task() {
  return new Promise((resolve) => setTimeout(resolve));
}

/** @param {string} text */
function bytes(text) {
  return new TextEncoder().encode(text).length;
}

/** @param {string} name @param {string} message */
function exception(name, message) {
  return new DOMException(message, name);
}

/** @param {string} what */
function unsupported(what) {
  return exception("NotSupportedError", `nutgraf summarizes a text in its own language: not ${what}.`);
}
