// The interface of index.js in a worker, so that the page never waits.
import { NutgrafError } from "./error.js";
import { optionsObject } from "./options.js";

export { NutgrafError };

/** @typedef {import("./index.js").AnalyzeOptions} AnalyzeOptions */
/** @typedef {import("./index.js").Place} Place */
/** @typedef {import("./index.js").ScoredPlace} ScoredPlace */
/** @typedef {import("./index.js").Block} Block */
/** @typedef {import("./index.js").SummarizeOptions} SummarizeOptions */
/** @typedef {import("./index.js").Summary} Summary */

/**
 * @typedef {object} ClientOptions
 * @property {number} [idleMilliseconds] How long a worker without work and analyses is kept. Default: 10000.
 * @property {() => Worker} [start] Starts the worker. Default: `worker-thread.js` beside this file.
 */

/**
 * What a request is doing: `loading` the WebAssembly, where it is the worker's first; `analyzing` the text, which is
 * one step whatever its length; `choosing` the summary.
 * @typedef {"loading" | "analyzing" | "choosing"} Stage
 */

/** @typedef {{ signal?: AbortSignal | undefined }} Abortable */

/**
 * @typedef {object} Watched
 * @property {(stage: Stage) => void} [progress] Called as each stage begins; again from the first where a worker died.
 */

/**
 * @typedef {object} Pending
 * @property {string} method
 * @property {unknown[]} parameters
 * @property {(result: unknown) => void} resolve
 * @property {(error: unknown) => void} reject
 * @property {((stage: Stage) => void) | undefined} progress
 * @property {boolean} again Whether it was sent to a worker that died.
 */

const IDLE_MILLISECONDS = 10_000;

/**
 * A worker that is started when it is needed, restarted when it dies, and ended when it is idle.
 *
 * An analysis that is aborted ends the worker, since nothing else stops WebAssembly; what else was asked of it
 * is asked again of the next one.
 */
export class Client {
  #start;
  #idleMilliseconds;
  /** @type {Worker | null} */
  #worker = null;
  /** @type {Map<number, Pending>} */
  #pending = new Map();
  /** @type {Set<WorkerAnalysis>} */
  #analyses = new Set();
  #ids = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #idle;

  /** @param {ClientOptions} [options] */
  constructor({ idleMilliseconds = IDLE_MILLISECONDS, start = () => startThread() } = {}) {
    this.#idleMilliseconds = idleMilliseconds;
    this.#start = start;
  }

  /**
   * Summarizes a text, as `summarize` of the main entry.
   *
   * @param {string} text
   * @param {AnalyzeOptions & SummarizeOptions & Abortable & Watched} [options]
   * @returns {Promise<Summary>}
   * @throws {NutgrafError} as the main entry, and `worker-failed`; `AbortError` when aborted
   */
  async summarize(text, options) {
    const { language, title, blocks, signal, progress, ...choice } =
      /** @type {SummarizeOptions & AnalyzeOptions & Abortable & Watched} */ (optionsObject(options));
    const analysis = await this.analyze(text, {
      language,
      title,
      blocks,
      signal,
      ...(progress && { progress }),
    });
    try {
      progress?.("choosing");
      return await analysis.summarize(choice, { signal });
    } finally {
      analysis.free();
    }
  }

