/** @module nutgraf/worker */
export * from "../../pkg/worker.js";
