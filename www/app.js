// The page: a text comes in, a summary goes out, and nothing leaves the machine. Events change the one state, and the
// view follows from it.
import { ArticleView } from "./article-view.js";
import { edited, inserted } from "./edit.js";
import {
  bookmarklet,
  fileArticle,
  fromFragment,
  IntakeError,
  markdownArticle,
  pastedArticle,
} from "./intake.js";
import * as kept from "./kept.js";
import { render } from "./lit.js";
import { isMarkdown } from "./markdown.js";
import { newestWins } from "./nutgraf/worker.js";
import { installOffline } from "./offline.js";
import { initialState, lengths } from "./state.js";
import { Strip } from "./strip.js";
import * as takeaway from "./takeaway.js";
import { view } from "./view.js";
import { LANGUAGES, languageOf, Words } from "./words.js";
import { Work } from "./work.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./intake.js").Article} Article */
/** @typedef {import("./nutgraf/index.js").Place} Place */

/** How long typing rests before it is summarized, in milliseconds; a paste does not wait. */
const TYPING_PAUSE = 200;

/** The pages from which on a file is called long. */
const LONG_FILE = 200;

const keptLanguage = kept.load("language");
const state = initialState(await Words.load(languageOf([keptLanguage ?? "", ...navigator.languages])));
state.keepsLanguage = keptLanguage !== null;
const work = new Work(state, change);
const article = new ArticleView();
const strip = new Strip(
  (offset) => article.scrollTo(offset, "instant"),
  (share) => state.words.say("mapPlace", { share: state.words.percent(share) }),
);
const parts = {
  article: article.element,
  strip: strip.element,
  bookmarklet: bookmarklet(location.href.split(/[#?]/, 1)[0] ?? ""),
};

/** What the article and the strip show, so that only what has changed is made anew. @type {Partial<State>} */
let painted = {};

/** @param {Partial<State>} changes */
function change(changes) {
  Object.assign(state, changes);
  render(view(state, actions, parts), document.body);
  paint();
}

/** Shows in the article and the strip what lit does not: they are too large to be made anew. */
function paint() {
  const { words, blocks, summary, scores, occurrences, heat, jumped, mode } = state;
  const has = (/** @type {(keyof State)[]} */ ...names) =>
    names.some((name) => state[name] !== painted[name]);
  if (has("words")) {
    document.documentElement.lang = words.tag;
    document.documentElement.dir = words.direction;
    strip.element.setAttribute("aria-label", words.say("map"));
  }
  if (mode !== "reading" || !summary) return;
  const shown = has("blocks", "mode");
  if (shown) article.show(state.article.text, blocks, summary.language);
  const { sentences, quotes } = summary;
  if (shown || has("summary")) {
    article.mark("nutgraf-summary", sentences);
    article.mark("nutgraf-quote", quotes);
  }
  if (shown || has("occurrences")) article.mark("nutgraf-term", occurrences);
  if (shown || has("jumped")) article.mark("nutgraf-shown", jumped ? [jumped] : []);
  if (shown || has("heat", "scores")) {
    document.documentElement.classList.toggle("heat", heat);
    article.heat(heat ? scores : []);
  }
  if (shown || has("summary", "scores", "occurrences")) {
    strip.show({ length: state.article.text.length, scores, sentences, quotes, occurrences });
    strip.look(article.inView());
  }
  painted = { ...state };
}

/** Where Esc and "Back" lead. @type {HTMLElement | null} */
let origin = null;

/** The typing that is still to be summarized. */
let pause = 0;

/** @param {string} id */
const byId = (id) => document.getElementById(id);

/** @param {string} id */
function toFocus(id) {
  byId(id)?.focus({ preventScroll: true });
}

/** What the person copied or saved. @param {import("./state.js").Message} done */
function say(done) {
  change({ done });
}

/**
 * Reads an article in place of the one before, which undo brings back.
 * @param {Article} next
 */
async function read(next) {
  clearTimeout(pause);
  const before = state.article.text.trim() === "" ? null : state.article;
  await work.take(next, "reading");
  change({ before, done: null });
  if (state.keepsDraft) keepDraft();
  if (state.mode === "reading") {
    scrollTo({ top: 0 });
    toFocus("summary-heading");
  }
}

/** What reads a file or a text, until it has or until the person cancels. */
let file = new AbortController();

/** @typedef {(signal: AbortSignal, progress: import("./intake.js").Progress) => Promise<Article>} Intake */

const take = newestWins(async (newer, /** @type {Intake} */ intake) => {
  file = new AbortController();
  const signal = AbortSignal.any([newer, file.signal]);
  const progress = (/** @type {number} */ page, /** @type {number} */ pages) =>
    change({
      busy: {
        message: { name: pages < LONG_FILE ? "page" : "longFile", values: { page, pages } },
        file: true,
        share: page / pages,
      },
    });
  change({ problem: null, busy: { message: { name: "busy" }, file: true } });
  try {
    const found = await intake(signal, progress);
    signal.throwIfAborted();
    change({ busy: null });
    await read(found);
  } catch (error) {
    if (signal.aborted) return;
    const values = { message: String(error) };
    change({
      problem: error instanceof IntakeError ? error.words : { name: "wentWrong", values },
      busy: null,
    });
  }
});

/** @param {File | undefined} chosen */
const open = (chosen) => chosen && take((signal, progress) => fileArticle(chosen, signal, progress));

/** What was pasted or comes from a link, and is Markdown perhaps. The newest wins. @param {Article} article */
function receiveText(article) {
  file.abort();
  if (article.blocks || !isMarkdown(article.text)) return read(article);
  return take((signal) => markdownArticle(article.text, signal));
}

function keepDraft() {
  if (!kept.keep("draft", state.keepsDraft ? state.article.text : null))
    change({ problem: { name: "draftTooLong" } });
}

/** @param {Event} event */
const fieldOf = (event) => /** @type {HTMLInputElement} */ (event.target);

/** What a person can do. */
const actions = {
  /** @param {Event} event */
  open(event) {
    const field = fieldOf(event);
    open(field.files?.[0]);
    field.value = ""; // the same file may be chosen again
  },
  /** @param {string} text */
  sample: (text) => read({ text }),
  /** @param {Event} event */
  type(event) {
    const { value } = fieldOf(event);
    clearTimeout(pause);
    const next = edited(state.article, value);
    change({ mode: "editing", article: next });
    if (state.keepsDraft) keepDraft();
    pause = window.setTimeout(() => work.take(next, "editing"), TYPING_PAUSE);
  },
  /**
   * A paste over all is a new article; one into the text is put there.
   * @param {ClipboardEvent} event
   */
  pasteInto(event) {
    const pasted = pastedArticle(event.clipboardData);
    const { selectionStart, selectionEnd, value } = /** @type {HTMLTextAreaElement} */ (event.target);
    if (selectionEnd - selectionStart < value.length) {
      if (!pasted.blocks) return; // the browser's own way, with its undo
      event.preventDefault();
      work.take(inserted(state.article, selectionStart, selectionEnd, pasted), "editing");
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    receive(event.clipboardData, pasted);
  },
  edit() {
    const at = article.caret() ?? article.inView().start;
    change({ mode: "editing", before: null });
    const text = /** @type {HTMLTextAreaElement} */ (byId("text"));
    text.focus({ preventScroll: true });
    text.setSelectionRange(at, at);
    // The line of the caret stands where the eye was.
    text.scrollTop = (at / Math.max(1, text.value.length)) * text.scrollHeight - text.clientHeight / 3;
  },
  async finish() {
    clearTimeout(pause);
    await work.take(state.article, "reading");
    toFocus("summary-heading");
  },
  renew() {
    clearTimeout(pause);
    const before = state.article;
    work.take({ text: "" }, "empty");
    change({ before: before.text.trim() === "" ? null : before, problem: null });
    if (state.keepsDraft) keepDraft();
    toFocus("text");
  },
  undo() {
    if (state.before) read(state.before);
  },
  cancel() {
    file.abort();
    if (!state.busy?.file) work.cancel();
    else change({ busy: null, problem: { name: "cancelled" } });
  },
  /** @param {Event} event */
  setLength(event) {
    change({ length: fieldOf(event).valueAsNumber });
    work.choose();
  },
  /** @param {Event} event */
  setUnit(event) {
    const unit = /** @type {State["unit"]} */ (fieldOf(event).value);
    if (state.summary) change(lengths(unit, state.summary));
  },
  /** @param {string} query */
  focus(query) {
    change({ query });
    work.choose();
  },
  /**
   * Shows a place in the article; the focus goes there and comes back.
   * @param {Event} event
   * @param {Place} place
   */
  async jump(event, place) {
    event.preventDefault();
    origin = /** @type {HTMLElement} */ (event.currentTarget);
    if (state.mode === "editing") await work.take(state.article, "reading");
    change({ jumped: place });
    article.reveal(place);
    toFocus("back");
  },
  back() {
    if (!state.jumped) return;
    change({ jumped: null });
    const target = origin?.isConnected ? origin : byId("summary-heading");
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: "nearest" });
  },
  switchHeat: () => change({ heat: !state.heat }),
  switchAntecedents: () => change({ antecedents: !state.antecedents }),
  switchDraft() {
    change({ keepsDraft: !state.keepsDraft });
    keepDraft();
  },
  switchKeptLanguage() {
    change({ keepsLanguage: !state.keepsLanguage });
    kept.keep("language", state.keepsLanguage ? state.words.tag : null);
  },
  /** @param {Event} event */
  async setLanguage(event) {
    const tag = /** @type {keyof typeof LANGUAGES} */ (fieldOf(event).value);
    change({ words: await Words.load(tag) });
    if (state.keepsLanguage) kept.keep("language", tag);
  },
  /**
   * Something in the menu of forms: the menu closes.
   * @param {Event} event
   * @param {() => void} chosen
   */
  choose(event, chosen) {
    const menu = /** @type {HTMLElement} */ (event.currentTarget).closest("details");
    menu?.removeAttribute("open");
    menu?.querySelector("summary")?.focus({ preventScroll: true });
    chosen();
  },
  /** The menu closes where the focus leaves it, and by Esc. @param {Event} event */
  leaveMenu(event) {
    const menu = /** @type {HTMLDetailsElement} */ (event.currentTarget);
    if (event instanceof FocusEvent && menu.contains(/** @type {Node | null} */ (event.relatedTarget)))
      return;
    if (event instanceof KeyboardEvent && event.key !== "Escape") return;
    if (event instanceof KeyboardEvent) menu.querySelector("summary")?.focus({ preventScroll: true });
    menu.removeAttribute("open");
  },
  /** @param {"text" | "markdown" | "html"} form */
  async copy(form) {
    const { summary, antecedents, words } = state;
    if (!summary) return;
    const as = form === "markdown" ? takeaway.asMarkdown : takeaway.asText;
    const html = form === "html" ? takeaway.asHtml(summary, { antecedents }) : null;
    const name = { text: words.say("plainText"), markdown: "Markdown", html: "HTML" }[form];
    await takeaway.copy(as(summary, { antecedents }), html).then(
      () => say({ name: "copied", values: { form: name } }),
      () => say({ name: "notCopied" }),
    );
  },
  /** @param {"md" | "json"} form */
  save(form) {
    const { summary, antecedents } = state;
    if (!summary) return;
    const name = `summary.${form}`;
    if (form === "json") takeaway.save(name, takeaway.asJson(summary), "application/json");
    else takeaway.save(name, takeaway.asMarkdown(summary, { antecedents }), "text/markdown");
    say({ name: "saved", values: { name } });
  },
  print: () => print(),
  async copyLink() {
    const address = new URL(location.href);
    address.hash = `length=${state.length}&unit=${state.unit}`;
    await takeaway.copy(address.href).then(
      () => say({ name: "linkCopied" }),
      () => say({ name: "notCopied" }),
    );
  },
  share() {
    const { summary, antecedents } = state;
    // The person may change their mind.
    if (summary) navigator.share({ text: takeaway.asText(summary, { antecedents }) }).catch(() => {});
  },
  openPrivacy: () => byId("privacy")?.setAttribute("open", ""),
  /** A new version takes over, and the page with it: no old file meets a new one. */
  reload: () => state.fresh?.postMessage("take over"),
  /** @param {Event} event */
  nothing: (event) => event.preventDefault(),
};

/** @typedef {typeof actions} Actions */

/**
 * What was pasted or dropped: a file, or an article.
 * @param {DataTransfer | null} data
 * @param {Article} [pasted]
 */
function receive(data, pasted = pastedArticle(data)) {
  if (data?.files.length) return open(data.files[0]);
  return pasted.text.trim() === "" ? undefined : receiveText(pasted);
}

/** Whether what has the focus takes text by itself. @param {EventTarget | null} target */
function isField(target) {
  return (
    target instanceof HTMLElement &&
    target.closest("textarea, input, select, button, a, summary, [role=slider]") !== null
  );
}

document.addEventListener("paste", (event) => {
  if (event.target instanceof HTMLTextAreaElement) return;
  event.preventDefault();
  receive(event.clipboardData);
});
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  receive(event.dataTransfer);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") actions.back();
  const command = event.ctrlKey || event.metaKey;
  if (isField(event.target)) return;
  if (command && event.key.toLowerCase() === "z" && state.before) {
    event.preventDefault();
    actions.undo();
  }
  // Typing is editing: the letter goes where the caret is put.
  if (state.mode === "reading" && !command && !event.altKey && event.key.length === 1 && event.key !== " ")
    actions.edit();
});
for (const name of ["scroll", "resize"]) {
  addEventListener(
    name,
    () => requestAnimationFrame(() => state.mode === "reading" && strip.look(article.inView())),
    {
      passive: true,
    },
  );
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => strip.draw());

/** Links may come while the page is open. */
window.addEventListener("hashchange", follow);

function follow() {
  const { text, length, unit } = fromFragment(location.hash);
  work.asked = { length, unit };
  if (text) receiveText({ text });
  return Boolean(text);
}

change({});
work.load();
const draft = kept.load("draft");
if (draft !== null) change({ keepsDraft: true });
if (!follow() && draft) read({ text: draft });
// Without it the page works as well, while there is a network.
installOffline(
  state.words.tag,
  (text) => read({ text }),
  (fresh) => change({ fresh }),
).catch(() => {});
