// Which piece of a file is its title.

/** @typedef {import("./article.js").Piece} Piece */

/** The pieces among which the title stands, from the first. */
const FIRST = 40;

/** The letters and figures of a name at least: many a text begins with "A4". */
const LEAST = 4;

/** How much longer than what the file says the title may be. */
const LONGER = 1.5;

/** The number of a section, which no title has: "1 Introduction", "IV. RESULTS". */
const NUMBERED = /^(?:\d+(?:\.\d+)*\.?|[IVX]+\.) /;

/**
 * The title's place among the pieces: what the file says that it is called, or else the first of the largest letters;
 * -1 where there is none.
 * @param {Piece[]} pieces
 * @param {string} name
 */
export function titled(pieces, name) {
  const said = letters(name);
  const named = pieces.slice(0, FIRST).findIndex(({ text }) => {
    const own = letters(`${text}`);
    return said.length >= LEAST && own.startsWith(said) && own.length <= LONGER * said.length;
  });
  if (named >= 0) return named;
  const largest = pieces.findIndex(({ level }) => level === 1);
  return NUMBERED.test(`${pieces[largest]?.text ?? ""}`) ? -1 : largest;
}

/** What of a text can be compared. @param {string} text */
function letters(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
