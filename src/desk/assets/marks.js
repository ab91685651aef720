// The letter's text beside its findings: the words that somebody marks, and the passages of a finding.

/** The words that are marked in the letter's text. */
export function markedWords() {
  const selection = getSelection();
  const letter = document.getElementById("letter");
  if (!letter || selection.isCollapsed || !letter.contains(selection.anchorNode)) return "";
  return selection.toString().trim();
}

/** The next sentence behind the finding that is open, or the first, that says what was found and that no finding carries. */
export function nextUncarried() {
  const sentences = [...document.querySelectorAll("#letter .uncarried")];
  const mark = document.querySelector("#letter mark.open");
  const isBehind = (it) => mark && mark.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_FOLLOWING;
  return (sentences.find(isBehind) ?? sentences[0])?.textContent.trim() ?? "";
}

/** Brings the passage of a finding into sight. */
export function showFinding(index) {
  for (const mark of document.querySelectorAll("#letter mark.open")) mark.classList.remove("open");
  if (index === undefined) return;
  const marks = document.querySelectorAll(`#letter mark[data-findings~="${index}"]`);
  for (const mark of marks) mark.classList.add("open");
  marks[0]?.scrollIntoView({ block: "center" });
  document.getElementById(`finding-${index}`)?.scrollIntoView({ block: "nearest" });
}
