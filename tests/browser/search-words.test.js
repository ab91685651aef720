// Search answers for the words that were asked for: what occurs nowhere is not found, what occurs is found everywhere.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import dictionary from 'dictionary-en-gb';
import { launch, visitor } from './browser.js';
import { none } from './none.js';
import { folder, inParts, marks, own, rich } from './sites.js';

let browser;
let open;
before(async () => {
  browser = await launch();
  open = visitor(browser);
});
after(() => browser.close());

// Terms of the sector, of which a site may have some.
const terms = `adhd adoption advocacy anorexia asylum autism autistic bail barnardos bereavement bullying bursary cafcass camhs
  childminder chlamydia concussion county custody dentistry deprivation diabetes dyslexia dyspraxia epilepsy eviction fgm
  fostering gangs gender guardianship gypsy homelessness immigration incest infanticide insulin isolation kinship kleptomania
  leukaemia magistrate meningitis midwife neurodiversity nursery obesity optician orphan paediatrician parole perinatal
  probation psychosis radicalisation refugee remand respite restraint safeguarding sectioned self-harm sepsis sibling
  smacking solicitor stalking surrogacy suspension tagging theatre toddler trafficking truancy tribunal tutor wardship
  whistleblower workhouse youth zebra`.split(/\s+/);

// Takes so many of a list, always the same ones.
function draw(list, count) {
  const left = [...list];
  let seed = 22;
  return Array.from({ length: Math.min(count, left.length) }, () => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return left.splice(seed % left.length, 1)[0];
  });
}

