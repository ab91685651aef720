// A file on the desk: what is clicked, typed and changed by other programs.

import { listenToFields, write } from "./fields.js";
import { claim, onFinding } from "./findings.js";
import { listenToKeys } from "./keys.js";
import { markedWords, showFinding } from "./marks.js";
import { act, bar, open } from "./steps.js";
import { unwritten } from "./typed.js";

/** What buttons do, by the name that they have. */
const STEPS = {
  undo: () => act("undo"),
  publish: () => act("publish"),
  add,
  remove: ({ list, index }) => act({ remove: { list, index: Number(index) } }, { focus: `add-${list}` }),
  move: ({ list, index, to }) => act({ move: { list, from: Number(index), to: Number(to) } }, { focus: `item-${list}.${to}` }),
  file: () => write(document.getElementById("whole")),
  claim,
};

/** A new group at the end of a list, and its first control to write in. */
async function add({ list }) {
  if (!(await act({ add: { list } }))) return;
  const items = document.querySelectorAll(`[id^="item-${list}."]`);
  items[items.length - 1]?.querySelector("input, textarea, select")?.focus();
}

function listenToClicks() {
  document.addEventListener("click", (event) => {
    const { target } = event;
    const button = target.closest("button");
    if (button?.dataset.act) return STEPS[button.dataset.act](button.dataset);
    if (button?.dataset.do) return onFinding(button.dataset.do);
    const link = target.closest("#bar nav a, #light, #findings a.row, a.to");
    if (link && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      const query = new URL(link.href).searchParams;
      const { index, field } = link.dataset;
      const where = { tab: query.get("tab") ?? bar().tab, finding: query.get("finding") };
      return open(where, index ? `row-${index}` : field ?? "panel");
    }
    const mark = target.closest("#letter mark");
    if (mark && !markedWords()) {
      const [index] = mark.dataset.findings.trim().split(" ");
      open({ tab: "findings", finding: index }, `row-${index}`);
    }
  });
}

/** Another program's changes are shown at once, unless something is being written. */
function listenToChanges() {
  const events = new EventSource("/_letterpress/events");
  let isFirst = true;
  events.onmessage = () => {
    const isIdle = unwritten().length === 0 && !document.getElementById("conflict").open;
    if (!isFirst && isIdle) open({});
    isFirst = false;
  };
}

listenToClicks();
listenToFields();
listenToKeys();
listenToChanges();
showFinding(bar().finding);
