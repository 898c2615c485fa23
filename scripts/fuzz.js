// npm run fuzz [-- --minutes N] [--target NAME]: coverage-guided fuzzing by libFuzzer, on the stable toolchain; with
// --minimize what was found becomes fuzz/corpus.json, from which every run begins.
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { compileForBench } from "./build.js";
import { root, run, say } from "./run.js";
import { TOOLS } from "./steps.js";

const FOLDER = join(root, "fuzz");

/** The one target that is JavaScript. */
const READER = "reader";

/** What runs the module in an interpreter, or JavaScript under coverage, does so many times fewer executions. */
const SLOWER = 40;
const SLOW = ["hosts", READER, "slowness"];

/** The shortest inputs that reach what all together reach, by target: base64. */
const CORPUS = join(FOLDER, "corpus.json");

/** Their bytes at most. */
const LONGEST_KEPT = 64;

/** Texts of the tests in pieces, as each target takes them, and what was kept. @param {string} name */
function writeSeeds(name) {
  const folder = join(FOLDER, "seeds", name);
  // libFuzzer puts what it finds beside them where it has no other place.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const tests = join(root, "tests");
  const files = [tests, join(tests, "texts")].flatMap((from) =>
    readdirSync(from)
      .filter((file) => file.endsWith(".txt"))
      .map((file) => join(from, file)),
  );
  const pieces = files.flatMap((file) => readFileSync(file, "utf8").match(/[^]{1,1500}(?=\n|$)/g) ?? []);
  const options = name === "analyze" ? "\0\u0003" : "";
  for (const [index, piece] of pieces.entries()) writeFileSync(join(folder, `${index}`), options + piece);
  /** @type {string[]} */
  const kept = JSON.parse(readFileSync(CORPUS, "utf8"))[name] ?? [];
  for (const [index, piece] of kept.entries()) {
    writeFileSync(join(folder, `kept-${index}`), Buffer.from(piece, "base64"));
  }
  return folder;
}

/**
 * How long each target runs: a while, from what earlier runs have found, or so many executions that are the same on
 * every machine, so that what is tested does not fail by chance.
 * @typedef {{ seconds: number } | { executions: number }} Extent
 */

/**
 * Runs every target from the texts of the tests. What is found is in fuzz/artifacts, and fails.
 * @param {Extent} extent
 * @param {string} [only]
 */
export async function fuzz(extent, only) {
  const targets = compile();
  const waiting = targets.filter(({ name }) => only === undefined || name === only);
  /** @type {string[]} */
  const failed = [];
  const next = async () => {
    for (let target = waiting.shift(); target !== undefined; target = waiting.shift()) {
      if (!(await one(target, extent))) failed.push(target.name);
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, next));
  if (failed.length === 0) return;
  console.error(`✗ ${failed.join(", ")}: what was found is in fuzz/artifacts; make it a test with a name`);
  process.exit(1);
}

/** Keeps of what was found, and of what was kept before, the least that reaches as much. */
function minimize() {
  const mergeable = compile().filter(({ name }) => name !== READER);
  const kept = mergeable.map(({ name, file }) => {
    const [least, corpus] = [join(root, "target", "fuzz-least", name), join(FOLDER, "corpus", name)];
    rmSync(least, { recursive: true, force: true });
    for (const made of [least, corpus]) mkdirSync(made, { recursive: true });
    run(file, ["-merge=1", `-max_len=${LONGEST_KEPT}`, least, corpus, writeSeeds(name)]);
    const pieces = readdirSync(least).map((piece) => readFileSync(join(least, piece), "base64"));
    return [name, pieces.sort()];
  });
  writeFileSync(CORPUS, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
}

/**
 * @typedef {object} Target
 * @property {string} name
 * @property {string} file What takes libFuzzer's flags,
 * @property {string[]} before and what it takes before them.
 */

/** Builds the module and every target. @returns {Target[]} */
function compile() {
  process.env.NUTGRAF_MODULE = compileForBench();
  const flags = [
    "--quiet",
    "--release",
    "--manifest-path",
    join(FOLDER, "Cargo.toml"),
    "--target-dir",
    TOOLS,
  ];
  run("cargo", ["build", ...flags], { RUSTC_WRAPPER: join(FOLDER, "rustc.sh") });
  const names = readdirSync(join(FOLDER, "targets")).map((name) => name.replace(/\.rs$/, ""));
  const rust = names.map((name) => ({ name, file: join(TOOLS, "release", name), before: [] }));
  return [...rust, { name: READER, file: process.execPath, before: [join(FOLDER, "reader.js")] }];
}

/** @param {Target} target @param {Extent} extent @returns {Promise<boolean>} */
function one({ name, file, before }, extent) {
  const [corpus, artifacts] = [join(FOLDER, "corpus", name), join(FOLDER, "artifacts")];
  for (const folder of [corpus, artifacts]) mkdirSync(folder, { recursive: true });
  const executions = "executions" in extent ? extent.executions / (SLOW.includes(name) ? SLOWER : 1) : 0;
  const [flags, folders] =
    "seconds" in extent
      ? [[`-max_total_time=${extent.seconds}`], [corpus]]
      : [[`-runs=${executions}`, "-seed=1"], []];
  flags.push("-max_len=4096", "-timeout=20", `-artifact_prefix=${artifacts}/${name}-`);
  const running = spawn(file, [...before, ...flags, ...folders, writeSeeds(name)], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let last = "";
  running.stderr.on("data", (data) => {
    last = (last + data).slice(-4000);
  });
  return new Promise((resolve) => {
    running.on("close", (code) => {
      console.log(code === 0 ? `${name}: ${/Done .*$/m.exec(last)?.[0]}` : last);
      resolve(code === 0);
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { values } = parseArgs({
    options: {
      minutes: { type: "string", default: "10" },
      target: { type: "string" },
      minimize: { type: "boolean", default: false },
    },
  });
  if (values.minimize) minimize();
  else {
    say(`fuzzing for ${values.minutes} minutes a target`);
    await fuzz({ seconds: 60 * Number(values.minutes) }, values.target);
  }
}
