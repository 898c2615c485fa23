// What the standard's interface promises, step by step, in any host. Each step throws where it is not kept.

/** @typedef {typeof import("../../src/js/summarizer.js").Summarizer} Summarizer */

const ARTICLE = `The ferry is back in Harlow Bay

The ferry is back in Harlow Bay after four years without a boat. It crosses the inlet every half hour, and the council has paid for it out of the harbour fund.

“No boat, no bread, that is how it was for us,” said Ingrid Sol, a baker on the quay. The old boat sank in a storm, and nobody was hurt.

Who will pay for the next one? The mayor says that the fares will, if the town takes the boat every day. The council votes on the fares in April.

The bridge upstream stays closed until the spring. Its deck has to be replaced before trucks may cross it again.`;

/** @param {unknown} met @param {string} [what] */
function check(met, what = "a step was not kept") {
  if (!met) throw new Error(what);
}

/** @param {unknown} found @param {unknown} expected */
function same(found, expected) {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  check(one === other, `${one} is not ${other}`);
}

/** What a promise, or a call, is refused with. @param {() => unknown} call @returns {Promise<any>} */
async function refusal(call) {
  let result;
  try {
    result = await call();
  } catch (error) {
    return error;
  }
  throw new Error(`not refused: ${result}`);
}

/** @param {() => unknown} call */
function thrown(call) {
  try {
    call();
  } catch (error) {
    return /** @type {any} */ (error);
  }
  throw new Error("nothing was thrown");
}

/** @param {ReadableStream<string>} stream */
async function read(stream) {
  const chunks = [];
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) chunks.push(next.value);
  return chunks;
}

