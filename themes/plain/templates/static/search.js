// Searches letters, findings, authorities and topics. What is asked for stands in the address, so that it can be
// linked to; the index is fetched in parts, as it is needed.
import { WordLists, placesOf, understand } from "./search-words.js";

const box = document.querySelector(".search");
const field = box.querySelector("input[type=search]");
const status = box.querySelector("[role=status]");
const facetsBox = box.querySelector(".facets");
const list = box.querySelector(".results");
const more = box.querySelector(".more-results");

box.querySelector(".without-scripts").remove();

const root = new URL("./", import.meta.url);
const atOnce = 10;

// A text of more words is shown in part: so many, of which so many stand before what was found.
const wholeUpTo = 90;
const inPart = 40;
const before = 12;

// The parts that the index of this site is in.
const parts = Array.from({ length: Number(box.dataset.parts ?? 1) }, (_, place) => String(place + 1));

const lists = new WordLists(new URL("pagefind/words/", root), parts.length > 1);

// What results can be narrowed by, in the order in which it is offered.
const facetNames = {
  kind: {{ messages.facet_kind | json }},
  polarity: {{ messages.facet_polarity | json }},
  topic: {{ messages.topic | json }},
  authority: {{ messages.authority | json }},
  region: {{ messages.fact_region | json }},
  year: {{ messages.facet_year | json }},
  visit: {{ messages.facet_visit | json }},
  national_framework: {{ messages.national_framework | json }},
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
const nothingBesides = {{ message(id="search_nothing_besides", words="{0}", rest="{1}") | json }};
const failed = {{ messages.search_failed | json }};
const onSite = {{ message(id="on_site", date="{0}") | json }};

function put(message, ...known) {
  return message.replace(/\{(\d)\}/g, (all, index) => known[index] ?? all);
}

let pagefind;
let facetsAreThere;
let results = [];
let asked;
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
  const named = (part) => (parts.length > 1 ? { mergeFilter: { part } } : {});
  try {
    await module.options({ ...named("1"), noWorker: true });
    await module.init();
    // Waits until the first part is there, and fails where it does not come. The others would wait for it for ever.
    await module.search("");
    // The first part of the index is searched anyway.
    await Promise.all(parts.slice(1).map((part) =>
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

// Which parts to search, as one of the things to narrow by. A part that lacks a word would search for the others alone:
// so it is left out.
function inParts({ words }) {
  if (parts.length === 1) {
    return {};
  }
  const have = parts.filter((part) => words.every((word) => word.parts.has(part)));
  return { part: { any: have.length > 0 ? have : ["none"] } };
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
  const words = field.value.trim();
  const filters = chosen();
  toAddress(words, filters);
  const [searcher, understood] = await Promise.all([load(), understand(words, lists)]);
  if (number !== latest) {
    return;
  }
  if (!words && Object.keys(filters).length === 0) {
    results = [];
    asked = understood;
    list.replaceChildren();
    more.hidden = true;
    status.textContent = "";
    await loadFacets(searcher);
    count(await searcher.filters());
    return;
  }
  const narrowed = inParts(understood);
  const ask = (filters) => (words && understood.words.length === 0
    ? { results: [], filters: {}, totalFilters: {} }
    : searcher.search(words ? understood.query : null, { filters }));
  const found = await ask({ ...filters, ...narrowed });
  // A later question may have been answered already.
  if (number !== latest || !found) {
    return;
  }
  results = found.results;
  asked = understood;
  list.replaceChildren();
  await show(0, number);
  if (number !== latest) {
    return;
  }
  status.textContent = told(results.length, words);
  await loadFacets(searcher);
  const counted = await ask({ ...filters, ...narrowed });
  const total = words && parts.length > 1 ? (await ask(narrowed)).filters : counted.totalFilters;
  if (number === latest) {
    count(counted.filters, total);
  }
}

function told(count, words) {
  if (!words) {
    return count === 0 ? nothing : counted(count);
  }
  if (asked.words.length === 0) {
    return put(nothingFor, words);
  }
  const told = count === 0 ? put(nothingFor, asked.said) : put(resultsFor, counted(count), asked.said);
  return asked.missing.length === 0 ? told : put(nothingBesides, asked.missing.join(", "), told);
}

function counted(count) {
  return put(resultsOf[new Intl.PluralRules(language).select(count)], count.toLocaleString(language));
}

async function show(from, number) {
  const some = await Promise.all(results.slice(from, from + atOnce).map((result) => result.data()));
  if (number !== latest) {
    return;
  }
  list.append(...some.map(item));
  more.hidden = from + atOnce >= results.length;
}

// Words come from an index, so they are put in as text.
function item(record) {
  const { path, title, passages, polarity, label, date } = JSON.parse(record.raw_url);
  const entry = document.createElement("li");
  entry.className = polarity ? `result ${polarity}` : "result";
  const heading = document.createElement("h2");
  const link = document.createElement("a");
  link.href = new URL(path, root);
  link.textContent = title;
  heading.append(link);
  entry.append(heading);
  const words = document.createElement("p");
  if (label) {
    words.append(tag(label), " ");
  }
  const found = passages.map((text) => ({ text, places: placesOf(text, asked) }));
  const passage = found.find(({ places }) => places.length > 0) ?? found[0];
  if (passage) {
    words.append(...marked(inShort(passage)));
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

// A text, or of a long one what is around the first place, with dots where it is cut.
function inShort({ text, places }) {
  const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => [index, index + word.length]);
  if (words.length <= wholeUpTo) {
    return { text, places };
  }
  const [first] = places[0] ?? [0];
  const at = words.findIndex(([, end]) => end > first);
  const from = Math.max(0, Math.min(at - before, words.length - inPart));
  const [start] = words[from];
  const [, end] = words[from + inPart - 1];
  const lead = start > 0 ? "… " : "";
  const tail = end < text.trimEnd().length ? " …" : "";
  return {
    text: lead + text.slice(start, end) + tail,
    places: places.filter((place) => place[0] >= start && place[1] <= end)
      .map((place) => place.map((at) => at - start + lead.length)),
  };
}

// A text with marks at these places.
function marked({ text, places }) {
  const element = (name, words) => {
    const element = document.createElement(name);
    element.textContent = words;
    return element;
  };
  const parts = [];
  let place = 0;
  for (const [start, end] of places) {
    parts.push(element("span", text.slice(place, start)), element("mark", text.slice(start, end)));
    place = end;
  }
  return [...parts, element("span", text.slice(place))];
}

// A polarity. Its class is the entry's: a theme may give it a mark.
function tag(label) {
  const tag = document.createElement("strong");
  tag.className = "tag";
  tag.append(label);
  return tag;
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
