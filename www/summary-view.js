// The summary: its sentences with their reasons, key quotes, keywords and facts.
import { button, byId, element } from "./dom.js";
import { shownPieces } from "./nutgraf/shown.js";
import { grouped } from "./takeaway.js";

/** @typedef {import("./nutgraf/index.js").Summary} Summary */
/** @typedef {import("./nutgraf/index.js").SummarySentence} SummarySentence */
/** @typedef {import("./nutgraf/index.js").Quotation} Quotation */
/** @typedef {import("./nutgraf/index.js").Place} Place */

/** What position weighs at most. */
const FIRST_PLACE = 6;

/**
 * @typedef {object} Actions
 * @property {(place: Place, from: HTMLElement) => void} jump Shows a place in the article.
 * @property {(term: string) => void} focus Focuses the summary on a term, or on nothing.
 */

/**
 * Shows a summary.
 * @param {Summary} summary
 * @param {{ query: string, antecedents: boolean }} shown The term that it is focused on, and whether it says what
 *   opening words stand for.
 * @param {Actions} actions
 */
export function render(
  { title, language, sentences, quotes, keywords, statistics },
  { query, antecedents },
  actions,
) {
  const share = Math.round(100 * statistics.compressionRatio);
  byId("status", HTMLElement).textContent =
    `${sentences.length} of ${statistics.sentences} sentences, ${share} % of the text${query ? `, on “${query}”` : ""}`;
  byId("facts", HTMLElement).textContent = facts(language, statistics);
  byId("title", HTMLElement).textContent = title?.text ?? "";
  const groups = grouped(sentences).flatMap(({ heading, sentences: those }) => {
    const list = element("ol");
    list.append(...those.map((sentence) => item(sentence, { antecedents, language }, actions)));
    return heading ? [element("h3", heading), list] : [list];
  });
  byId("sentences", HTMLElement).replaceChildren(...groups);
  byId("antecedents-label", HTMLElement).hidden = !sentences.some(
    (sentence) => sentence.antecedents.length > 0,
  );
  byId("quotes", HTMLElement).replaceChildren(...quotes.map((quote) => pullQuote(quote, actions)));
  byId("quotes-section", HTMLElement).hidden = quotes.length === 0;
  byId("keywords", HTMLElement).replaceChildren(
    ...keywords.map((keyword) => chip(keyword.text, query, actions)),
  );
  byId("keywords-section", HTMLElement).hidden = keywords.length === 0;
}

/**
 * @param {string} language
 * @param {Summary["statistics"]} statistics
 */
function facts(language, { readingSeconds, savedSeconds, milliseconds }) {
  const time = (/** @type {number} */ seconds) =>
    seconds < 60 ? `${Math.max(1, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`;
  const name =
    language === "und"
      ? "language unknown"
      : new Intl.DisplayNames(["en"], { type: "language" }).of(language);
  const reading = `${time(readingSeconds - savedSeconds)} to read instead of ${time(readingSeconds)}, saves ${time(savedSeconds)}`;
  return `${reading} · ${name} · done in ${milliseconds.toFixed(1)} ms`;
}

/**
 * @param {SummarySentence} sentence
 * @param {import("./nutgraf/shown.js").ShownOptions} shown
 * @param {Actions} actions
 */
function item(sentence, shown, actions) {
  const made = element("li");
  const jump = button("", () => actions.jump(sentence, jump));
  const pieces = shownPieces(sentence, shown);
  jump.append(...pieces.map(({ text, ours }) => (ours ? element("span", text, "antecedent") : text)));
  jump.className = "jump";
  jump.title = "Show it in the article";
  made.append(jump, why(sentence));
  return made;
}

/**
 * Why a sentence was chosen: a bar for each part of its score, and its terms.
 * @param {SummarySentence} sentence
 */
function why({ score, terms }) {
  const details = element("details", "", "why");
  details.append(element("summary", "Why"));
  /** @type {[string, number, string][]} */
  const parts = [
    ["What it says", score.centrality, `${Math.round(100 * score.centrality)} % of the best sentence`],
    ["Its place", score.position / FIRST_PLACE, `weighs ${score.position.toFixed(1)} of ${FIRST_PLACE}`],
    ["Its form", score.form, `${Math.round(100 * score.form)} %`],
  ];
  const list = element("dl");
  for (const [name, share, meaning] of parts) {
    const bar = document.createElement("meter");
    bar.value = share;
    bar.setAttribute("aria-label", `${name}: ${meaning}`);
    const value = element("dd");
    value.append(bar, ` ${meaning}`);
    list.append(element("dt", name), value);
  }
  details.append(list, element("p", `Its weightiest terms: ${terms.join(", ") || "none"}`));
  return details;
}

/**
 * @param {Quotation} quote
 * @param {Actions} actions
 */
function pullQuote(quote, actions) {
  const figure = element("figure");
  const jump = button(quote.text, () => actions.jump(quote, jump));
  jump.className = "jump";
  jump.title = "Show it in the article";
  const block = element("blockquote");
  block.dir = "auto";
  block.append(jump);
  figure.append(block);
  if (quote.speaker) figure.append(element("figcaption", quote.speaker.text));
  return figure;
}

/**
 * @param {string} term
 * @param {string} query
 * @param {Actions} actions
 */
function chip(term, query, actions) {
  const pressed = term === query;
  const made = button(term, () => actions.focus(pressed ? "" : term));
  made.setAttribute("aria-pressed", String(pressed));
  const listed = element("li");
  listed.append(made);
  return listed;
}
