// Pages are light: measured as they are sent, gzipped.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { launch } from './browser.js';
import { none } from './none.js';
import { kinds, pageOf, sites } from './sites.js';

const KB = 1000;

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

it('the authority page of Sunderland has at most 30 KB', (t) => {
  const size = sizeOf(pageOf('authority'));
  t.diagnostic(`${size} bytes`);
  assert.ok(size <= 30 * KB, `${size} bytes`);
});

const letters = { 'letter page': ['letters', 14], 'text of a letter': ['texts', 20] };
for (const [what, [which, most]] of Object.entries(letters)) {
  it(`each ${what} has at most ${most} KB`, (t) => {
    const pages = sites.flatMap((site) => site[which]);
    assert.notEqual(pages.length, 0, 'there are none');
    const sizes = pages.map((page) => ({ page, size: sizeOf(page) })).sort((one, other) => other.size - one.size);
    t.diagnostic(`${sizes.length} pages; the largest: ${sizes[0].size} bytes, ${sizes[0].page.name}`);
    const larger = sizes.filter(({ size }) => size > most * KB);
    none(larger.map(({ page, size }) => `${page.name}: ${size} bytes`), 'larger pages');
  });
}

it('the style sheets of each kind of page have at most 12 KB together', async (t) => {
  const tab = await browser.newPage();
  for (const { kind, page } of kinds) {
    await tab.goto(page.url);
    const urls = await tab.locator('link[rel~="stylesheet"]').evaluateAll((links) => links.map(({ href }) => href));
    assert.notEqual(urls.length, 0, `${kind} has no style sheet`);
    let size = 0;
    for (const url of urls) {
      const sheet = await (await tab.request.get(url)).body();
      assert.ok(!sheet.includes('@import'), `${url} imports another, which is not counted`);
      size += gzipSync(sheet).length;
    }
    t.diagnostic(`${kind}: ${size} bytes`);
    assert.ok(size <= 12 * KB, `${kind}: ${size} bytes`);
  }
  await tab.close();
});

function sizeOf(page) {
  return gzipSync(readFileSync(page.path)).length;
}
