// nutgraf/summarizer with the WebAssembly inside.
import "./inline.js";

export * from "./summarizer.js";
