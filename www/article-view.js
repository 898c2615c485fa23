// The article as text, with places in it marked.

/** The least characters of a piece: few elements, and each quick to lay out when it comes into view. */
const PIECE = 4000;

/** The levels of the heat map, from cold to hot. */
export const HEAT_LEVELS = 5;

/** @typedef {{ start: number, end: number }} Place */

/**
 * Shows a text in an element and marks places in it with the CSS Custom Highlight API; where that is missing, each
 * mark is announced as a class of the piece of text it stands in.
 */
export class ArticleView {
  /** @type {{ start: number, node: Text }[]} */
  #pieces = [];
  #element;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
  }

  /**
   * Shows a text, as text and never as markup.
   * @param {string} text
   */
  show(text) {
    this.#pieces = [];
    const elements = [];
    for (let start = 0; start < text.length; ) {
      const end = pieceEnd(text, start);
      const node = document.createTextNode(text.slice(start, end));
      const element = document.createElement("div");
      element.append(node);
      elements.push(element);
      this.#pieces.push({ start, node });
      start = end;
    }
    this.#element.replaceChildren(...elements);
  }

  /**
   * Marks places under a name of `::highlight()`, instead of those marked before.
   * @param {string} name
   * @param {Place[]} places
   */
  mark(name, places) {
    if (globalThis.Highlight === undefined) return this.#markPieces(name, places);
    const ranges = places.map((place) => {
      const start = this.#boundary(place.start);
      const end = this.#boundary(place.end);
      return new StaticRange({
        startContainer: start.node,
        startOffset: start.offset,
        endContainer: end.node,
        endOffset: end.offset,
      });
    });
    CSS.highlights.set(name, new Highlight(...ranges));
  }

  /**
   * Marks sentences by their score, in levels, hottest last.
   * @param {{ start: number, end: number, score: number }[]} places Nothing turns the map off.
   */
  heat(places) {
    const most = places.reduce((most, { score }) => Math.max(most, score), 0) || 1;
    // Scores fall off quickly: a root spreads them over the levels.
    const level = (/** @type {number} */ score) =>
      Math.min(HEAT_LEVELS, 1 + Math.floor(HEAT_LEVELS * Math.sqrt(score / most)));
    for (let wanted = 1; wanted <= HEAT_LEVELS; wanted++) {
      this.mark(
        `nutgraf-heat-${wanted}`,
        places.filter(({ score }) => level(score) === wanted),
      );
    }
  }

  /**
   * Brings a place into view and marks it for a moment.
   * @param {Place} place
   */
  reveal(place) {
    const { node, offset } = this.#boundary(place.start);
    node.parentElement?.scrollIntoView({ block: "nearest" }); // laid out first: it may never have been in view
    const range = document.createRange();
    range.setStart(node, Math.min(offset, node.length));
    const end = this.#boundary(place.end);
    range.setEnd(end.node, end.offset);
    const { top, height } = range.getBoundingClientRect();
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    window.scrollBy({ top: top - (innerHeight - height) / 3, behavior: calm ? "instant" : "smooth" });
    this.mark("nutgraf-shown", [place]);
  }

  /**
   * @param {string} name
   * @param {Place[]} places
   */
  #markPieces(name, places) {
    for (const { node } of this.#pieces) node.parentElement?.classList.remove(name);
    for (const { start } of places) this.#boundary(start).node.parentElement?.classList.add(name);
  }

  /**
   * Where an offset of the text stands in the page.
   * @param {number} offset
   */
  #boundary(offset) {
    let low = 0;
    for (let high = this.#pieces.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const piece = this.#pieces[low];
    if (!piece) throw new RangeError(`no text at ${offset}`);
    return { node: piece.node, offset: Math.min(offset - piece.start, piece.node.length) };
  }
}

/**
 * One past a piece of text that starts at `start`: behind the first line break
 * after PIECE characters, or, in an endless line, at twice as many.
 * @param {string} text
 * @param {number} start
 */
function pieceEnd(text, start) {
  const longest = Math.min(start + 2 * PIECE, text.length);
  const lineBreak = text.slice(start + PIECE, longest).indexOf("\n");
  if (lineBreak >= 0) return start + PIECE + lineBreak + 1;
  const splitsPair = /^[\uDC00-\uDFFF]/.test(text.charAt(longest));
  return splitsPair ? longest - 1 : longest;
}
