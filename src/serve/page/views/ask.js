// A box for SPARQL: the shipped queries to begin with, and the answer as a table, a network or text to take away.

import { get, query as send } from "../lib/api.js";
import { edges, read } from "../lib/answer.js";
import { csv } from "../lib/csv.js";
import { empty, h } from "../lib/dom.js";
import { link, linkOf } from "../lib/route.js";
import { PREFIXES, localName, shortForm } from "../lib/terms.js";
import { number } from "../lib/words.js";
import { network } from "../parts/network.js";
import { paging } from "../parts/pages.js";
import { scrolling } from "../parts/picture.js";
import { save } from "../parts/take.js";

const TABLE = "application/sparql-results+json, application/n-triples;q=0.9";
const FORMS = { table: "Table", graph: "Graph", csv: "CSV" };
/** Triples are taken away as Turtle. */
const TRIPLE_FORMS = { ...FORMS, csv: "Turtle" };
const LONGEST_SHOWN = 200_000;
const EXAMPLE = "SELECT ?who ?offence\nWHERE { ?who ng:charged_with ?offence }";

export async function view(route, context) {
  const queries = await get("api/queries", {}, context.signal);
  const name = route.parameters.get("name") ?? "";
  const shipped = queries.find((one) => one.name === name);
  const asked = route.parameters.get("query") ?? shipped?.text ?? "";
  const as = FORMS[route.parameters.get("as")] ? route.parameters.get("as") : "table";
  const box = h("textarea", {
    id: "query",
    rows: Math.min(16, Math.max(5, (asked || EXAMPLE).split("\n").length + 1)),
    spellcheck: "false",
    autocapitalize: "off",
    value: asked || EXAMPLE,
  });
  const run = (form = as) => {
    const known = queries.find((one) => one.text === box.value);
    const address = link("ask", known ? { name: known.name, as: form } : { query: box.value, as: form });
    if (address === location.hash) context.again();
    else location.hash = address;
  };
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      run();
    }
  });
  const answer = h(
    "section",
    { class: "answer", "aria-label": "Answer" },
    h("p", { class: "quiet", role: "status" }, asked ? "Asking …" : "The answer comes here."),
  );
  return {
    title: shipped ? shipped.description : "Ask in SPARQL",
    keepsFocus: Boolean(asked),
    body: [
      h("h1", {}, "Ask in SPARQL"),
      h(
        "div",
        { class: asked ? "ask" : "ask fresh" },
        h(
          "div",
          {},
          h("label", { for: "query" }, "Query"),
          box,
          h(
            "p",
            { class: "buttons" },
            h("button", { type: "button", class: "main-button", onclick: () => run() }, "Run"),
            " ",
            h(
              "span",
              { class: "quiet" },
              h("kbd", {}, "Ctrl"),
              " ",
              h("kbd", {}, "Enter"),
              ". ng:, id:, rdfs:, schema: and the like need no declaration.",
            ),
          ),
        ),
        h(
          "nav",
          { "aria-label": "Shipped queries" },
          h(
            "details",
            { open: !asked },
            h("summary", {}, "Shipped queries"),
            h(
              "ul",
              { class: "plain" },
              queries.map((one) =>
                h(
                  "li",
                  {},
                  h(
                    "a",
                    { href: link("ask", { name: one.name }), "aria-current": one.name === name ? "true" : null },
                    one.description || one.name,
                  ),
                ),
              ),
            ),
          ),
        ),
      ),
      answer,
    ],
    shown: () => asked && fill(answer, asked, as, box, context, run),
  };
}

async function fill(place, text, as, box, context, run) {
  try {
    const answer = await send(text, TABLE, context.signal);
    const known = read(answer);
    const turtle = known.triples && as === "csv" ? (await send(text, "text/turtle", context.signal)).text : null;
    place.replaceChildren(...result(known, turtle, as, context, run).flat(Infinity).filter(Boolean));
  } catch (error) {
    if (error.name === "AbortError") return;
    place.replaceChildren(h("p", { class: "problem", role: "alert" }, error.message));
    if (error.place)
      place.append(
        h(
          "button",
          { type: "button", onclick: () => goTo(box, error.place) },
          `Go to line ${error.place.line}, column ${error.place.column}`,
        ),
      );
  }
}

