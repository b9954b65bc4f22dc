// A part of a page that comes when its answer comes, so that a slow question holds up nothing but itself.

import { h } from "../lib/dom.js";

/** An element that says that it waits, then what `draw` makes of the answer, or what went wrong. */
export function later(answer, draw) {
  const place = h("div", { "aria-busy": "true" }, h("p", { class: "quiet" }, "Loading …"));
  const fill = (...content) => {
    place.removeAttribute("aria-busy");
    place.replaceChildren(...content.flat(Infinity).filter(Boolean));
  };
  answer
    .then((value) => fill(draw(value)))
    .catch((error) => {
      if (error.name !== "AbortError") fill(h("p", { class: "problem" }, error.message));
    });
  return place;
}
