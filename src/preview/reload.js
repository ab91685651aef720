// Keeps an open page as the files are: takes new styles, loads the page again where it differs, shows what is wrong.
(() => {
  const own = '/_letterpress/';
  const { page, styles: ownStyles } = document.currentScript.dataset;
  const scrollKey = 'letterpress-scroll';
  let styles = ownStyles;
  // What this page hears by, and whom it tells; what it heard last; and what ends that.
  let source = null;
  let channel = null;
  let last = null;
  let leaving = null;
  let later = 0;

  restoreScroll();
  const panel = problemPanel();
  addEventListener('pageshow', follow);
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => (document.hidden ? leave() : follow()));
  follow();

  // Hears of changes while the page is seen. A browser keeps six connections to a host, and no more: so of all pages that
  // are seen one hears, and tells the others. Away from this machine a browser lends no such right, and each hears by itself.
  function follow() {
    if (document.hidden || leaving) return;
    leaving = new AbortController();
    if (!navigator.locks) {
      listen();
      return;
    }
    channel = new BroadcastChannel(own);
    channel.onmessage = ({ data }) => {
      if (data) take(data);
      else if (last) channel.postMessage(last);
    };
    channel.postMessage(null);
    const { signal } = leaving;
    const hear = () => new Promise((done) => {
      signal.addEventListener('abort', done);
      listen();
    });
    navigator.locks.request(own, { signal }, hear).catch(() => {});
  }

  function listen() {
    source = new EventSource(`${own}events`);
    source.onmessage = ({ data }) => {
      last = JSON.parse(data);
      channel?.postMessage(last);
      take(last);
    };
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      leave();
      later = setTimeout(follow, 1000);
    };
  }

  function leave() {
    clearTimeout(later);
    leaving?.abort();
    source?.close();
    channel?.close();
    leaving = source = channel = last = null;
  }

  // The first news after any absence is how things are, so nothing that was missed matters.
  function take(news) {
    panel.show(news);
    if (news.styles !== styles) {
      styles = news.styles;
      exchangeStyles();
    }
    comparePage();
  }

  let comparing = false;
  let again = false;

  // Asks for the tag of this page, and loads the page again where it is another.
  async function comparePage() {
    again = comparing;
    if (comparing) return;
    comparing = true;
    try {
      const address = location.href.split('#')[0];
      const answer = await fetch(address, { method: 'HEAD', headers: { Accept: 'text/html' }, cache: 'no-store' });
      const tag = answer.headers.get('ETag');
      // Read to its end, though there is nothing in it: otherwise the request counts as broken off.
      await answer.text();
      if (tag && !tag.startsWith(`"${page}-`)) {
        keepScroll();
        location.reload();
        return;
      }
    } catch {
      // The server is away; when it is back, it tells how things are.
    }
    comparing = false;
    if (again) comparePage();
  }

  // Puts each stylesheet's next version after it, and takes it away once that is there.
  function exchangeStyles() {
    for (const next of document.querySelectorAll('link[data-letterpress-next]')) next.remove();
    for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
      const address = new URL(link.href);
      if (address.origin !== location.origin) continue;
      const next = link.cloneNode();
      address.searchParams.set('v', styles);
      next.href = address.href;
      next.dataset.letterpressNext = '';
      next.onload = () => {
        delete next.dataset.letterpressNext;
        link.remove();
      };
      next.onerror = () => next.remove();
      link.after(next);
    }
  }

  function keepScroll() {
    try {
      sessionStorage.setItem(scrollKey, JSON.stringify([location.href, scrollX, scrollY]));
    } catch {
      // Then the browser does it by itself, as well as it can.
    }
  }

  // Back to where the reader was, and not to the anchor in the address; unless the reader scrolls first.
  function restoreScroll() {
    let kept;
    try {
      kept = JSON.parse(sessionStorage.getItem(scrollKey));
      sessionStorage.removeItem(scrollKey);
    } catch {
      return;
    }
    if (!kept || kept[0] !== location.href) return;
    const back = () => scrollTo({ left: kept[1], top: kept[2], behavior: 'instant' });
    const stop = new AbortController();
    for (const kind of ['wheel', 'touchstart', 'keydown', 'pointerdown']) {
      addEventListener(kind, () => stop.abort(), { signal: stop.signal, passive: true });
    }
    back();
    addEventListener('load', () => { back(); requestAnimationFrame(() => { back(); stop.abort(); }); }, { signal: stop.signal });
  }

  // What is wrong with the files, over the page: errors open by themselves, warnings when asked for.
  function problemPanel() {
    const host = document.createElement('letterpress-preview');
    const root = host.attachShadow({ mode: 'open' });
    const sheet = element('link', { rel: 'stylesheet', href: `${own}reload.css` });
    const status = element('p', { role: 'status', className: 'unseen' });
    const count = element('button', { type: 'button', className: 'count', hidden: true });
    const heading = element('h2', { id: 'heading', tabIndex: -1 });
    const close = element('button', { type: 'button', className: 'close', textContent: 'Close' });
    const words = element('p', { className: 'words' });
    const list = element('ol', {});
    const box = element('section', { hidden: true }, [element('header', {}, [heading, close]), words, list]);
    box.setAttribute('role', 'region');
    box.setAttribute('aria-labelledby', 'heading');
    const all = element('div', { hidden: true }, [status, count, box]);
    sheet.onload = () => { all.hidden = false; };
    root.append(sheet, all);
    document.body.append(host);

    let shown = 0;
    let last = null;
    let said = null;
    close.onclick = () => fold(true);
    count.onclick = () => {
      open();
      heading.focus();
    };
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !box.hidden) fold(root.activeElement !== null);
    });
    return { show };

    // The list is made anew only where it says something else, so that a reader in it stays where they are.
    function show(news) {
      const { number, errors, warnings, problems, stale } = news;
      if (number === shown) return;
      shown = number;
      const key = JSON.stringify([errors, warnings, problems, stale]);
      const wasAsked = !box.hidden && box.className === 'calm';
      if (key !== last) fill(news);
      last = key;
      if (errors > 0 || (wasAsked && warnings > 0)) open();
      else fold(false);
    }

    function fill({ errors, warnings, problems, stale }) {
      const focused = root.activeElement?.href;
      const total = [counted(errors, 'error'), counted(warnings, 'warning')].filter(Boolean).join(', ');
      heading.textContent = total;
      count.textContent = total;
      words.textContent = errors === 0 ? ''
        : stale ? 'The pages are those of the last good site.' : 'What cannot be read is left out of the pages.';
      words.hidden = errors === 0;
      box.className = errors === 0 ? 'calm' : '';
      list.replaceChildren(...problems.map(problem));
      const more = errors + warnings - problems.length;
      if (more > 0) list.append(element('li', { textContent: `… and ${more} more, which “letterpress check” lists.` }));
      if (focused) [...list.querySelectorAll('a')].find((link) => link.href === focused)?.focus();
      tell(total || (said ? 'All problems are mended.' : ''));
      said = total;
    }

    // Screen readers tell what changes in a status, and not what was there from the start.
    function tell(text) {
      setTimeout(() => { if (status.textContent !== text) status.textContent = text; }, 200);
    }

    function open() {
      box.hidden = false;
      count.hidden = true;
    }

    function fold(hasFocus) {
      box.hidden = true;
      count.hidden = heading.textContent === '';
      if (hasFocus && !count.hidden) count.focus();
    }
  }

  function problem({ severity, code, message, others, help, file, line, column, text, href }) {
    const spot = file === null ? null : `${file}:${line}:${column}`;
    const place = href ? element('a', { href, textContent: spot }) : element('span', { textContent: spot ?? '' });
    const kind = element('strong', { className: severity, textContent: severity === 'error' ? 'Error' : 'Warning' });
    const parts = [
      element('p', { className: 'place' }, [kind, ' ', place, ' ', element('code', { textContent: code })]),
      element('p', { className: 'message' }, prose(message)),
    ];
    if (text) {
      const [before, meant, after] = text;
      parts.push(element('pre', { tabIndex: 0 }, [before, element('mark', { textContent: meant }), after]));
    }
    if (others.length > 0) parts.push(element('p', { className: 'others' }, prose(others.join('\n'))));
    if (help) parts.push(element('p', { className: 'help' }, prose(help)));
    return element('li', {}, parts);
  }

  // What stands between backticks is what somebody typed, or is to type.
  function prose(text) {
    return text.split('`').map((part, place) => (place % 2 ? element('code', { textContent: part }) : part));
  }

  function counted(count, word) {
    return count === 0 ? '' : `${count} ${word}${count === 1 ? '' : 's'}`;
  }

  function element(name, properties, children = []) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }
})();
