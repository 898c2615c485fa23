// A real browser with the page open, for tests.
import puppeteer from "puppeteer-core";
import { serve } from "../../scripts/serve.js";
import { browser as browserPath } from "../../scripts/setup.js";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];

/**
 * Serves the page and starts Chromium.
 * @returns {Promise<{ open: () => Promise<OpenPage>, close: () => Promise<void>, address: string }>}
 */
export async function startChromium() {
  const server = await serve(0);
  const browser = await puppeteer.launch({ executablePath: browserPath("chromium"), args: FLAGS });
  return {
    address: server.address,
    open: () => openPage(browser, server.address),
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
 * @returns {Promise<OpenPage>}
 */
async function openPage(browser, address) {
  const context = await browser.createBrowserContext();
  await context.overridePermissions(new URL(address).origin, ["clipboard-read", "clipboard-sanitized-write"]);
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
 * Puts a text on the clipboard and pastes it into the text area with the keyboard.
 * @param {import("puppeteer-core").Page} page
 * @param {string} text
 */
export async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.focus("#text");
  await page.keyboard.down("Control");
  await page.keyboard.press("KeyA");
  await page.keyboard.press("KeyV");
  await page.keyboard.up("Control");
}

/**
 * The texts of all elements that a selector finds.
 * @param {import("puppeteer-core").Page} page
 * @param {string} selector
 */
export function texts(page, selector) {
  return page.$$eval(selector, (elements) => elements.map((element) => element.textContent ?? ""));
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