  /**
   * Analyses a text once, as `analyze` of the main entry; what the analysis gives comes as promises.
   *
   * @param {string} text
   * @param {AnalyzeOptions & Abortable & Watched} [given]
   * @returns {Promise<WorkerAnalysis>}
   * @throws {NutgrafError} as the main entry, and `worker-failed`; `AbortError` when aborted
   */
  async analyze(text, given) {
    const { signal, progress, ...options } = /** @type {AnalyzeOptions & Abortable & Watched} */ (
      optionsObject(given)
    );
    const analysis = new WorkerAnalysis(this, ++this.#ids, text, options);
    await this.request("analyze", [analysis.number, text, options], { signal, progress });
    this.#analyses.add(analysis);
    return analysis;
  }

  /**
   * Starts the worker and loads its WebAssembly, so that the first text need not wait for it.
   * @returns {Promise<void>}
   * @throws {NutgrafError} `not-loaded`, `worker-failed`
   */
  load() {
    return this.request("load", []);
  }

  /**
   * Loads as `load` does, and then reads made texts while nothing is asked of the worker, so that the engine has
   * compiled the module for speed when the first long text comes. Any other request ends it.
   * @returns {Promise<void>}
   * @throws {NutgrafError} `not-loaded`, `worker-failed`
   */
  warm() {
    return this.request("warm", []);
  }

  /** Ends the worker. What is pending is rejected with an `AbortError`; the next call starts a new one. */
  terminate() {
    this.#end();
    const gone = new DOMException("the worker was ended", "AbortError");
    for (const { reject } of this.#pending.values()) reject(gone);
    this.#pending.clear();
    this.#analyses.clear();
  }

  /**
   * Asks the worker. For `WorkerAnalysis` alone.
   *
   * @internal
   * @template R
   * @param {string} method
   * @param {unknown[]} parameters
   * @param {Abortable & { progress?: ((stage: Stage) => void) | undefined }} [watched]
   * @returns {Promise<R>}
   */
  request(method, parameters, { signal, progress } = {}) {
    if (signal?.aborted) return Promise.reject(signal.reason);
    clearTimeout(this.#idle);
    const id = ++this.#ids;
    /** @type {{ promise: Promise<R>, resolve: (result: R) => void, reject: (error: unknown) => void }} */
    const { promise, resolve, reject } = withResolvers();
    /** @type {Pending} */
    const pending = {
      method,
      parameters,
      resolve: (result) => resolve(/** @type {R} */ (result)),
      reject,
      progress,
      again: false,
    };
    this.#pending.set(id, pending);
    const abort = () => {
      if (!this.#pending.delete(id)) return;
      reject(signal?.reason);
      // Choosing is over in no time; an analysis may take long, and only the worker's end stops it.
      if (method === "analyze") this.#restart();
    };
    signal?.addEventListener("abort", abort, { once: true });
    this.#send(id, pending);
    return promise.finally(() => {
      signal?.removeEventListener("abort", abort);
      this.#rest();
    });
  }

  /**
   * Forgets an analysis. For `WorkerAnalysis` alone.
   * @internal
   * @param {WorkerAnalysis} analysis
   */
  forget(analysis) {
    if (!this.#analyses.delete(analysis)) return;
    this.#worker?.postMessage({ id: 0, method: "free", parameters: [analysis.number] });
    this.#rest();
  }

  /**
   * @param {number} id
   * @param {Pending} pending
   */
  #send(id, { method, parameters, reject }) {
    try {
      this.#worker ??= this.#open();
      this.#worker.postMessage({ id, method, parameters });
    } catch (cause) {
      this.#pending.delete(id);
      reject(unsendable(cause));
    }
  }

  #open() {
    const worker = this.#start();
    worker.addEventListener("message", ({ data: { id, stage, result, error } }) => {
      const pending = this.#pending.get(id);
      if (stage) return pending?.progress?.(stage);
      this.#pending.delete(id);
      if (error) pending?.reject(new NutgrafError(error.code, error.message, error));
      else pending?.resolve(result);
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#died(event.message);
    });
    return worker;
  }

  /** The worker died: what it had is asked of a new one once, and then given up. @param {string} message */
  #died(message) {
    for (const [id, pending] of this.#pending) {
      if (pending.again) {
        this.#pending.delete(id);
        pending.reject(new NutgrafError("worker-failed", `nutgraf: the worker failed: ${message}`));
      }
      pending.again = true;
    }
    this.#restart();
  }

  /** Ends the worker and gives what it had to a new one. */
  #restart() {
    this.#end();
    if (this.#pending.size === 0 && this.#analyses.size === 0) return;
    for (const { number, text, options } of this.#analyses) {
      this.#send(0, /** @type {Pending} */ ({ method: "analyze", parameters: [number, text, options] }));
    }
    for (const [id, pending] of this.#pending) this.#send(id, pending);
  }

  /** Ends the worker after a while without work. */
  #rest() {
    clearTimeout(this.#idle);
    if (this.#pending.size > 0 || this.#analyses.size > 0) return;
    this.#idle = setTimeout(() => this.#end(), this.#idleMilliseconds);
    // Node would wait for it; browsers give a number.
    if (typeof this.#idle === "object") this.#idle.unref?.();
  }

  #end() {
    clearTimeout(this.#idle);
    this.#worker?.terminate();
    this.#worker = null;
  }
}

/** A text, analysed in the worker. Made by `Client.analyze`. */
export class WorkerAnalysis {
  #client;
  #freed = false;

  /**
   * @param {Client} client
   * @param {number} number
   * @param {string} text
   * @param {AnalyzeOptions} options
   */
  constructor(client, number, text, options) {
    this.#client = client;
    /** Its number in the worker. */
    this.number = number;
    /** The text, kept for a worker that dies. */
    this.text = text;
    /** How it was read. */
    this.options = options;
  }

  /**
   * Chooses a summary.
   *
   * @param {SummarizeOptions} [options]
   * @param {Abortable} [abortable]
   * @returns {Promise<Summary>}
   */
  summarize(options, { signal } = {}) {
    return this.#ask("summarize", [options], signal);
  }

  /**
   * Every sentence that may be chosen, in document order, with its total score.
   * @returns {Promise<ScoredPlace[]>}
   */
  scores() {
    return this.#ask("scores", []);
  }

  /**
   * The text's blocks in document order, as they were given or found.
   * @returns {Promise<Block[]>}
   */
  blocks() {
    return this.#ask("blocks", []);
  }

  /**
   * Where the text has the terms of some words, in any form.
   * @param {string} words
   * @returns {Promise<Place[]>}
   */
  occurrences(words) {
    return this.#ask("occurrences", [words]);
  }

  /** Gives its memory back. */
  free() {
    this.#freed = true;
    this.#client.forget(this);
  }

  /**
   * @template R
   * @param {string} method
   * @param {unknown[]} parameters
   * @param {AbortSignal} [signal]
   * @returns {Promise<R>}
   */
  #ask(method, parameters, signal) {
    if (this.#freed) {
      return Promise.reject(new NutgrafError("disposed", "nutgraf: this analysis was freed"));
    }
    return this.#client.request(method, [this.number, ...parameters], { signal });
  }
}

/**
 * Keeps only the newest of a kind of work: each call aborts the one before it.
 *
 * @template {unknown[]} P
 * @template R
 * @param {(signal: AbortSignal, ...parameters: P) => Promise<R>} work
 * @returns {(...parameters: P) => Promise<R>}
 * @example
 * const newest = newestWins((signal, text) => client.summarize(text, { signal }));
 * input.oninput = () => newest(input.value).then(show, ignoreAborts);
 */
export function newestWins(work) {
  let last = new AbortController();
  return (...parameters) => {
    last.abort();
    last = new AbortController();
    return work(last.signal, ...parameters);
  };
}

/** `summarize` and `analyze` of one client that all share. */
const shared = new Client();

/** @type {Client["summarize"]} */
export const summarize = (text, options) => shared.summarize(text, options);

/** @type {Client["analyze"]} */
export const analyze = (text, options) => shared.analyze(text, options);

/** The worker beside this file. Bundlers know the form `new Worker(new URL(…))`. */
let startThread = () =>
  new Worker(new URL("./worker-thread.js", import.meta.url), { type: "module", name: "nutgraf" });

/**
 * Says how the worker is started. For the entries of hosts that have it elsewhere than beside this file.
 * @internal
 * @param {() => Worker} start
 */
export function provideThread(start) {
  startThread = start;
}

/** @param {unknown} cause */
function unsendable(cause) {
  if (cause instanceof DOMException && cause.name === "DataCloneError") {
    return new NutgrafError("invalid-option", "nutgraf: an option cannot be sent to a worker", { cause });
  }
  return new NutgrafError("worker-failed", `nutgraf: the worker could not be started: ${cause}`, { cause });
}

/**
 * `Promise.withResolvers`, which Node 20 lacks.
 * @template R
 * @returns {{ promise: Promise<R>, resolve: (result: R) => void, reject: (error: unknown) => void }}
 */
function withResolvers() {
  /** @type {(result: R) => void} */
  let resolve = () => {};
  /** @type {(error: unknown) => void} */
  let reject = () => {};
  /** @type {Promise<R>} */
  const promise = new Promise((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
