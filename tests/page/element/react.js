// The element in React 19, which sets properties where an element has them.
import { createElement as h, useState } from "react";
import { createRoot } from "react-dom/client";

function App() {
  const [sentences, setSentences] = useState(1);
  const [counted, setCounted] = useState(0);
  const heard = (/** @type {CustomEvent} */ event) => setCounted(event.detail.sentences.length);
  return h(
    "div",
    null,
    h(
      "p",
      { id: "react-text" },
      "The ferry is back in Harlow Bay. It crosses the inlet every half hour. Nobody was hurt.",
    ),
    h("nutgraf-summary", {
      id: "react",
      for: "react-text",
      sentences,
      quotes: true,
      "onnutgraf-summary": heard,
    }),
    h("button", { id: "more", onClick: () => setSentences(sentences + 1) }, "More"),
    h("output", { id: "react-count" }, counted),
  );
}

const place = document.createElement("div");
document.body.append(place);
createRoot(place).render(h(App));
