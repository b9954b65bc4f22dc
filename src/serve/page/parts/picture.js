// The picture that `newsgraph export --format svg` draws, made safe and walkable. What comes over the wire is taken apart and
// only shapes and words are put together again: nothing in it can run, load, or lead out of this page but to http(s).

import { h } from "../lib/dom.js";
import { link } from "../lib/route.js";
import { webAddress } from "../lib/terms.js";

const ELEMENTS = new Set([
  "svg",
  "g",
  "path",
  "rect",
  "ellipse",
  "circle",
  "polygon",
  "line",
  "text",
  "tspan",
  "title",
  "a",
]);
const ATTRIBUTES = new Set([
  "class",
  "d",
  "x",
  "y",
  "x1",
  "y1",
  "x2",
  "y2",
  "cx",
  "cy",
  "r",
  "rx",
  "ry",
  "width",
  "height",
  "points",
  "viewBox",
  "transform",
  "fill",
  "stroke",
  "stroke-width",
  "font-size",
  "font-weight",
  "text-anchor",
  "data-node",
  "data-from",
  "data-to",
]);

/**
 * The picture as an element. `entityNamed` finds the IRI to the name on a node, where the picture has no link of its own.
 */
export function picture(text, title, entityNamed) {
  // Its style sheet is not taken over in any case; left in, the browser would complain of it.
  const bare = text.replace(/<style[\s>][\s\S]*?<\/style>/g, "");
  const source = new DOMParser().parseFromString(bare, "image/svg+xml").documentElement;
  if (source.localName !== "svg") throw new Error("The picture cannot be read.");
  const svg = copied(source);
  svg.setAttribute("role", "group");
  svg.setAttribute("aria-label", title);
  for (const node of svg.querySelectorAll("[data-node]")) walkable(node, entityNamed);
  return scrolling(svg, title);
}

/** A picture that may be larger than its place, with its middle in view. */
export function scrolling(svg, title) {
  const place = h("div", { class: "drawn", tabindex: "0", role: "region", "aria-label": `${title}; scrolls` }, svg);
  requestAnimationFrame(() => place.scrollTo((place.scrollWidth - place.clientWidth) / 2, 0));
  return place;
}

function copied(source) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", source.localName);
  for (const { name, value } of source.attributes) {
    if (ATTRIBUTES.has(name) && !/url\s*\(/i.test(value)) element.setAttribute(name, value);
  }
  if (source.localName === "a") address(element, source.getAttribute("href") ?? "");
  for (const child of source.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) element.append(child.data);
    else if (child.nodeType === Node.ELEMENT_NODE && ELEMENTS.has(child.localName)) element.append(copied(child));
  }
  return element;
}

function address(element, href) {
  if (href.startsWith("#/")) {
    element.setAttribute("href", href);
  } else if (webAddress(href)) {
    element.setAttribute("href", webAddress(href));
    element.setAttribute("target", "_blank");
    element.setAttribute("rel", "noopener noreferrer");
  }
}

/** A node leads on to its entity. Its title is the name with the class in brackets. */
function walkable(node, entityNamed) {
  if (node.querySelector("a")) return;
  const title = node.querySelector("title")?.textContent ?? "";
  const iri = entityNamed(title) ?? entityNamed(title.replace(/ \([^()]*\)$/, ""));
  if (!iri) return;
  const leading = document.createElementNS("http://www.w3.org/2000/svg", "a");
  leading.setAttribute("href", link("entity", { iri, show: "picture" }));
  leading.setAttribute("class", "node");
  leading.append(...node.childNodes);
  node.append(leading);
}
