// The first page: what somebody with a few hundred articles wants to know before any question. Where do the sources disagree,
// of whom is most said, what kinds of things are said, and what is new.

import { get, select } from "../lib/api.js";
import { headline, imprint } from "../lib/articles.js";
import { empty, h } from "../lib/dom.js";
import { link } from "../lib/route.js";
import { PROLOGUE } from "../lib/terms.js";
import { number } from "../lib/words.js";
import { later } from "../parts/later.js";
import { summary as disagreementSummary } from "./disagreements.js";

const RELATIONS = `${PROLOGUE}SELECT ?relation (COUNT(?s) AS ?all) (SUM(IF(?polarity = "negative", 1, 0)) AS ?denied)
WHERE { ?s a ng:Statement ; rdf:predicate ?relation ; ng:polarity ?polarity } GROUP BY ?relation ORDER BY DESC(?all)`;
const LATEST = `${PROLOGUE}SELECT ?article ?title ?publisher ?date ?path WHERE {
  ?article a schema:NewsArticle ; ng:sourceFile ?path .
  OPTIONAL { ?article schema:headline ?title } OPTIONAL { ?article schema:publisher ?publisher }
  OPTIONAL { ?article schema:datePublished ?date }
} ORDER BY DESC(?date) LIMIT 8`;
const QUESTIONS = [
  ["established", "What two or more outlets establish"],
  ["claimed", "What only one speaker claims"],
  ["denied", "What is denied"],
  ["unconfirmed", "What is only planned or possible"],
];
const ENTITIES_ASKED = 300;
const COLUMNS = 4;
const A_COLUMN = 8;

export async function view(route, context) {
  const { signal, about } = context;
  const title = about.title || "newsgraph";
  const body = [
    h("h1", {}, title),
    h(
      "p",
      { class: "lead" },
      `${number(about.documents, "article")}, ${number(about.statements, "statement")}, ${number(about.entities, "entity", "entities")}. `,
      h(
        "span",
        { class: "quiet" },
        "Every line leads to the sentence that says it. Press ",
        h("kbd", {}, "/"),
        " to search.",
      ),
    ),
    about.statements === 0 && empty("The articles state nothing that this ontology knows."),
    h(
      "div",
      { class: "home" },
      h(
        "div",
        {},
        section(
          "Of whom most is said",
          later(get("api/find", { q: "", limit: ENTITIES_ASKED }, signal), ({ entities }) =>
            columns(entities, context),
          ),
        ),
        section(
          "What is said",
          later(select(RELATIONS, signal), (rows) => chips(rows, context)),
        ),
      ),
      h(
        "div",
        {},
        section(
          "Where sources disagree",
          later(get("api/conflicts", {}, signal), (found) => disagreementSummary(found, context)),
        ),
        section("What is established, claimed, denied", later(get("api/queries", {}, signal), questions)),
        section("Latest articles", later(select(LATEST, signal), articleList)),
      ),
    ),
  ];
  return { title, body };
}

const section = (title, ...content) => h("section", { "aria-label": title }, h("h2", {}, title), content);

/** The kinds of entities of which most is said, each with its first few. */
function columns(entities, { vocabulary }) {
  const byKind = new Map();
  for (const entity of entities) {
    const kind = entity.types[0] ?? "";
    byKind.set(kind, [...(byKind.get(kind) ?? []), entity]);
  }
  const weight = ([, some]) => some.slice(0, A_COLUMN).reduce((sum, one) => sum + one.statements, 0);
  const kinds = [...byKind]
    .filter(([kind]) => kind !== "")
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, COLUMNS);
  if (kinds.length === 0) return empty("Nothing is said of anybody yet.");
  return h(
    "div",
    { class: "columns" },
    kinds.map(([kind, some]) =>
      h(
        "div",
        {},
        h("h3", {}, h("a", { href: link("find", { type: kind }) }, vocabulary.kind(kind))),
        h(
          "ol",
          { class: "plain" },
          some
            .slice(0, A_COLUMN)
            .map((one) =>
              h(
                "li",
                {},
                h("a", { href: link("entity", { iri: one.iri }) }, one.label),
                " ",
                h(
                  "span",
                  { class: "number quiet", title: `${one.statements} statements in ${one.documents} articles` },
                  `${one.statements}`,
                ),
              ),
            ),
        ),
      ),
    ),
  );
}

function questions(queries) {
  const shipped = new Set(queries.map((query) => query.name));
  return h(
    "ul",
    { class: "plain" },
    QUESTIONS.filter(([name]) => shipped.has(name)).map(([name, text]) =>
      h("li", {}, h("a", { href: link("ask", { name }) }, text)),
    ),
    h(
      "li",
      {},
      h("a", { href: link("statements", { how: "doubtful" }) }, "What was read unsurely and should be looked at"),
    ),
  );
}

function chips(rows, { vocabulary }) {
  if (rows.length === 0) return empty("No statements.");
  return h(
    "ul",
    { class: "chips" },
    rows.map((row) => {
      const denied = Number(row.denied.value);
      return h(
        "li",
        {},
        h(
          "a",
          { href: link("statements", { relation: row.relation.value }) },
          vocabulary.relation(row.relation.value).label,
          " ",
          h("span", { class: "number quiet" }, row.all.value),
        ),
        denied > 0 &&
          h(
            "a",
            { class: "badge denied", href: link("statements", { relation: row.relation.value, how: "denied" }) },
            `${denied} denied`,
          ),
      );
    }),
  );
}

function articleList(rows) {
  if (rows.length === 0) return empty("No articles.");
  return [
    h(
      "ol",
      { class: "plain" },
      rows.map((row) => {
        const article = {
          title: row.title?.value,
          publisher: row.publisher?.value,
          date: row.date?.value,
          path: row.path?.value,
        };
        return h(
          "li",
          {},
          h("a", { href: link("article", { iri: row.article.value }) }, headline(article)),
          " ",
          h("span", { class: "quiet" }, imprint(article)),
        );
      }),
    ),
    h("p", {}, h("a", { href: link("articles") }, "All articles")),
  ];
}
