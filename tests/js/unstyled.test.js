// Markup without its style attributes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { unstyled } from "../../www/unstyled.js";

test("style attributes go, however they are written", () => {
  for (const [markup, kept] of [
    [`<p style="color: red">The ferry.</p>`, "<p >The ferry.</p>"],
    [`<p class='a' STYLE='color: red' id=b>The ferry.</p>`, "<p class='a'  id=b>The ferry.</p>"],
    ["<p style=color:red>The ferry.<br style = 'clear:both'/>", "<p >The ferry.<br />"],
    [`<p\n style="a"><b style="b">x</b>`, "<p\n ><b >x</b>"],
  ]) {
    assert.equal(unstyled(markup ?? ""), kept);
  }
});

test("what one hides stays hidden", () => {
  assert.equal(unstyled(`<p style="color: red; display : none">The ferry.</p>`), "<p hidden>The ferry.</p>");
});

test("all else stays as it was", () => {
  for (const markup of [
    "",
    `It says style="red" of the <b>ferry</b> style="blue".`,
    `<p title='<i style="x">' data-style="red" styles="red">&lt;p style="red"&gt;</p>`,
    `<a href="/style="x"">3 < 4 <p`,
    `<p title="never closed>The ferry is late.</p>`,
    "<!-- style='x' --><?style='x'?></style='x'>",
  ]) {
    assert.equal(unstyled(markup), markup);
  }
});
