"use strict";
// Filters of the statement list.
const form = document.querySelector(".filters");
const statements = [...document.querySelectorAll(".statement")];
function filter() {
  const wanted = new FormData(form);
  const words = wanted.get("words").toLowerCase().split(/\s+/);
  let shown = 0;
  for (const statement of statements) {
    const fits = ["relation", "document", "kind"].every(
      (name) => !wanted.get(name) || statement.dataset[name] === wanted.get(name));
    const text = statement.textContent.toLowerCase();
    statement.hidden = !(fits && words.every((word) => text.includes(word)));
    shown += statement.hidden ? 0 : 1;
  }
  for (const article of document.querySelectorAll(".article")) {
    article.hidden = !article.querySelector(".statement:not([hidden])");
  }
  form.querySelector("output").textContent = shown + " of " + statements.length;
}
form.hidden = false;
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
form.querySelector("output").textContent = statements.length + " of " + statements.length;

// Looking for entities by any of their names.
const finder = document.querySelector(".finder");
const cards = [...document.querySelectorAll(".entity")];
function find() {
  const words = new FormData(finder).get("name").toLowerCase().split(/\s+/);
  let shown = 0;
  for (const card of cards) {
    const names = [card.querySelector("h3"), ...card.querySelectorAll(".details")];
    const text = names.map((name) => name.textContent.toLowerCase()).join(" ");
    card.hidden = !words.every((word) => text.includes(word));
    shown += card.hidden ? 0 : 1;
  }
  finder.querySelector("output").textContent = shown + " of " + cards.length;
}
finder.hidden = false;
finder.addEventListener("input", find);
finder.addEventListener("submit", (event) => event.preventDefault());

// What is printed: all of it, or what matters.
const whole = document.getElementById("whole");
whole.addEventListener("change", () => document.body.classList.toggle("whole-story", whole.checked));
// "/" leads to the search, as on other pages.
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.target.closest("input, select")) {
    event.preventDefault();
    finder.querySelector("input").focus();
  }
});

// A link to a statement or an entity that is hidden shows all again.
window.addEventListener("hashchange", () => {
  const target = document.getElementById(location.hash.slice(1));
  if (target && target.closest("[hidden]")) {
    form.reset();
    filter();
    finder.reset();
    find();
    target.scrollIntoView();
  }
});

// Pointing at an entity in the picture leaves only it, its edges and its neighbours in full colour.
const parts = [...document.querySelectorAll(".newsgraph [data-node], .newsgraph [data-from]")];
function highlight(node) {
  const near = new Set([node]);
  for (const { dataset } of parts) {
    if (dataset.from === node) near.add(dataset.to);
    if (dataset.to === node) near.add(dataset.from);
  }
  for (const part of parts) {
    const { node: own, from, to } = part.dataset;
    const stays = node === null || near.has(own) || from === node || to === node;
    part.classList.toggle("faded", !stays);
  }
}
for (const part of parts.filter(({ dataset }) => dataset.node !== undefined)) {
  part.addEventListener("pointerenter", () => highlight(part.dataset.node));
  part.addEventListener("pointerleave", () => highlight(null));
}
