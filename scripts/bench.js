// npm run bench: native speed by criterion, then the same texts in WebAssembly under Node.
import { build } from "./build.js";
import { run, say } from "./run.js";

build();
say("native, by criterion");
run("cargo", ["bench", "--quiet", "--bench", "speed"]);
say("WebAssembly, in Node");
run(process.execPath, ["benches/wasm.js"]);
