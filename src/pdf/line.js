// Lines: fragments that stand on one base, with spaces where there are gaps.
import { bottom, top } from "./fragment.js";

/** @typedef {import("./fragment.js").Fragment} Fragment */

/**
 * @typedef {object} Line
 * @property {string} text
 * @property {number} left
 * @property {number} right
 * @property {number} base
 * @property {number} size The size of most of its letters.
 * @property {string} font The one font of all of its letters, "" where there are several.
 * @property {boolean} fixed Whether all of its letters have one width.
 */

/** The share of the lower one's height in which two fragments of one line overlap at least. */
const OVERLAP = 0.5;

/** The gap that is a space, as a share of the size. */
const SPACE = 0.15;

/** What is raised by this share of the size and this much smaller is a superscript. */
const RAISED = 0.15;
const SMALLER = 0.85;

/**
 * Fragments by rows, from the page's top to its bottom.
 * @param {Fragment[]} fragments
 * @returns {Fragment[][]}
 */
export function rows(fragments) {
  /** @type {Fragment[][]} */
  const found = [];
  let band = { top: 0, bottom: 0 };
  // Higher letters open a row, so that a superscript finds the row that it stands in.
  for (const fragment of fragments.toSorted((a, b) => bottom(a) - bottom(b) || b.size - a.size)) {
    const [upper, lower] = [top(fragment), bottom(fragment)];
    const shared = Math.min(lower, band.bottom) - Math.max(upper, band.top);
    const row = found.at(-1);
    if (row && shared >= OVERLAP * Math.min(lower - upper, band.bottom - band.top)) {
      row.push(fragment);
      band = { top: Math.min(band.top, upper), bottom: Math.max(band.bottom, lower) };
    } else {
      found.push([fragment]);
      band = { top: upper, bottom: lower };
    }
  }
  return found;
}

/**
 * A row as a line of text.
 * @param {Fragment[]} row
 * @returns {Line}
 */
export function lineOf(row) {
  const rtl = row.filter((fragment) => fragment.rtl).length > row.length / 2;
  const ordered = row.toSorted((a, b) => (rtl ? b.right - a.right : a.left - b.left));
  const widest = row.reduce((most, each) => (each.text.length > most.text.length ? each : most));
  const words = ordered.map((fragment, index) => {
    const last = ordered[index - 1];
    const text = isRaised(fragment, widest) ? superscript(fragment.text) : fragment.text;
    if (!last || /\s$/.test(last.text) || /^\s/.test(fragment.text)) return text;
    const gap = rtl ? last.left - fragment.right : fragment.left - last.right;
    return gap > SPACE * Math.min(fragment.size, last.size) ? ` ${text}` : text;
  });
  const text = words.join("").trim();
  const fixed = row.every((fragment) => fragment.fixed);
  return {
    text: fixed ? text : text.replace(SPACED, ""),
    left: row.reduce((least, each) => Math.min(least, each.left), Number.POSITIVE_INFINITY),
    right: row.reduce((most, each) => Math.max(most, each.right), 0),
    base: widest.base,
    size: widest.size,
    font: row.every(({ font }) => font === widest.font) ? widest.font : "",
    fixed,
  };
}

/** Spaces between characters that none parts, as recognized scans have them: "流 体 力 学". */
const SPACED =
  /(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー\u3001-\u303F\uFF01-\uFF60]) +(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー\u3001-\u303F\uFF01-\uFF60])/gu;

/** The gap between parts of a line that have nothing to do with each other, as a share of the size. */
const WIDE = 2;

/** The parts of a row that stand far apart. @param {Fragment[]} row */
export function cellsApart(row) {
  /** @type {Fragment[][]} */
  const cells = [];
  for (const fragment of row.toSorted((a, b) => a.left - b.left)) {
    const last = cells.at(-1)?.at(-1);
    if (last && fragment.left - last.right < WIDE * last.size) cells.at(-1)?.push(fragment);
    else cells.push([fragment]);
  }
  return cells.map((cell) => lineOf(cell).text);
}

/**
 * Whether a fragment is a reference mark or a power, and no number of the line.
 * @param {Fragment} fragment
 * @param {Fragment} widest
 */
function isRaised(fragment, widest) {
  return (
    fragment.size < SMALLER * widest.size &&
    fragment.base < widest.base - RAISED * widest.size &&
    /^\s*\d+\s*$/.test(fragment.text)
  );
}

/** @param {string} figures */
function superscript(figures) {
  return figures.replace(/\d/g, (figure) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(figure)] ?? figure);
}
