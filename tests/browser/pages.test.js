// Every kind of page, light and dark, narrow and wide: accessible, silent, self-contained, no wider than the window.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { doesNotScrollSideways, violations } from './barriers.js';
import { launch, watch } from './browser.js';
import { none } from './none.js';
import { kinds, largest, looks, ownPages, pageOf, rich } from './sites.js';

const views = ['light', 'dark'].flatMap((colorScheme) => [320, 1280].map((width) => ({ colorScheme, width })));

const pages = [
  ...ownPages,
  ...kinds.map(({ page }) => page),
  ...looks.filter((site) => site !== rich).flatMap((site) => [site.home, ...site.authorities, ...largest(site.letters, 2), ...largest(site.texts, 2)]),
];

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

it('there are sites of edge cases', () => {
  assert.ok(looks.length > 0, 'tests/sites has no folder look-*');
  assert.ok(looks.some((site) => site.texts.length > 0), 'no site has the text of a letter');
});

for (const { colorScheme, width } of views) {
  const view = `${colorScheme}, ${width} px`;
  each(pages, view, { colorScheme, viewport: { width, height: 800 } }, async (tab) => {
    none(await violations(tab), 'axe violations');
    await doesNotScrollSideways(tab);
  });
}

const plainly = { forcedColors: 'active', reducedMotion: 'reduce', viewport: { width: 320, height: 800 } };
each(pages, 'forced colours, reduced motion', plainly, async (tab) => {
  await doesNotScrollSideways(tab);
  assert.equal(await tab.evaluate(() => document.getAnimations().length), 0, 'animations');
  const scrolling = await tab.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  assert.equal(scrolling, 'auto', 'scroll-behavior');
});

each(['home', 'authority', 'letter'].map(pageOf), 'no scripts', { javaScriptEnabled: false }, async (tab, page) => {
  assert.ok(await tab.locator('h1').isVisible(), 'the heading is not there');
  const words = (await tab.locator('main').innerText()).split(/\s+/).length;
  assert.ok(words > 100, `there are only ${words} words`);
  if (page !== pageOf('home')) {
    const findings = await tab.locator('.listing li').all();
    assert.notEqual(findings.length, 0, 'there are no findings');
    assert.ok(await findings[0].isVisible(), 'the first finding is not visible');
  }
});

// Opens each page in one view, looks at it, and holds that it said nothing and asked for nothing amiss.
function each(pages, view, options, look) {
  describe(view, { concurrency: 2 }, () => {
    let context;
    before(async () => { context = await browser.newContext(options); });
    after(() => context.close());

    for (const page of pages) {
      it(`${page.name}, ${view}`, async () => {
        const tab = await context.newPage();
        try {
          const complaints = watch(tab, page);
          await tab.goto(page.url);
          await look(tab, page);
          none(complaints, 'complaints');
        } finally {
          await tab.close();
        }
      });
    }
  });
}
