// The board in the hall: draws whatever snapshot the stream brings, keeps the last picture while the line is lost, and never computes a value.

import { listen } from './hub-line.js';

const hall = document.querySelector('.hall');
const at = name => hall.querySelector(`[data-${name}]`);
const words = new Map([...document.getElementById('words').content.querySelectorAll('[data-word]')].map(w => [w.dataset.word, w.textContent]));
const word = (key, ...args) => args.reduce((text, arg, i) => text.replace(`{${i}}`, arg), words.get(`Board.${key}`) ?? key);
const mark = name => document.getElementById('marks').content.querySelector(`[data-mark="${name}"]`)?.cloneNode(true) ?? '';
const still = matchMedia('(prefers-reduced-motion: reduce)');
const rowsBox = at('rows');
const drawn = new Map();
const clock = new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const minute = new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('sv-SE');

const make = (tag, className, ...content) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
};

// ---- one row ----
const tween = (element, text) => {
  const [from, to] = [Number.parseFloat(element.textContent), Number.parseFloat(text)];
  cancelAnimationFrame(element.frame);
  if (still.matches || Number.isNaN(from) || Number.isNaN(to) || from === to) return void (element.textContent = text);
  const start = performance.now();
  const step = now => {
    const share = Math.min(1, (now - start) / 160);
    element.textContent = share === 1 ? text : (from + (to - from) * share).toFixed(2);
    if (share < 1) element.frame = requestAnimationFrame(step);
  };
  element.frame = requestAnimationFrame(step);
};

const drawMove = (cell, row) => {
  cell.className = `hall-move num${row.move ? '' : ' is-same'}`;
  if (row.rank == null) return cell.replaceChildren();
  const way = !row.move ? 'same' : row.move > 0 ? 'up' : 'down';
  cell.replaceChildren(mark(way), row.move ? String(Math.abs(row.move)) : '');
  cell.setAttribute('aria-label', word({ same: 'Same', up: 'Up', down: 'Down' }[way], Math.abs(row.move ?? 0)));
};

const drawName = (cell, row) => {
  const name = cell.querySelector('b');
  name.textContent = row.title;
  cell.replaceChildren(name);
  if (row.kind === 'individual') cell.append(make('small', '', word('Kind.individual')));
  if (row.tag) cell.append(make('span', 'hall-tag', word(`Tag.${row.tag}`)));
  fit(cell, name);
};

// A long name first shrinks to two thirds, then takes two lines.
const fit = (cell, name) => {
  name.style.fontSize = '';
  name.classList.remove('is-long');
  const over = cell.scrollWidth - cell.clientWidth;
  if (over <= 0 || !name.offsetWidth) return;
  const share = Math.max(.68, (name.offsetWidth - over - 2) / name.offsetWidth);
  name.style.fontSize = `${share}em`;
  name.classList.toggle('is-long', share === .68);
};

const drawRate = (cell, row) => {
  const value = cell.querySelector('b');
  value.classList.toggle('is-word', row.recomputing === true);
  if (row.recomputing) value.textContent = word('Recomputing'); else tween(value, row.rate ?? '');
  const before = row.corrected ? [make('small', '', word('Corrected'), row.old ? make('del', '', row.old) : '')] : [];
  cell.replaceChildren(...before, value);
};

const drawWord = (cell, row) => {
  const parts = [];
  if (row.word) parts.push(make('span', `is-${row.word}`, mark(row.word), word(`Word.${row.word}`)));
  const { submitted, eligible, recused } = row.sheets ?? {};
  if (row.sheets && recused > 0) parts.push(make('small', '', word('SheetsRecused', submitted, recused)));
  else if (row.sheets && !row.word) parts.push(make('small', '', word('Sheets', submitted, eligible)));
  cell.replaceChildren(...parts);
};

const drawRow = (element, row) => {
  const [rank, move, name, bar, rate, state] = element.children;
  element.classList.toggle('is-low', row.passes === false);
  element.classList.toggle('is-bare', row.rate == null && row.rank == null && !row.recomputing);
  element.classList.toggle('is-stale', row.recomputing === true);
  rank.textContent = row.rank ?? '–';
  bar.firstElementChild.style.width = `${row.rate ?? 0}%`;
  drawMove(move, row);
  drawName(name, row);
  drawRate(rate, row);
  drawWord(state, row);
};

