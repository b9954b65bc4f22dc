// The server's answers: asked once and kept for a while, so that going back costs nothing; errors in words.

const KEPT = 80;
const MILLISECONDS_KEPT = 5 * 60 * 1000;

const TOKEN = "newsgraph-token";

const kept = new Map();

/** What the server refused, with its own words and, for queries, the place. */
export class ServerError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
    const place = /line (\d+), column (\d+)/.exec(message);
    this.place = place && { line: Number(place[1]), column: Number(place[2]) };
  }
}

/** Forgets all answers: after a decision the graph is another one. */
export function forget() {
  kept.clear();
}

/** `GET` of JSON; the path is relative, so that the page also works below a prefix. */
export const get = async (path, parameters, signal) => JSON.parse(await getText(path, parameters, signal));

/** `GET` of text. */
export async function getText(path, parameters = {}, signal) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== "")).toString();
  return (await answer(`${path}${query ? `?${query}` : ""}`, { signal })).text;
}

/** The answer to a query as it comes, `{ type, text }`. */
export function query(text, accept, signal) {
  const headers = { "Content-Type": "application/sparql-query", Accept: accept };
  return answer("sparql", { method: "POST", headers, body: text, signal });
}

/** The rows of a SELECT: objects of `{ value, type, datatype }` by variable. */
export async function select(text, signal) {
  const { text: rows } = await query(text, "application/sparql-results+json", signal);
  return JSON.parse(rows).results.bindings;
}

async function answer(path, options) {
  const key = `${path}\n${options.headers?.Accept ?? ""}\n${options.body ?? ""}`;
  const known = kept.get(key);
  if (known && Date.now() - known.at < MILLISECONDS_KEPT) return known.body;
  const response = await send(path, options);
  const body = { type: response.headers.get("Content-Type") ?? "", text: await response.text() };
  kept.delete(key);
  kept.set(key, { at: Date.now(), body });
  if (kept.size > KEPT) kept.delete(kept.keys().next().value);
  return body;
}

async function send(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new ServerError(0, "The server does not answer. Is `newsgraph serve` still running?");
  }
  if (!response.ok)
    throw new ServerError(response.status, tidy(await response.text()) || `The server answered ${response.status}.`);
  return response;
}

/** The sentence of an error answer, whether it is plain text or JSON. */
function tidy(text) {
  try {
    const answer = JSON.parse(text);
    return String(answer.error?.message ?? answer.error ?? answer.message ?? text);
  } catch {
    return text.trim().replace(/^newsgraph: /, "");
  }
}

/** Reads decisions (`GET`), writes one (`POST`) or takes the last one back (`DELETE`): all this only with the token. */
export async function decisions(method, path, { body, signal } = {}) {
  const headers = { "X-Newsgraph-Token": localStorage.getItem(TOKEN) ?? "" };
  if (body) headers["Content-Type"] = "application/json";
  const response = await send(path, { method, headers, body: body && JSON.stringify(body), signal });
  if (method !== "GET") forget();
  return JSON.parse(await response.text());
}

/** Whether somebody came here by the link that the server printed; if it was an older one, the server says so. */
export const mayDecide = () => localStorage.getItem(TOKEN) !== null;

/**
 * Takes the token out of the address of the start page: it must not stand in links that are handed on. It is kept for all tabs,
 * since people open entities in new ones.
 */
export function takeToken() {
  const fragment = /^#(?:.*[?&])?token=([^&]+)/.exec(location.hash);
  const token = new URLSearchParams(location.search).get("token") ?? (fragment && decodeURIComponent(fragment[1]));
  if (!token) return;
  localStorage.setItem(TOKEN, token);
  history.replaceState(history.state, "", location.pathname + (fragment ? "" : location.hash));
}
