// What of a page is its article: what stands in its elements `article` or `main`, where its long paragraphs do.

/** @typedef {import("./wasm/nutgraf.js").Block["kind"]} Kind */

/**
 * A block and where in the page it stands.
 * @typedef {object} Piece
 * @property {number} start
 * @property {number} end
 * @property {Kind | undefined} kind
 * @property {number | undefined} level
 * @property {Element | null} article The outermost article that it stands in.
 * @property {Element | null} main The element of the page's main content that it stands in.
 */

/** The characters of a paragraph as articles have them, and menus do not. */
const LONG = 150;

/** The kinds that a paragraph may have. @type {(Kind | undefined)[]} */
const PROSE = ["paragraph", "quotation", "list-item", undefined];

/** @param {Piece} piece */
const isLong = ({ start, end }) => end - start >= LONG;

/**
 * Sets apart what stands around a page's articles, or else around its main content.
 * @param {Piece[]} pieces
 */
export function setApart(pieces) {
  const told = pieces.filter((piece) => isLong(piece) && PROSE.includes(piece.kind));
  if (told.length > 0) {
    if (!setAround(pieces, told, "article")) setAround(pieces, told, "main");
    return;
  }
  // A page of links alone, and one that is an aside as a whole.
  const asides = pieces.filter(({ kind }) => kind === "aside");
  const apart = pieces.filter(({ kind }) => kind === "boilerplate");
  for (const piece of apart.concat(asides.some(isLong) ? asides : [])) piece.kind = undefined;
}

/**
 * Sets apart what stands around the elements of a name, where most of a page's long paragraphs stand in them; the
 * page's headings may stand before. Whether they do.
 * @param {Piece[]} pieces
 * @param {Piece[]} told
 * @param {"article" | "main"} name
 */
function setAround(pieces, told, name) {
  const inside = told.filter((piece) => piece[name]);
  const [opening] = inside;
  if (!opening || 2 * inside.length <= told.length) return false;
  const elements = new Set(inside.map((piece) => piece[name]));
  const first = pieces.indexOf(opening);
  const last = pieces.findLastIndex((piece) => elements.has(piece[name]));
  pieces.forEach((piece, at) => {
    if (elements.has(piece[name])) return;
    const heads = piece.kind === "heading" || (piece.main && piece.main === opening.main);
    // A teaser of another article is one, too.
    if (piece.article || at > last || (at < first && !heads)) piece.kind = "aside";
  });
  return true;
}
