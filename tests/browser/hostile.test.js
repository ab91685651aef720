// Sites with hostile texts in every place, in a browser that runs what it is given: nothing of theirs runs.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { launch } from './browser.js';
import { none } from './none.js';
import { address, folder } from './sites.js';

const sites = readdirSync(folder).filter((name) => name.startsWith('hostile-'));

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

it('there are hostile sites', () => assert.notEqual(sites.length, 0));

// Without it, the tests below would hold of any page.
it('what runs is seen', async () => {
  const seen = await visit(async (tab, ran) => {
    await tab.setContent('<img src=x onerror="window.__ran = 1"><script>alert(1)</script>');
    await tab.waitForTimeout(200);
    await look(tab, ran, 'a page without the policy');
  });
  assert.ok(seen.some((line) => line.includes('dialog')) && seen.some((line) => line.includes('__ran')), seen.join('\n'));
});

for (const name of sites) {
  it(`nothing of the content runs: ${name}`, { timeout: 600_000 }, async () => {
    const base = new URL(`${name}/`, address).href;
    // All letters, authorities, topics and plain pages; of other lists one of each kind.
    const files = readdirSync(join(folder, name), { recursive: true }).filter((file) => file.endsWith('index.html'));
    const pages = files.filter((file) => !/topics\/|findings\/[^/]+\/[^/]+\//.test(file));
    assert.ok(pages.length > 20, `${pages.length} pages`);
    none(await visit(async (tab, ran) => {
      for (const file of pages) {
        await tab.goto(base + file.replace(/index\.html$/, ''), { waitUntil: 'domcontentloaded' });
        await provoke(tab);
        await look(tab, ran, file, base);
      }
    }), 'things ran');
  });
}

// Opens a tab, and gives all that ran in it.
async function visit(act) {
  const context = await browser.newContext();
  const ran = [];
  try {
    const tab = await context.newPage();
    context.on('page', (other) => other !== tab && ran.push(`a window opened: ${other.url()}`));
    tab.on('dialog', async (dialog) => {
      ran.push(`dialog on ${tab.url()}: ${dialog.message()}`);
      await dialog.dismiss();
    });
    tab.on('pageerror', (error) => ran.push(`error on ${tab.url()}: ${error.message}`));
    // What the policy stops is asked for nowhere.
    tab.on('requestfinished', (request) => note(request));
    tab.on('requestfailed', (request) => request.failure()?.errorText === 'csp' || note(request));
    const note = (request) => {
      if (new URL(request.url()).host !== new URL(address).host && !/^(data|about):/.test(request.url())) {
        ran.push(`request on ${tab.url()}: ${request.url()}, ${request.failure()?.errorText}`);
      }
    };
    await act(tab, ran);
    return ran;
  } finally {
    await context.close();
  }
}

// Does what a reader might: points at, and goes to, all that can be; and follows links that are no pages.
function provoke(tab) {
  return tab.evaluate(() => {
    for (const element of document.querySelectorAll('main *, header *, footer *')) {
      for (const kind of ['mouseover', 'mouseenter', 'focus', 'pointerover', 'toggle', 'animationstart', 'error', 'load']) {
        element.dispatchEvent(new Event(kind));
      }
      const address = URL.parse(element.getAttribute('href') ?? '', document.baseURI);
      if (address && !/^https?:$|^mailto:$/.test(address.protocol)) {
        element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      }
    }
  });
}

// Notes what a script of the content would have left, and where the tab is now.
async function look(tab, ran, file, base) {
  if (base && !tab.url().startsWith(base)) {
    ran.push(`${file} led to ${tab.url()}`);
  }
  const left = await tab.evaluate(() => ['__ran', 'xss', 'XSS'].filter((name) => name in window));
  ran.push(...left.map((name) => `${file}: window.${name} is there`));
}
