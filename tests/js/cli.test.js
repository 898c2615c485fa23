// The command line, as a process of its own.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../../pkg/cli/nutgraf.js", import.meta.url));
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
  assert.match(quotes ?? "", /“|".*alone["”] — Marcus Thiele/);
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
    ["--format", "xml", ARTICLE],
    ["--threads", "0", ARTICLE],
    ["--from", "odt", ARTICLE],
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

test("PDF and Word files are read, from a name or from standard input", () => {
  const file = (/** @type {string} */ name) => fileURLToPath(new URL(`../files/${name}`, import.meta.url));
  const { status, stdout, stderr } = nutgraf(["-s", "2", file("columns.pdf"), file("minutes.docx")]);
  assert.deepEqual([status, stderr], [0, ""]);
  assert.match(
    stdout,
    /Evening meals and the sleep of shift workers\n\nShift workers eat at irregular hours/,
  );
  assert.match(stdout, /Minutes of the Quay Street Association\n\n/);
  const input = readFileSync(file("columns.pdf"));
  const piped = spawnSync(process.execPath, [CLI, "--from", "pdf", "-s", "1"], { input, encoding: "utf8" });
  assert.match(piped.stdout, /^Evening meals/);
  const locked = nutgraf([file("locked.pdf")]);
  assert.equal(locked.status, 1);
  assert.match(locked.stderr, /locked\.pdf: is protected by a password: save a copy without it\n$/);
});

/** A folder of files of every kind, one of them no text. */
function folder() {
  const path = mkdtempSync(join(tmpdir(), "nutgraf-"));
  const article = readFileSync(ARTICLE, "utf8");
  const [head = "", ...paragraphs] = article.trim().split("\n\n");
  const [title = "", standfirst = ""] = head.split("\n");
  mkdirSync(join(path, "deep"));
  writeFileSync(join(path, "a.txt"), article);
  writeFileSync(
    join(path, "b.md"),
    `---\ndate: today\n---\n# ${title}\n\n${standfirst}\n\n${paragraphs.join("\n\n")}\n`,
  );
  const body = paragraphs.map((text) => `<p>${text}</p>`).join("\n");
  const page = `<html><head><title>${title}</title></head><body><nav><a href="/">Home</a> and away</nav>
    <article><h1>${title}</h1><p>${standfirst}</p>${body}</article><footer>All rights reserved, forever.</footer></body></html>`;
  writeFileSync(join(path, "deep", "c.html"), page);
  writeFileSync(join(path, "deep", "d.txt"), Buffer.from([0x50, 0x4b, 0, 0]));
  writeFileSync(join(path, "deep", "picture.png"), "no text");
  return path;
}

test("Markdown and web pages give what the plain text gives", () => {
  const path = folder();
  // The standfirst is a heading in plain text and a paragraph in markup, so that keywords weigh a little otherwise.
  const options = ["-s", "3", "--keywords", "0"];
  const { stdout } = nutgraf([...options, join(path, "a.txt")]);
  assert.equal(nutgraf([...options, join(path, "b.md")]).stdout, stdout);
  assert.equal(nutgraf([...options, join(path, "deep", "c.html")]).stdout, stdout);
  const page = readFileSync(join(path, "deep", "c.html"), "utf8");
  assert.equal(nutgraf([...options, "--from", "html"], page).stdout, stdout);
});

test("what markup tells is known: headings, lists, captions, asides and code", () => {
  const path = mkdtempSync(join(tmpdir(), "nutgraf-"));
  const markup = `# Harlow Bay

The ferry of Harlow Bay is back on the inlet after four years without a boat.[1]

## How it was built

The yard at Saltmarsh built the ferry of Harlow Bay in two years and a winter.

\`\`\`
The ferry of Harlow Bay is code here.
\`\`\`

## References

The ferry of Harlow Bay has a reference of its own, which is no sentence of the article.
`;
  writeFileSync(join(path, "bay.md"), markup);
  const { stdout } = nutgraf(["-s", "9", "-j", join(path, "bay.md")]);
  const { title, sentences } = JSON.parse(stdout);
  assert.equal(title.text, "Harlow Bay");
  assert.deepEqual(
    sentences.map((/** @type {import("nutgraf").SummarySentence} */ { parts, section }) => [
      section?.text ?? null,
      parts.map(({ text }) => text).join(""),
    ]),
    [
      [null, "The ferry of Harlow Bay is back on the inlet after four years without a boat."],
      ["How it was built", "The yard at Saltmarsh built the ferry of Harlow Bay in two years and a winter."],
    ],
  );
  rmSync(path, { recursive: true });
});

