// A progress bar on the terminal, and nothing where nobody sees it.

const WIDTH = 30;

/** @param {number} total */
export function progress(total) {
  const shown = process.stderr.isTTY && total > 1;
  let done = 0;
  const draw = () => {
    const filled = Math.round((WIDTH * done) / total);
    process.stderr.write(`\r[${"█".repeat(filled)}${"·".repeat(WIDTH - filled)}] ${done}/${total}`);
  };
  if (shown) draw();
  return {
    /** One more is done. */
    step() {
      done++;
      if (shown) draw();
    },
    /** Takes the bar off the line, before something else is written. */
    clear() {
      if (shown) process.stderr.write("\r\x1b[K");
    },
  };
}
