// One claim, and one sentence that says it. The words that keep a denial, a plan or one speaker's word from being read as a
// fact stand before the claim, in letters and not by colour alone.

import { cited, headline } from "../lib/articles.js";
import { STANDINGS, standing } from "../lib/claims.js";
import { h, joined } from "../lib/dom.js";
import { marked } from "../lib/marks.js";
import { link } from "../lib/route.js";
import { addressOfSentence } from "../lib/terms.js";
import { number } from "../lib/words.js";
import { reviewButtons } from "./review.js";

/** Sentences of a claim that are shown before somebody asks for more. */
const SENTENCES_SHOWN = 2;

const BADGES = {
  disputed: "disputed",
  denied: "denied",
  doubtful: "unsure reading",
  past: "no longer so",
  possible: "planned or possible",
};

const SURE = "How sure newsgraph is that the sentence says this. It is no measure of whether it is true.";

/** An entity by its name, linked unless it is the one whose page this is; a value as it stands; dots for what is not named. */
export function name(argument, self, missing = "…") {
  if (!argument) return h("span", { class: "quiet" }, missing);
  if (!argument.id) return h("span", { class: "value" }, argument.value);
  if (argument.id === self) return h("b", {}, argument.label);
  return h("a", { class: "name", href: link("entity", { iri: argument.id }) }, argument.label);
}

/** Subject, relation, object in one line. */
export function line(statement, context, self) {
  const relation = context.vocabulary.relation(statement.relation_iri);
  const object = statement.object || relation.takesObject ? [" ", name(statement.object, self)] : [];
  const title = relation.definition || null;
  return [name(statement.subject, self), " ", h("span", { class: "relation", title }, relation.label), ...object];
}

/** The word for how a statement or a claim is meant; nothing for a plain fact. */
export const badge = (kind) =>
  BADGES[kind] && h("span", { class: `badge ${kind}`, title: STANDINGS[kind] }, BADGES[kind]);

/** What is disputed leads to both sides. */
function bothSides({ first }, self) {
  const iri = self ?? first.subject?.id ?? first.object?.id;
  const address = link("entity", { iri, show: "disagreements" });
  return h(
    "a",
    { class: "badge disputed", href: address, title: "Some state it, others deny it or tell otherwise" },
    "disputed",
  );
}

/** Whose word it is. */
const claimedBy = (speakers, self) =>
  h(
    "span",
    { class: "badge claimed", title: "No article says so in its own voice" },
    "claimed by ",
    joined(
      speakers.slice(0, 3).map((one) => name(one, self)),
      ", ",
    ),
    speakers.length > 3 ? " and others" : "",
  );

export const sure = (confidence) =>
  h("span", { class: "sure", title: SURE }, `reading ${Math.round(confidence * 100)} %`);

/** A claim with its sentences, the strongest first. */
export function claimCard(claim, context, { self, level = 4 } = {}) {
  const rest = claim.statements.slice(SENTENCES_SHOWN);
  const sentences = h(
    "ol",
    { class: "evidence" },
    claim.statements.slice(0, SENTENCES_SHOWN).map((one) => item(one, claim, context, self)),
  );
  const outlets = new Set(claim.statements.map((one) => one.document.publisher ?? one.document.id)).size;
  const onlyClaimed = (claim.kind === "stated" || claim.kind === "disputed") && !claim.ownVoice;
  const card = h(
    "article",
    { class: `claim ${onlyClaimed && claim.kind === "stated" ? "claimed" : claim.kind}` },
    h(
      "header",
      {},
      h(
        `h${level}`,
        { class: "what" },
        claim.kind === "disputed" ? bothSides(claim, self) : badge(claim.kind),
        " ",
        onlyClaimed && claimedBy(claim.speakers, self),
        " ",
        line(claim.first, context, self),
      ),
      h(
        "p",
        { class: "strength" },
        h(
          "span",
          {
            class: `reports${claim.independent > 1 ? " several" : ""}`,
            title: `${number(claim.statements.length, "sentence", "sentences")}, ${number(outlets, "outlet", "outlets")}; copies of one text count once`,
          },
          claim.independent > 1 ? `${claim.independent} independent reports` : "1 report",
        ),
        " · ",
        sure(claim.confidence),
      ),
    ),
    sentences,
  );
  if (rest.length > 0) {
    const more = h(
      "button",
      {
        type: "button",
        class: "more",
        onclick: () => {
          const items = rest.map((one) => item(one, claim, context, self));
          sentences.append(...items);
          more.remove();
          items[0].querySelector("a")?.focus();
        },
      },
      `${number(rest.length, "more sentence", "more sentences")}`,
    );
    card.append(more);
  }
  return card;
}

function item(statement, claim, context, self) {
  const own = claim.standings.get(statement.id);
  const differs = claim.kind === "disputed" ? own !== "stated" : own !== claim.kind;
  return h("li", {}, evidence(statement, context, { kind: differs ? own : null, self }));
}

/** A statement alone in a list: what it says, and its sentence. */
export function statementCard(statement, context, { self, level = 3 } = {}) {
  const kind = standing(statement, context.vocabulary);
  const claimed = kind === "stated" && statement.attributed_to;
  return h(
    "article",
    { class: `claim ${claimed ? "claimed" : kind}` },
    h(
      "header",
      {},
      h(
        `h${level}`,
        { class: "what" },
        badge(kind),
        claimed && claimedBy([statement.attributed_to], self),
        " ",
        line(statement, context, self),
      ),
      h("p", { class: "strength" }, sure(statement.confidence)),
    ),
    evidence(statement, context, { self }),
  );
}

/** The sentence, its words marked, and where it stands. */
export function evidence(statement, context, { kind = null, self, why = true } = {}) {
  return h(
    "div",
    { class: "said" },
    h("blockquote", {}, marked(statement)),
    h(
      "p",
      { class: "source" },
      joined(
        [
          kind && badge(kind),
          statement.decision === "accepted" && h("span", { class: "badge accepted" }, "accepted"),
          h(
            "a",
            {
              class: "outlet",
              href: link("article", { iri: statement.document.id, at: statement.sentence.begin }),
              title: headline(statement.document),
            },
            cited(statement.document),
          ),
          statement.attributed_to && ["according to ", name(statement.attributed_to, self)],
          ...details(statement, self),
          webLink(statement),
          why && h("a", { href: link("statement", { iri: statement.id }) }, "why"),
        ].filter(Boolean),
        " · ",
      ),
      context.about.edit && reviewButtons(statement, context),
    ),
  );
}

/** The sentence in its page on the web. */
export function webLink(statement) {
  const address = addressOfSentence(statement.document.url, statement.sentence.text);
  return address && h("a", { href: address }, "source page ↗");
}

function details(statement, self) {
  const { time, place, quantity } = statement;
  const value = time?.value && time.value !== time.text ? ` (${time.value})` : "";
  return [
    time && `when: ${time.text}${value}`,
    place && ["where: ", name(place, self)],
    quantity && `how many: ${quantity.text}`,
    ...Object.entries(statement.qualifiers ?? {}).map(([key, argument]) => [
      `${key.replaceAll("_", " ")}: `,
      name(argument, self),
    ]),
  ];
}
