// The list of a picture: rows at their places, brackets beside them, empty frames for what is vacant or not revealed yet.

import { make, newRow, word } from './board-words.js';
import { drawRow, fit } from './board-row.js';

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

/** The list inside one picture. */
export const rowsIn = at => {
  const box = at('rows');
  const drawn = new Map();

  const drawBrackets = (brackets, strips) => {
    const beside = at('brackets');
    beside.replaceChildren(...brackets.filter(b => b.size > 0).map(b => {
      const text = word(`Bracket.${b.grade}`);
      const element = make('div', `hall-bracket is-${b.grade}${b.size < 3 ? ' is-short' : ''}`, b.size < 2 ? '' : b.size < 3 ? text.split(/[ :]/)[0] : text);
      element.style.setProperty('--from', b.slot);
      element.style.setProperty('--size', b.size);
      return element;
    }));
    // A name too long for its bracket shrinks to fit.
    for (const bracket of beside.children) {
      const share = bracket.clientHeight / Math.max(bracket.scrollHeight, 1);
      if (share < 1) bracket.style.fontSize = `${Math.max(.5, share * .96) * Number.parseFloat(getComputedStyle(bracket).fontSize)}px`;
    }
    box.append(...strips.map(s => {
      const strip = frames('is-vacant', word(`Vacant.${s.bracket.grade}`, s.bracket.vacant), s.bracket.vacant);
      place(strip, s.slot);
      return strip;
    }));
  };

  const draw = view => {
    const { slots, strips, brackets } = layOut(view);
    const known = new Set(view.rows.map(r => r.id));
    const count = Math.max(10, slots.length + (view.waiting ? 1.5 : 0));
    for (const side of [box, at('brackets')]) {
      side.style.setProperty('--slots', count);
      side.style.setProperty('--k', Math.min(1, 10 / count));
    }
    box.querySelectorAll('.hall-frames').forEach(f => f.remove());
    for (const [id, element] of drawn) if (!known.has(id)) { element.remove(); drawn.delete(id); }
    slots.forEach((index, slot) => {
      if (index === null) return;
      const row = view.rows[index];
      const element = drawn.get(row.id) ?? newRow();
      place(element, slot);
      if (!drawn.has(row.id)) { drawn.set(row.id, element); box.append(element); }
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
      box.append(waiting);
    }
  };

  const clear = () => {
    drawn.clear();
    box.querySelectorAll('.hall-row').forEach(r => r.remove());
    at('brackets').replaceChildren();
    at('axis').hidden = true;
  };

  // The first picture stands at once; from then on rows travel.
  const calm = () => requestAnimationFrame(() => box.classList.add('is-calm'));

  addEventListener('resize', () => box.querySelectorAll('.hall-name').forEach(cell => fit(cell, cell.querySelector('b'))));
  return { draw, clear, calm };
};
