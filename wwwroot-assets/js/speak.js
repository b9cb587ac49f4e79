// For those who listen: the reader's own receipts and the state of the line, in the page's one live region beside the milestones from the server.
// Where keys follow fast only the last receipt is spoken. After going to another page the focus goes to its heading, as soon as that has come.

const REST = 700;
const heard = new WeakMap(), last = new Map();
let due = 0, page = location.pathname + location.search, path = location.pathname, owesFocus = false;

export function say(words) {
  const place = document.querySelector('[data-own]');
  if (place && words) place.textContent = words;
}

const spoken = element => (element.checkVisibility() ? element.textContent : '').replace(/\s+/g, ' ').trim();

// "save" stands there from the start and may be drawn anew: what it says first, and again, is no news. Anything else is news when it comes.
function listen() {
  const now = location.pathname + location.search;
  if (now !== page) last.clear();
  page = now;
  for (const element of document.querySelectorAll('[data-speak]')) {
    const name = element.dataset.speak, words = spoken(element);
    if (words === heard.get(element)) continue;
    const isOld = name === 'save' && (!last.has(name) || last.get(name) === words);
    heard.set(element, words);
    last.set(name, words);
    if (!words || isOld) continue;
    clearTimeout(due);
    due = setTimeout(say, REST, words);
  }
}

function focus() {
  if (location.pathname !== path) [path, owesFocus] = [location.pathname, true];
  if (!owesFocus || document.querySelector('[aria-busy=true]')) return;
  const heading = document.querySelector('main h1');
  if (!heading) return;
  owesFocus = false;
  if (document.activeElement !== document.body) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

new MutationObserver(() => { listen(); focus(); }).observe(document.body, { childList: true, subtree: true, characterData: true });
