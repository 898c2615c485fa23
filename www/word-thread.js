// The thread that reads Word files: bytes in, `{ markup }` out, else what is the matter with them.
import { markupOf, TooLarge } from "../src/word/markup.js";

globalThis.addEventListener("message", async ({ data }) => {
  try {
    globalThis.postMessage({ markup: await markupOf({ arrayBuffer: data }) });
  } catch (error) {
    globalThis.postMessage({ matter: error instanceof TooLarge ? "fileTooLarge" : "broken" });
  }
});
