// What is said of an entity: claims by relation, the strongest first, each with its sentences; then where it is only named
// beside (as a place, a cause …).

import { outlet } from "../../lib/articles.js";
import { byRelation, claims } from "../../lib/claims.js";
import { empty, h } from "../../lib/dom.js";
import { link, remember } from "../../lib/route.js";
import { MOST, rolesOf, statements } from "../../lib/statements.js";
import { number } from "../../lib/words.js";
import { choicesIn, filterForm, filtered, filtersOf } from "../../parts/filters.js";
import { paged } from "../../parts/pages.js";
import { claimCard, statementCard } from "../../parts/statement.js";
import { takeButton } from "../../parts/take.js";

const RELATIONS_AT_ONCE = 12;
const CLAIMS_AT_ONCE = 8;

/** Statements that have the entity for subject or object, and the others by its role in them. */
export async function statementsAbout(entity, { signal }) {
  const roles = await rolesOf(entity.iri, signal);
  const main = [...new Set([...(roles.get("subject") ?? []), ...(roles.get("object") ?? [])])];
  const beside = [...roles].filter(([role]) => !["subject", "object", "attributedTo"].includes(role));
  return { main, beside };
}

export async function said(entity, route, context) {
  const { main, beside } = await statementsAbout(entity, context);
  const wanted = filtersOf(route.parameters);
  const [all, others] = await Promise.all([
    statements(main.slice(0, MOST), context.signal),
    Promise.all(beside.map(async ([role, iris]) => [role, await statements(iris.slice(0, MOST), context.signal)])),
  ]);
  if (main.length === 0 && others.length === 0) {
    return empty("No statement is made of it. It may speak (see “Own words”) or only be named (see “Articles”).");
  }
  let shown = all;
  const list = h("div", { class: "groups" });
  const draw = (filters) => {
    const fitting = filtered(all, filters, context.vocabulary);
    shown = fitting;
    form.output.textContent = [`${fitting.length} of ${number(all.length, "statement")}`, ...outlets(fitting)].join(
      " · ",
    );
    list.replaceChildren(...groups(fitting, entity, context), ...asides(others, filters, entity, context));
    if (list.childElementCount === 0) list.append(empty("Nothing fits these filters."));
  };
  const form = filterForm(
    wanted,
    choicesIn(all, context.vocabulary),
    (filters) => {
      remember("entity", { iri: entity.iri, ...filters });
      draw(filters);
    },
    { take: takeButton(() => shown) },
  );
  draw(wanted);
  return [
    main.length > MOST &&
      h(
        "p",
        { class: "problem" },
        `Of ${number(main.length, "statement")} the ${MOST} surest are here; the others are in `,
        h("a", { href: link("statements", { with: entity.iri }) }, "the list of all statements"),
        ".",
      ),
    form.element,
    withNote(wanted, all, entity),
    list,
  ];
}

/** Of how many outlets, where outlets are known. */
function outlets(statements) {
  const known = new Set(statements.map((one) => outlet(one.document)).filter(Boolean)).size;
  return known > 0 ? [number(known, "outlet")] : [];
}

/** Where the list is narrowed to one neighbour, who that is, and the way back. */
function withNote(wanted, all, entity) {
  if (!wanted.with) return null;
  const found = all.flatMap((one) => [one.subject, one.object]).find((argument) => argument?.id === wanted.with);
  return h(
    "p",
    { class: "note" },
    `Only what links ${entity.label} with `,
    h("a", { href: link("entity", { iri: wanted.with }) }, found?.label ?? "another"),
    ". ",
    h("a", { href: link("entity", { iri: entity.iri }) }, "Show everything"),
  );
}

function groups(fitting, entity, context) {
  if (fitting.length === 0) return [];
  const list = h("div", {});
  const relations = [...byRelation(claims(fitting, context.vocabulary))];
  return [
    paged(list, relations, ([iri, some]) => group(iri, some, entity, context), {
      size: RELATIONS_AT_ONCE,
      noun: "relations",
    }),
  ];
}

function group(iri, some, entity, context) {
  const relation = context.vocabulary.relation(iri);
  const sentences = some.reduce((sum, claim) => sum + claim.statements.length, 0);
  return h(
    "section",
    { class: "relation-group", "aria-label": relation.label },
    h(
      "h3",
      { title: relation.definition || null },
      relation.label,
      " ",
      h("span", { class: "quiet number" }, number(sentences, "sentence")),
    ),
    paged(h("div", {}), some, (claim) => claimCard(claim, context, { self: entity.iri }), {
      size: CLAIMS_AT_ONCE,
      noun: "claims",
    }),
  );
}

function asides(others, filters, entity, context) {
  return others
    .map(([role, some]) => {
      const fitting = filtered(some, filters, context.vocabulary);
      return (
        fitting.length > 0 &&
        h(
          "section",
          { class: "relation-group" },
          h(
            "h3",
            {},
            `Named as ${role.replaceAll("_", " ")} `,
            h("span", { class: "quiet number" }, number(fitting.length, "sentence")),
          ),
          paged(h("div", {}), fitting, (one) => statementCard(one, context, { self: entity.iri, level: 4 }), {
            size: CLAIMS_AT_ONCE,
            noun: "statements",
          }),
        )
      );
    })
    .filter(Boolean);
}
