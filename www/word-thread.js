// The thread that reads Word files: bytes in, `{ markup }` out, without it where they are no such file.
import { markupOf } from "../src/word/markup.js";

globalThis.addEventListener("message", async ({ data }) => {
  try {
    globalThis.postMessage({ markup: await markupOf({ arrayBuffer: data }) });
  } catch {
    globalThis.postMessage({});
  }
});
