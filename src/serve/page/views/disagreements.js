// Where sources disagree: both sides beside each other, with who says so and the sentences. Nobody is declared right.

import { get } from "../lib/api.js";
import { empty, h } from "../lib/dom.js";
import { link } from "../lib/route.js";
import { number } from "../lib/words.js";
import { paged } from "../parts/pages.js";
import { evidence, name } from "../parts/statement.js";

const SHOWN_A_SIDE = 3;
const SHOWN_ON_HOME = 5;

export const KINDS = {
  polarity: "said and denied",
  accusation: "accused, and the answer",
  subject: "who did it",
  relation: "what was done",
  quantity: "how many",
  date: "which day",
  place: "where",
  office: "who holds the office",
  object: "which one",
  figures: "figures that may all be right",
};

export async function view(route, context) {
  const found = await get("api/conflicts", {}, context.signal);
  return {
    title: "Disagreements",
    body: [
      h("h1", {}, "Where sources disagree"),
      h(
        "p",
        { class: "quiet lead" },
        "The weightiest first: what several independent outlets say on both sides. Copies of one text count once.",
      ),
      disagreementList(found, context),
    ],
  };
}

/** All disagreements, and below them what an outlet has corrected itself. */
export function disagreementList(found, context, self) {
  if (found.length === 0) return empty("Nothing that the articles tell contradicts what another one tells.");
  const open = found.filter((one) => !one.correction);
  const corrected = found.filter((one) => one.correction);
  const list = (some) =>
    paged(h("div", {}), some, (one) => card(one, context, self), { size: 20, noun: "disagreements" });
  return [
    open.length > 0 && [!self && h("h2", { class: "unseen" }, "Not settled"), list(open)],
    corrected.length > 0 && [h("h2", {}, "Corrected by the same outlet"), list(corrected)],
  ];
}

function card(one, context, self) {
  return h(
    "article",
    { class: "disagreement" },
    h("h3", {}, about(one, context), " ", h("span", { class: "badge disputed" }, KINDS[one.kind] ?? one.kind)),
    h(
      "div",
      { class: "sides" },
      one.sides.map((side) =>
        h(
          "section",
          { class: "side" },
          h(
            "h4",
            {},
            side.claim.replaceAll("_", " "),
            " ",
            h(
              "span",
              { class: "quiet number" },
              number(side.statements.length, "report"),
              side.independent !== side.statements.length ? `, ${side.independent} independent` : "",
            ),
          ),
          sentences(side.statements, context, self),
        ),
      ),
    ),
  );
}

function sentences(statements, context, self) {
  return paged(h("ol", { class: "evidence" }), statements, (one) => h("li", {}, evidence(one, context, { self })), {
    size: SHOWN_A_SIDE,
    noun: "sentences",
  });
}

/** What it is about, with the relations in their own words. */
function about(one, { vocabulary }) {
  let text = one.about;
  for (const { statements } of one.sides) {
    for (const { relation, relation_iri: iri } of statements)
      text = text.replaceAll(relation, vocabulary.relation(iri).label);
  }
  return text.replaceAll("_", " ");
}

/** The first few in one line each, for the first page. */
export function summary(found, context) {
  const open = found.filter((one) => !one.correction);
  if (open.length === 0) return empty("No article contradicts another.");
  return [
    h(
      "ol",
      { class: "plain summary" },
      open.slice(0, SHOWN_ON_HOME).map((one) =>
        h(
          "li",
          {},
          h("span", { class: "badge disputed" }, KINDS[one.kind] ?? one.kind),
          " ",
          people(one, context),
          h(
            "p",
            { class: "quiet" },
            one.sides.map((side, place) => [
              place > 0 ? " / " : "",
              h("b", {}, side.claim.replaceAll("_", " ")),
              ` ${side.independent}`,
            ]),
          ),
        ),
      ),
    ),
    h("p", {}, h("a", { href: link("disagreements") }, open.length === 1 ? "Both sides" : `All ${open.length}`)),
  ];
}

/** What it is about, with whom it is about as a link. */
function people(one, context) {
  const text = about(one, context);
  const subject = one.sides[0]?.statements[0]?.subject;
  return subject?.label && text.startsWith(subject.label) ? [name(subject), text.slice(subject.label.length)] : text;
}
