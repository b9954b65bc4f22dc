// The way walked from entity to entity, so that one finds back and sees how one came to somebody.

import { h, joined } from "../lib/dom.js";
import { link } from "../lib/route.js";

const LONGEST = 8;

let way = [];

/** Notes the entity and shows the way to it; nothing where it is the first. */
export function walked(entity) {
  const before = way.findIndex((step) => step.iri === entity.iri);
  // Who goes back to a step takes it up there again.
  if (before >= 0) way = way.slice(0, before);
  way = [...way, { iri: entity.iri, label: entity.label }].slice(-LONGEST);
  if (way.length < 2) return null;
  const steps = way.map(({ iri, label }) =>
    iri === entity.iri
      ? h("b", { "aria-current": "true" }, label)
      : h("a", { href: link("entity", { iri, show: "picture" }) }, label),
  );
  return h("nav", { class: "walk quiet", "aria-label": "The way here" }, "Walked: ", joined(steps, " › "));
}
