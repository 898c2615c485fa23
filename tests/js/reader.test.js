// The reader of markup, in the DOM that the command line reads with; tests/page has it in real pages.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readMarkdown, readMarkup, readPage } from "../../src/cli/markup.js";

/**
 * A reading's blocks as pairs of their kind and text.
 * @param {import("../../src/js/reader.js").Reading} reading
 */
function kinds({ text, blocks }) {
  return blocks.map(({ kind, level, start, end }) => [kind + (level ?? ""), text.slice(start, end)]);
}

test("every kind of block is known by its element", () => {
  const reading = readMarkup(`
    <h1>Harlow  Bay</h1>
    <nav>Home</nav>
    <div><p>The ferry is <b>back</b>.</p> It crosses the inlet.</div>
    <figure><img alt="x"><figcaption>The ferry on Sunday.</figcaption></figure>
    <blockquote><p>“No boat, no bread.”</p></blockquote>
    <ul><li>Two boats</li><li><p>One quay</p></li></ul>
    <aside><p>Read also this.</p></aside>
    <pre><code>cross(inlet);\n  back();</code></pre>
    <table><thead><tr><th>Year</th><td>1908</td></tr></thead><tbody><tr><th>Crew</th><td>3</td></tr></tbody></table>
    <div role="heading" aria-level="3">The crew</div>`);
  assert.deepEqual(kinds(reading), [
    ["heading1", "Harlow Bay"],
    ["paragraph", "The ferry is back."],
    ["caption", "The ferry on Sunday."],
    ["quotation", "“No boat, no bread.”"],
    ["list-item", "- Two boats"],
    ["list-item", "- One quay"],
    ["aside", "Read also this."],
    ["code", "cross(inlet);\n  back();"],
    ["table", "Year\t1908\nCrew\t3"],
    ["heading3", "The crew"],
  ]);
  assert.ok(reading.text.includes("It crosses the inlet."), "what no element tells is text all the same");
  assert.ok(!reading.text.includes("Home"), "navigation is no text");
});

test("an item begins with its number where its list has them, and once", () => {
  const reading = readMarkup(`
    <ol><li>Loosen the rope.<ul><li>Mind the gull.</li></ul></li><li><p>Push off.</p><p>Then row.</p></li></ol>
    <p>Rest.</p>
    <ol start="3"><li>Land.</li></ol>
    <ol start="next"><li>Tie up.</li></ol>
    <dl><dt>Cleat</dt><dd>What a rope is tied to.</dd></dl>`);
  assert.deepEqual(kinds(reading), [
    ["list-item", "1. Loosen the rope."],
    ["list-item", "- Mind the gull."],
    ["list-item", "2. Push off."],
    ["list-item", "Then row."],
    ["paragraph", "Rest."],
    ["list-item", "3. Land."],
    ["list-item", "1. Tie up."],
    ["list-item", "- Cleat"],
    ["list-item", "- What a rope is tied to."],
  ]);
});

test("what may be anything is left to be seen from the text", () => {
  const reading = readMarkup(
    "<p>The ferry is back.<br>It is late.</p><pre>Dear Ada,\n\nthe ferry is late.</pre><div>Yours</div>",
  );
  assert.deepEqual(reading.blocks, []);
  assert.equal(reading.text, "The ferry is back.\nIt is late.\n\nDear Ada,\n\nthe ferry is late.\n\nYours");
});

test("a paragraph that begins as an item does may be one, as in what Word copies", () => {
  const reading = readMarkup(`
    <p class=MsoTitle>The ferry<o:p></o:p></p>
    <p class=MsoListParagraph><![if !supportLists]><span>·<span>&nbsp;&nbsp; </span></span><![endif]>Two boats</p>
    <p class=MsoListParagraph><span>o<span>&nbsp;&nbsp; </span></span>One quay</p>
    <p>1. Push off.</p>
    <p>1908 was late.</p>`);
  assert.deepEqual(kinds(reading), [
    ["title", "The ferry"],
    ["paragraph", "1908 was late."],
  ]);
  assert.ok(
    reading.text.includes("\n\n·\u00a0\u00a0 Two boats\n\no\u00a0\u00a0 One quay\n\n1. Push off.\n\n"),
  );
});

