// The table of languages in README: what each has, counted from its data files.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.js";

const FOLDER = join(root, "src", "language");
const MARKED = /(<!-- languages: .*? -->\n)[^]*?(<!-- \/languages -->)/;

/** The lines of a data file. @param {string} tag @param {string} list */
function lines(tag, list) {
  const file = join(FOLDER, tag, `${list}.txt`);
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !/^[#[]/.test(line));
}

/** How many words a data file has. @param {string} tag @param {string} list */
function words(tag, list) {
  return lines(tag, list).flatMap((line) => line.split(" ").filter(Boolean)).length;
}

/** @param {string} tag */
function row(tag) {
  const name = new Intl.DisplayNames(["en"], { type: "language" }).of(tag);
  const source = readFileSync(join(FOLDER, "source.rs"), "utf8");
  const own = source.slice(source.indexOf(`code: "${tag}"`)).split("..BLANK")[0] ?? "";
  const pairs = /Script::(Han|Kana|Thai|Burmese)/.test(own) ? "pairs of characters" : "–";
  const stems = own.includes("porter::stem") ? "Snowball" : words(tag, "affixes") > 0 ? "light" : pairs;
  const counts = ["stop_words", "abbreviations", "cue_verbs", "persons"].map(
    (list) => words(tag, list) || "–",
  );
  const apart = lines(tag, "sections").length + lines(tag, "furniture").length || "–";
  return `| ${name} | \`${tag}\` | ${stems} | ${counts.join(" | ")} | ${apart} |`;
}

/** Writes the table. Gives whether it was up to date. */
export function languages() {
  const tags = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const rows = tags.map(({ name }) => row(name)).sort();
  const head = [
    "| language | tag | stems | function words | abbreviations | cue verbs | I and you | headings and lines apart |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
  ];
  const path = join(root, "README.md");
  const before = readFileSync(path, "utf8");
  const after = before.replace(
    MARKED,
    (_, open, close) => `${open}\n${[...head, ...rows].join("\n")}\n\n${close}`,
  );
  writeFileSync(path, after);
  return after === before;
}
