// What is asked for, word by word: which of the words the site has, how the index is asked for them, and where in a text
// they stand. The index takes texts apart by the same rules, so that both have the same words.

// Ends each stem in the index.
const end = "ʘ";

const unseen = /[\p{M}\u00AD\u200B-\u200F\u2060-\u2064\uFEFFʘ]/gu;
const isNumber = /^\p{N}+$/u;
const endsInNumber = /\p{N}$/u;
const beginsWithNumber = /^\p{N}/u;

// In a text as it is written: words with apostrophes in them, and those that a hyphen or another mark makes one.
const letters = "[\\p{Alphabetic}\\p{N}\\p{M}\\u00AD\\u200B-\\u200F\\u2060-\\u2064\\uFEFF]+";
const simple = `${letters}(?:['‘’]${letters})*`;
const simpleWords = new RegExp(simple, "gu");
const compoundWords = new RegExp(`${simple}(?:[-‐‑.,/_&@+–−]${simple})*`, "gu");

// The words of a text in one form each, as `{ parts, whole }`: `in` and `house` are parts of `inhouse`.
export function wordsOf(text) {
  const plain = text.toLowerCase().normalize("NFKD").replace(unseen, "");
  const words = [];
  let place = 0;
  for (const { 0: run, index } of plain.matchAll(/[\p{Alphabetic}\p{N}]+/gu)) {
    const gap = plain.slice(place, index);
    const last = words.at(-1);
    place = index + run.length;
    if (last && isWithin(gap, last.at(-1), run)) {
      last.push(last.pop() + run);
    } else if (last && isLink(gap, last.at(-1), run)) {
      last.push(run);
    } else {
      words.push([run]);
    }
  }
  return words.map((parts) => ({ parts, whole: parts.reduce(join) }));
}

