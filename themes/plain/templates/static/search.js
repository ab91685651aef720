// Searches letters, findings, authorities and topics. What is asked for stands in the address, so that it can be
// linked to; the index is fetched in parts, as it is needed.

const box = document.querySelector(".search");
const field = box.querySelector("input[type=search]");
const status = box.querySelector("[role=status]");
const facetsBox = box.querySelector(".facets");
const list = box.querySelector(".results");
const more = box.querySelector(".more-results");

box.querySelector(".without-scripts").remove();

const root = new URL("./", import.meta.url);
const atOnce = 10;

// The parts that the index of this site is in.
const parts = Array.from({ length: Number(box.dataset.parts ?? 1) }, (_, place) => String(place + 1));

// What results can be narrowed by, in the order in which it is offered.
const facetNames = {
  kind: {{ messages.facet_kind | json }},
  polarity: {{ messages.facet_polarity | json }},
  topic: {{ messages.topic | json }},
  authority: {{ messages.authority | json }},
  region: {{ messages.fact_region | json }},
  year: {{ messages.facet_year | json }},
  visit: {{ messages.facet_visit | json }},
};

// What is said of results, by the plural category of their number; {0} and {1} stand for what is put in.
const language = document.documentElement.lang;
const resultsOf = {
{%- for form in ["zero", "one", "two", "few", "many", "other"] %}
  {{ form }}: {{ message(id="search_results", form=form, count="{0}") | json }},
{%- endfor %}
};
const resultsFor = {{ message(id="search_results_for", results="{0}", words="{1}") | json }};
const nothing = {{ messages.search_nothing | json }};
const nothingFor = {{ message(id="search_nothing_for", words="{0}") | json }};
const failed = {{ messages.search_failed | json }};
const onSite = {{ message(id="on_site", date="{0}") | json }};

function put(message, ...known) {
  return message.replace(/\{(\d)\}/g, (all, index) => known[index] ?? all);
}

let pagefind;
let facetsAreThere;
let results = [];
let latest = 0;

// What could not be fetched is asked for again at the next search.
function load() {
  pagefind ??= import(new URL("pagefind/pagefind.js", root)).then(begin).catch((error) => {
    pagefind = undefined;
    throw error;
  });
  return pagefind;
}

async function begin(module) {
  const options = { baseUrl: "/", excerptLength: 40 };
  const named = (part) => (parts.length > 1 ? { ...options, mergeFilter: { part } } : options);
  try {
    await module.options({ ...named("1"), noWorker: true });
    await module.init();
    // Waits until the first part is there, and fails where it does not come. The others would wait for it for ever.
    await module.search("");
    // The first part of the index is searched anyway.
    const others = parts.length > 1 ? [...parts.slice(1), "words"] : [];
    await Promise.all(others.map((part) =>
      module.mergeIndex(new URL(`pagefind/${part}/`, root).pathname, named(part))));
    return module;
  } catch (error) {
    await module.destroy();
    throw error;
  }
}

// What results can be narrowed by is most of the index of a large site, so it comes after the first results.
function loadFacets(searcher) {
  facetsAreThere ??= searcher.filters().then((all) => {
    facetsBox.replaceChildren(...facets(all));
    facetsBox.hidden = false;
    box.dataset.ready = "";
    choicesFromAddress();
  }).catch(() => { facetsAreThere = undefined; });
  return facetsAreThere;
}

// The words as the address says.
function wordsFromAddress() {
  field.value = new URLSearchParams(location.search).get("q") ?? "";
}

// The choices as the address says. A page about one kind of thing begins with that.
function choicesFromAddress() {
  const asked = new URLSearchParams(location.search);
  const isAsked = [...asked.keys()].some((name) => name === "q" || name in facetNames);
  for (const choice of facetsBox.querySelectorAll("input")) {
    choice.checked = asked.getAll(choice.name).includes(choice.value)
      || (!isAsked && choice.name === "kind" && choice.value === box.dataset.kind);
  }
  const isWide = matchMedia("(min-width: 54rem)").matches;
  for (const [place, facet] of facetsBox.querySelectorAll("details").entries()) {
    facet.open ||= (isWide && place < 2) || facet.querySelector("input:checked") !== null;
  }
}

function toAddress(words, filters) {
  const asked = new URLSearchParams();
  if (words) {
    asked.set("q", words);
  }
  for (const [name, { any }] of Object.entries(filters)) {
    any.forEach((value) => asked.append(name, value));
  }
  const query = asked.size ? `?${asked}` : location.pathname;
  history.replaceState(null, "", query);
}

// What is ticked; or will be, as the address says, once there is something to tick.
function chosen() {
  const chosen = {};
  const choose = (name, value) => {
    chosen[name] ??= { any: [] };
    chosen[name].any.push(value);
  };
  if (!facetsBox.hidden) {
    facetsBox.querySelectorAll("input:checked").forEach(({ name, value }) => choose(name, value));
    return chosen;
  }
  const asked = [...new URLSearchParams(location.search)];
  asked.filter(([name]) => name in facetNames).forEach(([name, value]) => choose(name, value));
  if (asked.length === 0 && box.dataset.kind) {
    choose("kind", box.dataset.kind);
  }
  return chosen;
}

