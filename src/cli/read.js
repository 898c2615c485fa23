// A file's text: plain, of Markdown, or of a web page's article.
import { readFileSync } from "node:fs";
import { STANDARD_INPUT } from "./inputs.js";

/** What a file can hold. */
export const KINDS = /** @type {const} */ (["text", "md", "html"]);

/** @typedef {(typeof KINDS)[number]} Kind */

/**
 * @param {string} file
 * @param {Kind} [kind] Default: by the file's name.
 * @returns {Promise<string>}
 * @throws {Error} for what cannot be read or is no text
 */
export async function readText(file, kind = kindOf(file)) {
  const bytes = readFileSync(file === STANDARD_INPUT ? 0 : file);
  if (bytes.subarray(0, 4096).includes(0)) throw new Error("is no text");
  const text = new TextDecoder().decode(bytes);
  if (kind === "text") return text;
  // Only now, since the libraries for it take a while to load.
  const { markdownText, pageText } = await import("./markup.js");
  return kind === "md" ? markdownText(text) : pageText(text);
}

/** @param {string} file @returns {Kind} */
function kindOf(file) {
  if (/\.(md|markdown)$/i.test(file)) return "md";
  return /\.x?html?$/i.test(file) ? "html" : "text";
}
