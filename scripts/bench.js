// npm run bench [-- --text FILE]: native speed by criterion, then the same text in WebAssembly.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { prose } from "../benches/texts.js";
import { build, compileForBench } from "./build.js";
import { root, run, say } from "./run.js";

/** As long as the longest text that is measured. */
const LENGTH = 3e7;

const { values } = parseArgs({ options: { text: { type: "string" } } });
const { text, about } = prose(values.text, LENGTH);
mkdirSync(join(root, "target"), { recursive: true });
writeFileSync(join(root, "target", "bench-prose.txt"), text);
build();
say(`measured on ${about}`);
say("native, by criterion");
run("cargo", ["bench", "--quiet", "--features", "bench", "--bench", "speed"]);
say("WebAssembly, in Node, Chromium and Firefox");
compileForBench();
run(process.execPath, ["benches/wasm.js"]);
