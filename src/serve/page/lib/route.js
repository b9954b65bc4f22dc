// Every view has a link: the part of the address after `#` names the view and what it shows, so that links can be sent,
// bookmarked and gone back to, and the server need not know the views.

/** The view and its parameters out of `#/entity?iri=…&show=timeline`. */
export function parse(hash) {
  const [path, query = ""] = hash.replace(/^#\/?/, "").split(/\?(.*)/s);
  return { view: path || "home", parameters: new URLSearchParams(query) };
}

/** The link to a view; empty parameters are left out, and IRIs stay readable. */
export function link(view, parameters = {}) {
  const kept = Object.entries(parameters).filter(([, value]) => value !== "" && value !== null && value !== undefined);
  const query = new URLSearchParams(kept).toString().replaceAll("%3A", ":").replaceAll("%2F", "/");
  return `#/${view === "home" ? "" : view}${query ? `?${query}` : ""}`;
}

/** Where an IRI of the graph is shown: entity, article, statement, or the place of a sentence in its article. */
export function linkOf(iri, base) {
  if (!base || !iri.startsWith(base)) return null;
  const [article, begin] = iri.split(/#char=(\d+)/);
  const rest = iri.slice(base.length);
  if (rest.startsWith("article/")) return link("article", { iri: article, at: begin });
  if (rest.startsWith("statement/")) return link("statement", { iri });
  if (rest.startsWith("event/") || rest.startsWith("attribution/") || rest === "") return null;
  return link("entity", { iri });
}

/** Writes parameters into the address without a step in the history: filters are no places that one goes back to. */
export function remember(view, parameters) {
  history.replaceState(history.state, "", link(view, parameters));
}
