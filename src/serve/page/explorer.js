// The explorer: walks a knowledge graph of news articles in a browser, with the server of `newsgraph serve` behind it. This file
// turns addresses into views, and sees to what all views share: the search box, titles, where the keyboard stands, going back.

import { forget, get, mayDecide, takeToken } from "./lib/api.js";
import { announce, h } from "./lib/dom.js";
import { link, parse } from "./lib/route.js";
import { vocabulary } from "./lib/vocabulary.js";
import { searchBox } from "./parts/search.js";
import * as article from "./views/article.js";
import * as articles from "./views/articles.js";
import * as ask from "./views/ask.js";
import * as decisions from "./views/decisions.js";
import * as disagreements from "./views/disagreements.js";
import * as entity from "./views/entity.js";
import * as find from "./views/find.js";
import * as home from "./views/home.js";
import * as statement from "./views/statement.js";
import * as statements from "./views/statements.js";
import * as timeline from "./views/timeline.js";

const VIEWS = { article, articles, ask, decisions, disagreements, entity, find, home, statement, statements, timeline };
const PATIENCE = 200;

const main = document.getElementById("view");
let words = null;
let running = null;
let first = true;

/** Shows what the address names. `where` is how far down, on the way back; a new view begins at its head. */
async function show({ where = null } = {}) {
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  const route = parse(location.hash);
  markPlace(route.view);
  const waiting = setTimeout(() => {
    main.setAttribute("aria-busy", "true");
    announce("Loading");
  }, PATIENCE);
  const focused = document.activeElement?.closest("form, .ask") && selectorOf(document.activeElement);
  let made;
  try {
    const [about, known] = await Promise.all([get("api/about", {}, signal), vocabulary()]);
    words = known;
    document.getElementById("decisions-link").hidden = !about.edit;
    made = await (VIEWS[route.view] ?? { view: unknown }).view(route, {
      about: { ...about, edit: about.edit && mayDecide() },
      vocabulary: known,
      signal,
      again: () => show({ where: scrollY }),
    });
  } catch (error) {
    if (error.name === "AbortError") return;
    made = failed(error);
  } finally {
    clearTimeout(waiting);
  }
  if (signal.aborted) return;
  main.removeAttribute("aria-busy");
  main.replaceChildren(...made.body.flat(Infinity).filter(Boolean));
  document.title = `${made.title} – newsgraph`;
  made.shown?.();
  settle(made, where, focused);
}

/** Where the keyboard stands and how far down the page is after a view has come. */
function settle(made, where, focused) {
  const again = made.keepsFocus && focused && main.querySelector(focused);
  if (again) {
    again.focus();
    // Who is typing goes on at the end.
    if (again.type === "search") again.setSelectionRange(again.value.length, again.value.length);
  }
  if (!again && where === null && !first) {
    const heading = main.querySelector("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
    announce(made.title);
  }
  // What was noted of a decision is said where it was made.
  if (where === null && !again) document.getElementById("notice").replaceChildren();
  if (where !== null) scrollTo(0, where);
  else if (!again && !main.querySelector(".pointed")) scrollTo(0, 0);
  first = false;
}

/** A control of a form by its name, to find it again in the view that comes. */
const selectorOf = (element) =>
  element.id ? `#${CSS.escape(element.id)}` : element.name ? `[name="${CSS.escape(element.name)}"]` : null;

function failed(error) {
  console.warn(error);
  return {
    title: "Problem",
    body: [
      h("h1", {}, "This could not be shown"),
      h("p", { class: "problem", role: "alert" }, error.message),
      h(
        "p",
        {},
        h(
          "button",
          {
            type: "button",
            class: "main-button",
            onclick: () => {
              forget();
              show();
            },
          },
          "Try again",
        ),
        " ",
        h("a", { href: link("home") }, "Begin again"),
      ),
    ],
  };
}

const unknown = () => ({
  title: "Not found",
  body: [h("h1", {}, "No such view"), h("p", {}, h("a", { href: link("home") }, "Begin again"))],
});

function markPlace(view) {
  for (const one of document.querySelectorAll("#places a")) {
    const own = parse(one.hash).view;
    if (own === view) one.setAttribute("aria-current", "page");
    else one.removeAttribute("aria-current");
  }
}

// How far down each step of the history was: the browser cannot know, as the view comes later than the step.
const depths = new Map();
let step = history.state?.step ?? 0;
history.scrollRestoration = "manual";
addEventListener("scroll", () => depths.set(step, scrollY), { passive: true });
addEventListener("popstate", (event) => {
  const known = event.state?.step;
  if (known === undefined) {
    // A link was followed: the step is new.
    step = Math.max(step, ...depths.keys(), 0) + 1;
    history.replaceState({ step }, "");
    show();
  } else {
    step = known;
    show({ where: depths.get(step) ?? 0 });
  }
});

addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea, dialog");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  document.querySelector("#search input").focus();
});

/** Light, dark, or as the system has it. */
function themes() {
  const button = document.getElementById("theme");
  const order = ["system", "light", "dark"];
  const set = (theme) => {
    if (theme === "system") document.documentElement.removeAttribute("data-theme");
    else document.documentElement.setAttribute("data-theme", theme);
    button.textContent = { system: "Auto", light: "Light", dark: "Dark" }[theme];
    button.setAttribute("aria-label", `${button.textContent}: colours`);
    localStorage.setItem("newsgraph-theme", theme);
  };
  const now = () => localStorage.getItem("newsgraph-theme") ?? "system";
  button.addEventListener("click", () => set(order[(order.indexOf(now()) + 1) % order.length]));
  set(order.includes(now()) ? now() : "system");
}

takeToken();
themes();
history.replaceState({ step }, "");
document.getElementById("search").append(
  searchBox({
    label: "Search for people, organisations, places and things",
    placeholder: "Search names …",
    vocabulary: () => words,
    chosen: (found, input) => {
      input.value = "";
      location.hash = link("entity", { iri: found.iri });
    },
    entered: (text) => {
      location.hash = link("find", { q: text });
    },
  }),
);
document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  const heading = main.querySelector("h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus();
});
show();
