// The keyboard of every page: ? shows the keys, J and K walk along rows, arrows move within tabs and radio groups.
// Keys of one character work outside text fields only and can be switched off; the device remembers it.

const setting = 'rr-single-keys';
export const singleKeys = () => localStorage.getItem(setting) !== 'off';
export const isText = element => Boolean(element?.closest?.('input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable=true]'));

// ---- the table ----

function show() {
  const dialog = document.getElementById('keys');
  if (!dialog || dialog.open || document.querySelector('main.hall')) return;
  for (const row of dialog.querySelectorAll('[data-when]')) row.hidden = !document.querySelector(row.dataset.when);
  for (const group of dialog.querySelectorAll('section')) group.hidden = !group.querySelector('[data-when]:not([hidden])');
  dialog.querySelector('[data-single-keys]').checked = singleKeys();
  dialog.showModal();
}

document.addEventListener('change', event => {
  if (event.target.matches?.('[data-single-keys]')) localStorage.setItem(setting, event.target.checked ? 'on' : 'off');
});
document.addEventListener('click', event => {
  if (!event.target.closest?.('[data-show-keys]')) return;
  const menu = event.target.closest('details');
  if (menu) { menu.open = false; menu.querySelector('summary').focus(); }
  show();
});

// ---- rows ----

function walk(step) {
  const all = [...document.querySelectorAll('[data-walk]')].filter(row => row.checkVisibility());
  if (all.length === 0) return false;
  const now = all.findIndex(row => row === document.activeElement || row.closest('tr, li')?.contains(document.activeElement));
  const next = all[now < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, now + step))];
  next.focus();
  (next.closest('tr, li') ?? next).scrollIntoView({ block: 'nearest' });
  return true;
}

// ---- tabs and radio groups ----

function turn(event) {
  const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
  const group = step && event.target.matches?.('[role=tab], [role=radio]') ? event.target.closest('[role=tablist], [role=radiogroup]') : null;
  if (!group) return false;
  const all = [...group.querySelectorAll('[role=tab], [role=radio]')], next = all[(all.indexOf(event.target) + step + all.length) % all.length];
  next.focus();
  if (next.matches('[role=tab]')) next.click();
  return true;
}

// ---- the table of opinions: arrows cell by cell, J and K along the candidates ----

const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], j: [1, 0], k: [-1, 0] };

function cell(event) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key, step = steps[key];
  const table = document.querySelector('[data-matrix]'), here = event.target.closest?.('[data-cell]');
  if (!step || !table || (key.length === 1 && (!singleKeys() || isText(event.target))) || (!here && key.length > 1)) return false;
  const rows = [...table.tBodies[0].rows].map(row => [...row.querySelectorAll('[data-cell]')]);
  const from = here ?? table.querySelector('[data-cell][tabindex="0"]') ?? rows[0]?.[0];
  const y = rows.findIndex(row => row.includes(from)), x = rows[y]?.indexOf(from) ?? -1;
  if (y < 0) return false;
  const to = here ? rows[Math.min(rows.length - 1, Math.max(0, y + step[0]))][Math.min(rows[y].length - 1, Math.max(0, x + step[1]))] : from;
  to.focus();
  to.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return true;
}

// A cell opened by key gives the focus on to its opinion, once that has come.
document.addEventListener('click', event => {
  const opened = event.detail === 0 && event.target.closest?.('[data-cell]');
  if (!opened) return;
  const asked = new URL(opened.href).searchParams, name = `${asked.get('u')}/${asked.get('c')}`;
  const go = left => {
    const panel = document.querySelector('[data-open-cell]');
    if (panel?.dataset.openCell === name) return panel.querySelector('h2').focus();
    if (left > 0) requestAnimationFrame(() => go(left - 1));
  };
  requestAnimationFrame(() => go(120));
});

// ---- the board: the announcer's key and the privacy key, also from a presenter's clicker ----

const boardKeys = { b: '[data-blank]', '.': '[data-blank]', ' ': '[data-announce]', enter: '[data-announce]', pagedown: '[data-announce]' };

function press(event) {
  const key = event.key.toLowerCase();
  const button = boardKeys[key] && document.querySelector(boardKeys[key]);
  if (!button || isText(event.target) || (key.length === 1 && key !== ' ' && !singleKeys())) return false;
  // A control that has the focus keeps its own Space and Enter.
  if (key !== 'pagedown' && key.trim().length !== 1 && event.target.closest?.('button, a, summary, input, select')) return false;
  if (!event.repeat && !button.disabled) button.click();
  return true;
}

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  if (turn(event) || press(event) || cell(event)) return event.preventDefault();
  if (isText(event.target) || !singleKeys()) return;
  const key = event.key.toLowerCase();
  if (key === '?' || key === '？') { event.preventDefault(); show(); }
  if ((key === 'j' || key === 'k') && !event.target.closest?.('[role=slider]') && walk(key === 'j' ? 1 : -1)) event.preventDefault();
});
