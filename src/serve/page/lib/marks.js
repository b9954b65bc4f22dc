// Where in its sentence the subject, the trigger, the object and the speaker of a statement stand. Offsets count Unicode
// characters, which JavaScript's strings do not, so sentences are taken apart into characters first.

import { h } from "./dom.js";

/** The sentence as nodes with its words marked; nothing is left out. */
export function marked(statement) {
  const letters = [...statement.sentence.text];
  const nodes = [];
  let done = 0;
  for (const { begin, end, role } of marks(statement, letters)) {
    nodes.push(letters.slice(done, begin).join(""));
    nodes.push(h("mark", { class: role, title: role }, letters.slice(begin, end).join("")));
    done = end;
  }
  nodes.push(letters.slice(done).join(""));
  return nodes.filter((node) => node !== "");
}

/** None over another: the arguments, nearest to the trigger, then the trigger itself. */
function marks(statement, letters) {
  const begin = statement.trigger.begin - statement.sentence.begin;
  const end = statement.trigger.end - statement.sentence.begin;
  const hasTrigger = begin >= 0 && begin < end && end <= letters.length;
  const taken = [];
  const isFree = (from, to) => taken.every((mark) => to <= mark.begin || mark.end <= from);
  const arguments_ = [
    [statement.subject, "subject"],
    [statement.object, "object"],
    [statement.attributed_to, "speaker"],
  ];
  for (const [argument, role] of arguments_) {
    const words = [...(argument?.mention ?? argument?.label ?? "")];
    const places = occurrences(letters, words).filter((from) => isFree(from, from + words.length));
    const anchor = hasTrigger ? begin : 0;
    places.sort((a, b) => Math.abs(a - anchor) - Math.abs(b - anchor));
    if (places.length > 0) taken.push({ begin: places[0], end: places[0] + words.length, role });
  }
  if (hasTrigger && isFree(begin, end)) taken.push({ begin, end, role: "trigger" });
  return taken.sort((a, b) => a.begin - b.begin);
}

/** Every place where the words stand, from the left. */
function occurrences(letters, words) {
  const starts = [];
  if (words.length === 0) return starts;
  for (let from = 0; from + words.length <= letters.length; from += 1) {
    if (words.every((letter, index) => letters[from + index] === letter)) starts.push(from);
  }
  return starts;
}
