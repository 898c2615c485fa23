// The page's work on a text: analysed in a worker, chosen from, and put into the state.
import { Client, newestWins } from "./nutgraf/worker.js";
import { budget, lengths } from "./state.js";
import { ownScript } from "./trusted.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./state.js").Message} Message */
/** @typedef {import("./intake.js").Article} Article */

/** How long work may take before its progress is shown, in milliseconds. */
const PATIENCE = 300;

/** How long a sentence takes to go, in milliseconds; style.css has the same. */
const GOING = 200;

/** A worker that rests keeps its module: starting it again would cost a request. */
const IDLE_MILLISECONDS = 2 ** 31 - 1;

export class Work {
  #state;
  #change;
  #client = new Client({
    idleMilliseconds: IDLE_MILLISECONDS,
    start: () => new Worker(ownScript("nutgraf/worker-thread.js"), { type: "module", name: "nutgraf" }),
  });
  /** The length that a link asks for, until it was given once. @type {{ length: number | null, unit: string | null }} */
  asked = { length: null, unit: null };

  /**
   * @param {State} state
   * @param {(changes: Partial<State>) => void} change
   */
  constructor(state, change) {
    this.#state = state;
    this.#change = change;
  }

  /** The first paste should not wait for the module, nor for the engine to compile it well. */
  async load() {
    try {
      await this.#client.warm();
    } catch (error) {
      this.#fail(error);
    }
  }

  /**
   * Summarizes an article in place of the last one; the newest wins.
   * @type {(article: Article, mode: State["mode"]) => Promise<void>}
   */
  take = newestWins(async (signal, article, mode) => {
    this.#change({ article, problem: null, ...(mode === "editing" && { mode }) });
    if (article.text.trim() === "") return this.#drop(mode === "editing" ? "editing" : "empty");
    const patience = setTimeout(
      () => this.#change({ busy: { message: { name: "busy" }, file: false } }),
      PATIENCE,
    );
    try {
      const { text, blocks } = article;
      const analysis = await this.#client.analyze(text, { signal, blocks });
      const summary = await analysis.summarize(this.#wanted(), { signal });
      if (summary.sentences.length === 0) {
        analysis.free();
        return this.#refuse({ name: "noWords" });
      }
      const found = await analysis.blocks();
      if (signal.aborted) return;
      this.#state.analysis?.free();
      const fresh = {
        analysis,
        summary,
        keywords: summary.keywords,
        blocks: found,
        scores: [],
        query: "",
        occurrences: [],
        leaving: [],
        arriving: [],
        jumped: null,
      };
      this.#change({ mode, ...fresh, ...lengths(this.#state.unit, summary) });
      const scores = await analysis.scores();
      if (this.#state.analysis === analysis) this.#change({ scores });
    } catch (error) {
      this.#fail(error);
    } finally {
      clearTimeout(patience);
      if (!signal.aborted) this.#change({ busy: null });
    }
  });

  /** Chooses anew from the analysis: another length, another focus. */
  choose = newestWins(async (signal) => {
    const { analysis, query, summary: last } = this.#state;
    if (!analysis) return;
    try {
      const summary = await analysis.summarize({ ...budget(this.#state), query }, { signal });
      const occurrences = query ? await analysis.occurrences(query) : [];
      if (signal.aborted) return;
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      const [leaving, arriving] = calm || !last ? [[], []] : [without(last, summary), without(summary, last)];
      this.#change({
        summary,
        occurrences,
        jumped: null,
        leaving,
        arriving: arriving.map(({ start }) => start),
      });
      setTimeout(() => !signal.aborted && this.#change({ leaving: [], arriving: [] }), GOING);
    } catch (error) {
      this.#fail(error);
    }
  });

  /** Stops what is under way; the text is kept. */
  cancel() {
    this.#client.terminate();
    this.#refuse({ name: "cancelled" });
  }

  /** What a link asks for, once, or a length that suits the text. */
  #wanted() {
    const { length, unit } = this.asked;
    this.asked = { length: null, unit: null };
    if (!length) return {};
    const known = unit === "words" || unit === "ratio" ? unit : "sentences";
    this.#change({ unit: known });
    return budget({ unit: known, length });
  }

  /** @param {State["mode"]} mode */
  #drop(mode) {
    this.#state.analysis?.free();
    this.#change({
      mode,
      analysis: null,
      summary: null,
      blocks: [],
      scores: [],
      occurrences: [],
      busy: null,
    });
  }

  /** Says what is the matter; the text stands there to be changed. @param {Message} problem */
  #refuse(problem) {
    this.#drop(this.#state.article.text === "" ? "empty" : "editing");
    this.#change({ problem });
  }

  /** @param {unknown} error */
  #fail(error) {
    // Newer work or the person wanted it so.
    if (error instanceof DOMException && error.name === "AbortError") return;
    this.#refuse(explanation(error));
  }
}

/**
 * The sentences that one summary has and the other has not.
 * @param {import("./state.js").Summary} one
 * @param {import("./state.js").Summary} other
 */
function without(one, other) {
  const starts = new Set(other.sentences.map(({ start }) => start));
  return one.sentences.filter(({ start }) => !starts.has(start));
}

/** What a person can do about an error. @param {unknown} error @returns {Message} */
function explanation(error) {
  const { code, message } = /** @type {{ code?: string, message: string }} */ (error);
  if (code === "text-too-long") return { name: "tooLong" };
  if (code === "not-loaded") return { name: "notLoaded" };
  if (code === "worker-failed" || /memory/i.test(message)) return { name: "workerFailed" };
  return { name: "wentWrong", values: { message } };
}