test("two breaks end a paragraph, and a paragraph in bold is a heading", () => {
  const reading = readMarkup(
    "<p>One.<br><br>Two.</p><p><strong>How to vote</strong></p><p><b>Bold words.</b></p>",
  );
  assert.deepEqual(kinds(reading), [
    ["paragraph", "One."],
    ["paragraph", "Two."],
    ["heading", "How to vote"],
    ["paragraph", "Bold words."],
  ]);
});

test("what Google Docs copies is not bold as a whole", () => {
  const reading = readMarkup(`<b id="docs-internal-guid-1"><p>Ferry times</p><p><b>How to vote</b></p></b>`);
  assert.deepEqual(kinds(reading), [
    ["paragraph", "Ferry times"],
    ["heading", "How to vote"],
  ]);
});

test("reference marks are the notes', a table that only places is none", () => {
  const reading = readMarkup(
    `<table><tr><td><p>The ferry sank.<sup><a href="#cite-1">[1]</a></sup></p></td><td><p>It was 10<sup>2</sup> years old.</p></td></tr></table>`,
  );
  assert.deepEqual(kinds(reading), [
    ["paragraph", "The ferry sank."],
    ["paragraph", "It was 10² years old."],
  ]);
});

test("a title that the text lacks is put before it, and the blocks move", () => {
  const reading = readMarkup("<p>It is back.</p>").titled(" Harlow\n Bay ");
  assert.deepEqual(kinds(reading), [
    ["title", "Harlow Bay"],
    ["paragraph", "It is back."],
  ]);
  assert.equal(readMarkup("<h1>Bay</h1><p>It is back.</p>").titled("Bay").text, "Bay\n\nIt is back.");
});

test("Markdown and pages are read by the same", () => {
  assert.deepEqual(kinds(readMarkdown("---\na: b\n---\n## Crew\n\nThree people.\n\n> Four.\n\n1. Five\n")), [
    ["heading2", "Crew"],
    ["paragraph", "Three people."],
    ["quotation", "Four."],
    ["list-item", "1. Five"],
  ]);
  const sentence = "The ferry of Harlow Bay is back on the inlet after four years. ";
  const page = readPage(
    `<html><head><title>Bay</title></head><body><nav>Home</nav><article><h1>Bay</h1><p>${sentence.repeat(20)}</p></article></body></html>`,
  );
  assert.ok(page.text.includes(sentence.trim()) && !page.text.includes("Home"));
});

const LONG = "The night ferry crosses the inlet from ten in the evening to five in the morning. "
  .repeat(2)
  .trim();

test("what only leads elsewhere is the site's, where a text stands beside it", () => {
  const menu = `<ul><li><a href="/news">News</a></li></ul><div><a href="/a">Sport</a> | <a href="/b">Jobs</a></div>`;
  const rest = `<h2><a href="/ferry">The ferry</a></h2><p><a href="/x">More of this</a> and that.</p><p><a id="y">Stop.</a></p>`;
  const kept = [
    ["heading2", "The ferry"],
    ["paragraph", "More of this and that."],
    ["paragraph", "Stop."],
  ];
  assert.deepEqual(kinds(readMarkup(`${menu}${rest}<p>${LONG}</p>`)), [
    ["boilerplate", "- News"],
    ["boilerplate", "Sport | Jobs"],
    ...kept,
    ["paragraph", LONG],
  ]);
  assert.deepEqual(kinds(readMarkup(menu + rest)), kept);
});

test("what stands around a page's article is set apart, but for its headings before", () => {
  const page = (/** @type {string} */ article) => `
    <p>We use cookies.</p>
    <h1>Night ferry</h1>
    ${article}
    <h2>More stories</h2>
    <article><h3>The old quay</h3><p>It is closed.</p></article>
    <p>Imprint</p>`;
  const apart = (/** @type {string} */ article) => {
    const aside = kinds(readMarkup(page(article))).filter(([kind]) => kind === "aside");
    return aside.map(([, text]) => text);
  };
  const around = ["We use cookies.", "More stories", "The old quay", "It is closed.", "Imprint"];
  assert.deepEqual(apart(`<article><p>${LONG}</p></article>`), around);
  assert.deepEqual(apart(`<main><p>It sails again.</p><p>${LONG}</p></main>`), around);
  assert.deepEqual(apart(`<main><p>It sails again.</p><article><p>${LONG}</p></article></main>`), around);
  // Where most of the text stands elsewhere, those elements tell nothing.
  assert.deepEqual(apart(`<article><p>${LONG}</p></article><p>${LONG}</p>`), []);
  assert.deepEqual(apart("<article><p>Short.</p></article>"), []);
});

