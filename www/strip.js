// A narrow strip of the whole text: where the summary, the quotes and the keyword lie, and how much each part says.
import { heatOf } from "./article-view.js";

/** @typedef {import("./nutgraf/index.js").Place} Place */
/** @typedef {import("./nutgraf/index.js").ScoredPlace} ScoredPlace */

/**
 * What the strip shows of a text.
 * @typedef {object} Shown
 * @property {number} length The text's, in UTF-16 code units.
 * @property {ScoredPlace[]} scores
 * @property {Place[]} sentences
 * @property {Place[]} quotes
 * @property {Place[]} occurrences Of the keyword.
 */

/** The least height of a mark, in CSS pixels: a short sentence of a long text is to be seen as well. */
const LEAST = 3;

/** How far Page Up and Page Down go, as a share of the text. */
const PAGE = 0.1;

/** A map to look at and to move by. Its element is a slider, from the text's start to its end. */
export class Strip {
  element = document.createElement("div");
  #canvas = document.createElement("canvas");
  #frame = document.createElement("div");
  /** @type {Shown} */
  #shown = { length: 0, scores: [], sentences: [], quotes: [], occurrences: [] };
  #at = 0;
  #move;
  #say;

  /**
   * @param {(offset: number) => void} move Called with where the person wants to go.
   * @param {(share: number) => string} say What a share of the text is called.
   */
  constructor(move, say) {
    this.#move = move;
    this.#say = say;
    this.element.id = "strip";
    this.element.tabIndex = 0;
    this.element.setAttribute("role", "slider");
    this.element.setAttribute("aria-orientation", "vertical");
    this.element.setAttribute("aria-controls", "article");
    this.element.setAttribute("aria-valuemin", "0");
    this.element.setAttribute("aria-valuemax", "100");
    this.#frame.className = "frame";
    this.element.append(this.#canvas, this.#frame);
    this.element.addEventListener("pointerdown", (event) => {
      this.element.setPointerCapture(event.pointerId);
      this.#point(event);
    });
    this.element.addEventListener("pointermove", (event) => {
      if (this.element.hasPointerCapture(event.pointerId)) this.#point(event);
    });
    this.element.addEventListener("keydown", (event) => {
      const wanted = this.#wanted(event.key);
      if (wanted === null) return;
      event.preventDefault();
      this.#go(wanted);
    });
    new ResizeObserver(() => this.draw()).observe(this.element);
  }

  /** @param {Shown} shown */
  show(shown) {
    this.#shown = shown;
    this.draw();
  }

  /** @param {PointerEvent} event */
  #point(event) {
    const { top, height } = this.element.getBoundingClientRect();
    this.#go(((event.clientY - top) / height) * this.#shown.length);
  }

  /** @param {number} offset */
  #go(offset) {
    const { length } = this.#shown;
    this.#at = Math.max(0, Math.min(length, offset));
    this.#tell();
    this.#move(this.#at);
  }

  /** Where a key leads, `null` for a key that leads nowhere. @param {string} key */
  #wanted(key) {
    const { length, sentences, quotes, occurrences } = this.#shown;
    const marks = [...sentences, ...quotes, ...occurrences].map(({ start }) => start).sort((a, b) => a - b);
    if (key === "ArrowDown" || key === "ArrowRight") return marks.find((mark) => mark > this.#at) ?? this.#at;
    if (key === "ArrowUp" || key === "ArrowLeft")
      return marks.findLast((mark) => mark < this.#at) ?? this.#at;
    if (key === "PageDown") return this.#at + PAGE * length;
    if (key === "PageUp") return this.#at - PAGE * length;
    if (key === "Home") return 0;
    return key === "End" ? length : null;
  }

  #tell() {
    const share = this.#at / (this.#shown.length || 1);
    this.element.setAttribute("aria-valuenow", String(Math.round(100 * share)));
    this.element.setAttribute("aria-valuetext", this.#say(share));
  }

  /**
   * Frames what is in view.
   * @param {Place} place
   */
  look({ start, end }) {
    const length = this.#shown.length || 1;
    this.#frame.style.top = `${(100 * start) / length}%`;
    this.#frame.style.height = `${(100 * Math.max(0, end - start)) / length}%`;
    if (document.activeElement !== this.element) this.#at = start;
    this.#tell();
  }

  /** Draws it anew: after a change of what it shows, of its size or of the colours. */
  draw() {
    const { width, height } = this.element.getBoundingClientRect();
    const context = this.#canvas.getContext("2d");
    if (!context || width === 0) return;
    this.#canvas.width = Math.round(width * devicePixelRatio);
    this.#canvas.height = Math.round(height * devicePixelRatio);
    context.scale(devicePixelRatio, devicePixelRatio);
    const style = getComputedStyle(this.element);
    const colour = (/** @type {string} */ name) => style.getPropertyValue(name);
    const { length, scores, sentences, quotes, occurrences } = this.#shown;
    const scale = height / (length || 1);
    const heat = heatOf(scores);
    const rows = new Float64Array(Math.ceil(height) + 1);
    for (const { start, end, score } of scores) {
      for (let row = Math.floor(start * scale); row <= end * scale; row++) {
        rows[row] = Math.max(rows[row] ?? 0, heat(score));
      }
    }
    context.fillStyle = colour("--strip-heat");
    rows.forEach((share, row) => {
      const bar = share * width * 0.6;
      context.fillRect((width - bar) / 2, row, bar, 1);
    });
    const mark = (
      /** @type {Place} */ { start, end },
      /** @type {number} */ left,
      /** @type {number} */ share,
    ) => {
      context.fillRect(left * width, start * scale, share * width, Math.max(LEAST, (end - start) * scale));
    };
    context.fillStyle = colour("--strip-summary");
    for (const place of sentences) mark(place, 0.12, 0.76);
    context.fillStyle = colour("--strip-quote");
    for (const place of quotes) mark(place, 0.62, 0.26);
    context.fillStyle = colour("--strip-term");
    for (const place of occurrences) mark(place, 0, 0.12);
  }
}
