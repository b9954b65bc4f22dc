// Filters of statement lists: relation, outlet, days, how it is said, how sure, words. They work on statements that are on
// the page already, and stand in the address, so that a link shows what its sender saw.

import { day, outlet } from "../lib/articles.js";
import { standing } from "../lib/claims.js";
import { h } from "../lib/dom.js";

export const FIELDS = ["relation", "outlet", "from", "to", "how", "sure", "words", "with"];

export const HOW = [
  ["fact", "told as a fact by the article"],
  ["claimed", "somebody's word"],
  ["denied", "denied"],
  ["doubtful", "unsure reading"],
  ["past", "no longer so"],
  ["possible", "planned or possible"],
];
export const SURE = [
  ["0.5", "50 %"],
  ["0.8", "80 %"],
  ["0.9", "90 %"],
  ["0.95", "95 %"],
];

/** The filters out of an address. */
export const filtersOf = (parameters) =>
  Object.fromEntries(FIELDS.map((field) => [field, parameters.get(field) ?? ""]));

/** How one statement is said, in the words of the filter. */
export function how(statement, vocabulary) {
  const kind = standing(statement, vocabulary);
  if (kind !== "stated") return kind;
  return statement.attributed_to ? "claimed" : "fact";
}

/** The statements that fit. */
export function filtered(statements, wanted, vocabulary) {
  const words = wanted.words.toLowerCase().split(/\s+/).filter(Boolean);
  return statements.filter((one) => {
    const date = day(one.document);
    const text =
      words.length > 0 &&
      [one.sentence.text, one.subject?.label, one.object?.label, one.attributed_to?.label].join(" ").toLowerCase();
    return (
      (!wanted.relation || one.relation_iri === wanted.relation) &&
      (!wanted.outlet || outlet(one.document) === wanted.outlet) &&
      (!wanted.from || date >= wanted.from) &&
      (!wanted.to || (date !== "" && date <= wanted.to)) &&
      (!wanted.how || how(one, vocabulary) === wanted.how) &&
      (!wanted.sure || one.confidence >= Number(wanted.sure)) &&
      (!wanted.with || one.subject?.id === wanted.with || one.object?.id === wanted.with) &&
      words.every((word) => text.includes(word))
    );
  });
}

/** What of a list of statements there is to choose from, with counts. */
export function choicesIn(statements, vocabulary) {
  const counted = (value) => {
    const counts = new Map();
    for (const one of statements) counts.set(value(one), (counts.get(value(one)) ?? 0) + 1);
    counts.delete("");
    return [...counts].sort((a, b) => b[1] - a[1]);
  };
  const labelled = (pairs, label) => pairs.map(([value, number]) => [value, `${label(value)} (${number})`]);
  const hows = new Map(counted((one) => how(one, vocabulary)));
  return {
    relation: labelled(
      counted((one) => one.relation_iri),
      (iri) => vocabulary.relation(iri).label,
    ),
    outlet: labelled(
      counted((one) => outlet(one.document)),
      (text) => text,
    ),
    how: HOW.filter(([value]) => hows.has(value)).map(([value, label]) => [value, `${label} (${hows.get(value)})`]),
  };
}

/**
 * The form. `changed` gets the filters whenever one is changed; `take` is a button beside the count.
 */
export function filterForm(wanted, choices, changed, { from = "Published from", take = "" } = {}) {
  const output = h("output", { class: "quiet" });
  const form = h(
    "form",
    { class: "filters", onsubmit: (event) => event.preventDefault() },
    choice("relation", "Relation", choices.relation, wanted.relation),
    choice("outlet", "Outlet", choices.outlet, wanted.outlet),
    choice("how", "How it is said", choices.how, wanted.how),
    choice("sure", "Reading at least", SURE, wanted.sure),
    field("from", from, "date", wanted.from),
    field("to", "to", "date", wanted.to),
    field("words", "Words", "search", wanted.words),
    h("button", { type: "button", class: "quiet-button", onclick: clear }, "Clear"),
  );
  let waiting = 0;
  const read = () => ({ ...wanted, ...Object.fromEntries(new FormData(form)) });
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => changed(read()), 150);
  });
  function clear() {
    for (const control of form.elements) if (control.name) control.value = "";
    changed(Object.fromEntries(FIELDS.map((name) => [name, ""])));
  }
  const set = FIELDS.filter((name) => wanted[name]).length;
  const open = set > 0 || matchMedia("(min-width: 50rem)").matches;
  return {
    element: h(
      "div",
      { class: "filter-box" },
      h("details", { open }, h("summary", {}, "Filters"), form),
      h("div", { class: "beside" }, output, take),
    ),
    output,
  };
}

function choice(name, label, options, chosen) {
  if (options.length === 0 && !chosen) return null;
  const known = !chosen || options.some(([value]) => value === chosen);
  return h(
    "label",
    {},
    h("span", {}, label),
    h(
      "select",
      { name },
      h("option", { value: "" }, "all"),
      !known && h("option", { value: chosen, selected: true }, chosen),
      options.map(([value, text]) => h("option", { value, selected: value === chosen }, text)),
    ),
  );
}

const field = (name, label, type, value) => h("label", {}, h("span", {}, label), h("input", { name, type, value }));
