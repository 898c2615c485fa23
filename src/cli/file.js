// One file's summary.
import { summarize } from "nutgraf";
import { readText } from "./read.js";

/**
 * @typedef {object} Task
 * @property {string} file
 * @property {import("./read.js").Kind | undefined} from What it holds, `undefined` to see by its name.
 * @property {import("nutgraf").AnalyzeOptions & import("nutgraf").SummarizeOptions} options
 */

/** @param {Task} task */
export async function summarizeFile({ file, from, options }) {
  return summarize(await readText(file, from), options);
}
