// The page: a text comes in, a summary goes out, and nothing leaves the machine.

import { ArticleView } from "./article-view.js";
import { analyze, init } from "./nutgraf/index.js";
import { NEWS } from "./samples.js";

/** @typedef {import("./nutgraf/index.js").Analysis} Analysis */
/** @typedef {import("./nutgraf/index.js").Summary} Summary */
/** @typedef {import("./nutgraf/index.js").Quotation} Quotation */

/** How long typing rests before it is summarized, in milliseconds; a paste does not wait. */
const TYPING_PAUSE = 200;

/** The most sentences that the slider offers. */
const LONGEST_SUMMARY = 40;

/**
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
function byId(id, type) {
  const element = document.getElementById(id);
  if (element instanceof type) return element;
  throw new Error(`the page has no ${type.name} "${id}"`);
}

const text = byId("text", HTMLTextAreaElement);
const problem = byId("problem", HTMLElement);
const status = byId("status", HTMLElement);
const length = byId("length", HTMLInputElement);
const article = new ArticleView(byId("article", HTMLElement));

/** The analysis of what the text area holds. @type {Analysis | null} */
let analysis = null;

/** Counts the texts, so that only the newest one's result is shown. */
let newest = 0;

/** Analyses the text area's text and shows its summary. */
async function refresh() {
  const turn = ++newest;
  const { value } = text;
  if (value.trim() === "") return show(null, "");
  try {
    const fresh = await analyze(value);
    if (turn !== newest) return fresh.free();
    const summary = fresh.summarize();
    if (summary.sentences.length === 0) {
      fresh.free();
      return show(null, "There are no words to summarize in this text. Paste an article in words.");
    }
    show(fresh, "");
    article.show(value);
    offerLengths(summary);
    render(summary);
  } catch (error) {
    if (turn === newest) show(null, explain(error));
  }
}

/**
 * Takes an analysis in place of the last one, or a message in place of both.
 * @param {Analysis | null} fresh
 * @param {string} message
 */
function show(fresh, message) {
  analysis?.free();
  analysis = fresh;
  problem.textContent = message;
  byId("result", HTMLElement).hidden = fresh === null;
  byId("article-section", HTMLElement).hidden = fresh === null;
}

/**
 * What a person can do about an error.
 * @param {unknown} error
 */
function explain(error) {
  const { code, message } = /** @type {{ code?: string, message: string }} */ (error);
  if (code === "text-too-long") {
    return "This text is too long: nutgraf reads up to 64 MiB. Your text is kept; shorten it, or paste a part.";
  }
  if (code === "not-loaded") {
    return "The summarizer could not be loaded. Your text is kept; check your connection and reload the page.";
  }
  return `Something went wrong: ${message}. Your text is kept; reload the page and paste it again.`;
}

/**
 * Sets the slider to the length that was chosen for the text.
 * @param {Summary} summary
 */
function offerLengths({ sentences, statistics }) {
  const most = Math.max(1, Math.min(statistics.sentences, LONGEST_SUMMARY));
  length.max = String(most);
  length.value = String(sentences.length);
}

/** @param {Summary} summary */
function render({ title, sentences, quotes, keywords, statistics }) {
  const share = Math.round(100 * statistics.compressionRatio);
  const saved = Math.round(statistics.savedSeconds / 60);
  const savedTime = saved > 0 ? `, saves ${saved} min of reading` : "";
  status.textContent = `${sentences.length} of ${statistics.sentences} sentences, ${share} % of the text${savedTime}`;
  length.setAttribute(
    "aria-valuetext",
    `${sentences.length} ${sentences.length === 1 ? "sentence" : "sentences"}`,
  );
  byId("title", HTMLElement).textContent = title?.text ?? "";
  byId("sentences", HTMLElement).replaceChildren(
    ...sentences.map((sentence) => element("li", sentence.text)),
  );
  byId("quotes", HTMLElement).replaceChildren(...quotes.map(pullQuote));
  byId("quotes-section", HTMLElement).hidden = quotes.length === 0;
  byId("keywords", HTMLElement).replaceChildren(...keywords.map((keyword) => element("li", keyword.text)));
  byId("keywords-section", HTMLElement).hidden = keywords.length === 0;
  article.mark("nutgraf-summary", sentences);
  article.mark("nutgraf-quote", quotes);
}

/** @param {Quotation} quote */
function pullQuote(quote) {
  const figure = element("figure");
  figure.append(element("blockquote", quote.text));
  if (quote.speaker) figure.append(element("figcaption", quote.speaker.text));
  return figure;
}

/**
 * An element with text, never markup.
 * @param {string} name
 * @param {string} [content]
 */
function element(name, content = "") {
  const made = document.createElement(name);
  made.textContent = content;
  return made;
}

let pause = 0;
text.addEventListener("input", (event) => {
  clearTimeout(pause);
  const typed =
    event instanceof InputEvent && /^(insertText|deleteContent|insertLineBreak)/.test(event.inputType);
  if (typed) pause = window.setTimeout(refresh, TYPING_PAUSE);
  else refresh();
});

length.addEventListener("input", () => {
  if (analysis) render(analysis.summarize({ sentences: length.valueAsNumber }));
});

byId("sample", HTMLButtonElement).addEventListener("click", () => {
  text.value = NEWS;
  refresh();
});

byId("clear", HTMLButtonElement).addEventListener("click", () => {
  text.value = "";
  refresh();
  text.focus();
});

// The first paste should not wait for the module, and a reload may bring a text back.
init().then(refresh, (error) => show(null, explain(error)));
