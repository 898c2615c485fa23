// Paragraphs: lines of a column that belong together.

/** @typedef {import("./line.js").Line} Line */
/** @typedef {{ text: Glued, lines: Line[], size: number }} Paragraph */

/** The gap above a paragraph, in leadings of its column. */
const GAP = 1.35;

/** The leading of letters at least, as a share of their size. */
const LEADING = 1.15;

/** How much larger than the text's a heading's letters are. */
export const LARGER = 1.12;

/** How far letters of one paragraph differ in size, as a share. */
const SIZES = 0.07;

/** An indent, as a share of the size. */
const INDENT = 0.7;

/** How many lines around one tell how long lines are there: beside a picture they are short. */
const AROUND = 3;

/** The share of that length under which a line's end is one of a paragraph, whatever stands there. */
const SHORT = 0.6;

/** What opens an item of a list. */
export const ITEM = /^(?:[•‣▪◦·]|[–—-](?=\s)|\(?(?:\d{1,2}|[a-z])[.)](?=\s)|\[\d+\])/;

/** What ends a sentence. */
const ENDED = /[.!?:;…。！？]["'”’»)\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹]*$/;

/**
 * The paragraphs of a column's lines.
 * @param {Line[]} lines
 * @param {import("./article.js").Known} document
 * @returns {Paragraph[]}
 */
export function paragraphs(lines, { body, known, scanned, typed }) {
  const column = shapeOf(lines);
  /** @type {Line[][]} */
  const groups = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const around = lines.slice(Math.max(0, index - AROUND), index + AROUND);
    const right = around.reduce((most, each) => Math.max(most, each.right), 0);
    if (before && !opens(line, before, { ...column, right, body, scanned, typed })) groups.at(-1)?.push(line);
    else groups.push([line]);
  });
  return groups.map((group) => {
    const text = group.reduce((glued, line) => glued.add(line.text), new Glued(known));
    return { text, lines: group, size: group[0]?.size ?? 0 };
  });
}

/**
 * @typedef {object} Shape
 * @property {number} left Where most lines begin.
 * @property {number} leading From line to line.
 * @property {boolean} hanging Whether lines are indented but for the first of each paragraph.
 */

/** @param {Line[]} lines @returns {Shape} */
function shapeOf(lines) {
  // A sign in the margin is no left edge.
  const left = lines.map((line) => line.left).sort((a, b) => a - b)[Math.floor(lines.length / 10)] ?? 0;
  const indented = lines.filter((line) => line.left > left + INDENT * line.size).length;
  const steps = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    const step = before && line.base - before.base;
    return step && step > 0 && step < 3 * line.size ? [step] : [];
  });
  return {
    left,
    leading: median(steps),
    hanging: indented > 0.6 * lines.length && indented < lines.length,
  };
}

/**
 * Whether a line opens a paragraph.
 * @param {Line} line
 * @param {Line} before
 * @param {Shape & { right: number, body: number, scanned: boolean, typed: boolean }} column
 */
function opens(line, before, { left, right, leading, hanging, body, scanned, typed }) {
  const step = line.base - before.base;
  if (step > GAP * Math.max(leading, LEADING * line.size) || step < 0) return true;
  if (!scanned && Math.abs(line.size - before.size) > SIZES * before.size) return true;
  if (!scanned && line.size > LARGER * body) return false; // a heading's lines end where they like
  if (line.fixed !== before.fixed) return true;
  if (line.fixed && !typed) return false; // code
  if (ITEM.test(line.text)) return true;
  const indent = (/** @type {Line} */ each) => each.left > left + INDENT * each.size;
  if (hanging) return !indent(line) && indent(before);
  const ended = ENDED.test(before.text);
  const indented = indent(line) && !indent(before);
  if (indented && ended && !ITEM.test(before.text)) return true;
  // "Abstract" in bold letters.
  const headed = before.font !== "" && line.font !== "" && line.font !== before.font;
  const short = before.right - left < SHORT * (right - left);
  return forced(line, before, right) && (ended || indented || headed || short);
}

/**
 * Whether the line before ended before it was full: the first word of this one would have found its place there.
 * @param {Line} line
 * @param {Line} before
 * @param {number} right
 */
function forced({ text, left, right: end, size }, before, right) {
  const first = text.search(/\s|$/);
  return before.right + size + (first * (end - left)) / text.length < right;
}

/** The characters of a word that a hyphen may break, at most. */
const LONGEST_WORD = 64;

/**
 * A text that lines are added to. A hyphen at a line's end goes, unless the word is known with it or is none without it.
 * What it looks at is its last characters: a slice of the whole would copy the whole for each line.
 */
export class Glued {
  /** @type {string[]} */
  #pieces = [];
  #end = "";
  #known;

  /** @param {(word: string) => boolean} known */
  constructor(known) {
    this.#known = known;
  }

  /** Its last characters. */
  get end() {
    return this.#end;
  }

  /** @param {string} next */
  add(next) {
    const { hyphen, gap } = this.#seam(next);
    if (hyphen) this.#pieces.push((this.#pieces.pop() ?? "").slice(0, -1));
    this.#pieces.push(gap + next);
    this.#end = ((hyphen ? this.#end.slice(0, -1) : this.#end) + gap + next).slice(-LONGEST_WORD);
    return this;
  }

  /**
   * What parts it from what comes: whether its hyphen goes, and what stands between.
   * @param {string} next
   */
  #seam(next) {
    const end = this.#end;
    if (end === "") return { hyphen: false, gap: "" };
    const broken = /(?<![\p{L}\p{M}])([\p{L}\p{M}]+)[-\u00AD\u2010]$/u.exec(end);
    const [rest] = /^\p{Ll}[\p{L}\p{M}]*/u.exec(next) ?? [];
    if (broken && rest) {
      const compound = this.#known(`${broken[1]}-${rest}`) && !this.#known(`${broken[1]}${rest}`);
      return { hyphen: !compound, gap: "" };
    }
    // Scripts without spaces go on without one.
    const spaceless =
      /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}。、「」]$/u.test(end) &&
      /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}。、「」]/u.test(next);
    return { hyphen: false, gap: spaceless || /[-\u2010–—/]$/.test(end) ? "" : " " };
  }

  toString() {
    return this.#pieces.join("");
  }
}

/** @param {number[]} numbers */
function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
