// The types of nutgraf/summarizer agree with those that programmers have for browsers' own (@types/dom-chromium-ai):
// what is written against these takes ours.
import { Summarizer as Own } from "../../pkg/summarizer.js";

type Statics = Pick<typeof Summarizer, "create" | "availability">;

export const statics: Statics = Own;
export const instance: Promise<Summarizer> = Own.create({
  type: "tldr",
  format: "plain-text",
  length: "long",
  preference: "speed",
  expectedInputLanguages: ["en"] as const,
  sharedContext: "ferries",
  signal: new AbortController().signal,
  monitor: (monitor: CreateMonitor) => {
    monitor.ondownloadprogress = ({ loaded }) => loaded;
  },
} satisfies SummarizerCreateOptions);
