// Ways in: the clipboard, files, links, and what was shared from another program.
import { isMarkdown } from "./markdown.js";
import { Reading } from "./nutgraf/reader.js";
import { readSaved } from "./nutgraf/saved.js";
import { inertDocument, ownScript, readingInert } from "./trusted.js";

/** @typedef {import("./words.js").Name} Name */

/**
 * A text, and what its markup tells of its blocks.
 * @typedef {object} Article
 * @property {string} text
 * @property {import("./nutgraf/index.js").Block[] | undefined} [blocks]
 */

/** @typedef {(page: number, pages: number) => void} Progress */

/** What is the matter with a file, by the name that the page's words have for it. */
export class IntakeError extends Error {
  /**
   * @param {Name} name
   * @param {string} file
   */
  constructor(name, file) {
    super(`${file}: ${name}`);
    this.name = "IntakeError";
    this.words = { name, values: { name: file } };
  }
}

/**
 * Some markup, which is only ever read in an inert document.
 * @param {string} markup
 */
function readMarkup(markup) {
  return new Reading(inertDocument(markup).body, { markers: true });
}

/**
 * The deepest markup that is parsed. For each new element browsers look through all that are open: 100,000 within each
 * other take Chromium 48 seconds, 10,000 half of one.
 */
const DEEPEST = 10_000;

const TAG = /<(\/?)([a-z][a-z0-9]*)/gi;

/** Elements that have no end, or whose end is seldom written. */
const ENDLESS = new Set(
  (
    "area base body br col colgroup dd dt embed head hr html img input li link meta optgroup option p param rp rt " +
    "source tbody td tfoot th thead tr track wbr"
  ).split(" "),
);

/** @param {string} markup */
function isTooDeep(markup) {
  let depth = 0;
  for (const [, end, name = ""] of markup.matchAll(TAG)) {
    if (ENDLESS.has(name.toLowerCase())) continue;
    depth = end ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** The largest file that is read, in bytes: more cannot be summarized. */
const LARGEST_FILE = 64 * 1024 * 1024;

/**
 * The article of what was pasted or dropped: its markup where it tells blocks, which what code editors copy does not,
 * else its plain text.
 * @param {DataTransfer | null} data
 * @returns {Article}
 */
export function pastedArticle(data) {
  const markup = data?.getData("text/html") ?? "";
  const told = /<(p|h[1-6]|li|blockquote|article|td)[\s>]/i.test(markup) && !isTooDeep(markup);
  const article = told ? readMarkup(markup) : null;
  return article?.text ? article : { text: data?.getData("text/plain").replace(/\r\n?/g, "\n") ?? "" };
}

/**
 * What a file holds that was dropped or chosen.
 * @param {File} file
 * @param {AbortSignal} signal
 * @param {Progress} progress
 * @returns {Promise<Article>}
 * @throws {IntakeError} for what cannot be read
 */
export async function fileArticle(file, signal, progress) {
  if (file.size > LARGEST_FILE) throw new IntakeError("fileTooLarge", file.name);
  const kind = await kindOf(file);
  if (kind === "pdf") return pdf(file, signal, progress);
  if (kind === "docx") return word(file, signal);
  const text = await file.text();
  if (text.includes("\0") || (text.match(/\uFFFD/g)?.length ?? 0) > text.length / 100) {
    throw new IntakeError("notText", file.name);
  }
  if (kind === "html") return savedPage(text, file.name);
  const plain = text.replace(/\r\n?/g, "\n");
  return kind === "md" || isMarkdown(plain) ? markdownArticle(plain, signal) : { text: plain };
}

/**
 * Markdown by what it means; as it stands where the part that reads it is missing: nothing is lost.
 * @param {string} text
 * @param {AbortSignal} signal
 * @returns {Promise<Article>}
 */
export async function markdownArticle(text, signal) {
  try {
    const markup = await markupBy("markdown-thread.js", text, signal);
    return isTooDeep(markup) ? { text } : readMarkup(markup);
  } catch {
    signal.throwIfAborted();
    return { text };
  }
}

/** What a file is, by its first bytes or its name. @param {File} file */
async function kindOf(file) {
  const head = new TextDecoder("latin1").decode(await file.slice(0, 1024).arrayBuffer());
  if (head.includes("%PDF-")) return "pdf";
  if (head.startsWith("PK") && /\.docx$/i.test(file.name)) return "docx";
  if (/\.(md|markdown)$/i.test(file.name)) return "md";
  return /\.x?html?$/i.test(file.name) || file.type === "text/html" ? "html" : "text";
}

/**
 * A part of the page that is loaded only for some files.
 * @template T
 * @param {string} path
 * @param {string} file
 * @returns {Promise<T>}
 */
async function part(path, file) {
  try {
    return await import(/** @type {string} */ (path));
  } catch {
    throw new IntakeError("partMissing", file);
  }
}

/** The most elements of a page that Readability is asked about: it looks at each several times. */
const MOST_ELEMENTS = 50_000;

/**
 * The article of a saved web page, by Readability.
 * @param {string} markup
 * @param {string} file
 */
async function savedPage(markup, file) {
  if (isTooDeep(markup)) throw new IntakeError("broken", file);
  /** @type {{ Readability: import("./nutgraf/saved.js").Readability }} */
  const { Readability } = await part("./readability.js", file);
  const page = inertDocument(markup);
  if (page.getElementsByTagName("*").length > MOST_ELEMENTS) return new Reading(page.body, { markers: true });
  return readingInert(() => readSaved(page, Readability)) ?? readMarkup(markup);
}

/**
 * A PDF file, by pdf.js in a worker of its own.
 * @param {File} file
 * @param {AbortSignal} signal
 * @param {Progress} progress
 */
async function pdf(file, signal, progress) {
  /** @type {typeof import("./pdf.js")} */
  const { readPdf } = await part("./pdf.js", file.name);
  return readPdf(file, signal, progress);
}

/**
 * A Word file, by mammoth in a worker: it gives markup, and the one reader of markup reads it.
 * @param {File} file
 * @param {AbortSignal} signal
 */
async function word(file, signal) {
  const markup = await markupBy("word-thread.js", await file.arrayBuffer(), signal, file.name);
  if (isTooDeep(markup)) throw new IntakeError("broken", file.name);
  return readMarkup(markup);
}

/**
 * The markup that a thread makes of something, by itself: it may take long, and can be ended.
 * @param {string} script
 * @param {ArrayBuffer | string} source
 * @param {AbortSignal} signal
 * @param {string} [name] The file's.
 * @returns {Promise<string>}
 * @throws {IntakeError}
 */
async function markupBy(script, source, signal, name = "") {
  signal.throwIfAborted();
  const thread = new Worker(ownScript(script), { type: "module", name: script });
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      thread.onmessage = ({ data }) =>
        data.matter ? reject(new IntakeError(data.matter, name)) : resolve(data.markup);
      thread.onerror = () => reject(new IntakeError("partMissing", name));
      thread.postMessage(source, typeof source === "string" ? [] : [source]);
    });
  } finally {
    thread.terminate();
  }
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
