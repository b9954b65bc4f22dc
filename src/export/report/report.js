"use strict";
// A large page keeps parts of itself as text until they are near the window, found, linked to or printed.
const near = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) open(target);
}, { rootMargin: "1500px" });
const kept = (holder) => holder.querySelector("script[type='text/html']");
function open(holder) {
  const part = kept(holder);
  if (!part) return;
  const template = document.createElement("template");
  template.innerHTML = part.textContent;
  part.replaceWith(template.content);
  near.unobserve(holder);
  if (holder.matches(".article")) showFound(holder);
}
const holders = () => [...document.querySelectorAll("script[type='text/html']")].map((part) => part.parentNode);
for (const holder of holders()) near.observe(holder);

// Filters of the statement list.
const form = document.querySelector(".filters");
const articles = [...document.querySelectorAll(".article")];
const plain = document.createElement("textarea");
// What is known of an article's statements, whether they stand there yet or not.
const statementsOf = new Map(articles.map((article) => {
  const part = kept(article);
  if (!part) {
    const read = (card) => ({ ...card.dataset, words: () => card.textContent.toLowerCase() });
    return [article, [...article.querySelectorAll(".statement")].map(read)];
  }
  const read = (markup) => {
    const [, relation, doc, kind] = markup.match(/data-relation="(.*?)"\s+data-document="(.*?)"\s+data-kind="(.*?)"/);
    return { relation, document: doc, kind, words: () => {
      plain.innerHTML = markup.replace(/<[^>]*>/g, " ");
      return plain.value.toLowerCase();
    } };
  };
  return [article, part.textContent.split('<div class="statement').slice(1).map(read)];
}));
const all = [...statementsOf.values()].reduce((sum, statements) => sum + statements.length, 0);
function showFound(article) {
  const statements = statementsOf.get(article);
  article.querySelectorAll(".statement").forEach((card, place) => { card.hidden = Boolean(statements[place].hidden); });
}
function filter() {
  const wanted = new FormData(form);
  const words = wanted.get("words").toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const [article, statements] of statementsOf) {
    let found = 0;
    for (const statement of statements) {
      const fits = ["relation", "document", "kind"].every(
        (name) => !wanted.get(name) || statement[name] === wanted.get(name));
      const text = fits && words.length > 0 ? statement.words() : "";
      statement.hidden = !(fits && words.every((word) => text.includes(word)));
      found += statement.hidden ? 0 : 1;
    }
    article.hidden = found === 0;
    showFound(article);
    shown += found;
  }
  form.querySelector("output").textContent = shown + " of " + all;
}
form.hidden = false;
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
form.querySelector("output").textContent = all + " of " + all;

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
window.addEventListener("beforeprint", () => { if (whole.checked) holders().forEach(open); });
// "/" leads to the search, as on other pages.
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.target.closest("input, select")) {
    event.preventDefault();
    finder.querySelector("input").focus();
  }
});

// A link to a statement or an entity that is hidden, or not there yet, shows it.
function follow() {
  const id = location.hash.slice(1);
  if (!/^[a-z]\d+$/.test(id)) return;
  const there = document.getElementById(id);
  const holder = there ? null : holders().find((holder) => kept(holder).textContent.includes(`id="${id}"`));
  if (holder) open(holder);
  const target = there ?? document.getElementById(id);
  if (!target) return;
  if (target.closest("[hidden]")) {
    form.reset();
    filter();
    finder.reset();
    find();
  }
  if (holder || target.closest(".article, .entity")) target.scrollIntoView();
}
window.addEventListener("hashchange", follow);
follow();

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
