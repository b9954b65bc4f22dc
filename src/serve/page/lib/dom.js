// Elements, made so that nothing out of an article can become markup: text goes in as text nodes only, there is no way
// to pass HTML, and an address becomes a link only if it leads into this page or to http(s).

import { webAddress } from "./terms.js";

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element: `h("p", { class: "quiet" }, "text", node)`. Attributes that are null or false are left out. */
export function h(name, attributes = {}, ...children) {
  return dress(document.createElement(name), attributes, children);
}

/** The same for SVG. */
export function s(name, attributes = {}, ...children) {
  return dress(document.createElementNS(SVG, name), attributes, children);
}

function dress(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "href") setAddress(element, value);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

function setAddress(element, address) {
  if (address.startsWith("#") || address.startsWith("blob:")) {
    element.setAttribute("href", address);
  } else if (webAddress(address)) {
    element.setAttribute("href", webAddress(address));
    element.setAttribute("rel", "noopener noreferrer");
    element.setAttribute("target", "_blank");
  }
}

/** Items with something between them. */
export function joined(items, between) {
  return items.flatMap((item, place) => (place === 0 ? [item] : [between, item]));
}

/** A line that says that there is nothing, and what can be done about it. */
export function empty(...text) {
  return h("p", { class: "empty" }, ...text);
}

/** Says something to people who listen to the page, without moving them. */
export function announce(text) {
  const place = document.getElementById("news");
  place.textContent = "";
  // A reader speaks what changes, so the change has to come after the emptying.
  setTimeout(() => {
    place.textContent = text;
  }, 60);
}
