// Whether a plain text is Markdown, as notes and the answers of chat programs are.

/** What Markdown alone has: headings below the first, or that first one by itself, words in bold, links, code between fences, rules of tables. */
const SIGNS = [
  /^(?:#{2,6} \S|# \S.*\r?\n\r?\n)/gm,
  /\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*/g,
  /\[[^[\]\n]+\]\((?:https?:|mailto:|[#./])[^()\s]{0,2000}\)/g,
  /^(?:```|~~~)/gm,
  /^\|?(?: *:?-{3,}:? *\|)+/gm,
];

/** The signs of one kind that are enough by themselves: a word between stars may be an outcry. */
const MANY = 3;

/** How much of a text is looked at, in UTF-16 code units. */
const SEEN = 100_000;

/** The longest Markdown that is read as such, in UTF-16 code units: more is a file of data. */
const LONGEST = 4_000_000;

/**
 * Whether a text is Markdown: it has signs of two kinds, or several of one.
 * @param {string} text
 */
export function isMarkdown(text) {
  if (text.length > LONGEST) return false;
  const head = text.slice(0, SEEN);
  const counts = SIGNS.map((sign) => head.match(sign)?.length ?? 0);
  return counts.filter(Boolean).length > 1 || counts.some((count) => count >= MANY);
}
