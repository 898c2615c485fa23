// Made prose for a module that nobody waits for yet: engines compile better what has run for a while.

export const SYLLABLES = "ba ce di fo gu har jel kin lor mun nas per quin rol sut tav ven wim yor zan".split(
  " ",
);
const ENDINGS = ["", "s", "ed", "ing", "er", "ly", "ness", "ations"];
const FRAMES = [
  "The * of the * was * in the * and * to *.",
  "“We have * the *,” said * *, who * it.",
  "But he * that * *, *.",
];

/** Numbers from 0 to 1, the same in every run. @param {number} seed */
export function generator(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Sentences with quotations, names and new words, as many as there are in a page of text.
 * @param {number} round Other words in each.
 */
export function madeProse(round) {
  const random = generator(round + 1);
  const next = (/** @type {number} */ below) => Math.floor(random() * below);
  const syllable = () => SYLLABLES[next(SYLLABLES.length)];
  const word = () => `${syllable()}${next(2) ? syllable() : ""}${ENDINGS[next(ENDINGS.length)]}`;
  const name = () => word().replace(/^./, (letter) => letter.toUpperCase());
  const sentence = (/** @type {number} */ order) => {
    const frame = FRAMES[next(FRAMES.length)] ?? "";
    return frame.replace(/\*/g, () => (next(5) ? word() : name())) + (order % 5 === 4 ? "\n\n" : " ");
  };
  return Array.from({ length: SENTENCES }, (_, order) => sentence(order)).join("");
}

const SENTENCES = 300;
