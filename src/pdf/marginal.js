// What stands on the margins of pages: running heads, footers and page numbers.

/** @typedef {import("./line.js").Line} Line */

/** How many lines at a page's top and at its bottom may be such. */
const OUTERMOST = 3;

/** What may stand around a page number and within it. */
const AROUND = /[-–—|·\s]+/;

/** A page number, with single spaces. */
const NUMBER =
  /^(?:(?:page|seite|página|pagina|pág\.|p\.|s\.|стр\.?|第) ?)?(?:\d{1,4}|[ivxl]{1,6})(?: ?(?:\/|of|von|de|di|sur|из|от) ?\d{1,4})?(?: ?页)?$/iu;

/** The number that browsers print below a page, behind its address. */
const PRINTED = /\S\s+\d{1,4}\/\d{1,4}$/;

/**
 * Each page's lines that are no marginal ones: the same at the same end of several pages but for numbers, or a page
 * number that comes first or last. The name of a chapter may stand beside what each page has of its own.
 * @template {{ line: Line, cells: () => string[] }} T
 * @param {T[][]} pages Each from its top to its bottom.
 * @returns {T[][]}
 */
export function withoutMarginals(pages) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const page of pages) {
    const keys = page.flatMap((each, index) => keysOf(each, index, page));
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const often = pages.length > 4 ? 3 : 2;
  return pages.map((page) => {
    const repeated = (/** @type {T} */ each, /** @type {number} */ index) =>
      keysOf(each, index, page).some((key) => (counts.get(key) ?? 0) >= often);
    const rest = page.filter((each, index) => !repeated(each, index));
    const numbered = (/** @type {T | undefined} */ each) =>
      each && (isNumber(each.line.text) || PRINTED.test(each.line.text));
    const first = numbered(rest[0]) ? 1 : 0;
    return rest.slice(first, rest.length > first && numbered(rest.at(-1)) ? -1 : undefined);
  });
}

/** Whether a line is a page number: "– 12 –", "Page 3 of 9". @param {string} text */
function isNumber(text) {
  return NUMBER.test(text.split(AROUND).filter(Boolean).join(" "));
}

/** The least characters of a part of a line that tells of the whole. */
const LEAST = 8;

/**
 * What a line at a page's end is known by, and its parts: a running head may say the title, in smaller letters.
 * @param {{ line: Line, cells: () => string[] }} row
 * @param {number} index
 * @param {unknown[]} page
 */
function keysOf({ line, cells }, index, { length }) {
  // All lines of a short page are at both of its ends.
  const ends = [...(index < OUTERMOST ? ["top"] : []), ...(index >= length - OUTERMOST ? ["bottom"] : [])];
  if (ends.length === 0) return [];
  const texts = [line.text, ...cells().filter((cell) => cell.length >= LEAST && cell !== line.text)];
  const keys = texts.map((text) => text.replace(/\d+/g, "#").replace(/\b[ivxl]+\b/g, "#"));
  return ends.flatMap((end) => keys.map((key) => `${end} ${Math.round(line.size)} ${key}`));
}
