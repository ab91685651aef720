// What somebody sees who writes: each save at once, mistakes over the page, nothing lost and nothing in the way.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { violations } from './barriers.js';
import { launch, watch } from './browser.js';
import { none } from './none.js';

const program = process.env.LETTERPRESS_PROGRAM;
if (!program) {
  throw new Error('These tests need the program that `tests/browser/run` builds: start them with it.');
}

const letter = 'content/authorities/sunderland/2018-02-15-visit-6.md';
const style = 'themes/own/static/own.css';
const patience = { timeout: 20_000 };

const root = mkdtempSync(join(tmpdir(), 'letterpress-'));
const original = new Map();
let server;
let browser;
let address;
let context;
let asItWas;

before(async () => {
  for (const path of ['content', 'site.toml']) {
    cpSync(join('../..', path), join(root, path), { recursive: true });
  }
  const settings = read('site.toml').replace(/^theme = .*$/m, '');
  write('site.toml', `${settings}\n[theme]\nname = "own"\n[theme.options]\nstylesheet = "own.css"\n`);
  mkdirSync(join(root, 'themes/own/static'), { recursive: true });
  write('themes/own/theme.toml', 'name = "own"\nextends = "gazette"\n');
  write(style, 'h1 { text-indent: 1px }\n');
  // So that nothing is wrong with the site.
  for (const path of readdirSync(join(root, 'content/authorities'), { recursive: true })) {
    const text = path.endsWith('.md') && !path.endsWith('authority.md') && read(`content/authorities/${path}`);
    if (text && !/^source:/m.test(text)) {
      write(`content/authorities/${path}`, text.replace(/^dated:/m, 'source: https://letters.example/\ndated:'));
    }
  }
  for (const path of [letter, style]) {
    original.set(path, read(path));
  }
  server = spawn(program, ['serve', '--port', '0', '--root', root], { stdio: ['ignore', 'ignore', 'pipe'] });
  address = await addressOf(server);
  asItWas = await now();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.kill();
  rmSync(root, { recursive: true, force: true });
});

// Each test ends with the files as they were, and with a server that knows.
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
});
afterEach(async () => {
  await context.close();
  for (const [path, text] of original) {
    write(path, text);
  }
  for (const until = Date.now() + patience.timeout; (await now()) !== asItWas; await setTimeout(50)) {
    assert.ok(Date.now() < until, 'the server does not see that all is as it was');
  }
});

describe('a page of the preview', () => {
  it('is loaded again when its letter is saved, at the place where it was', () =>
    visit('letter', async (tab) => {
      await tab.evaluate(() => scrollTo(0, 1500));
      await tab.waitForFunction(() => scrollY > 1000);
      const before = await tab.evaluate(() => scrollY);
      save('Assessments do not always', 'Saved just now, assessments do not always');
      await tab.getByText('Saved just now').first().waitFor({ state: 'attached', ...patience });
      assert.ok(!(await isSame(tab)), 'the page was not loaded again');
      // The browser scrolls once the page is as high as it was.
      await tab.waitForFunction((before) => Math.abs(scrollY - before) < 3, before, patience).catch(async () => {
        assert.fail(`it was at ${before} px and is at ${await tab.evaluate(() => scrollY)} px`);
      });
    }));

  it('takes new styles without being loaded again', () =>
    visit('letter', async (tab) => {
      assert.equal(await indent(tab), '1px');
      write(style, 'h1 { text-indent: 7px }\n');
      await tab.waitForFunction(
        () => getComputedStyle(document.querySelector('h1')).textIndent === '7px', null, patience);
      assert.ok(await isSame(tab), 'the page was loaded again');
    }));

  it('shows a mistake with a way to its line, keeps what was there, and goes on when it is mended', () =>
    visit('letter', async (tab) => {
      save('topics: [early-help]', 'topics: [early-hepl]');
      await untilShown(tab, 'early-hepl');
      assert.ok(await isSame(tab), 'the page was loaded again');
      assert.ok((await covered(tab)) > 0.05, 'it is hardly to be seen');
      assert.notEqual(await tab.locator('li.finding').count(), 0, 'the page has no findings any more');
      const links = await linksOfOverlay(tab);
      const lines = read(letter).split('\n');
      const line = lines.findIndex((text) => text.includes('early-hepl')) + 1;
      const column = lines[line - 1].indexOf('early-hepl') + 1;
      assert.deepEqual(links, [`vscode://file${join(root, letter)}:${line}:${column}`]);

      write(letter, original.get(letter));
      await untilSeen(tab, false);
      assert.ok(await isSame(tab), 'the page was loaded again, and is what it was');
      assert.equal(await covered(tab), 0, 'something is still over the page');
    }));

  it('shows a mistake on a page that is opened after it was made', async () => {
    save('visit: 6', 'visit: six');
    await visit('letter', (tab) => untilShown(tab, 'six'));
  });

  it('is loaded again when a mistake is mended in another way', () =>
    visit('letter', async (tab) => {
      save('topics: [early-help]', 'topics: [early-hepl]');
      await untilShown(tab, 'early-hepl');
      write(letter, original.get(letter).replace('Assessments do not always', 'Mended now, assessments do not always'));
      await tab.getByText('Mended now').first().waitFor({ state: 'attached', ...patience });
      await untilSeen(tab, false);
    }));

  it('is not covered by warnings', () =>
    visit('letter', async (tab) => {
      save('source: https://letters.example/\n', '');
      await tab.waitForFunction(() => !globalThis.isSame, null, patience);
      await untilSeen(tab, true);
      assert.ok((await covered(tab)) < 0.02, 'the warning is over the page');
    }));

  for (const [kind, words, others] of [
    ['mistakes', 'topics: [early-help]', 'topics: [early-hepl]'],
    ['warnings', 'source: https://letters.example/\n', ''],
  ]) {
    // The checker puts styles of its own into a page, which the page's policy forbids.
    it(`gives axe nothing to object to where it shows ${kind}`, async () => {
      const lenient = await browser.newContext({ bypassCSP: true });
      const tab = await lenient.newPage();
      save(words, others);
      await tab.goto(`${address}about/`);
      await untilSeen(tab, true);
      if (kind === 'warnings') {
        await tab.getByRole('button', { name: /warning/ }).click();
      }
      none(await violations(tab), 'objections of axe');
      await lenient.close();
    });
  }

  it('stays as it is when another page changes', () =>
    visit('about/', async (other) => {
      await visit('letter', async (tab) => {
        save('Assessments do not always', 'Saved just now, assessments do not always');
        await tab.getByText('Saved just now').first().waitFor({ state: 'attached', ...patience });
        // News come in order: one that shows comes after the one that should not.
        save('topics: [early-help]', 'topics: [early-hepl]');
        await untilShown(other, 'early-hepl');
        assert.ok(await isSame(other), 'the page was loaded again');
      });
    }));
});

