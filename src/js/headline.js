// The headline of a saved page: its title names the site, too.

/** @param {string | null | undefined} text */
const line = (text) => (text ?? "").replace(/\s+/g, " ").trim();

/**
 * Tells the headline by the page's title, now or when the page is no more what it was: the heading that makes most of
 * the title, else what stands before a bar, be it the site's name of one word: "BMJV | What becomes dearer".
 * @param {Document} page
 */
export function headlineOf(page) {
  const headings = [...page.querySelectorAll("h1, h2")].map(({ textContent }) => line(textContent));
  return (/** @type {string | null | undefined} */ title) => {
    const told = line(title);
    const longest = (/** @type {string} */ long, /** @type {string} */ heading) =>
      told.includes(heading) && heading.length > long.length ? heading : long;
    const heading = headings.reduce(longest, "");
    if (2 * heading.length >= told.length) return heading;
    return told.split(" | ").find((part) => part.includes(" ")) ?? told;
  };
}
