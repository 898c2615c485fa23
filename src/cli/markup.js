// Markup to text and blocks: web pages by Mozilla's Readability, Markdown by marked.
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom/worker";
import { marked } from "marked";
import { Reading } from "../js/reader.js";

/** @param {string} markup */
const documentOf = (markup) => parseHTML(`<!doctype html><html><body>${markup}</body></html>`).document;

/** @param {Element} element */
const read = (element) => new Reading(element, { markers: true });

/**
 * Some markup as it is.
 * @param {string} markup
 */
export function readMarkup(markup) {
  return read(documentOf(markup).body);
}

/**
 * A web page's article; all of its body where Readability finds none.
 * @param {string} markup
 */
export function readPage(markup) {
  const page = () => (/<html[\s>]/i.test(markup) ? parseHTML(markup).document : documentOf(markup));
  const article = new Readability(page()).parse();
  return article?.content ? readMarkup(article.content).titled(article.title) : readWithoutHead(page());
}

/** All of a page but its head. linkedom makes no body where a page has none. @param {Document} page */
function readWithoutHead(page) {
  for (const apart of page.querySelectorAll("head, title")) apart.remove();
  return read(page.documentElement);
}

/**
 * Markdown, without front matter.
 * @param {string} source
 */
export function readMarkdown(source) {
  return readMarkup(marked.parse(source.replace(/^---\r?\n[^]*?\n---\r?\n/, ""), { async: false }));
}
