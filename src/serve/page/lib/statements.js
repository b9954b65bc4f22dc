// Statements as the views have them: the form of a line of `statements.jsonl`, which the server's lists have as well, filled
// from the graph. Whatever a statement has is asked for as it stands (`?statement ?property ?value`), so that qualifiers
// of any ontology come along.

import { articles } from "./articles.js";
import { select } from "./api.js";
import { PREFIXES, PROLOGUE, iriRef, localName, pieceOf } from "./terms.js";

/** Statements that are asked for at once: some twenty rows each. */
const AT_ONCE = 150;
/** More than this nobody reads; the views say so and offer to narrow. */
export const MOST = 1500;

const { ng, rdf } = PREFIXES;
const OWN_FIELDS = new Set([
  `${rdf}subject`,
  `${rdf}predicate`,
  `${rdf}object`,
  `${rdf}type`,
  `${PREFIXES.prov}wasDerivedFrom`,
  `${PREFIXES.sem}hasEarliestBeginTimeStamp`,
  `${PREFIXES.sem}hasLatestEndTimeStamp`,
  ...[
    "relation",
    "polarity",
    "asserted",
    "confidence",
    "decision",
    "attributedTo",
    "reports",
    "contradicts",
    "quantity",
    "quantityMin",
    "quantityMax",
    "time",
    "timeValue",
    "trigger",
    "matchedExample",
    "subjectMention",
    "objectMention",
    "inferredBecause",
    "place",
  ].map((name) => ng + name),
]);

/** The statements with these IRIs, in this order; those that the graph does not have are left out. */
export async function statements(iris, signal) {
  const chunks = [];
  for (let from = 0; from < iris.length; from += AT_ONCE) chunks.push(iris.slice(from, from + AT_ONCE));
  const rows = (await Promise.all(chunks.map((chunk) => select(allOf(chunk), signal)))).flat();
  const properties = new Map();
  for (const { s, p, o, l } of rows) {
    if (!properties.has(s.value)) properties.set(s.value, new Map());
    const own = properties.get(s.value);
    if (!own.has(p.value)) own.set(p.value, []);
    own.get(p.value).push({ ...o, label: l?.value });
  }
  const found = iris.filter((iri) => properties.has(iri)).map((iri) => statement(iri, properties.get(iri)));
  await addArticlesAndEvents(found, signal);
  return found;
}

function allOf(iris) {
  return `${PROLOGUE}SELECT DISTINCT ?s ?p ?o ?l WHERE {
  VALUES ?s { ${iris.map(iriRef).join(" ")} }
  ?s ?p ?o .
  OPTIONAL { ?o rdfs:label ?l }
  OPTIONAL { ?o nif:anchorOf ?l }
}`;
}

function statement(iri, properties) {
  const all = (name) => properties.get(name) ?? [];
  const one = (name) => all(name)[0];
  const text = (name) => one(name)?.value ?? null;
  const sentence = one(`${PREFIXES.prov}wasDerivedFrom`);
  const trigger = one(`${ng}trigger`);
  const said = text(`${ng}time`);
  const place = one(`${ng}place`);
  return {
    id: iri,
    relation: text(`${ng}relation`) ?? localName(text(`${rdf}predicate`) ?? ""),
    relation_iri: text(`${rdf}predicate`) ?? "",
    subject: argument(one(`${rdf}subject`), text(`${ng}subjectMention`)),
    object: argument(one(`${rdf}object`), text(`${ng}objectMention`)),
    polarity: text(`${ng}polarity`) ?? "positive",
    asserted: text(`${ng}asserted`) !== "false",
    attributed_to: argument(one(`${ng}attributedTo`), null),
    quantity: text(`${ng}quantity`) && { text: text(`${ng}quantity`) },
    time: said && { text: said, value: text(`${ng}timeValue`) },
    place: argument(place, null),
    qualifiers: qualifiers(properties),
    sentence: { text: sentence?.label ?? "", ...placeIn(sentence) },
    trigger: { text: trigger?.label ?? "", ...placeIn(trigger) },
    confidence: Number(text(`${ng}confidence`) ?? 1),
    decision: text(`${ng}decision`),
    example: text(`${ng}matchedExample`),
    inferred: text(`${ng}inferredBecause`),
    event: text(`${ng}reports`),
    contradicts: all(`${ng}contradicts`).map((other) => other.value),
    document: { id: pieceOf(sentence?.value ?? "")?.article ?? "" },
  };
}

const placeIn = (piece) => {
  const found = pieceOf(piece?.value ?? "");
  return { begin: found?.begin ?? 0, end: found?.end ?? 0 };
};

/** An entity, or a literal value; null where there is none. */
function argument(value, mention) {
  if (!value) return null;
  if (value.type !== "uri") return { value: value.value, mention: mention ?? value.value };
  return { id: value.value, label: value.label ?? localName(value.value), mention };
}

function qualifiers(properties) {
  const own = [...properties].filter(([name]) => name.startsWith(ng) && !OWN_FIELDS.has(name));
  return Object.fromEntries(own.map(([name, values]) => [localName(name), argument(values[0], null)]));
}

/** What statements alone do not tell: of which article each is, and how many independent reports its event has. */
async function addArticlesAndEvents(found, signal) {
  const events = [...new Set(found.map((one) => one.event).filter(Boolean))];
  const [known, counts] = await Promise.all([
    articles([...new Set(found.map((one) => one.document.id))], signal),
    eventCounts(events, signal),
  ]);
  for (const one of found) {
    one.document = known.get(one.document.id) ?? one.document;
    one.reports = counts.get(one.event) ?? null;
  }
}

async function eventCounts(events, signal) {
  const counts = new Map();
  if (events.length === 0) return counts;
  const rows = await select(
    `${PROLOGUE}SELECT ?event ?independent ?own WHERE {
  VALUES ?event { ${events.map(iriRef).join(" ")} }
  ?event ng:independentReports ?independent ; ng:ownVoiceReports ?own .
}`,
    signal,
  );
  for (const row of rows) {
    counts.set(row.event.value, { independent: Number(row.independent.value), own: Number(row.own.value) });
  }
  return counts;
}

/** In which roles an entity stands in statements: IRIs of statements by role (`subject`, `object`, `attributedTo`, `place` …). */
export async function rolesOf(entity, signal) {
  const rows = await select(
    `${PROLOGUE}SELECT DISTINCT ?statement ?role ?confidence WHERE {
  ?statement ?role ${iriRef(entity)} ; a ng:Statement ; ng:confidence ?confidence .
} ORDER BY DESC(?confidence) ?statement`,
    signal,
  );
  const roles = new Map();
  for (const row of rows) {
    const role = localName(row.role.value);
    if (!roles.has(role)) roles.set(role, []);
    roles.get(role).push(row.statement.value);
  }
  return roles;
}