/** Puts the caret where the query cannot be read, and marks the word there. */
function goTo(box, { line, column }) {
  const before = box.value
    .split("\n")
    .slice(0, line - 1)
    .reduce((sum, one) => sum + one.length + 1, 0);
  const start = Math.min(box.value.length, before + column - 1);
  const word = /^\S*/.exec(box.value.slice(start))[0].length;
  box.focus();
  box.setSelectionRange(start, start + Math.max(1, word));
}

function result(answer, turtle, as, context, run) {
  if (answer.yes !== null) return [h("p", { class: "yes", role: "status" }, answer.yes ? "Yes." : "No.")];
  const bar = h(
    "div",
    { class: "bar" },
    h("p", { role: "status" }, number(answer.rows.length, answer.triples ? "triple" : "row")),
    h(
      "ul",
      { class: "switch", "aria-label": "Show as" },
      Object.entries(answer.triples ? TRIPLE_FORMS : FORMS).map(([form, label]) =>
        h(
          "li",
          {},
          h("button", { type: "button", "aria-pressed": String(form === as), onclick: () => run(form) }, label),
        ),
      ),
    ),
  );
  if (answer.rows.length === 0) return [bar, empty("The graph has no answer to this.")];
  if (as === "graph") return [bar, graph(answer, context)];
  if (turtle !== null) return [bar, download(turtle, "answer.ttl", "text/turtle")];
  if (as === "csv")
    return [
      bar,
      download(
        csv(
          answer.variables,
          answer.rows.map((row) => row.map((term) => term?.value)),
        ),
        "answer.csv",
        "text/csv",
      ),
    ];
  return [bar, table(answer, context)];
}

function table({ variables, rows }, { vocabulary }) {
  const body = h("tbody", {});
  const more = paging(
    body,
    rows,
    (row) =>
      h(
        "tr",
        {},
        row.map((term) => h("td", { class: isNumber(term) ? "number" : null }, cell(term, vocabulary))),
      ),
    { noun: "rows" },
  );
  return [
    h(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": "Table of the answer" },
      h(
        "table",
        { class: "table" },
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            variables.map((name) => h("th", { scope: "col" }, name.replaceAll("_", " "))),
          ),
        ),
        body,
      ),
    ),
    more,
  ];
}

const isNumber = (term) => /XMLSchema#(integer|decimal|double|nonNegativeInteger)$/.test(term?.datatype ?? "");

function cell(term, vocabulary) {
  if (!term) return "";
  if (term.type !== "uri") return term.value;
  const own = ownLink(term.value, vocabulary);
  return (own ?? /^https?:/.test(term.value))
    ? h("a", { href: own ?? term.value, title: term.value }, shortForm(term.value, vocabulary.base))
    : term.value;
}

function ownLink(iri, vocabulary) {
  if (vocabulary.relations.has(iri)) return link("statements", { relation: iri });
  return (
    linkOf(iri, vocabulary.base) ??
    (iri.startsWith(PREFIXES.ng) || iri.startsWith(vocabulary.base || "\u0000")
      ? link("ask", { query: `DESCRIBE <${iri}>` })
      : null)
  );
}

function graph(answer, { vocabulary }) {
  const found = edges(answer);
  if (found.length === 0) return empty("A network needs two columns of things; see the table.");
  const { svg, left } = network(found, (term) => ({
    text: term.type === "uri" ? localName(term.value) : term.value,
    href: term.type === "uri" ? ownLink(term.value, vocabulary) : null,
  }));
  return [
    scrolling(svg, "Network"),
    left > 0 && h("p", { class: "quiet" }, `${number(left, "more edge")} in the table.`),
  ];
}

function download(text, file, type) {
  return [
    h("p", {}, h("button", { type: "button", onclick: () => save(text, file, type) }, `Save as ${file}`)),
    h("pre", { class: "raw", tabindex: "0" }, text.slice(0, LONGEST_SHOWN)),
    text.length > LONGEST_SHOWN && h("p", { class: "quiet" }, "Only the beginning is shown; the file has all of it."),
  ];
}
