// The page: a text comes in, a summary goes out, and nothing leaves the machine.
import { ArticleView } from "./article-view.js";
import { button, byId } from "./dom.js";
import * as draft from "./draft.js";
import { bookmarklet, fileArticle, fromFragment, pastedArticle } from "./intake.js";
import { Client, newestWins } from "./nutgraf/worker.js";
import { SAMPLES } from "./samples.js";
import { render } from "./summary-view.js";
import * as takeaway from "./takeaway.js";
import { ownScript } from "./trusted.js";

/** @typedef {import("./nutgraf/worker.js").WorkerAnalysis} WorkerAnalysis */
/** @typedef {import("./nutgraf/index.js").Summary} Summary */
/** @typedef {import("./nutgraf/index.js").Place} Place */
/** @typedef {import("./intake.js").Article} Article */
/** @typedef {"sentences" | "words" | "ratio"} Unit */

/** How long typing rests before it is summarized, in milliseconds; a paste does not wait. */
const TYPING_PAUSE = 200;

/** How long work may take before its progress is shown, in milliseconds. */
const PATIENCE = 300;

/** The most that the slider offers in each unit; sentences and words also end with the text. */
const LONGEST = { sentences: 40, words: 600, ratio: 100 };

/** A worker that rests keeps its module: starting it again would cost a request. */
const IDLE_MILLISECONDS = 2 ** 31 - 1;

const client = new Client({
  idleMilliseconds: IDLE_MILLISECONDS,
  start: () => new Worker(ownScript("nutgraf/worker-thread.js"), { type: "module", name: "nutgraf" }),
});

const text = byId("text", HTMLTextAreaElement);
const problem = byId("problem", HTMLElement);
const length = byId("length", HTMLInputElement);
const unit = byId("unit", HTMLSelectElement);
const keep = byId("keep", HTMLInputElement);
const heat = byId("heat", HTMLInputElement);
const antecedents = byId("antecedents", HTMLInputElement);
const undo = byId("undo", HTMLButtonElement);
const back = byId("back", HTMLButtonElement);
const article = new ArticleView(byId("article", HTMLElement));

/** The analysis of what the text area holds, and what is shown of it. */
const shown = {
  /** @type {WorkerAnalysis | null} */ analysis: null,
  /** @type {Summary | null} */ summary: null,
  query: "",
};

/** What markup told of the text that came last: it holds while the text is the same. @type {Article} */
let read = { text: "" };

/** The length that a link asks for, until it was given once. */
let asked = fromFragment(location.hash);

/** Analyses the text area's text and shows its summary. */
const refresh = newestWins(async (signal) => {
  const { value } = text;
  if (keep.checked && !draft.keep(value)) say("This text is too long to be kept as a draft.");
  if (value.trim() === "") return show(null, "");
  const busy = byId("busy", HTMLElement);
  const patience = setTimeout(() => {
    busy.hidden = false;
  }, PATIENCE);
  try {
    const analysis = await client.analyze(value, {
      signal,
      blocks: value === read.text ? read.blocks : undefined,
    });
    const summary = await analysis.summarize(wanted(), { signal });
    if (summary.sentences.length === 0) {
      analysis.free();
      return show(null, "There are no words to summarize in this text. Paste an article in words.");
    }
    show(analysis, "");
    article.show(value);
    offerLengths(summary);
    present(summary);
    if (heat.checked) await showHeat();
  } catch (error) {
    if (!isAbort(error)) show(null, explain(error));
  } finally {
    clearTimeout(patience);
    if (!signal.aborted) busy.hidden = true;
  }
});

/** Chooses anew from the analysis: another length, another focus. */
const choose = newestWins(async (signal) => {
  const { analysis, query } = shown;
  if (!analysis) return;
  try {
    const summary = await analysis.summarize({ ...budget(), query }, { signal });
    const places = query ? await analysis.occurrences(query) : [];
    if (signal.aborted) return;
    present(summary);
    article.mark("nutgraf-term", places);
  } catch (error) {
    if (!isAbort(error)) show(null, explain(error));
  }
});

/** What a link asks for, or a length that suits the text. */
function wanted() {
  if (!asked.length) return {};
  if (asked.unit === "words" || asked.unit === "ratio") unit.value = asked.unit;
  const value = asked.unit === "ratio" ? asked.length / 100 : asked.length;
  return { [unit.value]: value };
}

/** The length that the slider stands at. */
function budget() {
  const value = length.valueAsNumber;
  return { [unit.value]: unit.value === "ratio" ? value / 100 : value };
}

/**
 * Takes an analysis in place of the last one, or a message in place of both.
 * @param {WorkerAnalysis | null} analysis
 * @param {string} message
 */
