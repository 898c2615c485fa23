// npm run eval -- FILE…: reads the pages of a file by the reader of markup, as the page and the command line do, and
// hands all to the eval in Rust.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { run } from "./run.js";
import { setUpPackages } from "./setup.js";

setUpPackages();
const { readMarkup } = await import("../src/cli/markup.js");

const folder = mkdtempSync(join(tmpdir(), "nutgraf-eval-"));
try {
  const parameters = process.argv
    .slice(2)
    .map((parameter) => (parameter.endsWith(".jsonl") ? withBlocks(parameter) : parameter));
  run("cargo", ["bench", "--quiet", "--bench", "quality", "--", ...parameters]);
} finally {
  rmSync(folder, { recursive: true });
}

/** The file itself, or one where each row's `html` was read, too. @param {string} file */
function withBlocks(file) {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  if (!lines[0]?.includes('"html"')) return file;
  const rows = lines.map((line) => {
    const row = JSON.parse(line);
    const { text, blocks } = readMarkup(row.html);
    return JSON.stringify({ ...row, rich: { text, blocks } });
  });
  const read = join(folder, basename(file));
  writeFileSync(read, rows.join("\n"));
  return read;
}
