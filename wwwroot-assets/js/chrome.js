// The frame around every page: menus that close, the skip link, the reader's settings, and what is shown while the line is lost.

import './keys.js';
import { measure } from './clock.js';
import { say } from './speak.js';

const root = document.documentElement;

// ---- menus: plain <details>, closed by a click elsewhere or Escape ----
const openMenus = () => document.querySelectorAll('details[data-menu][open]');
document.addEventListener('click', event => openMenus().forEach(menu => { if (!menu.contains(event.target)) menu.open = false; }));
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  openMenus().forEach(menu => { menu.open = false; menu.querySelector('summary').focus(); });
});

// ---- the reader's settings: which choice stands now, and back to exactly this address ----
document.addEventListener('toggle', event => {
  if (!event.target.matches?.('details[data-menu]')) return;
  const now = new Set([`theme:${root.dataset.theme}`, `text-size:${root.dataset.text}`, `culture:${root.lang}`]);
  event.target.querySelectorAll('[data-choice]').forEach(link => {
    if (now.has(link.dataset.choice)) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
    const address = new URL(link.href);
    address.searchParams.set('back', location.pathname + location.search);
    link.href = address.pathname + address.search;
  });
}, true);

// ---- signing out: laptops are shared, nothing kept for a person stays on the device ----
document.addEventListener('submit', event => {
  if (event.defaultPrevented || !event.target.matches?.('form[action$="/sign-out"]')) return;
  for (const name of Object.keys(localStorage)) if (name.startsWith('rr-draft/')) localStorage.removeItem(name);
});

// ---- a file chosen before its field has come to life, on a slow machine or line: told again once it has, not lost ----
const alive = field => field._blazorInputFileNextFileId !== undefined;
const tellAgain = (field, tries) => {
  if (!field.isConnected || tries === 0) return;
  if (alive(field)) field.dispatchEvent(new Event('change', { bubbles: true })); else setTimeout(tellAgain, 50, field, tries - 1);
};
document.addEventListener('change', event => { if (event.target.matches?.('input[type=file]') && !alive(event.target)) tellAgain(event.target, 1200); }, true);

// ---- a slip's code: it stands behind the number sign, which no server is sent, and leaves the address at once ----
const slip = new URLSearchParams(location.hash.slice(1)), codeField = document.querySelector('[name="Form.Code"]');
if (codeField && slip.has('code')) {
  codeField.value = slip.get('code');
  document.querySelector('[name="Form.UserName"]').value = slip.get('user') ?? '';
  history.replaceState(null, '', location.pathname + location.search);
  document.querySelector('[name="Form.New"]').focus();
}

// ---- skip link: <base> would turn #main into another page, and a page shown instead of a missing one has another address ----
document.querySelectorAll('.skip').forEach(link => { link.href = `${location.pathname}${location.search}#main`; });
document.addEventListener('click', event => {
  if (!event.target.matches?.('.skip')) return;
  event.preventDefault();
  document.getElementById('main')?.focus();
});

// ---- the line ----
const banner = document.getElementById('components-reconnect-modal');
if (banner) {
  const attempt = banner.querySelector('[data-attempt]');
  const retry = banner.querySelector('[data-retry]');
  const reload = banner.querySelector('[data-reload]');
  const patience = 30_000;
  let since = 0, tries = 0, ticking = 0, busy = false;

  const tell = () => {
    const seconds = Math.floor((Date.now() - since) / 1000);
    const age = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    attempt.textContent = banner.dataset.attemptText.replace('{0}', Math.max(1, tries)).replace('{1}', age);
    const long = Date.now() - since >= patience;
    retry.hidden = reload.hidden = !long;
  };
  const lost = () => {
    if (root.dataset.line === 'lost') return;
    root.dataset.line = 'lost';
    say(banner.dataset.saidLost);
    since = Date.now();
    const stands = banner.querySelector('[data-stands]');
    stands.textContent = stands.dataset.stands.replace('{0}', new Date(since).toLocaleTimeString('sv-SE'));
    tries = 1;
    tell();
    ticking = setInterval(tell, 1000);
    document.dispatchEvent(new CustomEvent('rr-line', { detail: 'lost' }));
  };
  const found = () => {
    if (root.dataset.line !== 'lost') return;
    delete root.dataset.line;
    say(banner.dataset.saidBack);
    clearInterval(ticking);
    banner.classList.remove('is-over');
    document.dispatchEvent(new CustomEvent('rr-line', { detail: 'back' }));
  };

  // The server answers as itself: a captive portal says 200 too, with a page of its own.
  const serverIsThere = async () => {
    try {
      const answer = await fetch('/healthz', { cache: 'no-store', redirect: 'error' });
      return answer.ok && await answer.text() === 'ok';
    } catch { return false; }
  };

  // The circuit is gone for good: open the page again, but never away from the fields into nothing.
  const openAgain = async () => {
    lost();
    banner.classList.add('is-over');
    while (!await serverIsThere()) await new Promise(resolve => setTimeout(resolve, 2000));
    location.reload();
  };

  const tryNow = async () => {
    if (busy) return;
    busy = true;
    tries++;
    tell();
    try {
      if (await serverIsThere() && !await Blazor.reconnect()) await openAgain();
    } catch { /* still lost; the next try follows */ } finally { busy = false; }
  };
  retry.addEventListener('click', tryNow);
  reload.addEventListener('click', event => { event.preventDefault(); location.reload(); });
  window.addEventListener('online', () => { if (root.dataset.line === 'lost') tryNow(); });

  banner.addEventListener('components-reconnect-state-changed', event => {
    switch (event.detail.state) {
      case 'show': case 'paused': lost(); break;
      case 'retrying': lost(); tries = event.detail.currentAttempt ?? tries; tell(); break;
      case 'hide': found(); break;
      case 'failed': lost(); setTimeout(tryNow, 3000); break;
      // A resumed circuit looks alive while its buttons are dead: the page is opened again instead.
      case 'rejected': case 'resume-failed': openAgain(); break;
    }
  });
}

// ---- the clock: measured where something is counted, again when the line is back, and now and then ----
if (banner) {
  measure();
  setInterval(measure, 600_000);
  document.addEventListener('rr-line', event => { if (event.detail === 'back') measure(); });
}

// ---- start: nothing inline, so the options are given here ----
if (globalThis.Blazor) {
  await Blazor.start({
    circuit: {
      reconnectionOptions: { maxRetries: 100_000, retryIntervalMilliseconds: tried => tried < 1 ? 0 : tried < 10 ? 1000 : 3000 },
    },
  });
}
