// Markup to text and blocks: web pages by Mozilla's Readability, and Markdown.
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom/worker";
import { Reading } from "../js/reader.js";
import { readSaved } from "../js/saved.js";
import { markupOf } from "../markdown/markup.js";

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
  return readSaved(page(), Readability) ?? readWithoutHead(page());
}

/** All of a page but its head. linkedom makes no body where a page has none. @param {Document} page */
function readWithoutHead(page) {
  for (const apart of page.querySelectorAll("head, title")) apart.remove();
  return read(page.documentElement);
}

/** @param {string} source */
export function readMarkdown(source) {
  return readMarkup(markupOf(source));
}
