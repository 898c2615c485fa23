// A PDF file as an article: its text in reading order, and the kinds of its blocks.
import { cellsOf, parts } from "./column.js";
import { fragments } from "./fragment.js";
import { lineOf, rows } from "./line.js";
import { withoutMarginals } from "./marginal.js";
import { Glued, LARGER, paragraphs } from "./paragraph.js";

/** @typedef {import("./fragment.js").Fragment} Fragment */
/** @typedef {import("../js/index.js").Block} Block */
/** @typedef {{ kind?: Block["kind"] | undefined, level?: number | undefined, text: Glued }} Piece */

/** How much smaller those of notes are. */
const SMALLER = 0.88;

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

  /** @returns {{ text: string, blocks: Block[] }} */
  article() {
    const pages = withoutMargins(this.#pages);
    const all = pages.flat(2);
    const body = bodySize(all);
    const document = { body, sizes: headingSizes(all, body), known: wordsOf(all) };
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
    return assembled(pieces);
  }
}

/** Each page's rows. @param {Fragment[][]} pages @returns {Fragment[][][]} */
function withoutMargins(pages) {
  const read = pages.map((page) => rows(page).map((row) => ({ row, line: lineOf(row) })));
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

/** The size of most letters. @param {Fragment[]} all */
function bodySize(all) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const { size, text } of all) {
    const rounded = Math.round(2 * size) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
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
function pieceOf({ text, lines, size }, { body, sizes }) {
  const heads = size > LARGER * body && `${text}`.length <= LONGEST_HEADING;
  if (heads) return { kind: "heading", level: levelOf(size, sizes), text };
  if (size < SMALLER * body) return { kind: "aside", text };
  // A line by itself may be anything: it is read as plain text.
  return { kind: lines.length > 1 ? "paragraph" : undefined, text };
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

/**
 * What a piece is in the whole. Large lines under the title, of a size that no heading has, are names and dates.
 * @param {Piece} piece
 * @param {number} index
 * @param {{ title: number, prose: number }} places
 * @returns {Pick<Piece, "kind" | "level">}
 */
function kindOf({ kind, level }, index, { title, prose }) {
  if (index === title) return { kind: "title" };
  const under = title >= 0 && index > title && index < prose;
  return under ? { kind: kind === "heading" ? "byline" : kind } : { kind, level };
}

/** Pieces as one text. The first of the largest letters is the title. @param {Piece[]} pieces */
function assembled(pieces) {
  let text = "";
  /** @type {Block[]} */
  const blocks = [];
  const title = pieces.findIndex(({ level }) => level === 1);
  const prose = pieces.findIndex(({ kind }) => kind === "paragraph");
  const levels = new Set(pieces.slice(prose + 1).map(({ level }) => level));
  for (const [index, piece] of pieces.entries()) {
    const { kind, level } =
      levels.has(piece.level) && index !== title ? piece : kindOf(piece, index, { title, prose });
    if (text) text += "\n\n";
    const start = text.length;
    text += piece.text;
    if (kind) blocks.push({ start, end: text.length, kind, ...(level && { level }) });
  }
  return { text, blocks };
}
