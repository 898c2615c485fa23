// The npm module in Node, as users import it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  analyze,
  init,
  NutgrafError,
  shownPieces,
  shownQuotation,
  shownSpeaker,
  shownText,
  summarize,
} from "nutgraf";

const lighthouse = readFileSync(new URL("../texts/lighthouse.txt", import.meta.url), "utf8");

/**
 * Every excerpt of a summary.
 * @param {import("nutgraf").Summary} summary
 */
function excerpts({ title, sentences, quotes, keywords }) {
  const ofQuote = (/** @type {import("nutgraf").Quotation} */ quote) => [
    quote,
    ...quote.parts,
    quote.speaker,
    quote.mention,
    quote.cue,
  ];
  const ofSentence = (/** @type {import("nutgraf").SummarySentence} */ sentence) => [
    sentence,
    ...sentence.parts,
    sentence.section,
    ...sentence.antecedents.flatMap(({ mention, names }) => [mention, ...names]),
  ];
  return [title, ...sentences.flatMap(ofSentence), ...quotes.flatMap(ofQuote), ...keywords].filter(
    (excerpt) => excerpt !== null,
  );
}

/**
 * Asserts that every excerpt is a slice of the input.
 * @param {string} input
 * @param {import("nutgraf").Summary} summary
 */
function assertVerbatim(input, summary) {
  for (const { text, start, end } of excerpts(summary)) {
    assert.ok(start < end, `${start} is before ${end}`);
    assert.equal(input.slice(start, end), text);
  }
}