function show(analysis, message) {
  shown.analysis?.free();
  shown.analysis = analysis;
  shown.query = "";
  problem.textContent = message;
  byId("busy", HTMLElement).hidden = true;
  byId("result", HTMLElement).hidden = analysis === null;
  byId("article-section", HTMLElement).hidden = analysis === null;
  back.hidden = true;
}

/** What is copied is what is shown. */
function asShown() {
  return { antecedents: antecedents.checked };
}

/** @param {Summary} summary */
function present(summary) {
  // What has the focus is made anew: its successor takes it over.
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const list = focused?.closest("#keywords, #sentences");
  const label = focused?.textContent;
  shown.summary = summary;
  render(summary, { query: shown.query, antecedents: antecedents.checked }, { jump, focus });
  length.setAttribute("aria-valuetext", `${summary.sentences.length} sentences`);
  article.mark("nutgraf-summary", summary.sentences);
  article.mark("nutgraf-quote", summary.quotes);
  article.mark("nutgraf-shown", []);
  if (!list) return;
  const buttons = [...list.querySelectorAll("button")];
  (buttons.find((made) => made.textContent === label) ?? buttons[0])?.focus();
}

/** Whether work ended because newer work or the person wanted it. @param {unknown} error */
function isAbort(error) {
  return error instanceof DOMException && error.name === "AbortError";
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
  if (code === "worker-failed" || /memory/i.test(message)) {
    return "The summarizer stopped twice over this text, perhaps for want of memory. Your text is kept; close other pages or paste a part of it.";
  }
  return `Something went wrong: ${message}. Your text is kept; reload the page and paste it again.`;
}

/**
 * Sets the slider to the length that was chosen for the text.
 * @param {Summary} summary
 */
function offerLengths({ sentences, statistics }) {
  const now = {
    sentences: sentences.length,
    words: statistics.summaryWords,
    ratio: Math.max(1, Math.round(100 * statistics.compressionRatio)),
  };
  const most = {
    sentences: Math.min(statistics.sentences, LONGEST.sentences),
    words: Math.min(statistics.words, LONGEST.words),
    ratio: LONGEST.ratio,
  };
  const measured = /** @type {Unit} */ (unit.value);
  length.max = String(Math.max(1, most[measured], now[measured]));
  length.value = String(now[measured]);
}

/** Where Esc and "Back" lead. @type {HTMLElement | null} */
let from = null;

/**
 * Shows a place in the article; the focus goes there and comes back.
 * @param {Place} place
 * @param {HTMLElement} origin
 */
function jump(place, origin) {
  from = origin;
  back.hidden = false;
  article.reveal(place);
  back.focus({ preventScroll: true });
}

function goBack() {
  if (back.hidden) return;
  back.hidden = true;
  article.mark("nutgraf-shown", []);
  const target = from?.isConnected ? from : byId("summary-heading", HTMLElement);
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "center" });
}

/** @param {string} term */
function focus(term) {
  shown.query = term;
  choose();
}

async function showHeat() {
  document.documentElement.classList.toggle("heat", heat.checked);
  article.heat(heat.checked && shown.analysis ? await shown.analysis.scores() : []);
}

/** Says what was done, for eyes and for screen readers. @param {string} message */
function say(message) {
  byId("done", HTMLElement).textContent = message;
}

/**
 * Puts an article into the text area in place of all that it held.
 * @param {Article} article
 */
function put(article) {
  read = article;
  text.value = article.text;
  undo.hidden = true;
  return refresh();
}

/** @param {File | undefined | null} file */
async function open(file) {
  if (!file) return;
  try {
    await put(await fileArticle(file));
  } catch (error) {
    problem.textContent = /** @type {Error} */ (error).message;
  }
}

/**
 * A block in a text with more before it.
 * @param {import("./nutgraf/index.js").Block} block
 * @param {number} by
 */
function moved(block, by) {
  return { ...block, start: block.start + by, end: block.end + by };
}

let pause = 0;
text.addEventListener("input", (event) => {
  clearTimeout(pause);
  undo.hidden = true;
  const typed =
    event instanceof InputEvent && /^(insertText|deleteContent|insertLineBreak)/.test(event.inputType);
  if (typed) pause = window.setTimeout(refresh, TYPING_PAUSE);
  else refresh();
});

text.addEventListener("paste", (event) => {
  const pasted = pastedArticle(event.clipboardData);
  if (pasted === null) return;
  event.preventDefault();
  const { selectionStart } = text;
  text.setRangeText(pasted.text, selectionStart, text.selectionEnd, "end");
  read = { text: text.value, blocks: pasted.blocks?.map((block) => moved(block, selectionStart)) };
  refresh();
});

