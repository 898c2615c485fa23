// The article as a well-set text, with places in it marked.

/** @typedef {import("./nutgraf/index.js").Block} Block */
/** @typedef {import("./nutgraf/index.js").Place} Place */

/** The least characters of a section: few of them, and each quick to lay out when it comes into view. */
const SECTION = 4000;

/** The most characters of an element: an endless line is laid out in pieces, too. */
const LONGEST = 8000;

/** The levels of the heat map, from cold to hot. */
export const HEAT_LEVELS = 5;

/** How elements show the kinds that are no headings; the others are paragraphs. @type {Partial<Record<Block["kind"], string>>} */
const ELEMENTS = { code: "pre", table: "pre", quotation: "blockquote", "list-item": "li" };

/** The signs of a quotation in plain text, which its looks stand for. */
const QUOTED = /(?:^|\n)[ \t]*>[> \t]*/g;

/** What stands before an item of a list. */
const MARKER = /^(?:[-*•‣–·▪◦]|\(?\d{1,3}[.)])\s+/;

/**
 * Shows a text in an element and marks places in it with the CSS Custom Highlight API; where that is missing, each
 * mark is announced as a class of the element that it stands in.
 */
export class ArticleView {
  element = document.createElement("div");
  /** @type {{ start: number, node: Text }[]} */
  #pieces = [];
  /** @type {Map<Node, number>} */
  #starts = new Map();

  constructor() {
    this.element.id = "article";
  }

  /**
   * Shows a text, as text and never as markup.
   * @param {string} text
   * @param {Block[]} blocks
   * @param {string} language As a BCP 47 tag.
   */
  show(text, blocks, language) {
    this.#pieces = [];
    this.#starts = new Map();
    const sections = document.createDocumentFragment();
    let section = document.createElement("section");
    let size = 0;
    const ranks = new Ranks();
    for (const block of blocks) {
      for (let { start } = block; start < block.end; ) {
        const end = pieceEnd(text, start, block.end);
        const element = this.#element({ ...block, start, end }, text, ranks);
        if (start > block.start) element.classList.add("more");
        container(section, block.kind, element).append(element);
        size += end - start;
        start = end;
        if (size < SECTION) continue;
        sections.append(section);
        section = document.createElement("section");
        size = 0;
      }
    }
    sections.append(section);
    this.element.lang = language === "und" ? "" : language;
    this.element.replaceChildren(sections);
  }

  /**
   * Marks places under a name of `::highlight()`, instead of those marked before.
   * @param {string} name
   * @param {Place[]} places
   */
  mark(name, places) {
    if (globalThis.Highlight === undefined) return this.#markElements(name, places);
    const ranges = this.#pieces.length === 0 ? [] : places.map((place) => this.#range(place));
    CSS.highlights.set(name, new Highlight(...ranges));
  }

  /**
   * Marks sentences by their score, in levels, hottest last.
   * @param {{ start: number, end: number, score: number }[]} places Nothing turns the map off.
   */
  heat(places) {
    const heat = heatOf(places);
    const level = (/** @type {number} */ score) =>
      Math.min(HEAT_LEVELS, 1 + Math.floor(HEAT_LEVELS * heat(score)));
    for (let wanted = 1; wanted <= HEAT_LEVELS; wanted++) {
      this.mark(
        `nutgraf-heat-${wanted}`,
        places.filter(({ score }) => level(score) === wanted),
      );
    }
  }

