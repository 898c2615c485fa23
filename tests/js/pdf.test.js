// Parts of what reads PDF files that no file of ours shows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accents } from "../../src/pdf/accent.js";
import { lineOf } from "../../src/pdf/line.js";
import { Glued } from "../../src/pdf/paragraph.js";
import { titled } from "../../src/pdf/title.js";

/** @param {string} text @param {number} left @param {number} [size] */
const fragment = (text, left, size = 10) => ({
  ...{ text, left, right: left + 10 * text.length, base: 100, size, rtl: false, font: "f", fixed: false },
});

/** @param {[text: string, level?: number][]} pieces */
const piecesOf = (pieces) =>
  pieces.map(([text, level]) => ({ text: new Glued(() => false).add(text), ...(level && { level }) }));

test("no space parts characters that a scan sets apart", () => {
  assert.equal(lineOf([fragment("海 の 灯", 0), fragment("は消えた 。", 60)]).text, "海の灯は消えた。");
  assert.equal(lineOf([fragment("등대 불", 0), fragment("a b", 60)]).text, "등대 불 a b");
});

test("an accent goes onto the letter behind it", () => {
  const bare = accents("Sch¨on");
  assert.equal(
    bare("Sch¨on, na¨ıve, Erd˝os, fa¸cade, r´ef´erence, tr`es"),
    "Schön, naïve, Erdős, façade, référence, très",
  );
  assert.equal(bare("2 ¨ 3 and `code`"), "2 ¨ 3 and `code`");
  const own = accents("l´été à la mer");
  assert.equal(own("l´eau, Sch¨on"), "l´eau, Schön", "an apostrophe where letters have their own accents");
});

test("the title is what the file says, where it stands at its beginning", () => {
  const pieces = piecesOf([["Harlow Press"], ["Lamps on the Inlet∗"], ["PART ONE", 1], ["1 Tides", 2]]);
  assert.equal(titled(pieces, "LAMPS ON THE INLET"), 1);
  assert.equal(titled(pieces, "lamps.dvi"), 2, "or the largest");
  assert.equal(titled(piecesOf([["Lamps"], ["1 Tides", 1], ["2 Boats", 1]]), ""), -1, "and no section");
});
