// <nutgraf-summary for="article-id" sentences="3" quotes>: a summary of an element of the page it is in.
import { shownQuotation, shownSpeaker, shownText, summarizeElement } from "./index.js";

/** @typedef {import("./index.js").ElementSummary} ElementSummary */
/** @typedef {import("./error.js").NutgrafError} NutgrafError */
/** @typedef {import("./index.js").SummarizeOptions} SummarizeOptions */
/** @typedef {import("./index.js").AnalyzeOptions} AnalyzeOptions */

const ATTRIBUTES = /** @type {const} */ ([
  "for",
  "sentences",
  "words",
  "ratio",
  "quotes",
  "keywords",
  "query",
  "language",
  "highlight",
]);

const STYLE = `
  :host { display: block; color: inherit; font: inherit; }
  :host([hidden]) { display: none; }
  ul { margin: 0; padding: 0; list-style: none; display: grid; gap: var(--nutgraf-gap, 0.75em); }
  button {
    all: unset; display: inline; cursor: pointer; border-radius: var(--nutgraf-radius, 0.2em);
    text-decoration: underline transparent; text-underline-offset: 0.2em;
  }
  button:hover { text-decoration-color: var(--nutgraf-accent, currentColor); }
  button:focus-visible { outline: 0.15em solid var(--nutgraf-accent, currentColor); outline-offset: 0.15em; }
  figure {
    margin: var(--nutgraf-gap, 0.75em) 0 0; padding-inline-start: 0.75em;
    border-inline-start: 0.2em solid var(--nutgraf-accent, currentColor);
  }
  blockquote { margin: 0; }
  figcaption { color: var(--nutgraf-muted, inherit); }
  figcaption::before { content: "— "; }
  ul.keywords { display: flex; flex-wrap: wrap; gap: 0.25em 1em; margin-block-start: var(--nutgraf-gap, 0.75em); }
`;

const HIGHLIGHTS = `
  ::highlight(nutgraf-sentence) { background: var(--nutgraf-sentence-mark, rgb(255 221 87 / 0.35)); }
  ::highlight(nutgraf-quote) { background: var(--nutgraf-quote-mark, rgb(120 190 255 / 0.3)); }
  ::highlight(nutgraf-current) { background: var(--nutgraf-current-mark, rgb(255 165 0 / 0.6)); }
`;

/** How long the element waits for more changes of the page before it reads it again, in milliseconds. */
const SETTLED_MILLISECONDS = 100;

/** Where there is no page, as when a server renders, the module can be imported all the same. */
const Base = globalThis.HTMLElement ?? class {};

/**
 * A summary of the element that `for` names, kept up with it.
 *
 * Attributes, each a property of the same name (`for` is `htmlFor`): `for` (the id of what is summarized),
 * `sentences`, `words` or `ratio` (the length), `quotes` (how many key quotes, "all", or 3 where it is empty; none
 * without it), `keywords` (how many, or 8 where it is empty; none without it), `query`, `language`, and `highlight`
 * (marks sentences and quotes where they stand).
 *
 * Parts for `::part()`: `sentences`, `sentence`, `quotes`, `quote`, `speaker`, `keywords`, `keyword`, `link`,
 * `error`. Custom properties:
 * `--nutgraf-accent`, `--nutgraf-muted`, `--nutgraf-gap`, `--nutgraf-radius`, `--nutgraf-sentence-mark`,
 * `--nutgraf-quote-mark`, `--nutgraf-current-mark`.
 *
 * Events, none of which bubbles: `nutgraf-summary` (`detail` is the `ElementSummary`), `nutgraf-error` (`detail` is
 * the `NutgrafError`), and `nutgraf-select` (`detail` is the sentence or quote that was clicked; `preventDefault()`
 * keeps the page from scrolling to it).
 */
export class NutgrafSummary extends Base {
  static observedAttributes = ATTRIBUTES;

  /** The last summary. @type {ElementSummary | null} */
  summary = null;

  #content = this.attachShadow({ mode: "open" });
  /** The ranges that this element marks, by the highlight's name. @type {Map<string, Range[]>} */
  #marked = new Map();
  /** @type {Element | null} */
  #target = null;
  #observer = new MutationObserver((records) => {
    const changed = records.some(({ target }) => this.#target?.contains(target));
    if (changed || this.#find() !== this.#target) this.#later();
  });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #turn = 0;

