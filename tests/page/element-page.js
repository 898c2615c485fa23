// A page with the element, by itself and in React and Vue, as a static folder.
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const path = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

/** Builds the page, and gives its folder. */
export async function elementPage() {
  const folder = path("../../target/element-page");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(path("element"), folder, { recursive: true });
  cpSync(path("../../www/icon.svg"), `${folder}/icon.svg`);
  cpSync(path("../../pkg"), `${folder}/nutgraf`, {
    recursive: true,
    filter: (source) => !/pkg\/(page|cli)/.test(source),
  });
  await build({
    entryPoints: ["react", "vue"].map((name) => path(`element/${name}.js`)),
    bundle: true,
    format: "esm",
    outdir: folder,
    allowOverwrite: true,
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  return folder;
}