function isWithin(gap, before, behind) {
  return /^['‘’]$/.test(gap) || (gap === "," && behind.length === 3 && areNumbers(before, behind));
}

function isLink(gap, before, behind) {
  return /^[-‐.,/_&@+]$/.test(gap) || (/^[–−]$/.test(gap) && areNumbers(before, behind));
}

// Numbers with a mark between them would be another number as one.
function join(before, behind) {
  return before + (areNumbers(before, behind) ? "x" : "") + behind;
}

function areNumbers(before, behind) {
  return endsInNumber.test(before) && beginsWithNumber.test(behind);
}

// The lists of all words of the site, each fetched when a word with its first letter is asked for.
export class WordLists {
  #folder;
  #hasParts;
  #lists = new Map();

  constructor(folder, hasParts) {
    this.#folder = folder;
    this.#hasParts = hasParts;
  }

  // What could not be fetched is asked for again at the next search.
  async #list(word) {
    const name = /^[a-z]/.test(word) ? word[0] : "other";
    if (!this.#lists.has(name)) {
      this.#lists.set(name, this.#fetch(name).catch((error) => {
        this.#lists.delete(name);
        throw error;
      }));
    }
    return this.#lists.get(name);
  }

  // Stems, each with the words that have it and the parts of the index that do.
  async #fetch(name) {
    // The same name holds other words when the site has changed.
    const answer = await fetch(new URL(`${name}.txt`, this.#folder), { cache: "no-cache" });
    if (!answer.ok) {
      throw new Error(`${answer.status} fetching ${answer.url}`);
    }
    const lines = (await answer.text()).split("\n").filter(Boolean);
    return lines.map((line) => {
      const [stem, ...forms] = line.split(" ");
      const parts = this.#hasParts ? forms.shift().split(",") : [];
      return { stem, forms, parts };
    });
  }

  // A word that the site has, with all its forms and all that begins with it; or what begins with it alone, as it may not
  // be typed to its end.
  async find(word) {
    const list = await this.#list(word);
    const itself = list.find(({ forms }) => forms.includes(word));
    const begins = isNumber.test(word) ? [] : list.filter(({ forms }) => forms.some((form) => form.startsWith(word)));
    const instead = itself ? undefined : only(begins.flatMap(({ forms }) => forms), word);
    if (begins.length > 1) {
      const beginning = begins.map(({ stem }) => stem).reduce(common);
      const all = beginning ? list.filter(({ stem }) => stem.startsWith(beginning)) : [];
      if (all.length === begins.length) {
        return found(beginning, all, instead);
      }
    } else if (begins.length === 1) {
      return found(begins[0].stem + end, begins, instead);
    }
    return itself && found(itself.stem + end, [itself]);
  }

  // A word that the site has, with all its forms.
  async findWhole(word) {
    const itself = (await this.#list(word)).find(({ forms }) => forms.includes(word));
    return itself && found(itself.stem + end, [itself]);
  }

  // A word if the site has it; or the one that stands for it there, longer or with another ending.
  async form(word) {
    if (await this.findWhole(word)) {
      return word;
    }
    const begins = (await this.#list(word)).flatMap(({ forms }) => forms.filter((form) => form.startsWith(word)));
    return !isNumber.test(word) && begins.length > 0 ? begins.reduce(shorter) : this.near(word);
  }

  // A word that the site has in the place of one that it lacks, which differs in an ending: `audit` for `audits`, `care`
  // for `caring`.
  async near(word) {
    const shortest = Math.max(3, word.length - 3);
    const list = /\p{N}/u.test(word) ? [] : await this.#list(word);
    for (let length = word.length; length >= shortest; length -= 1) {
      for (const beginning of [word.slice(0, length), `${word.slice(0, length)}e`].filter((it) => it.length > 3)) {
        const near = list.find(({ stem, forms }) => stem === beginning || forms.includes(beginning));
        if (near) {
          return near.forms.includes(beginning) ? beginning : near.forms.reduce(shorter);
        }
      }
    }
    return undefined;
  }
}

// What is looked for: how the index is asked for it, what it is called where that is not what was asked for, its forms,
// and the parts of the index that have it.
function found(query, entries, instead) {
  return {
    query,
    instead,
    forms: new Set(entries.flatMap(({ forms }) => forms)),
    parts: new Set(entries.flatMap(({ parts }) => parts)),
  };
}

// The one word that begins with another, or that there are several.
function only(forms, beginning) {
  const begin = forms.filter((form) => form.startsWith(beginning));
  return begin.length === 1 ? begin[0] : `${beginning}…`;
}

function common(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) {
    length += 1;
  }
  return one.slice(0, length);
}

function shorter(one, other) {
  return other.length < one.length ? other : one;
}

// What is made of a question: the words that are looked for, those that are nowhere, how the index is asked for it, and
// how to say what was looked for.
export async function understand(question, lists) {
  const phrase = /^["“”](.+)["“”]$/u.exec(question);
  if (phrase) {
    return inOrder(question, wordsOf(phrase[1]), lists);
  }
  const written = question.split(/\s+/).flatMap(compounds);
  const [only] = written;
  // A word with a hyphen that the site has without.
  if (written.length === 1 && only.parts.length > 1 && !(await lists.find(only.whole))) {
    const split = await inOrder(question, [only], lists);
    if (split.words.length > 0) {
      return split;
    }
  }
  const understood = await Promise.all(written.map((word) => understandWord(word, lists)));
  const missing = understood.filter(({ isMissing }) => isMissing).map((word) => word.written);
  const words = understood.flatMap((word) => word.words);
  const said = missing.length === 0 ? question : understood.map((word) => word.said).filter(Boolean).join(" ");
  return { words, missing, said, isPhrase: false, query: words.map(({ query }) => query).join(" ") };
}

// A phrase, which is nowhere if one of its words is, and no form of that word is anywhere.
async function inOrder(question, compounds, lists) {
  const asked = compounds.flatMap(({ parts }) => parts);
  const forms = await Promise.all(asked.map((word) => lists.form(word)));
  const isAll = forms.every(Boolean);
  const words = isAll ? await Promise.all(forms.map((form) => lists.findWhole(form))) : [];
  const isAsked = isAll && forms.every((form, index) => form === asked[index]);
  return {
    words,
    missing: isAsked ? [] : [question],
    said: isAsked ? question : `"${forms.join(" ")}"`,
    isPhrase: true,
    query: `"${words.map(({ query }) => query).join(" ")}"`,
  };
}

// The words in what stands between two spaces, each as it is written there.
function compounds(text) {
  const words = wordsOf(text);
  const written = text.replace(/^[^\p{Alphabetic}\p{N}]+|[^\p{Alphabetic}\p{N}]+$/gu, "");
  return words.map((word) => ({ ...word, written: words.length > 1 ? word.parts.join("-") : written }));
}

async function understandWord({ parts, whole, written }, lists) {
  const known = await lists.find(whole);
  if (known) {
    const isMissing = known.instead !== undefined;
    const instead = parts.length > 1 ? `${written}…` : known.instead;
    return { written, isMissing, words: [known], said: isMissing ? instead : written };
  }
  const instead = parts.length > 1 ? parts : [await lists.near(whole)].filter(Boolean);
  const words = await Promise.all(instead.map((word) => lists.find(word)));
  const isAll = words.every(Boolean);
  const said = instead.map((word, index) => words[index]?.instead ?? word).join(" ");
  return { written, isMissing: true, words: isAll ? words : [], said: isAll ? said : "" };
}

// Where in a text the words stand that were looked for, as pairs of a beginning and an end.
export function placesOf(text, { words, isPhrase }) {
  if (words.length === 0) {
    return [];
  }
  if (isPhrase) {
    return placesOfPhrase(text, words);
  }
  const isAsked = (word) => words.some(({ forms }) => forms.has(word));
  return [...text.matchAll(compoundWords)].flatMap(({ 0: compound, index }) => {
    if (wordsOf(compound).some(({ whole }) => isAsked(whole))) {
      return [[index, index + compound.length]];
    }
    return simpleWordsOf(compound, index).filter(({ forms }) => forms.some(isAsked)).map(({ place }) => place);
  });
}

function placesOfPhrase(text, words) {
  const all = simpleWordsOf(text, 0);
  const begins = (at) => words.every(({ forms }, ahead) => all[at + ahead]?.forms.some((form) => forms.has(form)));
  const starts = [...all.keys()].filter(begins);
  const isInPhrase = (at) => starts.some((start) => start <= at && at < start + words.length);
  return all.filter((word, at) => isInPhrase(at)).map(({ place }) => place);
}

// Words by themselves, also of those with a hyphen; and what is behind an apostrophe by itself.
function simpleWordsOf(text, from) {
  return [...text.matchAll(simpleWords)].map(({ 0: word, index }) => ({
    place: [from + index, from + index + word.length],
    forms: [word, ...word.split(/['‘’]/).slice(1)].flatMap(wordsOf).flatMap(({ parts }) => parts),
  }));
}
