// Decisions in the browser: accept, reject, same, different, each with its reason, and the way back. The buttons are there
// only where the server was started with --edit.

import { decisions } from "../lib/api.js";
import { forgetArticles } from "../lib/articles.js";
import { announce, h } from "../lib/dom.js";
import { searchBox } from "./search.js";

/** Accept and reject under a statement. */
export function reviewButtons(statement, context) {
  const ask = (verdict, title, verb, hint) =>
    decide(context, {
      title,
      verb,
      hint,
      quote: statement.sentence.text,
      body: () => ({ verdict, statement: statement.id }),
    });
  return h(
    "span",
    { class: "review" },
    statement.decision !== "accepted" &&
      h(
        "button",
        {
          type: "button",
          class: "accept",
          onclick: () =>
            ask(
              "accept",
              "Accept this statement",
              "Accept",
              "The sentence is read rightly. What it denies or plans stays denied or planned.",
            ),
        },
        "Accept",
      ),
    h(
      "button",
      {
        type: "button",
        class: "reject",
        onclick: () =>
          ask(
            "reject",
            "Reject this statement",
            "Reject",
            "The sentence does not say this. It leaves the graph; the article stays.",
          ),
      },
      "Reject",
    ),
  );
}

/** Same and different on an entity's page. */
export function identityButtons(entity, context) {
  const ask = (verdict, title, verb, hint) => {
    let other = null;
    const picked = h("p", { class: "picked" });
    const box = searchBox({
      label: "The other one",
      placeholder: "Name of the other one",
      vocabulary: () => context.vocabulary,
      chosen: (found, input) => {
        other = found;
        input.value = found.label;
        picked.closest("form").elements.reason.focus();
        picked.textContent = `${found.label} (${context.vocabulary.kinds(found.types)}), ${found.iri}`;
      },
    });
    decide(context, {
      title,
      verb,
      hint,
      extra: [box, picked],
      body: () => other && other.iri !== entity.iri && { verdict, a: entity.iri, b: other.iri },
      missing: "Choose the other one from the list first.",
    });
  };
  return h(
    "p",
    { class: "review" },
    h(
      "button",
      {
        type: "button",
        onclick: () =>
          ask(
            "same",
            `Who is the same as ${entity.label}?`,
            "Same",
            "All that is said of the one is then said of the other.",
          ),
      },
      "Same as …",
    ),
    h(
      "button",
      {
        type: "button",
        onclick: () =>
          ask("different", `Who is not ${entity.label}?`, "Different", "The two are kept apart, whatever their names."),
      },
      "Different from …",
    ),
  );
}

const BUTTONS = ".review button";
const DONE = {
  accept: "Accepted.",
  reject: "Rejected.",
  same: "Noted: the same.",
  different: "Noted: two different ones.",
};

/** A dialog with a reason; sends the decision and shows the view anew. */
function decide(context, { title, verb, hint, quote, extra, body, missing }) {
  const problem = h("p", { class: "problem", role: "alert" });
  const reason = h("input", { name: "reason", autocomplete: "off" });
  const send = h("button", { type: "submit", class: "main-button" }, verb);
  const form = h(
    "form",
    {
      onsubmit: async (event) => {
        event.preventDefault();
        const decision = body();
        if (!decision) {
          problem.textContent = missing;
          return;
        }
        await sending(send, problem, async () => {
          const done = await decisions("POST", "api/decisions", { body: { ...decision, reason: reason.value.trim() } });
          dialog.close();
          // Where the graph could not be made anew at once, the server says when the decision takes effect.
          changed(context, place, DONE[decision.verdict] + (done.note ? ` But ${done.note}.` : ""));
        });
      },
    },
    h("h2", {}, title),
    h("p", { class: "quiet" }, hint),
    quote && h("blockquote", {}, quote),
    extra,
    h("label", {}, h("span", {}, "Reason (kept with the decision)"), reason),
    problem,
    h("p", { class: "buttons" }, send, h("button", { type: "button", onclick: () => dialog.close() }, "Cancel")),
  );
  const place = [...document.querySelectorAll(BUTTONS)].indexOf(document.activeElement);
  const dialog = h("dialog", { "aria-label": title, onclose: () => dialog.remove() }, form);
  document.body.append(dialog);
  dialog.showModal();
  (form.querySelector("[role=combobox]") ?? reason).focus();
}

async function sending(button, problem, work) {
  const words = button.textContent;
  button.disabled = true;
  button.textContent = "Making the graph anew …";
  problem.textContent = "";
  try {
    await work();
  } catch (error) {
    problem.textContent =
      error.status === 403
        ? `${error.message} Open the page by the link that the server printed when it started.`
        : error.message;
  } finally {
    button.disabled = false;
    button.textContent = words;
  }
}

/** After a decision: everything is asked anew, and the way back is offered where it is seen and heard. */
function changed(context, place, text) {
  forgetArticles();
  // The keyboard goes on where it was: at the statement that has come into the place of the one decided on.
  context.again().then(() => document.querySelectorAll(BUTTONS)[Math.max(0, place)]?.focus({ preventScroll: true }));
  const bar = document.getElementById("notice");
  bar.replaceChildren(
    h("span", {}, text),
    undoButton(context),
    h("button", { type: "button", "aria-label": "Close this note", onclick: () => bar.replaceChildren() }, "×"),
  );
  announce(text);
}

/** Takes the last decision back. */
export function undoButton(context) {
  const button = h(
    "button",
    {
      type: "button",
      onclick: async () => {
        const bar = document.getElementById("notice");
        const problem = h("span", { class: "problem", role: "alert" });
        bar.append(problem);
        await sending(button, problem, async () => {
          await decisions("DELETE", "api/decisions/last");
          bar.replaceChildren(h("span", {}, "Taken back."));
          forgetArticles();
          context.again();
          announce("The last decision is taken back.");
        });
      },
    },
    "Undo",
  );
  return button;
}
