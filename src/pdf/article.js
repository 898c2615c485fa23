// A PDF file as an article: its text in reading order, and the kinds of its blocks.
import { accents } from "./accent.js";
import { cellsOf, parts } from "./column.js";
import { fragments } from "./fragment.js";
import { cellsApart, lineOf, rows } from "./line.js";
import { withoutMarginals } from "./marginal.js";
import { Glued, ITEM, LARGER, paragraphs } from "./paragraph.js";
import { titled } from "./title.js";

/** @typedef {import("./fragment.js").Fragment} Fragment */
/** @typedef {import("../js/index.js").Block} Block */
/**
 * @typedef {object} Piece
 * @property {Block["kind"]} [kind]
 * @property {number} [level] Of a heading.
 * @property {boolean} [small] Whether its letters are smaller than the text's.
 * @property {Glued} text
 */

/** How much smaller those of notes are. */
const SMALLER = 0.88;

/** What opens a note. */
const NOTE = /^[⁰¹²³⁴⁵⁶⁷⁸⁹∗*†‡§¶]/;

/** The longest heading, in characters. */
const LONGEST_HEADING = 200;

/** The headings' levels. */
const LEVELS = 6;

/** What goes on in the next column or on the next page. */
const UNFINISHED = /[^.!?:…。！？"'”’»)\]⁰¹²³⁴⁵⁶⁷⁸⁹]$/;

/** Takes a file page by page. */
export class PageReader {
  /** @type {Fragment[][]} */
  #pages = [];

  /** @param {import("pdfjs-dist").PDFPageProxy} page */
  async add(page) {
    this.#pages.push(await fragments(page));
    page.cleanup();
  }

  /**
   * @param {string} [title] What the file says that it is called.
   * @returns {{ text: string, blocks: Block[] }}
   */
  article(title = "") {
    const pages = withoutMargins(this.#pages);
    const all = pages.flat(2);
    const counts = sizesOf(all);
    const body = bodySize(counts);
    const document = {
      body,
      sizes: headingSizes(all, body),
      known: wordsOf(all),
      typed: isTyped(all),
      scanned: isScanned(counts),
    };
    /** @type {Piece[]} */
    const pieces = [];
    /** @type {Piece | undefined} */
    let last;
    for (const [index, page] of pages.entries()) {
      const head = index > 0 ? headOf(page, body) : [];
      const rest = (head.length > 0 ? page.slice(1) : page).flat();
      if (head.length > 0) pieces.push({ kind: "aside", text: whole(lineOf(head).text, document) });
      for (const piece of rest.length > 0 ? piecesOf(rest, document) : []) {
        last = add(pieces, piece, last);
      }
    }
    return assembled(pieces, title);
  }
}

/** Each page's rows. @param {Fragment[][]} pages @returns {Fragment[][][]} */
function withoutMargins(pages) {
  const read = pages.map((page) =>
    rows(page).map((row) => ({ row, line: lineOf(row), cells: () => cellsApart(row) })),
  );
  return withoutMarginals(read).map((page) => page.map(({ row }) => row));
}

/** The gap below a page's first row that sets it apart, as a share of its size. */
const APART = 2;

/**
 * A running head that no other page has: the first row of a page, where it stands apart and is no heading.
 * @param {Fragment[][]} page Its rows.
 * @param {number} body
 */
function headOf([first = [], next = []], body) {
  const [head, below] = [first[0], next[0]];
  const apart = head && below && below.base - head.base > APART * head.size;
  return apart && first.every(({ size }) => size <= LARGER * body) && !/[.!?]$/.test(lineOf(first).text)
    ? first
    : [];
}

/** The letters of each size, in half points. @param {Fragment[]} all */
function sizesOf(all) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const { size, text } of all) {
    const rounded = Math.round(2 * size) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  return counts;
}

/** The size of most letters. @param {Map<number, number>} counts */
function bodySize(counts) {
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}

/** The sizes of a scan whose letters were recognized, at least, and the share of letters that a size has among such. */
const SCANNED = 8;
const SHARE = 0.01;

/** How much of a text has the size of its body, where sizes tell of headings. */
const STEADY = 0.5;

/** Whether the sizes of letters tell nothing: those of a scan are what was measured. @param {Map<number, number>} counts */
function isScanned(counts) {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const often = [...counts.values()].filter((count) => count > SHARE * all);
  return often.length >= SCANNED && Math.max(...often) < STEADY * all;
}

/** Whether most of a file was typed, and is not code. @param {Fragment[]} all */
function isTyped(all) {
  return lengthOf(all.filter(({ fixed }) => fixed)) > lengthOf(all) / 2;
}

/** @param {Fragment[]} fragments */
function lengthOf(fragments) {
  return fragments.reduce((sum, { text }) => sum + text.length, 0);
}

/** The sizes of headings, the largest first. @param {Fragment[]} all @param {number} body */
function headingSizes(all, body) {
  const larger = all.map(({ size }) => Math.round(size)).filter((size) => size > LARGER * body);
  return [...new Set(larger)].sort((a, b) => b - a);
}

/** What tells whether the document has a word, whole, anywhere. @param {Fragment[]} all */
function wordsOf(all) {
  const words = new Set(
    all.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu) ?? []),
  );
  return (/** @type {string} */ word) => words.has(word.toLowerCase());
}