  /**
   * Brings a place into view and marks it.
   * @param {Place} place
   */
  reveal(place) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.scrollTo(place.start, calm ? "instant" : "smooth");
    this.mark("nutgraf-shown", [place]);
  }

  /**
   * Brings a place into the upper third of what the summary leaves of the window.
   * @param {number} offset
   * @param {ScrollBehavior} behavior
   */
  scrollTo(offset, behavior) {
    if (this.#pieces.length === 0) return;
    const { node, offset: within } = this.#boundary(offset);
    const range = document.createRange();
    range.setStart(node, Math.min(within, Math.max(0, node.length - 1)));
    range.setEnd(node, Math.min(within + 1, node.length));
    const { top } = range.getBoundingClientRect();
    const covered = this.#covered();
    window.scrollBy({ top: top - covered - (innerHeight - covered) / 3, behavior });
  }

  /** How much of the window's top the summary covers, where it stands above the article. */
  #covered() {
    const above = document.getElementById("result")?.getBoundingClientRect();
    const { left, right } = this.element.getBoundingClientRect();
    const over = above !== undefined && above.left < right && above.right > left;
    return over ? Math.max(0, above.bottom) : 0;
  }

  /** The places of the text at the window's top and bottom. @returns {Place} */
  inView() {
    const sections = [...this.element.children];
    const at = (/** @type {number} */ y) => {
      const above = firstThat(sections, (each) => each.getBoundingClientRect().bottom > y);
      const section = sections[above] ?? sections.at(-1);
      const [first, next] = [this.#firstIn(section), this.#firstIn(section?.nextElementSibling)];
      const { top = 0, height = 1 } = section?.getBoundingClientRect() ?? {};
      const end = next ?? this.#end();
      return (first ?? 0) + (end - (first ?? 0)) * Math.min(1, Math.max(0, (y - top) / (height || 1)));
    };
    return { start: at(this.#covered()), end: at(innerHeight) };
  }

  /** @param {Element | null | undefined} section */
  #firstIn(section) {
    const node = section && document.createTreeWalker(section, NodeFilter.SHOW_TEXT).nextNode();
    return node ? this.#starts.get(node) : undefined;
  }

  #end() {
    const last = this.#pieces.at(-1);
    return last ? last.start + last.node.length : 0;
  }

  /** The place of the text where the caret or the selection stands, if it stands in the article. */
  caret() {
    const { focusNode, focusOffset = 0 } = getSelection() ?? {};
    const start = focusNode ? this.#starts.get(focusNode) : undefined;
    return start === undefined ? null : start + focusOffset;
  }

  /**
   * @param {Block} block
   * @param {string} text
   * @param {Ranks} ranks
   */
  #element({ kind, level, start, end }, text, ranks) {
    const name =
      ELEMENTS[kind] ?? (kind === "title" || kind === "heading" ? ranks.element(kind, level) : "p");
    const element = document.createElement(name);
    element.dir = "auto";
    if (name === "p" && kind !== "paragraph") element.className = kind;
    const slice = text.slice(start, end);
    if (kind === "list-item") return this.#item(element, slice, start);
    if (kind === "table" && slice.includes("\t")) return this.#table(slice, start);
    if (kind !== "quotation") {
      this.#text(element, slice, start);
      return element;
    }
    let at = 0;
    for (const { 0: sign, index } of slice.matchAll(QUOTED)) {
      this.#text(element, slice.slice(at, index), start + at);
      const hidden = document.createElement("span");
      hidden.className = "sign";
      this.#text(hidden, sign, start + index);
      element.append(hidden, index > 0 ? " " : "");
      at = index + sign.length;
    }
    this.#text(element, slice.slice(at), start + at);
    return element;
  }

  /**
   * An item, with its marker hanging.
   * @param {HTMLElement} element
   * @param {string} slice
   * @param {number} start
   */
  #item(element, slice, start) {
    const [marker = ""] = MARKER.exec(slice) ?? [];
    if (marker) {
      const hanging = document.createElement("span");
      hanging.className = /^[-*•]/.test(marker) ? "marker bullet" : "marker";
      this.#text(hanging, marker, start);
      element.append(hanging);
    }
    this.#text(element, slice.slice(marker.length), start + marker.length);
    return element;
  }

  /**
   * A table whose cells stand a tab apart.
   * @param {string} slice
   * @param {number} start
   */
  #table(slice, start) {
    const table = document.createElement("table");
    let at = start;
    for (const line of slice.split("\n")) {
      const row = table.insertRow();
      for (const cell of line.split("\t")) {
        this.#text(row.insertCell(), cell, at);
        at += cell.length + 1;
      }
    }
    return table;
  }

  /**
   * @param {HTMLElement} element
   * @param {string} slice
   * @param {number} start
   */
  #text(element, slice, start) {
    if (slice === "") return;
    const node = document.createTextNode(slice);
    element.append(node);
    this.#pieces.push({ start, node });
    this.#starts.set(node, start);
  }

  /** @param {Place} place */
  #range({ start, end }) {
    const [first, last] = [this.#boundary(start), this.#boundary(end)];
    return new StaticRange({
      startContainer: first.node,
      startOffset: first.offset,
      endContainer: last.node,
      endOffset: last.offset,
    });
  }

  /**
   * @param {string} name
   * @param {Place[]} places
   */
  #markElements(name, places) {
    for (const { node } of this.#pieces) node.parentElement?.classList.remove(name);
    if (this.#pieces.length === 0) return;
    for (const { start } of places) this.#boundary(start).node.parentElement?.classList.add(name);
  }

  /**
   * Where an offset of the text stands in the page.
   * @param {number} offset
   */
  #boundary(offset) {
    const behind = firstThat(this.#pieces, ({ start }) => start > offset);
    const piece = this.#pieces[Math.max(0, behind - 1)];
    if (!piece) throw new RangeError(`no text at ${offset}`);
    return { node: piece.node, offset: Math.max(0, Math.min(offset - piece.start, piece.node.length)) };
  }
}

/**
 * The index of the first item that passes a test which all behind it pass; the list's length where none does.
 * @template T
 * @param {T[]} list
 * @param {(item: T) => boolean} passes
 */
function firstThat(list, passes) {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(/** @type {T} */ (list[middle]))) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * How hot a score is among others, 0 to 1. Scores fall off quickly: a root spreads them.
 * @param {{ score: number }[]} places
 * @returns {(score: number) => number}
 */
export function heatOf(places) {
  const most = places.reduce((most, { score }) => Math.max(most, score), 0) || 1;
  return (score) => Math.sqrt(score / most);
}

/** The elements of headings: under the page's own, none deeper than one level under the one before. */
class Ranks {
  /** The levels of the headings that are open. @type {number[]} */
  #open = [];

  /**
   * @param {"title" | "heading"} kind
   * @param {number | undefined} level
   */
  element(kind, level = 2) {
    if (kind === "title") return "h2";
    while ((this.#open.at(-1) ?? 0) >= level) this.#open.pop();
    this.#open.push(level);
    return `h${Math.min(6, 2 + this.#open.length)}`;
  }
}

/**
 * What an element is put into: items that follow each other are one list.
 * @param {HTMLElement} section
 * @param {Block["kind"]} kind
 * @param {HTMLElement} element
 */
function container(section, kind, element) {
  if (kind !== "list-item") return section;
  const last = section.lastElementChild;
  if (last?.nodeName === "UL") return last;
  const list = document.createElement("ul");
  list.setAttribute("role", "list");
  list.dir = element.dir;
  section.append(list);
  return list;
}

/**
 * One past a piece of a block that starts at `start`: a whole one, or LONGEST characters of it.
 * @param {string} text
 * @param {number} start
 * @param {number} blockEnd
 */
function pieceEnd(text, start, blockEnd) {
  const end = Math.min(start + LONGEST, blockEnd);
  if (end === blockEnd) return end;
  const space = text.lastIndexOf(" ", end);
  if (space > start + LONGEST / 2) return space + 1;
  return /^[\uDC00-\uDFFF]/.test(text.charAt(end)) ? end - 1 : end;
}
