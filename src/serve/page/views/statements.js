// All statements, narrowed by the same filters as an entity's, but by the server and a page at a time, since there may be
// tens of thousands: also the search for words in sentences.

import { select } from "../lib/api.js";
import { empty, h } from "../lib/dom.js";
import { link } from "../lib/route.js";
import { statements } from "../lib/statements.js";
import { PROLOGUE, iriRef, literal } from "../lib/terms.js";
import { FIELDS, HOW, filterForm, filtersOf } from "../parts/filters.js";
import { PAGE } from "../parts/pages.js";
import { statementCard } from "../parts/statement.js";
import { takeButton } from "../parts/take.js";

const OUTLETS = `${PROLOGUE}SELECT ?outlet (COUNT(?a) AS ?n) WHERE { ?a schema:publisher ?outlet } GROUP BY ?outlet ORDER BY DESC(?n) LIMIT 200`;

export async function view(route, context) {
  const wanted = filtersOf(route.parameters);
  const page = Math.max(1, Number(route.parameters.get("page")) || 1);
  const [rows, outlets] = await Promise.all([
    select(asked(wanted, page), context.signal),
    select(OUTLETS, context.signal),
  ]);
  const all = await statements(
    rows.slice(0, PAGE).map((row) => row.s.value),
    context.signal,
  );
  const relations = [...context.vocabulary.relations.values()].map(({ iri, label }) => [iri, label]);
  relations.sort(([, a], [, b]) => a.localeCompare(b));
  const choices = {
    relation: relations,
    outlet: outlets.map((row) => [row.outlet.value, `${row.outlet.value} (${row.n.value})`]),
    how: HOW,
  };
  const go = (filters) => {
    location.replace(link("statements", Object.fromEntries(FIELDS.map((field) => [field, filters[field]]))));
  };
  const form = filterForm(wanted, choices, go, { take: takeButton(() => all) });
  const from = (page - 1) * PAGE;
  form.output.textContent =
    all.length > 0 ? `${from + 1} to ${from + all.length}${rows.length > PAGE ? " of more" : ""}` : "none";
  return {
    title: "Statements",
    keepsFocus: true,
    body: [
      h("h1", {}, "Statements"),
      form.element,
      all.length > 0
        ? h(
            "div",
            {},
            h("h2", { class: "unseen" }, "The statements"),
            all.map((one) => statementCard(one, context)),
          )
        : empty("No statement fits. Loosen a filter."),
      h(
        "nav",
        { class: "pages", "aria-label": "Pages" },
        page > 1 &&
          h(
            "a",
            { href: link("statements", { ...wanted, page: page > 2 ? page - 1 : "" }), rel: "prev" },
            "← Earlier page",
          ),
        " ",
        rows.length > PAGE &&
          h("a", { href: link("statements", { ...wanted, page: page + 1 }), rel: "next" }, "Next page →"),
      ),
    ],
  };
}

/** One more than a page is asked for, to know whether there is another. */
function asked(wanted, page) {
  return `${PROLOGUE}SELECT DISTINCT ?s ?date ?article ?begin WHERE {
  ?s a ng:Statement ; prov:wasDerivedFrom ?place .
  ?place nif:referenceContext ?article ; nif:beginIndex ?begin .
  ${conditions(wanted).join("\n  ")}
  OPTIONAL { ?article schema:datePublished ?date }
} ORDER BY DESC(?date) ?article ?begin ?s LIMIT ${PAGE + 1} OFFSET ${(page - 1) * PAGE}`;
}

const HOWS = {
  fact: ['?s ng:polarity "positive" ; ng:asserted true . FILTER NOT EXISTS { ?s ng:attributedTo ?speaker }', "sure"],
  claimed: ['?s ng:polarity "positive" ; ng:asserted true ; ng:attributedTo ?speaker .', "sure"],
  denied: ['?s ng:polarity "negative" ; ng:asserted true .'],
  doubtful: [
    '?s ng:polarity "positive" ; ng:asserted true ; ng:confidence ?own ; rdf:predicate ?p . ?p ng:leastConfidence ?least . FILTER (?own < ?least)',
  ],
  past: [
    '?s ng:asserted false ; ng:polarity "positive" ; ng:time ?when ; rdf:predicate ?p . ?p ng:lasts true . FILTER NOT EXISTS { ?s ng:timeValue ?value }',
  ],
  possible: [
    "?s ng:asserted false ; rdf:predicate ?p . FILTER NOT EXISTS { ?p ng:lasts true . ?s ng:time ?when FILTER NOT EXISTS { ?s ng:timeValue ?value } }",
  ],
};
const SURE =
  "FILTER NOT EXISTS { ?s ng:confidence ?own ; rdf:predicate ?p . ?p ng:leastConfidence ?least . FILTER (?own < ?least) }";

function conditions(wanted) {
  const [how, sure] = HOWS[wanted.how] ?? [];
  const words = wanted.words.toLowerCase().split(/\s+/).filter(Boolean);
  return [
    wanted.relation && `?s rdf:predicate ${iriRef(wanted.relation)} .`,
    wanted.with && `?s ?role ${iriRef(wanted.with)} .`,
    wanted.outlet && `?article schema:publisher ${literal(wanted.outlet)} .`,
    (wanted.from || wanted.to) && "?article schema:datePublished ?published .",
    wanted.from && `FILTER (STR(?published) >= ${literal(wanted.from)})`,
    // The letter after all digits: the whole last day counts, whatever its hour.
    wanted.to && `FILTER (STR(?published) < ${literal(`${wanted.to}~`)})`,
    wanted.sure && `?s ng:confidence ?confidence . FILTER (?confidence >= ${Number(wanted.sure) || 0})`,
    how,
    sure && SURE,
    words.length > 0 && "?place nif:anchorOf ?sentence .",
    ...words.map((word) => `FILTER (CONTAINS(LCASE(?sentence), ${literal(word)}))`),
  ].filter(Boolean);
}
