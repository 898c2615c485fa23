// Puts nutgraf's Summarizer where there is none.
import { Summarizer } from "./summarizer.js";

if (!("Summarizer" in globalThis)) {
  Object.defineProperty(globalThis, "Summarizer", { value: Summarizer, writable: true, configurable: true });
}
