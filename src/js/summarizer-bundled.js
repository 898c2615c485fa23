// nutgraf/summarizer with the WebAssembly and the worker inside, for bundlers that keep no files beside.
import "./inline.js";
import "./worker-inline.js";

export * from "./summarizer.js";
