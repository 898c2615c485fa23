// The page's words in the reader's language, one file a language, and its numbers and times by Intl.

import english from "./words/en.js";

/** @typedef {typeof english} English */
/** @typedef {Exclude<keyof English, "wordCount">} Name */

/**
 * What a language's file holds: for each name a text with `{places}`, and for what is counted one a plural category.
 * @typedef {Record<Name, string> & { wordCount: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string } }} Table
 */

/** The page's languages, each by its own name. */
export const LANGUAGES = {
  en: "English",
  ar: "العربية",
  de: "Deutsch",
  es: "Español",
  fr: "Français",
  he: "עברית",
  hi: "हिन्दी",
  it: "Italiano",
  ja: "日本語",
  ko: "한국어",
  nl: "Nederlands",
  pl: "Polski",
  pt: "Português",
  ru: "Русский",
  tr: "Türkçe",
  uk: "Українська",
  "zh-Hans": "简体中文",
  "zh-Hant": "繁體中文",
};

/** @typedef {keyof typeof LANGUAGES} Tag */

/** Those that are written from right to left. */
const RIGHT_TO_LEFT = ["ar", "he"];

/**
 * The first of the reader's languages that the page has.
 * @param {readonly string[]} wanted As `navigator.languages`.
 * @returns {Tag}
 */
export function languageOf(wanted) {
  for (const tag of wanted) {
    const found = nearest(tag);
    if (found) return found;
  }
  return "en";
}

/**
 * "pt-BR" is "pt"; "zh-TW" is read in traditional characters.
 * @param {string} tag
 */
function nearest(tag) {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    const all = /** @type {Tag[]} */ (Object.keys(LANGUAGES));
    return all.find((known) => known === language || known === `${language}-${script}`);
  } catch {
    return undefined; // a browser may list anything
  }
}

/** The page's words and numbers in one language. */
export class Words {
  #table;
  #plural;

  /**
   * @param {Tag} tag
   * @param {Table} table
   */
  constructor(tag, table) {
    this.tag = tag;
    this.#table = table;
    this.#plural = new Intl.PluralRules(tag);
  }

  /**
   * The words of a language.
   * @param {Tag} tag
   */
  static async load(tag) {
    try {
      const { default: table } = await import(/** @type {string} */ (`./words/${tag}.js`));
      return new Words(tag, table);
    } catch {
      return new Words("en", english); // without network, before the language was kept
    }
  }

  get direction() {
    return RIGHT_TO_LEFT.includes(this.tag) ? "rtl" : "ltr";
  }

  /**
   * A text, with its places filled.
   * @param {Name} name
   * @param {Record<string, string | number>} [values]
   */
  say(name, values = {}) {
    return this.#fill(this.#table[name], values);
  }

  /**
   * A number of words.
   * @param {number} n
   */
  wordCount(n) {
    const forms = this.#table.wordCount;
    return this.#fill(forms[this.#plural.select(n)] ?? forms.other, { n });
  }

  /**
   * A share of 1, as percent.
   * @param {number} share
   */
  percent(share) {
    return new Intl.NumberFormat(this.tag, { style: "percent", maximumFractionDigits: 0 }).format(share);
  }

  /** @param {number} value @param {number} [digits] After the point. */
  number(value, digits = 0) {
    const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return new Intl.NumberFormat(this.tag, options).format(value);
  }

  /** @param {number} value @param {"second" | "minute" | "millisecond"} unit @param {number} [digits] */
  time(value, unit, digits = 0) {
    const options = /** @type {const} */ ({ style: "unit", unitDisplay: "short" });
    return new Intl.NumberFormat(this.tag, { ...options, unit, maximumFractionDigits: digits }).format(value);
  }

  /** Seconds as a person would say them. @param {number} seconds */
  duration(seconds) {
    return seconds < 60
      ? this.time(Math.max(1, Math.round(seconds)), "second")
      : this.time(Math.round(seconds / 60), "minute");
  }

  /** @param {Date} date */
  date(date) {
    return new Intl.DateTimeFormat(this.tag, { dateStyle: "long" }).format(date);
  }

  /** A language's name. @param {string} tag */
  languageName(tag) {
    if (tag === "und") return this.say("unknownLanguage");
    return new Intl.DisplayNames([this.tag], { type: "language" }).of(tag) ?? tag;
  }

  /**
   * @param {string} text
   * @param {Record<string, string | number>} values
   */
  #fill(text, values) {
    return text.replace(/\{(\w+)\}/g, (_, name) => {
      const value = values[name] ?? "";
      return typeof value === "number" ? this.number(value) : value;
    });
  }
}
