// Builds pkg/: the npm module, and in pkg/page the page as a static folder.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { licences, writeParts } from "./parts.js";
import { root, run, say } from "./run.js";
import { setUp } from "./setup.js";

const WASM = "target/wasm32-unknown-unknown/release/nutgraf.wasm";
/** Nothing stands in the first kilobyte of the memory but the far end of the stack: offsets may be folded. */
const LOW = "--low-memory-unused";
/** Functions that are called once stay by themselves: in one huge function V8 is up to a third slower. */
const INLINING = ["--one-caller-inline-max-function-size=60", "--flexible-inline-max-function-size=20"];

/** What tools say of themselves, which no engine reads. */
const STRIPPED = ["--strip-producers", "--strip-target-features"];

/** What a function is called with everywhere is written into it (0.35 kB). */
const FLOW = "--gufa-optimizing";

/** Zeros compress better than the headers of the segments between them (0.4 kB). */
const ZEROS = "--skip-pass=memory-packing";

/** A value that is made twice compresses better than a local that keeps it, and engines find it; locals by use (0.6 kB). */
const LOCALS = ["--skip-pass=local-cse", "--reorder-locals"];

/** What wasm-opt may use: what every engine of the last years has. */
const FEATURES = [
  "--enable-simd",
  "--enable-bulk-memory",
  "--enable-nontrapping-float-to-int",
  "--enable-sign-ext",
  "--enable-mutable-globals",
  "--enable-reference-types",
  "--enable-multivalue",
];
const MODULE = join(root, "pkg");
const PAGE = join(MODULE, "page");

/** Builds everything from scratch; Cargo keeps what has not changed. */
export function build() {
  setUp();
  rmSync(MODULE, { recursive: true, force: true });
  const compiled = join(root, "target", "module");
  compile(compiled);
  cpSync(compiled, join(MODULE, "wasm"), { recursive: true, filter: (file) => !file.endsWith("made-of") });
  say("assembling the npm module and the page");
  cpSync(join(root, "src", "js"), MODULE, { recursive: true });
  writeInline();
  writeInlineWorker();
  bundleCommandLine();
  run("tsc", ["--project", "tsconfig.build.json"]);
  minify();
  writeParts(MODULE);
  assemblePage();
}

/**
 * Compiles the crate to a folder with the WebAssembly and its glue, where it holds no others than these
 * sources, tools and flags make.
 * @param {string} folder
 * @param {string[]} flags Flags for Cargo.
 */
export function compile(folder, flags = []) {
  say("compiling Rust to WebAssembly");
  run("cargo", ["build", "--quiet", "--release", "--lib", "--target", "wasm32-unknown-unknown", ...flags]);
  const binary = join(folder, "nutgraf_bg.wasm");
  const mark = join(folder, "made-of");
  const sources = [
    WASM,
    "package-lock.json",
    "scripts/build.js",
    "scripts/shrink.js",
    "scripts/order.js",
  ].map((file) => readFileSync(join(root, file)));
  const made = createHash("sha256").update(Buffer.concat(sources)).digest("hex");
  if (existsSync(mark) && readFileSync(mark, "utf8") === made) return;
  rmSync(folder, { recursive: true, force: true });
  run("wasm-bindgen", ["--target", "web", "--experimental-reset-state-function", "--out-dir", folder, WASM]);
  run(process.execPath, ["scripts/shrink.js", folder]);
  run("wasm-opt", [
    "-O3",
    "--converge",
    ...STRIPPED,
    LOW,
    FLOW,
    ZEROS,
    ...INLINING,
    ...LOCALS,
    ...FEATURES,
    binary,
    "-o",
    binary,
  ]);
  run(process.execPath, ["scripts/order.js", binary]);
  // Two thirds of what wasm-bindgen writes is comments and white space; its types stand in a file of their own.
  const glue = join(folder, "nutgraf.js");
  run("esbuild", [
    glue,
    "--minify",
    "--tree-shaking=true",
    "--allow-overwrite",
    `--outfile=${glue}`,
    "--log-level=warning",
  ]);
  writeFileSync(mark, made);
}