/** @type {Record<string, (summarizer: Summarizer) => Promise<void>>} */
const STEPS = {
  "instances come from create alone": async (Summarizer) => {
    check(thrown(() => Reflect.construct(Summarizer, [])) instanceof TypeError);
    check(Summarizer.isNutgraf);
    same(Object.prototype.toString.call(await Summarizer.create()), "[object Summarizer]");
  },
  "the defaults are the standard's": async (Summarizer) => {
    const { type, format, length, sharedContext, ...rest } = await described(Summarizer);
    same([type, format, length, sharedContext], ["key-points", "markdown", "short", ""]);
    same(rest, { expectedInputLanguages: null, expectedContextLanguages: null, outputLanguage: null });
  },
  "create needs no receiver": async ({ create }) => {
    check(await create());
  },
  "values outside the enumerations are type errors": async (Summarizer) => {
    for (const options of [
      { type: "haiku" },
      { type: "tl;dr" },
      { format: "html" },
      { length: 5 },
      { preference: "best" },
    ]) {
      const given = /** @type {any} */ (options);
      check((await refusal(() => Summarizer.create(given))) instanceof TypeError, JSON.stringify(options));
      check((await refusal(() => Summarizer.availability(given))) instanceof TypeError);
    }
  },
  "options, signals, monitors and languages are converted as Web IDL has it": async (Summarizer) => {
    for (const options of [
      5,
      "en",
      { signal: {} },
      { signal: null },
      { monitor: 1 },
      { expectedInputLanguages: "en" },
      { expectedInputLanguages: 1 },
      { sharedContext: Symbol("s") },
    ]) {
      const given = /** @type {any} */ (options);
      check((await refusal(() => Summarizer.create(given))) instanceof TypeError, String(options));
    }
    same((await described(Summarizer, /** @type {any} */ (null))).type, "key-points");
    same((await described(Summarizer, /** @type {any} */ ({ sharedContext: 5 }))).sharedContext, "5");
  },
  "members are read in the order of Web IDL": async (Summarizer) => {
    /** @type {string[]} */
    const order = [];
    const options = new Proxy({}, { get: (_, name) => void order.push(String(name)) });
    await Summarizer.create(options);
    same(order, [
      ...["expectedContextLanguages", "expectedInputLanguages", "format", "length", "outputLanguage"],
      ...["preference", "type", "monitor", "sharedContext", "signal"],
    ]);
  },
  "languages are canonical, looked up, frozen and told once": async (Summarizer) => {
    const options = {
      expectedInputLanguages: ["EN-gb", "en", "iw"],
      expectedContextLanguages: ["en-US"],
      outputLanguage: "en-AU",
    };
    const summarizer = await Summarizer.create(options);
    same(summarizer.expectedInputLanguages, ["en", "he"]);
    same(summarizer.expectedContextLanguages, ["en"]);
    same(summarizer.outputLanguage, "en");
    check(Object.isFrozen(summarizer.expectedInputLanguages));
    check(summarizer.expectedInputLanguages === summarizer.expectedInputLanguages);
  },
  "a malformed language is a range error, an unknown one is unavailable": async (Summarizer) => {
    const malformed = { expectedInputLanguages: ["en-abc-invalid"] };
    check((await refusal(() => Summarizer.create(malformed))) instanceof RangeError);
    check((await refusal(() => Summarizer.availability(malformed))) instanceof RangeError);
    same(await Summarizer.availability({ expectedInputLanguages: ["tlh"] }), "unavailable");
    same((await refusal(() => Summarizer.create({ outputLanguage: "tlh" }))).name, "NotSupportedError");
  },
  "nothing is translated": async (Summarizer) => {
    same(await Summarizer.availability(), "available");
    same(
      await Summarizer.availability({ expectedInputLanguages: ["de"], outputLanguage: "de" }),
      "available",
    );
    same(
      await Summarizer.availability({ expectedInputLanguages: ["de"], outputLanguage: "en" }),
      "unavailable",
    );
    const german = await Summarizer.create({ outputLanguage: "de" });
    same((await refusal(() => german.summarize(ARTICLE))).name, "NotSupportedError");
  },
  "an aborted signal refuses create before anything is asked": async (Summarizer) => {
    let asked = false;
    const reason = new Error("enough");
    const options = { signal: AbortSignal.abort(reason), monitor: () => (asked = true) };
    check((await refusal(() => Summarizer.create(/** @type {any} */ (options)))) === reason);
    check(!asked);
    const wrong = /** @type {any} */ ({ signal: AbortSignal.abort(reason), type: "haiku" });
    check((await refusal(() => Summarizer.create(wrong))) instanceof TypeError);
  },
  "create is aborted on its way, and at each event": async (Summarizer) => {
    for (const at of [null, 0, 1]) {
      const controller = new AbortController();
      const reason = new Error("enough");
      /** @type {number[]} */
      const seen = [];
      const monitor = (/** @type {EventTarget} */ target) =>
        target.addEventListener("downloadprogress", (event) => {
          const { loaded } = /** @type {ProgressEvent} */ (event);
          seen.push(loaded);
          if (loaded === at) controller.abort(reason);
        });
      const creating = Summarizer.create({ signal: controller.signal, monitor });
      if (at === null) controller.abort(reason);
      check((await refusal(() => creating)) === reason);
      same(seen, [[], [0], [0, 1]][at === null ? 0 : at + 1]);
    }
  },
  "the monitor hears 0 and 1, by listener and by handler": async (Summarizer) => {
    /** @type {unknown[]} */
    const heard = [];
    await Summarizer.create({
      monitor: (monitor) => {
        monitor.addEventListener("downloadprogress", (event) => {
          const { loaded, total, lengthComputable } = /** @type {ProgressEvent} */ (event);
          heard.push([event.type, loaded, total, lengthComputable]);
        });
        monitor.ondownloadprogress = ({ loaded }) => heard.push(loaded);
      },
    });
    same(heard.filter(Array.isArray), [
      ["downloadprogress", 0, 1, true],
      ["downloadprogress", 1, 1, true],
    ]);
    same(
      heard.filter((each) => !Array.isArray(each)),
      [0, 1],
    );
  },
  "what the monitor throws refuses create": async (Summarizer) => {
    const reason = new Error("no");
    const monitor = () => {
      throw reason;
    };
    check((await refusal(() => Summarizer.create({ monitor }))) === reason);
  },
  "create's signal destroys what it created": async (Summarizer) => {
    const controller = new AbortController();
    const summarizer = await Summarizer.create({ signal: controller.signal });
    const reason = new Error("enough");
    const pending = summarizer.summarize(ARTICLE);
    controller.abort(reason);
    check((await refusal(() => pending)) === reason);
    check((await refusal(() => summarizer.measureInputUsage("a"))) === reason);
  },
  "calls are aborted before and while": async (Summarizer) => {
    const summarizer = await Summarizer.create();
    const reason = new Error("enough");
    for (const call of [
      (/** @type {AbortSignal} */ signal) => summarizer.summarize(ARTICLE, { signal }),
      (/** @type {AbortSignal} */ signal) => summarizer.measureInputUsage(ARTICLE, { signal }),
      (/** @type {AbortSignal} */ signal) =>
        summarizer.summarizeStreaming(ARTICLE, { signal }).pipeTo(new WritableStream()),
    ]) {
      const controller = new AbortController();
      const pending = call(controller.signal);
      controller.abort(reason);
      check((await refusal(() => pending)) === reason);
      check((await refusal(async () => call(controller.signal))) === reason);
      same((await refusal(() => call(AbortSignal.abort()))).name, "AbortError");
    }
    check((await summarizer.summarize(ARTICLE)).length > 0, "the others live on");
  },
  "an abort after the last chunk does nothing": async (Summarizer) => {
    const controller = new AbortController();
    const { signal } = controller;
    const stream = (await Summarizer.create()).summarizeStreaming(ARTICLE, { signal });
    check((await read(stream)).length > 0);
    controller.abort();
  },
  "a stream that is cancelled ends in silence": async (Summarizer) => {
    const reader = (await Summarizer.create()).summarizeStreaming(ARTICLE).getReader();
    await reader.cancel();
    same(await reader.read(), { done: true });
  },
  "destroy aborts what is under way and refuses what comes": async (Summarizer) => {
    const summarizer = await Summarizer.create();
    const pending = [summarizer.summarize(ARTICLE), summarizer.measureInputUsage(ARTICLE)];
    const streaming = summarizer.summarizeStreaming(ARTICLE).pipeTo(new WritableStream());
    summarizer.destroy();
    for (const each of [...pending, streaming]) same((await refusal(() => each)).name, "AbortError");
    same((await refusal(() => summarizer.summarize(ARTICLE))).name, "AbortError");
    same(thrown(() => summarizer.summarizeStreaming(ARTICLE)).name, "AbortError");
    summarizer.destroy();
    const disposable = /** @type {any} */ (await Summarizer.create());
    disposable[Symbol.dispose ?? Symbol.for("Symbol.dispose")]();
    same((await refusal(() => disposable.summarize(ARTICLE))).name, "AbortError");
  },
  "what has no words gives nothing": async (Summarizer) => {
    const summarizer = await Summarizer.create();
    for (const input of ["", " \n\t", "…!"]) {
      same(await summarizer.summarize(input), "");
      same(await read(summarizer.summarizeStreaming(input)), []);
    }
    check((await refusal(() => /** @type {any} */ (summarizer).summarize())) instanceof TypeError);
    same(await summarizer.summarize(/** @type {any} */ (5)), await summarizer.summarize("5"));
  },
  "usage is counted in bytes of UTF-8, and a text over the quota is refused": async (Summarizer) => {
    const summarizer = await Summarizer.create();
    same(await summarizer.measureInputUsage("é"), 2);
    same(await summarizer.measureInputUsage("é", { context: "ab" }), 4);
    same(summarizer.inputQuota, 2 ** 26);
  },
  "key points are 3, 5 and 7 items": async (Summarizer) => {
    for (const [length, count] of /** @type {const} */ ([
      ["short", 3],
      ["medium", 5],
      ["long", 7],
    ])) {
      const points = await (await Summarizer.create({ length })).summarize(ARTICLE);
      same(
        points.split("\n").map((line) => line.slice(0, 2)),
        Array(count).fill("* "),
      );
      const plain = await (await Summarizer.create({ length, format: "plain-text" })).summarize(ARTICLE);
      for (const line of plain.split("\n")) check(ARTICLE.includes(line.replace(/ \[.*?\]/g, "")), line);
    }
  },
  "a tl;dr is 1, 3 and 5 sentences, a teaser no longer and not the end": async (Summarizer) => {
    const sentences = (/** @type {string} */ text) => text.match(/[.?!](?=\s|$)/g)?.length;
    for (const [length, count] of /** @type {const} */ ([
      ["short", 1],
      ["medium", 3],
      ["long", 5],
    ])) {
      for (const type of /** @type {const} */ (["tldr", "teaser"])) {
        const text = await (await Summarizer.create({ type, length, format: "plain-text" })).summarize(
          ARTICLE,
        );
        same([type, sentences(text)], [type, count]);
        check(!text.includes("\n"));
        if (type === "teaser") check(!text.includes("Its deck"), "the end is given away");
      }
    }
    const long = await (await Summarizer.create({ type: "teaser", length: "long" })).summarize(ARTICLE);
    check(long.includes("Who will pay for the next one?"), long);
  },
  "a headline is the text's own, or a sentence or clause within the words": async (Summarizer) => {
    const headline = (/** @type {string} */ text, /** @type {"short" | "long"} */ length = "short") =>
      Summarizer.create({ type: "headline", length, format: "plain-text" }).then((made) =>
        made.summarize(text),
      );
    same(await headline(ARTICLE), "The ferry is back in Harlow Bay");
    const bare = ARTICLE.slice(ARTICLE.indexOf("\n")).trim();
    for (const [length, most] of /** @type {const} */ ([
      ["short", 12],
      ["long", 22],
    ])) {
      const words = await headline(bare, length);
      check(words.split(" ").length <= most && bare.includes(words), words);
    }
    const clauses =
      "The long and winding bridge over the inlet opens, after four years and three storms and two councils, to trucks and trains and bicycles.";
    same(await headline(clauses), "The long and winding bridge over the inlet opens");
  },
  "contexts focus the choice": async (Summarizer) => {
    const about = { context: "What about the bridge and its deck?" };
    const make = (sharedContext = "") => Summarizer.create({ type: "tldr", sharedContext });
    check(!(await (await make()).summarize(ARTICLE)).includes("bridge"));
    check((await (await make()).summarize(ARTICLE, about)).includes("bridge"));
    check((await (await make("bridge, deck")).summarize(ARTICLE)).includes("bridge"));
    check((await (await make(" ")).summarize(ARTICLE, { context: " " })).length > 0);
  },
  "chunks are sentences, and make the summary": async (Summarizer) => {
    const summarizer = await Summarizer.create({ length: "medium" });
    const chunks = await read(summarizer.summarizeStreaming(ARTICLE));
    same(chunks.length, 5);
    same(chunks.join(""), await summarizer.summarize(ARTICLE));
  },
  "markdown that a text holds stays text": async (Summarizer) => {
    const tricky = "The *ferry* has a <b>price</b> of [ten](http://example.org) crowns and `one` coin.";
    const make = (/** @type {"markdown" | "plain-text"} */ format) =>
      Summarizer.create({ type: "tldr", format });
    same(await (await make("plain-text")).summarize(tricky), tricky);
    check((await (await make("markdown")).summarize(tricky)).includes("\\*ferry\\*"));
  },
  "calls at once all get their own": async (Summarizer) => {
    const summarizer = await Summarizer.create({ type: "tldr" });
    const texts = ["The ferry sank.", "The bridge is closed.", "The bread is warm."];
    same(await Promise.all(texts.map((text) => summarizer.summarize(text))), texts);
    const streams = texts.map((text) => read(summarizer.summarizeStreaming(text)));
    same((await Promise.all(streams)).flat(), texts);
  },
};

/** @param {Summarizer} Summarizer @param {Parameters<Summarizer["create"]>[0]} [options] */
async function described(Summarizer, options) {
  const {
    type,
    format,
    length,
    sharedContext,
    expectedInputLanguages,
    expectedContextLanguages,
    outputLanguage,
  } = await Summarizer.create(options);
  return {
    type,
    format,
    length,
    sharedContext,
    expectedInputLanguages,
    expectedContextLanguages,
    outputLanguage,
  };
}

/** The steps that are not kept, and how many there are. @param {Summarizer} Summarizer */
export async function conformance(Summarizer) {
  /** @type {string[]} */
  const failures = [];
  for (const [name, step] of Object.entries(STEPS)) {
    await step(Summarizer).catch((error) => failures.push(`${name}: ${error.stack ?? error}`));
  }
  return { steps: Object.keys(STEPS).length, failures };
}
