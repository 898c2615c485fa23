// PDF files, by pdf.js; its worker runs in this thread.
import { fileURLToPath } from "node:url";
import { OPTIONS, PdfError, readDocument } from "../pdf/read.js";

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

const MESSAGES = {
  encrypted: "is protected by a password: save a copy without it",
  broken: "is a damaged PDF file: export it again",
  scanned: "holds pictures of pages and no text: have its text recognized first",
};

/**
 * What a PDF file says.
 * @param {Uint8Array} bytes
 * @returns {Promise<{ text: string, blocks: import("nutgraf").Block[] }>}
 * @throws {Error} for a file that is damaged, behind a password, or without text
 */
export function readPdf(bytes) {
  const loading = getDocument({ ...OPTIONS, data: new Uint8Array(bytes), cMapUrl: CMAPS });
  return readDocument(loading).catch((error) => {
    throw error instanceof PdfError ? new Error(MESSAGES[error.matter]) : error;
  });
}
