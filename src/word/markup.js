// Word files as markup, by mammoth, for the one reader of markup.
import mammoth from "mammoth";

/** What Word's own styles mean, beyond what mammoth knows. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='caption'] => figcaption:fresh",
];

/**
 * A Word file's text as markup. The names and bytes of its pictures are nothing to a summary.
 * @param {{ arrayBuffer: ArrayBuffer } | { buffer: Buffer }} file
 * @returns {Promise<string>}
 * @throws {Error} for what is no .docx
 */
export async function markupOf(file) {
  const convertImage = mammoth.images.imgElement(async () => ({ src: "" }));
  const { value } = await mammoth.convertToHtml(/** @type {any} */ (file), {
    convertImage,
    styleMap: STYLES,
  });
  return value;
}
