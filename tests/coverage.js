// The blocks of code that run, as the engine counts them: from when this is imported, so before anything is called, for
// what is compiled earlier is not counted by blocks.
import { Session } from "node:inspector/promises";

const root = new URL("../", import.meta.url).href;

const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

/**
 * The blocks that ran since this was asked last, each with how often it did.
 * @param {string[]} folders Of the project, each with a slash behind it: what is in no other counts.
 */
export async function ran(folders) {
  const { result } = await session.post("Profiler.takePreciseCoverage");
  const own = result.filter(({ url }) => folders.some((folder) => url.startsWith(root + folder)));
  return own.flatMap(({ url, functions }) =>
    functions.flatMap(({ ranges }) => ranges.map((range) => ({ url, ...range }))),
  );
}