// ---- places and empty frames ----
const frames = (className, text, count) => {
  const element = make('div', `hall-row hall-frames ${className}`, make('b', '', text), make('ol', '', ...Array.from({ length: Math.min(count, 14) }, () => make('li'))));
  element.setAttribute('role', 'listitem');
  return element;
};

const place = (element, slot) => element.style.setProperty('--at', slot);

/** Where every row and every strip of vacant places goes: rows of the brackets in order, vacant places below the rows of their grade. */
const layOut = view => {
  const [slots, strips, brackets] = [[], [], []];
  let row = 0;
  for (const bracket of view.brackets ?? []) {
    const from = slots.length;
    while (row < bracket.from + bracket.rows) slots.push(row++);
    if (bracket.vacant > 0) {
      strips.push({ slot: slots.length, bracket });
      slots.push(null);
    }
    brackets.push({ ...bracket, slot: from, size: slots.length - from });
  }
  while (row < view.rows.length) slots.push(row++);
  return { slots, strips, brackets };
};

const drawBrackets = (brackets, strips) => {
  const box = at('brackets');
  box.replaceChildren(...brackets.filter(b => b.size > 0).map(b => {
    const text = word(`Bracket.${b.grade}`);
    const element = make('div', `hall-bracket is-${b.grade}${b.size < 3 ? ' is-short' : ''}`, b.size < 2 ? '' : b.size < 3 ? text.split(/[ :]/)[0] : text);
    element.style.setProperty('--from', b.slot);
    element.style.setProperty('--size', b.size);
    return element;
  }));
  rowsBox.append(...strips.map(s => {
    const strip = frames('is-vacant', word(`Vacant.${s.bracket.grade}`, s.bracket.vacant), s.bracket.vacant);
    place(strip, s.slot);
    return strip;
  }));
};

// ---- the whole picture ----
const drawRows = view => {
  const { slots, strips, brackets } = layOut(view);
  const known = new Set(view.rows.map(r => r.id));
  const count = Math.max(10, slots.length + (view.waiting ? 1 : 0));
  for (const box of [rowsBox, at('brackets')]) {
    box.style.setProperty('--slots', count);
    box.style.setProperty('--k', Math.min(1, 10 / count));
  }
  rowsBox.querySelectorAll('.hall-frames').forEach(f => f.remove());
  for (const [id, element] of drawn) if (!known.has(id)) { element.remove(); drawn.delete(id); }
  slots.forEach((index, slot) => {
    if (index === null) return;
    const row = view.rows[index];
    const element = drawn.get(row.id) ?? document.getElementById('row').content.firstElementChild.cloneNode(true);
    place(element, slot);
    if (!drawn.has(row.id)) { drawn.set(row.id, element); rowsBox.append(element); }
    drawRow(element, row);
    element.classList.toggle('is-edge', brackets[0]?.slot + brackets[0]?.size === slot && slot > 0);
    element.classList.toggle('is-edge2', brackets[1]?.slot + brackets[1]?.size === slot && slot > 0);
  });
  drawBrackets(brackets, strips);
  const rated = slots.findLastIndex(i => i !== null && view.rows[i].rate != null) + 1;
  at('axis').hidden = rated === 0;
  at('axis').style.setProperty('--rated', rated);
  if (view.waiting) {
    const waiting = frames('', word('Waiting', view.waiting), view.waiting);
    place(waiting, slots.length + .3);
    rowsBox.append(waiting);
  }
};

const card = (shows, text, more = '') => {
  hall.dataset.shows = shows;
  if (shows === 'picture') return;
  at('card').textContent = text;
  at('card-more').textContent = more;
  if (shows !== 'nothing') clear();
};

const clear = () => {
  drawn.clear();
  rowsBox.querySelectorAll('.hall-row').forEach(r => r.remove());
  at('brackets').replaceChildren();
  at('sub').replaceChildren();
  at('axis').hidden = true;
};

