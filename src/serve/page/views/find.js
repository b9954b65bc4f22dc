// All entities of a name or of a kind, for a search that the list under the search box is too short for.

import { get } from "../lib/api.js";
import { empty, h } from "../lib/dom.js";
import { link } from "../lib/route.js";
import { number } from "../lib/words.js";
import { paged } from "../parts/pages.js";

const MOST = 1000;

export async function view(route, context) {
  const text = route.parameters.get("q") ?? "";
  const type = route.parameters.get("type") ?? "";
  const { entities } = await get("api/find", { q: text, limit: MOST }, context.signal);
  const shown = type ? entities.filter((entity) => entity.types.includes(type)) : entities;
  const title = text ? `“${text}”` : context.vocabulary.kind(type) || "Entities";
  const kinds = [...new Set(entities.flatMap((entity) => entity.types))].sort();
  return {
    title,
    body: [
      h("h1", {}, title, " ", h("span", { class: "kind" }, number(shown.length, "entity", "entities"))),
      entities.length === MOST && h("p", { class: "quiet" }, `The ${MOST} of which most is said.`),
      kinds.length > 1 &&
        h(
          "ul",
          { class: "chips" },
          ["", ...kinds].map((kind) =>
            h(
              "li",
              {},
              h(
                "a",
                { href: link("find", { q: text, type: kind }), "aria-current": kind === type ? "true" : null },
                kind ? context.vocabulary.kind(kind) : "all kinds",
              ),
            ),
          ),
        ),
      shown.length > 0
        ? paged(
            h("ol", { class: "plain entity-list" }),
            shown,
            (entity) =>
              h(
                "li",
                {},
                h("a", { href: link("entity", { iri: entity.iri }) }, entity.label),
                " ",
                h(
                  "span",
                  { class: "quiet" },
                  [
                    context.vocabulary.kinds(entity.types),
                    number(entity.statements, "statement"),
                    number(entity.documents, "article"),
                  ]
                    .filter(Boolean)
                    .join(" · "),
                ),
                entity.aliases.length > 0 &&
                  h("span", { class: "quiet" }, ` · also “${entity.aliases.slice(0, 3).join("”, “")}”`),
              ),
            { noun: "entities" },
          )
        : empty(
            "Nobody and nothing is called so. A part of the name is enough; ",
            h("a", { href: link("statements", { words: text }) }, "look for these words in the sentences"),
            ".",
          ),
      text &&
        shown.length > 0 &&
        h("p", {}, h("a", { href: link("statements", { words: text }) }, `Look for “${text}” in the sentences`)),
    ],
  };
}
