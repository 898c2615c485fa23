// The reference article of the shared folder, where that is at hand.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { analyze, summarize } from "nutgraf";

const REFERENCE = new URL("../../../shared/articles/trade-visit.txt", import.meta.url);
const skip = existsSync(REFERENCE) ? false : "../shared is not here";

test("the reference article in 3 sentences", { skip }, async () => {
  const text = readFileSync(REFERENCE, "utf8");
  const { title, sentences, quotes } = await summarize(text, { sentences: 3 });
  assert.equal(title?.text, "Xi stresses robust ties with Moscow");
  assert.equal(sentences.length, 3);
  for (const sentence of sentences) {
    assert.equal(text.slice(sentence.start, sentence.end), sentence.text);
    assert.doesNotMatch(sentence.text, /Xi stresses robust|Russian PM offers|magnitude 6\.$/);
    assert.doesNotMatch(sentence.text, /^(He|The two)\b/);
  }
  const starts = sentences.map(({ start }) => start);
  assert.deepEqual(
    starts,
    starts.toSorted((a, b) => a - b),
  );
  assert.equal(quotes.length, 1);
  assert.match(quotes[0]?.text ?? "", /^"There is even greater room .* chains,"$/);
  assert.equal(quotes[0]?.speaker?.text, "Xu Poling");
  assert.match(
    quotes[0]?.role?.text ?? "",
    /^director of the department .* Chinese Academy of Social Sciences$/,
  );
});

test("its decimal number ends no sentence", { skip }, async () => {
  const text = readFileSync(REFERENCE, "utf8");
  const analysis = await analyze(text);
  const { sentences } = analysis.summarize({ ratio: 1 });
  analysis.free();
  assert.ok(sentences.some((sentence) => sentence.text.includes("magnitude 6.2 earthquake")));
});
