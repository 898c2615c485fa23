// Ways out: the summary as text, Markdown, HTML and JSON.
import { escaped } from "./nutgraf/markdown.js";
import { shownQuotation, shownSpeaker, shownText } from "./nutgraf/shown.js";

/** @typedef {import("./nutgraf/index.js").Summary} Summary */

/**
 * What is copied of a summary: what the page shows.
 * @typedef {object} Shown
 * @property {boolean} antecedents Whether it says what opening words stand for.
 */

const line = (/** @type {string} */ text) => text.replace(/\s+/g, " ").trim();

/** The keywords on one line. @param {Summary} summary */
const keywordLine = ({ keywords }) => keywords.map(({ text }) => line(text)).join(" · ");

/**
 * A summary's sentences as they are shown, under the headings that a longer one is grouped by.
 * @param {Summary} summary
 * @param {Shown} shown
 * @returns {{ heading: string, sentences: string[] }[]}
 */
function sections(summary, { antecedents }) {
  const { language } = summary;
  return grouped(summary.sentences).map(({ heading, sentences }) => ({
    heading: line(heading),
    sentences: sentences.map((sentence) => shownText(sentence, { antecedents, language })),
  }));
}

/** The sentences from which on a summary is grouped under the text's headings. */
const LONG = 5;

/**
 * Sentences under the headings of their sections; all under none where the summary is short or has one section alone.
 * @param {Summary["sentences"]} sentences
 */
export function grouped(sentences) {
  /** @type {{ heading: string, start: number, sentences: Summary["sentences"] }[]} */
  const groups = [];
  for (const sentence of sentences) {
    const start = sentence.section?.start ?? -1;
    const last = groups.at(-1);
    if (last?.start === start) last.sentences.push(sentence);
    else groups.push({ heading: sentence.section?.text ?? "", start, sentences: [sentence] });
  }
  const worth = sentences.length >= LONG && groups.length > 1;
  return worth ? groups : [{ heading: "", start: -1, sentences }];
}

/**
 * @param {Summary} summary
 * @param {Shown} shown
 */
export function asText(summary, shown) {
  const { title, quotes } = summary;
  const parts = [
    title ? line(title.text) : "",
    ...sections(summary, shown).flatMap(({ heading, sentences }) => [heading, sentences.join("\n\n")]),
    quotes
      .map((quote) => shownQuotation(quote) + (quote.speaker ? ` — ${shownSpeaker(quote)}` : ""))
      .join("\n\n"),
    keywordLine(summary),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/**
 * @param {Summary} summary
 * @param {Shown} shown
 */
export function asMarkdown(summary, shown) {
  const { title, quotes } = summary;
  const plain = (/** @type {string} */ text) => escaped(line(text));
  const quoted = quotes.map(
    (quote) =>
      `> ${plain(shownQuotation(quote))}${quote.speaker ? `\n>\n> — ${plain(shownSpeaker(quote))}` : ""}`,
  );
  const parts = [
    title ? `# ${plain(title.text)}` : "",
    ...sections(summary, shown).flatMap(({ heading, sentences }) => [
      heading ? `## ${plain(heading)}` : "",
      ...sentences.map(plain),
    ]),
    ...quoted,
    plain(keywordLine(summary)),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/**
 * @param {Summary} summary
 * @param {Shown} shown
 */
export function asHtml(summary, shown) {
  const { title, quotes } = summary;
  const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  const plain = (/** @type {string} */ text) =>
    line(text).replace(/[&<>"]/g, (sign) => entities[/** @type {keyof typeof entities} */ (sign)]);
  const quoted = quotes.map(
    (quote) =>
      `<blockquote><p>${plain(shownQuotation(quote))}</p>${quote.speaker ? `<footer>— ${plain(shownSpeaker(quote))}</footer>` : ""}</blockquote>`,
  );
  const parts = [
    title ? `<h1>${plain(title.text)}</h1>` : "",
    ...sections(summary, shown).flatMap(({ heading, sentences }) => [
      heading ? `<h2>${plain(heading)}</h2>` : "",
      ...sentences.map((sentence) => `<p>${plain(sentence)}</p>`),
    ]),
  ];
  const keywords = summary.keywords.length > 0 ? `<p>${plain(keywordLine(summary))}</p>` : "";
  return `${[...parts, ...quoted, keywords].filter(Boolean).join("\n")}\n`;
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