test("comments and footers are set apart by the names that their elements have, and a page of asides is a text", () => {
  const said = "<p>I like it.</p>";
  for (const comments of [
    `<div id="comments">${said}</div>`,
    `<ol class="a comment-list">${said}</ol>`,
    `<div class="comment">${said}</div>`,
    `<div id="footer">${said}</div>`,
  ]) {
    assert.deepEqual(
      kinds(readMarkup(`<p>${LONG}</p>${comments}`)),
      [
        ["paragraph", LONG],
        ["aside", "I like it."],
      ],
      comments,
    );
  }
  const code = `<p><code><span class="comment"># no comment</span></code> says nothing.</p>`;
  assert.deepEqual(kinds(readMarkup(`<p>${LONG}</p>${code}`))[1]?.[0], "paragraph");
  assert.deepEqual(kinds(readMarkup(`<aside><p>${LONG}</p></aside>`)), []);
});

test("a dialog is no text, nor is a footer that does not say whose a quotation is", () => {
  const reading = readMarkup(
    `<div role="dialog">We use cookies.</div><blockquote>No boat.<footer>Ana Sol</footer></blockquote><footer>Imprint</footer>`,
  );
  assert.equal(reading.text, "No boat.\n\nAna Sol");
});

test("markup may be nested as deep as anything", () => {
  const depth = 20_000;
  const reading = readMarkup(`${"<div>".repeat(depth)}The ferry is back.${"</div>".repeat(depth)}`);
  assert.equal(reading.text, "The ferry is back.");
});

test("blocks ascend, do not overlap, and hold what their places have", () => {
  const reading = readMarkup("<ul><li>a<ul><li>b</li></ul>c</li></ul><p>d</p>e<h2>f<br>g</h2><p> </p>");
  let end = 0;
  for (const block of reading.blocks) {
    assert.ok(block.start >= end && block.end > block.start, JSON.stringify(block));
    assert.equal(
      reading.text.slice(block.start, block.end).trim(),
      reading.text.slice(block.start, block.end),
    );
    end = block.end;
  }
  assert.ok(end <= reading.text.length && reading.blocks.length >= 5);
});

test("an element with nothing but white space in it is no block", () => {
  const reading = readMarkup("<p>The ferry.</p><p>&nbsp;</p><h2>\v</h2><p>It is late.</p>");
  assert.deepEqual(kinds(reading), [
    ["paragraph", "The ferry."],
    ["paragraph", "It is late."],
  ]);
});

test("a heading's level is one that there is, whatever its attribute says", () => {
  const levels = ["3", "9", "-1.5", "0.5", "2.9", "deep", ""].map(
    (level) => readMarkup(`<div role="heading" aria-level="${level}">The crew</div>`).blocks[0]?.level,
  );
  assert.deepEqual(levels, [3, 6, 2, 2, 2, 2, 2]);
});

test("a preformatted text in a listing's element is code", () => {
  const listing = `<div class="highlight"><pre><span>cross</span>(inlet)</pre></div><pre>Dear Ada,</pre>`;
  assert.deepEqual(kinds(readMarkup(listing)), [["code", "cross(inlet)"]]);
});

test("tables and preformatted texts in others are each taken for what they are", () => {
  const cell = "<table><tr><td>Year</td><td>1908</td></tr></table>";
  const reading = readMarkup(
    `<table><tr><td><table><tr><td><p>The ferry.</p></td></tr></table>${cell}</td></tr></table>`,
  );
  assert.deepEqual(kinds(reading), [
    ["paragraph", "The ferry."],
    ["table", "Year\t1908"],
  ]);
  const listings = readMarkup("<pre>Dear Ada,<pre><code>cross();</code></pre></pre><pre>Yours</pre>");
  assert.deepEqual(kinds(listings), [
    ["code", "Dear Ada,"],
    ["code", "cross();"],
  ]);
});
