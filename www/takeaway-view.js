// The ways to take a summary away: one button, and a menu of the other forms.
import { html, nothing } from "./lit.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./app.js").Actions} Actions */

/**
 * @param {State} state
 * @param {Actions} act
 */
export function takeawayView({ words, done }, act) {
  const item = (
    /** @type {string} */ id,
    /** @type {import("./words.js").Name} */ name,
    /** @type {() => void} */ chosen,
  ) => html`
    <li><button type="button" id=${id} @click=${(/** @type {Event} */ event) => act.choose(event, chosen)}>${words.say(name)}</button></li>
  `;
  return html`
    <div class="takeaway">
      <button type="button" id="copy" class="primary" @click=${() => act.copy("text")}>${words.say("copy")}</button>
      <details class="menu" id="more" @focusout=${act.leaveMenu} @keydown=${act.leaveMenu}>
        <summary aria-label=${words.say("more")} title=${words.say("more")}></summary>
        <ul role="list">
          ${item("copy-markdown", "copyMarkdown", () => act.copy("markdown"))}
          ${item("copy-html", "copyHtml", () => act.copy("html"))}
          ${item("save-markdown", "saveMarkdown", () => act.save("md"))}
          ${item("save-json", "saveJson", () => act.save("json"))}
          ${item("print", "print", act.print)}
          ${item("link", "copyLink", act.copyLink)}
          ${"share" in navigator ? item("share", "share", act.share) : nothing}
        </ul>
      </details>
      <span id="done" role="status">${done ? words.say(done.name, done.values) : ""}</span>
    </div>
  `;
}
