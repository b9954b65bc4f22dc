// What the graph says of its own words: the labels and rules of its relations, the labels of its classes, and the IRI that
// its entities begin with. Nothing of it is written down here, since every ontology has its own.

import { select } from "./api.js";
import { PROLOGUE, localName } from "./terms.js";

const RELATIONS = `${PROLOGUE}
SELECT ?relation ?label ?definition ?least ?lasts ?symmetric ?takes WHERE {
  { ?relation a owl:ObjectProperty } UNION { ?relation a owl:DatatypeProperty }
  ?relation rdfs:label ?label .
  OPTIONAL { ?relation skos:definition ?definition }
  OPTIONAL { ?relation ng:leastConfidence ?least }
  OPTIONAL { ?relation ng:lasts ?lasts }
  OPTIONAL { ?relation a owl:SymmetricProperty BIND (true AS ?symmetric) }
  OPTIONAL { ?relation schema:rangeIncludes ?takes }
}`;
const CLASSES = `${PROLOGUE}SELECT ?class ?label { ?class a owl:Class ; rdfs:label ?label }`;
const BASE = `${PROLOGUE}SELECT ?base { ?set a void:Dataset ; void:uriSpace ?base }`;

let known = null;

/** Asked once: the page shares one promise. */
export function vocabulary() {
  known ??= ask().catch((error) => {
    known = null;
    throw error;
  });
  return known;
}

async function ask() {
  const [relations, classes, base] = await Promise.all([select(RELATIONS), select(CLASSES), select(BASE)]);
  return new Vocabulary(relations, classes, base[0]?.base.value ?? "");
}

class Vocabulary {
  constructor(relations, classes, base) {
    this.base = base;
    this.classes = new Map(classes.map((row) => [localName(row.class.value), row.label.value]));
    this.relations = new Map();
    for (const row of relations) {
      this.relations.set(row.relation.value, {
        iri: row.relation.value,
        label: row.label.value,
        definition: row.definition?.value ?? "",
        least: Number(row.least?.value ?? 0),
        lasts: row.lasts !== undefined,
        symmetric: row.symmetric !== undefined,
        takesObject: row.takes !== undefined,
      });
    }
  }

  /** What is known of a relation; of one that the graph does not declare, as much as its name tells. */
  relation(iri) {
    const label = localName(iri).replaceAll("_", " ");
    return (
      this.relations.get(iri) ?? {
        iri,
        label,
        definition: "",
        least: 0,
        lasts: false,
        symmetric: false,
        takesObject: true,
      }
    );
  }

  /** The label of a class by its local name. */
  kind(name) {
    return this.classes.get(localName(name)) ?? localName(name);
  }

  kinds(types) {
    return (types ?? []).map((type) => this.kind(type)).join(", ");
  }
}
