// The one reader of markup: an element's text as it is shown, the kinds of its blocks, and where in the page each
// character stands. For what is pasted, saved pages, Markdown and elements of a page alike.

import { setApart } from "./article.js";

/** @typedef {import("./wasm/nutgraf.js").Block} Block */
/** @typedef {Block["kind"]} Kind */

/** What is no part of an article. */
const NOISE =
  "script, style, noscript, template, nav, footer:not(blockquote footer), form, button, select, textarea, svg, iframe, " +
  "object, video, audio, canvas, dialog, [hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=search], " +
  "[role=contentinfo], [role=dialog], [role=alertdialog], [role=menu], [role=menubar], nutgraf-summary";

/** What stands beside an article: footers of old pages, and comments by the names that WordPress, Blogger and Disqus give them. */
const ASIDE =
  "[role=complementary], #footer, .footer, #comments, #commentlist, #disqus_thread, .comments, .comments-area, .comment-list, .commentlist, :is(div, li, article).comment";

/** What code stands in, as those call it that give it colours: Pygments, Pandoc and Prism. */
const LISTING = ".highlight, .codehilite, .sourceCode, [class*=language-]";

/** Reference marks: their words are the notes', and a page shows them as superscripts that lead to those. */
const REFERENCE =
  "sup:has(a[href^='#']), sup:has(a[href*='#cite']), a[href^='#']:has(sup), a[role=doc-noteref]";

/** What stands by itself where no style says so: in a document without a page, or an element that is in none. */
const BLOCKS = new Set(
  (
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER H1 H2 H3 " +
    "H4 H5 H6 HEADER HGROUP HR LI MAIN OL P PRE SECTION SUMMARY TABLE TD TH TR UL"
  ).split(" "),
);

/** The kinds that elements tell, the most telling first: a paragraph of an aside is an aside. */
const KINDS = /** @type {const} */ ([
  ["code", "PRE XMP LISTING"],
  ["table", "TABLE"],
  ["caption", "FIGCAPTION CAPTION FIGURE"],
  ["aside", "ASIDE"],
  ["heading", "H1 H2 H3 H4 H5 H6"],
  ["quotation", "BLOCKQUOTE"],
  ["list-item", "LI DT DD"],
  ["paragraph", "P"],
]);

/** @type {Map<string, { kind: Kind, order: number }>} */
const KIND_OF = new Map(
  KINDS.flatMap(([kind, names], order) => names.split(" ").map((name) => [name, { kind, order }])),
);

// Numbers and not names, since these are globals in browsers alone.
const ELEMENT = 1;
const TEXT = 3;

/** What separates two pieces of text, the widest last. */
const GAPS = ["", " ", "\t", "\n", "\n\n"];

/** The values of CSS `white-space` that keep all of it, and those that keep line breaks. */
const PRESERVED = /^(pre|pre-wrap|break-spaces|preserve)$/;
const BROKEN = /^(pre-line|preserve-breaks)$/;

/** What words have. */
const LETTER = /\p{L}/u;

/** How an item of a list begins. */
const ITEM = /^([•·‣◦▪●■]|o(?=\xa0)|\d+[.)])\s/;

/** The longest paragraph in bold that is a heading, in characters. */
const LONGEST_HEADING = 90;

/**
 * What is known of an element while its nodes are read.
 * @typedef {object} Open
 * @property {string} gap What separates it from what stands around it.
 * @property {boolean} visible
 * @property {string} whiteSpace After CSS.
 * @property {Kind | undefined} kind The most telling kind so far.
 * @property {number} order The kind's place in KINDS.
 * @property {number | undefined} level
 * @property {boolean} bold
 * @property {Element | null} article The outermost article that it stands in, or is.
 * @property {Element | null} main The element of the page's main content that it stands in, or is.
 * @property {boolean} linked Whether it leads to another place.
 * @property {boolean} raised Whether it is a superscript.
 * @property {number | undefined} number The number of its last item, where its items are numbered.
 * @property {{ marker: string } | undefined} item The item that it stands in, or is, and what is still to be said of it.
 * @property {Element | null} table The innermost table that it stands in, or is.
 * @property {ChildNode | null} next What follows it.
 */

