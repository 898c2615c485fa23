// The article of a saved page, by Mozilla's Readability, and its headline: the page's title names the site, too.

import { Reading } from "./reader.js";

/**
 * What Readability is.
 * @typedef {new (page: Document, options: { keepClasses: boolean, serializer: (article: Node) => Node }) =>
 *   { parse(): { title?: string | null | undefined, content?: Node | null | undefined } | null }} Readability
 */

/**
 * Reads a page's article, and changes the page; `null` where Readability finds none.
 * @param {Document} page
 * @param {Readability} Readability
 */
export function readSaved(page, Readability) {
  const headline = headlineOf(page);
  const article = new Readability(page, { keepClasses: true, serializer: (article) => article }).parse();
  if (!article?.content) return null;
  const content = /** @type {Element} */ (article.content);
  return new Reading(content, { markers: true }).titled(headline(article.title));
}

/** @param {string | null | undefined} text */
const line = (text) => (text ?? "").replace(/\s+/g, " ").trim();

/**
 * Tells the headline by the page's title, now or when the page is no more what it was: the heading that makes most of
 * the title, else what stands before a bar, be it the site's name of one word: "BMJV | What becomes dearer".
 * @param {Document} page
 */
export function headlineOf(page) {
  const headings = [...page.querySelectorAll("h1, h2")].map(({ textContent }) => line(textContent));
  return (/** @type {string | null | undefined} */ title) => {
    const told = line(title);
    const longest = (/** @type {string} */ long, /** @type {string} */ heading) =>
      told.includes(heading) && heading.length > long.length ? heading : long;
    const heading = headings.reduce(longest, "");
    if (2 * heading.length >= told.length) return heading;
    return told.split(" | ").find((part) => part.includes(" ")) ?? told;
  };
}
