// nutgraf/summarizer/auto with the WebAssembly and the worker inside.
import "./summarizer-bundled.js";
import "./summarizer-auto.js";
