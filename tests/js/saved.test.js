// The headline of a saved page, by its title and headings.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom/worker";
import { headlineOf } from "../../src/js/saved.js";

/** @param {string} headings @param {string | null} title */
const headline = (headings, title) =>
  headlineOf(parseHTML(`<!doctype html><html><body>${headings}</body></html>`).document)(title);

test("a heading that makes most of the title is the headline", () => {
  const headings = "<h1>Harlow Gazette</h1><h2>The night\n ferry sails again</h2><h2>Read next</h2>";
  for (const title of [
    "The night ferry sails again – Harlow Gazette",
    " The night  ferry sails again | Harlow Gazette",
    "Harlow: The night ferry sails again",
    "The night ferry sails again",
  ]) {
    assert.equal(headline(headings, title), "The night ferry sails again", title);
  }
  const other = "The night ferry has a new boat and a crew – Harlow Gazette";
  assert.equal(headline(headings, other), other, "the site's name makes less of it");
});

test("without one it is what stands before a bar, unless that is one word", () => {
  assert.equal(headline("", "The night ferry | Harlow Gazette | News"), "The night ferry");
  assert.equal(headline("", "HG | The night ferry"), "The night ferry");
  assert.equal(headline("", "HG | Ferries"), "HG | Ferries");
  assert.equal(headline("<h1></h1>", ""), "");
  assert.equal(headline("", null), "");
});
