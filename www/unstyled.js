// Markup without its style attributes. The page's policy lets none apply, and Chromium, which copies each element's
// style as one, reports each that it refuses: 5,000 take it a second.

/** How a tag begins. */
const TAG = /<[a-z]/gi;

/** What stands in a tag: the rest of its name, an attribute, or what parts them. */
const PART = /[^\s/>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']*))?|[\s/=]+/y;

/**
 * What such an attribute hides stays hidden.
 * @param {string} markup
 */
export function unstyled(markup) {
  let kept = "";
  let from = 0;
  TAG.lastIndex = 0;
  while (TAG.test(markup)) {
    let at = TAG.lastIndex;
    PART.lastIndex = at;
    for (let part = PART.exec(markup)?.[0]; part; part = PART.exec(markup)?.[0]) {
      const end = at + part.length;
      if (/^style\s*=/i.test(part)) {
        kept += markup.slice(from, at) + (/display\s*:\s*none/i.test(part) ? "hidden" : "");
        from = end;
      }
      at = end;
      PART.lastIndex = at;
    }
    TAG.lastIndex = at;
  }
  return kept + markup.slice(from);
}
