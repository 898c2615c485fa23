// Word files.
import { markupOf } from "../word/markup.js";
import { readMarkup } from "./markup.js";

/**
 * What a Word file says.
 * @param {Buffer} bytes
 * @throws {Error} for a file that is no .docx
 */
export async function readWord(bytes) {
  const markup = await markupOf({ buffer: bytes }).catch(() => {
    throw new Error("is a damaged Word file: save it again as .docx");
  });
  return readMarkup(markup);
}
