// The thread that reads Markdown: its source in, `{ markup }` out.
import { markupOf } from "../src/markdown/markup.js";

globalThis.addEventListener("message", ({ data }) => globalThis.postMessage({ markup: markupOf(data) }));