document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  const data = event.dataTransfer;
  if (data?.files.length) open(data.files[0]);
  else if (data) put(pastedArticle(data) ?? { text: data.getData("text/plain") });
});
byId("file", HTMLInputElement).addEventListener("change", ({ target }) =>
  open(/** @type {HTMLInputElement} */ (target).files?.[0]),
);

length.addEventListener("input", () => choose());
unit.addEventListener("change", () => {
  if (shown.summary) offerLengths(shown.summary);
});
heat.addEventListener("change", showHeat);
antecedents.addEventListener("change", () => {
  if (shown.summary) present(shown.summary);
});
back.addEventListener("click", goBack);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") goBack();
});

for (const sample of document.querySelectorAll("[data-sample]")) {
  sample.addEventListener("click", () =>
    put({ text: SAMPLES[sample.getAttribute("data-sample") ?? ""] ?? "" }),
  );
}

/** @type {Article} */
let cleared = { text: "" };
byId("clear", HTMLButtonElement).addEventListener("click", () => {
  cleared = text.value === read.text ? read : { text: text.value };
  put({ text: "" });
  undo.hidden = cleared.text === "";
  text.focus();
});
undo.addEventListener("click", () => {
  put(cleared);
  text.focus();
});
byId("cancel", HTMLButtonElement).addEventListener("click", () => {
  client.terminate();
  show(null, "Cancelled. Your text is kept; paste a part of it, or change it to try again.");
});

keep.addEventListener("change", () => draft.keep(keep.checked ? text.value : null));

for (const copies of document.querySelectorAll("[data-copy]")) {
  copies.addEventListener("click", async () => {
    if (!shown.summary) return;
    const form = copies.getAttribute("data-copy");
    const as = form === "markdown" ? takeaway.asMarkdown : takeaway.asText;
    const made = as(shown.summary, asShown());
    try {
      await takeaway.copy(made, form === "html" ? takeaway.asHtml(shown.summary, asShown()) : null);
      say("Copied.");
    } catch {
      say("The browser did not allow copying: select the summary and copy it by hand.");
    }
  });
}
for (const saves of document.querySelectorAll("[data-save]")) {
  saves.addEventListener("click", () => {
    if (!shown.summary) return;
    if (saves.getAttribute("data-save") === "json") {
      takeaway.save("summary.json", takeaway.asJson(shown.summary), "application/json");
    } else {
      takeaway.save("summary.md", takeaway.asMarkdown(shown.summary, asShown()), "text/markdown");
    }
    say("Saved.");
  });
}
byId("link", HTMLButtonElement).addEventListener("click", async () => {
  const address = new URL(location.href);
  address.hash = `length=${length.value}&unit=${unit.value}`;
  await takeaway.copy(address.href).then(
    () => say("Link copied. It carries the length, and no text."),
    () => say(address.href),
  );
});
const share = byId("share", HTMLButtonElement);
share.hidden = navigator.share === undefined;
share.addEventListener("click", () => {
  if (shown.summary) navigator.share({ text: takeaway.asText(shown.summary, asShown()) }).catch(() => {});
});

const bookmark = byId("bookmarklet", HTMLElement);
bookmark.setAttribute("href", bookmarklet(location.href.replace(/[#?].*$/, "")));
bookmark.addEventListener("click", (event) => event.preventDefault());

/** Links may come while the page is open. */
window.addEventListener("hashchange", () => {
  asked = fromFragment(location.hash);
  if (asked.text) put({ text: asked.text });
});

/** Works without network from the second visit on; what another program shared waits in the service worker. */
async function installOffline() {
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener("message", ({ data }) => {
    if (typeof data?.shared === "string" && data.shared) put({ text: data.shared });
  });
  const registration = await serviceWorker.register(ownScript("service-worker.js"));
  registration.addEventListener("updatefound", () => {
    const fresh = registration.installing;
    fresh?.addEventListener("statechange", () => {
      if (fresh.state === "installed" && serviceWorker.controller) offerUpdate(fresh);
    });
  });
  const { active } = await serviceWorker.ready;
  if (location.hash === "#shared") active?.postMessage("shared");
}

/**
 * A new version takes over when the person says so, and the page with it: no old file meets a new one.
 * @param {ServiceWorker} fresh
 */
function offerUpdate(fresh) {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  const reload = button("Reload", () => fresh.postMessage("take over"));
  byId("news", HTMLElement).replaceChildren("A new version of nutgraf is ready. ", reload);
}

const kept = draft.load();
keep.checked = kept !== null;
if (asked.text) put({ text: asked.text });
else if (kept) put({ text: kept });
else if (text.value) refresh();
// The first paste should not wait for the module.
else client.load().catch((error) => show(null, explain(error)));
// Without it the page works as well, while there is a network.
if ("serviceWorker" in navigator) installOffline().catch(() => {});
