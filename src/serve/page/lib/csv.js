// CSV to take away. Spreadsheets run what begins like a formula, and articles are other people's words, so such a field gets
// an apostrophe before it, as in the CSV that newsgraph exports; statements have that file's columns.

const line = (fields) => fields.map(field).join(",");

function field(value) {
  const text = String(value ?? "");
  const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Rows under headings. */
export const csv = (headings, rows) => [headings, ...rows].map((row) => `${line(row)}\r\n`).join("");

const COLUMNS = {
  subject: (one) => one.subject?.label,
  relation: (one) => one.relation,
  object: (one) => one.object?.label ?? one.object?.value,
  polarity: (one) => one.polarity,
  asserted: (one) => one.asserted,
  attributed_to: (one) => one.attributed_to?.label,
  quantity: (one) => one.quantity?.text,
  time: (one) => one.time?.value ?? one.time?.text,
  place: (one) => one.place?.label,
  sentence: (one) => one.sentence.text,
  article: (one) => one.document.title,
  publisher: (one) => one.document.publisher,
  date: (one) => one.document.date,
  url: (one) => one.document.url,
  path: (one) => one.document.path,
  subject_iri: (one) => one.subject?.id,
  object_iri: (one) => one.object?.id,
  statement_iri: (one) => one.id,
  confidence: (one) => one.confidence,
};

/** Statements, one a row. */
export const statementsAsCsv = (statements) =>
  csv(
    Object.keys(COLUMNS),
    statements.map((one) => Object.values(COLUMNS).map((value) => value(one))),
  );
