// What is to be read: files, the files of directories, and what globs find.
import { statSync } from "node:fs";
import { escapePath, glob, isDynamicPattern } from "tinyglobby";

/** The name of standard input. */
export const STANDARD_INPUT = "-";

/** The files that are taken of a directory. */
const READABLE = "**/*.{txt,text,md,markdown,html,htm,xhtml,pdf,docx}";

/**
 * The files that are meant, in the order they are named and those of a directory or glob by name; each once. What
 * finds nothing is kept as it is, so that reading it says what is wrong.
 * @param {string[]} named
 */
export async function inputs(named) {
  const found = await Promise.all(named.map(filesOf));
  return [...new Set(found.flat())];
}

/** @param {string} named */
async function filesOf(named) {
  if (named === STANDARD_INPUT) return [named];
  const entry = statSync(named, { throwIfNoEntry: false });
  if (entry?.isFile()) return [named];
  const pattern = entry?.isDirectory() ? `${escapePath(named).replace(/\/$/, "")}/${READABLE}` : named;
  if (!entry && !isDynamicPattern(named)) return [named];
  const files = await glob(pattern, {
    dot: false,
    absolute: named.startsWith("/"),
    expandDirectories: false,
  });
  return files.length > 0 ? files.sort() : [named];
}
