// The hosts that the packed package is run in.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { served, titleOf } from "./chromium.js";
import { ARTICLE, told } from "./fixtures/article.js";
import { ESBUILD, output } from "./project.js";
import { whileServing } from "./server.js";
import { bundleForWorkerd, inWorkerd } from "./workerd.js";

/** @typedef {import("./project.js").Host} Host */

/** @type {Host[]} */
export const HOSTS = [
  {
    name: "Browser: `<script type=module>`, import map",
    fixture: "script",
    quick: true,
    run: ({ folder }) => served(folder),
  },
  { name: "Module worker", fixture: "module-worker", quick: true, run: ({ folder }) => served(folder) },
  { name: "Service worker", fixture: "service-worker", quick: true, run: ({ folder }) => served(folder) },
  {
    name: "Extension page (manifest 3)",
    fixture: "extension",
    quick: true,
    run: ({ folder }) => titleOf("/page.html", { extension: folder }),
  },
  {
    name: "esbuild",
    fixture: "esbuild",
    quick: true,
    run: (project) => {
      output(project, ESBUILD, ["browser.js", "--bundle", "--format=esm", "--outdir=dist"]);
      return served(project.folder);
    },
  },
  {
    name: "Node: `import`",
    quick: true,
    run: async (project) => output(project, process.execPath, ["console.js"]),
  },
  {
    name: "Node: `require`",
    fixture: "require",
    quick: true,
    run: async (project) => output(project, process.execPath, ["main.cjs"]),
  },
  {
    name: "Command line: `npx nutgraf`",
    quick: true,
    run: async (project) => {
      writeFileSync(join(project.folder, "article.txt"), ARTICLE);
      const parameters = ["--sentences", "2", "--json", "article.txt"];
      return told(JSON.parse(output(project, project.bin("nutgraf"), parameters)));
    },
  },
  {
    name: "Vite, built",
    fixture: "vite",
    packages: { vite: "8" },
    run: (project) => {
      output(project, project.bin("vite"), ["build"]);
      return served(join(project.folder, "dist"));
    },
  },
  {
    name: "Vite, developing",
    fixture: "vite",
    packages: { vite: "8" },
    run: (project) => {
      const flags = (/** @type {string} */ port) => ["--port", port, "--host", "127.0.0.1", "--strictPort"];
      return whileServing(project, project.bin("vite"), flags, (address) => titleOf(address));
    },
  },
  {
    name: "webpack 5",
    fixture: "webpack",
    packages: { webpack: "5", "webpack-cli": "6" },
    run: (project) => {
      const flags = [
        "--mode=production",
        "--entry=./browser.js",
        "--output-path=dist",
        "--output-filename=browser.js",
      ];
      output(project, project.bin("webpack"), flags);
      return served(project.folder);
    },
  },
  {
    name: "Rollup",
    fixture: "rollup",
    packages: { rollup: "4", "@rollup/plugin-node-resolve": "16" },
    run: (project) => {
      const flags = ["browser.js", "--plugin", "node-resolve", "--format", "es", "--dir", "dist"];
      output(project, project.bin("rollup"), flags);
      return served(project.folder);
    },
  },
  {
    name: "Next.js: server and client component",
    fixture: "next",
    packages: { next: "16", react: "19", "react-dom": "19" },
    run: (project) => {
      output(project, project.bin("next"), ["build"]);
      const flags = (/** @type {string} */ port) => ["start", "--port", port, "--hostname", "127.0.0.1"];
      return whileServing(project, project.bin("next"), flags, (address) => titleOf(address));
    },
  },
  {
    name: "Cloudflare workerd",
    fixture: "workerd",
    packages: { workerd: "1" },
    run: (project) => {
      bundleForWorkerd(project, "main.js");
      return inWorkerd(project, async (address) => (await fetch(address)).text());
    },
  },
  {
    name: "Deno",
    packages: { deno: "2" },
    run: async (project) => output(project, project.bin("deno"), ["run", "console.js"]),
  },
  {
    name: "Bun",
    packages: { bun: "1" },
    run: async (project) => output(project, project.bin("bun"), ["console.js"]),
  },
];
