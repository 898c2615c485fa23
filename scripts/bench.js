// npm run bench: native speed by criterion, then the same texts in WebAssembly.
import { join } from "node:path";
import { build, compile } from "./build.js";
import { root, run, say } from "./run.js";

build();
say("native, by criterion");
run("cargo", ["bench", "--quiet", "--features", "bench", "--bench", "speed"]);
say("WebAssembly, in Node, Chromium and Firefox");
compile(join(root, "target", "bench-module"), ["--features", "bench"]);
run(process.execPath, ["benches/wasm.js"]);
