// By which words the articles name an entity, and why these are taken for one: what to look at before two are told apart.

import { select } from "../../lib/api.js";
import { empty, h } from "../../lib/dom.js";
import { link } from "../../lib/route.js";
import { PROLOGUE, iriRef } from "../../lib/terms.js";
import { paging } from "../../parts/pages.js";

export async function names(entity, route, { signal }) {
  const rows = await select(
    `${PROLOGUE}SELECT ?words ?why (COUNT(?mention) AS ?n) (COUNT(DISTINCT ?article) AS ?articles) (SAMPLE(?article) AS ?one) WHERE {
  GRAPH ?article { ?mention itsrdf:taIdentRef ${iriRef(entity.iri)} ; nif:anchorOf ?words . OPTIONAL { ?mention ng:mergedBecause ?why } }
} GROUP BY ?words ?why ORDER BY DESC(?articles) DESC(?n) ?words`,
    signal,
  );
  if (rows.length === 0) return empty("No words are kept that name it.");
  const body = h("tbody", {});
  const table = h(
    "table",
    { class: "table" },
    h("caption", {}, "The words that name it, and why they are taken to mean the same"),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        ["Words", "Why", "Articles", "For instance"].map((text) => h("th", { scope: "col" }, text)),
      ),
    ),
    body,
  );
  const more = paging(
    body,
    rows,
    (row) =>
      h(
        "tr",
        {},
        h("th", { scope: "row" }, row.words.value),
        h("td", {}, row.why?.value ?? "the name itself"),
        h("td", {}, row.articles.value),
        h("td", {}, h("a", { href: link("article", { iri: row.one.value, entity: entity.iri }) }, "in its article")),
      ),
    { noun: "names" },
  );
  return [h("div", { class: "scroll" }, table), more, h("p", { class: "quiet" }, h("code", {}, entity.iri))];
}