describe("summarize", () => {
  test("gives verbatim sentences in document order, with every part of their scores", async () => {
    const summary = await summarize(lighthouse, { sentences: 3 });
    assertVerbatim(lighthouse, summary);
    assert.equal(summary.sentences.length, 3);
    const starts = summary.sentences.map(({ start }) => start);
    assert.deepEqual(
      starts,
      starts.toSorted((a, b) => a - b),
    );
    assert.deepEqual(summary.sentences.map(({ rank }) => rank).toSorted(), [1, 2, 3]);
    for (const { score, terms, text } of summary.sentences) {
      assert.ok(Math.abs(score.total - score.centrality * score.position * score.form) < 1e-12);
      assert.ok(terms.length > 0 && text.length > 0);
    }
  });

  test("takes any language's tag, and gives back one that it has no data for", async () => {
    const text = "Meli ilichelewa kwa sababu ya ukungu. Watu walingoja kwenye gati.";
    assert.equal((await summarize(text, { language: "sw-KE" })).language, "sw-KE");
    assert.equal((await summarize(text, { language: "en-GB" })).language, "en");
    assert.equal((await summarize(text)).language, "und");
  });

  test("tells the blocks that it found, which can be given back", async () => {
    const text =
      "Ferry is back 🎉\n\nThe ferry crosses the inlet again.\n\n- It costs two dollars.\n- It runs until nine.";
    const analysis = await analyze(text);
    const blocks = analysis.blocks();
    assert.deepEqual(
      blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)]),
      [
        ["title", "Ferry is back 🎉"],
        ["paragraph", "The ferry crosses the inlet again."],
        ["list-item", "- It costs two dollars."],
        ["list-item", "- It runs until nine."],
      ],
    );
    const again = await analyze(text, { blocks });
    assert.deepEqual(again.blocks(), blocks);
    for (const each of [analysis, again]) each.free();
  });

  test("shows who a speaker is, where the text says it", async () => {
    const shown = async (/** @type {string} */ text) => {
      const { quotes } = await summarize(text, { quotes: "all" });
      return quotes.map((quote) => [quote.source, shownSpeaker(quote), quote.confidence > 0.6]);
    };
    assert.deepEqual(await shown("“No boat came in all winter,” said Ingrid Sol, a baker on the quay."), [
      ["person", "Ingrid Sol, a baker on the quay", true],
    ]);
    assert.deepEqual(await shown("“No boat came in all winter,” Mayor Ingrid Sol said on Tuesday."), [
      ["person", "Mayor Ingrid Sol", true],
    ]);
    assert.deepEqual(await shown("They argued about it. “No boat came in all winter,” they said."), [
      ["group", "", false],
    ]);
  });

  test("gives as many places of a keyword as it counts", async () => {
    const text = "Trade wars end. The trade war hurt New York. New York fears a trade war.";
    const analysis = await analyze(text);
    const { keywords } = analysis.summarize();
    assert.ok(keywords.some((keyword) => keyword.text === "New York" && keyword.count === 2));
    for (const { text: phrase, count } of keywords) {
      assert.equal(analysis.occurrences(phrase).length, count, phrase);
    }
    analysis.free();
  });

  test("shows quotations without the comma that the attribution forced, and in one piece", async () => {
    const shown = async (/** @type {string} */ text) => {
      const { quotes } = await summarize(text, { quotes: "all" });
      return quotes.map(shownQuotation);
    };
    assert.deepEqual(await shown("“No boat came over the whole winter,” said Ingrid Sol."), [
      "“No boat came over the whole winter”",
    ]);
    assert.deepEqual(await shown("“No boat came,” said Ingrid Sol, “and no bread was sold here.”"), [
      "“No boat came, and no bread was sold here.”",
    ]);
    assert.deepEqual(await shown("“Is the boat coming back this year?” asked Ingrid Sol."), [
      "“Is the boat coming back this year?”",
    ]);
  });

  test("shows what lines of a PDF part as it is written", async () => {
    const paper =
      "“Nobody crossed the inlet without a sig-\nnal in that winter, and no boat went out to sea with-\nout one,” said Ingrid Sol, “and it was too dark.”";
    const english = await summarize(paper, { quotes: "all" });
    assert.deepEqual(english.quotes.map(shownQuotation), [
      "“Nobody crossed the inlet without a signal in that winter, and no boat went out to sea without one, and it was too dark.”",
    ]);
    const wrapped =
      "港町の議会は月曜日、丘の上の古い風車に再び灯をともす\n計画を承認した。風車は百年前の火事のあと使われずに、\n屋根も失われていた。修理には二年かかり、費用は三億円\nになる。灯は冬至の夜にともされ、学校は早く閉まること\nになっている。";
    const japanese = await summarize(wrapped, { sentences: 1 });
    assert.deepEqual(
      japanese.sentences.map((sentence) => shownText(sentence)),
      ["港町の議会は月曜日、丘の上の古い風車に再び灯をともす計画を承認した。"],
    );
  });

  test("takes what markup tells, and shows sentences without marks and with whom they mean", async () => {
    const text =
      "Crew 🎉\n\nIngrid Sol bakes bread for the ferry of Harlow Bay.[1] She sells it to the ferry crew of Harlow Bay.";
    const blocks = /** @type {const} */ ([
      { start: 0, end: 7, kind: "heading", level: 2 },
      { start: 9, end: text.length, kind: "paragraph" },
    ]);
    const summary = await summarize(text, { sentences: 2, blocks, title: "Harlow Bay" });
    assertVerbatim(text, summary);
    const [first, second] = summary.sentences;
    assert.ok(first && second);
    assert.equal(first.text, "Ingrid Sol bakes bread for the ferry of Harlow Bay.[1]");
    assert.equal(shownText(first), "Ingrid Sol bakes bread for the ferry of Harlow Bay.");
    assert.equal(shownText(second), "She [Ingrid Sol] sells it to the ferry crew of Harlow Bay.");
    assert.equal(shownText(second, { antecedents: false }), "She sells it to the ferry crew of Harlow Bay.");
    assert.deepEqual(
      shownPieces(second).map(({ ours }) => ours),
      [false, true, false],
    );
  });

  test("finds the headline, quotes with their speakers, keywords and statistics", async () => {
    const { title, language, quotes, keywords, statistics } = await summarize(lighthouse, { quotes: "all" });
    assert.equal(title?.text, "Keepers wanted for the last staffed light on the coast");
    assert.equal(language, "en");
    assert.deepEqual(quotes.map(({ speaker }) => speaker?.text ?? null).slice(0, 1), ["Marcus Thiele"]);
    assert.equal(quotes[0]?.parts[0]?.text, "People write to us because they want to be alone,");
    assert.equal(keywords[0]?.weight, 1);
    assert.ok(statistics.milliseconds > 0);
    assert.equal(statistics.characters, lighthouse.length);
    assert.equal(statistics.compressionRatio, statistics.summaryWords / statistics.words);
  });

  test("keeps to a budget of words, and to a ratio", async () => {
    const byWords = await summarize(lighthouse, { words: 60 });
    assert.ok(byWords.statistics.summaryWords <= 60 && byWords.sentences.length > 1);
    const byRatio = await summarize(lighthouse, { ratio: 0.3 });
    assert.ok(byRatio.statistics.compressionRatio <= 0.301 && byRatio.sentences.length > 1);
    const everything = await summarize(lighthouse, { ratio: 1 });
    assert.ok(everything.sentences.length >= everything.statistics.sentences - 1);
  });

  test("focuses on a query", async () => {
    const { sentences } = await summarize(lighthouse, { sentences: 1, query: "kelp" });
    assert.match(sentences[0]?.text ?? "", /kelp/);
  });

  test("is deterministic, also across analyses of other texts", async () => {
    const untimed = async () => {
      const summary = await summarize(lighthouse, { sentences: 5 });
      return { ...summary, statistics: { ...summary.statistics, milliseconds: 0 } };
    };
    const before = await untimed();
    await summarize("Another text. It says other things.");
    assert.deepEqual(await untimed(), before);
  });
});

