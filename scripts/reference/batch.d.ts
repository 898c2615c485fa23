/** @module nutgraf/batch */
export * from "../../pkg/batch.js";
