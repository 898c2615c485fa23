// Word files as markup, by mammoth, for the one reader of markup.
import JSZip from "jszip";
import mammoth from "mammoth";

/** What Word's own styles mean, beyond what mammoth knows. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='caption'] => figcaption:fresh",
];

/** The most that a file's parts may have unpacked, in bytes: twice the longest text. */
const MOST = 128 * 2 ** 20;

/** Half a megabyte that would be half a gigabyte when it is unpacked. */
export class TooLarge extends Error {}

/**
 * Unpacks what mammoth will, and keeps nothing: what a file says of its sizes may be a lie.
 * @param {ArrayBuffer | Uint8Array} bytes
 * @throws {TooLarge}
 */
async function checkSize(bytes) {
  const parts = (await JSZip.loadAsync(bytes)).file(/\.(xml|rels)$/);
  let size = 0;
  for (const part of parts) {
    await new Promise((resolve, reject) => {
      // @ts-expect-error it is documented, and its types lack it
      const stream = part.internalStream("uint8array");
      stream.on("error", reject).on("end", resolve);
      stream.on("data", (/** @type {Uint8Array} */ chunk) => {
        size += chunk.length;
        if (size <= MOST) return;
        stream.pause();
        reject(new TooLarge());
      });
      stream.resume();
    });
  }
}

/**
 * A Word file's text as markup. The names and bytes of its pictures are nothing to a summary.
 * @param {{ arrayBuffer: ArrayBuffer } | { buffer: Buffer }} file
 * @returns {Promise<string>}
 * @throws {TooLarge}
 * @throws {Error} for what is no .docx
 */
export async function markupOf(file) {
  await checkSize("buffer" in file ? file.buffer : file.arrayBuffer);
  const convertImage = mammoth.images.imgElement(async () => ({ src: "" }));
  const { value } = await mammoth.convertToHtml(/** @type {any} */ (file), {
    convertImage,
    styleMap: STYLES,
  });
  return value;
}
