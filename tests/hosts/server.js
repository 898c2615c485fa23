// A program that serves on a port of this machine.
import { spawn } from "node:child_process";
import { createServer } from "node:http";

/** @typedef {import("./project.js").Project} Project */

/** A port that is free now. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Runs a server as long as `visit` takes.
 * @template T
 * @param {Project} project
 * @param {string} command
 * @param {(port: string) => string[]} parameters
 * @param {(address: string, process: number) => Promise<T>} visit
 */
export async function whileServing({ folder }, command, parameters, visit) {
  const port = String(await freePort());
  const server = spawn(command, parameters(port), { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (data) => (said += data));
  const address = `http://127.0.0.1:${port}/`;
  try {
    for (let tries = 0; ; tries++) {
      const answered = await fetch(address).catch(() => null);
      if (answered) break;
      if (tries === 100 || server.exitCode !== null) throw new Error(`${command} did not serve: ${said}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return await visit(address, server.pid ?? 0);
  } finally {
    server.kill();
  }
}
