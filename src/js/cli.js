#!/usr/bin/env node
// The command line: npx nutgraf article.txt
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { NutgrafError, summarize } from "./index.js";

const HELP = `Usage: nutgraf [options] [file]

Summarizes a text on this machine: its most telling sentences, word for word,
and its key quotes. Reads standard input without a file, or for "-".

Options:
  -s, --sentences N   at most N sentences
  -w, --words N       at most N words
  -r, --ratio R       at most this share of the text's words, over 0 and up to 1
  -q, --query WORDS   words to focus on
      --quotes N|all  how many key quotes (default 3)
  -j, --json          everything, as JSON
  -h, --help          this help
  -v, --version       the version

Without a length it takes one that suits the text.

Exit codes: 0 done, 1 the text could not be read or summarized, 2 wrong usage.

Examples:
  nutgraf article.txt
  nutgraf --sentences 3 article.txt
  pbpaste | nutgraf --ratio 0.1 --json
`;

const FAILED = 1;
const WRONG_USAGE = 2;

/** @param {string[]} parameters */
function parse(parameters) {
  return parseArgs({
    args: parameters,
    allowPositionals: true,
    options: {
      sentences: { type: "string", short: "s" },
      words: { type: "string", short: "w" },
      ratio: { type: "string", short: "r" },
      query: { type: "string", short: "q" },
      quotes: { type: "string" },
      json: { type: "boolean", short: "j" },
      help: { type: "boolean", short: "h" },
      version: { type: "boolean", short: "v" },
    },
  });
}

/**
 * @param {string} message
 * @param {number} code
 * @returns {never}
 */
function fail(message, code) {
  process.stderr.write(`nutgraf: ${message.replace(/^nutgraf: /, "")}\n`);
  process.exit(code);
}

/** @param {ReturnType<typeof parse>["values"]} values */
function toOptions(values) {
  const number = (/** @type {string | undefined} */ value) =>
    value === undefined ? value : Number(value.trim() || NaN);
  const quotes = values.quotes === "all" ? /** @type {const} */ ("all") : number(values.quotes);
  const { query } = values;
  return {
    sentences: number(values.sentences),
    words: number(values.words),
    ratio: number(values.ratio),
    query,
    quotes,
  };
}

/** @param {string} file */
function read(file) {
  try {
    return new TextDecoder().decode(readFileSync(file === "-" ? 0 : file));
  } catch (error) {
    return fail(/** @type {Error} */ (error).message, FAILED);
  }
}

/** @param {import("./index.js").Summary} summary */
function asText({ title, sentences, quotes }) {
  const line = (/** @type {import("./index.js").Excerpt} */ { text }) => text.replace(/\s+/g, " ");
  const quote = (/** @type {import("./index.js").Quotation} */ quote) =>
    `  ${line(quote)}${quote.speaker ? ` — ${line(quote.speaker)}` : ""}`;
  const parts = [title ? [line(title)] : [], sentences.map(line), quotes.map(quote)];
  return parts
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n");
}

async function main() {
  let arguments_;
  try {
    arguments_ = parse(process.argv.slice(2));
  } catch (error) {
    return fail(`${/** @type {Error} */ (error).message}\nSee nutgraf --help.`, WRONG_USAGE);
  }
  const { values, positionals } = arguments_;
  if (values.help) return process.stdout.write(HELP);
  if (values.version) return process.stdout.write(`${version()}\n`);
  if (positionals.length > 1)
    fail("name one file, or none for standard input. See nutgraf --help.", WRONG_USAGE);
  const [file] = positionals;
  if (file === undefined && process.stdin.isTTY)
    fail("name a file, or pipe a text in. See nutgraf --help.", WRONG_USAGE);
  try {
    const summary = await summarize(read(file ?? "-"), toOptions(values));
    process.stdout.write(`${values.json ? JSON.stringify(summary, null, 2) : asText(summary)}\n`);
  } catch (error) {
    if (!(error instanceof NutgrafError)) throw error;
    fail(error.message, /option/.test(error.code) ? WRONG_USAGE : FAILED);
  }
}

function version() {
  return JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version;
}

await main();
