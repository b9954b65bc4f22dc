// What an entity says itself: the claims that rest on its word, and its words as the articles quote or report them.

import { select } from "../../lib/api.js";
import { articles, cited, day, headline } from "../../lib/articles.js";
import { claims } from "../../lib/claims.js";
import { empty, h } from "../../lib/dom.js";
import { link } from "../../lib/route.js";
import { MOST, rolesOf, statements } from "../../lib/statements.js";
import { PROLOGUE, addressOfSentence, iriRef, pieceOf } from "../../lib/terms.js";
import { number } from "../../lib/words.js";
import { paged } from "../../parts/pages.js";
import { claimCard } from "../../parts/statement.js";

const AT_ONCE = 20;

export async function says(entity, route, context) {
  const roles = await rolesOf(entity.iri, context.signal);
  const [claimed, quotes] = await Promise.all([
    statements((roles.get("attributedTo") ?? []).slice(0, MOST), context.signal),
    words(entity.iri, context.signal),
  ]);
  if (claimed.length === 0 && quotes.length === 0) return empty("No article quotes it or reports its words.");
  const of = await articles(
    quotes.map((quote) => quote.article),
    context.signal,
  );
  quotes.sort((a, b) => day(of.get(b.article) ?? {}).localeCompare(day(of.get(a.article) ?? {})) || a.begin - b.begin);
  return [
    claimed.length > 0 &&
      h(
        "section",
        { class: "relation-group" },
        h(
          "h2",
          {},
          `What rests on the word of ${entity.label} `,
          h("span", { class: "quiet number" }, number(claimed.length, "sentence")),
        ),
        paged(
          h("div", {}),
          claims(claimed, context.vocabulary),
          (claim) => claimCard(claim, context, { self: entity.iri, level: 3 }),
          { size: AT_ONCE, noun: "claims" },
        ),
      ),
    quotes.length > 0 &&
      h(
        "section",
        { class: "relation-group" },
        h("h2", {}, "Quoted or reported ", h("span", { class: "quiet number" }, number(quotes.length, "passage"))),
        paged(
          h("ol", { class: "plain quotes" }),
          quotes,
          (quote) => drawn(quote, of.get(quote.article) ?? { id: quote.article }),
          { size: AT_ONCE, noun: "passages" },
        ),
      ),
  ];
}

async function words(iri, signal) {
  const rows = await select(
    `${PROLOGUE}SELECT DISTINCT ?content ?text ?direct ?cue WHERE {
  ?attribution ng:attributedTo ${iriRef(iri)} ; ng:content ?content ; ng:direct ?direct .
  ?content nif:anchorOf ?text .
  OPTIONAL { ?attribution ng:cue/nif:anchorOf ?cue }
}`,
    signal,
  );
  return rows.map((row) => ({
    ...pieceOf(row.content.value),
    text: row.text.value,
    direct: row.direct.value === "true",
    cue: row.cue?.value,
  }));
}

function drawn(quote, article) {
  const source = addressOfSentence(article.url, quote.text);
  return h(
    "li",
    { class: "said" },
    h("blockquote", {}, quote.text),
    h(
      "p",
      { class: "source" },
      h("span", {}, quote.direct ? "quoted" : "reported", quote.cue ? ` (“${quote.cue}”)` : ""),
      " · ",
      h(
        "a",
        { href: link("article", { iri: quote.article, at: quote.begin }), title: headline(article) },
        cited(article),
      ),
      source && [" · ", h("a", { href: source }, "source page ↗")],
    ),
  );
}
