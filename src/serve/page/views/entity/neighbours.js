// Whom an entity has to do with, as a picture to walk: the page's own, and on request the one that newsgraph exports.

import { getText } from "../../lib/api.js";
import { claims } from "../../lib/claims.js";
import { empty, h } from "../../lib/dom.js";
import { link, remember } from "../../lib/route.js";
import { MOST, statements } from "../../lib/statements.js";
import { number } from "../../lib/words.js";
import { choicesIn, filterForm, filtered, filtersOf } from "../../parts/filters.js";
import { neighbourhood } from "../../parts/neighbourhood.js";
import { picture } from "../../parts/picture.js";
import { walked } from "../../parts/walk.js";
import { statementsAbout } from "./said.js";

export async function neighbours(entity, route, context) {
  const { main } = await statementsAbout(entity, context);
  const all = await statements(main.slice(0, MOST), context.signal);
  if (all.length === 0) return [walked(entity), empty("No statement links it with anything.")];
  const holder = h("div", { class: "neighbours" });
  const draw = (filters) => {
    const fitting = filtered(all, filters, context.vocabulary);
    form.output.textContent = `${fitting.length} of ${number(all.length, "statement")}`;
    const width = Math.floor(document.getElementById("view").clientWidth) - 4;
    const { svg, left, neighbours: found } = neighbourhood(entity, claims(fitting, context.vocabulary), context, width);
    holder.replaceChildren(
      found > 0 ? svg : empty("Nothing that fits links it with anybody."),
      left > 0
        ? h(
            "p",
            { class: "quiet" },
            `The strongest are drawn; ${number(left, "more neighbour")} in `,
            h("a", { href: link("entity", { iri: entity.iri }) }, "what is said of it"),
            ".",
          )
        : "",
    );
  };
  const form = filterForm(filtersOf(route.parameters), choicesIn(all, context.vocabulary), (filters) => {
    remember("entity", { iri: entity.iri, show: "picture", ...filters });
    draw(filters);
  });
  draw(filtersOf(route.parameters));
  return [walked(entity), form.element, key(), h("div", { class: "scroll" }, holder), whole(entity, all, context)];
}

/** What the lines mean, in words and with a line each. */
function key() {
  const kinds = [
    ["stated", "told as a fact"],
    ["claimed", "“somebody’s word”"],
    ["disputed", "disputed"],
    ["denied", "not: denied"],
    ["doubtful", "unsure, planned or past"],
  ];
  return h(
    "p",
    { class: "key quiet" },
    kinds.map(([kind, text]) => h("span", {}, h("span", { class: `swatch ${kind}`, "aria-hidden": "true" }), text)),
    h("span", {}, "thicker: more independent reports"),
  );
}

/** The exported picture, drawn when it is asked for: it shows how the neighbours hang together among themselves. */
function whole(entity, all, context) {
  const ids = new Map(
    all
      .flatMap((one) => [one.subject, one.object])
      .filter((argument) => argument?.id)
      .map((argument) => [argument.label, argument.id]),
  );
  const place = h("div", {});
  const box = h(
    "details",
    {
      class: "whole",
      ontoggle: async () => {
        if (!box.open || place.childElementCount > 0) return;
        place.append(h("p", { class: "quiet" }, "Drawing …"));
        try {
          const svg = await getText("api/picture", { about: entity.iri }, context.signal);
          place.replaceChildren(picture(svg, `What the articles say of ${entity.label}`, (label) => ids.get(label)));
        } catch (error) {
          if (error.name !== "AbortError") place.replaceChildren(h("p", { class: "problem" }, error.message));
        }
      },
    },
    h("summary", {}, "How they hang together among themselves"),
    place,
  );
  return box;
}
