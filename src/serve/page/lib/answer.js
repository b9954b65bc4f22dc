// Answers of queries: rows of a SELECT, a yes or no of an ASK, triples of a CONSTRUCT, all as one shape for table and graph.

/** `{ variables, rows, yes, triples }` out of an answer's text and media type; a row is a term or null for each variable. */
export function read({ type, text }) {
  if (/sparql-results\+json|application\/json/.test(type)) {
    const answer = JSON.parse(text);
    if (typeof answer.boolean === "boolean") return { variables: [], rows: [], yes: answer.boolean, triples: false };
    const variables = answer.head.vars;
    return {
      variables,
      rows: answer.results.bindings.map((row) => variables.map((name) => row[name] ?? null)),
      yes: null,
      triples: false,
    };
  }
  return { variables: ["subject", "predicate", "object"], rows: triples(text), yes: null, triples: true };
}

const TERM = /\s*(?:<([^>]*)>|(_:\S+)|"((?:[^"\\]|\\.)*)"(?:\^\^<([^>]*)>|@([-A-Za-z0-9]+))?)/y;

/** N-Triples, which the page asks for as it can be read line by line. */
function triples(text) {
  const rows = [];
  for (const line of text.split("\n")) {
    const terms = [];
    TERM.lastIndex = 0;
    for (let found = TERM.exec(line); found; found = TERM.exec(line)) terms.push(term(found));
    if (terms.length >= 3) rows.push(terms.slice(0, 3));
  }
  return rows;
}

function term([, iri, blank, literal, datatype, language]) {
  if (iri !== undefined) return { type: "uri", value: unescaped(iri) };
  if (blank !== undefined) return { type: "bnode", value: blank };
  return { type: "literal", value: unescaped(literal), datatype, "xml:lang": language };
}

const ESCAPES = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function unescaped(text) {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (_, short, long, letter) =>
    letter === undefined ? String.fromCodePoint(parseInt(short ?? long, 16)) : (ESCAPES[letter] ?? letter),
  );
}

/**
 * Edges out of an answer: of triples the triples; of rows the first column that holds entities and the next one, with a
 * column named after a relation between them, if there is one.
 */
export function edges({ variables, rows, triples: isGraph }) {
  const relation = isGraph
    ? 1
    : variables.findIndex((name) => /^(relation|property|predicate|p|what|how)$/i.test(name));
  const ends = isGraph
    ? [0, 2]
    : variables
        .map((_, index) => index)
        .filter((index) => index !== relation && rows.some((row) => row[index] && row[index].value.length <= 80))
        .slice(0, 2);
  if (ends.length < 2) return [];
  const found = new Map();
  for (const row of rows) {
    const [from, to] = ends.map((index) => row[index]);
    if (!from || !to) continue;
    found.set([from.value, row[relation]?.value, to.value].join("\n"), { from, to, label: row[relation]?.value ?? "" });
  }
  return [...found.values()];
}
