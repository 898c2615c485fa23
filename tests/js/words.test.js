// The page's words: every language has them all, with the same places, and each plural that it needs.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import english from "../../www/words/en.js";
import { LANGUAGES, languageOf, Words } from "../../www/words.js";

const PLACES = /\{\w+\}/g;
const placesOf = (/** @type {string} */ text) => (text.match(PLACES) ?? []).sort();

for (const tag of /** @type {import("../../www/words.js").Tag[]} */ (Object.keys(LANGUAGES))) {
  describe(tag, () => {
    test("has every text, with its places", async () => {
      const { default: table } = await import(`../../www/words/${tag}.js`);
      assert.deepEqual(Object.keys(table), Object.keys(english));
      for (const [name, text] of Object.entries(english)) {
        if (typeof text !== "string") continue;
        assert.ok(table[name].trim().length > 0, name);
        assert.deepEqual(placesOf(table[name]), placesOf(text), name);
      }
    });

    test("counts words in each of its plurals", async () => {
      const { default: table } = await import(`../../www/words/${tag}.js`);
      const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
      for (const category of pluralCategories) assert.ok(table.wordCount[category], category);
      const words = await Words.load(tag);
      for (const n of [0, 1, 2, 5, 21, 1234]) assert.doesNotMatch(words.wordCount(n), /[{}]|undefined/);
    });
  });
}

test("the reader's first language that there is wins", () => {
  assert.equal(languageOf(["", "no such tag!", "sw-KE", "pt-BR", "en"]), "pt");
  assert.equal(languageOf(["zh-TW"]), "zh-Hant");
  assert.equal(languageOf(["zh-CN"]), "zh-Hans");
  assert.equal(languageOf(["zh-HK", "en"]), "zh-Hant");
  assert.equal(languageOf(["sw"]), "en");
});

test("numbers, shares and times are the language's own", async () => {
  const [english, german, arabic] = await Promise.all([Words.load("en"), Words.load("de"), Words.load("ar")]);
  assert.equal(english.percent(0.125), "13%");
  assert.equal(german.percent(0.125), "13\u00A0%");
  assert.equal(german.number(1234.5, 1), "1.234,5");
  assert.equal(english.duration(0.2), "1 sec");
  assert.equal(english.duration(150), "3 min");
  assert.equal(arabic.direction, "rtl");
  assert.equal(german.languageName("fr"), "Französisch");
  assert.equal(german.languageName("und"), "Sprache unbekannt");
});
