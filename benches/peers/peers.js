// The peers, each made to give five sentences.
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../../scripts/run.js";
import { setUpFolder } from "../../scripts/setup.js";

const folder = join(root, "benches", "peers");

/**
 * Installs the peers where they are missing, and gives them.
 * @returns {Promise<{ name: string, run: (text: string) => Promise<unknown> }[]>}
 */
export async function peers() {
  setUpFolder(folder);
  const load = /** @type {(name: string) => any} */ (createRequire(join(folder, "peers.js")));
  const { SummarizerManager } = load("node-summarizer");
  const lexrank = load("lexrank");
  const sum = load("sum");
  const textSummarization = load("text-summarization");
  return [
    {
      name: "node-summarizer, ranked",
      run: (text) => new SummarizerManager(text, 5).getSummaryByRank(),
    },
    {
      name: "lexrank",
      run: (text) =>
        new Promise((resolve, reject) =>
          lexrank.summarize(text, 5, (/** @type {unknown} */ error, /** @type {unknown} */ lines) =>
            error ? reject(error) : resolve(lines),
          ),
        ),
    },
    { name: "sum", run: async (text) => sum({ corpus: text, nSentences: 5 }) },
    { name: "text-summarization", run: async (text) => textSummarization({ text }) },
  ];
}
