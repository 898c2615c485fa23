// nutgraf/element with the WebAssembly inside.
import "./inline.js";

export * from "./element.js";