/** The module as it is shipped, with the exports of the feature `bench`: its WebAssembly. */
export function compileForBench() {
  const folder = join(root, "target", "bench-module");
  compile(folder, ["--features", "bench"]);
  return join(folder, "nutgraf_bg.wasm");
}

/**
 * `nutgraf/inline`: the module with the WebAssembly inside, for hosts that can load nothing else, and for Node and
 * its like, where a bundler may leave the file behind.
 */
function writeInline() {
  const base64 = readFileSync(join(MODULE, "wasm", "nutgraf_bg.wasm")).toString("base64");
  const lines = [
    'import { provide } from "./load.js";',
    'export * from "./index.js";',
    `const base64 = "${base64}";`,
    "const slowly = () => {",
    "  const binary = atob(base64);",
    "  const bytes = new Uint8Array(binary.length);",
    "  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);",
    "  return bytes;",
    "};",
    'provide(() => globalThis.Buffer?.from(base64, "base64") ?? slowly());',
  ];
  writeFileSync(join(MODULE, "inline.js"), `${lines.join("\n")}\n`);
}

/** The worker's entry for bundlers that know no workers: the thread and its WebAssembly as one string. */
function writeInlineWorker() {
  const thread = join(MODULE, "thread.js");
  writeFileSync(thread, "import './inline.js';\nimport './worker-thread.js';\n");
  run("esbuild", [
    thread,
    "--bundle",
    "--minify",
    "--define:import.meta.url=location.href",
    "--allow-overwrite",
    `--outfile=${thread}`,
    "--log-level=warning",
  ]);
  const lines = [
    'import { provideThread } from "./worker.js";',
    'export * from "./worker.js";',
    `const thread = ${JSON.stringify(readFileSync(thread, "utf8"))};`,
    "let address;",
    "provideThread(() => {",
    '  address ??= URL.createObjectURL(new Blob([thread], { type: "text/javascript" }));',
    '  return new Worker(address, { name: "nutgraf" });',
    "});",
  ];
  rmSync(thread);
  writeFileSync(join(MODULE, "worker-inline.js"), `${lines.join("\n")}\n`);
}

