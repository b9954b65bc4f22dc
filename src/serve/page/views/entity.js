// An entity's page: who or what it is, and behind a link each what is said of it, its neighbourhood, when, where sources
// disagree, what it says itself, its articles, and why these names are taken for one.

import { select } from "../lib/api.js";
import { empty, h } from "../lib/dom.js";
import { link, parse } from "../lib/route.js";
import { PREFIXES, PROLOGUE, iriRef, localName } from "../lib/terms.js";
import { identityButtons } from "../parts/review.js";
import { articles } from "./entity/articles.js";
import { disagreements } from "./entity/disagreements.js";
import { names } from "./entity/names.js";
import { neighbours } from "./entity/neighbours.js";
import { said } from "./entity/said.js";
import { says } from "./entity/says.js";
import { timeline } from "./entity/timeline.js";

const PARTS = {
  "": ["What is said", said],
  picture: ["Connections", neighbours],
  timeline: ["Timeline", timeline],
  disagreements: ["Disagreements", disagreements],
  says: ["Own words", says],
  articles: ["Articles", articles],
  names: ["Names", names],
};

export async function view(route, context) {
  const iri = route.parameters.get("iri") ?? "";
  const entity = await describe(iri, context);
  if (!entity) {
    return {
      title: "Not found",
      body: [
        h("h1", {}, "Nobody of this name"),
        empty(
          "The graph knows nothing of ",
          h("code", {}, iri),
          ". It may have been merged with another, or its article removed. ",
          h("a", { href: link("home") }, "Begin again"),
        ),
      ],
    };
  }
  const show = PARTS[route.parameters.get("show") ?? ""] ? (route.parameters.get("show") ?? "") : "";
  const [label, part] = PARTS[show];
  const content = await part(entity, route, context);
  return {
    title: show === "" ? entity.label : `${entity.label}: ${label}`,
    body: [
      head(entity, context),
      tabs(iri, show),
      h("section", { class: "part", "aria-label": label }, h("h2", { class: "unseen" }, label), content),
    ],
  };
}

async function describe(iri, { signal }) {
  const rows = await select(
    `${PROLOGUE}SELECT ?p ?o WHERE {
  VALUES ?p { rdfs:label skos:altLabel rdf:type owl:sameAs skos:exactMatch skos:closeMatch }
  ${iriRef(iri)} ?p ?o .
}`,
    signal,
  );
  const all = (name) => rows.filter((row) => row.p.value === name).map((row) => row.o.value);
  const label = all(`${PREFIXES.rdfs}label`)[0];
  if (rows.length === 0) return null;
  const { owl, skos, rdf } = PREFIXES;
  return {
    iri,
    label: label ?? localName(iri),
    aliases: all(`${skos}altLabel`),
    types: all(`${rdf}type`).map(localName),
    same: [...all(`${owl}sameAs`), ...all(`${skos}exactMatch`), ...all(`${skos}closeMatch`)],
  };
}

const ALIASES_SHOWN = 6;

function head(entity, context) {
  const { aliases } = entity;
  const also = aliases
    .slice(0, ALIASES_SHOWN)
    .map((name) => `“${name}”`)
    .join(", ");
  const more = aliases.length > ALIASES_SHOWN && [
    ", ",
    h("a", { href: link("entity", { iri: entity.iri, show: "names" }) }, `${aliases.length - ALIASES_SHOWN} more`),
  ];
  return h(
    "header",
    { class: "entity-head" },
    h("h1", {}, entity.label, " ", h("span", { class: "kind" }, context.vocabulary.kinds(entity.types))),
    aliases.length > 0 && h("p", { class: "quiet" }, "also ", also, more),
    entity.same.length > 0 &&
      h(
        "p",
        { class: "quiet" },
        "same as ",
        entity.same.map((iri) => [h("a", { href: iri }, iri), " "]),
      ),
    context.about.edit && identityButtons(entity, context),
  );
}

function tabs(iri, shown) {
  // Filters go along from part to part: who looks at one outlet goes on looking at it.
  const kept = Object.fromEntries(parse(location.hash).parameters);
  return h(
    "nav",
    { class: "tabs", "aria-label": "Parts of this page" },
    h(
      "ul",
      {},
      Object.entries(PARTS).map(([show, [label]]) =>
        h(
          "li",
          {},
          h(
            "a",
            { href: link("entity", { ...kept, iri, show }), "aria-current": show === shown ? "page" : null },
            label,
          ),
        ),
      ),
    ),
  );
}
