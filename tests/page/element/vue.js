// The element in Vue 3.
import { createApp, h, ref } from "vue";

const place = document.createElement("div");
document.body.append(place);
createApp({
  setup() {
    const sentences = ref(1);
    const counted = ref(0);
    return () =>
      h("div", [
        h(
          "p",
          { id: "vue-text" },
          "The ferry is back in Harlow Bay. It crosses the inlet every half hour. Nobody was hurt.",
        ),
        h("nutgraf-summary", {
          id: "vue",
          for: "vue-text",
          sentences: sentences.value,
          quotes: "all",
          onNutgrafSummary: (/** @type {CustomEvent} */ event) => {
            counted.value = event.detail.sentences.length;
          },
        }),
        h("button", { id: "vue-more", onClick: () => sentences.value++ }, "More"),
        h("output", { id: "vue-count" }, counted.value),
      ]);
  },
}).mount(place);
