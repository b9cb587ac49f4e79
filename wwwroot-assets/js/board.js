// The board in the hall: follows the stream of the display it was opened for, keeps the last picture while the line is lost, and says so.
// Everything it says then stands in the page from the start: nothing is fetched for it.

import { listen } from './hub-line.js';
import { pictureIn } from './board-picture.js';
import { make, mark, second, word } from './board-words.js';

const NEUTRAL_AFTER = 60_000;
const ASK_FOR = 5_000;
const hall = document.querySelector('.hall');
const picture = pictureIn(hall);
const { at } = picture;
let heardAt = null, isLost = false, isCovered = false;

const lookAtClock = () => {
  if (!isLost || isCovered || (heardAt && picture.isDrawn() && Date.now() - heardAt < NEUTRAL_AFTER)) return;
  isCovered = true;
  at('stop').hidden = true;
  at('said').textContent = '';
  picture.card('cover', word('Lost'), heardAt ? word('Stopped', second.format(heardAt)) : '');
};

const lineLost = () => {
  isLost = true;
  at('stop').hidden = !heardAt || isCovered;
  at('stop').replaceChildren(mark('stopped'), make('span', '', heardAt ? word('Stopped', second.format(heardAt)) : ''));
  lookAtClock();
};

const lineBack = () => {
  if (isLost) at('said').textContent = word('Said.Back');
  [isLost, isCovered] = [false, false];
  at('stop').hidden = true;
};

const closed = () => {
  picture.forget();
  at('stop').hidden = true;
  picture.card('cover', word('Closed'), word('ClosedHow'));
  hall.dataset.state = 'closed';
};

/** Whether the server itself says that this display is no longer open; a line that fails says nothing. */
const isClosed = async () => {
  try {
    const answer = await fetch('/board/open', { cache: 'no-store', redirect: 'error', signal: AbortSignal.timeout(ASK_FOR) });
    return answer.status === 401;
  } catch { return false; }
};

const follow = async () => {
  const clock = setInterval(lookAtClock, 1000);
  for (let tries = 0; ; tries++) {
    const onItem = view => {
      const wasLost = isLost;
      tries = 0;
      lineBack();
      picture.draw(view, wasLost);
      hall.dataset.state = 'open';
    };
    await listen('/hubs/room', 'WatchBoard', onItem, () => { heardAt = new Date(); });
    lineLost();
    if (await isClosed()) return clearInterval(clock), closed();
    await new Promise(wait => setTimeout(wait, tries < 1 ? 200 : tries < 10 ? 1000 : 3000));
  }
};

if (hall.dataset.state !== 'closed') follow();
