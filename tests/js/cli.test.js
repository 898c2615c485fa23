// The command line, as a process of its own.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../../pkg/cli.js", import.meta.url));
const ARTICLE = fileURLToPath(new URL("../texts/lighthouse.txt", import.meta.url));

/**
 * @param {string[]} parameters
 * @param {string} [input]
 */
function nutgraf(parameters, input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...parameters], {
    input,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test("a file gives the headline, sentences and quotes with their speakers", () => {
  const { status, stdout } = nutgraf(["--sentences", "2", ARTICLE]);
  assert.equal(status, 0);
  const [title, sentences, quotes] = stdout.trim().split("\n\n");
  assert.equal(title, "Keepers wanted for the last staffed light on the coast");
  assert.equal(sentences?.split("\n").length, 2);
  assert.match(quotes ?? "", /“|".*alone,["”] — Marcus Thiele/);
});

test("standard input gives the same as the file", () => {
  const input = readFileSync(ARTICLE, "utf8");
  const { stdout } = nutgraf(["-w", "50", ARTICLE]);
  assert.equal(nutgraf(["-w", "50"], input).stdout, stdout);
  assert.equal(nutgraf(["-w", "50", "-"], input).stdout, stdout);
});

test("--json gives all of the contract", () => {
  const { stdout } = nutgraf(["--ratio", "0.2", "--json", "--quotes", "all", ARTICLE]);
  const summary = JSON.parse(stdout);
  assert.deepEqual(Object.keys(summary), [
    "title",
    "language",
    "sentences",
    "quotes",
    "keywords",
    "statistics",
  ]);
  assert.equal(summary.quotes.length, 3);
  assert.ok(summary.statistics.compressionRatio <= 0.2);
});

test("--help explains, --version prints the version", () => {
  const { status, stdout } = nutgraf(["--help"]);
  assert.equal(status, 0);
  for (const option of ["--sentences", "--words", "--ratio", "--json", "Exit codes"])
    assert.ok(stdout.includes(option));
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  assert.equal(nutgraf(["--version"]).stdout.trim(), version);
});

test("wrong usage exits with 2, a file that cannot be read with 1", () => {
  const wrong = [
    ["--sentence", "3"],
    ["--sentences", "none", ARTICLE],
    ["-s", "1", "-w", "9", ARTICLE],
    [ARTICLE, ARTICLE],
  ];
  for (const parameters of wrong) {
    const { status, stdout, stderr } = nutgraf(parameters);
    assert.equal(status, 2, parameters.join(" "));
    assert.equal(stdout, "");
    assert.match(stderr, /^nutgraf: /);
  }
  const { status, stderr } = nutgraf(["no-such-file.txt"]);
  assert.equal(status, 1);
  assert.match(stderr, /no-such-file\.txt/);
});
