// Ways in: the clipboard, files, links, and what was shared from another program.
import { Reading } from "./nutgraf/reader.js";
import { inertDocument, readingInert } from "./trusted.js";

/**
 * A text, and what its markup tells of its blocks.
 * @typedef {{ text: string, blocks?: import("./nutgraf/index.js").Block[] | undefined }} Article
 */

/**
 * Some markup, which is only ever read in an inert document.
 * @param {string} markup
 */
function readMarkup(markup) {
  return new Reading(inertDocument(markup).body, { markers: true });
}

/** The largest file that is read, in bytes: more cannot be summarized. */
const LARGEST_FILE = 64 * 1024 * 1024;

/**
 * The article of pasted markup, or nothing where the plain text will do: markup without blocks, as code editors copy.
 * @param {DataTransfer | null} data
 * @returns {Article | null}
 */
export function pastedArticle(data) {
  const markup = data?.getData("text/html") ?? "";
  if (!/<(p|h[1-6]|li|blockquote|article|td)[\s>]/i.test(markup)) return null;
  const article = readMarkup(markup);
  return article.text ? article : null;
}

/**
 * What a file holds that was dropped or chosen.
 * @param {File} file
 * @returns {Promise<Article>}
 * @throws {Error} with a message for people
 */
export async function fileArticle(file) {
  if (file.size > LARGEST_FILE) throw new Error("This file is too large: nutgraf reads up to 64 MiB.");
  const text = await file.text();
  if (text.includes("\0") || (text.match(/\uFFFD/g)?.length ?? 0) > text.length / 100) {
    throw new Error(`“${file.name}” is no text. Save it as .txt, .md or .html and open that.`);
  }
  const html = /\.html?$/i.test(file.name) || file.type === "text/html";
  return html ? savedPage(text) : { text };
}

/**
 * The article of a saved web page, by Readability, which is loaded only here.
 * @param {string} markup
 */
async function savedPage(markup) {
  /** @type {{ Readability: new (page: Document) => { parse(): { title?: string | null, content?: string | null } | null } }} */
  const { Readability } = await import(/** @type {string} */ ("./readability.js"));
  const article = readingInert(() => new Readability(inertDocument(markup)).parse());
  return article?.content ? readMarkup(article.content).titled(article.title) : readMarkup(markup);
}

/**
 * What a link's fragment carries: a fragment never reaches a server.
 * @param {string} hash
 */
export function fromFragment(hash) {
  const fields = new URLSearchParams(hash.slice(1).replaceAll("+", "%2B"));
  const unit = fields.get("unit");
  return { text: fields.get("text"), length: Number(fields.get("length")) || null, unit };
}

/** A link that opens the selection of any page here. @param {string} address */
export function bookmarklet(address) {
  const code = `void open(${JSON.stringify(`${address}#text=`)}+encodeURIComponent(getSelection()+""||document.body.innerText))`;
  return `javascript:${encodeURIComponent(code)}`;
}
