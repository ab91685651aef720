// The first page of the desk: a document that is dropped, chosen or pasted becomes a draft.

const root = document.body.dataset.root;
const field = (id) => document.getElementById(id);

async function post(url, body, type) {
  try {
    const answer = await fetch(url, { method: "POST", body, headers: { "content-type": type } });
    return await answer.json();
  } catch {
    return { error: "The desk does not answer, or takes no document of this size." };
  }
}

function tell(told) {
  const lines = [];
  if (told.error) lines.push(["error", told.error, null]);
  for (const each of told.messages ?? []) lines.push(each);
  field("told").replaceChildren(...lines.map(([severity, words, help]) => {
    const line = document.createElement("p");
    line.className = `message ${severity}`;
    line.textContent = `${words}${help ? `. ${help}` : ""}`;
    return line;
  }));
  if (!told.open) return;
  const go = document.createElement("p");
  const link = document.createElement("a");
  link.href = `${root}file?file=${encodeURIComponent(told.open)}`;
  link.textContent = "Work on it";
  go.append(link);
  field("told").append(go);
  if (lines.length === 0) location.assign(link.href);
  else link.focus();
}

async function bring(name, body) {
  field("said").textContent = `Reading ${name}.`;
  const query = new URLSearchParams({ name });
  for (const key of ["authority", "source"]) {
    const { value } = field(`import-${key}`);
    if (value) query.set(key, value);
  }
  tell(await post(`${root}import?${query}`, body, "application/octet-stream"));
}

field("import").addEventListener("submit", (event) => {
  event.preventDefault();
  const [file] = field("import-file").files;
  const text = field("import-text").value;
  if (file) bring(file.name, file);
  else if (text.trim()) bring("pasted text", text);
  else tell({ error: "Choose a file, or paste the text of the letter." });
});

document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  const [file] = event.dataTransfer.files;
  if (file) bring(file.name, file);
});

for (const [form, wanted] of [
  ["new-authority", () => ({ authority: { name: field("authority-name").value } })],
  ["new-topic", () => ({ topic: { title: field("topic-title").value, group: field("topic-group").value } })],
]) {
  field(form).addEventListener("submit", async (event) => {
    event.preventDefault();
    tell(await post(`${root}make`, JSON.stringify(wanted()), "application/json"));
  });
}
