// What the shipped module is made of: the crates that are linked into the WebAssembly, their licences, and the same as
// a bill of materials (CycloneDX).
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { output, root } from "./run.js";

/** @typedef {{ id: string, name: string, version: string, license: string | null, manifest_path: string }} Crate */
/** @typedef {{ pkg: string, dep_kinds: { kind: string | null }[] }} Dependency */

/** The crates that are linked, without those that only build or expand code. @returns {Crate[]} */
export function crates() {
  const flags = ["metadata", "--format-version=1", "--locked", "--filter-platform=wasm32-unknown-unknown"];
  const { packages, resolve } = JSON.parse(output("cargo", flags) ?? "{}");
  /** @type {Map<string, Crate & { targets: { kind: string[] }[] }>} */
  const byId = new Map(packages.map((/** @type {Crate} */ each) => [each.id, each]));
  /** @type {Map<string, Dependency[]>} */
  const needs = new Map(
    resolve.nodes.map((/** @type {{ id: string, deps: Dependency[] }} */ { id, deps }) => [id, deps]),
  );
  const linked = new Set([resolve.root]);
  for (const id of linked) {
    for (const { pkg, dep_kinds } of needs.get(id) ?? []) {
      const expands = byId.get(pkg)?.targets.some(({ kind }) => kind.includes("proc-macro"));
      if (!expands && dep_kinds.some(({ kind }) => kind === null)) linked.add(pkg);
    }
  }
  linked.delete(resolve.root);
  const found = [...linked].flatMap((id) => byId.get(id) ?? []);
  return found.sort((one, other) => one.name.localeCompare(other.name, "en"));
}

/** Writes `THIRD-PARTY-LICENSES` and `sbom.json` to a folder. @param {string} folder */
export function writeParts(folder) {
  const all = crates();
  writeFileSync(join(folder, "THIRD-PARTY-LICENSES"), licences(all.map(licence)));
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const bill = {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: { type: "library", name: "nutgraf", version, purl: `pkg:npm/nutgraf@${version}` },
    },
    components: all.map(({ name, version, license }) => ({
      type: "library",
      ...{ name, version, purl: `pkg:cargo/${name}@${version}` },
      licenses: [{ expression: license }],
    })),
  };
  writeFileSync(join(folder, "sbom.json"), `${JSON.stringify(bill, null, 2)}\n`);
}

/** @param {Crate} crate */
function licence({ name, version, license, manifest_path }) {
  const folder = dirname(manifest_path);
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|unlicense)/i.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), "utf8").trim());
  return { name, version, license, text: texts.join("\n\n") };
}

/**
 * The licences of what is inside something, as one text.
 * @param {{ name: string, version: string, license: string | null, text: string }[]} all
 */
export function licences(all) {
  const each = all.map(({ name, version, license, text }) => `${name} ${version}, ${license}\n\n${text}\n`);
  return each.join(`\n${"-".repeat(80)}\n\n`);
}
