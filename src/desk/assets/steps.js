// The steps of an editor: each is sent to the desk, which writes it and gives the page as it is then.

import { showFinding } from "./marks.js";
import { carryOver, forget, noteAnswered, stepOf, unwritten } from "./typed.js";

const root = document.body.dataset.root;
export const bar = () => document.getElementById("bar").dataset;

/** The address of this file below a path of the desk, with what is open. */
function address(path, { tab = bar().tab, finding = bar().finding } = {}) {
  const query = new URLSearchParams({ file: bar().file, tab });
  if (finding !== undefined && finding !== null) query.set("finding", finding);
  return `${root}${path}?${query}`;
}

let silence;

/** Says something for a while, to screen readers too. */
export function say(words) {
  const said = document.getElementById("said");
  said.textContent = words;
  clearTimeout(silence);
  silence = setTimeout(() => said.replaceChildren(), Math.max(3000, words.length * 80));
}

const SILENT = "The desk does not answer: is `serve --edit` still running? Nothing was written.";

/** What the desk answers, as an object; with an `error` where it does not. */
async function post(url, body) {
  try {
    const answer = await fetch(url, { method: "POST", body, headers: { "content-type": "application/json" } });
    const text = await answer.text();
    try {
      return JSON.parse(text);
    } catch {
      return { error: text.trim() || `The desk answered ${answer.status}.` };
    }
  } catch {
    return { error: SILENT };
  }
}

/** Steps are made one after the other, so that each is on what the last one left. */
let last = Promise.resolve();
let waiting = 0;

/** Does something behind all steps before; until it is done, the page says that it is busy. */
function inTurn(work) {
  waiting += 1;
  document.body.dataset.busy = "";
  last = last.then(work).finally(() => {
    waiting -= 1;
    if (waiting === 0) delete document.body.dataset.busy;
  });
  return last;
}

/** What is asked of the file as it is: nothing is written until that is answered. */
let question;

/** Writes a step; `open` says what is shown then, where the focus goes, and the id of the control that it is from. */
export function act(step, open = {}) {
  return inTurn(() => send(step, open));
}

async function send(step, open) {
  // What was to follow on what has turned out otherwise.
  if (document.getElementById("conflict").open) return false;
  await question;
  const told = await post(address("edit", open), JSON.stringify({ base: bar().version, act: step }));
  const control = document.getElementById(open.from);
  noteAnswered(control, !told.error);
  const mine = (told.conflict && stepOf(control)) || step;
  if (told.conflict) forget(control);
  if (told.html) show(told.html, open);
  if (told.conflict) return conflict(mine, open);
  say(told.error ?? "Written.");
  return !told.error;
}

/** What an editor wrote and what the file has, for the editor to choose. */
function conflict(step, open) {
  const dialog = document.getElementById("conflict");
  const [name] = typeof step === "string" ? [step] : Object.keys(step);
  const control = name === "write" ? document.getElementById(`f-${step.write.path}`) : null;
  const theirs = { body: "body", file: "whole" }[name];
  const said = { write: step.write?.value, body: step.body?.text, file: step.file?.text }[name];
  document.getElementById("yours").textContent = said ?? "a change of the list";
  document.getElementById("theirs").textContent =
    control?.value ?? document.getElementById(theirs)?.value ?? "another list: look whether you still mean it";
  const again = document.getElementById("write-mine");
  again.hidden = name === "undo" || said === undefined;
  again.onclick = () => {
    dialog.close();
    act(step, open);
  };
  document.getElementById("keep-theirs").onclick = () => dialog.close();
  dialog.showModal();
  say("Another program has changed this. Nothing was written.");
  return false;
}

/** What of a page is exchanged. */
const PARTS = ["bar", "letter", "panel"];

/** What the desk sent last for each element of a part, to leave alone what is the same: a page in a frame, what is typed. */
const sent = new WeakMap();

/** Notes that an element is not as the desk has sent it. */
export function noteTouched(element) {
  for (const id of PARTS) {
    const child = element.closest(`#${id} > *`);
    if (child) sent.delete(child);
  }
}

function noteSent(part) {
  for (const child of part.children) sent.set(child, child.outerHTML);
}

/** Shows a page that the desk has made, and leaves the editor and what is typed where they were. */
export function show(html, { focus } = {}) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const active = document.activeElement;
  const at = { id: active?.id, start: active?.selectionStart, end: active?.selectionEnd };
  const typed = unwritten();
  const isMore = document.getElementById("more")?.open;
  const { tab } = bar();
  for (const id of PARTS) {
    const [old, next] = [document.getElementById(id), page.getElementById(id)];
    if (old && next) exchange(old, next);
  }
  document.title = page.title;
  if (isMore && document.getElementById("more")) document.getElementById("more").open = true;
  if (bar().tab !== tab) document.getElementById("panel").scrollTop = 0;
  for (const control of typed) {
    const next = document.getElementById(control.id);
    if (next && next !== control) carryOver(control, next);
  }
  if (!focus && (active === document.body || document.activeElement === active)) return;
  const back = document.getElementById(focus) ?? document.getElementById(at.id) ?? document.getElementById("panel");
  if (back === document.activeElement) return;
  const folded = back.closest("details");
  if (folded) folded.open = true;
  back.focus({ preventScroll: focus === undefined });
  if (back.id === at.id && at.start != null) back.setSelectionRange(at.start, at.end);
}

function exchange(old, next) {
  const top = old.scrollTop;
  const [olds, nexts] = [[...old.children], [...next.children]];
  const isAlike = olds.length === nexts.length && olds.every((each, index) => each.localName === nexts[index].localName);
  const html = nexts.map((each) => each.outerHTML);
  if (isAlike) {
    olds.forEach((each, index) => sent.get(each) !== html[index] && each.replaceWith(nexts[index]));
  } else {
    old.replaceChildren(...next.childNodes);
  }
  [...old.children].forEach((each, index) => sent.set(each, html[index]));
  old.scrollTop = top;
  for (const name of old.getAttributeNames()) if (!next.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of next.attributes) old.setAttribute(name, value);
}

for (const id of PARTS) {
  const part = document.getElementById(id);
  if (part) noteSent(part);
}

/** Opens another part or another finding, behind all steps before. */
export function open(where, focus) {
  return inTurn(() => load(where, focus));
}

async function load(where, focus) {
  const url = address("file", where);
  try {
    const answer = await fetch(url);
    const text = await answer.text();
    if (!answer.ok) return say(text);
    show(text, { focus });
  } catch {
    return say(SILENT);
  }
  history.replaceState(null, "", url);
  showFinding(bar().finding);
}

/** Says what would be wrong after a step that is not made yet. */
export function check(step) {
  question = post(address("check"), JSON.stringify({ base: bar().version, act: step }));
  return question;
}