  /** The id of the element that is summarized. */
  get htmlFor() {
    return this.getAttribute("for") ?? "";
  }
  set htmlFor(value) {
    this.#reflect("for", value);
  }

  /** The most sentences, a whole number from 1; `null` for a length that suits the text. */
  get sentences() {
    return this.#number("sentences");
  }
  set sentences(value) {
    this.#reflect("sentences", value);
  }

  /** The most words, a whole number from 1, or `null`. */
  get words() {
    return this.#number("words");
  }
  set words(value) {
    this.#reflect("words", value);
  }

  /** The share of the text's words, over 0 and up to 1, or `null`. */
  get ratio() {
    return this.#number("ratio");
  }
  set ratio(value) {
    this.#reflect("ratio", value);
  }

  /** How many key quotes, or "all"; `true` for 3; `false` for none. @returns {number | "all" | boolean} */
  get quotes() {
    const value = this.getAttribute("quotes");
    if (value === null || value === "all") return value ?? false;
    return value === "" || Number(value);
  }
  set quotes(value) {
    this.#reflect("quotes", value);
  }

  /** How many keywords; `true` for 8; `false` for none. @returns {number | boolean} */
  get keywords() {
    const value = this.getAttribute("keywords");
    if (value === null) return false;
    return value === "" || Number(value);
  }
  set keywords(value) {
    this.#reflect("keywords", value);
  }

  /** Words or phrases to focus on, or `null`. */
  get query() {
    return this.getAttribute("query");
  }
  set query(value) {
    this.#reflect("query", value);
  }

  /** The text's language as a BCP 47 tag, or `null` where it is detected. */
  get language() {
    return this.getAttribute("language");
  }
  set language(value) {
    this.#reflect("language", value);
  }

  /** Whether sentences and quotes are marked where they stand. */
  get highlight() {
    return this.hasAttribute("highlight");
  }
  set highlight(value) {
    this.#reflect("highlight", value);
  }

  /** Called by the page. */
  connectedCallback() {
    this.#content.adoptedStyleSheets = [sheet(STYLE)];
    this.#observer.observe(this.getRootNode(), { childList: true, subtree: true, characterData: true });
    this.#later(0);
  }

  /** Called by the page. */
  disconnectedCallback() {
    clearTimeout(this.#timer);
    this.#turn++;
    this.#observer.disconnect();
    this.#target = null;
    this.#unmark();
  }

  /** Called by the page. */
  attributeChangedCallback() {
    if (this.isConnected) this.#later(0);
  }

  /**
   * Reads the element again and shows its summary. It happens by itself when the element, the page or an attribute
   * changes.
   * @returns {Promise<void>}
   */
  async refresh() {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    this.#target = this.#find();
    if (!this.#target) return this.#show(null);
    try {
      const summary = await summarizeElement(this.#target, this.#options());
      if (turn !== this.#turn) return;
      this.#show(summary);
      this.dispatchEvent(new CustomEvent("nutgraf-summary", { detail: summary }));
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#fail(/** @type {NutgrafError} */ (error));
    }
  }

  #later(milliseconds = SETTLED_MILLISECONDS) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.refresh(), milliseconds);
  }

  /** What is summarized, if it is there. */
  #find() {
    const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
    return this.htmlFor ? (root.getElementById?.(this.htmlFor) ?? null) : null;
  }

  /** @returns {AnalyzeOptions & SummarizeOptions} */
  #options() {
    const { sentences, words, ratio, query, language, quotes, keywords } = this;
    return {
      sentences: sentences ?? undefined,
      words: words ?? undefined,
      ratio: ratio ?? undefined,
      query: query ?? undefined,
      language: language ?? undefined,
      quotes: quotes === true ? undefined : quotes || 0,
      keywords: keywords === true ? undefined : keywords || 0,
    };
  }

  /** @param {ElementSummary | null} summary */
  #show(summary) {
    this.#unmark();
    this.summary = summary;
    if (!summary) return this.#content.replaceChildren();
    const list = make("ul", "sentences");
    list.append(
      ...summary.sentences.map((sentence) => {
        const item = make("li", "sentence");
        item.append(this.#link(sentence, shownText(sentence, { language: summary.language })));
        return item;
      }),
    );
    const quotes = make("div", "quotes");
    quotes.append(...summary.quotes.map((quote) => this.#quote(quote)));
    const keywords = make("ul", "keywords");
    keywords.className = "keywords";
    keywords.append(...summary.keywords.map(keyword));
    const filled = [quotes, keywords].filter((part) => part.childElementCount > 0);
    this.#content.replaceChildren(list, ...filled);
    if (this.highlight) {
      this.#mark("nutgraf-sentence", summary.sentences);
      this.#mark("nutgraf-quote", summary.quotes);
    }
  }

  /** @param {ElementSummary["quotes"][number]} quote */
  #quote(quote) {
    const figure = make("figure", "quote");
    const words = document.createElement("blockquote");
    words.append(this.#link(quote, shownQuotation(quote)));
    figure.append(words);
    if (quote.speaker) {
      const speaker = make("figcaption", "speaker");
      speaker.textContent = shownSpeaker(quote);
      figure.append(speaker);
    }
    return figure;
  }

  /**
   * What shows a place of the page when it is clicked.
   * @param {ElementSummary["quotes" | "sentences"][number]} place
   * @param {string} text
   */
  #link(place, text) {
    const button = /** @type {HTMLButtonElement} */ (make("button", "link"));
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", () => {
      const event = new CustomEvent("nutgraf-select", { detail: place, cancelable: true });
      if (!this.dispatchEvent(event) || !place.range) return;
      this.#unmark("nutgraf-current");
      this.#mark("nutgraf-current", [place]);
      scrollTo(place.range);
    });
    return button;
  }

