// From a finding to the words of the letter that carry it, and back.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { doesNotScrollSideways, violations } from './barriers.js';
import { launch, visitor } from './browser.js';
import { none } from './none.js';
import { isOutlined, untilSeen } from './seen.js';
import { looks } from './sites.js';

const { letters, texts } = looks.find((site) => site.texts.length > 0);
const [text] = texts;
const letter = letters.find((page) => text.url === `${page.url}letter/`);

let browser;
let open;
before(async () => {
  browser = await launch();
  open = visitor(browser);
});
after(() => browser.close());

const views = ['light', 'dark'].flatMap((colorScheme) => [320, 1280].map((width) => ({ colorScheme, width })));

describe('what the letter says', () => {
  it('is reached from its finding and leads back, with the keyboard alone and without scripts', () =>
    open(letter, { javaScriptEnabled: false }, async (tab) => {
      const focused = tab.locator(':focus');
      const isAt = (selector) => focused.evaluateAll((all, selector) => all.some((each) => each.matches(selector)), selector);
      for (let stops = 0; !(await isAt('#managers-know summary')); stops += 1) {
        assert.ok(stops < 200, 'Tab never reaches it');
        await tab.keyboard.press('Tab');
      }
      assert.ok(await focused.evaluate(isOutlined), 'it is not shown where the keyboard is');
      const quotation = tab.locator('#managers-know blockquote');
      assert.ok(!(await quotation.isVisible()), 'it is open before anybody asked');
      await tab.keyboard.press('Enter');
      assert.equal(await quotation.innerText(), '“Managers know the well-run services and those that are not”');
      await tab.keyboard.press('Tab');
      assert.equal(await focused.innerText(), 'Page 3 of the letter');
      await tab.keyboard.press('Enter');
      await tab.waitForURL(`${text.url}#words-managers-know`);
      await untilSeen(tab, 'mark:target');
      assert.ok(await tab.locator('mark:target').evaluate(isOutlined), 'the passage is not outlined');
      await tab.keyboard.press('Tab');
      assert.equal(await focused.getAttribute('aria-label'), 'Finding 4');
      assert.ok(await focused.evaluate(isOutlined), 'the way back is not shown where the keyboard is');
      await tab.keyboard.press('Enter');
      await tab.waitForURL(`${letter.url}#managers-know`);
      await untilSeen(tab, 'li:target');
    }));

  it('has a name that says of which finding it is', () =>
    open(letter, {}, async (tab) => {
      const findings = await tab.locator('.listing li:has(summary)').evaluateAll((all) =>
        all.map((each) => [each.querySelector('summary').textContent, each.querySelector(':scope > a').textContent]));
      assert.notEqual(findings.length, 0, 'no finding has any');
      for (const [name, finding] of findings) {
        assert.equal(name, `What the letter says, ${finding.toLowerCase()}`);
      }
    }));

  it('is marked in the text, in both directions', async () => {
    const proofs = await open(letter, {}, (tab) => tab.locator('.listing li:has(summary)').evaluateAll((all) =>
      all.map((each) => ({
        id: each.id,
        words: [...each.querySelectorAll('blockquote')].flatMap((quotation) => quotation.textContent.slice(1, -1).split(' … ')),
        links: [...each.querySelectorAll('details a')].map(({ href }) => href),
      }))));
    assert.notEqual(proofs.length, 0, 'no finding has any');
    await open(text, {}, async (tab) => {
      const there = await tab.locator('.letter-text').evaluate((text) => {
        const numbers = [...text.querySelectorAll('a')].map(({ href }) => href);
        const ids = [...text.querySelectorAll('[id]')].map(({ id }) => id);
        text.querySelectorAll('sup, .page').forEach((each) => each.remove());
        const marks = [...text.querySelectorAll('mark')].map(({ textContent }) => textContent);
        return { numbers, ids, marked: marks.join(' ') };
      });
      const alike = (words) => words.replace(/[“”‘’"']/g, "'").replace(/- | +/g, (it) => it[0]);
      for (const { id, words, links } of proofs) {
        assert.equal(links[0], `${text.url}#words-${id}`);
        none(links.filter((link) => !there.ids.includes(new URL(link).hash.slice(1))), 'links to nothing');
        none(words.filter((each) => !alike(there.marked).includes(alike(each))), `words of ${id} that are not marked`);
        assert.ok(there.numbers.includes(`${letter.url}#${id}`), `nothing leads back to ${id}`);
      }
    });
  });

  for (const { colorScheme, width } of views) {
    it(`keeps nobody out when it is open, ${colorScheme}, ${width} px`, () =>
      open(letter, { colorScheme, viewport: { width, height: 800 } }, async (tab) => {
        await tab.locator('details').evaluateAll((all) => all.forEach((each) => { each.open = true; }));
        none(await violations(tab), 'axe violations');
        await doesNotScrollSideways(tab);
      }));
  }

  it('is printed where it is open', () =>
    open(letter, {}, async (tab) => {
      const [first, second] = await tab.locator('.listing li:has(summary) details').all();
      await first.evaluate((each) => { each.open = true; });
      await tab.emulateMedia({ media: 'print' });
      assert.ok(await first.locator('blockquote').first().isVisible(), 'the open one is not');
      assert.ok(!(await second.isVisible()), 'a closed one is');
    }));
});

describe('the text of a letter on paper', () => {
  it('has its passages marked without colour, and fits', () =>
    open(text, { viewport: { width: 640, height: 900 } }, async (tab) => {
      await tab.emulateMedia({ media: 'print' });
      await doesNotScrollSideways(tab);
      const lines = await tab.locator('mark').evaluateAll((all) => all.map((each) => getComputedStyle(each).textDecorationLine));
      assert.notEqual(lines.length, 0, 'there are none');
      assert.ok(lines.every((line) => line === 'underline'), lines.join(' '));
      assert.ok(!(await tab.locator('.ways a').first().isVisible()), 'the way to the summary is printed');
    }));
});
