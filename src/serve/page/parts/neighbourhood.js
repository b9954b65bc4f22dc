// The neighbourhood of one entity, to be walked: who does something to it on the left, to whom it does something on the right,
// every claim a line of its own in the colour and dash of its standing. Two columns rather than a free layout, because names
// and relations then never cover each other, and the Tab key goes through them in reading order.

import { STANDINGS } from "../lib/claims.js";
import { s } from "../lib/dom.js";
import { link } from "../lib/route.js";

const LINE = 24;
const GAP = 14;
const BOX = 30;
const TALL_BOX = 42;
/** Letters on a line of a name. */
const NAME = 24;
const NEIGHBOURS_A_SIDE = 14;
const CLAIMS_A_NEIGHBOUR = 3;

/** How much of the picture was left out, beside the picture. */
export function neighbourhood(entity, claims, context, width) {
  const all = neighbours(entity, claims);
  const narrow = width < 720;
  const sides = narrow
    ? { out: all }
    : { in: all.filter((one) => !one.outward), out: all.filter((one) => one.outward) };
  const limit = narrow ? 2 * NEIGHBOURS_A_SIDE : NEIGHBOURS_A_SIDE;
  const shown = Object.fromEntries(Object.entries(sides).map(([side, some]) => [side, some.slice(0, limit)]));
  const left = all.length - Object.values(shown).flat().length;
  return {
    svg: narrow ? column(entity, shown.out, context, width) : columns(entity, shown, context, width),
    left,
    neighbours: all.length,
  };
}

/** Who shares a claim with the entity, the strongest first; outward where the strongest claim goes out from it. */
function neighbours(entity, claims) {
  const found = new Map();
  for (const claim of claims) {
    const { subject, object } = claim.first;
    const outward = subject?.id === entity.iri;
    const other = outward ? object : subject;
    if (!other?.id || other.id === entity.iri || (!outward && object?.id !== entity.iri)) continue;
    if (!found.has(other.id)) found.set(other.id, { entity: other, outward, claims: [] });
    found.get(other.id).claims.push({ claim, outward });
  }
  return [...found.values()];
}

const height = (neighbour) =>
  Math.max(
    folded(neighbour.entity.label, NAME).length > 1 ? TALL_BOX : BOX,
    Math.min(neighbour.claims.length, CLAIMS_A_NEIGHBOUR) * LINE + 6,
  );
const total = (some) => some.reduce((sum, one) => sum + height(one) + GAP, GAP);

function columns(entity, sides, context, width) {
  const both = sides.in.length > 0 && sides.out.length > 0;
  const wide = both ? Math.min(Math.max(width, 860), 1180) : 720;
  const high = Math.max(total(sides.in), total(sides.out), 120);
  const box = wide < 1000 ? 150 : 190;
  // Where there is nobody on one side, the entity takes that side itself.
  const x = both ? wide / 2 : sides.in.length > 0 ? wide - 92 : 92;
  const middle = { x, y: high / 2, width: 180, height: 44 };
  const svg = canvas(entity, wide, high);
  for (const [side, some] of Object.entries(sides)) {
    const outside = side === "in" ? { near: box, far: 0 } : { near: wide - box, far: wide - box };
    const start = side === "in" ? middle.x - middle.width / 2 : middle.x + middle.width / 2;
    const bend = start + (side === "in" ? -56 : 56);
    let top = (high - total(some)) / 2 + GAP;
    for (const neighbour of some) {
      svg.append(lines(entity, neighbour, context, { start: { x: start, y: middle.y }, bend, end: outside.near, top }));
      svg.append(node(neighbour.entity, outside.far, top, box, height(neighbour)));
      top += height(neighbour) + GAP;
    }
  }
  svg.append(centre(entity, middle.x - middle.width / 2, middle.y - middle.height / 2, middle.width, middle.height));
  return svg;
}

function column(entity, some, context, width) {
  const wide = Math.max(width, 320);
  const box = Math.min(170, wide * 0.42);
  const svg = canvas(entity, wide, total(some) + 60);
  let top = 60;
  for (const neighbour of some) {
    svg.append(lines(entity, neighbour, context, { start: { x: 18, y: 46 }, bend: 34, end: wide - box, top }));
    svg.append(node(neighbour.entity, wide - box, top, box, height(neighbour)));
    top += height(neighbour) + GAP;
  }
  svg.append(centre(entity, 1, 2, Math.min(240, wide - 2), 44));
  return svg;
}

const canvas = (entity, wide, high) =>
  s("svg", {
    class: "neighbourhood",
    viewBox: `0 0 ${wide} ${Math.ceil(high)}`,
    width: wide,
    height: Math.ceil(high),
    role: "group",
    "aria-label": `Who is connected with ${entity.label}`,
  });

