// Markup to plain text: headings, paragraphs, lists and quotes as a person would type them.

/** What is no part of an article. */
const NOISE =
  "script, style, noscript, template, nav, footer, aside, form, figure figcaption, figcaption, button, select, svg, " +
  "iframe, object, video, audio, canvas, [hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=complementary]";

const BLOCKS = new Set(
  "ADDRESS ARTICLE BLOCKQUOTE DD DIV DL DT FIELDSET H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TR UL".split(
    " ",
  ),
);

// Numbers and not names, since these are globals in browsers alone.
const ELEMENTS_AND_TEXTS = 0x1 | 0x4;
const TEXT_NODE = 3;

/**
 * The text of an inert document's body, which loses what is no part of an article.
 * @param {Element} body
 */
export function markupText(body) {
  for (const noise of body.querySelectorAll(NOISE)) noise.remove();
  return blocksOf(body);
}

/**
 * The text of an element's blocks, a blank line between each two. A loop and not a recursion: markup may be nested
 * a hundred thousand deep.
 * @param {Element} root
 */
export function blocksOf(root) {
  const walker = root.ownerDocument.createTreeWalker(root, ELEMENTS_AND_TEXTS);
  /** @type {string[]} */
  const blocks = [];
  let block = "";
  let prefix = "";
  const flush = () => {
    const text = block
      .replace(/[^\S\n]+/g, " ")
      .replace(/ *\n */g, "\n")
      .trim();
    if (text) blocks.push(prefix + text);
    if (text) prefix = "";
    block = "";
  };
  /** Blocks that are open, so that text behind one begins a new block. @type {Node[]} */
  const open = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    while (open.length > 0 && !open.at(-1)?.contains(node)) {
      open.pop();
      flush();
    }
    if (node.nodeType === TEXT_NODE) {
      const preserved = open.at(-1)?.nodeName === "PRE";
      block += preserved ? node.nodeValue : (node.nodeValue ?? "").replace(/\s+/g, " ");
    } else if (node.nodeName === "BR") {
      block += "\n";
    } else if (node.nodeName === "TD" || node.nodeName === "TH") {
      block += "\t";
    } else if (BLOCKS.has(node.nodeName)) {
      flush();
      open.push(node);
      if (node.nodeName === "LI") prefix = "- ";
      if (node.nodeName === "BLOCKQUOTE") prefix = "";
    }
  }
  flush();
  return blocks.join("\n\n");
}
