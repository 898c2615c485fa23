// A file's text, and the blocks that its markup tells: plain, of Markdown, of a web page's article, of PDF and Word files.
import { readFileSync } from "node:fs";
import { STANDARD_INPUT } from "./inputs.js";

/** What a file can hold. */
export const KINDS = /** @type {const} */ (["text", "md", "html", "pdf", "docx"]);

/** @typedef {(typeof KINDS)[number]} Kind */

/**
 * @param {string} file
 * @param {Kind} [kind] Default: by the file's name.
 * @returns {Promise<{ text: string, blocks?: import("nutgraf").Block[] }>}
 * @throws {Error} for what cannot be read or is no text
 */
export async function readFile(file, kind = kindOf(file)) {
  const bytes = readFileSync(file === STANDARD_INPUT ? 0 : file);
  // The libraries for these take a while to load.
  if (kind === "pdf") return (await import("./pdf.js")).readPdf(bytes);
  if (kind === "docx") return (await import("./word.js")).readWord(bytes);
  const encoding = encodingOf(bytes, kind);
  if (encoding === "utf-8" && bytes.subarray(0, HEAD).includes(0)) throw new Error("is no text");
  const text = new TextDecoder(encoding).decode(bytes);
  if (kind === "text") return { text };
  const { readMarkdown, readPage } = await import("./markup.js");
  return kind === "md" ? readMarkdown(text) : readPage(text);
}

/** The bytes at a file's start that tell its encoding, as the HTML standard has it for pages. */
const HEAD = 1024;

/**
 * The encoding that a file's byte order mark or a page's own words name, else UTF-8.
 * @param {Uint8Array} bytes
 * @param {Kind} kind
 */
function encodingOf(bytes, kind) {
  const mark = bytes.subarray(0, 2).join();
  if (mark === "255,254") return "utf-16le";
  if (mark === "254,255") return "utf-16be";
  const head = kind === "html" ? new TextDecoder("latin1").decode(bytes.subarray(0, HEAD)) : "";
  const [, ...metas] = head.split(/<meta/i);
  const names = metas.map((meta) => /charset\s*=[\s"']*([\w-]+)/i.exec(meta.split(">", 1)[0] ?? "")?.[1]);
  const named = names.find((name) => name !== undefined) ?? "utf-8";
  try {
    return new TextDecoder(named).encoding;
  } catch {
    return "utf-8"; // a page may name anything
  }
}

/** @param {string} file @returns {Kind} */
function kindOf(file) {
  if (/\.(md|markdown)$/i.test(file)) return "md";
  if (/\.pdf$/i.test(file)) return "pdf";
  if (/\.docx$/i.test(file)) return "docx";
  return /\.x?html?$/i.test(file) ? "html" : "text";
}
