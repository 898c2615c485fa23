// npm run docs: the API reference of docs/api, from the types of the built module.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.js";
import { languages } from "./languages.js";
import { root, run, say } from "./run.js";
import { setUpFolder } from "./setup.js";

/** typedoc stands in a folder of its own: it needs another TypeScript than the project has. */
const FOLDER = join(root, "scripts", "reference");
const DOCS = join(root, "docs", "api");

/** Writes the reference of what pkg/ has, and README's table of languages. Gives whether they were up to date. */
export function reference() {
  setUpFolder(FOLDER);
  const before = contents();
  const typedoc = join(FOLDER, "node_modules", ".bin", "typedoc");
  run(typedoc, ["--options", join(FOLDER, "typedoc.json"), "--logLevel", "Warn"]);
  const counted = languages();
  return contents() === before && counted;
}

/** All of the reference as one text. */
function contents() {
  if (!existsSync(DOCS)) return "";
  const files = readdirSync(DOCS, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".md"),
  );
  return files
    .sort()
    .map((name) => `${name}\n${readFileSync(join(DOCS, name), "utf8")}`)
    .join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  build();
  reference();
  say("the reference is in docs/api");
}