// Words as a reader would read them off a page: not by the rules of the search.
function wordsIn(text) {
  return text.toLowerCase().replace(/(\d),(\d{3})/g, '$1$2').split(/[^\p{L}\p{N}’']+/u)
    .map((word) => word.replace(/^[’']+|[’']+$/gu, '')).filter(Boolean);
}

// Every word that is on a page of a site, in a link or in its data.
function allWords(site) {
  const pages = site.html.map(({ path }) => readFileSync(path, 'utf8').replace(/&[a-z#0-9]+;/g, ' '));
  return new Set(pages.flatMap((html) => html.toLowerCase().split(/[^\p{L}\p{N}]+/u)));
}

function findingsOf(site) {
  const authorities = join(folder, site.name, 'data/authorities');
  return readdirSync(authorities).filter((name) => name.endsWith('.json')).flatMap((name) => {
    const { authority } = JSON.parse(readFileSync(join(authorities, name), 'utf8'));
    return authority.letters.flatMap(({ letter, findings }) => findings.map(({ finding, text }) => (
      { place: `${letter}/#${finding}`, text, words: new Set(wordsIn(text)) })));
  });
}

const searchPage = (site) => site.pages.find(({ file }) => file === 'search/index.html');

// Asks for words, and waits until the page says what was found of just these.
async function ask(tab, words) {
  await tab.evaluate(() => { document.querySelector('[role=status]').textContent = ''; });
  await tab.getByLabel('Words to search for').fill(words);
  await tab.keyboard.press('Enter');
  await tab.waitForFunction(() => document.querySelector('[role=status]').textContent !== '');
  return tab.getByRole('status').innerText();
}

// All results, not only the first ten: where each leads to, what is shown of it and what is marked there.
function results(tab) {
  return tab.evaluate(async () => {
    const list = document.querySelector('.results');
    const more = document.querySelector('.more-results');
    while (!more.hidden) {
      const grown = new Promise((resolve) => new MutationObserver(resolve).observe(list, { childList: true }));
      more.querySelector('button').click();
      await grown;
    }
    return [...list.children].map((result) => ({
      place: result.querySelector('a').href.split('/').slice(-2).join('/'),
      title: result.querySelector('h2').textContent,
      shown: [...result.children].map(({ textContent }) => textContent).join(' '),
      text: result.querySelector('p').textContent,
      marks: [...result.querySelectorAll('mark')].map(({ textContent }) => textContent),
    }));
  });
}

// What is told is the number of results, and for what: a word that is there.
function told(status) {
  const [, missing, count, of] = /^(?:Nothing for “(.*?)”\. )?(\d[\d,]*) results? for “(.*)”$/u.exec(status) ?? [];
  return { missing, count: Number(count?.replaceAll(',', '')), of };
}

for (const [name, site, nowhere, somewhere] of [['in one part', own, 40, 200], ['in parts', inParts, 40, 60]]) {
  describe(`search for words, on a site ${name}`, () => {
    it(`finds nothing for ${nowhere} words that occur nowhere, or says so`, (t) =>
      open(searchPage(site), {}, async (tab) => {
        const there = allWords(site);
        const isNowhere = (word) => word.split('-').some((part) => !there.has(part));
        const listed = Buffer.from(dictionary.dic).toString().split('\n').map((line) => line.split('/')[0]);
        const british = listed.filter((word) => /^[a-z]{4,}$/.test(word) && isNowhere(word));
        const words = [...draw(terms.filter(isNowhere), nowhere / 2), ...draw(british, nowhere / 2)];
        const wrong = [];
        let instead = 0;
        for (const word of words) {
          const status = await ask(tab, word);
          if (status.startsWith(`Nothing found for “${word}”.`)) {
            assert.equal(await tab.locator('.result').count(), 0, word);
            continue;
          }
          const { missing, of } = told(status);
          instead += 1;
          if (missing !== word || !of || of === word || !near(word, of, 3)) {
            wrong.push(status);
          }
        }
        t.diagnostic(`${words.length} words, ${instead} with a form of them: ${words.join(' ')}`);
        assert.equal(words.length, nowhere);
        none(wrong, 'answers for words that occur nowhere');
      }));

    it(`finds every finding with each of ${somewhere} words`, (t) =>
      open(searchPage(site), {}, async (tab) => {
        const findings = findingsOf(site);
        const all = [...new Set(findings.flatMap(({ words }) => [...words]))].sort();
        const words = draw(all, somewhere);
        const wrong = [];
        let total = 0;
        for (const word of words) {
          const status = await ask(tab, word);
          const { missing, count, of } = told(status);
          const found = await results(tab);
          total += found.length;
          if (missing || of !== word || count !== found.length) {
            wrong.push(`${word}: ${status}, and ${found.length} are shown`);
          }
          const forms = new Set([word, `${word}s`, `${word}es`, `${word}’s`]);
          const having = findings.filter(({ words }) => [...words].some((form) => forms.has(form)));
          const places = new Set(found.map(({ place }) => place));
          for (const { place, text } of having.filter(({ place }) => !places.has(place))) {
            wrong.push(`${word} is not found in ${place}: ${text}`);
          }
          // Each finding that is found is shown whole, with what is marked in it, or is found by its title or kind.
          for (const { title, shown, text, marks } of found) {
            const is = (other) => near(word, other, 7);
            if (marks.length > 0 ? !marks.every((mark) => mark.split(/[-’']/).some(is) || is(mark)) : !wordsIn(shown).some(is)) {
              wrong.push(`${word} is found, with ${marks.join(', ') || 'nothing'} marked, in ${title}: ${text}`);
            }
          }
        }
        t.diagnostic(`${words.length} words of ${all.length}, ${total} results`);
        none(wrong, 'wrong answers');
      }));
  });
}

// Whether a word begins as another does, but for an ending of so many letters.
function near(word, other, ending) {
  const [one, two] = [word, other].map((text) => text.toLowerCase().normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, ''));
  return two.startsWith(one.slice(0, Math.max(Math.min(one.length, 2), one.length - ending)));
}

describe('search for words beside marks', () => {
  const finding = (id) => `2021-03-15-visit-1/#${id}`;
  const letter = '2021-03-15-visit-1/';
  let tab;
  before(async () => {
    tab = await browser.newPage();
    await tab.goto(searchPage(marks).url);
  });
  for (const [question, place] of [
    ['support', finding('em-dash')], ['works', finding('em-dash')], ['home—support', finding('em-dash')],
    ['education', finding('en-dash')], ['Care–education', finding('en-dash')], ['care-education', finding('en-dash')],
    ['leaders', finding('ellipsis')], ['agency', finding('no-break-hyphen')], ['multi-agency', finding('no-break-hyphen')],
    ['multi‑agency', finding('no-break-hyphen')], ['multiagency', finding('no-break-hyphen')],
    ['"multi agency hub"', finding('no-break-hyphen')], ['border', finding('hyphen')], ['start', finding('quotation-mark')],
    ['“good start”', finding('quotation-mark')], ['carers', finding('dot')], ['savings', finding('minus')],
    ['officer', finding('ligatures')], ['effective', finding('ligatures')], ['oﬃcers', finding('ligatures')],
    ['0–25', finding('ages')], ['0-25', finding('ages')], ['0–25 years', finding('ages')], ['1234', finding('number')],
    ['1,234', finding('number')], ['"child-in-need plans"', finding('phrase')], ['"child in need plans"', finding('phrase')],
    ['child-in-need', finding('phrase')], ['inhouse', finding('phrase')], ['in-house', finding('phrase')],
    ['cafe', finding('accent')], ['naive', finding('accent')], ['Naïve', finding('accent')], ["children's", finding('accent')],
    ['children’s', finding('accent')],
    ["Una O'Neill", letter], ['O’Neill', letter], ['neill', letter], ['SSCB', letter], ['zinnia', letter],
    ['ayton 24 february 2021', letter], ['23 February 2021', letter], ['15 March 2021', letter],
    ['E08000024', 'ayton/'], ['394', 'ayton/'], ['"Borough of Ayton"', 'ayton/'], ['Roseberry', 'ayton/'], ['RCT', 'ayton/'],
    ['"county’s improvement board"', 'ayton/'], ['"pathway plans"', 'planning/'],
  ]) {
    it(`finds ${place} by ${question}`, async () => {
      const status = await ask(tab, question);
      const places = (await results(tab)).map(({ place }) => place);
      assert.ok(places.includes(place), `${status}: ${places.join(' ')}`);
    });
  }

  for (const [question, answer] of [
    ['theatre', /^Nothing found for “theatre”\./], ['andrew', /^Nothing found for “andrew”\./],
    ['childminder', /^Nothing found for “childminder”\./], ['autism', /^Nothing found for “autism”\./],
    ['autism asylum', /^Nothing found for “autism asylum”\./], ['"plans of the moon"', /^Nothing found for “"plans of the moon"”\./],
    ['drop-in', /^Nothing found for “drop-in”\./], ['home-works', /^Nothing found for “home-works”\./], 
    ['—', /^Nothing found for “—”\./],
    ['"child-in-need plan"', /^1 result for “"child-in-need plan"”$/],
    ['"cross-border desks"', /^Nothing for “"cross-border desks"”\. 1 result for “"cross border desk"”$/],
    ['"busy plans"', /^Nothing found for “"busy plans"”\./],
    ['hear', /^Nothing for “hear”\. 1 result for “heard”$/],
    ['serviced', /^Nothing for “serviced”\. 1 result for “service”$/], ['servicing', /^Nothing for “servicing”\. 1 result for “service”$/],
    ['filed', /^Nothing found for “filed”\./],
    ['autism border', /^Nothing for “autism”\. 1 result for “border”$/],
    ['Autism, border asylum', /^Nothing for “Autism, asylum”\. 1 result for “border”$/],
    ['autism hub borders', /^Nothing for “autism, borders”\. Nothing found for “hub border”\. Try fewer/],
    ['borders', /^Nothing for “borders”\. 1 result for “border”$/], ['effectively', /^Nothing for “effectively”\. 1 result for “effective”$/],
    ['offic', /^Nothing for “offic”\. 1 result for “officer”$/], ['effec', /^Nothing for “effec”\. 1 result for “effective”$/],
  ]) {
    it(`says what there is for ${question}`, async () => assert.match(await ask(tab, question), answer));
  }

  it('shows a finding as it is written, and marks only what was asked for', async () => {
    const shown = async (question) => {
      await ask(tab, question);
      return (await results(tab)).map(({ text, marks }) => [text, ...marks]);
    };
    assert.deepEqual(await shown('support'), [['Strength Help at home—support too—works.', 'support']]);
    assert.deepEqual(await shown('"in need plans"'), [['Not yet good enough Most child-in-need plans are thin, and in-house '
      + 'fostering is slow.', 'in', 'need', 'plans']]);
    assert.deepEqual(await shown('multi-agency'), [['Strength The multi‑agency hub is busy.', 'multi‑agency']]);
    assert.deepEqual(await shown('naive'), [['Mixed The café’s naïve plan is liked by children’s groups. About: The café.',
      'naïve']]);
    const [[text, ...marked]] = await shown('zinnia');
    assert.match(text, /^… \S.* zinnia, once, and more .*\S$/);
    assert.deepEqual(marked, ['zinnia']);
  });

  it('finds no part of a number', async () => {
    for (const part of ['34', '234', '025']) {
      assert.match(await ask(tab, part), new RegExp(`^Nothing found for “${part}”\\.`));
    }
  });
});

describe('the words of a site', () => {
  // What the page takes apart is what the program took apart.
  it('are the same for the index and for the page', async () => {
    for (const site of [own, rich, marks]) {
      const script = readFileSync(join(folder, site.name, 'search-words.js'), 'utf8');
      const { wordsOf } = await import(`data:text/javascript,${encodeURIComponent(script)}`);
      const lists = join(folder, site.name, 'pagefind/words');
      const forms = new Set(readdirSync(lists).flatMap((name) =>
        readFileSync(join(lists, name), 'utf8').split('\n').flatMap((line) => line.split(' ').slice(1))));
      const words = findingsOf(site).flatMap(({ text }) => wordsOf(text)).flatMap(({ parts, whole }) => [...parts, whole]);
      none([...new Set(words)].filter((word) => !forms.has(word)), 'words that the index lacks');
    }
  });
});
