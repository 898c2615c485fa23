// The article: where it is pasted, where it is read, and where it is edited.
import { html, live, nothing } from "./lit.js";
import { SAMPLES } from "./samples.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./app.js").Actions} Actions */

/** The files that can be opened. */
const FILES = ".txt,.md,.html,.htm,.pdf,.docx,text/plain,text/html,application/pdf";

/**
 * The place to paste, to type and to edit: one text area in all states, so that it keeps what is done in it.
 * @param {State} state
 * @param {Actions} act
 */
export function paper(state, act) {
  const { mode, words, article, problem, busy } = state;
  const empty = mode === "empty";
  return html`
    <section class="paper" aria-label=${mode === "reading" ? nothing : words.say("article")}>
      <div class="sheet" ?hidden=${mode === "reading"}>
        <label for="text" class=${empty ? "invitation" : "hidden"}>${words.say(empty ? "invitation" : "article")}</label>
        <p id="takes" ?hidden=${!empty}>${words.say("orDrop")}</p>
        <textarea id="text" spellcheck="false" autocomplete="off" dir="auto" aria-describedby="takes problem"
          .value=${live(mode === "editing" ? article.text : "")} @input=${act.type} @paste=${act.pasteInto}></textarea>
      </div>
      <p id="problem" role="alert">${problem ? words.say(problem.name, problem.values) : ""}</p>
      <div class="busy" id="busy" ?hidden=${!busy}>
        <p id="progress-text" role="status">${busy ? words.say(busy.message.name, busy.message.values) : ""}</p>
        <progress aria-labelledby="progress-text" max="1" value=${busy?.share ?? nothing}></progress>
        <button type="button" id="cancel" @click=${act.cancel}>${words.say("cancel")}</button>
      </div>
      ${empty ? welcome(state, act) : nothing}
    </section>
  `;
}

/**
 * @param {State} state
 * @param {Actions} act
 */
function welcome({ words }, act) {
  return html`
    <div class="welcome">
      ${fileButton(words, act)}
      <div class="samples" role="group" aria-labelledby="samples-label">
        <span id="samples-label">${words.say("samples")}</span>
        ${
          /** @type {const} */ (["news", "interview", "study", "minutes"]).map(
            (name) => html`<button type="button" class="quiet" data-sample=${name}
            @click=${() => act.sample(SAMPLES[name] ?? "")}>${words.say(name)}</button>`,
          )
        }
      </div>
      <p class="promise"><a href="#privacy" @click=${act.openPrivacy}>${words.say("promise")}</a></p>
    </div>
  `;
}

/**
 * @param {State["words"]} words
 * @param {Actions} act
 */
export function fileButton(words, act) {
  return html`
    <label class="file">${words.say("open")}<input type="file" id="file" accept=${FILES} @change=${act.open} /></label>
  `;
}

/**
 * The article as it is read.
 * @param {State} state
 * @param {Actions} act
 * @param {{ article: HTMLElement, strip: HTMLElement }} parts
 */
export function articleSection({ words, heat, query, jumped }, act, { article, strip }) {
  return html`
    <section class="article" id="article-section" aria-label=${words.say("article")} tabindex="-1">
      <div class="bar">
        <p class="legend" ?hidden=${heat}>
          <span class="summary-key">${words.say("summary")}</span>
          <span class="quote-key">${words.say("keyQuote")}</span>
          ${query ? html`<span class="term-key">${words.say("keyword")}</span>` : nothing}
        </p>
        <label class="check"><input type="checkbox" id="heat" .checked=${heat} @change=${act.switchHeat} />${words.say("heat")}</label>
      </div>
      ${article}
      <button type="button" id="back" ?hidden=${!jumped} @click=${act.back}>${words.say("back")}</button>
    </section>
    ${strip}
  `;
}
