// PDF files, by pdf.js: loaded only when one is opened, from the page's own folder.
import { IntakeError } from "./intake.js";
import { PageReader } from "./pdf/article.js";
import { ownScript } from "./trusted.js";

/** @typedef {import("./intake.js").Article} Article */

const HERE = new URL("pdf/", import.meta.url).href;

/** What pdf.js calls what is the matter with a file. @type {Record<string, import("./words.js").Name>} */
const MATTERS = { PasswordException: "encrypted", InvalidPDFException: "broken" };

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
  const loading = getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    worker,
    cMapUrl: `${HERE}cmaps/`,
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: true,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const document = await loading.promise;
    const reader = new PageReader();
    for (let number = 1; number <= document.numPages; number++) {
      signal.throwIfAborted();
      progress(number, document.numPages);
      await reader.add(await document.getPage(number));
    }
    const article = reader.article();
    if (article.text.trim() === "") throw new IntakeError("scanned", file.name);
    return article;
  } catch (error) {
    const matter = MATTERS[/** @type {Error} */ (error).name];
    throw matter ? new IntakeError(matter, file.name) : error;
  } finally {
    await loading.destroy();
    worker.destroy();
    port.terminate();
  }
}
