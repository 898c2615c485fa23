// npm run test:hosts: installs the packed package for every host, runs it there, and writes the README's table.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.js";
import { output, root, run, say } from "./run.js";
import { browser } from "./setup.js";

const MARKED = /(<!-- hosts: .*? -->\n)[^]*?(<!-- \/hosts -->)/;

build();
say("the packed package in every host");
const all = { CHROMIUM_PATH: browser("chromium"), NUTGRAF_HOSTS: "all" };
run(process.execPath, ["--test", "tests/hosts/hosts.test.js", "tests/hosts/worker-example.test.js"], all);

/** @type {{ name: string, version: string }[]} */
const passed = JSON.parse(readFileSync(join(root, "target", "hosts.json"), "utf8"));
const chromium = output(browser("chromium"), ["--version"])?.match(/[\d.]+/)?.[0] ?? "";
const inBrowser = /browser|worker$|Extension/i;
const version = (/** @type {{ name: string, version: string }} */ { name, version }) =>
  version ||
  (/^(Node|Command)/.test(name) ? process.versions.node : inBrowser.test(name) ? `Chromium ${chromium}` : "");
const rows = passed.map((host) => `| ${host.name} | ${version(host)} |`);
const table = ["| host | last run with |", "| --- | --- |", ...rows].join("\n");
const readme = join(root, "README.md");
const text = readFileSync(readme, "utf8");
if (!MARKED.test(text)) throw new Error("README.md has no place for the table of hosts");
writeFileSync(readme, text.replace(MARKED, `$1\n${table}\n\n$2`));
say(`${passed.length} hosts run it; the table in README.md is of this run`);
