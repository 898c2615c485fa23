// Markup to text: web pages by Mozilla's Readability, Markdown by marked.
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom/worker";
import { marked } from "marked";
import { markupText } from "../js/html-text.js";

/** @param {string} markup */
const documentOf = (markup) => parseHTML(`<!doctype html><html><body>${markup}</body></html>`).document;

/**
 * The text of a web page's article; of all its body where Readability finds none.
 * @param {string} markup
 */
export function pageText(markup) {
  const page = () => (/<html[\s>]/i.test(markup) ? parseHTML(markup).document : documentOf(markup));
  const article = new Readability(page()).parse();
  if (!article?.content) return pageWithoutHead(page());
  const body = markupText(documentOf(article.content).body);
  return article.title && !body.startsWith(article.title) ? `${article.title}\n\n${body}` : body;
}

/** All of a page but its head. linkedom makes no body where a page has none. @param {Document} page */
function pageWithoutHead(page) {
  for (const apart of page.querySelectorAll("head, title")) apart.remove();
  return markupText(page.documentElement);
}

/**
 * The text of Markdown, without front matter.
 * @param {string} source
 */
export function markdownText(source) {
  const markup = marked.parse(source.replace(/^---\r?\n[^]*?\n---\r?\n/, ""), { async: false });
  return markupText(documentOf(markup).body);
}
