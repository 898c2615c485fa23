// Nothing but the interface of the W3C's Writing Assistance APIs.
const field = (id) => document.getElementById(id).value;
let last = new AbortController();

document.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  last.abort();
  last = new AbortController();
  const { signal } = last;
  const [summary, problem] = ["summary", "problem"].map((id) => document.getElementById(id));
  summary.textContent = problem.textContent = "";
  try {
    const summarizer = await Summarizer.create({
      type: field("type"),
      length: field("length"),
      format: "plain-text",
      signal,
    });
    for await (const sentence of chunks(
      summarizer.summarizeStreaming(field("text"), { context: field("context"), signal }),
    ))
      summary.textContent += sentence;
  } catch (error) {
    if (error.name !== "AbortError") problem.textContent = error.message;
  }
});

/** The chunks of a stream, which not every browser can iterate over. */
async function* chunks(stream) {
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}
