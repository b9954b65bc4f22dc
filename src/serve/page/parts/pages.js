// Long lists, some at a time: a button brings the next ones, and the keyboard goes on with the first of them.

import { announce, h } from "../lib/dom.js";

/** Items that are shown at once. */
export const PAGE = 50;

/** The list with its items, and the button for more below it; `draw` makes one element of one item. */
export function paged(list, items, draw, options) {
  const button = paging(list, items, draw, options);
  return h("div", { class: "paged" }, list, button);
}

/** Fills the list, and returns only the button, for lists that must stand where they are; null where all is shown. */
export function paging(list, items, draw, { size = PAGE, noun = "" } = {}) {
  let shown = 0;
  const button = h("button", { type: "button", class: "more", onclick: () => next(true) });
  const next = (asked) => {
    const added = items.slice(shown, shown + size).map(draw);
    shown += added.length;
    list.append(...added);
    const left = items.length - shown;
    button.textContent = `Show ${Math.min(size, left)} more of ${left}`;
    if (left === 0) button.remove();
    if (asked && added.length > 0) {
      added[0].setAttribute("tabindex", "-1");
      added[0].focus();
      announce(`${shown} of ${items.length} ${noun} shown`);
    }
  };
  next(false);
  return shown < items.length ? button : null;
}
