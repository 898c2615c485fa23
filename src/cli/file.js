// One file's summary.
import { summarize } from "nutgraf";
import { readFile } from "./read.js";

/**
 * @typedef {object} Task
 * @property {string} file
 * @property {import("./read.js").Kind | undefined} from What it holds, `undefined` to see by its name.
 * @property {import("nutgraf").AnalyzeOptions & import("nutgraf").SummarizeOptions} options
 */

/** @param {Task} task */
export async function summarizeFile({ file, from, options }) {
  const { text, blocks } = await readFile(file, from);
  return summarize(text, { ...options, blocks });
}
