// Prose of any size, the same as texts.rs makes.

/**
 * About so many characters of prose: each round adds a word of its own, so that
 * the vocabulary grows with the text as it does in books.
 * @param {string[]} pieces The texts of tests/texts.
 * @param {number} length
 */
export function prose(pieces, length) {
  let text = "";
  for (let round = 0; text.length < length; round++) {
    text += `${pieces[round % pieces.length]?.replaceAll("year", `year${round}`)}\n\n`;
  }
  return text.slice(0, length);
}