/** One line a claim, with its words above it, and the arrow towards its object. */
function lines(entity, neighbour, context, { start, bend, end, top }) {
  const shown = neighbour.claims.slice(0, CLAIMS_A_NEIGHBOUR);
  const first = top + height(neighbour) / 2 - ((shown.length - 1) * LINE) / 2;
  const group = s("g", {});
  shown.forEach(({ claim, outward }, place) => {
    const y = first + place * LINE + 5;
    const direction = Math.sign(end - bend);
    const turn = (start.x + bend) / 2;
    const symmetric = context.vocabulary.relation(claim.first.relation_iri).symmetric;
    const stroke = 1.2 + 0.6 * Math.min(claim.independent - 1, 5);
    group.append(
      s("path", {
        class: `edge ${lookOf(claim)}`,
        "stroke-width": stroke.toFixed(1),
        d: `M${start.x} ${start.y}C${turn} ${start.y} ${turn} ${y} ${bend} ${y}L${end} ${y}`,
      }),
    );
    const tip = outward ? end : bend;
    const toward = outward ? direction : -direction;
    if (!symmetric) group.append(s("path", { class: `head ${lookOf(claim)}`, d: `M${tip} ${y}l${-8 * toward} -4v8Z` }));
    group.append(words(entity, neighbour, claim, context, (bend + end) / 2, y - 5, Math.abs(end - bend)));
  });
  const more = neighbour.claims.length - shown.length;
  if (more > 0) group.append(s("title", {}, `and ${more} more claims`));
  return group;
}

/** Nobody's word is drawn as a fact. */
export const lookOf = (claim) => (claim.kind === "stated" && !claim.ownVoice ? "claimed" : claim.kind);

const SIGNS = {
  stated: (label) => label,
  disputed: (label) => `${label} (disputed)`,
  denied: (label) => `not ${label}`,
  doubtful: (label) => `${label} (unsure)`,
  past: (label) => `${label} (past)`,
  possible: (label) => `${label}?`,
  claimed: (label) => `“${label}”`,
};

function words(entity, neighbour, claim, context, x, y, room) {
  const { label } = context.vocabulary.relation(claim.first.relation_iri);
  const times = claim.independent > 1 ? ` ×${claim.independent}` : "";
  const text = SIGNS[lookOf(claim)](label) + times;
  const meant =
    lookOf(claim) === "claimed"
      ? `claimed by ${claim.speakers.map((one) => one.label).join(", ")}`
      : STANDINGS[claim.kind];
  // Reports of one event may each name a thing of their own; only the relation finds them all.
  const things = new Set(claim.statements.flatMap((one) => [one.subject?.id, one.object?.id]));
  const other = things.size > 2 ? "" : neighbour.entity.id;
  const address = link("entity", { iri: entity.iri, relation: claim.first.relation_iri, with: other });
  return s(
    "a",
    {
      href: address,
      class: "edge-link",
      "aria-label": `${cut(text, room / 6.6)}: ${claim.first.subject?.label ?? "…"}, ${claim.first.object?.label ?? ""}; ${meant}; show the sentences`,
    },
    s("title", {}, `${meant}\n“${claim.first.sentence.text}”`),
    s("text", { class: `edge-words ${lookOf(claim)}`, x, y, "text-anchor": "middle" }, cut(text, room / 6.6)),
  );
}

function node(entity, x, y, wide, high) {
  return s(
    "a",
    {
      href: link("entity", { iri: entity.id, show: "picture" }),
      class: "node",
      "aria-label": `Go on to ${entity.label}`,
    },
    s("title", {}, entity.label),
    s("rect", { x: x + 1, y, width: wide - 2, height: high, rx: 5 }),
    label(folded(entity.label, Math.min(NAME, Math.floor(wide / 7.2))), x + wide / 2, y + high / 2),
  );
}

const label = (lines, x, y) =>
  s(
    "text",
    { "text-anchor": "middle" },
    lines.map((text, place) =>
      s(
        "tspan",
        { x, y: y + 4.5 + (place - (lines.length - 1) / 2) * 16 },
        place < lines.length - 1 ? `${text} ` : text,
      ),
    ),
  );

/** A name on one line or two; what does not fit then is cut, and stands whole in the title. */
function folded(name, most) {
  if (name.length <= most) return [name];
  const space = name.lastIndexOf(" ", most);
  if (space <= 0) return [cut(name, most)];
  return [name.slice(0, space), cut(name.slice(space + 1), most)];
}

function centre(entity, x, y, wide, high) {
  return s(
    "g",
    { class: "centre" },
    s("title", {}, entity.label),
    s("rect", { x, y, width: wide, height: high, rx: 6 }),
    label(folded(entity.label, Math.floor(wide / 8.4)), x + wide / 2, y + high / 2),
  );
}

const cut = (text, most) => (text.length > most ? `${text.slice(0, Math.max(3, Math.floor(most) - 1))}…` : text);
