// What is done with findings, by a key or a button.

import { markedWords, nextUncarried } from "./marks.js";
import { act, bar, open, say } from "./steps.js";

/** A new finding of the words that are marked in the letter, or else of the next sentence that none carries; it is opened. */
export async function claim() {
  const words = markedWords() || nextUncarried();
  if (!words) return say("Mark the words of the letter first that carry the finding.");
  const texts = () => [...document.querySelectorAll("#findings > li .words")].map((it) => it.textContent);
  const before = texts();
  const near = Number(bar().finding ?? 0);
  if (!(await act({ claim: { words, index: near } }))) return;
  await open({ tab: "findings", finding: null });
  const made = texts().findIndex((text, index) => text !== before[index]);
  if (made >= 0) await open({ finding: made }, `f-findings.${made}.text`);
}

/** What can be done with the finding that is open. Then the next one is, its text to be edited where `isEdited`. */
export async function onFinding(what, isEdited = false) {
  const index = Number(bar().finding);
  if (Number.isNaN(index)) return say("Open a finding first.");
  if (what === "up" || what === "down") return move(index, what === "up" ? index - 1 : index + 1);
  if (what === "words") return takeWords(false);
  const step = what === "split" ? { split: { behind: markedWords() || markedIn(`f-findings.${index}.words`) || null } } : what;
  const next = what === "accept" ? index + 1 : index;
  if (await act({ finding: { index, do: step } })) {
    const count = document.querySelectorAll("#findings > li").length;
    const shown = Math.min(next, count - 1);
    await open({ finding: shown }, isEdited && next < count ? `f-findings.${shown}.text` : `row-${shown}`);
    const left = what === "accept" && document.querySelector(`#finding-${index} .row em`)?.textContent;
    if (left) say(`Accepted with ${left}: look at finding ${index + 1} once more.`);
    else if (what === "accept" && !document.querySelector("#findings > .suggested")) say("All are gone through. Facts and Summary are next.");
  }
}

/** Gives the finding that is open the words that are marked in the letter, in place of its own or beside them. */
export async function takeWords(isMore) {
  const index = Number(bar().finding);
  const words = markedWords();
  if (Number.isNaN(index) || !words) return say("Open a finding, and mark the words of the letter first that carry it.");
  if (await act({ finding: { index, do: { words: { words, is_more: isMore } } } })) await open({}, `row-${index}`);
}

/** Whether the finding that is open is one of the few that matter most; such a one gets a title. */
export async function toggleKey() {
  const index = Number(bar().finding);
  if (Number.isNaN(index)) return say("Open a finding first.");
  const isKey = document.getElementById(`f-findings.${index}.key`)?.value === "true";
  const written = await act({ write: { path: `findings.${index}.key`, value: isKey ? "" : "true" } });
  if (written) await open({}, isKey ? `row-${index}` : `f-findings.${index}.title`);
}

/** The words that are marked in a control, or all in front of the caret. */
function markedIn(id) {
  const { value = "", selectionStart: start, selectionEnd: end } = document.getElementById(id) ?? {};
  return start === value.length ? "" : value.slice(start === end ? 0 : start, end);
}

/** The finding that is open, in another place of the list. */
async function move(from, to) {
  if (!document.getElementById(`finding-${to}`)) return say("There is no other finding there.");
  if (await act({ move: { list: "findings", from, to } })) await open({ finding: to }, `row-${to}`);
}
