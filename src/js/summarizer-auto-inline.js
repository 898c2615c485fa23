// nutgraf/summarizer/auto with the WebAssembly inside.
import "./inline.js";
import "./summarizer-auto.js";
