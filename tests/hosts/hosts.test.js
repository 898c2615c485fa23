// The packed package in the hosts that need no download; with NUTGRAF_HOSTS=all in all of them (npm run test:hosts).
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { summarize } from "nutgraf";
import { root } from "../../scripts/run.js";
import { ARTICLE, told } from "./fixtures/article.js";
import { HOSTS } from "./hosts.js";
import { pack, runIn, versionOf } from "./project.js";

const all = process.env.NUTGRAF_HOSTS === "all";
const only = process.env.NUTGRAF_HOST;

/** What the table in the README is made of. @type {{ name: string, version: string }[]} */
const passed = [];
let archive = "";
let expected = "";

before(async () => {
  archive = pack();
  expected = told(await summarize(ARTICLE, { sentences: 2 }));
  assert.match(expected, /Harlow Bay.*Ingrid Sol/);
});

for (const host of HOSTS.filter(({ name, quick }) => (only ? name.includes(only) : all || quick))) {
  test(host.name, async () => {
    assert.equal(await runIn(host, archive), expected);
    passed.push({ name: host.name, version: versionOf(host) });
  });
}

after(() => {
  if (all) writeFileSync(join(root, "target", "hosts.json"), JSON.stringify(passed));
});