// Which parts to search, as one of the things to narrow by. A part that lacks a word would search for the others alone,
// or for the beginning of the word: so it is left out, unless nobody has that word.
async function inParts(searcher, words) {
  if (parts.length === 1) {
    return {};
  }
  let asked = parts;
  for (const word of new Set(words.split(/\s+/).filter(Boolean))) {
    const { filters } = await searcher.search(word, { filters: { part: { any: ["words"] }, known_in: { any: parts } } });
    const known = parts.filter((part) => filters.known_in?.[part]);
    asked = known.length > 0 ? asked.filter((part) => known.includes(part)) : asked;
  }
  return { part: { any: asked.length > 0 ? asked : ["none"] } };
}

async function search() {
  const number = ++latest;
  try {
    await answer(number);
  } catch {
    if (number === latest) {
      status.textContent = failed;
    }
  }
}

async function answer(number) {
  const searcher = await load();
  const words = field.value.trim();
  const filters = chosen();
  toAddress(words, filters);
  if (!words && Object.keys(filters).length === 0) {
    results = [];
    list.replaceChildren();
    more.hidden = true;
    status.textContent = "";
    await loadFacets(searcher);
    count(await searcher.filters());
    return;
  }
  const narrowed = await inParts(searcher, words);
  const found = await searcher.search(words || null, { filters: { ...filters, ...narrowed } });
  // A later question may have been answered already.
  if (number !== latest || !found) {
    return;
  }
  results = found.results;
  list.replaceChildren();
  await show(0, number);
  if (number !== latest) {
    return;
  }
  status.textContent = told(results.length, words);
  await loadFacets(searcher);
  const counted = await searcher.search(words || null, { filters: { ...filters, ...narrowed } });
  const total = words && parts.length > 1
    ? (await searcher.search(words, { filters: narrowed })).filters
    : counted.totalFilters;
  if (number === latest) {
    count(counted.filters, total);
  }
}

function told(count, words) {
  if (count === 0) {
    return words ? put(nothingFor, words) : nothing;
  }
  const form = new Intl.PluralRules(language).select(count);
  const told = put(resultsOf[form], count.toLocaleString(language));
  return words ? put(resultsFor, told, words) : told;
}

async function show(from, number) {
  const some = await Promise.all(results.slice(from, from + atOnce).map((result) => result.data()));
  if (number !== latest) {
    return;
  }
  list.append(...some.map(item));
  more.hidden = from + atOnce >= results.length;
}

// Words come from an index, so they are put in as text, and only the marks around what was found are kept.
function item(record) {
  const { title, polarity, label, date } = record.meta;
  const entry = document.createElement("li");
  entry.className = polarity ? `result ${polarity}` : "result";
  const heading = document.createElement("h2");
  const link = document.createElement("a");
  link.href = new URL(record.raw_url ?? record.url, root);
  link.textContent = title;
  heading.append(link);
  entry.append(heading);
  const words = document.createElement("p");
  if (label) {
    words.append(tag(label), " ");
  }
  for (const [place, part] of record.excerpt.split(/<\/?mark>/).entries()) {
    const element = place % 2 ? document.createElement("mark") : document.createElement("span");
    element.textContent = plain(part);
    words.append(element);
  }
  entry.append(words);
  if (date) {
    const when = document.createElement("p");
    when.className = "when";
    when.textContent = put(onSite, date);
    entry.append(when);
  }
  return entry;
}

// A polarity. Its class is the entry's: a theme may give it a mark.
function tag(label) {
  const tag = document.createElement("strong");
  tag.className = "tag";
  tag.append(label);
  return tag;
}

function plain(html) {
  const entities = { "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&amp;": "&" };
  return html.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity]);
}

function facets(all) {
  return Object.entries(facetNames).filter(([name]) => all[name]).map(([name, label]) => {
    const facet = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = label;
    const set = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.className = "hidden";
    legend.textContent = label;
    set.append(legend);
    const newestFirst = name === "year" ? -1 : 1;
    for (const value of Object.keys(all[name]).sort((one, other) => newestFirst * one.localeCompare(other, language))) {
      set.append(choice(name, value, all[name][value]));
    }
    facet.append(summary, set);
    return facet;
  });
}

function choice(name, value, count) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = "checkbox";
  input.name = name;
  input.value = value;
  const number = document.createElement("span");
  number.className = "count";
  number.textContent = count;
  label.append(input, ` ${value} `, number);
  return label;
}

// How many results each choice has. Within a group that is chosen from, what the others would add.
function count(now, total = now) {
  for (const facet of facetsBox.querySelectorAll("fieldset")) {
    const counts = facet.querySelector("input:checked") ? total : now;
    for (const label of facet.querySelectorAll("label")) {
      const input = label.querySelector("input");
      const count = counts[input.name]?.[input.value] ?? 0;
      label.querySelector(".count").textContent = count;
      label.hidden = count === 0 && !input.checked;
    }
  }
}

let soon;
field.addEventListener("input", () => {
  clearTimeout(soon);
  soon = setTimeout(search, 200);
});
field.addEventListener("focus", () => load().catch(() => {}), { once: true });
box.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(soon);
  search();
});
facetsBox.addEventListener("change", search);
more.querySelector("button").addEventListener("click", async () => {
  const from = list.children.length;
  await show(from, latest);
  list.children[from]?.querySelector("a").focus();
});
addEventListener("popstate", () => {
  wordsFromAddress();
  choicesFromAddress();
  search();
});

// What was typed before this script came stays.
if (location.search) {
  wordsFromAddress();
}
if ("eager" in box.dataset || location.search) {
  search();
}
