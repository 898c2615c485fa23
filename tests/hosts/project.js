// A fresh project, with the packed package installed in it.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../../scripts/run.js";

const FIXTURES = fileURLToPath(new URL("fixtures", import.meta.url));
const PROJECTS = join(root, "target", "hosts");

/** The bundler that this project has itself. */
export const ESBUILD = join(root, "node_modules", ".bin", "esbuild");

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
export function output({ folder }, command, parameters) {
  const { status, stdout, stderr, error } = spawnSync(command, parameters, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: undefined },
  });
  if (status !== 0) throw new Error(`${command} ${parameters.join(" ")}: ${error ?? stderr}\n${stdout}`);
  return stdout.trim();
}

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
