// Ways in: the clipboard, files, links, and what was shared from another program.
import { htmlToText } from "./html-text.js";
import { inertDocument, readingInert } from "./trusted.js";

/** The largest file that is read, in bytes: more cannot be summarized. */
const LARGEST_FILE = 64 * 1024 * 1024;

/**
 * The text of pasted markup, or nothing where the plain text will do: markup without blocks, as code editors copy.
 * @param {DataTransfer | null} data
 */
export function pastedText(data) {
  const markup = data?.getData("text/html") ?? "";
  if (!/<(p|h[1-6]|li|blockquote|article|td)[\s>]/i.test(markup)) return null;
  return htmlToText(markup) || null;
}

/**
 * The text of a file that was dropped or chosen.
 * @param {File} file
 * @returns {Promise<string>}
 * @throws {Error} with a message for people
 */
export async function fileText(file) {
  if (file.size > LARGEST_FILE) throw new Error("This file is too large: nutgraf reads up to 64 MiB.");
  const text = await file.text();
  if (text.includes("\0") || (text.match(/\uFFFD/g)?.length ?? 0) > text.length / 100) {
    throw new Error(`“${file.name}” is no text. Save it as .txt, .md or .html and open that.`);
  }
  const html = /\.html?$/i.test(file.name) || file.type === "text/html";
  return html ? savedPageText(text) : text;
}

/**
 * The article of a saved web page, by Readability, which is loaded only here.
 * @param {string} markup
 */
async function savedPageText(markup) {
  /** @type {{ Readability: new (page: Document) => { parse(): { title?: string | null, content?: string | null } | null } }} */
  const { Readability } = await import(/** @type {string} */ ("./readability.js"));
  const article = readingInert(() => new Readability(inertDocument(markup)).parse());
  if (!article?.content) return htmlToText(markup);
  const body = htmlToText(article.content);
  return article.title && !body.startsWith(article.title) ? `${article.title}\n\n${body}` : body;
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
