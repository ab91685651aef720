// All HTML, CSS and SVG is valid, and what is said to search engines can be read.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import vnu from 'vnu-jar';
import { none } from './none.js';
import { folder, rich, sites } from './sites.js';

const html = new HtmlValidate(new StaticConfigLoader({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // Taste: the standard itself writes it in lower case.
    'doctype-style': ['error', { style: 'lowercase' }],
    // The names of some councils are long.
    'long-title': 'off',
  },
}));

it('the Nu HTML checker finds no error', async () => {
  // The checker does not know this property of SVG, which browsers do.
  const filter = ['--filterpattern', '.*“vector-effect”.*'];
  const report = ['--errors-only', '--format', 'json', '--stdout', ...filter];
  const files = ['--skip-non-html', '--also-check-css', '--also-check-svg', ...sites.map((site) => join(folder, site.name))];
  const limits = { maxBuffer: 1 << 28, timeout: 300_000 };
  const checker = promisify(execFile)('java', ['-jar', vnu, ...report, ...files], limits);
  // It ends with 1 when it has found errors, and says which.
  const { stdout } = await checker.catch((error) => {
    if (error.stdout) {
      return error;
    }
    throw error;
  });
  const { messages } = JSON.parse(stdout);
  none(messages.map(({ url, lastLine, message }) => `${nameOf(url)}:${lastLine} ${message}`), 'errors');
});

describe('html-validate finds no error', () => {
  for (const site of sites) {
    it(site.name, async () => {
      const report = await html.validateMultipleFiles(site.html.map((page) => page.path));
      none(report.results.flatMap(({ filePath, messages }) =>
        messages.map(({ line, ruleId, message }) => `${nameOf(filePath)}:${line} ${ruleId}: ${message}`)), 'errors');
    });
  }
});

describe('JSON-LD', () => {
  for (const site of sites) {
    it(`has a context and types, and reviews nobody: ${site.name}`, () => {
      const isSound = (data) =>
        data['@context'] === 'https://schema.org' && types(data).length > 0 && !types(data).includes('Review');
      none(site.pages.flatMap((page) => blocks(page)
        .filter((data) => !isSound(data))
        .map((data) => `${page.name}: ${JSON.stringify(data).slice(0, 200)}`)), 'blocks amiss');
    });

    it(`says what each letter and each authority is: ${site.name}`, () => {
      const silent = [...lacking('Report', site.letters), ...lacking('GovernmentOrganization', site.authorities)];
      none(silent, 'pages that do not');
    });
  }

  it('has breadcrumbs, and a data set', () => {
    const all = types(rich.pages.flatMap(blocks));
    assert.ok(all.includes('BreadcrumbList'), 'no page has a BreadcrumbList');
    assert.ok(all.includes('Dataset'), 'no page has a Dataset');
  });
});

// What is left of a path or `file:` address after the folder of all sites.
function nameOf(path) {
  return path.slice(path.indexOf(folder) + folder.length + 1);
}

// The blocks of JSON-LD of a page. Its HTML is held to be valid above, so a pattern finds them.
function blocks(page) {
  const scripts = readFileSync(page.path, 'utf8').matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs);
  return [...scripts].map(([, text]) => {
    try {
      return JSON.parse(text);
    } catch (cause) {
      throw new Error(`${page.name}: ${cause.message}`, { cause });
    }
  });
}

function lacking(type, pages) {
  return pages.filter((page) => !types(blocks(page)).includes(type)).map((page) => `${page.name}: no ${type}`);
}

// Every `@type` in JSON-LD, however deep.
function types(data) {
  if (data === null || typeof data !== 'object') {
    return [];
  }
  return [data['@type'] ?? [], ...Object.values(data).map(types)].flat();
}
