// Summaries as text, Markdown and JSON.
import { shownQuotation, shownSpeaker, shownText } from "nutgraf";
import { escaped } from "../js/markdown.js";

/** @typedef {import("./results.js").Result} Result */
/** @typedef {import("nutgraf").Summary} Summary */
/** @typedef {import("nutgraf").Excerpt} Excerpt */

/** What summaries can be written as. */
export const FORMATS = /** @type {const} */ (["text", "md", "json", "jsonl"]);

/** @typedef {(typeof FORMATS)[number]} Format */

/** @param {Excerpt} excerpt */
const line = ({ text }) => text.replace(/\s+/g, " ");

/** The keywords on one line, if there are any. @param {Summary["keywords"]} keywords */
const keywordLine = (keywords) => (keywords.length > 0 ? [keywords.map(line).join(" · ")] : []);

/** @param {Summary} summary */
function asText({ title, language, sentences, quotes, keywords }) {
  const quote = (/** @type {Summary["quotes"][number]} */ quote) =>
    `  ${shownQuotation(quote)}${quote.speaker ? ` — ${shownSpeaker(quote)}` : ""}`;
  const shown = sentences.map((sentence) => shownText(sentence, { language }));
  return paragraphs([title ? [line(title)] : [], shown, quotes.map(quote), keywordLine(keywords)]);
}

/** @param {Summary} summary */
function asMarkdown({ title, language, sentences, quotes, keywords }) {
  const item = (/** @type {Summary["sentences"][number]} */ sentence) =>
    `- ${escaped(shownText(sentence, { language }))}`;
  const quote = (/** @type {Summary["quotes"][number]} */ quote) =>
    `> ${escaped(shownQuotation(quote))}${quote.speaker ? `\n>\n> — ${escaped(shownSpeaker(quote))}` : ""}`;
  return paragraphs([
    title ? [`## ${escaped(line(title))}`] : [],
    sentences.map(item),
    ...quotes.map((each) => [quote(each)]),
    keywordLine(keywords).map(escaped),
  ]);
}

/** @param {string[][]} parts */
function paragraphs(parts) {
  const filled = parts.filter((part) => part.length > 0);
  return filled.map((part) => part.join("\n")).join("\n\n");
}

/**
 * What writes results to standard output as they come.
 * @param {Format} format
 * @param {boolean} alone Whether there is one file, whose name need not be said.
 */
export function writer(format, alone) {
  /** @type {Result[]} */
  const all = [];
  let first = true;
  const print = (/** @type {string} */ text) => process.stdout.write(`${text}\n`);
  const named = (/** @type {string} */ heading, /** @type {string} */ text) => {
    print(alone ? text : `${first ? "" : "\n"}${heading}\n\n${text}`);
    first = false;
  };
  return {
    /** @param {Result} result */
    add(result) {
      const { file, summary } = result;
      if (format === "jsonl") return print(JSON.stringify(result));
      if (format === "json") return all.push(result);
      if (!summary) return; // said on standard error
      if (format === "md") named(`# ${file}`, asMarkdown(summary));
      else named(`==> ${file} <==`, asText(summary));
    },
    end() {
      if (format !== "json") return;
      const [only] = all;
      if (!alone) return print(JSON.stringify(all, null, 2));
      if (only?.summary) print(JSON.stringify(only.summary, null, 2));
    },
  };
}
