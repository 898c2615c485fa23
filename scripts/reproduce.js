// npm run reproduce: the module built in two folders of other names is the same, byte for byte.
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, run, say } from "./run.js";

/** What the module is made of. */
export const SOURCES = ["Cargo.toml", "Cargo.lock", "README.md", "build.rs", "src", "benches"];

/** The hash of the module as a folder of some depth builds it. @param {string} folder */
function built(folder) {
  for (const source of SOURCES) cpSync(join(root, source), join(folder, source), { recursive: true });
  const flags = ["--manifest-path", join(folder, "Cargo.toml"), "--target-dir", join(folder, "target")];
  const target = "wasm32-unknown-unknown";
  run("cargo", ["build", "--quiet", "--release", "--lib", "--locked", "--target", target, ...flags]);
  const module = readFileSync(join(folder, "target", target, "release", "nutgraf.wasm"));
  return createHash("sha256").update(module).digest("hex");
}

/** Builds twice. */
export function reproduce() {
  const folder = mkdtempSync(join(tmpdir(), "nutgraf-"));
  try {
    const hashes = ["here", join("somewhere", "else")].map((place) => built(join(folder, place)));
    console.log(hashes.join("\n"));
    if (hashes[0] === hashes[1]) return;
    console.error("✗ the module is not the same: a path or a time is in it");
    process.exit(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  say("building the module in two folders");
  reproduce();
}
