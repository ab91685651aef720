// What people do with a page: filter, link to a finding, copy that link, go by keyboard, print, do without scripts.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { launch, visitor } from './browser.js';
import { none } from './none.js';
import { isOutlined, otherwise, untilSeen } from './seen.js';
import { looks, pageOf, rich, sites } from './sites.js';

const authority = pageOf('authority');
const letter = pageOf('letter');
const policy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "script-src 'self' 'wasm-unsafe-eval'; base-uri 'none'; form-action 'self'";

let browser;
let open;
before(async () => {
  browser = await launch();
  open = visitor(browser);
});
after(() => browser.close());

describe('the filter of a timeline', () => {
  for (const { page, polarities } of looks.flatMap(({ authorities, polarities }) => authorities.map((page) => ({ page, polarities })))) {
    it(`leaves the chosen findings, without scripts: ${page.name}`, () =>
      open(page, { javaScriptEnabled: false }, async (tab) => {
        const all = await visibleFindings(tab);
        const present = polarities.filter((polarity) => all.some((finding) => finding.polarity === polarity));
        const ids = await tab.locator('input[name="kind"]').evaluateAll((radios) => radios.map(({ id }) => id));
        if (present.length > 1 || ids.length > 0) {
          assert.deepEqual(ids.map(chosenBy), ['all', ...present]);
        }
        for (const id of ids.toReversed()) {
          await tab.locator(`label[for="${id}"]`).click();
          const chosen = all.filter(({ polarity }) => [polarity, 'all'].includes(chosenBy(id)));
          assert.deepEqual(await visibleFindings(tab), chosen, id);
        }
      }));
  }

  it('knows four polarities in Sunderland, and the arrow keys', () =>
    open(authority, {}, async (tab) => {
      const isRadio = () => tab.evaluate(() => document.activeElement.matches('input[name="kind"]'));
      for (let stops = 0; !(await isRadio()); stops += 1) {
        assert.ok(stops < 200, 'Tab never reaches it');
        await tab.keyboard.press('Tab');
      }
      const all = await visibleFindings(tab);
      for (const polarity of rich.polarities) {
        await tab.keyboard.press('ArrowRight');
        assert.equal(chosenBy(await tab.evaluate(() => document.activeElement.id)), polarity);
        const chosen = all.filter((finding) => finding.polarity === polarity);
        assert.notEqual(chosen.length, 0, `no finding is of the polarity ${polarity}`);
        assert.deepEqual(await visibleFindings(tab), chosen);
      }
    }));
});

describe('a finding of a letter', () => {
  it('has a permalink', () =>
    open(letter, {}, async (tab) => {
      const findings = await tab.locator('.listing li').evaluateAll((all) =>
        all.map((finding) => [finding.id, finding.querySelector(':scope > a')?.getAttribute('href')]));
      assert.notEqual(findings.length, 0, 'there are no findings');
      for (const [id, href] of findings) {
        assert.ok(id, 'a finding has no id');
        assert.equal(href, `#${id}`);
      }
    }));

  it('is shown and marked when its address is opened', async () => {
    const id = await open(letter, {}, (tab) => tab.locator('.listing li').last().getAttribute('id'));
    await open({ ...letter, url: `${letter.url}#${id}` }, {}, async (tab) => {
      const target = tab.locator('.listing li:target');
      assert.equal(await target.getAttribute('id', { timeout: 5000 }), id);
      await untilSeen(tab, ':target');
      assert.ok(await target.evaluate(isOutlined), 'it is not outlined');
    });
  });

  it('copies its address', () =>
    open(letter, {}, async (tab) => {
      const { origin } = new URL(letter.url);
      await tab.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
      const findings = tab.locator('.listing li');
      assert.equal(await tab.locator('.listing li button.copy').count(), await findings.count(), 'buttons');
      await findings.last().locator('button.copy').click();
      const said = tab.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached', timeout: 5000 });
      await otherwise(said, 'it does not say that it has copied');
      const copied = await tab.evaluate(() => navigator.clipboard.readText());
      assert.equal(copied, `${letter.url}#${await findings.last().getAttribute('id')}`);
    }));

  it('offers no copying without scripts', () =>
    open(letter, { javaScriptEnabled: false }, async (tab) => {
      assert.equal(await tab.locator('button.copy').count(), 0);
    }));
});

