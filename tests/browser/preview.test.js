// An open page of the preview is as the files are, without losing the reader's place, and says what is wrong with them.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { doesNotScrollSideways, violations } from './barriers.js';
import { launch } from './browser.js';
import { none } from './none.js';

const repository = join(import.meta.dirname, '../..');
const letter = 'content/authorities/sunderland/2018-02-15-visit-6.md';
const page = 'authorities/sunderland/2018-02-15-visit-6/';
const style = 'themes/gazette/templates/static/style.css';

const mistaken = (text) => text.replace('polarity: strength', 'polarity: strenth');

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

describe('preview', { concurrency: 2 }, () => {
  it('takes new words where the reader is', () =>
    open(page, {}, async ({ tab, change }) => {
      await tab.evaluate(() => scrollTo(0, 600));
      change(letter, (text) => `${text}\nNew words at the end.\n`);
      await tab.getByText('New words at the end.').first().waitFor();
      await tab.waitForFunction(() => scrollY === 600);
    }));

  it('tells more pages at once than a browser keeps connections', () =>
    open(page, {}, async ({ tab, change }) => {
      const all = [tab];
      for (let count = 0; count < 7; count += 1) {
        const other = await tab.context().newPage();
        await other.goto(tab.url());
        all.push(other);
      }
      change(letter, (text) => `${text}\nNew words at the end.\n`);
      for (const each of all) await each.getByText('New words at the end.').first().waitFor();
      // Another takes the place of the one that hears.
      await all.shift().goto('about:blank');
      change(letter, (text) => `${text}\nLast words.\n`);
      for (const each of all) await each.getByText('Last words.').first().waitFor();
    }));

  it('does not load a page again for the change of another', () =>
    open(page, {}, async ({ tab, add, change }) => {
      await mark(tab);
      const asked = tab.waitForResponse((response) => response.request().method() === 'HEAD');
      add('content/pages/about.md', '\nOf no concern here.\n');
      await asked;
      // News come in order: once later ones are shown, a page that these concern would be another.
      change(letter, mistaken);
      await tab.getByRole('region', { name: '1 error, 2 warnings' }).waitFor();
      assert.ok(await isMarked(tab));
    }));

  it('goes back to where the reader was, not to the anchor', () =>
    open(`${page}#section-findings`, {}, async ({ tab, change }) => {
      await tab.evaluate(() => scrollTo(0, 100));
      change(letter, (text) => `${text}\nNew words at the end.\n`);
      await tab.getByText('New words at the end.').first().waitFor();
      await tab.waitForLoadState('load');
      await tab.waitForFunction(() => scrollY === 100);
    }));

  it('takes new styles without loading the page again', () =>
    open(page, {}, async ({ tab, add }) => {
      await mark(tab);
      add(style, '\nbody { background: rgb(1, 2, 3) }\n');
      await hasBackground(tab, 'rgb(1, 2, 3)');
      add(style, '\nbody { background: rgb(4, 5, 6) }\n');
      await hasBackground(tab, 'rgb(4, 5, 6)');
      await tab.waitForFunction(() => document.querySelectorAll('link[rel=stylesheet]').length === 1);
      assert.ok(await isMarked(tab));
    }));

  it('is right when it is seen again', () =>
    open(page, {}, async ({ tab, add }) => {
      await mark(tab);
      await hide(tab, true);
      add(style, '\nbody { background: rgb(1, 2, 3) }\n');
      await tab.waitForTimeout(400);
      await hide(tab, false);
      await hasBackground(tab, 'rgb(1, 2, 3)');
      assert.ok(await isMarked(tab));
    }));

  it('is right when the preview is back', () =>
    open(page, {}, async ({ tab, change, restart }) => {
      await restart(() => change(letter, (text) => `${text}\nWritten meanwhile.\n`));
      await tab.getByText('Written meanwhile.').first().waitFor();
    }, 'ERR_'));

  it('shows mistakes over the last good page until they are mended', () =>
    open(page, {}, async ({ tab, change, read }) => {
      const list = tab.getByRole('region', { name: '1 error, 2 warnings' });
      const button = tab.getByRole('button', { name: '2 warnings', exact: true });
      await button.waitFor();
      await mark(tab);
      change(letter, mistaken);
      await list.waitFor();
      const link = list.getByRole('link').first();
      assert.match(await link.innerText(), /^content\/authorities\/sunderland\/2018-02-15-visit-6\.md:\d+:\d+$/);
      const { line, column } = placeOf('strenth', read(letter));
      assert.ok((await link.getAttribute('href')).endsWith(`/${letter}:${line}:${column}`));
      assert.match(await link.getAttribute('href'), /^vscode:\/\/file\//);
      assert.match(await list.innerText(), /there is no polarity strenth[^]*polarity: strenth[^]*did you mean strength/);
      await tab.keyboard.press('Escape');
      await list.waitFor({ state: 'hidden' });
      change(letter, (text) => `${text}\n`);
      await list.waitFor();
      assert.ok(await isMarked(tab), 'the page below stays');
      change(letter, (text) => text.replace('strenth', 'strength'));
      await list.waitFor({ state: 'hidden' });
      await button.waitFor();
      await button.press('Enter');
      await tab.getByRole('region', { name: '2 warnings' }).waitFor();
    }));

  it('shows a mistake on a page that is opened after it was made', () =>
    open('about/', {}, async ({ tab, change }) => {
      change(letter, mistaken);
      const list = tab.getByRole('region', { name: '1 error, 2 warnings' });
      await list.waitFor();
      await tab.goto(new URL('../authorities/', tab.url()).href);
      await list.waitFor();
    }));

  it('is not covered by warnings', () =>
    open(page, { viewport: { width: 1200, height: 800 } }, async ({ tab }) => {
      const button = tab.getByRole('button', { name: '2 warnings', exact: true });
      await button.waitFor();
      const { width, height } = await button.boundingBox();
      assert.ok(width * height < 0.02 * 1200 * 800, `${width} by ${height} px`);
      assert.equal(await tab.getByRole('region', { name: /warnings/ }).count(), 0);
    }));

  for (const colorScheme of ['light', 'dark']) {
    for (const width of [320, 1280]) {
      it(`shows mistakes without barriers, ${colorScheme}, ${width} px`, () =>
        open('about/', { colorScheme, viewport: { width, height: 800 } }, async ({ tab, change }) => {
          change(letter, mistaken);
          await tab.getByRole('region', { name: '1 error, 2 warnings' }).waitFor();
          none(await violations(tab), 'axe violations');
          await doesNotScrollSideways(tab);
          // To see what lies above what, axe writes a style.
        }, 'Applying inline style'));
    }
  }
});

// Opens a page of a preview of its own, of a copy of the rich site. `expected` begins what the
// browser may say.
async function open(path, options, act, expected) {
  const folder = mkdtempSync(join(tmpdir(), 'letterpress-'));
  cpSync(join(repository, 'tests/sites/look-sunderland/in'), folder, { recursive: true });
  cpSync(join(repository, 'themes'), join(folder, 'themes'), { recursive: true });
  const change = (file, how) => writeFileSync(join(folder, file), how(readFileSync(join(folder, file), 'utf8')));
  const read = (file) => readFileSync(join(folder, file), 'utf8');
  const add = (file, text) => appendFileSync(join(folder, file), text);
  let served = await serve(folder, 0);
  const restart = async (meanwhile) => {
    await end(served);
    meanwhile();
    served = await serve(folder, new URL(served.address).port);
  };
  const context = await browser.newContext(options);
  try {
    const tab = await context.newPage();
    const complaints = [];
    tab.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
    tab.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    const heard = tab.waitForResponse(/_letterpress\/events/);
    await tab.goto(served.address + path);
    await heard;
    await act({ tab, change, read, add, restart });
    none(complaints.filter((complaint) => !expected || !complaint.includes(expected)), 'complaints');
  } finally {
    await context.close();
    await end(served);
    rmSync(folder, { recursive: true });
  }
}

// Where words stand in a text for the first time, counted from 1.
function placeOf(words, text) {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  return { line: before.length, column: before.at(-1).length + 1 };
}

function serve(folder, port) {
  const options = ['run', '--quiet', '--locked', '--', 'serve', '--root', folder, '--port', String(port)];
  const child = spawn('cargo', options, { cwd: repository, stdio: ['ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (words) => {
      said += words;
      const address = said.match(/^Ready in .*: (http:\S+)\n/m)?.[1];
      if (address) resolve({ child, address });
    });
    child.on('exit', () => reject(new Error(said)));
  });
}

function end({ child }) {
  if (child.exitCode !== null) return undefined;
  return new Promise((resolve) => {
    child.on('exit', resolve);
    child.kill('SIGTERM');
  });
}

// A mark that a page loses when it is loaded again.
function mark(tab) {
  return tab.evaluate(() => { window.marked = true; });
}

function isMarked(tab) {
  return tab.evaluate(() => window.marked === true);
}

function hasBackground(tab, colour) {
  return tab.waitForFunction((colour) => getComputedStyle(document.body).backgroundColor === colour, colour);
}

function hide(tab, hidden) {
  return tab.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
}
