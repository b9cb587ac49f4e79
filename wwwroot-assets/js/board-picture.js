// The picture: draws whatever snapshot it is given into one element, moves rows to their places in one step, and never computes a value.

import { day, make, minute, word } from './board-words.js';
import { rowsIn } from './board-rows.js';
import { ceremonyIn, saidOf } from './board-ceremony.js';

/** One picture inside an element that holds its parts: the whole page of a display, or a small one at the desk. */
export const pictureIn = hall => {
  const at = name => hall.querySelector(`[data-${name}]`);
  const [rows, ceremony] = [rowsIn(at), ceremonyIn(at)];
  let last = null;

  const clear = () => {
    rows.clear();
    ceremony.clear();
    at('sub').replaceChildren();
    at('told').textContent = '';
  };

  const card = (shows, text, more = '') => {
    hall.dataset.shows = shows;
    at('card').textContent = text;
    at('card-more').textContent = more;
    if (shows !== 'nothing') clear();
  };

  const drawHead = view => {
    at('title').textContent = view.sessionTitle || view.title;
    const count = view.of == null ? '' : view.revealed === view.of ? word('All', view.of) : word('Revealed', view.revealed, view.of);
    at('sub').replaceChildren(...(view.ceremony ? [make('span', '', word('CeremonySub'))] : view.blank ? [] : [make('span', '', word('Sub')), make('span', '', count)]));
    at('told').textContent = view.ceremony ? word('Told', view.ceremony.told, view.ceremony.places) : '';
    at('lock').hidden = view.state === 'ceremony';
    at('lock').classList.toggle('is-locked', view.state === 'locked');
    at('lock').querySelector('span').textContent = word(`State.${view.state}`);
  };

  const drawFoot = view => {
    const extra = (view.brackets ?? []).flatMap(b => b.undecided ? [word('Undecided')] : b.vacant > 0 ? [word(`Vacant.${b.grade}`, b.vacant)] : []);
    const vacant = (view.ceremony?.vacant ?? []).map(v => word(`Vacant.${v.grade}`, v.places));
    hall.querySelectorAll('.hall-foot [data-rule]').forEach(r => r.remove());
    at('rules').before(...[...view.foot.rules.map(r => word(`Rule.${r}`)), ...extra, ...vacant].map(text => {
      const rule = make('span', '', text);
      rule.dataset.rule = '';
      return rule;
    }));
    const when = new Date(view.foot.at);
    at('time').replaceChildren(...(view.ceremony ? [word('Proposal')] : [day.format(when), '\u3000', make('b', '', minute.format(when))]));
    at('entry').replaceChildren(...word('Entry', '\n').split('\n').flatMap((text, i) => i ? [make('b', '', String(view.foot.entry)), text] : [text]));
  };

  const tell = (before, view, told) => {
    if (!at('said')) return;
    if (view.blank) return void (at('said').textContent = '');
    const order = v => (v.rows ?? []).map(r => `${r.id}${r.rank}`).join();
    if (told.length) at('said').textContent = saidOf(told);
    else if (!before || view.ceremony) return;
    else if (view.state === 'locked' && before.state !== 'locked') at('said').textContent = word('Said.Locked');
    else if (order(before) !== order(view)) at('said').textContent = word('Said.Changed');
  };

  /** @param {boolean} still what was missed is shown at once, without its motion */
  const draw = (view, still = false) => {
    drawHead(view);
    drawFoot(view);
    let told = [];
    if (view.blank) card('cover', word('Blank'));
    else if (view.ceremony) {
      if (hall.dataset.shows !== 'ceremony') rows.clear();
      hall.dataset.shows = 'ceremony';
      told = ceremony.draw(view.ceremony, still);
    } else if (!view.rows.length && !view.waiting) card('nothing', word('Empty')), rows.clear(), ceremony.clear();
    else {
      if (hall.dataset.shows === 'ceremony') ceremony.clear();
      hall.dataset.shows = 'picture';
      rows.draw(view);
    }
    rows.calm();
    tell(last, view, told);
    last = view;
  };

  /** Takes everything that came by the stream off the page. */
  const forget = () => {
    last = null;
    clear();
    if (at('said')) at('said').textContent = '';
    at('lock').hidden = true;
    at('title').textContent = word('Title');
    hall.querySelectorAll('.hall-foot [data-rule]').forEach(r => r.remove());
    at('time').replaceChildren();
    at('entry').replaceChildren();
  };

  return { at, draw, card, forget, isDrawn: () => last !== null };
};
