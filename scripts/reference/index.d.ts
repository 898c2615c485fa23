/**
 * The main entry. The types are those of the contract itself, not the names that index.js gives them again.
 * @module nutgraf
 */
export type { NutgrafErrorCode } from "../../pkg/error.js";
export * from "../../pkg/index.js";
export type {
  AnalyzeOptions,
  Antecedent,
  Block,
  Excerpt,
  InitInput,
  Keyword,
  Place,
  Quotation,
  ScoredPlace,
  SentenceScore,
  Statistics,
  SummarizeOptions,
  Summary,
  SummarySentence,
} from "../../pkg/wasm/nutgraf.js";
