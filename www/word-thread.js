// The thread that reads Word files: bytes in, `{ markup }` out, without it where they are no such file.
import { convertToHtml, images } from "mammoth";

/** The name and the bytes of a picture are nothing to a summary. */
const WITHOUT_PICTURES = { convertImage: images.imgElement(async () => ({ src: "" })) };

globalThis.onmessage = async ({ data }) => {
  try {
    const { value } = await convertToHtml({ arrayBuffer: data }, WITHOUT_PICTURES);
    globalThis.postMessage({ markup: value });
  } catch {
    globalThis.postMessage({});
  }
};
