// A thread of pool.js: a task in, `{ summary }` or `{ error }` out.
import { parentPort } from "node:worker_threads";
import { summarizeFile } from "./file.js";

parentPort?.on("message", async (task) => {
  try {
    parentPort?.postMessage({ summary: await summarizeFile(task) });
  } catch (thrown) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (thrown);
    parentPort?.postMessage({ error: { code, message } });
  }
});