test("text and Markdown say who is meant, in square brackets", () => {
  const text =
    "Ingrid Sol lives in Saltmarsh near the sea. She bakes bread for the guests of the ferry.\n\n" +
    "The ferry crosses the inlet every half hour from six in the morning.";
  const shown = "She [Ingrid Sol] bakes bread for the guests of the ferry.";
  const { stdout } = nutgraf(["-s", "1", "-q", "guests", "--keywords", "0"], text);
  assert.equal(stdout, `${shown}\n`);
  const markdown = nutgraf(["-s", "1", "-q", "guests", "-f", "md", "--keywords", "2"], text).stdout;
  assert.equal(
    markdown,
    "- She \\[Ingrid Sol\\] bakes bread for the guests of the ferry.\n\nguests · ferry crosses\n",
  );
});

test("a directory or glob gives its files in order; one that is no text does not end the run", () => {
  const path = folder();
  for (const named of [path, `${path}/**/*.{txt,md,html}`]) {
    const { status, stdout, stderr } = nutgraf(["-s", "1", "--format", "jsonl", named]);
    assert.equal(status, 1);
    assert.match(stderr, /^nutgraf: .*d\.txt: is no text\n$/);
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      lines.map(({ file }) => file.slice(path.length + 1)),
      ["a.txt", "b.md", "deep/c.html", "deep/d.txt"],
    );
    for (const { summary } of lines.slice(0, 3)) assert.equal(summary.sentences.length, 1);
    assert.equal(lines[3].error.message, "is no text");
  }
});

test("many files by many threads give what one thread gives", () => {
  const path = folder();
  for (let file = 0; file < 40; file++) {
    writeFileSync(join(path, `many-${file}.txt`), `The ferry number ${file} is back. It crosses the inlet.`);
  }
  const run = (/** @type {string} */ threads) => nutgraf(["-s", "1", "-f", "jsonl", "-t", threads, path]);
  const [one, four] = [run("1"), run("4")];
  const bare = (/** @type {string} */ lines) => lines.replace(/"milliseconds":[\d.e-]+/g, "");
  assert.equal(bare(four.stdout), bare(one.stdout));
  assert.equal(four.stdout.trim().split("\n").length, 44);
  assert.deepEqual([one.status, four.status], [1, 1]);
});

test("a missing file is said by its name, and the others are summarized", () => {
  const { status, stdout, stderr } = nutgraf(["-s", "1", "nowhere.txt", ARTICLE, "no/*.glob"]);
  assert.equal(status, 1);
  assert.match(stderr, /nowhere\.txt: .*no such file/);
  assert.match(stderr, /no\/\*\.glob: /);
  assert.match(stdout, /^==> .*lighthouse\.txt <==\n\nKeepers wanted/);
});

test("--format md escapes, json gives an array for several", () => {
  const text = "The *ferry* costs 3 <euros>. “It is [too] much for_us,” said Ingrid Sol.";
  const { stdout } = nutgraf(["--format", "md"], text);
  assert.match(stdout, /^- The \\\*ferry\\\* costs 3 \\<euros\\>\.$/m);
  assert.match(stdout, /^> “It is \\\[too\\\] much for\\_us”\n>\n> — Ingrid Sol$/m);
  const several = JSON.parse(nutgraf(["--json", ARTICLE, ARTICLE.replace("lighthouse", "bread")]).stdout);
  assert.deepEqual(
    several.map((/** @type {object} */ each) => Object.keys(each)),
    [
      ["file", "summary"],
      ["file", "summary"],
    ],
  );
});

test("a file's byte order mark and a page's charset are heeded", () => {
  const path = mkdtempSync(join(tmpdir(), "nutgraf-"));
  const article = "The café is back. It is open all day.";
  writeFileSync(join(path, "a.txt"), Buffer.from(`\uFEFF${article}`, "utf16le"));
  writeFileSync(join(path, "b.txt"), Buffer.from(`\uFEFF${article}`, "utf16le").swap16());
  const page = (/** @type {string} */ charset) => `<html><meta charset="${charset}"><p>${article}</p></html>`;
  writeFileSync(join(path, "c.html"), Buffer.from(page("ISO-8859-1"), "latin1"));
  writeFileSync(join(path, "d.html"), page("no-such-thing"));
  for (const file of ["a.txt", "b.txt", "c.html", "d.html"]) {
    const { stdout } = nutgraf(["-s", "1", "--keywords", "0", join(path, file)]);
    assert.equal(stdout, "The café is back.\n", file);
  }
});