/** What an element shows, as text. */
export class Reading {
  /** The text, its blocks a blank line apart. */
  text = "";
  /** The blocks whose kind markup tells. @type {Block[]} */
  blocks = [];
  /** Where the text's characters stand: text from `at` on is `node`'s from `offset` on. @type {{ at: number, node: Text, offset: number }[]} */
  #segments = [];
  /** What the text is joined from at the end: a slice of a string that grows would copy all of it each time. @type {string[]} */
  #pieces = [];
  #length = 0;
  #gap = "";
  /** All blocks, and where in the page they stand. @type {import("./article.js").Piece[]} */
  #all = [];
  /** The block that is being read, and its first piece. @type {{ start: number, first: number, open: Open, bold: boolean, linked: boolean } | null} */
  #block = null;
  #markers;

  /**
   * @param {Element} root
   * @param {object} [options]
   * @param {boolean} [options.markers] Whether items of lists begin with "- " or a number, as in a plain paste.
   */
  constructor(root, { markers = false } = {}) {
    this.#markers = markers;
    this.#read(root);
  }

  /** A loop and not a recursion: a page may be nested deeper than the stack. @param {Element} root */
  #read(root) {
    // A parsed document is shown nowhere.
    const window = root.ownerDocument.defaultView;
    const page = {
      window: typeof window?.getComputedStyle === "function" && root.isConnected ? window : null,
      layouts: new Map(),
      listings: new Map(),
    };
    const open = [opened(root, null, page)];
    let next = root.firstChild;
    for (let inner = open.at(-1); inner; inner = open.at(-1)) {
      if (!next) {
        open.pop();
        this.#separate(inner.gap);
        next = inner.next;
        continue;
      }
      const node = next;
      next = node.nextSibling;
      if (node.nodeType === ELEMENT) {
        const element = /** @type {Element} */ (node);
        if (element.matches(NOISE) || matches(element, REFERENCE)) continue;
        if (element.nodeName === "BR") {
          this.#separate(this.#gap === "\n" ? "\n\n" : "\n");
          continue;
        }
        const shown = opened(element, inner, page);
        if (shown.gap === "none") continue;
        this.#separate(shown.gap);
        open.push({ ...shown, next });
        next = element.firstChild;
      } else if (node.nodeType === TEXT && inner.visible) {
        this.#take(/** @type {Text} */ (node), inner);
      }
    }
    this.#end();
    setApart(this.#all);
    this.blocks = this.#all.flatMap(({ start, end, kind, level }) =>
      kind ? [{ start, end, kind, ...(level && kind === "heading" && { level }) }] : [],
    );
    this.text = this.#pieces.join("");
  }

  /**
   * @param {Text} node
   * @param {Open} inner
   */
  #take(node, inner) {
    // "10<sup>2</sup>" is no 102.
    const raised = inner.raised && /^\s*\d+\s*$/.test(node.nodeValue ?? "");
    const value = raised ? superscript(node.nodeValue ?? "") : (node.nodeValue ?? "");
    if (PRESERVED.test(inner.whiteSpace)) return this.#push(value.replaceAll("\r", " "), node, 0, inner);
    const lines = BROKEN.test(inner.whiteSpace);
    for (const { 0: piece, index } of value.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      if (/^[ \t\n\r\f]/.test(piece)) this.#separate(lines && piece.includes("\n") ? "\n" : " ");
      else this.#push(piece, node, index, inner);
    }
  }

  /**
   * @param {string} piece
   * @param {Text} node
   * @param {number} offset
   * @param {Open} inner
   */
  #push(piece, node, offset, inner) {
    if (piece === "") return;
    if (this.#gap === "\n\n") this.#end();
    if (this.#length > 0) this.#add(this.#gap);
    this.#gap = "";
    if (!this.#block) {
      this.#block = {
        start: this.#length,
        first: this.#pieces.length,
        open: inner,
        bold: true,
        linked: true,
      };
      if (this.#markers && inner.kind === "list-item" && inner.item) {
        this.#add(inner.item.marker);
        inner.item.marker = "";
      }
    }
    this.#block.bold &&= inner.bold;
    // "<a>News</a> | <a>Sport</a>"
    this.#block.linked &&= inner.linked || !LETTER.test(piece);
    const at = this.#length;
    const last = this.#segments.at(-1);
    if (!last || last.node !== node || last.offset + (at - last.at) !== offset)
      this.#segments.push({ at, node, offset });
    this.#add(piece);
  }

  /** @param {string} piece */
  #add(piece) {
    this.#pieces.push(piece);
    this.#length += piece.length;
  }

  /**
   * Separates what comes from what was. The widest gap counts, and none opens the text.
   * @param {string} gap
   */
  #separate(gap) {
    if (this.#length > 0 && GAPS.indexOf(gap) > GAPS.indexOf(this.#gap)) this.#gap = gap;
  }

  /** Ends a block: what it is, if markup tells. */
  #end() {
    const block = this.#block;
    this.#block = null;
    if (!block) return;
    const { start, first, open, bold, linked } = block;
    const end = this.#length;
    const text = this.#pieces.slice(first).join("");
    if (text.trim() === "") return; // "<p>&nbsp;</p>"
    let { kind, level } = open;
    // "<p>Line<br>Line" may be anything, Word's lists are "<p>·     Apples", and so may be what no element calls a
    // paragraph: it is read as plain text.
    if (kind === "paragraph" && (text.includes("\n") || ITEM.test(text))) kind = undefined;
    // "<p><b>How to vote</b></p>" is meant as a heading.
    if (kind === "paragraph" && bold && text.length <= LONGEST_HEADING && !/[.!?:,;…]["”’)]*$/.test(text))
      kind = "heading";
    // A menu, and what stands under other articles.
    if (linked && kind !== "heading" && LETTER.test(text)) kind = "boilerplate";
    this.#all.push({ start, end, kind, level, article: open.article, main: open.main });
  }

  /**
   * Puts a title before the text, where the text does not begin with it.
   * @param {string | null | undefined} title
   */
  titled(title) {
    const head = title?.replace(/\s+/g, " ").trim();
    if (!head || this.text.startsWith(head)) return this;
    const moved = head.length + 2;
    this.text = `${head}\n\n${this.text}`;
    this.blocks = this.blocks.map((block) => ({
      ...block,
      start: block.start + moved,
      end: block.end + moved,
    }));
    this.blocks.unshift({ start: 0, end: head.length, kind: "title" });
    this.#segments = this.#segments.map((segment) => ({ ...segment, at: segment.at + moved }));
    return this;
  }

  /**
   * The range of the page between two offsets of the text; `null` where the page has changed so that there is none.
   * @param {number} start
   * @param {number} end
   */
  range(start, end) {
    const first = this.#place(start);
    const last = this.#place(end - 1);
    if (!first || !last || start >= end) return null;
    try {
      const range = first.node.ownerDocument.createRange();
      range.setStart(first.node, first.offset);
      range.setEnd(last.node, last.offset + 1);
      return range;
    } catch {
      return null;
    }
  }

  /** @param {number} offset */
  #place(offset) {
    let low = 0;
    for (let high = this.#segments.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if ((this.#segments[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const segment = this.#segments[low];
    if (!segment || offset < segment.at || offset >= this.text.length) return null;
    return { node: segment.node, offset: segment.offset + offset - segment.at };
  }
}

