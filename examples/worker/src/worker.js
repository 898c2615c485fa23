// Summaries as a service on Cloudflare Workers: JSON lines in, JSON lines out, each as soon as it is done.
//
//   curl --data-binary @articles.jsonl "https://…workers.dev/?sentences=3"
//
// A line is {"text": "…"}, and whatever else it has, such as an id, comes back with its summary or error.
import { summarize } from "nutgraf";
import { summarizeAll } from "nutgraf/batch";

/** The longest line, in UTF-16 code units: a Worker has 128 MB of memory. */
const LONGEST_LINE = 8_000_000;

export default {
  /** @param {Request} request */
  async fetch(request) {
    if (request.method !== "POST" || !request.body) {
      return new Response('POST JSON lines: {"text": "…"}\n', { status: 405, headers: { Allow: "POST" } });
    }
    const options = optionsOf(new URL(request.url).searchParams);
    try {
      await summarize("", options);
    } catch (error) {
      return Response.json({ error: portable(error) }, { status: 400 });
    }
    const results = summarizeAll(lines(request.body), {
      ...options,
      summarize: async (line, choice) => summarize(JSON.parse(line).text, choice),
    });
    return new Response(stream(results), { headers: { "Content-Type": "application/x-ndjson" } });
  },
};

/** @param {URLSearchParams} parameters */
function optionsOf(parameters) {
  const numbers = ["sentences", "words", "ratio", "keywords", "quotes"];
  const entries = [...parameters].map(([name, value]) => {
    const number = numbers.includes(name) && value !== "all";
    return [name, number ? Number(value || Number.NaN) : value];
  });
  return Object.fromEntries(entries);
}

/**
 * The lines of a body, as they arrive.
 * @param {ReadableStream<Uint8Array>} body
 */
async function* lines(body) {
  /** @type {string[]} The pieces of a line whose end has not come: put together once. */
  let rest = [];
  let length = 0;
  for await (const piece of body.pipeThrough(new TextDecoderStream())) {
    const [first = "", ...others] = piece.split("\n");
    rest.push(first);
    length += first.length;
    for (const other of others) {
      const line = rest.join("");
      [rest, length] = [[other], other.length];
      if (line.trim()) yield line;
    }
    if (length > LONGEST_LINE) throw new RangeError("a line is too long");
  }
  const last = rest.join("");
  if (last.trim()) yield last;
}

/**
 * A line a result. The next one is asked for when the client has taken the last: a slow client slows the work.
 * @param {AsyncGenerator<import("nutgraf/batch").BatchResult<string>>} results
 */
function stream(results) {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await results.next();
      if (done) return controller.close();
      const { text: line, summary, error } = value;
      const answer = { ...withoutText(line), ...(error ? { error: portable(error) } : { summary }) };
      controller.enqueue(encoder.encode(`${JSON.stringify(answer)}\n`));
    },
    async cancel() {
      await results.return();
    },
  });
}

/** What a line has besides its text. @param {string} line */
function withoutText(line) {
  try {
    const { text, ...rest } = JSON.parse(line);
    return rest;
  } catch {
    return {};
  }
}

/** @param {unknown} error */
function portable(error) {
  const { code = "invalid-line", message } = /** @type {import("nutgraf").NutgrafError} */ (error);
  return { code, message };
}
