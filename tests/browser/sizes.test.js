// Pages are light: measured as they are sent, gzipped.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { launch } from './browser.js';
import { none } from './none.js';
import { kinds, pageOf, rich } from './sites.js';

const KB = 1000;

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

it('the authority page of Sunderland has at most 30 KB', (t) => {
  const size = sizeOf(pageOf('authority'));
  t.diagnostic(`${size} bytes`);
  assert.ok(size <= 30 * KB, `${size} bytes`);
});

it('each letter page has at most 12 KB', (t) => {
  assert.notEqual(rich.letters.length, 0, 'there are no letters');
  const sizes = rich.letters.map((page) => ({ page, size: sizeOf(page) })).sort((one, other) => other.size - one.size);
  t.diagnostic(`${sizes.length} letters; the largest: ${sizes[0].size} bytes, ${sizes[0].page.file}`);
  const larger = sizes.filter(({ size }) => size > 12 * KB);
  none(larger.map(({ page, size }) => `${page.file}: ${size} bytes`), 'larger letters');
});

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
