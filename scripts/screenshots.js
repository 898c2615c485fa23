// npm run screenshots: pictures of the page for the README, into docs/.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startBrowser } from "../tests/page/browser.js";
import { root, say } from "./run.js";

const SHOTS = [
  { name: "wide", width: 1280, height: 900, scheme: "light" },
  { name: "dark", width: 1280, height: 900, scheme: "dark" },
  { name: "narrow", width: 390, height: 1400, scheme: "light" },
  { name: "heat", width: 1280, height: 900, scheme: "light", click: "#heat" },
  { name: "quote", width: 1280, height: 900, scheme: "light", click: "figure .jump" },
];

mkdirSync(join(root, "docs"), { recursive: true });
const chromium = await startBrowser();
for (const { name, width, height, scheme, click } of SHOTS) {
  const { page } = await chromium.open();
  await page.setViewport({ width, height, deviceScaleFactor: 1 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.click("#sample");
  await page.waitForSelector("#sentences li", { visible: true });
  if (click) await page.click(click);
  await new Promise((resolve) => setTimeout(resolve, 800)); // scrolling is smooth
  await page.screenshot({ path: join(root, "docs", `${name}.png`), optimizeForSpeed: false });
  say(`docs/${name}.png`);
}
await chromium.close();