const drawHead = view => {
  at('title').textContent = view.sessionTitle || view.title;
  const count = view.of == null ? '' : view.revealed === view.of ? word('All', view.of) : word('Revealed', view.revealed, view.of);
  at('sub').replaceChildren(make('span', '', word('Sub')), make('span', '', count));
  at('lock').hidden = false;
  at('lock').classList.toggle('is-locked', view.state === 'locked');
  at('lock').querySelector('span').textContent = word(`State.${view.state}`);
};

const drawFoot = view => {
  const extra = (view.brackets ?? []).flatMap(b => b.undecided ? [word('Undecided')] : b.vacant > 0 ? [word(`Vacant.${b.grade}`, b.vacant)] : []);
  hall.querySelectorAll('.hall-foot [data-rule]').forEach(r => r.remove());
  at('rules').before(...[...view.foot.rules.map(r => word(`Rule.${r}`)), ...extra].map(text => {
    const rule = make('span', '', text);
    rule.dataset.rule = '';
    return rule;
  }));
  const when = new Date(view.foot.at);
  at('time').replaceChildren(day.format(when), '\u3000', make('b', '', minute.format(when)));
  at('entry').replaceChildren(word('Entry', view.foot.entry));
};

const tell = (before, view) => {
  if (!before || view.blank) return;
  const order = v => (v.rows ?? []).map(r => `${r.id}${r.rank}`).join();
  if (view.state !== before.state) at('said').textContent = word('Said.Locked');
  else if (order(before) !== order(view)) at('said').textContent = word('Said.Changed');
};

let last = null;
const draw = view => {
  drawHead(view);
  drawFoot(view);
  if (view.blank) card('cover', word('Blank'));
  else if (!view.rows.length && !view.waiting) card('nothing', word('Empty'));
  else {
    card('picture');
    drawRows(view);
  }
  // The first picture stands at once; from then on rows travel.
  requestAnimationFrame(() => rowsBox.classList.add('is-calm'));
  tell(last, view);
  last = view;
};

// ---- the line ----
const NEUTRAL_AFTER = 60_000;
let heardAt = null, lostSince = null;

const lineLost = () => {
  if (lostSince === null) lostSince = Date.now();
  if (Date.now() - lostSince >= NEUTRAL_AFTER || !last) card('cover', word('Lost'), heardAt ? word('Stopped', clock.format(heardAt)) : '');
  at('stop').hidden = !heardAt;
  at('stop').replaceChildren(mark('stopped'), heardAt ? word('Stopped', clock.format(heardAt)) : '');
};

const lineBack = () => {
  if (lostSince !== null) at('said').textContent = word('Said.Back');
  lostSince = null;
  at('stop').hidden = true;
};

const closed = () => {
  last = null;
  at('lock').hidden = at('stop').hidden = true;
  at('title').textContent = word('Title');
  hall.querySelectorAll('.hall-foot [data-rule]').forEach(r => r.remove());
  at('time').replaceChildren();
  at('entry').replaceChildren();
  card('cover', word('Closed'), word('ClosedHow'));
  hall.dataset.state = 'closed';
};

/** Whether the server itself says that this screen is no longer open; a line that fails says nothing. */
const isClosed = async () => {
  try {
    const answer = await fetch('/board/open', { cache: 'no-store', redirect: 'error' });
    return answer.status === 401;
  } catch { return false; }
};

const follow = async () => {
  for (let tries = 0; ; tries++) {
    await listen('/hubs/room', 'WatchBoard', view => {
      tries = 0;
      heardAt = new Date();
      lineBack();
      draw(view);
      hall.dataset.state = 'open';
    });
    if (await isClosed()) return closed();
    heardAt ??= null;
    lineLost();
    await new Promise(wait => setTimeout(wait, tries < 1 ? 200 : tries < 10 ? 1000 : 3000));
  }
};

addEventListener('resize', () => hall.querySelectorAll('.hall-name').forEach(cell => fit(cell, cell.querySelector('b'))));
if (hall.dataset.state !== 'closed') follow();
