// lit-html, as one file of the page: templates that keep their nodes, by the page's Trusted Types.
export { html, nothing, render } from "lit-html";
export { live } from "lit-html/directives/live.js";
export { repeat } from "lit-html/directives/repeat.js";