/**
 * @typedef {object} Known What is known of the whole document.
 * @property {number} body
 * @property {number[]} sizes
 * @property {(word: string) => boolean} known
 * @property {boolean} typed Whether letters of one width are those of the text.
 * @property {boolean} scanned Whether the sizes of letters tell nothing.
 */

/**
 * A page's pieces, in reading order.
 * @param {Fragment[]} page
 * @param {Known} document
 * @returns {Piece[]}
 */
function piecesOf(page, document) {
  return parts(page, document.body).flatMap(({ rows, gutters }) => {
    /** @type {Piece[]} */
    const pieces =
      gutters.length > 0
        ? [{ kind: "table", text: whole(table(rows, gutters), document) }]
        : paragraphs(rows.map(lineOf), document).map((paragraph) => pieceOf(paragraph, document));
    return pieces;
  });
}

/**
 * @param {import("./paragraph.js").Paragraph} paragraph
 * @param {Known} document
 * @returns {Piece}
 */
function pieceOf({ text, lines, size }, document) {
  const { body, sizes, typed, scanned } = document;
  if (!typed && lines.every(({ fixed }) => fixed)) {
    return { kind: "code", text: whole(lines.map((line) => line.text).join("\n"), document) };
  }
  const shown = `${text}`;
  if (scanned) return { text };
  const heads = size > LARGER * body && shown.length <= LONGEST_HEADING;
  if (heads) return { kind: "heading", level: levelOf(size, sizes), text };
  const note = size < body && NOTE.test(shown);
  if (size < SMALLER * body || note) return { kind: "aside", small: !note, text };
  // A line by itself may be anything, and so may an item of a list: it is read as plain text.
  return lines.length > 1 && !ITEM.test(shown) ? { kind: "paragraph", text } : { text };
}

/** A text that needs no gluing. @param {string} text @param {Known} document */
function whole(text, { known }) {
  return new Glued(known).add(text);
}

/** @param {number} size @param {number[]} sizes */
function levelOf(size, sizes) {
  return Math.min(LEVELS, 1 + Math.max(0, sizes.indexOf(Math.round(size))));
}

/**
 * Rows of cells, a tab apart.
 * @param {Fragment[][]} rows
 * @param {number[]} gutters
 */
function table(rows, gutters) {
  const line = (/** @type {Fragment[]} */ row) =>
    cellsOf(row, gutters).map((cell) => (cell.length > 0 ? lineOf(cell).text : ""));
  return rows.map((row) => line(row).join("\t")).join("\n");
}

/**
 * Adds a piece; what goes on in lower case belongs to the paragraph that was left unfinished.
 * @param {Piece[]} pieces
 * @param {Piece} piece
 * @param {Piece | undefined} last The last one that may go on: no aside and no table.
 * @returns {Piece | undefined} The one that may go on now.
 */
function add(pieces, piece, last) {
  const prose = (/** @type {Piece} */ { kind }) => kind === "paragraph" || kind === undefined;
  const text = `${piece.text}`;
  if (last && prose(last) && prose(piece) && UNFINISHED.test(last.text.end) && /^\p{Ll}/u.test(text)) {
    last.text.add(text);
    last.kind = "paragraph";
    return last;
  }
  pieces.push(piece);
  return piece.kind === "aside" || piece.kind === "table" ? last : piece;
}

/** What leads from a title to a note. */
const MARKS = /[∗*†‡§¶]{1,8}$/;

/** The characters of an abstract at least: shorter ones are names and addresses. */
const ABSTRACT = 200;

/**
 * What a piece before the first paragraph is. Large lines under the title, of a size that no heading has, are names and
 * dates; sentences in small letters are the abstract.
 * @param {Piece} piece
 * @returns {Pick<Piece, "kind" | "level">}
 */
function openingOf({ kind, small, text }) {
  const shown = `${text}`;
  if (small && shown.length >= ABSTRACT && !UNFINISHED.test(shown)) return { kind: "paragraph" };
  return kind === "heading" ? { kind: "byline" } : kind ? { kind } : {};
}

/** @param {Piece[]} pieces @param {string} name What the file says that it is called. */
function assembled(pieces, name) {
  let text = "";
  /** @type {Block[]} */
  const blocks = [];
  const title = titled(pieces, name);
  const prose = pieces.findIndex(({ kind }) => kind === "paragraph");
  const levels = new Set(pieces.slice(prose + 1).map(({ level }) => level));
  const written = accents(pieces.map((piece) => piece.text).join("\n"));
  for (const [index, piece] of pieces.entries()) {
    const opens = index < prose && (piece.small || (title >= 0 && index > title && !levels.has(piece.level)));
    const { kind, level } =
      index === title ? { kind: /** @type {const} */ ("title") } : opens ? openingOf(piece) : piece;
    if (text) text += "\n\n";
    const start = text.length;
    const shown = kind === "code" ? `${piece.text}` : written(`${piece.text}`);
    text += kind === "title" ? shown.replace(MARKS, "").trimEnd() : shown;
    if (kind) blocks.push({ start, end: text.length, kind, ...(level && { level }) });
  }
  return { text, blocks };
}
