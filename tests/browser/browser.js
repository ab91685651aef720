// Starts Chromium, and writes down what a page should not have said or asked for.
import { chromium } from 'playwright-core';
import { none } from './none.js';

// Starts Chromium with a new, empty profile.
export function launch(...more) {
  // The sandbox needs a user other than root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    chromiumSandbox: sandbox.length === 0,
    args: [
      ...sandbox,
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
}

// Writes down each console message, error, failed request and request out of the site from now on.
// `page` is the one of `sites.js` that `tab` is going to show.
export function watch(tab, page) {
  const complaints = [];
  const isMissing = (url) => page.file === '404.html' && url === page.url;
  tab.on('console', (message) => {
    // Chromium itself says so when the page for errors is shown.
    if (!isMissing(message.location().url) || !message.text().startsWith('Failed to load resource')) {
      complaints.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  tab.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  tab.on('request', (request) => {
    if (!request.url().startsWith(page.base) && !request.url().startsWith('data:')) {
      complaints.push(`request out of the site: ${request.url()}`);
    }
  });
  tab.on('requestfailed', (request) => complaints.push(`failed request: ${request.url()}`));
  tab.on('response', (response) => {
    if (response.status() >= 400 && !isMissing(response.url())) {
      complaints.push(`status ${response.status()}: ${response.url()}`);
    }
  });
  return complaints;
}

// What opens a page in a window of its own, and holds that nothing went amiss while `act` acted.
export function visitor(browser) {
  return async (page, options, act) => {
    const context = await browser.newContext(options);
    try {
      const tab = await context.newPage();
      const complaints = watch(tab, page);
      await tab.goto(page.url);
      const result = await act(tab);
      none(complaints, 'complaints');
      return result;
    } finally {
      await context.close();
    }
  };
}