/**
 * What is known of what is read.
 * @typedef {object} Page
 * @property {Window | null} window Where it is shown, if it is.
 * @property {Map<Element, boolean>} layouts Tables, with whether each only places what is in it.
 * @property {Map<Element, boolean>} listings Preformatted texts, with whether each has code in it.
 */

/**
 * What an element is, within what is open.
 * @param {Element} element
 * @param {Open | null} outer
 * @param {Page} page
 * @returns {Open}
 */
function opened(element, outer, page) {
  const style = page.window?.getComputedStyle(element);
  const told = kindOf(element, page);
  const more = told && told.order < (outer?.order ?? KINDS.length) ? told : outer;
  const { kind, order = KINDS.length, level } = more ?? {};
  const hidden = style?.visibility ?? "visible";
  const around = outer ? outer.table : element.closest("table");
  const table = element.nodeName === "TABLE" ? element : around;
  return {
    gap: gapOf(element, style, table !== null && isLayout(table, page)),
    visible: hidden === "visible",
    whiteSpace: style?.whiteSpace ?? (element.nodeName === "PRE" ? "pre" : (outer?.whiteSpace ?? "normal")),
    kind,
    order,
    level,
    // Google Docs puts all that it copies in a <b> that is not bold.
    bold: element.matches("b:not([id^=docs-internal]), strong") || (outer?.bold ?? false),
    article: outer?.article ?? (element.nodeName === "ARTICLE" ? element : null),
    main: outer?.main ?? (element.matches("main, [role=main]") ? element : null),
    linked: (element.nodeName === "A" && element.hasAttribute("href")) || (outer?.linked ?? false),
    raised: element.nodeName === "SUP",
    number: element.nodeName === "OL" ? numberBefore(element) : undefined,
    item: told?.kind === "list-item" ? { marker: markerOf(outer) } : outer?.item,
    table,
    next: null,
  };
}

