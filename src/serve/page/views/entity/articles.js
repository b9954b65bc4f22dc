// The articles that name an entity, those that state most of it first.

import { select } from "../../lib/api.js";
import { articles as known, headline, imprint } from "../../lib/articles.js";
import { empty, h } from "../../lib/dom.js";
import { link } from "../../lib/route.js";
import { PROLOGUE, iriRef } from "../../lib/terms.js";
import { number } from "../../lib/words.js";
import { paged } from "../../parts/pages.js";

export async function articles(entity, route, { signal }) {
  const iri = iriRef(entity.iri);
  const [named, told] = await Promise.all([
    select(
      `${PROLOGUE}SELECT ?article (COUNT(?mention) AS ?n) WHERE { GRAPH ?article { ?mention itsrdf:taIdentRef ${iri} } } GROUP BY ?article`,
      signal,
    ),
    select(
      `${PROLOGUE}SELECT ?article (COUNT(DISTINCT ?s) AS ?n) WHERE { GRAPH ?article { ?s a ng:Statement ; ?role ${iri} } } GROUP BY ?article`,
      signal,
    ),
  ]);
  const statements = new Map(told.map((row) => [row.article.value, Number(row.n.value)]));
  const iris = named.map((row) => row.article.value);
  if (iris.length === 0) return empty("No article names it.");
  const of = await known(iris, signal);
  const rows = iris.map((article) => ({
    article: of.get(article) ?? { id: article },
    statements: statements.get(article) ?? 0,
  }));
  rows.sort((a, b) => b.statements - a.statements || (b.article.date ?? "").localeCompare(a.article.date ?? ""));
  return paged(
    h("ol", { class: "plain article-list" }),
    rows,
    ({ article, statements: told }) =>
      h(
        "li",
        {},
        h("a", { href: link("article", { iri: article.id, entity: entity.iri }) }, headline(article)),
        " ",
        h(
          "span",
          { class: "quiet" },
          [imprint(article), told > 0 ? number(told, "statement") : "named only"].filter(Boolean).join(" · "),
        ),
      ),
    { noun: "articles" },
  );
}
