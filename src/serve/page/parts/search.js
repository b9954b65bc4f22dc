// Search as you type over names and aliases: the combobox pattern of the ARIA Authoring Practices, so that arrow keys, Enter
// and Escape work as everywhere and a screen reader says how many there are.

import { get } from "../lib/api.js";
import { h } from "../lib/dom.js";

const WAIT = 120;
const SHOWN = 12;

let made = 0;

/**
 * A search box. `chosen` gets the entity; `entered` the text, where Enter is pressed and no entity is marked.
 */
export function searchBox({ label, placeholder, vocabulary, chosen, entered }) {
  made += 1;
  const listId = `found-${made}`;
  const list = h("ul", { id: listId, class: "found", role: "listbox", "aria-label": "Entities", hidden: true });
  const status = h("span", { class: "unseen", role: "status" });
  const input = h("input", {
    type: "search",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    "aria-label": label,
    placeholder,
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": listId,
  });
  let found = [];
  let active = -1;
  let waiting = 0;
  let asking = null;

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (entity) => {
    close();
    chosen(entity, input);
  };
  const mark = (place) => {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = place;
    const option = list.children[active];
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  };
  const show = (entities, text, total) => {
    found = entities;
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren(...entities.map((entity, place) => option(entity, place)));
    if (entities.length === 0)
      list.append(h("li", { class: "quiet nothing" }, `Nobody and nothing is called “${text}” here.`));
    if (entered && total > entities.length)
      list.append(h("li", { class: "quiet nothing" }, `Enter shows all ${total}.`));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    status.textContent = total === 1 ? "1 entity found" : `${total} entities found`;
  };
  const option = (entity, place) =>
    h(
      "li",
      {
        id: `${listId}-${place}`,
        role: "option",
        "aria-selected": "false",
        onpointerdown: (event) => event.preventDefault(),
        onclick: () => choose(entity),
      },
      h("span", { class: "found-name" }, entity.label),
      " ",
      h("span", { class: "quiet" }, vocabulary()?.kinds(entity.types) ?? ""),
      aliasFor(entity, input.value) && h("span", { class: "quiet alias" }, ` also “${aliasFor(entity, input.value)}”`),
      h(
        "span",
        { class: "number quiet" },
        `${entity.statements} in ${entity.documents}`,
        h("span", { class: "unseen" }, " statements and articles"),
      ),
    );

  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const text = input.value.trim();
    if (text === "") return close();
    try {
      const { entities, total } = await get("api/find", { q: text, limit: SHOWN }, asking.signal);
      if (input.value.trim() === text && document.activeElement === input)
        show(entities, text, total ?? entities.length);
    } catch (error) {
      if (error.name === "AbortError") return;
      list.replaceChildren(h("li", { class: "nothing" }, error.message));
      list.hidden = false;
    }
  };
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, WAIT);
  });
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const last = found.length - 1;
    if (event.key === "ArrowDown" && list.hidden) ask();
    else if (event.key === "ArrowDown") mark(active >= last ? 0 : active + 1);
    else if (event.key === "ArrowUp" && !list.hidden) mark(active <= 0 ? last : active - 1);
    else if (event.key === "Enter") {
      clearTimeout(waiting);
      asking?.abort();
      if (!list.hidden && found[active]) choose(found[active]);
      else if (entered && input.value.trim() !== "") {
        close();
        entered(input.value.trim());
      }
    } else if (event.key === "Escape" && !list.hidden) close();
    else return;
    event.preventDefault();
  });
  return h("div", { class: "search", role: entered ? "search" : null }, input, list, status);
}

/** The other name by which the text finds an entity whose own name does not hold it. */
function aliasFor(entity, text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (name) => words.every((word) => name.toLowerCase().includes(word));
  return holds(entity.label) ? null : entity.aliases.find(holds);
}