/** The command line, with the libraries that it reads markup by inside: the module itself needs none. */
function bundleCommandLine() {
  const entries = ["nutgraf", "thread"].map((name) => join("src", "cli", `${name}.js`));
  const flags = ["--bundle", "--platform=node", "--target=node20", "--format=esm", "--splitting", "--minify"];
  const names = [
    "--external:nutgraf",
    "--external:nutgraf/batch",
    "--chunk-names=[name]-[hash]",
    "--legal-comments=inline",
    // mammoth is a CommonJS package, and asks for modules of Node's.
    '--banner:js=import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  ];
  const folder = join(MODULE, "cli");
  const metafile = join(folder, "meta.json");
  run("esbuild", [
    ...entries,
    ...flags,
    ...names,
    `--outdir=${folder}`,
    `--metafile=${metafile}`,
    "--log-level=warning",
  ]);
  const { inputs } = JSON.parse(readFileSync(metafile, "utf8"));
  rmSync(metafile);
  writeFileSync(join(folder, "LICENSES.txt"), licencesOfPackages(Object.keys(inputs)));
  cpSync(join(root, "node_modules", "pdfjs-dist", "cmaps"), join(folder, "cmaps"), { recursive: true });
}

/** The licences of the packages that bundled files are of. @param {string[]} files */
function licencesOfPackages(files) {
  const packages = files.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
  const all = [...new Set(packages)].sort().map((name) => {
    const folder = join(root, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return { name, version, license, text: file ? readFileSync(join(folder, file), "utf8").trim() : "" };
  });
  return licences(all);
}

/** What pages load at first: each with what it imports in it, but for what other entries must share with them. */
const BUNDLES = ["index.js", "load.js"];
const SHARED = ["--external:./error.js", "--external:./load.js"];

/**
 * The module without its comments, which its types carry: a third of what a page would download; and its entry in few
 * files, which take fewer requests and compress better (0.7 kB). What all pages load is worth a second look (0.2 kB).
 */
function minify() {
  const strip = (/** @type {string[]} */ names, /** @type {string[]} */ flags) =>
    run("esbuild", [
      ...names.map((name) => join(MODULE, name)),
      ...flags,
      "--minify",
      "--charset=utf8",
      `--outdir=${MODULE}`,
      "--allow-overwrite",
      "--log-level=warning",
    ]);
  const scripts = readdirSync(MODULE).filter((name) => name.endsWith(".js"));
  const single = scripts.filter((name) => !BUNDLES.includes(name));
  strip(BUNDLES, ["--bundle", "--format=esm", ...SHARED]);
  strip(single, []);
  for (const name of [...BUNDLES, "error.js"]) {
    const file = join(MODULE, name);
    run("terser", [file, "--module", "--ecma=2022", "--mangle", "--compress=passes=3", `--output=${file}`]);
  }
  rmSync(join(MODULE, "wasm", "nutgraf.js"));
}

/** The page is www/ with the module beside it, as a user's site would have it. */
function assemblePage() {
  cpSync(join(root, "www"), PAGE, { recursive: true });
  mkdirSync(join(PAGE, "nutgraf", "wasm"), { recursive: true });
  const browserFile = (/** @type {string} */ name) =>
    /\.(js|ts|wasm)$/.test(name) &&
    !/^(.*inline|.*workerd|.*bundled|batch|element|summarizer.*|digest)\./.test(name);
  for (const folder of ["", "wasm"]) {
    for (const name of readdirSync(join(MODULE, folder)).filter(browserFile)) {
      cpSync(join(MODULE, folder, name), join(PAGE, "nutgraf", folder, name));
    }
  }
  // Readability is a script for Node and for globals: two lines make it a module.
  const readability = readFileSync(join(root, "node_modules/@mozilla/readability/Readability.js"), "utf8");
  writeFileSync(join(PAGE, "readability.js"), `// @ts-nocheck\n${readability}\nexport { Readability };\n`);
  bundleForPage("lit.js");
  bundleForPage("word-thread.js");
  bundleForPage("markdown-thread.js");
  copyPdf();
  versionServiceWorker();
}

/** A file of the page with the libraries that it names inside. @param {string} name */
function bundleForPage(name) {
  const file = join(PAGE, name);
  const flags = ["--bundle", "--format=esm", "--minify", "--legal-comments=inline", "--log-level=warning"];
  run("esbuild", [join("www", name), ...flags, "--allow-overwrite", `--outfile=${file}`]);
  writeFileSync(file, `// @ts-nocheck\n${readFileSync(file, "utf8")}`);
}

/** pdf.js as browsers of the last years read it, its tables of Asian letters, and our reading of its pages. */
function copyPdf() {
  const from = join(root, "node_modules", "pdfjs-dist");
  const to = join(PAGE, "pdf");
  cpSync(join(root, "src", "pdf"), to, { recursive: true });
  for (const name of ["pdf.min.mjs", "pdf.worker.min.mjs"])
    cpSync(join(from, "legacy", "build", name), join(to, name));
  cpSync(join(from, "cmaps"), join(to, "cmaps"), { recursive: true });
}

/** What the page loads only for some files or readers, and keeps from then on. */
const LATER = /^(pdf\/|pdf\.js|\w+-thread\.js|words\/(?!en))/;

/** Writes the names of all files, and a hash of them, into the service worker. */
function versionServiceWorker() {
  const path = join(PAGE, "service-worker.js");
  const all = readdirSync(PAGE, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = all.map((entry) => relative(PAGE, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  const cached = files
    .filter((file) => file !== "service-worker.js" && !file.endsWith(".ts") && !LATER.test(file))
    .sort();
  const hash = createHash("sha256");
  for (const file of [...cached, "service-worker.js"]) hash.update(readFileSync(join(PAGE, file)));
  const version = hash.digest("hex").slice(0, 16);
  const written = readFileSync(path, "utf8")
    .replace('const VERSION = "development";', `const VERSION = "${version}";`)
    .replace("const FILES = [];", `const FILES = ${JSON.stringify(["./", ...cached])};`);
  writeFileSync(path, written);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  build();
  say("pkg/ is the npm module, pkg/page the static page");
}
