// Pieces of text on a page, as pdf.js finds them, in points from the page's upper left corner.

/** @typedef {import("pdfjs-dist/types/src/display/api.js").TextContent} TextContent */

/**
 * @typedef {object} Fragment
 * @property {string} text
 * @property {number} left
 * @property {number} right
 * @property {number} base Where its letters stand.
 * @property {number} size Of its letters.
 * @property {boolean} rtl
 * @property {string} font What the file calls its font.
 * @property {boolean} fixed Whether its letters have one width, as those of code.
 */

/** Above and below the base, as shares of the size. */
const ASCENT = 0.8;
const DESCENT = 0.2;

/** @param {Fragment} fragment */
export const top = ({ base, size }) => base - ASCENT * size;

/** @param {Fragment} fragment */
export const bottom = ({ base, size }) => base + DESCENT * size;

/** Letters as fonts shape them: ligatures, and the forms of Arabic letters within words. */
const SHAPED = /[\u0132\u0133\uFB00-\uFDFF\uFE70-\uFEFC]+/g;

/** The signs of lists, where a font of symbols has its own numbers for them. */
const SIGNS = /^[\uE000-\uF8FF](?=\s|$)/;

/** The widest page of the standard, in points (ISO 32000-1, annex C). */
const WIDEST = 14_400;

/**
 * A page's fragments. What is turned, as a stamp along the margin, is none, nor is what nobody sees beside the page.
 * @param {import("pdfjs-dist").PDFPageProxy} page
 * @returns {Promise<Fragment[]>}
 */
export async function fragments(page) {
  const [left = 0, lower = 0, right = 0, upper = 0] = page.view;
  const frame = { left, upper, width: Math.min(right - left, WIDEST), height: upper - lower };
  /** @type {Fragment[]} */
  const found = [];
  // Not `getTextContent`: WebKit cannot iterate over a stream.
  const reader = page.streamTextContent().getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    found.push(...fragmentsOf(read.value, frame));
  }
  return found;
}

/**
 * @param {Pick<TextContent, "items" | "styles">} content
 * @param {{ left: number, upper: number, width: number, height: number }} page
 * @returns {Fragment[]}
 */
function fragmentsOf({ items, styles }, { left, upper, width, height }) {
  return items.flatMap((item) => {
    if (!("str" in item) || item.str.trim() === "") return [];
    const [a, b, c, d, x, y] = item.transform;
    const size = Math.hypot(c, d);
    if (size === 0 || Math.abs(b) > Math.abs(a)) return [];
    const [start, base] = [x - left, upper - y];
    const seen = start + item.width > 0 && start < width && base > 0 && base - size < height;
    if (!seen) return [];
    const text = item.str
      .replace(/\s+/g, " ")
      .replace(SHAPED, (shaped) => shaped.normalize("NFKC"))
      .replace(SIGNS, "•");
    const [begin, end] = [Math.max(0, start), Math.min(start + item.width, width)];
    const fixed = styles[item.fontName]?.fontFamily === "monospace";
    const rtl = item.dir === "rtl";
    return [{ text, left: begin, right: end, base, size, rtl, font: item.fontName, fixed }];
  });
}
