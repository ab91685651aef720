// The sites that `run` built and serves, and which of their pages is of which kind.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const { LETTERPRESS_SITES: folder, LETTERPRESS_ADDRESS: address } = process.env;
if (!folder || !address) {
  throw new Error('These tests need the sites that `tests/browser/run` builds: start them with it.');
}

// The folder of all sites, one in each folder of it, and where that is served.
export { address, folder };

// A site that is as rich as a real one and always the same: what a test knows of a page, it knows of one of these.
export const rich = site('look-sunderland');

// The same with its search index in four parts.
export const inParts = site('in-parts');

// A small one, in which words stand beside all kinds of marks.
export const marks = site('search-marks');

// The sites of edge cases, from `tests/sites/look-*`.
export const looks = readdirSync(folder).filter((name) => name.startsWith('look-')).sort().map(site);

// The repository's own site is among them, of which editors write the content: tests say of it only what holds of all.
export const own = site('letters');
export const sites = [own, ...looks];

// Each kind of page, and which files are of it.
const polarity = '(strength|improving|mixed|not-yet)';
const patterns = [
  ['home', /^index\.html$/],
  ['authorities', /^authorities\/index\.html$/],
  ['authority', /^authorities\/[^/]+\/index\.html$/],
  ['letter', /^authorities\/[^/]+\/(?!topics\/)[^/]+\/index\.html$/],
  ['thread', /^authorities\/[^/]+\/topics\/[^/]+\/index\.html$/],
  ['findings', /^findings\/index\.html$/],
  ['topic', new RegExp(`^findings/(?!${polarity}/)[^/]+/index\\.html$`)],
  ['second page', /^findings\/[^/]+\/page\/2\/index\.html$/],
  ['topic and polarity', new RegExp(`^findings/[^/]+/${polarity}/index\\.html$`)],
  ['polarity', new RegExp(`^findings/${polarity}/index\\.html$`)],
  ['letters', /^letters\/index\.html$/],
  ['letters of a year', /^letters\/\d+\/index\.html$/],
  ['measures', /^measures\/index\.html$/],
  ['monitored', /^monitored\/index\.html$/],
  ['data', /^data\/index\.html$/],
  ['plain page', /^about\/index\.html$/],
  ['not found', /^404\.html$/],
];

// The largest page of each kind of the rich site, as `{ kind, page }`.
export const kinds = patterns.map(([kind, pattern]) => {
  const page = largestOf(rich, pattern);
  if (!page) {
    throw new Error(`The site ${rich.name} has no page of the kind '${kind}'`);
  }
  return { kind, page };
});

// The page of the rich site that stands for a kind.
export function pageOf(kind) {
  return kinds.find((each) => each.kind === kind).page;
}

// The largest page of each kind that the repository's own site has.
export const ownPages = patterns.map(([, pattern]) => largestOf(own, pattern)).filter(Boolean);

// The pages with the largest files, largest first.
export function largest(pages, count) {
  return pages
    .map((page) => ({ page, size: statSync(page.path).size }))
    .sort((one, other) => other.size - one.size)
    .slice(0, count)
    .map(({ page }) => page);
}

function largestOf(site, pattern) {
  return largest(site.pages.filter(({ file }) => pattern.test(file)), 1)[0];
}

// A site's HTML files; `pages` are those that people read, so no redirects.
function site(name) {
  const base = `${address}${name}/`;
  const html = readdirSync(join(folder, name), { recursive: true })
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => ({ name: `${name}/${file}`, file, path: join(folder, name, file), base, url: urlOf(base, file) }));
  const pages = html.filter((page) => !/http-equiv="?refresh/i.test(readFileSync(page.path, 'utf8')));
  const tables = JSON.parse(readFileSync(join(folder, name, 'data/datapackage.json'), 'utf8')).resources;
  const findings = tables.find((table) => table.name === 'findings').schema.fields;
  return {
    name,
    // The kinds of finding, in their order.
    polarities: findings.find((field) => field.name === 'polarity').constraints.enum,
    html,
    pages,
    home: pages.find((page) => page.file === 'index.html'),
    authorities: pages.filter((page) => /^authorities\/[^/]+\/index\.html$/.test(page.file)),
    // Letters' own texts, where the site has them.
    texts: pages.filter((page) => /^authorities\/[^/]+\/(?!topics\/)[^/]+\/letter\/index\.html$/.test(page.file)),
    letters: pages.filter((page) => /^authorities\/[^/]+\/(?!topics\/)[^/]+\/index\.html$/.test(page.file)),
  };
}

// The page for errors is shown at addresses that are not there, however deep.
function urlOf(base, file) {
  return file === '404.html' ? `${base}no/such/page/` : base + file.replace(/index\.html$/, '');
}
