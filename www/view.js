// From the state to the page.
import { articleSection, fileButton, paper } from "./article-section.js";
import { html, nothing } from "./lit.js";
import { summaryView } from "./summary-view.js";
import { LANGUAGES } from "./words.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./app.js").Actions} Actions */

/**
 * @param {State} state
 * @param {Actions} act
 * @param {{ article: HTMLElement, strip: HTMLElement, bookmarklet: string }} parts
 */
export function view(state, act, parts) {
  const { mode, words, summary } = state;
  return html`
    <header>
      <h1>nutgraf</h1>
      ${mode === "empty" ? html`<p>${words.say("tagline")}</p>` : tools(state, act)}
    </header>
    ${news(state, act)}
    <main class=${mode}>
      ${summaryView(state, act)}
      ${paper(state, act)}
      ${mode === "reading" && summary ? articleSection(state, act, parts) : nothing}
    </main>
    ${footer(state, act, parts.bookmarklet)}
  `;
}

/**
 * @param {State} state
 * @param {Actions} act
 */
function tools({ mode, words }, act) {
  return html`
    <div class="tools" role="toolbar" aria-label=${words.say("article")}>
      ${
        mode === "reading"
          ? html`<button type="button" id="edit" @click=${act.edit}>${words.say("edit")}</button>`
          : html`<button type="button" id="finish" class="primary" @click=${act.finish}>${words.say("finish")}</button>`
      }
      <button type="button" id="new" @click=${act.renew}>${words.say("renew")}</button>
      ${fileButton(words, act)}
    </div>
  `;
}

/**
 * What happened to the page itself: a new article with the way back, a new version.
 * @param {State} state
 * @param {Actions} act
 */
function news({ words, before, fresh, mode }, act) {
  return html`
    <div id="news" role="status">
      ${
        before
          ? html`<p>${mode === "empty" ? nothing : words.say("replaced")}
            <button type="button" id="undo" @click=${act.undo}>${words.say("undo")}</button></p>`
          : nothing
      }
      ${
        fresh
          ? html`<p>${words.say("update")} <button type="button" id="reload" @click=${act.reload}>${words.say("reload")}</button></p>`
          : nothing
      }
    </div>
  `;
}

/**
 * @param {State} state
 * @param {Actions} act
 * @param {string} bookmarklet
 */
function footer({ words, keepsDraft, keepsLanguage }, act, bookmarklet) {
  const box = (
    /** @type {string} */ id,
    /** @type {import("./words.js").Name} */ name,
    /** @type {boolean} */ checked,
    /** @type {() => void} */ change,
  ) => html`
    <label class="check"><input type="checkbox" id=${id} .checked=${checked} @change=${change} />${words.say(name)}</label>
  `;
  return html`
    <footer>
      <details id="privacy">
        <summary>${words.say("privacy")}</summary>
        <p>${words.say("privacyText")}</p>
        ${box("keep", "keepDraft", keepsDraft, act.switchDraft)}
        ${box("keep-language", "keepLanguage", keepsLanguage, act.switchKeptLanguage)}
      </details>
      <details id="help">
        <summary>${words.say("help")}</summary>
        <p>${words.say("helpText")}</p>
        <p>${words.say("bookmarkletText")} <a id="bookmarklet" href=${bookmarklet} @click=${act.nothing}>${words.say("bookmarklet")}</a></p>
      </details>
      <label class="language">${words.say("language")}
        <select id="language" @change=${act.setLanguage}>
          ${Object.entries(LANGUAGES).map(
            ([tag, name]) =>
              html`<option value=${tag} lang=${tag} ?selected=${tag === words.tag}>${name}</option>`,
          )}
        </select>
      </label>
    </footer>
  `;
}
