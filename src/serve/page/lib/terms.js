// IRIs and addresses: short forms of them, what may be linked, and how they stand in SPARQL.

export const PREFIXES = {
  ng: "https://w3id.org/newsgraph/ontology#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  prov: "http://www.w3.org/ns/prov#",
  nif: "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
  itsrdf: "http://www.w3.org/2005/11/its/rdf#",
  schema: "https://schema.org/",
  sem: "http://semanticweb.cs.vu.nl/2009/11/sem/",
  owl: "http://www.w3.org/2002/07/owl#",
  void: "http://rdfs.org/ns/void#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

/** The declarations that the page's own queries begin with. */
export const PROLOGUE = Object.entries(PREFIXES)
  .map(([name, iri]) => `PREFIX ${name}: <${iri}>\n`)
  .join("");

/** What follows the namespace: `charged_with`. */
export const localName = (iri) => iri.split(/[#/]/).pop() || iri;

/** `ng:charged_with` where a prefix fits, else the IRI. */
export function shortForm(iri, base) {
  const all = base ? { ...PREFIXES, id: base } : PREFIXES;
  const fits = Object.entries(all).filter(([, start]) => iri.startsWith(start) && iri.length > start.length);
  const [name, start] = fits.sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
  return name ? `${name}:${iri.slice(start.length)}` : iri;
}

/** An IRI for a query; what no IRI may hold is encoded, so that no name can end it early. What is no IRI names nothing. */
export function iriRef(iri) {
  const absolute = /^[a-z][a-z0-9+.-]*:/i.test(iri) ? iri : `urn:nothing:${iri}`;
  return `<${absolute.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (letter) => encodeURIComponent(letter))}>`;
}

/** A text for a query. */
export function literal(text) {
  const escapes = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  return `"${text.replace(/[\\"\n\r\t]/g, (letter) => escapes[letter])}"`;
}

/** The address if a browser may follow it, else null: only http and https, so that no `javascript:` becomes a link. */
export function webAddress(address) {
  const tidy = (address ?? "").trim();
  return /^https?:\/\//i.test(tidy) && !/[\s\u0000-\u001f\u007f]/.test(tidy) ? tidy : null;
}

const WORDS_AT_END = 4;

/** Where a browser opens a page and shows this sentence: a text fragment of its first and last words, as the report has it. */
export function addressOfSentence(address, sentence) {
  const url = webAddress(address);
  if (!url) return null;
  const words = sentence.split(/\s+/).filter((word) => word !== "");
  const encoded = (some) => encodeURIComponent(some.join(" ")).replace(/[-!'()*_.~]/g, percent);
  const long = words.length > 2 * WORDS_AT_END;
  const text = long
    ? `${encoded(words.slice(0, WORDS_AT_END))},${encoded(words.slice(-WORDS_AT_END))}`
    : encoded(words);
  return `${url}${url.includes("#") ? "" : "#"}:~:text=${text}`;
}

const percent = (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;

/** Article, beginning and end out of the IRI of a piece of text (`ARTICLE#char=BEGIN,END`); null where it is none. */
export function pieceOf(iri) {
  const found = /^(.*)#char=(\d+),(\d+)$/.exec(iri);
  return found && { article: found[1], begin: Number(found[2]), end: Number(found[3]) };
}
