// What is known of articles, kept by IRI: lists of statements name the same few over and over.

import { select } from "./api.js";
import { PREFIXES, PROLOGUE, iriRef, localName } from "./terms.js";

const AT_ONCE = 200;

const known = new Map();

/** After a decision or an update: articles may be others. */
export function forgetArticles() {
  known.clear();
}

/** The articles with these IRIs, by IRI: `{ id, title, publisher, date, url, path, author, copyOf }`. */
export async function articles(iris, signal) {
  const missing = iris.filter((iri) => iri && !known.has(iri));
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    const some = missing
      .slice(from, from + AT_ONCE)
      .map(iriRef)
      .join(" ");
    keep(
      await select(
        `${PROLOGUE}SELECT ?a ?p ?o WHERE { VALUES ?a { ${some} } ?a ?p ?o . FILTER(?p != nif:isString) }`,
        signal,
      ),
    );
  }
  return known;
}

const FIELDS = {
  [`${PREFIXES.schema}headline`]: "title",
  [`${PREFIXES.schema}publisher`]: "publisher",
  [`${PREFIXES.schema}datePublished`]: "date",
  [`${PREFIXES.schema}url`]: "url",
  [`${PREFIXES.schema}author`]: "author",
  [`${PREFIXES.ng}sourceFile`]: "path",
  [`${PREFIXES.ng}copyOf`]: "copyOf",
};

function keep(rows) {
  for (const { a, p, o } of rows) {
    if (!known.has(a.value)) known.set(a.value, { id: a.value });
    const field = FIELDS[p.value];
    if (field) known.get(a.value)[field] = o.value;
  }
}

/** What a reader calls an article: its headline, else its file. */
export const headline = (article) => article.title?.trim() || localName(article.path || article.id || "");

/** Who published it; where nobody is named, nothing. */
export const outlet = (article) => article.publisher?.trim() ?? "";

/** The day of publication, `2031-05-17`; nothing where it is not known. */
export const day = (article) => article.date?.slice(0, 10) ?? "";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

/** A day for people: `17 May 2031`; what is no whole day stays as it is. */
export function readableDay(value) {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value ?? "");
  return parts ? `${Number(parts[3])} ${MONTHS[parts[2] - 1]} ${parts[1]}` : (value ?? "");
}

const LONGEST_CITED = 60;

/** How a sentence's source is named: outlet and day; where no outlet is known, the headline and the day. */
export function cited(article) {
  if (outlet(article)) return imprint(article);
  const title = headline(article);
  const short = title.length > LONGEST_CITED ? `${title.slice(0, LONGEST_CITED - 1)}…` : title;
  return [`“${short}”`, readableDay(day(article))].filter(Boolean).join(", ");
}

/** Outlet and day as far as they are known. */
export const imprint = (article) => [outlet(article), readableDay(day(article))].filter(Boolean).join(", ");
