/** @module nutgraf/summarizer */
export * from "../../pkg/summarizer.js";
