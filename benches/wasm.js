// The sizes of speed.rs, through the npm module in Node: a table of times and rates.
import { readFileSync } from "node:fs";
import { analyze } from "nutgraf";

const texts = ["lighthouse", "interview", "bread"].map((name) =>
  readFileSync(new URL(`../tests/texts/${name}.txt`, import.meta.url), "utf8"),
);

/**
 * About so many characters of prose, made as in speed.rs.
 * @param {number} length
 */
function prose(length) {
  let text = "";
  for (let round = 0; text.length < length; round++) {
    text += `${texts[round % texts.length]?.replaceAll("year", `year${round}`)}\n\n`;
  }
  return text.slice(0, length);
}

/**
 * The median time of a call in milliseconds, after warming up.
 * @param {() => unknown} call
 */
async function median(call) {
  const times = [];
  const rounds = 15;
  for (let round = 0; round < 2 * rounds; round++) {
    const began = performance.now();
    await call();
    times.push(performance.now() - began);
  }
  return times.slice(rounds).sort((a, b) => a - b)[rounds >> 1] ?? 0;
}

console.log("      size   analyze ms     MB/s   5 sentences ms   20 % ms");
for (const length of [1e3, 1e4, 1e5, 1e6]) {
  const text = prose(length);
  const time = await median(async () => (await analyze(text)).free());
  const analysis = await analyze(text);
  const five = await median(() => analysis.summarize({ sentences: 5 }));
  const fifth = await median(() => analysis.summarize({ ratio: 0.2 }));
  analysis.free();
  const rate = length / time / 1e3;
  const cells = [time.toFixed(3), rate.toFixed(1), five.toFixed(3), fifth.toFixed(3)];
  console.log(`${length.toExponential(0).padStart(10)} ${cells.map((cell) => cell.padStart(12)).join(" ")}`);
}