describe("analyze", () => {
  test("chooses often from one analysis, and can be freed", async () => {
    const analysis = await analyze(lighthouse);
    assert.equal(analysis.summarize({ sentences: 2 }).sentences.length, 2);
    assert.equal(analysis.summarize({ sentences: 5 }).sentences.length, 5);
    analysis.free();
    analysis.free();
    assert.throws(() => analysis.summarize(), { name: "NutgrafError", code: "disposed" });
  });

  test("is disposable", async () => {
    const analysis = await analyze(lighthouse);
    const dispose = Symbol.dispose ?? Symbol.for("Symbol.dispose");
    /** @type {Record<symbol, () => void>} */ (/** @type {unknown} */ (analysis))[dispose]?.call(analysis);
    assert.throws(() => analysis.summarize(), { code: "disposed" });
  });
});

describe("offsets", () => {
  test("are of UTF-16, whatever the text", async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "“Çok güzel 🎉,” said Åsa Öberg. ",
        "漢字です。",
        "A plain sentence. ",
        "\n\n",
        "👩‍👩‍👧 family, he said: «oui, ça va bien». ",
      ),
      fc.string({ unit: "binary" }),
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    await fc.assert(
      fc.asyncProperty(text, async (input) => {
        assertVerbatim(input, await summarize(input, { ratio: 1, quotes: "all" }));
      }),
    );
  });

  test("survive lone surrogates", async () => {
    const input = "The ferry \uD83D sank in the \uDE00 storm. “It was a \uD83D bad night,” said Ada Byron.";
    const summary = await summarize(input, { ratio: 1 });
    assertVerbatim(input, summary);
    assert.equal(summary.sentences[0]?.text, "The ferry \uD83D sank in the \uDE00 storm.");
  });
});

describe("odd texts", () => {
  /** @type {[string, string, number][]} name, text, sentences of the summary */
  const cases = [
    ["nothing", "", 0],
    ["white space", " \n\t\u00a0\n", 0],
    ["one word", "Ferry", 1],
    ["stop words alone", "To be or not to be.", 1],
    ["emoji alone", "🎉🎉🎉 👍🏽", 0],
    ["marks alone", '"" .. ?! “ ‘ ((', 0],
    ["a lone surrogate", "\uD800", 0],
  ];
  for (const [name, text, sentences] of cases) {
    test(`${name}: ${sentences} sentences`, async () => {
      const summary = await summarize(text);
      assert.equal(summary.sentences.length, sentences);
      assertVerbatim(text, summary);
    });
  }

  test("20 MB of prose, and one line of 5 MB without punctuation", async () => {
    const long = lighthouse.repeat(Math.ceil(20e6 / lighthouse.length));
    assert.equal((await summarize(long, { sentences: 3 })).sentences.length, 3);
    const line = "word ".repeat(1e6);
    assert.equal((await summarize(line)).sentences.length, 1);
  });
});

