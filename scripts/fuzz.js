// npm run fuzz [-- --minutes N] [--target NAME]: coverage-guided fuzzing by libFuzzer, on the stable toolchain; with
// --minimize what was found becomes fuzz/corpus.json, from which every run begins.
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { output, root, run, say } from "./run.js";

const FOLDER = join(root, "fuzz");

/** What cargo-fuzz gives the compiler, without a sanitizer: there is no unsafe code to watch. */
const FLAGS = [
  "-Cpasses=sancov-module",
  "-Cllvm-args=-sanitizer-coverage-level=4",
  "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
  "-Cllvm-args=-sanitizer-coverage-pc-table",
  "-Cllvm-args=-sanitizer-coverage-trace-compares",
  "-Cllvm-args=-sanitizer-coverage-stack-depth",
  "--cfg fuzzing",
  "-Cdebug-assertions",
  "-Ccodegen-units=1",
];

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
  const kept = JSON.parse(readFileSync(CORPUS, "utf8"))[name];
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
  const [folder, names] = compile();
  const waiting = names.filter((name) => only === undefined || name === only);
  /** @type {string[]} */
  const failed = [];
  const next = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      if (!(await one(join(folder, name), name, extent))) failed.push(name);
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, next));
  if (failed.length === 0) return;
  console.error(`✗ ${failed.join(", ")}: what was found is in fuzz/artifacts; make it a test with a name`);
  process.exit(1);
}

/** Keeps of what was found, and of what was kept before, the least that reaches as much. */
function minimize() {
  const [folder, names] = compile();
  const kept = names.map((name) => {
    const [least, corpus] = [join(FOLDER, "target", "least", name), join(FOLDER, "corpus", name)];
    rmSync(least, { recursive: true, force: true });
    for (const made of [least, corpus]) mkdirSync(made, { recursive: true });
    run(join(folder, name), ["-merge=1", `-max_len=${LONGEST_KEPT}`, least, corpus, writeSeeds(name)]);
    const pieces = readdirSync(least).map((piece) => readFileSync(join(least, piece), "base64"));
    return [name, pieces.sort()];
  });
  writeFileSync(CORPUS, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
}

/** Builds every target. @returns {[folder: string, names: string[]]} */
function compile() {
  const host = /^host: (.*)$/m.exec(output("rustc", ["-vV"]) ?? "")?.[1] ?? "";
  // The passes of coverage are not stable; nothing else here asks for more than stable Rust.
  const environment = { RUSTC_BOOTSTRAP: "1", RUSTFLAGS: FLAGS.join(" ") };
  const manifest = join(FOLDER, "Cargo.toml");
  run("cargo", ["build", "--quiet", "--release", "--manifest-path", manifest, "--target", host], environment);
  const names = readdirSync(join(FOLDER, "targets")).map((name) => name.replace(/\.rs$/, ""));
  return [join(FOLDER, "target", host, "release"), names];
}

/** @param {string} binary @param {string} name @param {Extent} extent @returns {Promise<boolean>} */
function one(binary, name, extent) {
  const [corpus, artifacts] = [join(FOLDER, "corpus", name), join(FOLDER, "artifacts")];
  for (const folder of [corpus, artifacts]) mkdirSync(folder, { recursive: true });
  const [flags, folders] =
    "seconds" in extent
      ? [[`-max_total_time=${extent.seconds}`], [corpus]]
      : [[`-runs=${extent.executions}`, "-seed=1"], []];
  flags.push("-max_len=4096", "-timeout=20", `-artifact_prefix=${artifacts}/${name}-`);
  const running = spawn(binary, [...flags, ...folders, writeSeeds(name)], {
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
