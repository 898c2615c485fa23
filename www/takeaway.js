// Ways out: the summary as text, Markdown, HTML and JSON.

/** @typedef {import("./nutgraf/index.js").Summary} Summary */

const line = (/** @type {string} */ text) => text.replace(/\s+/g, " ").trim();

/** @param {Summary} summary */
export function asText({ title, sentences, quotes }) {
  const parts = [
    title ? line(title.text) : "",
    sentences.map(({ text }) => line(text)).join("\n\n"),
    quotes.map(({ text, speaker }) => line(text) + (speaker ? ` — ${line(speaker.text)}` : "")).join("\n\n"),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/** @param {Summary} summary */
export function asMarkdown({ title, sentences, quotes }) {
  const plain = (/** @type {string} */ text) => line(text).replace(/[\\`*_{}[\]<>#|]/g, "\\$&");
  const quoted = quotes.map(
    ({ text, speaker }) => `> ${plain(text)}${speaker ? `\n>\n> — ${plain(speaker.text)}` : ""}`,
  );
  const parts = [
    title ? `# ${plain(title.text)}` : "",
    ...sentences.map(({ text }) => plain(text)),
    ...quoted,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/** @param {Summary} summary */
export function asHtml({ title, sentences, quotes }) {
  const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  const plain = (/** @type {string} */ text) =>
    line(text).replace(/[&<>"]/g, (sign) => entities[/** @type {keyof typeof entities} */ (sign)]);
  const quoted = quotes.map(
    ({ text, speaker }) =>
      `<blockquote><p>${plain(text)}</p>${speaker ? `<footer>— ${plain(speaker.text)}</footer>` : ""}</blockquote>`,
  );
  const parts = [
    title ? `<h1>${plain(title.text)}</h1>` : "",
    ...sentences.map(({ text }) => `<p>${plain(text)}</p>`),
  ];
  return `${[...parts, ...quoted].filter(Boolean).join("\n")}\n`;
}

/** @param {Summary} summary */
export function asJson(summary) {
  return `${JSON.stringify(summary, null, 2)}\n`;
}

/**
 * Puts a text on the clipboard; HTML also as such, so that it can be pasted into a document.
 * @param {string} text
 * @param {string | null} html
 */
export async function copy(text, html = null) {
  if (html === null) return navigator.clipboard.writeText(text);
  const item = new ClipboardItem({
    "text/plain": new Blob([text], { type: "text/plain" }),
    "text/html": new Blob([html], { type: "text/html" }),
  });
  return navigator.clipboard.write([item]);
}

/**
 * Saves a text as a file of the person's.
 * @param {string} name
 * @param {string} text
 * @param {string} type
 */
export function save(name, text, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
