// The one state of the page.

/** @typedef {import("./nutgraf/worker.js").WorkerAnalysis} WorkerAnalysis */
/** @typedef {import("./nutgraf/index.js").Summary} Summary */
/** @typedef {import("./nutgraf/index.js").Block} Block */
/** @typedef {import("./nutgraf/index.js").Place} Place */
/** @typedef {import("./nutgraf/index.js").ScoredPlace} ScoredPlace */
/** @typedef {import("./intake.js").Article} Article */
/** @typedef {import("./words.js").Words} Words */
/** @typedef {import("./words.js").Name} Name */
/** @typedef {"sentences" | "words" | "ratio"} Unit */

/**
 * Something to say, in whatever language the page has when it is shown.
 * @typedef {{ name: Name, values?: Record<string, string | number> }} Message
 */

/** The most that the slider offers in each unit; sentences and words also end with the text. */
const LONGEST = { sentences: 40, words: 600, ratio: 100 };

/**
 * @param {Words} words
 */
export function initialState(words) {
  return {
    words,
    /** @type {"empty" | "reading" | "editing"} */
    mode: "empty",
    /** @type {Article} */
    article: { text: "" },
    /** The article before this one, which undo brings back. @type {Article | null} */
    before: null,
    /** @type {WorkerAnalysis | null} */
    analysis: null,
    /** @type {Block[]} */
    blocks: [],
    /** @type {Summary | null} */
    summary: null,
    /** The text's own keywords, whatever the summary is focused on. @type {Summary["keywords"]} */
    keywords: [],
    /** Sentences that a new choice has left out, while they go. @type {Summary["sentences"]} */
    leaving: [],
    /** Where sentences begin that a new choice has added, while they come. @type {number[]} */
    arriving: [],
    /** @type {ScoredPlace[]} */
    scores: [],
    /** The keyword that the summary is focused on, and where it occurs. */
    query: "",
    /** @type {Place[]} */
    occurrences: [],
    /** @type {Unit} */
    unit: "sentences",
    length: 1,
    longest: 1,
    antecedents: true,
    heat: false,
    /** The place that is shown in the article. @type {Place | null} */
    jumped: null,
    /** @type {Message | null} */
    problem: null,
    /** What is under way: work on the text, or the reading of a file. @type {{ message: Message, file: boolean, share?: number } | null} */
    busy: null,
    /** What was done last. @type {Message | null} */
    done: null,
    keepsDraft: false,
    keepsLanguage: false,
    /** A newer version of the page that waits. @type {ServiceWorker | null} */
    fresh: null,
  };
}

/** @typedef {ReturnType<typeof initialState>} State */

/**
 * The slider as it suits a summary.
 * @param {Unit} unit
 * @param {Summary} summary
 */
export function lengths(unit, { sentences, statistics }) {
  const now = {
    sentences: sentences.length,
    words: statistics.summaryWords,
    ratio: Math.max(1, Math.round(100 * statistics.compressionRatio)),
  };
  const most = {
    sentences: Math.min(statistics.sentences, LONGEST.sentences),
    words: Math.min(statistics.words, LONGEST.words),
    ratio: LONGEST.ratio,
  };
  return { unit, length: now[unit], longest: Math.max(1, most[unit], now[unit]) };
}

/**
 * The budget that the slider stands at.
 * @param {Pick<State, "unit" | "length">} state
 */
export function budget({ unit, length }) {
  return { [unit]: unit === "ratio" ? length / 100 : length };
}
