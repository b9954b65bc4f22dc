// All articles, newest first, with what to find one by: words of its headline, outlet, days.

import { select } from "../lib/api.js";
import { day, headline, imprint, outlet } from "../lib/articles.js";
import { empty, h } from "../lib/dom.js";
import { link, remember } from "../lib/route.js";
import { PROLOGUE } from "../lib/terms.js";
import { number } from "../lib/words.js";
import { paged } from "../parts/pages.js";

const ALL = `${PROLOGUE}SELECT ?article ?title ?publisher ?date ?path ?copy WHERE {
  ?article a schema:NewsArticle .
  OPTIONAL { ?article schema:headline ?title } OPTIONAL { ?article schema:publisher ?publisher }
  OPTIONAL { ?article schema:datePublished ?date } OPTIONAL { ?article ng:sourceFile ?path }
  OPTIONAL { ?article ng:copyOf ?copy }
}`;
const COUNTS = `${PROLOGUE}SELECT ?article (COUNT(?s) AS ?n) WHERE { GRAPH ?article { ?s a ng:Statement } } GROUP BY ?article`;

export async function view(route, context) {
  const [rows, counts] = await Promise.all([select(ALL, context.signal), select(COUNTS, context.signal)]);
  const statements = new Map(counts.map((row) => [row.article.value, Number(row.n.value)]));
  const all = rows.map((row) => ({
    id: row.article.value,
    title: row.title?.value,
    publisher: row.publisher?.value,
    date: row.date?.value,
    path: row.path?.value,
    copyOf: row.copy?.value,
    statements: statements.get(row.article.value) ?? 0,
  }));
  all.sort((a, b) => day(b).localeCompare(day(a)) || headline(a).localeCompare(headline(b)));
  const output = h("output", { class: "quiet" });
  const list = h("div", {});
  const draw = (wanted) => {
    const shown = all.filter((one) => fits(one, wanted));
    output.textContent = `${shown.length} of ${number(all.length, "article")}`;
    list.replaceChildren(
      shown.length > 0
        ? paged(h("ol", { class: "plain article-list" }), shown, item, { noun: "articles" })
        : empty("No article fits."),
    );
  };
  const wanted = Object.fromEntries(
    ["words", "outlet", "from", "to"].map((name) => [name, route.parameters.get(name) ?? ""]),
  );
  const form = h(
    "form",
    {
      class: "filters",
      onsubmit: (event) => event.preventDefault(),
      oninput: () => {
        const now = Object.fromEntries(new FormData(form));
        remember("articles", now);
        draw(now);
      },
    },
    field("Words of the headline", h("input", { type: "search", name: "words", value: wanted.words })),
    field(
      "Outlet",
      h(
        "select",
        { name: "outlet" },
        h("option", { value: "" }, "all"),
        outlets(all).map(([name, count]) =>
          h("option", { value: name, selected: name === wanted.outlet }, `${name} (${count})`),
        ),
      ),
    ),
    field("Published from", h("input", { type: "date", name: "from", value: wanted.from })),
    field("to", h("input", { type: "date", name: "to", value: wanted.to })),
    output,
  );
  draw(wanted);
  return { title: "Articles", body: [h("h1", {}, "Articles"), form, list] };
}

const field = (label, control) => h("label", {}, h("span", {}, label), control);

function outlets(all) {
  const counts = new Map();
  for (const one of all) counts.set(outlet(one), (counts.get(outlet(one)) ?? 0) + 1);
  counts.delete("");
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function fits(article, wanted) {
  const text = headline(article).toLowerCase();
  return (
    (!wanted.outlet || outlet(article) === wanted.outlet) &&
    (!wanted.from || day(article) >= wanted.from) &&
    (!wanted.to || (day(article) !== "" && day(article) <= wanted.to)) &&
    wanted.words
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word))
  );
}

const item = (article) =>
  h(
    "li",
    {},
    h("a", { href: link("article", { iri: article.id }) }, headline(article)),
    " ",
    article.copyOf && h("span", { class: "badge copy" }, "copy"),
    " ",
    h(
      "span",
      { class: "quiet" },
      [imprint(article), article.statements > 0 ? number(article.statements, "statement") : "no statements"]
        .filter(Boolean)
        .join(" · "),
    ),
  );