describe('the keyboard', () => {
  it('first reaches a way to the main content', () =>
    open(authority, {}, async (tab) => {
      await tab.keyboard.press('Tab');
      assert.equal(await tab.locator('a.skip:focus').count(), 1, 'Tab does not reach a.skip first');
      await untilSeen(tab, 'a.skip');
      await tab.keyboard.press('Enter');
      await tab.waitForURL(/#main$/);
      await tab.keyboard.press('Tab');
      assert.equal(await tab.locator('#main :focus').count(), 1, 'the next stop is not in #main');
    }));

  for (const page of [authority, letter]) {
    it(`always shows where it is: ${page.name}`, () =>
      open(page, {}, async (tab) => {
        const unmarked = [];
        for (let stop = 1; stop <= 25; stop += 1) {
          await tab.keyboard.press('Tab');
          const focused = tab.locator(':focus');
          if ((await focused.count()) === 0) {
            break;
          }
          if (!(await focused.evaluate(isOutlined))) {
            unmarked.push(`${stop}: ${await focused.evaluate((element) => element.outerHTML.slice(0, 100))}`);
          }
        }
        none(unmarked, 'stops without a visible outline');
      }));
  }
});

describe('on paper', () => {
  for (const page of [authority, letter]) {
    it(`there is nothing to press: ${page.name}`, () =>
      open(page, {}, async (tab) => {
        await tab.emulateMedia({ media: 'print' });
        const controls = tab.locator('nav, .skip, fieldset, input[name="kind"], label[for^="kind_"], button.copy');
        assert.notEqual(await controls.count(), 0);
        none(await controls.evaluateAll((all) =>
          all.filter((each) => each.checkVisibility()).map((each) => each.outerHTML.slice(0, 100))), 'controls');
      }));
  }

  // Between margins of 2 cm, A4 has 643 px.
  it('a letter is there with all its findings', () =>
    open(letter, { viewport: { width: 640, height: 900 } }, async (tab) => {
      await tab.emulateMedia({ media: 'print' });
      const width = await tab.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 640, `it is ${width} px wide`);
      const printed = await tab.locator('h1, .listing li').evaluateAll((all) =>
        all.map((each) => each.checkVisibility()));
      assert.ok(printed.length > 1, 'there is no heading, or no finding');
      assert.ok(printed.every(Boolean), 'the heading or a finding is not printed');

      const pdf = (await tab.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
      assert.ok(pdf.startsWith('%PDF'), 'it is not a PDF');
      const sheets = [...pdf.matchAll(/\/MediaBox *\[0 0 ([\d.]+) ([\d.]+)\]/g)];
      // A sheet with but one finding on it would be a waste of paper.
      assert.ok(sheets.length >= 1 && sheets.length < printed.length, `it takes ${sheets.length} sheets`);
      for (const [, wide, high] of sheets) {
        assert.ok(Math.abs(wide - 595.28) < 1 && Math.abs(high - 841.89) < 1, `a sheet has ${wide} × ${high} points`);
      }
    }));
});

describe('scripts', () => {
  it('are not needed by a timeline', () =>
    open(authority, {}, async (tab) => {
      const scripts = tab.locator('script:not([type="application/ld+json"])');
      none(await scripts.evaluateAll((all) => all.map((script) => script.outerHTML.slice(0, 100))), 'scripts');
    }));

  for (const site of sites) {
    it(`are held by a policy that stands before all else: ${site.name}`, async () => {
      const tab = await browser.newPage();
      const others = [];
      for (const { file, path } of site.html) {
        const found = await tab.evaluate(firstThatLoads, readFileSync(path, 'utf8'));
        if (found !== policy) {
          others.push(`${file}: ${found}`);
        }
      }
      await tab.close();
      none(others, 'pages without the policy');
    });
  }
});

// A heading on a letter's page stands for the findings below it.
describe('kinds of finding on a letter', () => {
  for (const page of rich.letters) {
    it(`hides the headings of what it hides: ${page.file}`, () =>
      open(page, {}, async (tab) => {
        for (const radio of await tab.locator('.filter input').all()) {
          await radio.evaluate((it) => it.click());
          const lonely = await tab.locator('.listing h3').evaluateAll((all) => all
            .filter((heading) => heading.checkVisibility()
              !== [...heading.nextElementSibling.children].some((card) => card.checkVisibility()))
            .map(({ textContent }) => textContent));
          assert.deepEqual(lonely, [], await radio.getAttribute('id'));
        }
      }));
  }
});

// What a radio button chooses, by its id: `kind_not-yet` chooses `not-yet`.
function chosenBy(id) {
  return id.replace(/^kind_/, '');
}

// The findings on the timeline that people see, by their places among all.
function visibleFindings(tab) {
  return tab.locator('.timeline .listing li').evaluateAll((all) =>
    all.flatMap((finding, place) => (finding.checkVisibility() ? [{ place, polarity: finding.classList[0] }] : [])));
}

// In the page: the policy of an HTML file, if it stands before all that is loaded.
function firstThatLoads(text) {
  const { head } = new DOMParser().parseFromString(text, 'text/html');
  const first = head.querySelector('link, script, style, meta[http-equiv="Content-Security-Policy"]');
  return first?.matches('meta') ? first.content : `${first?.outerHTML} comes first`;
}
