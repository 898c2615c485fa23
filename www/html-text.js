// Pasted markup to plain text, in an inert document.
import { markupText } from "./nutgraf/html-text.js";
import { inertDocument } from "./trusted.js";

/**
 * The text of some markup, which is only ever read in an inert document.
 * @param {string} markup
 */
export function htmlToText(markup) {
  return markupText(inertDocument(markup).body);
}
