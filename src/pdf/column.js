// Columns: parts of a page that are read one behind the other. The page is cut where nothing stands, first along whole
// rows and then between columns, and each part again (the XY-cut of Nagy and Seth, 1984).
import { rows } from "./line.js";

/** @typedef {import("./fragment.js").Fragment} Fragment */

/**
 * A part of a page: the rows of a column, or of a table, whose cells stand apart.
 * @typedef {{ rows: Fragment[][], gutters: number[] }} Part
 */

/** The least gap between columns, as a share of the size of their letters. */
const GUTTER = 0.7;

/** The least rows that columns or a table have on each side. */
const LEAST_ROWS = 3;

/** The least characters of a column's line on the mean: shorter ones are cells of a table. */
const SHORTEST = 14;

/** The most rows of a band that turned out to have no columns after which only its first row is taken. */
const PATIENCE = 40;

/** The share of the width within which a row may be one of the first of a column. */
const NARROW = 0.6;

/** How deep parts lie in parts: columns in columns, and no deeper. */
const DEEPEST = 3;

/** What stands before an item of a list, and is no column. */
const MARKER = /^(?:[•‣▪◦·*–—-]|[([]?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)\]]?)$/;

/**
 * The parts of a page, in reading order.
 * @param {Fragment[]} fragments
 * @param {number} body The size of most letters of the text.
 * @param {number} [depth]
 * @returns {Part[]}
 */
export function parts(fragments, body, depth = 0) {
  const all = rows(fragments);
  const frame = {
    left: fragments.reduce((least, each) => Math.min(least, each.left), Number.POSITIVE_INFINITY),
    right: fragments.reduce((most, each) => Math.max(most, each.right), 0),
    gutter: GUTTER * body,
  };
  /** @type {Part[]} */
  const found = [];
  for (let first = 0; first < all.length; ) {
    const { end, gutters, history } = band(all, first, frame);
    const columns = depth < DEEPEST ? columnsOf(all.slice(first, end), gutters) : [];
    if (columns === null) {
      const table = tableOf(all.slice(first, end), history);
      found.push(table);
      first += table.rows.length;
    } else if (columns.length > 0) {
      for (const column of columns) for (const part of parts(column, body, depth + 1)) found.push(part);
      first = end;
    } else {
      // A centred line may have hidden the gutter of what follows.
      const taken = gutters.length > 0 && end - first < PATIENCE ? first + 1 : end;
      found.push({ rows: all.slice(first, taken), gutters: [] });
      first = taken;
    }
  }
  return joined(found);
}

/**
 * @typedef {object} Frame
 * @property {number} left
 * @property {number} right
 * @property {number} gutter The least gap between columns.
 */

/**
 * The longest band of rows from `first` on that the same gutters run through, or one without any.
 * @param {Fragment[][]} all
 * @param {number} first
 * @param {Frame} frame
 */
function band(all, first, { left, right, gutter }) {
  const taken = new Uint8Array(Math.ceil(right - left) + 1);
  let gutters = /** @type {number[]} */ ([]);
  /** @type {number[][]} */
  const history = [];
  let end = first;
  for (; end < all.length; end++) {
    const row = all[end] ?? [];
    for (const fragment of row) {
      taken.fill(1, Math.max(0, Math.floor(fragment.left - left)), Math.ceil(fragment.right - left));
    }
    const now = gaps(taken, gutter);
    const narrow = taken.lastIndexOf(1) - taken.indexOf(1) <= NARROW * (right - left);
    if (now.length === 0 && (gutters.length > 0 || !narrow)) break;
    gutters = now.map((gap) => gap + left);
    history.push(gutters);
  }
  // A row that spans the page is a band by itself.
  return end === first ? { end: first + 1, gutters: [], history } : { end, gutters, history };
}

/**
 * The middles of the gaps of a row of places, those at its ends left out.
 * @param {Uint8Array} taken
 * @param {number} least
 */
function gaps(taken, least) {
  const found = [];
  let open = taken.indexOf(1);
  const last = taken.lastIndexOf(1);
  for (let at = open; at <= last; at++) {
    if (!taken[at]) continue;
    if (at - open - 1 >= least) found.push((at + open) / 2);
    open = at;
  }
  return found;
}

/**
 * The columns that a band's gutters part: none where they part nothing, `null` where they part the cells of a table.
 * @param {Fragment[][]} rows
 * @param {number[]} gutters
 * @returns {Fragment[][] | null}
 */
function columnsOf(rows, gutters) {
  if (gutters.length === 0) return [];
  const cells = rows.map((row) => cellsOf(row, gutters));
  const columns = [...gutters, 0].map((_, index) =>
    cells.map((row) => row[index] ?? []).filter((cell) => cell.length > 0),
  );
  if (columns.some((column) => column.length < LEAST_ROWS)) return [];
  const texts = columns.map((column) =>
    column.map((row) =>
      row
        .map(({ text }) => text)
        .join(" ")
        .trim(),
    ),
  );
  if (texts[0]?.every((text) => MARKER.test(text))) return [];
  const lengths = texts.map((column) => column.reduce((sum, text) => sum + text.length, 0) / column.length);
  if (lengths.some((length) => length < SHORTEST)) return null;
  const all = rows.flat();
  const rtl = all.filter((fragment) => fragment.rtl).length > all.length / 2;
  return (rtl ? columns.reverse() : columns).map((column) => column.flat());
}

/**
 * What a row has in each column.
 * @param {Fragment[]} row
 * @param {number[]} gutters
 */
export function cellsOf(row, gutters) {
  return [...gutters, Number.POSITIVE_INFINITY].map((end, index) => {
    const start = gutters[index - 1] ?? Number.NEGATIVE_INFINITY;
    return row.filter(({ left }) => left >= start && left < end);
  });
}

/**
 * A table at the head of a band: the most rows that have as many gutters as any of its heads has.
 * @param {Fragment[][]} rows
 * @param {number[][]} history The band's gutters after each row.
 * @returns {Part}
 */
function tableOf(rows, history) {
  let end = rows.length;
  for (let upper = end - 1; upper >= LEAST_ROWS; upper--) {
    if ((history[upper - 1]?.length ?? 0) > (history[end - 1]?.length ?? 0)) end = upper;
  }
  return { rows: rows.slice(0, end), gutters: history[end - 1] ?? [] };
}

/** Parts without columns of their own that follow each other are one. @param {Part[]} found */
function joined(found) {
  /** @type {Part[]} */
  const all = [];
  for (const part of found) {
    const last = all.at(-1);
    if (last && last.gutters.length === 0 && part.gutters.length === 0 && below(last, part)) {
      for (const row of part.rows) last.rows.push(row);
    } else all.push({ ...part, rows: [...part.rows] });
  }
  return all;
}

/**
 * Whether a part stands under another and not beside it.
 * @param {Part} upper
 * @param {Part} lower
 */
function below(upper, lower) {
  return (lower.rows[0]?.[0]?.base ?? 0) > (upper.rows.at(-1)?.[0]?.base ?? 0);
}
