// One key for each step on findings. They mean something only where nothing is written: never in a control.

import { write } from "./fields.js";
import { claim, onFinding, takeWords, toggleKey } from "./findings.js";
import { act, bar, open, say } from "./steps.js";

const isWriting = (target) => target.closest("input, textarea, select, [contenteditable], dialog");

/** Steps are made one after the other, each on the finding that is open by then. */
let pressed = Promise.resolve();

/** Whether the next finding is on its way: what is typed meanwhile is meant for it, and would stand in the last one. */
let isOnItsWay = false;

export function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    const { finding, tab } = bar();
    if (isOnItsWay) return event.preventDefault();
    if (key === "Enter" && (event.ctrlKey || event.metaKey) && finding !== undefined && tab === "findings") {
      event.preventDefault();
      isOnItsWay = true;
      const accepted = write(target).then((isWritten) => isWritten && onFinding("accept", true));
      return accepted.finally(() => { isOnItsWay = false; });
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (key === "Escape" && isWriting(target) && finding !== undefined) {
      return document.getElementById(`row-${finding}`)?.focus();
    }
    if (isWriting(target) || tab !== "findings") return;
    const step = {
      j: () => go(1),
      k: () => go(-1),
      e: () => document.getElementById(`f-findings.${bar().finding}.text`)?.focus(),
      a: () => onFinding("accept"),
      m: () => onFinding("join"),
      s: () => onFinding("split"),
      J: () => onFinding("down"),
      K: () => onFinding("up"),
      x: () => onFinding("discard"),
      w: () => takeWords(false),
      W: () => takeWords(true),
      y: toggleKey,
      n: () => claim(),
      u: () => act("undo"),
    }[key];
    if (!step) return;
    event.preventDefault();
    pressed = pressed.then(step);
  });
}

function go(steps) {
  const index = Number(bar().finding ?? -1) + steps;
  if (!document.getElementById(`finding-${index}`)) return say("There is no other finding there.");
  return open({ finding: index }, `row-${index}`);
}