function read(path) {
  return readFileSync(join(root, path), 'utf8');
}

function write(path, text) {
  writeFileSync(join(root, path), text);
}

// Saves the letter with other words; they have to be there.
function save(words, others) {
  const text = read(letter);
  assert.ok(text.includes(words), `the letter does not say '${words}'`);
  write(letter, text.replace(words, others));
}

// Waits for the line in which the server says where it is.
async function addressOf(server) {
  const lines = createInterface({ input: server.stderr });
  const said = [];
  const ended = once(server, 'exit').then(() => assert.fail(`the server does not start: ${said.join('\n')}`));
  const found = new Promise((resolve) => {
    lines.on('line', (line) => {
      said.push(line);
      const address = /http:\/\/\S+\//.exec(line);
      if (address) {
        resolve(address[0]);
      }
    });
  });
  ended.catch(() => {});
  return Promise.race([found, ended]);
}

// What there is to be seen: the letter, its styles, and what the server tells each page that begins to listen.
async function now() {
  const texts = ['authorities/sunderland/2018-02-15-visit-6/', 'own.css'].map(async (path) =>
    (await fetch(address + path)).text());
  const events = await fetch(new URL('/_letterpress/events', address));
  let told = '';
  for await (const bytes of events.body) {
    told += Buffer.from(bytes).toString();
    if (/^data:.*\n\n/m.test(told)) {
      break;
    }
  }
  const { problems } = JSON.parse(/^data:(.*)$/m.exec(told)[1]);
  return JSON.stringify([...(await Promise.all(texts)), problems]);
}

// Opens a page that shows what is now, marks it, and holds that it has nothing to complain of while `act` acts.
async function visit(path, act) {
  const url = address + (path === 'letter' ? 'authorities/sunderland/2018-02-15-visit-6/' : path);
  const tab = await context.newPage();
  const complaints = watch(tab, { file: 'index.html', url, base: `${new URL(address).origin}/` });
  await tab.goto(url);
  await tab.evaluate(() => {
    globalThis.isSame = true;
  });
  await act(tab);
  await tab.close();
  // A page that is left ends its own stream; and a question for headers alone, whose answer has nothing to read.
  const isFine = /^failed request: (HEAD |GET \S+\/_letterpress\/events).*net::ERR_ABORTED$/;
  none(complaints.filter((line) => !isFine.test(line)), 'complaints');
}

// Whether a page is the one that was opened, or has been loaded again since.
function isSame(tab) {
  return tab.evaluate(() => globalThis.isSame === true);
}

function indent(tab) {
  return tab.evaluate(() => getComputedStyle(document.querySelector('h1')).textIndent);
}

// Waits until the preview's own part of a page shows these words.
async function untilShown(tab, words) {
  const isShown = (words) =>
    [...document.querySelectorAll('*')].some((element) => element.shadowRoot?.textContent.includes(words));
  await tab.waitForFunction(isShown, words, patience);
}

// Waits until the preview's own part of a page is to be seen, or is not.
function untilSeen(tab, wanted) {
  const isSeen = (wanted) => {
    const shadows = [...document.querySelectorAll('*')].map((element) => element.shadowRoot).filter(Boolean);
    const elements = shadows.flatMap((shadow) => [...shadow.querySelectorAll(':not(style, link, script)')]);
    const has = (element) => element.checkVisibility() && element.getBoundingClientRect().height > 1;
    return elements.some(has) === wanted;
  };
  return tab.waitForFunction(isSeen, wanted, patience);
}

// How much of the window the preview's own part is over, of 1.
function covered(tab) {
  return tab.evaluate(() => {
    const parts = [...Array(40).keys()].map((part) => (part + 0.5) / 40);
    const points = parts.flatMap((x) => parts.map((y) => [x * innerWidth, y * innerHeight]));
    return points.filter(([x, y]) => document.elementFromPoint(x, y)?.shadowRoot).length / points.length;
  });
}

function linksOfOverlay(tab) {
  return tab.evaluate(() => {
    const shadows = [...document.querySelectorAll('*')].map((element) => element.shadowRoot).filter(Boolean);
    return shadows.flatMap((shadow) => [...shadow.querySelectorAll('a[href]')].map((link) => link.href));
  });
}
