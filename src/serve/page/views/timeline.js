// What happened when: dated events in the order of the calendar, each once however many articles report it.

import { get } from "../lib/api.js";
import { readableDay } from "../lib/articles.js";
import { empty, h } from "../lib/dom.js";
import { link, remember } from "../lib/route.js";
import { number } from "../lib/words.js";
import { choicesIn, filterForm, filtered, filtersOf } from "../parts/filters.js";
import { paged } from "../parts/pages.js";
import { statementCard } from "../parts/statement.js";

export async function view(route, context) {
  const entries = await get("api/timeline", {}, context.signal);
  return {
    title: "Timeline",
    body: [
      h("h1", {}, "Timeline"),
      h(
        "p",
        { class: "quiet lead" },
        "What has a day, a month or a year. What is denied or planned is marked as such.",
      ),
      timelineList(entries, route, context, { view: "timeline" }),
    ],
  };
}

/** The entries with filters above them. */
export function timelineList(entries, route, context, { view: name, ...kept }) {
  if (entries.length === 0) return empty("Nothing that is told has a date that is known.");
  const all = entries.map((entry) => entry.statement);
  const list = h("div", {});
  const draw = (wanted) => {
    const fitting = new Set(filtered(all, { ...wanted, from: "", to: "" }, context.vocabulary));
    // Here the days are those of the events and not of the articles.
    const shown = entries.filter(
      (entry) =>
        fitting.has(entry.statement) &&
        (!wanted.from || entry.last >= wanted.from) &&
        (!wanted.to || entry.first <= wanted.to),
    );
    form.output.textContent = `${shown.length} of ${number(entries.length, "event")}`;
    list.replaceChildren(shown.length > 0 ? drawn(shown, context, kept.iri) : empty("Nothing fits these filters."));
  };
  const form = filterForm(
    filtersOf(route.parameters),
    choicesIn(all, context.vocabulary),
    (wanted) => {
      remember(name, { ...kept, ...wanted });
      draw(wanted);
    },
    { from: "Happened from" },
  );
  draw(filtersOf(route.parameters));
  return [form.element, list];
}

function drawn(entries, context, self) {
  let year = "";
  return paged(
    h("ol", { class: "plain timeline" }),
    entries,
    (entry) => {
      const own = entry.first.slice(0, 4);
      const heading = own !== year && h("h2", { class: "year" }, own);
      year = own;
      return h(
        "li",
        {},
        heading,
        h(
          "div",
          { class: "moment" },
          h("p", { class: "when" }, h("time", { datetime: entry.first }, span(entry.first, entry.last))),
          h("div", {}, statementCard(entry.statement, context, { self }), others(entry)),
        ),
      );
    },
    { noun: "events" },
  );
}

function others({ reports, statement }) {
  const rest = reports.filter((iri) => iri !== statement.id);
  if (rest.length === 0) return null;
  return h(
    "p",
    { class: "source" },
    `${number(rest.length, "more sentence tells", "more sentences tell")} of it: `,
    rest
      .slice(0, 9)
      .map((iri, place) => [place > 0 ? ", " : "", h("a", { href: link("statement", { iri }) }, `${place + 1}`)]),
  );
}

/** A day, a month, a year, or from one day to another. */
export function span(first, last) {
  if (first === last) return readableDay(first);
  const [year, month] = first.split("-");
  if (first.endsWith("-01-01") && last === `${year}-12-31`) return year;
  const lastOfMonth = new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
  if (first.endsWith("-01") && last === lastOfMonth) return readableDay(first).replace(/^\d+ /, "");
  return `${readableDay(first)} – ${readableDay(last)}`;
}
