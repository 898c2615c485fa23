// Cloudflare's workerd, which runs Workers.
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/run.js";
import { ESBUILD, output, pack, runIn } from "./project.js";
import { whileServing } from "./server.js";

/** @typedef {import("./project.js").Project} Project */

/**
 * What workerd serves: one module, and beside it the WebAssembly, compiled before.
 * @param {Project} project
 * @param {string} entry
 */
export function bundleForWorkerd(project, entry) {
  const flags = [
    "--bundle",
    "--format=esm",
    "--conditions=workerd",
    "--loader:.wasm=copy",
    "--asset-names=[name]",
  ];
  output(project, ESBUILD, [entry, ...flags, "--outfile=dist/main.js"]);
  const wasm = readdirSync(join(project.folder, "dist")).find((name) => name.endsWith(".wasm"));
  const lines = [
    'using Workerd = import "/workerd/workerd.capnp";',
    "const config :Workerd.Config = (",
    '  services = [(name = "main", worker = .worker)],',
    '  sockets = [(name = "http", http = (), service = "main")],',
    ");",
    "const worker :Workerd.Worker = (",
    "  modules = [",
    '    (name = "main.js", esModule = embed "main.js"),',
    `    (name = "${wasm}", wasm = embed "${wasm}"),`,
    "  ],",
    '  compatibilityDate = "2026-01-01",',
    ");",
  ];
  writeFileSync(join(project.folder, "dist", "config.capnp"), `${lines.join("\n")}\n`);
}

/** @param {Project} project @param {(address: string, process: number) => Promise<string>} visit */
export function inWorkerd(project, visit) {
  const flags = (/** @type {string} */ port) => [
    "serve",
    "dist/config.capnp",
    `--socket-addr=http=127.0.0.1:${port}`,
  ];
  return whileServing(project, project.bin("workerd"), flags, visit);
}

/**
 * Serves examples/worker with the packed package as long as `visit` takes. Gives what that gives.
 * @param {(address: string, process: number) => Promise<string>} visit
 */
export function whileExampleServes(visit) {
  const host = {
    name: "examples/worker",
    fixture: join(root, "examples", "worker"),
    packages: { workerd: "1" },
    run: (/** @type {Project} */ project) => {
      bundleForWorkerd(project, "src/worker.js");
      return inWorkerd(project, visit);
    },
  };
  return runIn(host, pack());
}
