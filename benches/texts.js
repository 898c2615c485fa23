// The prose that is measured: real text, and behind it, where it ends, made text whose vocabulary grows as real text's.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../scripts/run.js";
import { generator, SYLLABLES } from "../src/js/warm.js";

/** Real news and pages, where this machine has them. */
const REAL = join(root, "..", "shared", "speed", "prose.txt");

/** Distinct forms of n words are K × n^β (Heaps 1978), with the constants of 1.2 MB of news and pages. */
const HEAPS = { k: 8.19, beta: 0.648 };

/** The commonest words of English, by rank. */
const COMMON =
  "the to of and a in that is for it on was with as he be at by said from they are but have his not we or an this which you had has will she their were all one would there who her been can when more about if no up so out what its".split(
    " ",
  );

const ENDINGS = ["", "s", "ed", "ing", "er", "ly"];

/**
 * Real text of a file, or the usual one, and made text behind it.
 * @param {string | undefined} file
 * @param {number} length In UTF-16 code units.
 * @returns {{ text: string, about: string }} `about` says what it is.
 */
export function prose(file, length) {
  const path = file ?? (existsSync(REAL) ? REAL : undefined);
  const real = path === undefined ? "" : readFileSync(path, "utf8");
  const name = path === undefined ? "no real text here" : `${path}, ${real.length} characters`;
  const made = "made prose, forms by Heaps' law (K 8.19, β 0.648 of 1.2 MB of news and pages) and Zipf's";
  return {
    text: `${real}\n\n${madeProse(Math.max(0, length - real.length))}`.trimStart().slice(0, length),
    about: `${name}; behind it ${made}`,
  };
}

/** A form that no other number has. @param {number} number */
function form(number) {
  let [stem, rest] = ["", Math.floor(number / ENDINGS.length)];
  do {
    stem += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  } while (rest > 0);
  return stem + ENDINGS[number % ENDINGS.length];
}

/**
 * Made prose alone, for what must be the same everywhere.
 * Sentences of twenty words, every fifth of them quoted: a new form at the rate of Heaps' law, else an old one by rank.
 * @param {number} length
 */
export function madeProse(length) {
  const random = generator(1);
  /** @type {string[]} */
  const pieces = [];
  let [forms, words, size] = [COMMON.length, 1000, 0];
  for (let sentence = 0; size < length; sentence++) {
    const chosen = Array.from({ length: 12 + Math.floor(random() * 16) }, () => {
      const rate = HEAPS.k * HEAPS.beta * (++words) ** (HEAPS.beta - 1);
      const rank = random() < rate ? forms++ : Math.floor(Math.exp(random() * Math.log(forms)));
      return COMMON[rank] ?? form(rank);
    });
    const said = chosen.join(" ").replace(/^./, (letter) => letter.toUpperCase());
    const quoted = sentence % 5 === 0 ? `“${said},” said Ingrid Sol.` : `${said}.`;
    pieces.push(quoted, sentence % 4 === 3 ? "\n\n" : " ");
    size += quoted.length + 1;
  }
  return pieces.join("");
}