describe("bad input throws a NutgrafError with code, option and value, and the module works afterwards", () => {
  /** @type {[unknown, unknown, string, string][]} text, options, code, option */
  const cases = [
    [null, {}, "invalid-text", "text"],
    [undefined, {}, "invalid-text", "text"],
    [42, {}, "invalid-text", "text"],
    [{}, {}, "invalid-text", "text"],
    ["a".repeat(64 * 1024 * 1024 + 1), {}, "text-too-long", "text"],
    ["Text.", { sentences: NaN }, "invalid-option", "sentences"],
    ["Text.", { sentences: 0 }, "invalid-option", "sentences"],
    ["Text.", { sentences: -1 }, "invalid-option", "sentences"],
    ["Text.", { sentences: 1.5 }, "invalid-option", "sentences"],
    ["Text.", { sentences: "3" }, "invalid-option", "sentences"],
    ["Text.", { sentences: null }, "invalid-option", "sentences"],
    ["Text.", { words: -100 }, "invalid-option", "words"],
    ["Text.", { words: Infinity }, "invalid-option", "words"],
    ["Text.", { ratio: 0 }, "invalid-option", "ratio"],
    ["Text.", { ratio: 1.1 }, "invalid-option", "ratio"],
    ["Text.", { ratio: NaN }, "invalid-option", "ratio"],
    ["Text.", { query: 7 }, "invalid-option", "query"],
    ["Text.", { quotes: "some" }, "invalid-option", "quotes"],
    ["Text.", { keywords: -1 }, "invalid-option", "keywords"],
    ["Text.", { language: "en_GB" }, "invalid-option", "language"],
    ["Text.", { title: 1 }, "invalid-option", "title"],
    ["Text.", { blocks: "all" }, "invalid-option", "blocks"],
    ["Text.", { blocks: [7] }, "invalid-option", "blocks"],
    ["Text.", { blocks: [{ start: 0, end: 9, kind: "paragraph" }] }, "invalid-option", "blocks"],
    ["Text.", { blocks: [{ start: 3, end: 1, kind: "paragraph" }] }, "invalid-option", "blocks"],
    ["Text.", { blocks: [{ start: 0, end: 5, kind: "poem" }] }, "invalid-option", "blocks"],
    ["Text.", { blocks: [{ start: 0, end: 5, kind: "heading", level: 9 }] }, "invalid-option", "blocks"],
    ["A 🎉.", { blocks: [{ start: 0, end: 3, kind: "paragraph" }] }, "invalid-option", "blocks"],
    [
      "One. Two.",
      {
        blocks: [
          { start: 0, end: 6, kind: "paragraph" },
          { start: 5, end: 9, kind: "paragraph" },
        ],
      },
      "invalid-option",
      "blocks",
    ],
    ["Text.", { sentences: 1, words: 10 }, "conflicting-options", "sentences, words"],
    ["Text.", { sentence: 3 }, "unknown-option", "sentence"],
    ["Text.", "short", "invalid-option", "options"],
    ["Text.", null, "invalid-option", "options"],
    ["Text.", [3], "invalid-option", "options"],
  ];
  for (const [text, options, code, option] of cases) {
    const shown = typeof text === "string" && text.length > 20 ? `${text.length} characters` : String(text);
    test(`${shown}, ${typeof options === "object" ? stringify(options) : options}: ${code}`, async () => {
      const call = summarize(/** @type {any} */ (text), /** @type {any} */ (options));
      await assert.rejects(call, (error) => {
        assert.ok(error instanceof NutgrafError);
        assert.equal(error.code, code);
        assert.equal(error.option, option);
        assert.match(error.message, /^nutgraf: /);
        assert.ok("value" in error);
        return true;
      });
      assert.equal((await summarize("It works. Still.")).sentences.length, 1);
    });
  }

  test("the value is the one that was given", async () => {
    await assert.rejects(summarize("Text.", { ratio: 7 }), { value: 7, message: /"ratio" is 7, expected/ });
    await assert.rejects(summarize("Text.", /** @type {any} */ ({ wrds: "x" })), { value: "x" });
  });
});

test("init can be called early and again", async () => {
  await init();
  await init();
  assert.equal((await summarize("It works.")).sentences.length, 1);
});

/** @param {unknown} value */
function stringify(value) {
  return JSON.stringify(value, (_, inner) =>
    typeof inner === "number" && !Number.isFinite(inner) ? `${inner}` : inner,
  );
}
