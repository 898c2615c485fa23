// What a page tells in Chromium, by its title.
import { createServer } from "node:http";
import puppeteer from "puppeteer-core";
import sirv from "sirv";
import { browser as browserPath } from "../../scripts/setup.js";

/**
 * The title that a page gives itself, in Chromium.
 * @param {string} address
 * @param {{ extension?: string }} [options] An unpacked extension whose page it is.
 */
export async function titleOf(address, { extension } = {}) {
  const browser = await puppeteer.launch({
    executablePath: browserPath("chromium"),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    enableExtensions: extension ? [extension] : false,
    pipe: extension !== undefined,
  });
  try {
    const page = await browser.newPage();
    /** @type {string[]} */
    const problems = [];
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    page.on("requestfailed", (request) => problems.push(`${request.url()} failed`));
    page.on(
      "response",
      (response) => response.status() >= 400 && problems.push(`${response.url()} is missing`),
    );
    let place = address;
    if (extension) {
      const target = await browser.waitForTarget((target) => target.url().startsWith("chrome-extension://"));
      place = new URL(address, target.url()).href;
    }
    await page.goto(place);
    const told = () => document.title.startsWith("[");
    await page.waitForFunction(told, { timeout: 20_000 }).catch(() => {
      throw new Error(`the page told nothing: ${problems.join("; ")}`);
    });
    return await page.title();
  } finally {
    await browser.close();
  }
}

/**
 * The title of a folder's page, served on this machine.
 * @param {string} folder
 */
export async function served(folder) {
  const server = createServer(sirv(folder, { dev: true, dotfiles: true }));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const bound = /** @type {import("node:net").AddressInfo} */ (server.address());
  try {
    return await titleOf(`http://127.0.0.1:${bound.port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
