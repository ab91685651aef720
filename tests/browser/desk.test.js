// On the desk a letter becomes a page: by keyboard, by mouse, while other programs write, and however the page is looked at.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { doesNotScrollSideways, violations } from './barriers.js';
import { launch } from './browser.js';
import { none } from './none.js';

const repository = join(import.meta.dirname, '../..');
const folder = 'content/authorities/west-sussex';
const letter = `${folder}/2019-11-15-visit-1.md`;
const published = 'content/authorities/sunderland/2018-02-15-visit-6.md';

// A letter that nobody has sent.
const opening = `15 November 2019

Director of Children’s Services
West Sussex County Council

Dear colleague

Monitoring visit to West Sussex children’s services

This letter summarises the findings of the monitoring visit to West Sussex children’s services on 22 and 23 October 2019. This was \
the first monitoring visit since the local authority was judged inadequate in May 2019. Her Majesty’s Inspectors for this visit were \
Rowena Ashdown and Piers Larchmont.

Areas covered by the visit

Inspectors reviewed the progress made in the following areas:

◼ the front door
◼ the quality of supervision

A range of evidence was considered, including electronic case records and supervision files.

Overview

The local authority is making steady progress in improving services for children.

Findings and evaluation of progress
`;
const closing = `
I am copying this letter to the Department for Education. This letter will be published on the Ofsted website.

Yours sincerely

Rowena Ashdown
Her Majesty’s Inspector
`;
const inBullets = `${opening}
◼ Thresholds are not yet understood by all partners. Too many contacts are made by the police without consent.
◼ Most assessments are timely, and written with families.
◼ Supervision is regular. It is not yet reflective.
◼ Caseloads have fallen, from 25 in April 2018 to 16 in September 2019.
◼ Inspectors were given tea on the first day.
◼ Partners attend strategy meetings.
◼ Health staff always attend them.
◼ Children’s views are recorded well in most plans.
${closing}`;
const inParagraphs = `${opening}
Thresholds are not yet understood by all partners. Most assessments are timely, and written with families.

Supervision is regular. It is not yet reflective.
${closing}`;

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

