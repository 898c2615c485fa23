// What markup told of a text, after the text was edited.

/** @typedef {import("./nutgraf/index.js").Block} Block */
/** @typedef {import("./intake.js").Article} Article */

/**
 * An article with a new text: blocks before the change stay, those behind it move, and one that holds it all grows or
 * shrinks. Where a change goes over a block's edge, the text alone tells what stands there.
 * @param {Article} article
 * @param {string} text
 * @returns {Article}
 */
export function edited({ text: old, blocks }, text) {
  if (!blocks) return { text };
  const shorter = Math.min(old.length, text.length);
  let before = 0;
  while (before < shorter && old[before] === text[before]) before++;
  let behind = 0;
  while (behind < shorter - before && old.at(-1 - behind) === text.at(-1 - behind)) behind++;
  const [changed, by] = [old.length - behind, text.length - old.length];
  const kept = blocks.flatMap((block) => {
    if (block.end <= before) return [block];
    if (block.start >= changed) return [moved(block, by)];
    const broken = /\n/.test(text.slice(before, text.length - behind));
    return block.start <= before && block.end >= changed && !broken
      ? [{ ...block, end: block.end + by }]
      : [];
  });
  return { text, blocks: kept.filter(({ start, end }) => start < end) };
}

/**
 * An article with another one put into it.
 * @param {Article} article
 * @param {number} start
 * @param {number} end
 * @param {Article} inserted
 * @returns {Article}
 */
export function inserted(article, start, end, { text, blocks = [] }) {
  const whole = edited(article, article.text.slice(0, start) + text + article.text.slice(end));
  const own = blocks.map((block) => moved(block, start));
  const apart = (whole.blocks ?? []).filter(
    (block) => block.end <= start || block.start >= start + text.length,
  );
  return { text: whole.text, blocks: [...apart, ...own].sort((a, b) => a.start - b.start) };
}

/** @param {Block} block @param {number} by */
function moved(block, by) {
  return { ...block, start: block.start + by, end: block.end + by };
}
