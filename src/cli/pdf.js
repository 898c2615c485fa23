// PDF files, by pdf.js; its worker runs in this thread.
import { fileURLToPath } from "node:url";
import { PageReader } from "../pdf/article.js";

// pdf.js looks for what it would draw with, and warns where that is missing; nobody draws here.
for (const name of ["DOMMatrix", "ImageData", "Path2D"]) Object.assign(globalThis, { [name]: class {} });
const { warn } = console;
console.warn = () => {};
// @ts-expect-error it has no types
await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
console.warn = warn;

/** Its tables of Asian letters, beside the bundle. */
const CMAPS = fileURLToPath(new URL("cmaps/", import.meta.url));

/**
 * What a PDF file says.
 * @param {Uint8Array} bytes
 * @returns {Promise<{ text: string, blocks: import("nutgraf").Block[] }>}
 * @throws {Error} for a file that is damaged, behind a password, or without text
 */
export async function readPdf(bytes) {
  const loading = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: CMAPS,
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  });
  try {
    const document = await loading.promise;
    const reader = new PageReader();
    for (let number = 1; number <= document.numPages; number++) {
      await reader.add(await document.getPage(number));
    }
    const article = reader.article();
    if (article.text.trim() === "")
      throw new Error("holds pictures of pages and no text: have its text recognized first");
    return article;
  } catch (error) {
    const { name } = /** @type {Error} */ (error);
    if (name === "PasswordException") throw new Error("is protected by a password: save a copy without it");
    if (name === "InvalidPDFException") throw new Error("is a damaged PDF file: export it again");
    throw error;
  } finally {
    await loading.destroy();
  }
}
