// The summaries of files, in their order, by as many threads as pay.
import { availableParallelism } from "node:os";
import { summarizeAll } from "nutgraf/batch";
import { summarizeFile } from "./file.js";
import { Pool } from "./pool.js";

/** @typedef {import("./file.js").Task} Task */
/** @typedef {import("nutgraf").Summary} Summary */
/** @typedef {{ file: string, summary?: Summary | undefined, error?: { code: string, message: string } | undefined }} Result */

/** Fewer files than this are done before a thread has started. */
const WORTH_THREADS = 8;

/**
 * @param {string[]} files
 * @param {Omit<Task, "file"> & { threads: number | undefined }} how
 * @returns {AsyncGenerator<Result>}
 */
export async function* results(files, { threads = availableParallelism(), ...how }) {
  const pool =
    files.length >= WORTH_THREADS && threads > 1 ? new Pool(Math.min(threads, files.length)) : null;
  const summarize = (/** @type {string} */ file) => {
    const task = { file, ...how };
    return pool ? pool.run(task) : summarizeFile(task);
  };
  try {
    // Two for each thread, so that none waits for the consumer.
    const concurrency = pool ? 2 * pool.size : 1;
    for await (const { text: file, summary, error } of summarizeAll(files, { concurrency, summarize })) {
      yield { file, summary, error: error === undefined ? undefined : portable(error) };
    }
  } finally {
    await pool?.end();
  }
}

/** What is said of an error: its stable code, or the system's. @param {unknown} thrown */
function portable(thrown) {
  const { code = "internal", message } = /** @type {NodeJS.ErrnoException} */ (thrown);
  return { code, message };
}
