// The picture: draws whatever snapshot it is given, moves rows to their places in one step, and never computes a value.

import { at, day, hall, make, minute, word } from './board-words.js';
import { drawRow, fit } from './board-row.js';

const rowsBox = at('rows');
const drawn = new Map();

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
  // A name too long for its bracket shrinks to fit.
  for (const bracket of box.children) {
    const share = bracket.clientHeight / Math.max(bracket.scrollHeight, 1);
    if (share < 1) bracket.style.fontSize = `${Math.max(.5, share * .96) * Number.parseFloat(getComputedStyle(bracket).fontSize)}px`;
  }
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
  const count = Math.max(10, slots.length + (view.waiting ? 1.5 : 0));
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
    const waiting = frames('is-waiting', word('Waiting', view.waiting), view.waiting);
    place(waiting, slots.length);
    rowsBox.append(waiting);
  }
};

export const card = (shows, text, more = '') => {
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
  at('entry').replaceChildren(...word('Entry', '\n').split('\n').flatMap((text, i) => i ? [make('b', '', String(view.foot.entry)), text] : [text]));
};

const tell = (before, view) => {
  if (!before || view.blank) return;
  const order = v => (v.rows ?? []).map(r => `${r.id}${r.rank}`).join();
  if (view.state !== before.state) at('said').textContent = word('Said.Locked');
  else if (order(before) !== order(view)) at('said').textContent = word('Said.Changed');
};

let last = null;
export const draw = view => {
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

/** Whether there is a picture to keep while the line is lost. */
export const isDrawn = () => last !== null;

/** Takes everything that came by the stream off the page. */
export const forget = () => {
  last = null;
  at('lock').hidden = true;
  at('title').textContent = word('Title');
  hall.querySelectorAll('.hall-foot [data-rule]').forEach(r => r.remove());
  at('time').replaceChildren();
  at('entry').replaceChildren();
};

addEventListener('resize', () => hall.querySelectorAll('.hall-name').forEach(cell => fit(cell, cell.querySelector('b'))));
