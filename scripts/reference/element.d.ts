/** @module nutgraf/element */
export * from "../../pkg/element.js";
