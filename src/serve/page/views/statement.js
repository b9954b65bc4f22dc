// One statement and why the graph has it: its sentence, the example of the ontology that matched, who else tells of the same,
// and what contradicts it.

import { select } from "../lib/api.js";
import { headline, imprint } from "../lib/articles.js";
import { STANDINGS, standing } from "../lib/claims.js";
import { empty, h } from "../lib/dom.js";
import { link } from "../lib/route.js";
import { statements } from "../lib/statements.js";
import { PROLOGUE, iriRef, shortForm } from "../lib/terms.js";
import { number } from "../lib/words.js";
import { paged } from "../parts/pages.js";
import { evidence, line, statementCard } from "../parts/statement.js";

export async function view(route, context) {
  const iri = route.parameters.get("iri") ?? "";
  const [statement] = await statements([iri], context.signal);
  if (!statement)
    return {
      title: "Not found",
      body: [
        h("h1", {}, "No such statement"),
        empty("It was rejected, or its article is gone. ", h("a", { href: link("home") }, "Begin again")),
      ],
    };
  const [same, against] = await Promise.all([
    sameEvent(statement, context),
    statements(statement.contradicts, context.signal),
  ]);
  const words = [
    statement.subject?.label ?? "…",
    context.vocabulary.relation(statement.relation_iri).label,
    statement.object?.label ?? statement.object?.value ?? "",
  ].join(" ");
  return {
    title: words,
    body: [
      h(
        "header",
        { class: "entity-head" },
        h("h1", {}, line(statement, context)),
        h("p", {}, meaning(statement, context)),
      ),
      evidence(statement, context, { why: false }),
      why(statement, context),
      list("What contradicts it", against, context),
      list(
        `Who else tells of it${statement.reports ? ` (${number(statement.reports.independent, "independent report")})` : ""}`,
        same,
        context,
      ),
    ],
  };
}

/** How it is meant, in a sentence. */
function meaning(statement, { vocabulary }) {
  const kind = standing(statement, vocabulary);
  const speaker = statement.attributed_to;
  const whose = speaker
    ? ["on the word of ", h("a", { href: link("entity", { iri: speaker.id }) }, speaker.label)]
    : "in the article’s own voice";
  return [h("b", {}, STANDINGS[kind][0].toUpperCase() + STANDINGS[kind].slice(1)), ", ", whose, "."];
}

async function sameEvent(statement, { signal }) {
  if (!statement.event) return [];
  const rows = await select(`${PROLOGUE}SELECT DISTINCT ?s WHERE { ?s ng:reports ${iriRef(statement.event)} }`, signal);
  return statements(
    rows.map((row) => row.s.value).filter((iri) => iri !== statement.id),
    signal,
  );
}

function why(statement, { vocabulary }) {
  const relation = vocabulary.relation(statement.relation_iri);
  const rows = [
    [
      "Article",
      h(
        "a",
        { href: link("article", { iri: statement.document.id, at: statement.sentence.begin }) },
        headline(statement.document),
      ),
      " ",
      imprint(statement.document),
    ],
    ["Relation", relation.label, relation.definition && ` — ${relation.definition}`],
    ["Words that state it", `“${statement.trigger.text}”`],
    statement.example && ["Matches the example", `“${statement.example}”`],
    statement.inferred && ["Subject found by", statement.inferred],
    [
      "Sure reading",
      `${Math.round(statement.confidence * 100)} %`,
      relation.least > 0 && ` (a fact of this relation asks for ${Math.round(relation.least * 100)} %)`,
    ],
    statement.decision && ["Decision", statement.decision],
    ["Characters", `${statement.sentence.begin} to ${statement.sentence.end} of the text`],
    [
      "IRI",
      h("code", {}, shortForm(statement.id, vocabulary.base)),
      " ",
      h("a", { href: link("ask", { query: `DESCRIBE ${iriRef(statement.id)}` }) }, "all the graph has"),
    ],
  ].filter(Boolean);
  return h(
    "dl",
    { class: "facts" },
    rows.map(([term, ...value]) => [h("dt", {}, term), h("dd", {}, value)]),
  );
}

function list(title, some, context) {
  return (
    some.length > 0 &&
    h(
      "section",
      {},
      h("h2", {}, title),
      paged(h("div", {}), some, (one) => statementCard(one, context), { size: 10, noun: "statements" }),
    )
  );
}
