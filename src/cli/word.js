// Word files.
import { markupOf, TooLarge } from "../word/markup.js";
import { readMarkup } from "./markup.js";

/**
 * What a Word file says.
 * @param {Buffer} bytes
 * @throws {Error} for a file that is no .docx, or a text that is too long
 */
export async function readWord(bytes) {
  const markup = await markupOf({ buffer: bytes }).catch((error) => {
    const matter = error instanceof TooLarge ? "is too large when it is unpacked" : "is a damaged Word file";
    throw new Error(`${matter}: save it again as .docx`);
  });
  return readMarkup(markup);
}
