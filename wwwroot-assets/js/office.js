// The console: long presses, the way from a row to its panel, the clock and the minutes left, rows that travel to their rank.
// Everything is delegated, so nothing has to be attached when a row or a panel is drawn anew.

import { now as serverNow } from './clock.js';

const HOLD = 1500;
const FIRED = Symbol('fired');
let press = null;

function letGo() {
  if (!press) return;
  clearTimeout(press.timer);
  press.button.classList.remove('pressing');
  press = null;
}

function take(event) {
  const button = event.target.closest?.('[data-hold]');
  if (!button || button.disabled || event.button !== 0) return;
  letGo();
  button.classList.add('pressing');
  press = { button, timer: setTimeout(() => fire(button), HOLD) };
}

function fire(button) {
  letGo();
  if (!button.isConnected || button.disabled) return;
  const held = new MouseEvent('dblclick', { bubbles: true, cancelable: true });
  held[FIRED] = true;
  button.dispatchEvent(held);
}

// A click of the pointer is never the act itself; a click without a pointer (Enter, a screen reader) arms and then fires.
function filter(event) {
  const button = event.target.closest?.('[data-hold]');
  if (!button || event[FIRED]) return;
  if (event.type === 'dblclick' || event.detail > 0) {
    event.stopImmediatePropagation();
    event.preventDefault();
  }
}

// Enter held down is one Enter: it must not arm and fire.
function keys(event) {
  if (event.repeat && event.target.closest?.('[data-hold]') && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
}

// A row that was opened by a key gives the focus on to its panel, once that has come.
let opened = null;

function open(event) {
  const row = event.detail === 0 ? event.target.closest?.('[data-row] button.nm')?.closest('[data-row]') : null;
  if (!row) return;
  opened = row.dataset.row;
  goToPanel();
}

function goToPanel() {
  if (!opened || document.querySelector('[data-row].sel')?.dataset.row !== opened) return;
  opened = null;
  document.querySelector('.ctl')?.focus();
}

function tell() {
  const now = new Date(serverNow());
  const clock = now.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
  for (const element of document.querySelectorAll('[data-clock]')) if (element.textContent !== clock) element.textContent = clock;
  for (const element of document.querySelectorAll('[data-until]')) {
    const minutes = Math.ceil((new Date(element.dataset.until) - now) / 60000);
    const words = minutes > 0 ? element.dataset.left.replace('{0}', minutes) : element.dataset.over;
    if (element.textContent !== words) element.textContent = words;
  }
}

// Rows travel to their new rank in one step (faces 2.3); with reduced motion they are simply there.
const places = new WeakMap();

function travel() {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches || document.hidden;
  for (const row of document.querySelectorAll('[data-row]')) {
    const top = row.offsetTop;
    const before = places.get(row);
    places.set(row, top);
    if (still || before === undefined || before === top) continue;
    row.animate([{ transform: `translateY(${before - top}px)` }, { transform: 'none' }], { duration: 480, easing: 'cubic-bezier(.2, 0, 0, 1)' });
  }
}

let attached = false;

export function attach() {
  tell();
  travel();
  if (attached) return;
  attached = true;
  document.addEventListener('pointerdown', take, true);
  for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, letGo, true);
  document.addEventListener('pointerout', event => { if (press && !press.button.contains(event.relatedTarget)) letGo(); }, true);
  for (const kind of ['click', 'dblclick']) document.addEventListener(kind, filter, true);
  document.addEventListener('keydown', keys);
  document.addEventListener('click', open);
  document.addEventListener('focusin', event => { if (event.target.matches?.('[data-select]')) event.target.select(); });
  setInterval(tell, 1000);
  let due = 0;
  new MutationObserver(changes => {
    tell();
    goToPanel();
    if (!due && changes.some(c => c.target.closest?.('tbody'))) due = requestAnimationFrame(() => { due = 0; travel(); });
  }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] });
}
