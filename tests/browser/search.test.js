// People find a finding: by its words, narrowed by kind and topic, with and without scripts, wherever the site is.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { doesNotScrollSideways, violations } from './barriers.js';
import { launch, visitor } from './browser.js';
import { none } from './none.js';
import { inParts, rich } from './sites.js';

const page = rich.pages.find(({ file }) => file === 'search/index.html');
const findings = rich.pages.find(({ file }) => file === 'findings/index.html');

let browser;
let open;
before(async () => {
  browser = await launch();
  open = visitor(browser);
});
after(() => browser.close());

describe('search', () => {
  it('finds health passports, narrows by kind and topic, and leads to the finding', () =>
    open(page, {}, async (tab) => {
      await tab.getByLabel('Words to search for').fill('health passports');
      await told(tab, /^[2-9]\d* results for “health passports”$/);
      await choose(tab, 'Kind of finding', 'Not yet good enough');
      await choose(tab, 'Topic', 'Health');
      await told(tab, /^1 result for “health passports”$/);
      const { searchParams } = new URL(tab.url());
      assert.deepEqual([...searchParams], [
        ['q', 'health passports'], ['polarity', 'Not yet good enough'], ['topic', 'Health'],
      ]);
      await tab.locator('.results a').click();
      await tab.waitForURL(/authorities\/sunderland\/2016-09-02-visit-1\/#/);
      const target = tab.locator('.listing li:target');
      assert.match(await target.innerText(), /health passports/);
    }));

  it('is as its address says, so that it can be linked to', () =>
    open({ ...page, url: `${page.url}?q=supervision&authority=Sunderland&kind=Finding` }, {}, async (tab) => {
      await told(tab, /^\d+ results? for “supervision”$/);
      assert.equal(await tab.locator('.facets input:checked').count(), 2);
      const titles = await tab.locator('.results h2').allInnerTexts();
      assert.ok(titles.length > 0 && titles.every((title) => /^Sunderland.*finding/.test(title)), titles.join('\n'));
    }));

  it('says so when nothing is found', () =>
    open({ ...page, url: `${page.url}?q=zzyzxqwv` }, {}, (tab) => told(tab, /^Nothing found for “zzyzxqwv”\./)));

  it('shows more on request, and goes on from there', () =>
    open({ ...page, url: `${page.url}?kind=Finding` }, {}, async (tab) => {
      await told(tab, /^\d+ results$/);
      assert.equal(await tab.locator('.result').count(), 10);
      await tab.getByRole('button', { name: 'Show more' }).press('Enter');
      await tab.locator('.result').nth(19).waitFor();
      const focused = await tab.evaluate(() =>
        [...document.querySelectorAll('.result')].findIndex((result) => result.contains(document.activeElement)));
      assert.equal(focused, 10);
    }));

  it('works by keyboard alone', () =>
    open(page, {}, async (tab) => {
      await tab.locator('.facets details').first().waitFor();
      await tab.getByLabel('Words to search for').focus();
      await tab.keyboard.type('thresholds');
      await tab.keyboard.press('Enter');
      await told(tab, /results for “thresholds”$/);
      await tab.keyboard.press('Tab');
      await tab.keyboard.press('Tab');
      assert.equal(await tab.evaluate(() => document.activeElement.localName), 'summary');
    }));

  it('begins with findings on the findings index', () =>
    open(findings, {}, async (tab) => {
      await tab.getByLabel('Words to search for').fill('thresholds');
      await told(tab, /results for “thresholds”$/);
      assert.deepEqual(new URL(tab.url()).searchParams.getAll('kind'), ['Finding']);
    }));

  it('says without scripts what there is instead', () =>
    open(page, { javaScriptEnabled: false }, async (tab) => {
      assert.ok(await tab.getByText('Searching needs scripts').isVisible());
    }));

  it('fetches less than 150 kB for the first question', (t) =>
    open({ ...page, url: `${page.url}?q=supervision` }, {}, async (tab) => {
      await told(tab, /results for “supervision”$/);
      const sizes = await tab.evaluate(() =>
        [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
          .map((entry) => entry.encodedBodySize));
      const total = sizes.reduce((sum, size) => sum + size, 0);
      t.diagnostic(`${total} bytes in ${sizes.length} files`);
      assert.ok(total > 60_000 && total < 150_000, `${total} bytes in ${sizes.length} files`);
    }));

  for (const colorScheme of ['light', 'dark']) {
    for (const width of [320, 1280]) {
      it(`is accessible with results: ${colorScheme}, ${width} px`, () =>
        open({ ...page, url: `${page.url}?q=supervision&topic=Supervision` },
          { colorScheme, viewport: { width, height: 800 } }, async (tab) => {
            await told(tab, /results? for “supervision”$/);
            none(await violations(tab), 'axe violations');
            await doesNotScrollSideways(tab);
          }));
    }
  }
});

describe('search of a site in parts', () => {
  const inFour = inParts.pages.find(({ file }) => file === 'search/index.html');

  // What is asked for leads to the same results and counts as where all is in one part.
  for (const query of ['q=supervision', 'q=health+passports', 'kind=Finding', 'q=supervision&polarity=Strength&year=2018',
    'authority=Sunderland&kind=Letter', 'kind=Topic&kind=Authority', 'q=zzyzxqwv', 'q=passports', 'q=zzyzxqwv+supervision',
    'q=passpor', 'q=%22health+passports%22', 'q=passports+tenancies', 'q=passports&kind=Finding']) {
    it(`finds the same for ${query}`, async () => {
      const [one, four] = await Promise.all([page, inFour].map((page) =>
        open({ ...page, url: `${page.url}?${query}` }, {}, async (tab) => {
          await tab.locator('.search[data-ready]').waitFor();
          await told(tab, /\d+ results?|^Nothing found/);
          await tab.waitForLoadState('networkidle');
          const more = tab.locator('.more-results button');
          for (let count = 10; await more.isVisible(); count += 10) {
            await more.click();
            await tab.locator('.result').nth(count).waitFor();
          }
          return {
            said: await tab.getByRole('status').innerText(),
            links: (await tab.locator('.result a').evaluateAll((links, base) =>
              links.map(({ href }) => href.slice(base.length)), page.base)).sort(),
            counts: await tab.locator('.facets label:not([hidden])').evaluateAll((labels) =>
              labels.map(({ textContent }) => textContent)),
          };
        })));
      assert.deepEqual(four, one);
    });
  }

  it('searches all four', () =>
    open({ ...inFour, url: `${inFour.url}?q=supervision` }, {}, async (tab) => {
      await told(tab, /results for “supervision”$/);
      const asked = await tab.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
      for (const part of ['', '2/', '3/', '4/']) {
        for (const ending of ['pagefind-entry.json', '.pf_meta', '.pf_index']) {
          const inPart = new RegExp(`/pagefind/${part}(index/)?[^/]*${ending.replaceAll('.', '[.]')}$`);
          assert.equal(asked.filter((path) => inPart.test(path)).length > 0, true, `${part}${ending}`);
        }
      }
      assert.equal(asked.filter((path) => path.endsWith('.pagefind')).length, 1, 'one program for all');
      const marked = await tab.locator('.results mark').allInnerTexts();
      assert.ok(marked.length > 0 && marked.every((word) => /^supervis/i.test(word)), marked.join(' '));
    }));

  // A result of each part has been scored by itself; the scores of all are compared.
  it('shows what is found in a title before what is found in a text', () =>
    open({ ...inFour, url: `${inFour.url}?q=thresholds` }, {}, async (tab) => {
      await told(tab, /results for “thresholds”$/);
      const first = await tab.locator('.result h2').first().innerText();
      assert.match(first, /thresholds/i);
    }));

  for (const missing of ['pagefind-entry.json', '2/pagefind-entry.json', 'words/s.txt']) {
    it(`says so where ${missing} does not come, and works when it does`, async () => {
      const context = await browser.newContext();
      try {
        const tab = await context.newPage();
        const file = (url) => url.pathname.endsWith(`/pagefind/${missing}`);
        await tab.route(file, (route) => route.abort());
        await tab.goto(`${inFour.url}?q=supervision`);
        await told(tab, /^Search does not work here just now/);
        await tab.unroute(file);
        await tab.getByRole('button', { name: 'Search' }).click();
        await told(tab, /results for “supervision”$/);
      } finally {
        await context.close();
      }
    });
  }
});

// Waits until the page says what was found.
async function told(tab, words) {
  const status = tab.getByRole('status').filter({ hasText: words });
  await status.waitFor({ timeout: 15_000 }).catch(async (cause) => {
    throw new Error(`it says '${await tab.getByRole('status').innerText()}', not ${words}`, { cause });
  });
}

// Opens a facet, if it is closed, and ticks one of its choices.
async function choose(tab, facet, choice) {
  const details = tab.locator('.facets details').filter({ has: tab.locator('summary', { hasText: facet }) });
  if (!(await details.evaluate((element) => element.open))) {
    await details.locator('summary').click();
  }
  await details.getByRole('checkbox', { name: new RegExp(`^${choice} `) }).check();
}
