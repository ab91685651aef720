// What stands in the controls of the form, and whether it has been written.

/** What the file has of each control, as far as the page knows, and what is on its way there. */
const states = new WeakMap();

/** The step that writes what stands in a control; null where it is no control of the form. */
export function stepOf(control) {
  if (control?.id === "body") return { body: { text: control.value } };
  if (control?.id === "whole") return { file: { text: control.value } };
  const choices = control?.closest?.("[data-choices]");
  if (choices) {
    const chosen = [...choices.querySelectorAll("select")].map((it) => it.value).filter(Boolean);
    return { write: { path: choices.dataset.choices, value: chosen.join("\n") } };
  }
  const path = control?.dataset?.path;
  return path === undefined ? null : { write: { path, value: control.value } };
}

/** Notes what stands in a control that somebody comes to. */
export function noteEntered(control) {
  if (!states.has(control)) states.set(control, { written: control.value });
}

/** Notes that what stands in a control is on its way. */
export function noteSending(control) {
  states.get(control).sending = control.value;
}

/** Notes whether what was on its way has come to the file. */
export function noteAnswered(control, isWritten) {
  const state = states.get(control);
  if (!state) return;
  if (isWritten) state.written = state.sending ?? control.value;
  delete state.sending;
}

/** From now on a control holds what the file has. */
export function forget(control) {
  states.delete(control);
}

/** What stands in a control that is neither written nor on its way; undefined where all is. */
export function typedIn(control) {
  const state = stepOf(control) && states.get(control);
  return !state || [state.written, state.sending].includes(control.value) ? undefined : control.value;
}

/** The controls of which the file has not all yet. */
export function unwritten() {
  const controls = [...document.querySelectorAll("#panel :is(input, select, textarea)")];
  return controls.filter((it) => states.has(it) && states.get(it).written !== it.value);
}

/** Puts what is not written yet into the control that has come in the place of another. */
export function carryOver(from, to) {
  states.set(to, { written: to.value, sending: states.get(from).sending });
  to.value = from.value;
}
