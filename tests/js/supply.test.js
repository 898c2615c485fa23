// What the package is made of: registries alone, licences that allow it, nothing that runs at install.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { crates } from "../../scripts/parts.js";

const read = (/** @type {string} */ path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** Licences that a package under MIT or Apache-2.0 may have inside. */
const ALLOWED =
  /^(MIT|Apache-2\.0|Unicode-3\.0|Zlib|BSD-[23]-Clause|ISC|0BSD|Unlicense|Apache-2\.0 WITH LLVM-exception)$/;

test("lock files name registries alone", () => {
  const sources = [...read("Cargo.lock").matchAll(/^source = "(.*)"$/gm)].map(([, source]) => source);
  assert.ok(sources.length > 20);
  assert.deepEqual([...new Set(sources)], ["registry+https://github.com/rust-lang/crates.io-index"]);
  const { packages } = JSON.parse(read("package-lock.json"));
  const others = Object.entries(packages).filter(([place]) => place !== "");
  assert.ok(others.length > 50);
  // Without an address it is the registry's, and what comes must have this hash.
  for (const [place, { resolved = "https://registry.npmjs.org/", integrity }] of others) {
    assert.match(resolved, /^https:\/\/registry\.npmjs\.org\//, place);
    assert.match(integrity, /^sha512-/, place);
  }
});

test("each crate that is linked has a licence that allows it, and its text is in the package", () => {
  const all = crates();
  const texts = read("pkg/THIRD-PARTY-LICENSES");
  const bill = JSON.parse(read("pkg/sbom.json"));
  assert.ok(all.length > 8);
  for (const { name, version, license } of all) {
    const choices = (license ?? "").replaceAll("/", " OR ").split(/ OR /);
    const alternatives = choices.map((choice) => choice.replace(/[()]/g, "").split(" AND "));
    assert.ok(
      alternatives.some((parts) => parts.every((part) => ALLOWED.test(part.trim()))),
      `${name}: ${license}`,
    );
    const [, text = ""] = texts.split(`${name} ${version}, `);
    assert.match(text.slice(0, 3000), /copyright|permission|license/i, name);
    assert.ok(
      bill.components.some((/** @type {any} */ part) => part.purl === `pkg:cargo/${name}@${version}`),
    );
  }
});

test("nothing of the package runs at install, and it brings no other", () => {
  const { dependencies, scripts } = JSON.parse(read("package.json"));
  assert.equal(dependencies, undefined);
  for (const name of ["preinstall", "install", "postinstall"]) assert.equal(scripts[name], undefined);
});

test("what a fresh machine runs first loads without a package", () => {
  const commands = ["start", "build", "test", "lint", "bench", "eval"];
  const { metafile } = buildSync({
    entryPoints: commands.map((name) => `scripts/${name}.js`),
    absWorkingDir: fileURLToPath(new URL("../..", import.meta.url)),
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    packages: "external",
    outdir: "out",
    write: false,
    metafile: true,
  });
  /** What is loaded with a file, before any of its code runs. @param {string} file @returns {string[]} */
  const loaded = (file) => {
    const imports = metafile.outputs[file]?.imports.filter(({ kind }) => kind === "import-statement") ?? [];
    return imports.flatMap(({ path, external }) => (external ? [path] : loaded(path)));
  };
  for (const name of commands) {
    const names = loaded(`out/${name}.js`);
    assert.ok(names.includes("node:path"), name);
    const packages = names.filter((module) => !module.startsWith("node:"));
    assert.deepEqual(packages, [], name);
  }
});
