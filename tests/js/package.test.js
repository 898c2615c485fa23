// What npm publishes, and that its entries work as users import them.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../../scripts/run.js";
import { pack } from "../hosts/project.js";

const read = (/** @type {string} */ path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

test("the package has the module, its types and its licences, and nothing else", () => {
  const listed = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    encoding: "utf8",
  });
  const files = JSON.parse(listed)[0].files.map((/** @type {{ path: string }} */ file) => file.path);
  const scripts = [
    ...[
      "article",
      "batch",
      "batch-inline",
      "batch-workerd",
      "digest",
      "element",
      "element-inline",
      "error",
      "saved",
      "index",
      "inline",
      "load",
      "markdown",
      "options",
      "reader",
      "shown",
      "summarizer",
      "summarizer-auto",
      ...["inline", "workerd", "bundled"].flatMap((kind) => [
        `summarizer-${kind}`,
        `summarizer-auto-${kind}`,
      ]),
      "warm",
    ],
    ...["worker", "worker-inline", "worker-thread", "workerd"],
  ];
  const expected = [
    ...["CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "package.json"],
    ...[
      "pkg/wasm.d.ts",
      "pkg/THIRD-PARTY-LICENSES",
      "pkg/sbom.json",
      "pkg/cli/LICENSES.txt",
      "pkg/cli/nutgraf.js",
      "pkg/cli/thread.js",
    ],
    ...scripts.flatMap((name) => [`pkg/${name}.js`, `pkg/${name}.d.ts`]),
    ...["nutgraf.d.ts", "nutgraf_bg.wasm", "nutgraf_bg.wasm.d.ts"].map((name) => `pkg/wasm/${name}`),
  ];
  const optional = ["CHANGELOG.md", "pkg/wasm/.gitignore"];
  assert.deepEqual(
    files
      .filter(
        (/** @type {string} */ file) =>
          !optional.includes(file) && !/^pkg\/cli\/(?:[\w.]+-\w{8}\.js|cmaps\/.*)$/.test(file),
      )
      .sort(),
    expected.filter((file) => !optional.includes(file)).sort(),
  );
});

test("the versions of crate, package and changelog are one", () => {
  const { version } = JSON.parse(read("package.json"));
  assert.match(read("Cargo.toml"), new RegExp(`^version = "${version}"$`, "m"));
  assert.match(read("CHANGELOG.md"), new RegExp(`^## ${version}`, "m"));
});

test("what the module and its glue ask of each other has short names, and the glue has nothing that no entry takes", () => {
  const module = new WebAssembly.Module(readFileSync(join(root, "pkg/wasm/nutgraf_bg.wasm")));
  const names = WebAssembly.Module.imports(module).map(({ name }) => name);
  assert.ok(names.length > 20 && names.every((name) => /^f\w{1,2}$/.test(name)), names.join(" "));
  const asked = WebAssembly.Module.exports(module).map(({ name }) => name);
  const declared = read("pkg/wasm/nutgraf_bg.wasm.d.ts");
  const others = asked.filter((name) => !/^e\w$/.test(name) || !declared.includes(`export const ${name}:`));
  assert.deepEqual(others, ["memory", "__wbindgen_malloc"]);
  for (const file of ["load.js", "wasm/nutgraf.d.ts"]) assert.doesNotMatch(read(`pkg/${file}`), /initSync/);
});

test("nutgraf/inline needs no file of WebAssembly", async () => {
  const script = `
    import { summarize, Analysis, init } from "nutgraf/inline";
    const { readFileSync } = process.getBuiltinModule("node:fs");
    const { sentences } = await summarize("The ferry sank in the storm. It was old.", { sentences: 1 });
    await init();
    console.log(sentences[0].text, new Analysis("The ferry is back.").summarize().sentences.length);
  `;
  const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
    encoding: "utf8",
  });
  assert.equal(printed, "The ferry sank in the storm. 1\n");
});

test("nutgraf/batch works by itself, also when a bundler leaves out what has no effect", () => {
  const program = `
    import { summarizeAll } from "nutgraf/batch";
    for await (const { summary } of summarizeAll(["The ferry is back."])) console.log(summary.sentences[0].text);
  `;
  const node = ["--input-type=module", "--eval", program];
  assert.equal(execFileSync(process.execPath, node, { encoding: "utf8" }), "The ferry is back.\n");
  const esbuild = join(root, "node_modules", ".bin", "esbuild");
  const flags = ["--bundle", "--format=esm", "--platform=neutral", "--conditions=module"];
  const bundled = execFileSync(esbuild, flags, { input: program, cwd: root, maxBuffer: 1e7 });
  const script = ["--input-type=module", "-"];
  assert.equal(
    execFileSync(process.execPath, script, { input: bundled, encoding: "utf8" }),
    "The ferry is back.\n",
  );
});

test("no type is any", () => {
  for (const file of ["index", "worker", "load", "error", "element", "batch", "summarizer"]) {
    const types = read(`pkg/${file}.d.ts`).replace(/\/\*[^]*?\*\//g, "");
    assert.doesNotMatch(types, /\bany\b/, file);
    assert.ok(types.includes("export"), file);
  }
});

test("publint and are-the-types-wrong find nothing in the package", () => {
  const archive = pack();
  for (const [tool, ...flags] of [
    ["publint", archive, "--strict"],
    // ECMAScript modules alone, which `require` takes in every Node that is supported.
    ["attw", archive, "--profile", "esm-only", "--format", "ascii"],
  ]) {
    const path = join(root, "node_modules", ".bin", tool ?? "");
    const { status, stdout, stderr } = spawnSync(path, flags, { encoding: "utf8" });
    assert.equal(status, 0, `${tool}: ${stdout}${stderr}`);
  }
});
