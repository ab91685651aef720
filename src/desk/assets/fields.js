// What is written in the form: checked while it is typed, and written into the file when the control is left.

import { act, bar, check, noteTouched, say } from "./steps.js";
import { noteEntered, noteSending, stepOf, typedIn, unwritten } from "./typed.js";

/** How long nothing is typed before it is checked, and before it is written, in milliseconds. */
const PAUSE = 10;
const REST = 1500;

/** What is to be checked, and what is to be written, when somebody pauses. */
let checking;
let writing;

export function listenToFields() {
  document.addEventListener("focusin", ({ target }) => {
    if (stepOf(target)) noteEntered(target);
  });
  document.addEventListener("input", ({ target }) => {
    const step = stepOf(target);
    if (!step) return;
    clearTimeout(checking);
    clearTimeout(writing);
    checking = setTimeout(() => {
      checking = undefined;
      live(step);
    }, PAUSE);
    // A whole file is written when it is left: half a line of YAML would be a mistake for all who look.
    if (!step.file) writing = setTimeout(() => write(target), REST);
  });
  // A word is chosen by typing it, too: each letter is a change, and the last one counts.
  document.addEventListener("change", ({ target }) => target.tagName !== "SELECT" && write(target));
  document.addEventListener("focusout", ({ target }) => write(target));
  document.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("beforeunload", (event) => {
    if (unwritten().length > 0) event.preventDefault();
  });
}

/** Writes what stands in a control, unless the file has it. One that is taken off the page is no longer anybody's. */
export async function write(control) {
  const isDue = checking !== undefined;
  clearTimeout(checking);
  checking = undefined;
  clearTimeout(writing);
  if (!control.isConnected || typedIn(control) === undefined) {
    // What was typed and taken back may be told of still.
    if (isDue && stepOf(control)) live(stepOf(control));
    return true;
  }
  noteSending(control);
  return act(stepOf(control), { from: control.id });
}

/** What is to be looked at next, while an answer is waited for. */
let next;
let isAsking = false;

/** Shows what would be wrong, each at its field. One question is asked at a time, and of those meanwhile only the last. */
async function live(step) {
  next = step;
  if (isAsking) return;
  isAsking = true;
  while (next) {
    const asked = next;
    next = undefined;
    const { version } = bar();
    const told = await check(asked);
    // What was written meanwhile has been told of.
    if (!next && bar().version === version) tell(told);
  }
  isAsking = false;
}

function tell({ messages, error }) {
  if (error) return say(error);
  const places = new Map();
  for (const each of messages) places.set(each.path, [...(places.get(each.path) ?? []), each]);
  for (const place of document.querySelectorAll("[data-messages]")) {
    put(place, (places.get(place.dataset.messages) ?? []).map(paragraph));
  }
  const light = document.getElementById("light");
  noteTouched(light);
  const errors = messages.filter((each) => each.severity === "error").length;
  light.className = `light ${errors ? "red" : messages.length ? "amber" : "green"}`;
  light.textContent = messages.length ? `${messages.length} ${messages.length === 1 ? "problem" : "problems"}` : "No problems";
}

/** What is the same is left alone, so that nobody has it read out again. */
function put(place, lines) {
  const html = lines.map((line) => line.outerHTML).join("");
  if (place.innerHTML === html) return;
  noteTouched(place);
  place.replaceChildren(...lines);
  const folded = place.closest("details");
  if (folded && html) folded.open = true;
}

function paragraph({ severity, words, help }) {
  const line = document.createElement("p");
  line.className = `message ${severity}`;
  const name = document.createElement("b");
  name.textContent = severity;
  line.append(name, ` ${words}`);
  if (help) {
    const more = document.createElement("span");
    more.textContent = help;
    line.append(" ", more);
  }
  return line;
}
