// The board in the hall: follows the stream of the display it was opened for, keeps the last picture while the line is lost, and says so.

import { listen } from './hub-line.js';
import { card, draw, forget, isDrawn } from './board-picture.js';
import { at, hall, mark, second, word } from './board-words.js';

const NEUTRAL_AFTER = 60_000;
let heardAt = null, lostSince = null;

const lineLost = () => {
  lostSince ??= Date.now();
  const stopped = heardAt ? word('Stopped', second.format(heardAt)) : '';
  if (Date.now() - lostSince >= NEUTRAL_AFTER || !isDrawn()) card('cover', word('Lost'), stopped);
  at('stop').hidden = !heardAt;
  at('stop').replaceChildren(mark('stopped'), stopped);
};

const lineBack = () => {
  if (lostSince !== null) at('said').textContent = word('Said.Back');
  lostSince = null;
  at('stop').hidden = true;
};

const closed = () => {
  forget();
  at('stop').hidden = true;
  card('cover', word('Closed'), word('ClosedHow'));
  hall.dataset.state = 'closed';
};

/** Whether the server itself says that this display is no longer open; a line that fails says nothing. */
const isClosed = async () => {
  try {
    const answer = await fetch('/board/open', { cache: 'no-store', redirect: 'error' });
    return answer.status === 401;
  } catch { return false; }
};

const follow = async () => {
  for (let tries = 0; ; tries++) {
    const onItem = view => {
      tries = 0;
      lineBack();
      draw(view);
      hall.dataset.state = 'open';
    };
    await listen('/hubs/room', 'WatchBoard', onItem, () => { heardAt = new Date(); });
    if (await isClosed()) return closed();
    lineLost();
    await new Promise(wait => setTimeout(wait, tries < 1 ? 200 : tries < 10 ? 1000 : 3000));
  }
};

if (hall.dataset.state !== 'closed') follow();
