// The words of a sentence that are shown: its parts, and what its opening words stand for, in square brackets.

/** @typedef {import("./wasm/nutgraf.js").SummarySentence} SummarySentence */
/** @typedef {import("./wasm/nutgraf.js").Excerpt} Excerpt */

/**
 * A piece of what is shown: the text's own words, or ours, as "[Xi Jinping]" behind "He".
 * @typedef {{ text: string, ours: boolean }} ShownPiece
 */

/**
 * @typedef {object} ShownOptions
 * @property {boolean} [antecedents] Whether to say what opening words stand for. Default: true.
 * @property {string} [language] The language that names are listed in, as a BCP 47 tag. Default: "en".
 */

/**
 * The words of a sentence as a page shows them, in pieces: without reference marks, each run of white space a space,
 * and behind words such as "He" what they stand for, as an editor adds it.
 *
 * @param {Pick<SummarySentence, "parts" | "antecedents">} sentence
 * @param {ShownOptions} [options]
 * @returns {ShownPiece[]}
 */
export function shownPieces({ parts, antecedents }, { antecedents: added = true, language = "en" } = {}) {
  /** @type {ShownPiece[]} */
  const pieces = [];
  const own = (/** @type {string} */ text) => {
    if (text) pieces.push({ text: text.replace(/\s+/g, " "), ours: false });
  };
  const due = added ? [...antecedents] : [];
  for (const { text, start, end } of parts) {
    let at = start;
    while (due[0] && due[0].mention.end <= end) {
      const { mention, names } = /** @type {(typeof due)[number]} */ (due.shift());
      own(text.slice(at - start, mention.end - start));
      pieces.push({ text: ` [${listed(names, language)}]`, ours: true });
      at = mention.end;
    }
    own(text.slice(at - start));
  }
  return pieces;
}

/**
 * The words of a sentence as they are copied: the pieces as one text.
 *
 * @param {Pick<SummarySentence, "parts" | "antecedents">} sentence
 * @param {ShownOptions} [options]
 * @returns {string}
 * @example
 * summary.sentences.map((sentence) => shownText(sentence)).join(" ");
 */
export function shownText(sentence, options) {
  return shownPieces(sentence, options)
    .map(({ text }) => text)
    .join("")
    .trim();
}

/**
 * "Xi Jinping and Mikhail Mishustin"
 * @param {Excerpt[]} names
 * @param {string} language
 */
function listed(names, language) {
  const texts = names.map(({ text }) => text.replace(/\s+/g, " "));
  return new Intl.ListFormat(language === "und" ? "en" : language).format(texts);
}

/**
 * The words of a quotation as a page sets them by themselves, between the text's own marks: pieces that stood around
 * "she said" as one, and without the comma that this forced: “No boat,” not “No boat,”.
 *
 * @param {Pick<import("./wasm/nutgraf.js").Quotation, "text" | "start" | "end" | "parts">} quotation
 * @returns {string}
 * @example
 * summary.quotes.map((quotation) => shownQuotation(quotation));
 */
export function shownQuotation({ text, start, parts }) {
  const [first, last] = [parts[0], parts.at(-1)];
  const [open, close] =
    first && last ? [text.slice(0, first.start - start), text.slice(last.end - start)] : ["", ""];
  const words = parts.map((part, index) => {
    const next = parts[index + 1];
    // “No,” she said. “It is late.” But “tid-⏎al” has no word between its pieces.
    const apart = next && /\p{L}/u.test(text.slice(part.end - start, next.start - start));
    const piece = next && !/^\p{Lu}/u.test(next.text) ? part.text : endedBy(next ? "." : "", part.text);
    return apart ? `${piece} ` : piece;
  });
  return (open + words.join("") + close).replace(/\s+/g, " ").trim();
}

/** A piece of speech with another mark for the comma that ends it, in any script. @param {string} mark @param {string} piece */
function endedBy(mark, piece) {
  const bare = piece.trimEnd();
  return /[,،、，]$/.test(bare) ? bare.slice(0, -1).trimEnd() + mark : piece;
}

/**
 * Who said a quotation, as a page sets it under the words: the speaker and, where the text says it beside the name, who
 * that is: "Xu Poling, director of the department of Russian economy". Empty where no speaker is certain.
 *
 * @param {Pick<import("./wasm/nutgraf.js").Quotation, "speaker" | "role">} quotation
 * @returns {string}
 */
export function shownSpeaker({ speaker, role }) {
  if (!speaker) return "";
  // "President" is part of "President Barack Obama" already.
  const apart = role && (role.start >= speaker.end || role.end <= speaker.start);
  return [speaker, ...(apart ? [role] : [])].map(({ text }) => text.replace(/\s+/g, " ")).join(", ");
}
