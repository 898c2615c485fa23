// nutgraf/batch with the WebAssembly inside.
import "./inline.js";

export * from "./batch.js";
