// The hosts that the packed package is installed for and run in, each in a fresh project.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import sirv from "sirv";
import { root } from "../../scripts/run.js";
import { browser as browserPath } from "../../scripts/setup.js";

const FIXTURES = fileURLToPath(new URL("fixtures", import.meta.url));
const PROJECTS = join(root, "target", "hosts");

/**
 * @typedef {object} Host
 * @property {string} name
 * @property {string} [fixture] Its files, beside those that all have.
 * @property {boolean} [quick] Whether it needs nothing that is not installed here.
 * @property {Record<string, string>} [packages] What is installed beside nutgraf, and its version.
 * @property {(project: Project) => Promise<string>} run Gives what the host's program printed.
 */

/** @typedef {{ folder: string, bin: (name: string) => string }} Project */

/**
 * Runs a program of a project, and gives what it printed.
 * @param {Project} project
 * @param {string} command
 * @param {string[]} parameters
 */
function output({ folder }, command, parameters) {
  const { status, stdout, stderr, error } = spawnSync(command, parameters, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: undefined },
  });
  if (status !== 0) throw new Error(`${command} ${parameters.join(" ")}: ${error ?? stderr}\n${stdout}`);
  return stdout.trim();
}

/**
 * The title that a page gives itself, in Chromium.
 * @param {string} address
 * @param {{ extension?: string }} [options] An unpacked extension whose page it is.
 */
async function titleOf(address, { extension } = {}) {
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
async function served(folder) {
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

/** A port that is free now. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Runs a server as long as `visit` takes.
 * @template T
 * @param {Project} project
 * @param {string} command
 * @param {(port: string) => string[]} parameters
 * @param {(address: string) => Promise<T>} visit
 */
export async function whileServing({ folder }, command, parameters, visit) {
  const port = String(await freePort());
  const server = spawn(command, parameters(port), { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (data) => (said += data));
  const address = `http://127.0.0.1:${port}/`;
  try {
    for (let tries = 0; ; tries++) {
      const answered = await fetch(address).catch(() => null);
      if (answered) break;
      if (tries === 100 || server.exitCode !== null) throw new Error(`${command} did not serve: ${said}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return await visit(address);
  } finally {
    server.kill();
  }
}

/**
 * What workerd serves: one module, and beside it the WebAssembly, compiled before.
 * @param {Project} project
 * @param {string} entry
 */
export function bundleForWorkerd(project, entry) {
  const flags = [
    "--bundle",
    "--format=esm",
    "--conditions=workerd",
    "--loader:.wasm=copy",
    "--asset-names=[name]",
  ];
  output(project, ESBUILD, [entry, ...flags, "--outfile=dist/main.js"]);
  const wasm = readdirSync(join(project.folder, "dist")).find((name) => name.endsWith(".wasm"));
  const lines = [
    'using Workerd = import "/workerd/workerd.capnp";',
    "const config :Workerd.Config = (",
    '  services = [(name = "main", worker = .worker)],',
    '  sockets = [(name = "http", http = (), service = "main")],',
    ");",
    "const worker :Workerd.Worker = (",
    "  modules = [",
    '    (name = "main.js", esModule = embed "main.js"),',
    `    (name = "${wasm}", wasm = embed "${wasm}"),`,
    "  ],",
    '  compatibilityDate = "2026-01-01",',
    ");",
  ];
  writeFileSync(join(project.folder, "dist", "config.capnp"), `${lines.join("\n")}\n`);
}

/** @param {Project} project @param {(address: string) => Promise<string>} visit */
export function inWorkerd(project, visit) {
  const flags = (/** @type {string} */ port) => [
    "serve",
    "dist/config.capnp",
    `--socket-addr=http=127.0.0.1:${port}`,
  ];
  return whileServing(project, project.bin("workerd"), flags, visit);
}

const ESBUILD = join(root, "node_modules", ".bin", "esbuild");

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
      return whileServing(project, project.bin("vite"), flags, titleOf);
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
      return whileServing(project, project.bin("next"), flags, titleOf);
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

/** Packs the package, as npm publishes it; gives the archive's path. */
export function pack() {
  mkdirSync(PROJECTS, { recursive: true });
  for (const name of readdirSync(PROJECTS).filter((name) => name.endsWith(".tgz")))
    rmSync(join(PROJECTS, name));
  const flags = ["pack", "--json", "--ignore-scripts", "--pack-destination", PROJECTS];
  const [{ filename }] = JSON.parse(output({ folder: root, bin: String }, "npm", flags));
  return join(PROJECTS, filename);
}

/** @param {string} name */
function folderOf(name) {
  return join(PROJECTS, name.replace(/\W+/g, "-").toLowerCase());
}

/**
 * Installs a host's packages and the archive into a fresh project, and runs its program there.
 * @param {Host} host
 * @param {string} archive
 */
export async function runIn({ name, fixture, packages = {}, run }, archive) {
  const folder = folderOf(name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of ["article.js", "browser.js", "console.js"])
    cpSync(join(FIXTURES, file), join(folder, file));
  if (fixture) cpSync(resolve(FIXTURES, fixture), folder, { recursive: true });
  const dependencies = { ...packages, nutgraf: `file:${archive}` };
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ private: true, type: "module", dependencies }),
  );
  const bin = (/** @type {string} */ command) => join(folder, "node_modules", ".bin", command);
  const project = { folder, bin };
  output(project, "npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"]);
  for (const command of Object.keys(packages)) fetchBinary(project, command);
  return run(project);
}

/** Runs a package's own script that makes its binary ready, which npm may have held back. */
function fetchBinary(/** @type {Project} */ project, /** @type {string} */ name) {
  const folder = join(project.folder, "node_modules", name);
  const script = ["install.js", "install.cjs"].find((file) => existsSync(join(folder, file)));
  if (script) output({ ...project, folder }, process.execPath, [script]);
}

/** The version of a host's first package, or of the tool of this project that it is. @param {Host} host */
export function versionOf({ name, fixture = "", packages = {} }) {
  const [first] = Object.keys(packages);
  const own = join(root, "node_modules", fixture, "package.json");
  const path = first ? join(folderOf(name), "node_modules", first, "package.json") : own;
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).version : "";
}
