// Installs what is missing and nothing else, so that a second run does nothing.
// Uses only what Node brings, since it runs before anything is installed.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { output, root, run, say } from "./run.js";

const TARGET = "wasm32-unknown-unknown";

/** Where systems keep the browsers that the tests drive, and Debian's packages of them. */
const BROWSERS = {
  chromium: {
    paths: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
    packages: ["chromium"],
  },
  firefox: { paths: ["/usr/bin/firefox-esr", "/usr/bin/firefox"], packages: ["firefox-esr"] },
  webkit: { paths: ["/usr/bin/WebKitWebDriver"], packages: ["webkit2gtk-driver", "xvfb", "xauth"] },
};

/** Installs the Wasm target, wasm-bindgen's command line and the npm packages. */
export function setUp() {
  if (output("cargo", ["--version"]) === null) {
    console.error("nutgraf is built with Rust: install it from https://rustup.rs and run this again.");
    process.exit(1);
  }
  setUpTarget();
  setUpWasmBindgen();
  setUpPackages();
}

/**
 * The path of a browser, installed first where the system has none.
 * @param {keyof typeof BROWSERS} name
 */
export function browser(name) {
  const given = process.env[`${name.toUpperCase()}_PATH`];
  if (given) return given;
  const found = () => BROWSERS[name].paths.find((path) => existsSync(path));
  const path = found();
  if (path) return path;
  say(`installing ${name} for the page's tests`);
  const [apt = "", ...prefix] = process.getuid?.() === 0 ? ["apt-get"] : ["sudo", "apt-get"];
  run(apt, [...prefix, "update", "-qq"]);
  run(apt, [...prefix, "install", "-y", "-qq", ...BROWSERS[name].packages], {
    DEBIAN_FRONTEND: "noninteractive",
  });
  const installed = found();
  if (installed) return installed;
  console.error(`No ${name} was found: install it, or set ${name.toUpperCase()}_PATH.`);
  return process.exit(1);
}

function setUpTarget() {
  const libraries = output("rustc", ["--print", "target-libdir", "--target", TARGET]);
  if (libraries !== null && existsSync(libraries)) return;
  say(`adding the Rust target ${TARGET}`);
  run("rustup", ["target", "add", TARGET]);
}

/** The command line must be of the very version that Cargo.toml names for the crate. */
function setUpWasmBindgen() {
  const manifest = readFileSync(join(root, "Cargo.toml"), "utf8");
  const version = /^wasm-bindgen = "=([\d.]+)"$/m.exec(manifest)?.[1];
  if (!version) throw new Error("Cargo.toml names no exact version of wasm-bindgen");
  if (output("wasm-bindgen", ["--version"]) === `wasm-bindgen ${version}`) return;
  say(`installing wasm-bindgen ${version} into .tools (about 2 minutes, once)`);
  // It runs for a second: made quick it would be minutes more to compile.
  const quickly = { CARGO_PROFILE_RELEASE_OPT_LEVEL: "0", CARGO_PROFILE_RELEASE_CODEGEN_UNITS: "64" };
  run("cargo", ["install", "wasm-bindgen-cli", "--version", version, "--root", ".tools", "--quiet"], quickly);
}

/** Installs the npm packages, unless npm's own record of what it installed is as new as the lock file. */
export function setUpPackages() {
  const age = (/** @type {string} */ path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs;
  const installed = age("node_modules/.package-lock.json");
  if (installed !== undefined && installed >= (age("package-lock.json") ?? 0)) return;
  say("installing npm packages");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
}

/**
 * Installs the npm packages of a folder that has its own, where they are missing.
 * @param {string} folder
 */
export function setUpFolder(folder) {
  if (existsSync(join(folder, "node_modules"))) return;
  run("npm", ["ci", "--prefix", folder, "--no-audit", "--no-fund", "--loglevel=error"]);
}
