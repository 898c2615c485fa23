// Markdown as markup, by marked, for the one reader of markup.
import { marked } from "marked";

/**
 * A text's markup, without the front matter that stands before it.
 * @param {string} source
 */
export function markupOf(source) {
  return marked.parse(source.replace(/^---\r?\n[^]*?\n---\r?\n/, ""), { async: false });
}
