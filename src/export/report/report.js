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
  for (const deck of decks) deck.apply(holder);
}
const holders = () => [...document.querySelectorAll("script[type='text/html']")].map((part) => part.parentNode);

// Cards that can be looked for, whether they stand there yet or not.
const plain = document.createElement("textarea");
function words(markup) {
  plain.innerHTML = markup.replace(/<[^>]*>/g, " ");
  return plain.value.toLowerCase();
}
class Deck {
  constructor(holders, name, read) {
    this.name = name;
    this.cards = new Map([...document.querySelectorAll(holders)].map((holder) => {
      const part = kept(holder);
      const begin = `<div class="${name}`;
      const cards = part ? part.textContent.split(begin).slice(1).map((rest) => begin + rest)
        : [...holder.querySelectorAll("." + name)].map((card) => card.outerHTML);
      return [holder, cards.map(read)];
    }));
    this.size = [...this.cards.values()].reduce((sum, cards) => sum + cards.length, 0);
  }
  // Leaves only the cards that fit, and tells how many those are.
  show(fits, output) {
    let shown = 0;
    for (const [holder, cards] of this.cards) {
      let found = 0;
      for (const card of cards) {
        card.hidden = !fits(card);
        found += card.hidden ? 0 : 1;
      }
      holder.hidden = found === 0;
      this.apply(holder);
      shown += found;
    }
    output.textContent = shown + " of " + this.size;
  }
  apply(holder) {
    const cards = this.cards.get(holder);
    if (!cards || kept(holder)) return;
    holder.querySelectorAll("." + this.name).forEach((card, place) => { card.hidden = Boolean(cards[place].hidden); });
  }
}
const wordsIn = (field) => field.toLowerCase().split(/\s+/).filter(Boolean);

// Filters of the statement list.
const form = document.querySelector(".filters");
const statements = new Deck(".article", "statement", (markup) => {
  const [, relation, doc, kind] =
    markup.match(/data-relation="(.*?)"\s+data-document="(.*?)"\s+data-kind="(.*?)"/);
  return { markup, relation, document: doc, kind };
});
function filter() {
  const wanted = new FormData(form);
  const sought = wordsIn(wanted.get("words"));
  const fits = (card) => {
    const chosen = ["relation", "document", "kind"].every(
      (name) => !wanted.get(name) || card[name] === wanted.get(name));
    if (!chosen || sought.length === 0) return chosen;
    card.words ??= words(card.markup);
    return sought.every((word) => card.words.includes(word));
  };
  statements.show(fits, form.querySelector("output"));
}
form.hidden = false;
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
form.querySelector("output").textContent = statements.size + " of " + statements.size;

// Looking for entities by any of their names, which stand before what is said of them.
const finder = document.querySelector(".finder");
const entities = new Deck(".cards", "entity", (markup) => ({ markup }));
function find() {
  const sought = wordsIn(new FormData(finder).get("name"));
  const fits = (card) => {
    card.names ??= words(card.markup.split("<ul>")[0]);
    return sought.every((word) => card.names.includes(word));
  };
  entities.show(fits, finder.querySelector("output"));
}
finder.hidden = false;
finder.addEventListener("input", find);
finder.addEventListener("submit", (event) => event.preventDefault());
const decks = [statements, entities];
for (const holder of holders()) near.observe(holder);

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
