#!/usr/bin/env node
// The command line: npx nutgraf article.txt
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { NutgrafError, summarize } from "nutgraf";
import { inputs, STANDARD_INPUT } from "./inputs.js";
import { FORMATS, writer } from "./output.js";
import { progress } from "./progress.js";
import { KINDS } from "./read.js";
import { results } from "./results.js";

/** @typedef {import("./output.js").Format} Format */
/** @typedef {import("./read.js").Kind} Kind */

const HELP = `Usage: nutgraf [options] [file, directory or glob ...]

Summarizes texts on this machine: their most telling sentences, word for word,
and their key quotes. Reads plain text, Markdown (.md), web pages (.html), PDF
and Word files (.pdf, .docx). Reads standard input without a file, or for "-".
Of directories it takes all such files in them.

Options:
  -s, --sentences N     at most N sentences
  -w, --words N         at most N words
  -r, --ratio R         at most this share of the text's words, over 0 and up to 1
  -q, --query WORDS     words or phrases to focus on, phrases between commas
      --quotes N|all    how many key quotes (default 3)
      --keywords N      how many keywords (default 8)
      --language TAG    the language, such as "en" (default: detected)
  -f, --format FORMAT   text, md, json or jsonl (default text); with jsonl, each
                        file is a line as soon as it is done
  -j, --json            the same as --format json
      --from KIND       text, md, html, pdf or docx (default: by the file's
                        name; of standard input, text)
  -t, --threads N       how many files at once (default: one a processor)
  -h, --help            this help
  -v, --version         the version

Without a length it takes one that suits the text.

Exit codes: 0 done, 1 a text could not be read or summarized (the others are
all the same), 2 wrong usage.

Examples:
  nutgraf article.txt
  nutgraf --sentences 3 --format md page.html
  nutgraf --format jsonl "archive/**/*.html" > summaries.jsonl
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
      keywords: { type: "string" },
      language: { type: "string" },
      format: { type: "string", short: "f" },
      json: { type: "boolean", short: "j" },
      from: { type: "string" },
      threads: { type: "string", short: "t" },
      help: { type: "boolean", short: "h" },
      version: { type: "boolean", short: "v" },
    },
  });
}

/**
 * @param {string} message
 * @returns {never}
 */
function misused(message) {
  process.stderr.write(`nutgraf: ${message.replace(/^nutgraf: /, "")}\nSee nutgraf --help.\n`);
  process.exit(WRONG_USAGE);
}

/** @param {string | undefined} value */
function number(value) {
  return value === undefined ? value : Number(value.trim() || Number.NaN);
}

/**
 * @template {string} T
 * @param {string} option
 * @param {string} value
 * @param {readonly T[]} known
 */
function oneOf(option, value, known) {
  const found = known.find((name) => name === value);
  return found ?? misused(`--${option} is "${value}", expected one of ${known.join(", ")}`);
}

/** @param {ReturnType<typeof parse>["values"]} values */
function choice(values) {
  const { query, language } = values;
  const quotes = values.quotes === "all" ? /** @type {const} */ ("all") : number(values.quotes);
  const [sentences, words, ratio] = [values.sentences, values.words, values.ratio].map(number);
  return { sentences, words, ratio, query, quotes, keywords: number(values.keywords), language };
}

/** How many threads, a whole number from 1. @param {string | undefined} value */
function threads(value) {
  const count = number(value);
  if (count === undefined || (Number.isInteger(count) && count >= 1)) return count;
  return misused(`--threads is "${value}", expected a whole number from 1`);
}

function version() {
  return JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;
}

async function main() {
  let read;
  try {
    read = parse(process.argv.slice(2));
  } catch (error) {
    return misused(/** @type {Error} */ (error).message);
  }
  const { values, positionals } = read;
  if (values.help) return process.stdout.write(HELP);
  if (values.version) return process.stdout.write(`${version()}\n`);
  if (positionals.length === 0 && process.stdin.isTTY) misused("name a file, or pipe a text in");
  const format = oneOf("format", values.json ? "json" : (values.format ?? "text"), FORMATS);
  const from = values.from === undefined ? undefined : oneOf("from", values.from, KINDS);
  const options = choice(values);
  try {
    await summarize("", options);
  } catch (error) {
    if (error instanceof NutgrafError) misused(error.message);
    throw error;
  }
  const files = await inputs(positionals.length > 0 ? positionals : [STANDARD_INPUT]);
  const bar = progress(files.length);
  const write = writer(format, files.length === 1);
  for await (const result of results(files, { from, options, threads: threads(values.threads) })) {
    bar.clear();
    if (result.error) {
      process.exitCode = FAILED;
      process.stderr.write(`nutgraf: ${result.file}: ${result.error.message.replace(/^nutgraf: /, "")}\n`);
    }
    write.add(result);
    bar.step();
  }
  bar.clear();
  write.end();
}

// "nutgraf … | head": nobody reads on.
process.stdout.on("error", (error) => {
  if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EPIPE") throw error;
  process.exit();
});

await main();
