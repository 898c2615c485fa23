// Trusted Types: the two places where the browser wants to know that a string may be used.

import { unstyled } from "./unstyled.js";

/** @typedef {{ createHTML: (markup: string) => any, createScriptURL: (url: string) => any }} Policy */

/** @type {{ createPolicy: (name: string, rules: object) => Policy } | undefined} */
const types = /** @type {any} */ (globalThis).trustedTypes;

/** What the page's own code may start, and nothing else. */
const OWN_SCRIPTS = [
  "nutgraf/worker-thread.js",
  "service-worker.js",
  "pdf/pdf.worker.min.mjs",
  "word-thread.js",
  "markdown-thread.js",
].map((path) => new URL(path, import.meta.url).href);

const policy = types?.createPolicy("nutgraf", {
  // Only for a document that is never shown and runs nothing.
  createHTML: (/** @type {string} */ markup) => markup,
  createScriptURL: (/** @type {string} */ url) => {
    if (OWN_SCRIPTS.includes(url)) return url;
    throw new TypeError(`${url} is no script of this page`);
  },
});

/** Whether a library is at work on a document that is never shown. */
let reading = false;
types?.createPolicy("default", {
  createHTML: (/** @type {string} */ markup) => (reading ? markup : null),
});

/**
 * A script of this page.
 * @param {string} path Relative to the page.
 */
export function ownScript(path) {
  const { href } = new URL(path, import.meta.url);
  return policy ? policy.createScriptURL(href) : href;
}

/**
 * Markup as a document that runs no script, loads nothing and is never shown.
 * @param {string} markup
 */
export function inertDocument(markup) {
  const plain = unstyled(markup);
  return new DOMParser().parseFromString(policy ? policy.createHTML(plain) : plain, "text/html");
}

/**
 * Lets a library write markup into a document that is never shown, while `work` runs.
 * @template T
 * @param {() => T} work
 * @returns {T}
 */
export function readingInert(work) {
  reading = true;
  try {
    return work();
  } finally {
    reading = false;
  }
}
