// What was decided in this graph, with reasons, and the way back from the last one.

import { decisions as ask } from "../lib/api.js";
import { empty, h } from "../lib/dom.js";
import { link } from "../lib/route.js";
import { number } from "../lib/words.js";
import { undoButton } from "../parts/review.js";

export async function view(route, context) {
  if (!context.about.edit) {
    return {
      title: "Decisions",
      body: [
        h("h1", {}, "Decisions"),
        empty(
          "Decisions are made, and shown, only to who opens the page by the link that the server printed when it was started with --edit.",
        ),
      ],
    };
  }
  const decisions = await ask("GET", "api/decisions", { signal: context.signal });
  const body = h(
    "tbody",
    {},
    [...decisions]
      .reverse()
      .map((one) =>
        h(
          "tr",
          {},
          h("td", {}, one.verdict),
          h("td", {}, about(one, context)),
          h("td", {}, one.reason ?? ""),
          h("td", { class: "quiet" }, one.comment ?? ""),
        ),
      ),
  );
  return {
    title: "Decisions",
    body: [
      h("h1", {}, "Decisions ", h("span", { class: "kind" }, number(decisions.length, "decision"))),
      h(
        "p",
        { class: "quiet lead" },
        "They stand in decisions.tsv beside the graph, and every later build keeps to them. The last one is on top.",
      ),
      decisions.length > 0 && h("p", {}, undoButton(context), " takes the last one back."),
      decisions.length > 0
        ? h(
            "div",
            { class: "scroll" },
            h(
              "table",
              { class: "table" },
              h(
                "thead",
                {},
                h(
                  "tr",
                  {},
                  ["Verdict", "About", "Reason", "Note"].map((text) => h("th", { scope: "col" }, text)),
                ),
              ),
              body,
            ),
          )
        : empty(
            "Nothing is decided yet. Accept and reject stand under every statement, same and different on every entity’s page.",
          ),
    ],
  };
}

function about(one, { vocabulary }) {
  if (one.statement) {
    const iri = one.statement.includes("/") ? one.statement : `${vocabulary.base}statement/${one.statement}`;
    return one.verdict === "reject"
      ? h("code", {}, one.statement)
      : h("a", { href: link("statement", { iri }) }, one.statement);
  }
  return [entity(one.a, vocabulary), one.verdict === "different" ? " is not " : " is ", entity(one.b, vocabulary)];
}

const entity = (text, { base }) =>
  base && text?.startsWith(base)
    ? h("a", { href: link("entity", { iri: text }) }, text.slice(base.length))
    : h("span", {}, text ?? "");
