// An article's text: whole where the graph keeps it (what was no text file) or its file is still there, else the sentences that
// something is told in, in order, with gaps. Places count Unicode characters.

import { get, select } from "./api.js";
import { PROLOGUE, iriRef, pieceOf } from "./terms.js";

/** Whether the text is whole, or why not; passages `{ begin, letters, gap }`, sentences `{ begin, end }`, mentions `{ begin, end, entity, label }`, quotes. */
export async function textOf(article, signal) {
  const iri = iriRef(article);
  const [whole, pieces, mentions, quotes] = await Promise.all([
    get("api/article", { iri: article }, signal),
    select(
      `${PROLOGUE}SELECT DISTINCT ?piece ?sentence ?text WHERE { GRAPH ${iri} {
      { ?statement a ng:Statement ; prov:wasDerivedFrom ?piece . BIND (true AS ?sentence) } UNION { ?attribution ng:content ?piece }
      ?piece nif:anchorOf ?text } }`,
      signal,
    ),
    select(
      `${PROLOGUE}SELECT DISTINCT ?mention ?entity ?label WHERE { GRAPH ${iri} { ?mention itsrdf:taIdentRef ?entity } ?entity rdfs:label ?label }`,
      signal,
    ),
    select(
      `${PROLOGUE}SELECT DISTINCT ?content ?direct ?source ?label WHERE {
      ?attribution prov:wasDerivedFrom ${iri} ; ng:content ?content ; ng:direct ?direct ; ng:attributedTo ?source . ?source rdfs:label ?label }`,
      signal,
    ),
  ]);
  const sentences = inOrder(pieces.filter((row) => row.sentence).map(piece("piece")));
  const others = inOrder(pieces.filter((row) => !row.sentence).map(piece("piece")));
  return {
    whole: whole.text !== undefined,
    why: whole.why,
    passages: whole.text !== undefined ? paragraphs(whole.text) : passages(sentences, others),
    sentences,
    mentions: inOrder(
      mentions.map((row) => ({ ...pieceOf(row.mention.value), entity: row.entity.value, label: row.label.value })),
    ),
    quotes: inOrder(
      quotes.map((row) => ({
        ...pieceOf(row.content.value),
        direct: row.direct.value === "true",
        source: row.source.value,
        label: row.label.value,
      })),
    ),
  };
}

const piece = (variable) => (row) => ({ ...pieceOf(row[variable].value), text: row.text.value });

const inOrder = (pieces) =>
  pieces.filter((one) => one.begin !== undefined).sort((a, b) => a.begin - b.begin || b.end - a.end);

function paragraphs(text) {
  const letters = [...text];
  const found = [];
  let begin = 0;
  for (let place = 0; place <= letters.length; place += 1) {
    if (place < letters.length && letters[place] !== "\n") continue;
    if (letters.slice(begin, place).join("").trim() !== "")
      found.push({ begin, letters: letters.slice(begin, place), gap: false });
    begin = place + 1;
  }
  return found;
}

/** Sentences, and what is quoted outside of them; what lies in another is not told twice. */
function passages(sentences, others) {
  const found = [];
  for (const one of inOrder([...sentences, ...others])) {
    const last = found.at(-1);
    const end = last ? last.begin + last.letters.length : 0;
    if (one.end <= end) continue;
    const letters = [...one.text].slice(Math.max(0, end - one.begin));
    const begin = Math.max(one.begin, end);
    found.push({ begin, letters, gap: begin - end > 3 });
  }
  return found;
}