describe('desk', { concurrency: 2 }, () => {
  it('makes a page of a pasted letter by keyboard alone', () =>
    open({}, async ({ tab, key, tabTo, write, settled, read, check }) => {
      await tabTo('#import-text');
      await tab.keyboard.insertText(inBullets);
      await tabTo('#import-source');
      await write('https://files.ofsted.gov.uk/v1/file/50000001');
      await tabTo('#import button');
      await tab.keyboard.press('Enter');
      await tab.waitForURL(/file\?/);
      assert.match(await tab.innerText('#bar .state'), /8 to go through/);
      await tabTo('#row-0');
      await key('Enter', 'e');
      await isAt(tab, 'f-findings.0.text');
      await write('Not all partners understand thresholds yet.');
      await key('Tab');
      await isAt(tab, 'f-findings.0.words');
      await write('Thresholds are not yet understood by all partners');
      await key('Control+Enter');
      await isAt(tab, 'f-findings.1.text');
      await write('Families take part in most assessments, which are done in time.');
      await key('Control+Enter', 'Escape');
      await isAt(tab, 'row-2');
      await key('s');
      assert.equal(await findings(tab).count(), 9);
      await key('e');
      await write('Supervision takes place regularly.');
      await tabTo('[id="f-findings.2.polarity"]');
      await key('s', 'Control+Enter');
      await isAt(tab, 'f-findings.3.text');
      await write('Supervision does not yet lead to reflection.');
      await tabTo('[id="f-findings.3.polarity"]');
      await key('n', 'Control+Enter');
      await isAt(tab, 'f-findings.4.text');
      await write('Caseloads fell from 25 in April 2018 to 16 in September 2019.');
      await key('Tab');
      await write('Caseloads have fallen … 25 in April 2018 to 16 in September 2019');
      await key('Control+Enter', 'Escape');
      await isAt(tab, 'row-5');
      await key('x');
      await isAt(tab, 'row-5');
      await key('m');
      await isAt(tab, 'row-5');
      assert.equal(await findings(tab).count(), 7);
      await key('e');
      await write('Partners, and health staff always, come to strategy meetings.');
      await key('Control+Enter');
      await write('Most plans show well what children think.');
      await key('Escape', 'a');
      await isAt(tab, 'row-6');
      assert.equal(await tab.locator('#bar .state').innerText(), 'draft');
      await key('u');
      assert.match(await tab.innerText('#bar .state'), /1 to go through/);
      await key('a', 'k');
      await isAt(tab, 'row-5');
      await key('j');
      await isAt(tab, 'row-6');
      // A browser's caret moves through the text by keyboard (F7); what it marks is marked here.
      await mark(tab, 'the quality of supervision');
      await key('n');
      assert.equal(await findings(tab).count(), 8);
      assert.equal(await tab.evaluate(() => document.activeElement.value), 'the quality of supervision');
      await key('Escape', 'u');
      assert.equal(await findings(tab).count(), 7);
      await tab.evaluate(() => getSelection().empty());
      // Without a mark it is the next sentence that no finding carries.
      await tabTo('#row-0');
      await key('Enter', 'n');
      assert.match(await tab.evaluate(() => document.activeElement.value), /./);
      await key('Escape', 'u');

      await tabTo('#bar nav a[href*=facts]');
      await key('Enter');
      await isAt(tab, 'panel');
      await tabTo('[id="f-addressed_to"]');
      await write('Director of Services');
      await key('Tab');
      assert.match(read(letter), /^addressed_to: Director of Services$/m);
      await tabTo('[data-act=undo]');
      await key('Enter');
      assert.match(read(letter), /^addressed_to: Director of Children's Services$/m);

      await tabTo('#bar nav a[href*=summary]');
      await key('Enter');
      await tabTo('#body');
      // It has the letter's headline still.
      assert.match(await tab.innerText('[data-messages=body]'), /12 words in a row are the letter's own/);
      assert.notEqual(await tab.innerText('#light'), 'No problems');
      await write('The front door was looked at, and how staff are supervised.\n');
      await key('Tab');
      assert.equal(await tab.innerText('#light'), 'No problems');

      await tabTo('#bar nav a[href*=publish]');
      await key('Enter');
      await tabTo('[data-act=publish]');
      await key('Enter');
      assert.doesNotMatch(read(letter), /draft|suggested/);
      const { code, said } = await check();
      assert.equal(code, 0, said);
      await tabTo('#bar nav a[href*="tab=page"]');
      await key('Enter');
      const page = tab.frameLocator('iframe');
      await page.getByText('The front door was looked at, and how staff are supervised.').first().waitFor();
      await page.getByText('Supervision does not yet lead to reflection.').first().waitFor();
    }));

  it('makes a page of a dropped letter by mouse', () =>
    open({}, async ({ tab, settled, read }) => {
      const files = await tab.evaluateHandle((text) => {
        const files = new DataTransfer();
        files.items.add(new File([text], 'letter.txt', { type: 'text/plain' }));
        return files;
      }, inParagraphs);
      await tab.dispatchEvent('body', 'drop', { dataTransfer: files });
      await tab.waitForURL(/file\?/);
      await findings(tab).nth(1).waitFor();
      assert.equal(await findings(tab).count(), 2);
      await tab.click('#letter mark[data-findings~="1"]');
      await tab.locator('#finding-1.open #f-findings\\.1\\.text').waitFor();
      assert.match(await tab.locator('#letter mark.open').first().innerText(), /^Supervision is regular/);
      await tab.click('#row-0');
      await tab.locator('#finding-0.open').waitFor();
      assert.match(await tab.locator('#letter mark.open').first().innerText(), /^Thresholds are not/);
      await tab.getByRole('button', { name: 'Split' }).click();
      await findings(tab).nth(2).waitFor();
      await tab.getByRole('button', { name: 'Undo' }).click();
      await findings(tab).nth(2).waitFor({ state: 'detached' });
      await mark(tab, 'electronic case records');
      await tab.getByRole('button', { name: 'New finding' }).click();
      await findings(tab).nth(2).waitFor();
      await settled();
      assert.equal(await tab.evaluate(() => document.activeElement.value), 'electronic case records');
      assert.match(read(letter), /words: electronic case records/);
    }));

  it('takes marked words into a finding, and leads from each problem to its field', () =>
    open({}, async ({ tab, add, go, key, settled, read }) => {
      await add(inBullets);
      await go(letter, '&finding=1');
      await tab.focus('#row-1');
      await mark(tab, 'Most assessments are timely');
      await key('w');
      assert.match(read(letter), /words: "?Most assessments are timely"?$/m);
      assert.equal(await tab.locator('#letter mark.open').first().innerText(), 'Most assessments are timely');
      await mark(tab, 'written with families');
      await key('W');
      assert.match(read(letter), /words:\n +- Most assessments are timely\n +- written with families$/m);
      await key('y');
      await isAt(tab, 'f-findings.1.title');
      assert.match(read(letter), /key: true/);
      await tab.getByText('1 of three to six').waitFor();
      await tab.click('#bar nav a[href*=publish]');
      await settled();
      for (const [problem, field] of [['13 words in a row', 'findings.3.words'], ['has no title', 'findings.1.key']]) {
        await tab.click('#bar nav a[href*=publish]');
        await settled();
        await tab.getByRole('link', { name: problem }).click();
        await settled();
        await isAt(tab, `f-${field}`);
        assert.ok(await tab.locator(`[data-messages="${field}"] .message`).isVisible(), field);
      }
    }));

  it('says what is wrong while it is typed, at its field', () =>
    open({}, async ({ tab, go, read }) => {
      await go(published, '&tab=facts');
      const before = read(published);
      // Nothing is written here, so that it is the question that is answered.
      await tab.route(/edit\?/, () => {});
      const field = tab.getByLabel(/^Dated/);
      const message = tab.locator('[data-messages=dated] .message');
      await field.focus();
      await tab.keyboard.press('End');
      await tab.keyboard.type('x');
      await message.waitFor();
      assert.match(await message.innerText(), /^error/);
      assert.match(await tab.getAttribute('#light', 'class'), /red/);
      assert.ok(await field.evaluate((it) => it === document.activeElement));
      await tab.keyboard.press('Backspace');
      await message.waitFor({ state: 'detached' });
      assert.match(await tab.getAttribute('#light', 'class'), /amber/);
      assert.equal(read(published), before);
    }));

  it('writes what is typed when one rests, and stays where one is', () =>
    open({}, async ({ tab, go, settled, read }) => {
      await go(published, '&finding=0');
      const text = tab.locator('[id="f-findings.0.text"]');
      await tab.route(/edit\?/, async (route) => {
        await new Promise((resolve) => { setTimeout(resolve, 500); });
        await route.continue();
      });
      const sent = tab.waitForRequest(/edit\?/);
      await text.fill('Words of mine.');
      await text.evaluate((it) => it.setSelectionRange(5, 5));
      await sent;
      const answered = tab.waitForResponse(/edit\?/);
      await tab.keyboard.type(' all');
      await answered;
      assert.match(read(published), /text: Words of mine\./);
      await tab.waitForTimeout(QUIET);
      assert.equal(await text.inputValue(), 'Words all of mine.');
      assert.equal(await text.evaluate((it) => it.selectionStart), 9);
      await tab.waitForResponse(/edit\?/);
      await settled();
      assert.match(read(published), /text: Words all of mine\./);
    }));

  it('merges what another program writes beside what is typed', () =>
    open({}, async ({ tab, go, change, key, read, settled }) => {
      await go(published, '&tab=facts');
      await tab.getByLabel(/^Dated/).focus();
      await tab.keyboard.press('End');
      await tab.keyboard.type('~');
      const told = await listen(tab);
      change(published, (text) => text.replace(/^areas: .*$/m, 'areas: [another area]'));
      await told();
      await settled();
      assert.equal(await tab.getByLabel(/^Dated/).inputValue(), '2018-02-15~');
      await key('Tab');
      await settled();
      assert.match(read(published), /^dated: 2018-02-15~$/m);
      assert.match(read(published), /^areas: \[another area\]$/m);
      assert.equal(await tab.getByLabel('Areas').inputValue(), 'another area');
    }));

  for (const [button, last] of [['Write mine in its place', '2018-02-16'], ['Keep what the file has', '2018-02-14']]) {
    it(`asks whose words stay: ${button}`, () =>
      open({}, async ({ tab, go, change, key, read, settled }) => {
        await go(published, '&tab=facts');
        const field = tab.getByLabel(/^Dated/);
        await field.fill('2018-02-16');
        change(published, (text) => text.replace(/^dated: .*$/m, 'dated: 2018-02-14'));
        await key('Tab');
        const dialog = tab.getByRole('dialog', { name: 'Another program has changed this' });
        await dialog.waitFor();
        assert.equal(await tab.innerText('#yours'), '2018-02-16');
        assert.equal(await tab.innerText('#theirs'), '2018-02-14');
        assert.match(read(published), /^dated: 2018-02-14$/m);
        none(await violations(tab), 'axe violations');
        await dialog.getByRole('button', { name: button }).focus();
        await key('Enter');
        await settled();
        assert.match(read(published), new RegExp(`^dated: ${last}$`, 'm'));
        assert.equal(await field.inputValue(), last);
      }, 'status of 409', 'Applying inline style'));
  }

  it('keeps what is typed when nobody answers', () =>
    open({}, async ({ tab, go, key, kill, settled }) => {
      await go(published, '&tab=facts');
      await kill();
      await tab.getByLabel(/^Dated/).fill('2018-02-16');
      await key('Tab');
      await tab.getByText('The desk does not answer').waitFor();
      await settled();
      assert.equal(await tab.getByLabel(/^Dated/).inputValue(), '2018-02-16');
      tab.on('dialog', (dialog) => dialog.accept());
      const asked = tab.waitForEvent('dialog');
      tab.close({ runBeforeUnload: true });
      assert.equal((await asked).type(), 'beforeunload');
    }, 'ERR_'));

  it('opens a file with slips as text, and as a form when it is mended', () =>
    open({}, async ({ tab, go, change, key, read }) => {
      change(published, (text) => text.replace('kind: monitoring-visit', 'kind: "monitoring-visit'));
      await go(published);
      await tab.getByText('The front matter cannot be read').waitFor();
      assert.match(await tab.getAttribute('#light', 'class'), /red/);
      const whole = tab.getByLabel('The whole file');
      await whole.fill(read(published).replace('kind: "', 'kind: '));
      change(published, (text) => text);
      await key('Tab');
      await tab.locator('#light.amber').waitFor();
      assert.match(read(published), /^kind: monitoring-visit$/m);
      await tab.getByRole('link', { name: 'Findings' }).waitFor();
    }));

  it('shows the page as it becomes, without loading it anew', () =>
    open({}, async ({ tab, go, settled }) => {
      await go(published, '&tab=summary');
      const page = tab.frameLocator('iframe');
      await page.locator('h1').waitFor();
      await tab.evaluate(() => { document.querySelector('iframe').marked = true; });
      await tab.fill('#body', 'Words of mine alone.\n');
      await tab.waitForResponse(/edit\?/);
      await page.getByText('Words of mine alone.').first().waitFor();
      await settled();
      assert.ok(await tab.evaluate(() => document.querySelector('iframe').marked));
    }));

  it('has its parts in order for a keyboard: bar, letter, panel', () =>
    open({}, async ({ tab, add, go }) => {
      await add(inBullets);
      await go(letter, '&finding=0');
      const parts = [];
      for (let count = 0; count < 60; count += 1) {
        await tab.keyboard.press('Tab');
        const part = await tab.evaluate(() => document.activeElement.closest('#bar, #letter, #panel')?.id);
        if (part && parts.at(-1) !== part) parts.push(part);
        if (part === 'panel') break;
      }
      assert.deepEqual(parts, ['bar', 'letter', 'panel']);
      // The form is seen whole beside its passage.
      const ends = await tab.locator('[data-choices="findings.0.topics"]').evaluate((it) => it.getBoundingClientRect().bottom);
      assert.ok(ends <= 900, `the form ends at ${ends} px`);
      const passage = await tab.locator('#letter mark.open').first().boundingBox();
      assert.ok(passage.y > 0 && passage.y < 900, `the passage is at ${passage.y} px`);
    }));

  for (const colorScheme of ['light', 'dark']) {
    for (const width of [1280, 1024, 390]) {
      it(`has no barriers, ${colorScheme}, ${width} px`, () =>
        open({ colorScheme, viewport: { width, height: 900 } }, async ({ tab, add, go, change }) => {
          await add(inBullets);
          const found = [];
          const look = async (what) => {
            found.push(...(await violations(tab)).map((line) => `${what}: ${line}`));
            await doesNotScrollSideways(tab);
            found.push(...await disorder(tab, what));
          };
          await tab.reload();
          await look('start');
          for (const part of ['findings', 'findings&finding=0', 'facts', 'summary', 'page', 'publish', 'file']) {
            await go(letter, `&tab=${part}`);
            await look(part);
          }
          await go(letter, '&finding=0');
          await tab.click('#more > summary');
          await look('more of a finding');
          const broken = 'content/topics/health.md';
          for (const file of [`${folder}/authority.md`, 'content/topics/thresholds.md', broken]) {
            if (file === broken) change(file, (text) => text.replace('title: ', 'title: "'));
            await go(file);
            await look(file);
          }
          none(found, 'barriers');
        }, 'Applying inline style'));
    }
  }
});

// Headings that leave a level out, and ids that are given twice. That each control has a name, axe holds.
function disorder(tab, what) {
  return tab.evaluate((what) => {
    const levels = [...document.querySelectorAll('h1, h2, h3, h4')].filter((it) => it.checkVisibility()).map((it) => Number(it.localName[1]));
    const wrong = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1).map((level) => `${what}: h${level} leaves a level out`);
    const ids = [...document.querySelectorAll('[id]')].map((it) => it.id);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${what}: ${id} is there twice`);
    return [...wrong, ...twice];
  }, what);
}


// Where somebody is who has only a keyboard.
async function isAt(tab, id) {
  assert.equal(await tab.evaluate(() => document.activeElement.id), id);
}

// What waits until the page has heard of another change than those before.
async function listen(tab) {
  await tab.evaluate(() => new Promise((resolve) => {
    const events = new EventSource('/_letterpress/events');
    let count = 0;
    window.heard = new Promise((heard) => {
      events.onmessage = () => {
        count += 1;
        if (count === 1) resolve();
        if (count === 2) heard();
      };
    });
  }));
  return () => tab.evaluate(() => window.heard);
}

// Marks the first of these words in the letter's text.
function mark(tab, words) {
  return tab.evaluate((words) => {
    const walker = document.createTreeWalker(document.getElementById('letter'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const start = walker.currentNode.data.indexOf(words);
      if (start >= 0) return getSelection().setBaseAndExtent(walker.currentNode, start, walker.currentNode, start + words.length);
    }
    throw new Error(`the letter has no ${words}`);
  }, words);
}

function findings(tab) {
  return tab.locator('#findings > li');
}

// Opens the desk of a copy of the rich site. `expected` begins what the browser may say.
async function open(options, act, ...expected) {
  const root = mkdtempSync(join(tmpdir(), 'letterpress-'));
  cpSync(join(repository, 'tests/sites/look-sunderland/in'), root, { recursive: true });
  cpSync(join(repository, 'themes'), join(root, 'themes'), { recursive: true });
  const read = (file) => readFileSync(join(root, file), 'utf8');
  const change = (file, how) => writeFileSync(join(root, file), how(read(file)));
  const check = () => letterpress('check', '--strict', '--root', root, join(root, letter));
  const add = async (text) => {
    writeFileSync(join(root, 'letter.txt'), text);
    const { code, said } = await letterpress('import', '--root', root, join(root, 'letter.txt'));
    assert.equal(code, 0, said);
  };
  const served = await serve(root);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  try {
    const tab = await context.newPage();
    tab.setDefaultTimeout(15_000);
    const complaints = [];
    tab.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
    tab.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    tab.on('request', (request) => {
      if (!request.url().startsWith(new URL(served.address).origin)) complaints.push(`request: ${request.url()}`);
    });
    const settled = settling(tab);
    const key = async (...keys) => {
      for (const each of keys) {
        await tab.keyboard.press(each);
        await settled();
        assert.ok(await tab.evaluate(() => document.activeElement !== document.body), `focus is lost at ${each}`);
      }
    };
    const write = async (text) => {
      await tab.keyboard.press('Control+A');
      await tab.keyboard.insertText(text);
    };
    const tabTo = async (selector) => {
      for (let count = 0; count < 120; count += 1) {
        await tab.keyboard.press('Tab');
        if (await tab.evaluate((selector) => document.activeElement.matches(selector), selector)) return settled();
      }
      assert.fail(`Tab never comes to ${selector}`);
    };
    await tab.goto(served.address);
    const go = (file, part = '') => tab.goto(`${served.address}file?file=${file}${part}`);
    const kill = () => end(served);
    await act({ tab, go, key, write, tabTo, settled, read, change, add, check, kill, address: served.address });
    none(complaints.filter((complaint) => !expected.some((words) => complaint.includes(words))), 'complaints');
  } finally {
    await context.close();
    await end(served);
    rmSync(root, { recursive: true });
  }
}

// What waits until the desk has answered all that it was asked.
function settling(tab) {
  const open = new Set();
  let since = Date.now();
  const isAsked = (request) => /\/(edit|check|file|import|make)\?/.test(request.url());
  tab.on('request', (request) => { if (isAsked(request)) open.add(request); });
  for (const ended of ['requestfinished', 'requestfailed']) {
    tab.on(ended, (request) => { if (open.delete(request)) since = Date.now(); });
  }
  return async () => {
    since = Date.now();
    // A page that is being left has nothing to say.
    const isBusy = () => tab.evaluate(() => 'busy' in document.body.dataset).catch(() => true);
    while (open.size > 0 || Date.now() - since < QUIET || await isBusy()) await tab.waitForTimeout(20);
  };
}

const QUIET = 150;

function letterpress(...words) {
  return new Promise((resolve) => {
    const options = ['run', '--quiet', '--locked', '--', ...words];
    execFile('cargo', options, { cwd: repository }, (error, out, said) => resolve({ code: error?.code ?? 0, said: out + said }));
  });
}

function serve(root) {
  const options = ['run', '--quiet', '--locked', '--', 'serve', '--edit', '--root', root, '--port', '0'];
  const child = spawn('cargo', options, { cwd: repository, stdio: ['ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (words) => {
      said += words;
      const address = said.match(/^Desk, .*: (http:\S+)\n/m)?.[1];
      if (address) resolve({ child, address });
    });
    child.on('exit', () => reject(new Error(said)));
  });
}

function end({ child }) {
  if (child.exitCode !== null || child.signalCode !== null) return undefined;
  return new Promise((resolve) => {
    child.on('exit', resolve);
    child.kill('SIGTERM');
  });
}
