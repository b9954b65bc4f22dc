// What is on the page as a file to take away.

import { statementsAsCsv } from "../lib/csv.js";
import { h } from "../lib/dom.js";

/** Long enough for a browser to have taken the file. */
const KEPT = 60_000;

/** Lets the browser save a text as a file. */
export function save(text, file, type) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  h("a", { href: address, download: file }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}

/** A button that saves the statements that are shown when it is pressed. */
export function takeButton(shown) {
  return h(
    "button",
    {
      type: "button",
      class: "quiet-button take",
      onclick: () => save(statementsAsCsv(shown()), "statements.csv", "text/csv"),
    },
    "Save as CSV",
  );
}
