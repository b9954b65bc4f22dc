// An article: its text with names linked and the telling words marked, and beside each passage what is stated in it.

import { select } from "../lib/api.js";
import { articles, day, headline, outlet, readableDay } from "../lib/articles.js";
import { standing } from "../lib/claims.js";
import { empty, h } from "../lib/dom.js";
import { link } from "../lib/route.js";
import { statements } from "../lib/statements.js";
import { PROLOGUE, iriRef } from "../lib/terms.js";
import { textOf } from "../lib/text.js";
import { number } from "../lib/words.js";
import { badge, line, sure } from "../parts/statement.js";
import { reviewButtons } from "../parts/review.js";

export async function view(route, context) {
  const iri = route.parameters.get("iri") ?? "";
  const [known, rows, text] = await Promise.all([
    articles([iri], context.signal),
    select(`${PROLOGUE}SELECT DISTINCT ?s WHERE { GRAPH ${iriRef(iri)} { ?s a ng:Statement } }`, context.signal),
    textOf(iri, context.signal),
  ]);
  const article = known.get(iri);
  if (!article)
    return {
      title: "Not found",
      body: [
        h("h1", {}, "No such article"),
        empty("It may have been removed from the graph. ", h("a", { href: link("articles") }, "All articles")),
      ],
    };
  const told = await statements(
    rows.map((row) => row.s.value),
    context.signal,
  );
  told.sort((a, b) => a.sentence.begin - b.sentence.begin || a.trigger.begin - b.trigger.begin);
  const title = headline(article);
  const original = article.copyOf && (await articles([article.copyOf], context.signal)).get(article.copyOf);
  const body = [
    h(
      "header",
      { class: "entity-head" },
      h("h1", {}, title),
      h(
        "p",
        { class: "quiet" },
        [outlet(article), article.author, readableDay(day(article)), number(told.length, "statement")]
          .filter(Boolean)
          .join(" · "),
        article.url && [" · ", h("a", { href: article.url }, "the page ↗")],
      ),
      original &&
        h(
          "p",
          { class: "note" },
          "Nearly the same text as ",
          h("a", { href: link("article", { iri: original.id }) }, headline(original)),
          " (",
          outlet(original) || original.path,
          "): the two count as one witness.",
        ),
      article.path && h("p", { class: "quiet" }, "Read from ", h("code", {}, article.path)),
    ),
    !text.whole &&
      h(
        "p",
        { class: "note" },
        `The graph keeps of this article the sentences that tell something, and ${text.why ?? "its file is not there"}; “…” stands for what lies between them.`,
      ),
    text.passages.length === 0 && empty("Nothing of its text is in the graph."),
    h(
      "div",
      { class: "text" },
      text.passages.map((passage) => drawn(passage, text, told, context, route)),
    ),
  ];
  return { title, body, shown: () => goTo(route.parameters.get("at")) };
}

/** Where a link leads to a sentence, it comes into view. */
function goTo(at) {
  const place = at && document.querySelector(`.sentence[data-begin="${Number(at)}"]`);
  if (!place) return;
  place.classList.add("pointed");
  place.scrollIntoView({ block: "center" });
}

function drawn(passage, text, told, context, route) {
  const end = passage.begin + passage.letters.length;
  const inside = (piece) => piece.begin >= passage.begin && piece.begin < end;
  const own = told.filter((one) => inside(one.sentence));
  // Who speaks is told once for a passage, and not where a statement beside it says so already.
  const speakers = new Set(own.map((one) => one.attributed_to?.id));
  const quotes = text.quotes.filter(
    (quote) => inside(quote) && !speakers.has(quote.source) && speakers.add(quote.source),
  );
  const entity = route.parameters.get("entity");
  const paragraph = h(
    "p",
    {},
    passage.gap && h("span", { class: "gap", title: "text that the graph does not keep" }, "… "),
    pieces(passage, text, own, entity),
  );
  const notes = [
    ...quotes.map((quote) =>
      h(
        "li",
        { class: "quote-note" },
        h("span", { class: "badge speaker" }, quote.direct ? "quoted" : "reported"),
        " ",
        h("a", { class: "name", href: link("entity", { iri: quote.source, show: "says" }) }, quote.label),
      ),
    ),
    ...own.map((one) => note(one, paragraph, context)),
  ];
  return h(
    "div",
    { class: "passage" },
    paragraph,
    notes.length > 0 ? h("ul", { class: "notes", "aria-label": "What is told here" }, notes) : null,
  );
}

/** A statement beside the text; pointing at it shows its sentence. */
function note(statement, paragraph, context) {
  const kind = standing(statement, context.vocabulary);
  const light = (on) => () =>
    paragraph.querySelector(`[data-begin="${statement.sentence.begin}"]`)?.classList.toggle("lit", on);
  const speaker = statement.attributed_to;
  return h(
    "li",
    {
      class: kind,
      onpointerenter: light(true),
      onpointerleave: light(false),
      onfocusin: light(true),
      onfocusout: light(false),
    },
    badge(kind),
    " ",
    line(statement, context),
    h(
      "span",
      { class: "quiet" },
      speaker ? [" — says ", h("a", { href: link("entity", { iri: speaker.id }) }, speaker.label)] : "",
      " · ",
      sure(statement.confidence),
      " · ",
      h("a", { href: link("statement", { iri: statement.id }) }, "why"),
      context.about.edit && reviewButtons(statement, context),
    ),
  );
}

/** The passage's letters as text, sentences, links of names and marks of triggers. */
function pieces(passage, text, own, entity) {
  const end = passage.begin + passage.letters.length;
  const inside = (one) => one.begin >= passage.begin && one.end <= end;
  const telling = new Set(own.map((one) => one.sentence.begin));
  const sentences = text.sentences.filter((one) => inside(one) && telling.has(one.begin));
  const marks = free([...own.map((one) => ({ ...one.trigger, states: one.id })), ...text.mentions].filter(inside));
  const nodes = [];
  let done = passage.begin;
  for (const sentence of free(sentences)) {
    nodes.push(...words(passage, marks, done, sentence.begin, entity));
    nodes.push(
      h(
        "span",
        { class: "sentence", "data-begin": sentence.begin },
        words(passage, marks, sentence.begin, sentence.end, entity),
      ),
    );
    done = sentence.end;
  }
  nodes.push(...words(passage, marks, done, end, entity));
  return nodes;
}

/** Of pieces that overlap, the longer one, so that a name within a name does not break it. */
function free(pieces) {
  const taken = [];
  for (const one of [...pieces].sort((a, b) => b.end - b.begin - (a.end - a.begin))) {
    if (taken.every((other) => one.end <= other.begin || other.end <= one.begin)) taken.push(one);
  }
  return taken.sort((a, b) => a.begin - b.begin);
}

function words(passage, marks, from, to, entity) {
  const letters = (begin, end) => passage.letters.slice(begin - passage.begin, end - passage.begin).join("");
  const nodes = [];
  let done = from;
  for (const mark of marks.filter((one) => one.begin >= from && one.end <= to)) {
    nodes.push(letters(done, mark.begin));
    nodes.push(
      mark.states
        ? h(
            "a",
            { class: "telling", href: link("statement", { iri: mark.states }) },
            h("mark", { class: "trigger" }, letters(mark.begin, mark.end)),
          )
        : h(
            "a",
            {
              class: mark.entity === entity ? "mention sought" : "mention",
              href: link("entity", { iri: mark.entity }),
              title: mark.label,
            },
            letters(mark.begin, mark.end),
          ),
    );
    done = mark.end;
  }
  nodes.push(letters(done, to));
  return nodes.filter((node) => node !== "");
}
