// What each type of the standard's summaries is made of, word for word from the text.
import { shownText } from "./index.js";
import { escaped } from "./markdown.js";

/** @typedef {import("./wasm/nutgraf.js").Summary} Summary */
/** @typedef {import("./wasm/nutgraf.js").SummarySentence} SummarySentence */
/** @typedef {import("./wasm/nutgraf.js").SummarizeOptions} SummarizeOptions */
/** @typedef {"key-points" | "tldr" | "teaser" | "headline"} Type */
/** @typedef {"markdown" | "plain-text"} Format */
/** @typedef {"short" | "medium" | "long"} Length */
/** @typedef {(options: SummarizeOptions) => Summary | Promise<Summary>} Choose */

/** The standard's measures: list items, sentences, and words of a headline. */
const POINTS = { short: 3, medium: 5, long: 7 };
const SENTENCES = { short: 1, medium: 3, long: 5 };
const WORDS = { short: 12, medium: 17, long: 22 };

/** A headline that is cut has words enough to say something. */
const FEWEST_WORDS = 4;

/** Behind this share of a text its end would be given away. */
const BEFORE_THE_END = 0.75;

/** The words of a context that a choice is focused on at most. */
const MOST_FOCUSED = 100;

/**
 * The summary in pieces, which make it when put together.
 *
 * @param {Choose} choose Chooses from the text's analysis.
 * @param {string} text
 * @param {{ type: Type, format: Format, length: Length, contexts: string[] }} wanted
 * @returns {Promise<string[]>}
 */
export async function digest(choose, text, { type, format, length, contexts }) {
  const focus = contexts.join(" ").match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
  const query = focus.slice(0, MOST_FOCUSED).join(", ") || undefined;
  const chosen = (/** @type {number} */ sentences, quotes = 0) =>
    choose({ sentences, quotes, keywords: 0, query });
  const markdown = format === "markdown";
  const plain = (/** @type {string} */ words) => (markdown ? escaped(words) : words);

  if (type === "headline") return [headline(await chosen(8), WORDS[length])].filter(Boolean).map(plain);
  const summary =
    type === "teaser"
      ? await chosen(3 * SENTENCES[length] + 3, 3)
      : await chosen((type === "tldr" ? SENTENCES : POINTS)[length]);
  const sentences = type === "teaser" ? inviting(summary, text.length, SENTENCES[length]) : summary.sentences;
  const { language } = summary;
  const words = sentences.map((sentence) => plain(shownText(sentence, { language })));
  if (type === "key-points")
    return words.map((each, place) => `${place ? "\n" : ""}${markdown ? "* " : ""}${each}`);
  return words.map((each, place) =>
    place && !/[\u3000-\u9fff\uff00-\uffef]$/.test(words[place - 1] ?? "") ? ` ${each}` : each,
  );
}

/**
 * What draws a reader in: the lead, questions, and what somebody says, and not how it ends.
 * @param {Summary} summary
 * @param {number} end
 * @param {number} count
 */
function inviting({ sentences, quotes }, end, count) {
  const early = sentences.filter(({ start }) => start < end * BEFORE_THE_END);
  const pool = early.length ? early : sentences;
  const quoted = new Set(quotes.map(({ sentence }) => sentence));
  const appeal = (/** @type {SummarySentence} */ { text, order, rank }) =>
    1 / rank +
    Number(/[?？؟][^\w?？؟]*$/u.test(text.slice(-CLOSING))) +
    Number(quoted.has(order)) / 2 +
    Number(order === pool[0]?.order) / 2;
  const best = [...pool].sort((one, other) => appeal(other) - appeal(one)).slice(0, count);
  return best.sort((one, other) => one.order - other.order);
}

/**
 * The text's own headline, else the best sentence that is short enough, else what stands before a mark in one.
 * @param {Summary} summary
 * @param {number} most
 */
function headline({ title, sentences }, most) {
  const ranked = [...sentences].sort((one, other) => one.rank - other.rank);
  const alone = ranked.filter(({ antecedents }) => antecedents.length === 0);
  const own = title ? [title.text.replace(/\s+/g, " ").trim()] : [];
  const others = (alone.length ? alone : ranked).map((sentence) =>
    shownText(sentence, { antecedents: false }),
  );
  const cut = (/** @type {string} */ words) => cutAt(words, most);
  const all = [...own, ...own.map(cut), ...others, ...others.map(cut)];
  const found = all.find((words) => words && count(words) <= most) ?? shortened(others[0] ?? "", most);
  return found.replace(/[.。।]{1,3}$/u, "");
}

/** The marks behind a question's own at most, and the characters of a word: what bounds the work in any text. */
const CLOSING = 8;
const LONGEST_WORD = 40;

/** Words as people count them; of scripts without spaces two characters are one. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]{1,2}|[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu;

/** @param {string} text */
const count = (text) => text.match(WORD)?.length ?? 0;

/** The longest beginning that ends at a mark between clauses, with so many words at most. @param {string} text @param {number} most */
function cutAt(text, most) {
  const near = text.slice(0, most * LONGEST_WORD);
  const marks = [...near.matchAll(/[,;:،؛](?=\s)|\s[–—-](?=\s)|[—，；：]/gu)].map(({ index }) =>
    text.slice(0, index).trim(),
  );
  const whole = (/** @type {string} */ words) => (words.match(/["“”«»「」()]/gu)?.length ?? 0) % 2 === 0;
  const fitting = marks.filter(
    (words) => count(words) >= FEWEST_WORDS && count(words) <= most && whole(words),
  );
  return fitting.at(-1) ?? "";
}

/** The first words, where no mark parts them. @param {string} text @param {number} most */
function shortened(text, most) {
  const last = [...text.matchAll(WORD)][most - 1];
  return last ? `${text.slice(0, last.index + last[0].length)}…` : text;
}
