// The ceremony of a picture: the place told last on the stage, all that was told in the ladder, and empty frames for the rest.
// A telling moves once (bar, name, rate, ladder); whatever is drawn anew, after a restart or a lost line, stands at once.

import { hasWord, make, mark, word } from './board-words.js';

const placeWord = rank => hasWord(`Place.${rank}`) ? word(`Place.${rank}`) : word('PlaceN', rank);

const rateOf = line => {
  const rate = line.recomputing ? make('b', 'is-word', word('Recomputing')) : make('b', '', line.rate ?? word('Word.notRanked'), line.rate ? make('small', '', '%') : '');
  return make('div', 'hall-told-rate num', rate, ...(line.corrected ? [make('span', 'hall-told-old', word('Corrected'), line.old ? make('del', '', line.old) : '')] : []));
};

const barOf = line => {
  const fill = make('i');
  fill.style.width = `${line.rate ?? 0}%`;
  const bar = make('div', `hall-told-bar${line.passes === false ? ' is-low' : ''}`, fill, make('u'), make('em', '', word('Line')));
  bar.setAttribute('aria-hidden', 'true');
  return bar;
};

const marksOf = line => make('div', 'hall-told-marks',
  ...(line.minority ? [make('span', 'is-minority', mark('minority'), word('MinorityKept', line.minority))] : []),
  ...(line.sheets && !line.recomputing ? [make('span', '', word('SheetsCounted', line.sheets))] : []),
  ...(line.undecided ? [make('span', '', word('Undecided'))] : []));

const stageOf = (line, tied) => {
  const rank = line.rank == null ? '' : tied ? word('Tied', placeWord(line.rank)) : placeWord(line.rank);
  const facts = [rank, line.kind === 'individual' ? word('Kind.individual') : ''].filter(t => t);
  const place = make('div', 'hall-told-place', facts.join('\u3000'), line.tag ? make('span', 'hall-tag', word(`Tag.${line.tag}`)) : '');
  return make('article', 'hall-told', place, make('div', 'hall-told-name', line.title), rateOf(line), barOf(line), marksOf(line));
};

const waiting = ceremony => make('div', 'hall-told-waiting', make('b', '', word('CeremonySub')), make('p', '', word('CeremonyHow', ceremony.places)));

const lineOf = (line, now) => {
  const told = line.title != null;
  const value = line.recomputing ? word('Recomputing') : line.rate ?? '';
  const content = told
    ? [make('span', 'hall-ladder-name', make('span', '', line.shortTitle ?? line.title)),
        make('span', 'hall-ladder-rate num', ...(line.corrected ? [make('small', '', word('Corrected'), line.old ? make('del', '', line.old) : '')] : []), value)]
    : [make('span', 'hall-ladder-frame')];
  const element = make('li', now ? 'is-now' : '', make('span', 'hall-ladder-place num', String(told ? line.rank ?? '–' : line.place)), ...content);
  if (!told) element.lastChild.setAttribute('aria-label', word('NotTold')), element.lastChild.setAttribute('role', 'img');
  if (line.tag && told) element.querySelector('.hall-ladder-name').append(make('small', 'hall-tag', word(`Tag.${line.tag}`)));
  return element;
};

/** A name a little too long for one line shrinks into it; a longer one takes two, and shrinks until it fits those. */
const fitName = (name, lines) => {
  name.style.whiteSpace = 'nowrap';
  const share = name.clientWidth / Math.max(name.scrollWidth, 1);
  if (share >= 1) return;
  if (share >= (lines > 1 ? .9 : .4)) return void (name.style.fontSize = `calc(var(--name) * ${(share * .99).toFixed(3)})`);
  name.style.whiteSpace = '';
  for (let size = 1; size > .4; size -= .05) {
    name.style.fontSize = `calc(var(--name) * ${size.toFixed(2)})`;
    if (name.clientHeight < 2.5 * 1.22 * Number.parseFloat(getComputedStyle(name).fontSize)) return;
  }
};

const fitLine = name => {
  const share = name.clientWidth / Math.max(name.scrollWidth, 1);
  if (share < 1 && share >= .75) name.style.fontSize = `${(share * .99).toFixed(3)}em`;
  else name.parentElement.classList.toggle('is-long', share < .75);
};

/** The ceremony inside one picture. */
export const ceremonyIn = at => {
  let told = null;

  const draw = (ceremony, still) => {
    const moves = told !== null && ceremony.told > told && !document.hidden && !still;
    const again = told === ceremony.told;
    told = ceremony.told;
    const [stage, ladder] = [at('stage'), at('ladder')];
    const now = ceremony.ladder.filter(l => ceremony.now.includes(l.place) && l.title != null);
    stage.style.setProperty('--k', now.length < 2 ? 1 : now.length < 3 ? .56 : .36);
    const grade = now[0] ? make('div', 'hall-told-grade', word(now[0].grade ? `Grade.${now[0].grade}` : 'Grade.none'), make('i')) : '';
    stage.replaceChildren(grade, ...(now.length ? now.map(l => stageOf(l, now.length > 1)) : [waiting(ceremony)]));
    if (!again) stage.classList.toggle('is-telling', moves);
    stage.querySelectorAll('.hall-told-name').forEach(n => fitName(n, now.length > 2 ? 1 : 2));
    ladder.style.setProperty('--places', Math.max(8, ceremony.places));
    ladder.replaceChildren(...ceremony.ladder.map(l => lineOf(l, ceremony.now.includes(l.place) && l.title != null)));
    if (!again) ladder.classList.toggle('is-telling', moves);
    ladder.querySelectorAll('.hall-ladder-name > span').forEach(fitLine);
    return moves ? now : [];
  };

  const clear = () => {
    told = null;
    at('stage').replaceChildren();
    at('ladder').replaceChildren();
    at('stage').classList.remove('is-telling');
  };

  return { draw, clear };
};

/** What is spoken of a telling. */
export const saidOf = lines => lines.map(l => `${placeWord(l.rank)} ${l.title} ${l.rate ?? ''}`).join('; ');
