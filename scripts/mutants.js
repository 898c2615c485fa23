// npm run mutants: how much of what `cargo mutants` would change in src/select.rs, src/segment and src/quotation the
// Rust tests notice. All mutants are in one build, so that each takes as long as the tests that find it: minutes for
// thousands, where a build for each would be a day. What was missed is in target/mutants/missed.txt.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { SOURCES } from "./reproduce.js";
import { output, root, run, say } from "./run.js";
import { TOOLS } from "./steps.js";

const VERSION = "27.1.0";

const FOLDER = join(root, "target", "mutants");
const TREE = join(FOLDER, "tree");
const LIST = join(FOLDER, "list.json");

const MUTATED = ["src/select.rs", "src/segment/*.rs", "src/quotation/*.rs"];

/** For a mutant that goes on for ever, or takes what memory there is. */
const LIMITS = { milliseconds: 20_000, kilobytes: 4_000_000 };

/** @typedef {{ id: number, file: string, start: number, end: number }} Place */

/** Lists the mutants of the sources. @returns {{ name: string, file: string }[]} */
function list() {
  if (output("cargo-mutants", ["mutants", "--version"]) !== `cargo-mutants ${VERSION}`) {
    say(`installing cargo-mutants ${VERSION} into .tools (about 3 minutes, once)`);
    run("cargo", [
      "install",
      "cargo-mutants",
      "--version",
      VERSION,
      "--locked",
      "--root",
      ".tools",
      "--quiet",
    ]);
  }
  const files = MUTATED.flatMap((file) => ["--file", file]);
  const listed = output("cargo-mutants", ["mutants", "--list", "--json", ...files]);
  if (listed === null) throw new Error("cargo mutants listed nothing");
  writeFileSync(LIST, listed);
  return JSON.parse(listed);
}

/**
 * Puts all mutants but some into the tree's sources.
 * @param {Iterable<number>} leftOut
 * @returns {Place[]}
 */
function place(leftOut) {
  cpSync(join(root, "src"), join(TREE, "src"), { recursive: true });
  const tool = join(TOOLS, "release", "nutgraf-mutants");
  const { status, stdout, stderr } = spawnSync(tool, [LIST, TREE, ...[...leftOut].map(String)], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Compiles the tests with every mutant in them. @returns {{ tests: string[], errors: any[] }} */
function compile() {
  const flags = ["--no-run", "--tests", "--message-format=json", "--target-dir", join(FOLDER, "target")];
  const { stdout } = spawnSync("cargo", ["test", "--quiet", ...flags], {
    cwd: TREE,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    stdio: ["ignore", "pipe", "ignore"],
    env: {
      ...process.env,
      RUSTFLAGS: "-Awarnings",
      CARGO_PROFILE_DEV_OPT_LEVEL: "1",
      CARGO_PROFILE_DEV_DEBUG: "0",
    },
  });
  const messages = stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
  const tests = messages.filter(({ executable, profile }) => executable && profile.test);
  return {
    tests: tests.map(({ executable }) => executable),
    errors: messages.flatMap(({ message }) => (message?.level === "error" ? message.spans : [])),
  };
}

/**
 * The mutants that an error of the compiler is of: the least place that has its words inside.
 * @param {any} span
 * @param {Place[]} places
 */
function blamed({ file_name, byte_start, byte_end }, places) {
  const around = places.filter(
    ({ file, start, end }) => file === file_name && start <= byte_start && byte_end <= end,
  );
  const least = Math.min(...around.map(({ start, end }) => end - start));
  return around.filter(({ start, end }) => end - start === least).map(({ id }) => id);
}

/** Whether a test fails with a mutant, or with none. @param {string} test @param {number} [mutant] */
function fails(test, mutant) {
  const command = `ulimit -v ${LIMITS.kilobytes}; exec "$0" --test-threads=1 --quiet`;
  const running = spawn("bash", ["-c", command, test], {
    cwd: TREE,
    stdio: "ignore",
    env: {
      ...process.env,
      CARGO_MANIFEST_DIR: TREE,
      MUTANT: mutant === undefined ? "" : String(mutant),
      PROPTEST_DISABLE_FAILURE_PERSISTENCE: "1",
    },
  });
  const timer = setTimeout(() => running.kill("SIGKILL"), LIMITS.milliseconds);
  return new Promise((resolve) => {
    running.on("close", (code) => {
      clearTimeout(timer);
      resolve(code !== 0);
    });
  });
}

rmSync(TREE, { recursive: true, force: true });
for (const source of [...SOURCES, "tests"])
  cpSync(join(root, source), join(TREE, source), { recursive: true });
const listed = list();
const manifest = join("tests", "mutants", "Cargo.toml");
run("cargo", ["build", "--quiet", "--release", "--manifest-path", manifest, "--target-dir", TOOLS]);

say(`compiling ${listed.length} mutants into one build`);
/** Mutants that the compiler refuses. @type {Set<number>} */
const refused = new Set();
let places = place(refused);
const untried = listed.length - places.length;
let { tests, errors } = compile();
while (errors.length > 0) {
  const before = refused.size;
  for (const id of errors.flatMap((span) => blamed(span, places))) refused.add(id);
  if (refused.size === before) throw new Error(`no mutant's error: ${JSON.stringify(errors[0])}`);
  places = place(refused);
  ({ tests, errors } = compile());
}

/** Each test with the time that it takes: the quick ones find most. @type {{ test: string, time: number }[]} */
const timed = [];
for (const test of tests) {
  const start = performance.now();
  if (await fails(test)) throw new Error(`${test} fails without a mutant`);
  timed.push({ test, time: performance.now() - start });
}
timed.sort((one, other) => one.time - other.time);

say(`trying ${places.length} (${refused.size} do not compile, ${untried} have no place for a choice)`);
/** @type {Place[]} */
const missed = [];
const waiting = [...places];
const next = async () => {
  for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
    let caught = false;
    for (const { test } of timed) caught ||= await fails(test, mutant.id);
    if (!caught) missed.push(mutant);
    if (waiting.length > 0 && waiting.length % 500 === 0)
      console.log(`${waiting.length} to go, ${missed.length} missed`);
  }
};
await Promise.all(Array.from({ length: availableParallelism() }, next));
writeFileSync(
  join(FOLDER, "missed.txt"),
  missed
    .map(({ id }) => `${listed[id]?.name}\n`)
    .sort()
    .join(""),
);
for (const file of new Set(places.map((place) => place.file))) {
  const of = (/** @type {Place[]} */ mutants) => mutants.filter((mutant) => mutant.file === file).length;
  console.log(`${file}: ${of(missed)} missed of ${of(places)}`);
}
const caught = places.length - missed.length;
console.log(`caught ${caught} of ${places.length}: ${(caught / places.length).toFixed(3)}`);
