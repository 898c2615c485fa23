// PDF files, by pdf.js: loaded only when one is opened, from the page's own folder.
import { IntakeError } from "./intake.js";
import { OPTIONS, PdfError, readDocument } from "./pdf/read.js";
import { ownScript } from "./trusted.js";

/** @typedef {import("./intake.js").Article} Article */

const HERE = new URL("pdf/", import.meta.url).href;

/**
 * What a PDF file says.
 * @param {File} file
 * @param {AbortSignal} signal
 * @param {(page: number, pages: number) => void} progress Called before each page.
 * @returns {Promise<Article>}
 * @throws {IntakeError}
 */
export async function readPdf(file, signal, progress) {
  /** @type {typeof import("pdfjs-dist")} */
  const { getDocument, PDFWorker } = await import(/** @type {string} */ ("./pdf/pdf.min.mjs")).catch(() => {
    throw new IntakeError("partMissing", file.name);
  });
  const port = new Worker(ownScript("pdf/pdf.worker.min.mjs"), { type: "module", name: "pdf" });
  const worker = PDFWorker.create({ port });
  const data = new Uint8Array(await file.arrayBuffer());
  const loading = getDocument({ ...OPTIONS, data, worker, cMapUrl: `${HERE}cmaps/`, useWorkerFetch: true });
  try {
    return await readDocument(loading, (page, pages) => {
      signal.throwIfAborted();
      progress(page, pages);
    });
  } catch (error) {
    throw error instanceof PdfError ? new IntakeError(error.matter, file.name) : error;
  } finally {
    worker.destroy();
    port.terminate();
  }
}
