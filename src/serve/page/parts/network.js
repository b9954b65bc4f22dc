// A small network of any answer: springs between what is linked, everything else apart. The start is a circle and no chance
// is involved, so that the same answer looks the same again.

import { s } from "../lib/dom.js";

const ROUNDS = 260;
/** Of a longer name the beginning is shown. */
const LETTERS = 26;
/** From the middle of a name to that of the next below it: a relation fits between. */
const ROOM = 62;
export const MOST_NODES = 60;

/** `edges` of `{ from, to, label }` with terms; `show` gives the text and the link of a term. */
export function network(edges, show) {
  const nodes = new Map();
  const kept = edges.filter(({ from, to }) => {
    const fresh = new Set([from, to].map((term) => term.value).filter((value) => !nodes.has(value)));
    if (nodes.size + fresh.size > MOST_NODES) return false;
    for (const term of [from, to]) if (!nodes.has(term.value)) nodes.set(term.value, { term, ...show(term) });
    return true;
  });
  const all = [...nodes.values()];
  arrange(
    all,
    kept.map(({ from, to }) => [nodes.get(from.value), nodes.get(to.value)]),
  );
  return { svg: drawn(all, kept, nodes), left: edges.length - kept.length };
}

function arrange(nodes, links) {
  const radius = 60 + nodes.length * 16;
  nodes.forEach((node, place) => {
    const angle = (2 * Math.PI * place) / nodes.length;
    node.width = 20 + 7.1 * Math.min(node.text.length, LETTERS);
    node.x = radius * Math.cos(angle) * 1.5;
    node.y = radius * Math.sin(angle);
  });
  springs(nodes, links);
  for (let round = 0; round < ROUNDS; round += 1) if (!separated(nodes)) break;
}

function springs(nodes, links) {
  for (let round = 0; round < ROUNDS; round += 1) {
    const heat = 14 * (1 - round / ROUNDS);
    for (const node of nodes) {
      node.dx = -node.x * 0.012;
      node.dy = -node.y * 0.02;
    }
    for (const [a, b] of pairs(nodes)) push(a, b);
    for (const [a, b] of links) if (a !== b) pull(a, b);
    for (const node of nodes) {
      const length = Math.hypot(node.dx, node.dy) || 1;
      node.x += (node.dx / length) * Math.min(length, heat);
      node.y += (node.dy / length) * Math.min(length, heat);
    }
  }
}

function* pairs(nodes) {
  for (let a = 0; a < nodes.length; a += 1) for (let b = a + 1; b < nodes.length; b += 1) yield [nodes[a], nodes[b]];
}

function push(a, b) {
  const [x, y] = [a.x - b.x || 0.1, (a.y - b.y || 0.1) * 2];
  const near = x * x + y * y;
  const force = 34000 / near;
  const length = Math.sqrt(near);
  a.dx += (x / length) * force;
  a.dy += (y / length) * force;
  b.dx -= (x / length) * force;
  b.dy -= (y / length) * force;
}

/** Moves names apart that lie over each other, the shorter way; false where none do. */
function separated(nodes) {
  let moved = false;
  for (const [a, b] of pairs(nodes)) {
    const [x, y] = [a.x - b.x, a.y - b.y || 0.1];
    const [wide, high] = [(a.width + b.width) / 2 + 50 - Math.abs(x), ROOM - Math.abs(y)];
    if (wide <= 0 || high <= 0) continue;
    moved = true;
    const [dx, dy] = wide < high ? [(Math.sign(x || 1) * wide) / 2, 0] : [0, (Math.sign(y) * high) / 2];
    a.x += dx;
    a.y += dy;
    b.x -= dx;
    b.y -= dy;
  }
  return moved;
}

function pull(a, b) {
  const [x, y] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(x, y) || 1;
  const force = (length - 200) * 0.06;
  a.dx += (x / length) * force;
  a.dy += (y / length) * force;
  b.dx -= (x / length) * force;
  b.dy -= (y / length) * force;
}

function drawn(all, edges, nodes) {
  const left = Math.min(...all.map((node) => node.x - node.width / 2)) - 12;
  const top = Math.min(...all.map((node) => node.y)) - 30;
  const wide = Math.max(...all.map((node) => node.x + node.width / 2)) + 12 - left;
  const high = Math.max(...all.map((node) => node.y)) + 30 - top;
  return s(
    "svg",
    {
      class: "network",
      role: "group",
      "aria-label": "The answer as a network",
      viewBox: [left, top, wide, high].map(Math.round).join(" "),
      width: Math.round(wide),
      height: Math.round(high),
    },
    edges.map((edge) => line(nodes.get(edge.from.value), nodes.get(edge.to.value), edge.label)),
    all.map((node) =>
      s(
        node.href ? "a" : "g",
        { href: node.href, class: "node" },
        s("title", {}, node.term.value),
        s("rect", { x: node.x - node.width / 2, y: node.y - 13, width: node.width, height: 26, rx: 5 }),
        s(
          "text",
          { x: node.x, y: node.y + 4.5, "text-anchor": "middle" },
          node.text.length > LETTERS ? `${node.text.slice(0, LETTERS - 1)}…` : node.text,
        ),
      ),
    ),
  );
}

function line(from, to, label) {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(x, y) || 1;
  // The arrow ends where the box begins: at its side or at its upper or lower edge, whichever is met first.
  const part = Math.min(Math.abs((to.width / 2 + 3) / (x || 0.01)), Math.abs(16 / (y || 0.01)), 1);
  const tip = { x: to.x - x * part, y: to.y - y * part };
  const [ux, uy] = [x / length, y / length];
  const text = label.split(/[#/]/).pop().replaceAll("_", " ");
  return s(
    "g",
    {},
    s("path", { class: "edge stated", "stroke-width": 1.2, d: `M${from.x} ${from.y}L${tip.x} ${tip.y}` }),
    s("path", {
      class: "head stated",
      d: `M${tip.x} ${tip.y}L${tip.x - 8 * ux + 4 * uy} ${tip.y - 8 * uy - 4 * ux}L${tip.x - 8 * ux - 4 * uy} ${tip.y - 8 * uy + 4 * ux}Z`,
    }),
    text &&
      s(
        "text",
        { class: "edge-words stated", x: (from.x + tip.x) / 2, y: (from.y + tip.y) / 2 - 3, "text-anchor": "middle" },
        text,
      ),
  );
}
