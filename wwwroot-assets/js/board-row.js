// One row of the board: rank, move, name, bar, rate, word.

import { make, mark, word } from './board-words.js';

const still = matchMedia('(prefers-reduced-motion: reduce)');

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
  cell.removeAttribute('role');
  cell.removeAttribute('aria-label');
  if (row.rank == null) return cell.replaceChildren();
  const way = !row.move ? 'same' : row.move > 0 ? 'up' : 'down';
  cell.replaceChildren(mark(way), row.move ? String(Math.abs(row.move)) : '');
  cell.setAttribute('role', 'img');
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
export const fit = (cell, name) => {
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

export const drawRow = (element, row) => {
  const [rank, move, name, bar, rate, state] = element.children;
  element.classList.toggle('is-low', row.passes === false);
  element.classList.toggle('is-bare', row.rate == null && row.rank == null && !row.recomputing);
  element.classList.toggle('is-unrated', row.rate == null && !row.recomputing);
  element.classList.toggle('is-stale', row.recomputing === true);
  rank.textContent = row.rank ?? '–';
  bar.firstElementChild.style.width = `${row.rate ?? 0}%`;
  drawMove(move, row);
  drawName(name, row);
  drawRate(rate, row);
  drawWord(state, row);
};
