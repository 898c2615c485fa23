// Runs a command with its output shown, and ends the script where it fails.
import { spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** The environment of every command: tools of `.tools` and of npm packages come first. */
const path = [join(root, ".tools", "bin"), join(root, "node_modules", ".bin"), process.env.PATH];

/**
 * Says what is under way.
 * @param {string} message
 */
export function say(message) {
  console.log(`\x1b[1m▸ ${message}\x1b[0m`);
}

/**
 * Runs a command in the project's folder.
 * @param {string} command
 * @param {string[]} parameters
 * @param {Record<string, string>} [environment]
 */
export function run(command, parameters, environment = {}) {
  const { status, error } = spawnSync(command, parameters, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, PATH: path.join(delimiter), ...environment },
  });
  if (error) console.error(`${command}: ${error.message}`);
  if (status !== 0) {
    console.error(`✗ ${command} ${parameters.join(" ")} failed`);
    process.exit(status ?? 1);
  }
}

/**
 * What a command prints, or `null` where it fails or does not exist.
 * @param {string} command
 * @param {string[]} parameters
 */
export function output(command, parameters) {
  const { status, stdout } = spawnSync(command, parameters, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...process.env, PATH: path.join(delimiter) },
  });
  return status === 0 ? stdout.trim() : null;
}
