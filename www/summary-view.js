// The summary: its sentences with their reasons, keywords, ways out and key quotes.
import { html, nothing, repeat } from "./lit.js";
import { shownPieces, shownQuotation, shownSpeaker } from "./nutgraf/shown.js";
import { grouped } from "./takeaway.js";
import { takeawayView } from "./takeaway-view.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./app.js").Actions} Actions */
/** @typedef {import("./words.js").Words} Words */
/** @typedef {import("./nutgraf/index.js").SummarySentence} SummarySentence */
/** @typedef {import("./nutgraf/index.js").Quotation} Quotation */

/** What position weighs at most. */
const FIRST_PLACE = 6;

/**
 * @param {State} state
 * @param {Actions} act
 */
export function summaryView(state, act) {
  const { summary, words } = state;
  if (!summary) return nothing;
  const { title, language, quotes, statistics } = summary;
  const lang = language === "und" ? "" : language;
  return html`
    <section id="result" class="summary" aria-labelledby="summary-heading">
      <div class="bar">
        <h2 id="summary-heading" tabindex="-1">${words.say("summary")}</h2>
        ${lengthView(state, act)}
      </div>
      <p id="status" role="status">${status(state)}</p>
      <p id="title" dir="auto" lang=${lang}>${title?.text.replace(/\s+/g, " ")}</p>
      <p class="printed">${words.say("printed", { date: words.date(new Date()) })}</p>
      <div id="sentences" dir="auto" lang=${lang}>${sentences(state, act)}</div>
      ${state.keywords.length > 0 ? keywordsView(state, act) : nothing}
      ${takeawayView(state, act)}
      ${
        summary.sentences.some((sentence) => sentence.antecedents.length > 0)
          ? html`<label class="check"><input type="checkbox" id="antecedents" .checked=${state.antecedents}
            @change=${act.switchAntecedents} />${words.say("antecedents")}</label>`
          : nothing
      }
      ${
        quotes.length > 0
          ? html`<section id="quotes" aria-labelledby="quotes-heading">
            <h2 id="quotes-heading">${words.say("quotes")}</h2>
            ${repeat(
              quotes,
              ({ start }) => start,
              (quote) => quoteView(quote, lang, state, act),
            )}
          </section>`
          : nothing
      }
      <p id="facts">${facts(language, statistics, words)}</p>
    </section>
  `;
}

/**
 * @param {State} state
 * @param {Actions} act
 */
function lengthView({ words, unit, length, longest, summary }, act) {
  const text = `${words.number(length)} ${words.say(unit)}, ${words.wordCount(summary?.statistics.summaryWords ?? 0)}`;
  const option = (/** @type {State["unit"]} */ each) =>
    html`<option value=${each} ?selected=${each === unit}>${words.say(each)}</option>`;
  return html`
    <span class="length">
      <label for="length" class="hidden">${words.say("length")}</label>
      <input type="range" id="length" min="1" step="1" max=${longest} .value=${String(length)} aria-valuetext=${text}
        @input=${act.setLength} />
      <select id="unit" aria-label=${words.say("unit")} @change=${act.setUnit}>
        ${option("sentences")} ${option("words")} ${option("ratio")}
      </select>
    </span>
  `;
}

/** @param {State} state */
function status({ summary, words, query }) {
  if (!summary) return "";
  const { sentences, statistics } = summary;
  const parts = [
    words.wordCount(statistics.summaryWords),
    words.say("shares", { shown: sentences.length, all: statistics.sentences }),
    words.percent(statistics.compressionRatio),
  ];
  return parts.join(" · ") + (query ? ` · ${words.say("onTerm", { term: query })}` : "");
}

/**
 * @param {string} language
 * @param {import("./nutgraf/index.js").Statistics} statistics
 * @param {Words} words
 */
function facts(language, { readingSeconds, savedSeconds, milliseconds }, words) {
  const short = words.duration(readingSeconds - savedSeconds);
  return [
    words.say("reading", { short, long: words.duration(readingSeconds) }),
    words.languageName(language),
    words.say("doneIn", { time: words.time(milliseconds, "millisecond", 1) }),
  ].join(" · ");
}

