// A PDF file that pdf.js loads, page by page: for the page and the command line alike.
import { PageReader } from "./article.js";

/** How pdf.js is to load a file of which the text alone is wanted. */
export const OPTIONS = {
  cMapPacked: true,
  disableFontFace: true,
  useSystemFonts: false,
  verbosity: 0,
};

/** @typedef {"encrypted" | "broken" | "scanned"} Matter */

/** What pdf.js calls what is the matter with a file. @type {Record<string, Matter>} */
const MATTERS = { PasswordException: "encrypted", InvalidPDFException: "broken" };

/** What is the matter with a file. */
export class PdfError extends Error {
  /** @param {Matter} matter */
  constructor(matter) {
    super(matter);
    this.matter = matter;
  }
}

/**
 * What a PDF file says.
 * @param {import("pdfjs-dist").PDFDocumentLoadingTask} loading
 * @param {(page: number, pages: number) => void} [before] Called before each page; what it throws ends the reading.
 * @returns {Promise<{ text: string, blocks: import("../js/index.js").Block[] }>}
 * @throws {PdfError}
 */
export async function readDocument(loading, before) {
  try {
    const document = await loading.promise;
    const reader = new PageReader();
    for (let number = 1; number <= document.numPages; number++) {
      before?.(number, document.numPages);
      await reader.add(await document.getPage(number));
    }
    const { info } = await document.getMetadata();
    const article = reader.article(/** @type {{ Title?: string }} */ (info).Title);
    if (article.text.trim() === "") throw new PdfError("scanned");
    return article;
  } catch (error) {
    const matter = MATTERS[/** @type {Error} */ (error).name];
    throw matter ? new PdfError(matter) : error;
  } finally {
    await loading.destroy();
  }
}
