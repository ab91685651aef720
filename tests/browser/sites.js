// The sites that `run` built and serves, and which of their pages is of which kind.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const { LETTERPRESS_SITES: folder, LETTERPRESS_ADDRESS: address } = process.env;
if (!folder || !address) {
  throw new Error('These tests need the sites that `tests/browser/run` builds: start them with it.');
}

// The folder of all sites, one in each folder of it.
export { folder };

// The repository's own site.
export const own = site('letters');

// The same with its search index in four parts.
export const inParts = site('in-parts');

// The sites of edge cases, from `tests/sites/look-*`.
export const looks = readdirSync(folder).filter((name) => name.startsWith('look-')).sort().map(site);

export const sites = [own, ...looks];

// One page of each kind of the repository's own site, as `{ kind, page }`.
export const kinds = [
  ['home', 'index.html'],
  ['authorities', 'authorities/index.html'],
  ['authority', 'authorities/sunderland/index.html'],
  ['letter', 'authorities/sunderland/2018-02-15-visit-6/index.html'],
  ['largest letter', largest(own.letters, 1)[0]?.file],
  ['thread', /^authorities\/sunderland\/topics\/[^/]+\/index\.html$/],
  ['findings', 'findings/index.html'],
  ['topic', 'findings/management-oversight/index.html'],
  ['second page', /^findings\/[^/]+\/page\/2\/index\.html$/],
  ['topic and polarity', 'findings/management-oversight/not-yet/index.html'],
  ['polarity', 'findings/strength/index.html'],
  ['letters', 'letters/index.html'],
  ['letters of a year', /^letters\/\d+\/index\.html$/],
  ['measures', 'measures/index.html'],
  ['data', 'data/index.html'],
  ['plain page', 'about/index.html'],
  ['not found', '404.html'],
].map(([kind, file]) => {
  const page = own.pages.find((page) => (file instanceof RegExp ? file.test(page.file) : file === page.file));
  if (!page) {
    throw new Error(`The repository's own site has no page of the kind '${kind}': ${file}`);
  }
  return { kind, page };
});

// The page of the repository's own site that stands for a kind.
export function pageOf(kind) {
  return kinds.find((each) => each.kind === kind).page;
}

// The pages with the largest files, largest first.
export function largest(pages, count) {
  return pages
    .map((page) => ({ page, size: statSync(page.path).size }))
    .sort((one, other) => other.size - one.size)
    .slice(0, count)
    .map(({ page }) => page);
}

// A site's HTML files; `pages` are those that people read, so no redirects.
function site(name) {
  const base = `${address}${name}/`;
  const html = readdirSync(join(folder, name), { recursive: true })
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => ({ name: `${name}/${file}`, file, path: join(folder, name, file), base, url: urlOf(base, file) }));
  const pages = html.filter((page) => !/http-equiv="?refresh/i.test(readFileSync(page.path, 'utf8')));
  return {
    name,
    html,
    pages,
    home: pages.find((page) => page.file === 'index.html'),
    authorities: pages.filter((page) => /^authorities\/[^/]+\/index\.html$/.test(page.file)),
    letters: pages.filter((page) => /^authorities\/[^/]+\/(?!topics\/)[^/]+\/index\.html$/.test(page.file)),
  };
}

// The page for errors is shown at addresses that are not there, however deep.
function urlOf(base, file) {
  return file === '404.html' ? `${base}no/such/page/` : base + file.replace(/index\.html$/, '');
}
