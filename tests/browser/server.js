// Serves a folder of sites on this machine as GitHub Pages would: each has its own folder and its own 404.html.
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};
const shrinks = /^text\/|json|xml|javascript|wasm/;

const root = resolve(process.argv[2]);

const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const answer = await find(url).catch(() => ({ status: 404, type: types['.txt'], body: Buffer.from('Not found') }));
  const headers = { 'cache-control': 'max-age=600', vary: 'accept-encoding' };
  if (answer.location) {
    headers.location = answer.location;
  } else {
    headers['content-type'] = answer.type;
    if (shrinks.test(answer.type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
      headers['content-encoding'] = 'gzip';
      answer.body = gzipSync(answer.body);
    }
    headers['content-length'] = answer.body.length;
  }
  response.writeHead(answer.status, headers);
  response.end(request.method === 'HEAD' ? undefined : answer.body);
});

server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));

// What stands at an address: a file, the way to a folder, or the site's page for errors.
async function find(url) {
  const path = join(root, decodeURIComponent(url.pathname));
  const kind = path.startsWith(root + sep) && (await stat(path).catch(() => null));
  if (kind && kind.isDirectory() && !path.endsWith(sep)) {
    return { status: 301, location: `${url.pathname}/${url.search}` };
  }
  const file = kind && kind.isDirectory() ? join(path, 'index.html') : path;
  const body = kind && (await readFile(file).catch(() => null));
  if (body) {
    return { status: 200, type: types[extname(file)] ?? 'application/octet-stream', body };
  }
  const site = url.pathname.split('/')[1];
  return { status: 404, type: types['.html'], body: await readFile(join(root, site, '404.html')) };
}
