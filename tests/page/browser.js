// A real browser with the page open, for tests.
import puppeteer from "puppeteer-core";
import { serve } from "../../scripts/serve.js";
import { browser as browserPath } from "../../scripts/setup.js";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];

/**
 * Serves the page and starts a browser.
 * @param {"chromium" | "firefox"} [name]
 * @param {{ folder?: string, missing?: RegExp }} [options] As `serve` has them.
 * @returns {Promise<{ open: () => Promise<OpenPage>, close: () => Promise<void>, address: string, stopServer: () => void }>}
 */
export async function startBrowser(name = "chromium", options = {}) {
  const server = await serve(0, options);
  const browser = await puppeteer.launch({
    browser: name === "firefox" ? "firefox" : "chrome",
    executablePath: browserPath(name),
    args: name === "firefox" ? [] : FLAGS,
  });
  return {
    address: server.address,
    open: () => openPage(browser, server.address, name),
    stopServer: server.close,
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/**
 * @typedef {object} OpenPage
 * @property {import("puppeteer-core").Page} page
 * @property {import("puppeteer-core").HTTPRequest[]} requests Every request since the page was opened.
 * @property {string[]} problems What the console and uncaught errors said.
 */

/**
 * Opens the page in a context of its own, with access to the clipboard.
 * @param {import("puppeteer-core").Browser} browser
 * @param {string} address
 * @param {"chromium" | "firefox"} name
 * @returns {Promise<OpenPage>}
 */
async function openPage(browser, address, name) {
  const context = await browser.createBrowserContext();
  if (name === "chromium")
    await context.overridePermissions(new URL(address).origin, [
      "clipboard-read",
      "clipboard-sanitized-write",
    ]);
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  /** @type {import("puppeteer-core").HTTPRequest[]} */
  const requests = [];
  /** @type {string[]} */
  const problems = [];
  page.on("request", (request) => requests.push(request));
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  await page.goto(address, { waitUntil: "networkidle0" });
  return { page, requests, problems };
}

/**
 * Puts a text on the clipboard and pastes it with the keyboard, wherever the focus is.
 * @param {import("puppeteer-core").Page} page
 * @param {string} text
 */
export async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await press(page, "Control", "KeyV");
}

/**
 * Puts markup on the clipboard and pastes it with the keyboard.
 * @param {import("puppeteer-core").Page} page
 * @param {string} html
 */
export async function pasteHtml(page, html) {
  await page.evaluate(async (html) => {
    const blob = (/** @type {string} */ type, /** @type {string} */ text) => new Blob([text], { type });
    await navigator.clipboard.write([
      new ClipboardItem({ "text/html": blob("text/html", html), "text/plain": blob("text/plain", "plain") }),
    ]);
  }, html);
  await press(page, "Control", "KeyV");
}

/**
 * Presses keys together.
 * @param {import("puppeteer-core").Page} page
 * @param {import("puppeteer-core").KeyInput[]} keys
 */
export async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.toReversed()) await page.keyboard.up(key);
}

/**
 * The article as the page reads it: the texts of its blocks, each with the name of its element.
 * @param {import("puppeteer-core").Page} page
 */
export function blocks(page) {
  return page.$$eval("#article :is(h2, h3, h4, h5, h6, p, li, blockquote, pre, table)", (elements) =>
    elements.map((element) => [element.nodeName, element.textContent ?? ""]),
  );
}

/**
 * The texts of all elements that a selector finds, without what the page adds to the article's words.
 * @param {import("puppeteer-core").Page} page
 * @param {string} selector
 */
export function texts(page, selector) {
  return page.$$eval(selector, (elements) =>
    elements.map((element) => {
      const own = /** @type {Element} */ (element.cloneNode(true));
      for (const ours of own.querySelectorAll(".antecedent")) ours.remove();
      return (own.textContent ?? "").replace(/\s+/g, " ").trim();
    }),
  );
}

/**
 * The texts that the page marks in the article under a highlight's name.
 * @param {import("puppeteer-core").Page} page
 * @param {string} name
 */
export function marked(page, name) {
  return page.evaluate((name) => {
    const ranges = [.../** @type {Set<AbstractRange>} */ (CSS.highlights.get(name) ?? new Set())];
    return ranges.map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return range.toString();
    });
  }, name);
}

/**
 * Waits until a selector finds so many elements.
 * @param {import("puppeteer-core").Page} page
 * @param {string} selector
 * @param {number} wanted
 */
export function count(page, selector, wanted) {
  return page.waitForFunction(
    (selector, wanted) => document.querySelectorAll(selector).length === wanted,
    { timeout: 5000 },
    selector,
    wanted,
  );
}

/**
 * Presses Tab until an element that a selector finds has the focus.
 * @param {import("puppeteer-core").Page} page
 * @param {string} selector
 * @param {boolean} [back] Whether to go backwards.
 */
export async function tabTo(page, selector, back = false) {
  for (let presses = 0; presses < 60; presses++) {
    await (back ? press(page, "Shift", "Tab") : page.keyboard.press("Tab"));
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), selector)) return;
  }
  throw new Error(`Tab does not reach ${selector}`);
}
