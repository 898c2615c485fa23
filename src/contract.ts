/** A place in the text, by UTF-16 offsets: `input.slice(start, end) === text`. */
export interface Excerpt {
  /** The text itself, as it stands in the input. */
  text: string;
  /** The index of its first UTF-16 code unit. */
  start: number;
  /** The index one past its last UTF-16 code unit. */
  end: number;
}

/** A place in the text, by UTF-16 offsets. */
export interface Place {
  /** The index of its first UTF-16 code unit. */
  start: number;
  /** The index one past its last UTF-16 code unit. */
  end: number;
}

/** A sentence's place and its total score, from 0. */
export interface ScoredPlace extends Place {
  /** As `SentenceScore.total`. */
  score: number;
}

/** How to read a text. */
export interface AnalyzeOptions {
  /** The text's language as a BCP 47 tag, such as `"en"` or `"pt-BR"`; one of a language that is not known is read as
   * undetermined and given back as it came. Default: detected. */
  language?: string | undefined;
  /** A headline that is not part of the text; its terms weigh more. Default: the headline found in the text. */
  title?: string | undefined;
  /** What is known of the text's structure, as markup tells it: places in document order that do not overlap. What lies
   * between them is read as plain text. `readElement` gives them. Default: none. */
  blocks?: readonly Block[] | undefined;
}

/** A place of the text whose kind is known. */
export interface Block extends Place {
  /** What it is. Sentences are chosen from paragraphs, list items and quotations. */
  kind:
    | "title"
    | "heading"
    | "paragraph"
    | "list-item"
    | "quotation"
    | "byline"
    | "caption"
    | "boilerplate"
    | "table"
    | "code"
    | "aside";
  /** The rank of a heading, a whole number from 1 (the highest) to 6. */
  level?: number | undefined;
}

/** What to choose. At most one of `sentences`, `words` and `ratio`; without any, at most 4 × √(words of the text) words and 240, or a quarter more where long sentences leave it short. */
export interface SummarizeOptions {
  /** At most this many sentences, a whole number from 1. */
  sentences?: number | undefined;
  /** At most this many words, a whole number from 1. The best sentence is given even where it alone is longer. */
  words?: number | undefined;
  /** At most this share of the text's words, over 0 and up to 1. The best sentence is given even where it alone is longer. */
  ratio?: number | undefined;
  /** Words or phrases to focus on, phrases between commas: sentences with them are raised. Default: none. */
  query?: string | undefined;
  /** How many key quotes, best first, a whole number from 0; or all, in document order. Default: 3. */
  quotes?: number | "all" | undefined;
  /** How many keywords at most, a whole number from 0. Default: 8. */
  keywords?: number | undefined;
}

/** Why a sentence was chosen: `total` is the product of the other parts. */
export interface SentenceScore {
  /** How much of what the text is about it says, as a share of the best sentence's. 0 to 1. */
  centrality: number;
  /** The weight of its place. 1 to 6, 6 for the first sentence of a report, and for what a paper comes to. */
  position: number;
  /** The weight of its form: under 1 if very short, mostly quoted, a question, or leaning on the sentence before. 0 to 1. */
  form: number;
  /** `centrality` × `position` × `form`. */
  total: number;
}

/** What the opening words of a sentence stand for. */
export interface Antecedent {
  /** The words: "He", "The two". */
  mention: Excerpt;
  /** The names or phrases that they stand for, one or several. */
  names: Excerpt[];
}

/** A sentence of the summary. */
export interface SummarySentence extends Excerpt {
  /** The words to show, to be read one behind the other: without reference marks such as "[12]". */
  parts: Excerpt[];
  /** The heading that it stands under, `null` before the first one. */
  section: Excerpt | null;
  /** What its opening words stand for, where that is certain; else empty. */
  antecedents: Antecedent[];
  /** Its place among the text's sentences, from 0; headings are counted. */
  order: number;
  /** In what turn it was chosen, from 1 for the best. */
  rank: number;
  /** Its block's place among the text's headings, paragraphs and list items, from 0. */
  paragraph: number;
  /** Why it was chosen. */
  score: SentenceScore;
  /** Its weightiest terms, heaviest first, three at most. */
  terms: string[];
}

/** A direct quotation, from its first quotation mark to its last. */
export interface Quotation extends Excerpt {
  /** The words between the marks: one piece, or several where the quotation is split or holds reference marks. */
  parts: Excerpt[];
  /** The fullest name of who said it, `null` where that is not certain. */
  speaker: Excerpt | null;
  /** The name or pronoun beside the cue verb. */
  mention: Excerpt | null;
  /** The cue verb. */
  cue: Excerpt | null;
  /** What the mention is of: somebody, a body of people, something written, people without a name, or nothing certain. */
  source: "person" | "organization" | "document" | "group" | "unknown";
  /** What says who the speaker is, beside the name: "director of the department of …", "Senator". */
  role: Excerpt | null;
  /** How certain the speaker is, 0 to 1; under 0.6 `speaker` is `null`. */
  confidence: number;
  /** The place of the sentence it begins in, from 0; headings are counted. */
  sentence: number;
  /** How much of what the text is about it says. 0 to 1. */
  score: number;
}

/** A key phrase: a name, or one content word or several, in the form that the text has most often. */
export interface Keyword extends Excerpt {
  /** Its weight as a share of the heaviest one's. Over 0, up to 1. */
  weight: number;
  /** How often the text has it, in any form; `occurrences` gives the places. */
  count: number;
}

/** The text and the summary in numbers. */
export interface Statistics {
  /** The text's length in UTF-16 code units. */
  characters: number;
  /** The text's words, headings included. */
  words: number;
  /** The text's sentences, headings not included. */
  sentences: number;
  /** The words of the chosen sentences. */
  summaryWords: number;
  /** `summaryWords` ÷ `words`, 0 to 1. */
  compressionRatio: number;
  /** How long the text takes to read, in seconds, at 238 words a minute. */
  readingSeconds: number;
  /** How much of that the summary saves, in seconds. */
  savedSeconds: number;
  /** How long the analysis and this choice took, in milliseconds. */
  milliseconds: number;
}

/** A summary: everything in it is a slice of the text. */
export interface Summary {
  /** The headline found in the text. */
  title: Excerpt | null;
  /** The language as a BCP 47 tag, detected or given; `"und"` where it is undetermined. */
  language: string;
  /** The chosen sentences, in document order. */
  sentences: SummarySentence[];
  /** The key quotes, best first, or all in document order. */
  quotes: Quotation[];
  /** The key phrases, heaviest first. */
  keywords: Keyword[];
  /** The text and the summary in numbers. */
  statistics: Statistics;
}