/**
 * The sentences, under the headings of a longer summary. Those that go are among them for a moment.
 * @param {State} state
 * @param {Actions} act
 */
function sentences(state, act) {
  const { summary, leaving } = state;
  const all = [...(summary?.sentences ?? []), ...leaving].sort((a, b) => a.start - b.start);
  return repeat(
    grouped(all),
    ({ start }) => start,
    ({ heading, sentences }) => html`
      ${heading ? html`<h3>${heading.replace(/\s+/g, " ")}</h3>` : nothing}
      <ol role="list">
        ${repeat(
          sentences,
          ({ start }) => start,
          (sentence) => sentenceView(sentence, leaving.includes(sentence), state, act),
        )}
      </ol>
    `,
  );
}

/**
 * @param {SummarySentence} sentence
 * @param {boolean} goes
 * @param {State} state
 * @param {Actions} act
 */
function sentenceView(sentence, goes, { words, antecedents, summary, arriving }, act) {
  const pieces = shownPieces(sentence, { antecedents, language: summary?.language ?? "und" });
  const shown = pieces.map(({ text, ours }) => (ours ? html`<span class="antecedent">${text}</span>` : text));
  return html`
    <li class=${goes ? "goes" : arriving.includes(sentence.start) ? "comes" : nothing} ?inert=${goes}>
      <div dir="auto">
        <a class="jump" href="#article" title=${words.say("show")}
          @click=${(/** @type {Event} */ event) => act.jump(event, sentence)}>${shown}</a>${whyView(sentence, words)}
      </div>
    </li>
  `;
}

/**
 * Why a sentence was chosen: a bar for each part of its score, and its terms.
 * @param {SummarySentence} sentence
 * @param {Words} words
 */
function whyView({ score, terms }, words) {
  const bar = (
    /** @type {import("./words.js").Name} */ name,
    /** @type {number} */ share,
    /** @type {string} */ meaning,
  ) => html`
    <dt>${words.say(name)}</dt>
    <dd><meter value=${share} aria-label=${`${words.say(name)}: ${meaning}`}></meter> ${meaning}</dd>
  `;
  const weight = { weight: words.number(score.position, 1), most: FIRST_PLACE };
  return html`
    <details class="why">
      <summary aria-label=${words.say("why")} title=${words.say("why")}></summary>
      <dl>
        ${bar("content", score.centrality, words.say("contentShare", { share: words.percent(score.centrality) }))}
        ${bar("place", score.position / FIRST_PLACE, words.say("placeWeight", weight))}
        ${bar("form", score.form, words.percent(score.form))}
      </dl>
      <p>${words.say("terms", { terms: terms.join(", ") || "–" })}</p>
    </details>
  `;
}

/**
 * @param {State} state
 * @param {Actions} act
 */
function keywordsView({ keywords, query, words }, act) {
  const chip = (/** @type {{ text: string }} */ { text }) => html`
    <li><button type="button" aria-pressed=${text === query} @click=${() => act.focus(text === query ? "" : text)}>${text.replace(/\s+/g, " ")}</button></li>
  `;
  return html`
    <ul id="keywords" role="list" aria-label=${words.say("keywords")}>
      ${repeat(keywords, ({ text }) => text, chip)}
    </ul>
  `;
}

/**
 * @param {Quotation} quote
 * @param {string} lang
 * @param {State} state
 * @param {Actions} act
 */
function quoteView(quote, lang, { words }, act) {
  return html`
    <figure dir="auto">
      <blockquote lang=${lang} dir="auto">
        <a class="jump" href="#article" title=${words.say("show")}
          @click=${(/** @type {Event} */ event) => act.jump(event, quote)}>${shownQuotation(quote)}</a>
      </blockquote>
      ${quote.speaker ? html`<figcaption dir="auto">${shownSpeaker(quote)}</figcaption>` : nothing}
    </figure>
  `;
}
