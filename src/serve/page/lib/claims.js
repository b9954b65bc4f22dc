// What statements amount to together: one claim for each subject, relation and object, as the pictures have it. A denial, a
// plan or the word of one speaker must never look like a fact, so every claim and every statement has its standing.

/** How a statement stands to what it says, and how a claim does; the order is that of their weight. */
export const STANDINGS = {
  stated: "stated as a fact",
  disputed: "disputed",
  denied: "denied",
  doubtful: "unsure reading",
  past: "no longer so",
  possible: "not said to be so (planned, possible, asked for)",
};

const WEIGHT = Object.keys(STANDINGS);

/** The standing of one statement, by what the ontology asks of its relation. */
export function standing(statement, vocabulary) {
  const relation = vocabulary.relation(statement.relation_iri);
  if (statement.asserted && statement.polarity === "negative") return "denied";
  if (statement.asserted) return statement.confidence < relation.least ? "doubtful" : "stated";
  // A lasting state with words for its time, but no day, is one that is over: "former".
  const over = relation.lasts && statement.polarity === "positive" && statement.time && !statement.time.value;
  return over ? "past" : "possible";
}

/** Statements by what they say, strongest claim first. */
export function claims(statements, vocabulary) {
  // Reports of one event are of one claim, though each article has an inquiry of its own that nothing joins with the others.
  const leaders = new Map();
  const leader = (key) => {
    const next = leaders.get(key);
    return next === undefined || next === key ? key : leader(next);
  };
  for (const one of statements) if (one.event) leaders.set(leader(one.event), leader(keyOf(one, vocabulary)));
  const groups = new Map();
  for (const statement of statements) {
    const key = leader(keyOf(statement, vocabulary));
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(statement);
  }
  return [...groups.values()].map((group) => claim(group, vocabulary)).sort(stronger);
}

function keyOf(statement, vocabulary) {
  const name = (argument) => argument?.id ?? argument?.value ?? "";
  const ends = [name(statement.subject), name(statement.object)];
  if (vocabulary.relation(statement.relation_iri).symmetric) ends.sort();
  return [statement.relation_iri, ...ends].join("\n");
}

function claim(group, vocabulary) {
  const standings = new Map(group.map((statement) => [statement.id, standing(statement, vocabulary)]));
  const sorted = [...group].sort(
    (a, b) => WEIGHT.indexOf(standings.get(a.id)) - WEIGHT.indexOf(standings.get(b.id)) || b.confidence - a.confidence,
  );
  const any = (wanted) => [...standings.values()].includes(wanted);
  let kind = WEIGHT.find(any);
  const denied = group.some((statement) => statement.polarity === "negative");
  const contradicted = group.some((statement) => statement.contradicts?.length > 0);
  if (kind === "stated" && (denied || contradicted)) kind = "disputed";
  const facts = sorted.filter((statement) => standings.get(statement.id) === "stated");
  const counted = facts.length > 0 ? facts : sorted;
  return {
    first: whole(sorted, standings),
    statements: sorted,
    standings,
    kind,
    independent: independent(counted, vocabulary),
    ownVoice: counted.some((statement) => !statement.attributed_to),
    speakers: [
      ...new Map(
        counted.filter((one) => one.attributed_to).map((one) => [one.attributed_to.id, one.attributed_to]),
      ).values(),
    ],
    confidence: Math.max(...counted.map((statement) => statement.confidence)),
  };
}

/** The strongest statement that names both ends, if there is one: "…" tells less than what another report of the same names. */
function whole(sorted, standings) {
  const own = standings.get(sorted[0].id);
  return sorted.find((one) => one.subject && one.object && standings.get(one.id) === own) ?? sorted[0];
}

/**
 * How many independent reports the best told of these has. What lasts is one state of affairs; of what happens, only reports of
 * one event count together: two arrests of one man are told once each.
 */
function independent(statements, vocabulary) {
  const events = new Map();
  for (const one of statements) {
    const lasts = vocabulary.relation(one.relation_iri).lasts || !one.asserted || one.polarity === "negative";
    const key = lasts ? "" : (one.event ?? one.id);
    events.set(key, [...(events.get(key) ?? []), one]);
  }
  const counts = [...events.values()].map((reports) =>
    Math.max(witnesses(reports), reports[0].reports?.independent ?? 0),
  );
  return Math.max(...counts);
}

function stronger(a, b) {
  const weight = (claim) => [
    claim.kind === "stated" || claim.kind === "disputed" ? 1 : 0,
    claim.independent,
    claim.ownVoice ? 1 : 0,
    claim.statements.length,
    claim.confidence,
  ];
  const [of, other] = [weight(a), weight(b)];
  const place = of.findIndex((value, index) => value !== other[index]);
  return place === -1 ? 0 : other[place] - of[place];
}

/** Claims by relation: those relations first that hold the strongest claim. */
export function byRelation(all) {
  const groups = new Map();
  for (const one of all) {
    const iri = one.first.relation_iri;
    if (!groups.has(iri)) groups.set(iri, []);
    groups.get(iri).push(one);
  }
  return groups;
}

/**
 * How many independent witnesses statements have: neither text nor outlet is the same (the largest matching of texts and
 * outlets, as the graph counts its events).
 */
export function witnesses(statements) {
  const outletsOf = new Map();
  for (const { document } of statements) {
    const text = document.copyOf ?? document.id;
    if (!outletsOf.has(text)) outletsOf.set(text, new Set());
    outletsOf.get(text).add(outletKey(document));
  }
  const textOf = new Map();
  const augment = (text, seen) => {
    for (const outlet of outletsOf.get(text)) {
      if (seen.has(outlet)) continue;
      seen.add(outlet);
      if (!textOf.has(outlet) || augment(textOf.get(outlet), seen)) {
        textOf.set(outlet, text);
        return true;
      }
    }
    return false;
  };
  return [...outletsOf.keys()].filter((text) => augment(text, new Set())).length;
}

const outletKey = (document) => document.publisher?.trim().toLowerCase().replace(/^the /, "") || document.id;