  /** @param {NutgrafError} error */
  #fail(error) {
    this.#show(null);
    const message = make("p", "error");
    message.setAttribute("role", "alert");
    message.textContent = error.message;
    this.#content.replaceChildren(message);
    this.dispatchEvent(new CustomEvent("nutgraf-error", { detail: error }));
  }

  /**
   * Marks places in the page, with the highlight that all elements of this kind share.
   * @param {string} name
   * @param {{ range: Range | null }[]} places
   */
  #mark(name, places) {
    if (!globalThis.CSS?.highlights) return; // An older browser marks nothing.
    adopt(document, HIGHLIGHTS);
    const highlight = CSS.highlights.get(name) ?? new Highlight();
    CSS.highlights.set(name, highlight);
    const ranges = places.flatMap(({ range }) => (range ? [range] : []));
    for (const range of ranges) highlight.add(range);
    this.#marked.set(name, ranges);
  }

  /** Takes back what it marked, under one name or all. @param {string} [name] */
  #unmark(name) {
    for (const [marked, ranges] of this.#marked) {
      if (name !== undefined && marked !== name) continue;
      for (const range of ranges) CSS.highlights.get(marked)?.delete(range);
      this.#marked.delete(marked);
    }
  }

  /** @param {string} name */
  #number(name) {
    const value = this.getAttribute(name);
    return value === null ? null : Number(value.trim() || Number.NaN);
  }

  /**
   * @param {string} name
   * @param {unknown} value `null`, `undefined` and `false` take the attribute away, `true` leaves it empty.
   */
  #reflect(name, value) {
    if (value === null || value === undefined || value === false) this.removeAttribute(name);
    else this.setAttribute(name, value === true ? "" : String(value));
  }
}

/**
 * @param {string} name
 * @param {string} part
 */
function make(name, part) {
  const element = document.createElement(name);
  element.setAttribute("part", part);
  return element;
}

/** @param {ElementSummary["keywords"][number]} keyword */
function keyword({ text }) {
  const item = make("li", "keyword");
  item.textContent = text.replace(/\s+/g, " ");
  return item;
}

/** @param {Range} range */
function scrollTo(range) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const element = range.startContainer.parentElement;
  element?.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
}

/** One sheet for each text of rules, which all elements share. @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/** @param {string} rules */
function sheet(rules) {
  const made = sheets.get(rules) ?? new CSSStyleSheet();
  if (!sheets.has(rules)) made.replaceSync(rules);
  sheets.set(rules, made);
  return made;
}

/**
 * Gives a page rules, once. They win over its own of the same kind, which is what the custom properties are for.
 * @param {Document} page
 * @param {string} rules
 */
function adopt(page, rules) {
  const added = sheet(rules);
  if (!page.adoptedStyleSheets.includes(added)) page.adoptedStyleSheets.push(added);
}

if (globalThis.customElements && !customElements.get("nutgraf-summary")) {
  customElements.define("nutgraf-summary", NutgrafSummary);
}