/** The number before that of a numbered list's first item. @param {Element} list */
function numberBefore(list) {
  const first = Number.parseInt(list.getAttribute("start") ?? "", 10);
  return Number.isNaN(first) ? 0 : first - 1;
}

/** What an item begins with in what holds it. @param {Open | null} list */
function markerOf(list) {
  return list?.number === undefined ? "- " : `${++list.number}. `;
}

/** Figures as superscripts, one character for each. @param {string} figures */
function superscript(figures) {
  return figures.replace(/\d/g, (figure) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(figure)] ?? figure);
}

/**
 * What separates an element from what stands around it; "none" where it is not shown.
 * @param {Element} element
 * @param {CSSStyleDeclaration | undefined} style
 * @param {boolean} placed Whether its table only places what is in it.
 */
function gapOf(element, style, placed) {
  const { nodeName } = element;
  if (placed && /^T[DHR]$/.test(nodeName)) return "\n\n";
  if (style) {
    const { display } = style;
    if (display === "none") return "none";
    if (display === "table-cell") return "\t";
    if (/^table-.*(row|group)$/.test(display)) return "\n";
    return /^(inline|contents|ruby)/.test(display) ? "" : "\n\n";
  }
  if (/display\s*:\s*none/i.test(element.getAttribute("style") ?? "")) return "none";
  if (nodeName === "TD" || nodeName === "TH") return "\t";
  if (/^T(R|HEAD|BODY|FOOT)$/.test(nodeName)) return "\n";
  return BLOCKS.has(nodeName) ? "\n\n" : "";
}

/**
 * The kind that an element tells.
 * @param {Element} element
 * @param {Page} page
 * @returns {{ kind: Kind, order: number, level?: number | undefined } | null}
 */
function kindOf(element, page) {
  const { nodeName } = element;
  if (element.getAttribute("role") === "heading") {
    return { ...kindNamed("H2"), level: levelNamed(element.getAttribute("aria-level")) };
  }
  if (element.matches(ASIDE)) return kindNamed("ASIDE");
  // What Word calls so.
  if (element.matches(".MsoTitle")) return { kind: "title", order: 0 };
  if (nodeName === "TABLE" && isLayout(element, page)) return null;
  // Mails and old pages have prose in it, too: then the text itself shows what it is.
  const code = () => element.closest(LISTING) || holds(element, "code, samp, kbd", page.listings);
  if (nodeName === "PRE" && !code()) return null;
  const told = KIND_OF.get(nodeName);
  if (!told) return null;
  return told.kind === "heading" ? { ...told, level: Number(nodeName[1]) } : told;
}

/** @param {string} name */
function kindNamed(name) {
  return /** @type {{ kind: Kind, order: number }} */ (KIND_OF.get(name));
}

/** The deepest heading. */
const DEEPEST = 6;

/** A heading's level by its attribute: any number may stand there, and other words. @param {string | null} level */
function levelNamed(level) {
  const number = Math.trunc(Number(level));
  return number >= 1 ? Math.min(number, DEEPEST) : 2;
}

/** Whether a table has no cells of its own but holds paragraphs, headings or lists. @param {Element} table @param {Page} page */
function isLayout(table, { layouts }) {
  return holds(table, "p, h1, h2, h3, h4, h5, h6, blockquote, pre, article, section", layouts);
}

/**
 * Whether an element holds one of some others. What is found tells of the elements of its name within it, too, so
 * that a hundred tables within each other are not looked through a hundred times.
 * @param {Element} element
 * @param {string} others
 * @param {Map<Element, boolean>} known
 */
function holds(element, others, known) {
  const before = known.get(element);
  if (before !== undefined) return before;
  const found = element.querySelector(others);
  const name = element.localName;
  if (!found) for (const within of element.querySelectorAll(name)) known.set(within, false);
  for (let up = found; up && up !== element; up = up.parentElement?.closest(name) ?? null)
    known.set(up, true);
  known.set(element, found !== null);
  return found !== null;
}

/** Whether an element matches, where the host's selectors may lack `:has`. @param {Element} element @param {string} selector */
function matches(element, selector) {
  if (element.nodeName !== "SUP" && element.nodeName !== "A") return false;
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}
