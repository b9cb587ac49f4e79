// Marks as they are struck. The server moves the scale; what it does not take up in time, because the line is down, or went dead unnoticed,
// or the scale was gone when the key arrived, is kept here and sent like a text: stored, or refused in words, never swallowed.

const lows = [0, 10, 30, 50, 70, 90];
const patience = 2000;

export class Marks {
  constructor(root, drafts) {
    this.root = root;
    this.drafts = drafts;
    this.struck = new Map();       // criterion -> what was asked of the server, and until when it may take its time
    this.digits = '';
  }

  // Where a key leads, as the server reads it; undefined where it moves nothing.
  key(scale, e) {
    const item = scale.closest('[data-item]');
    if (!item || e.ctrlKey || e.altKey || e.metaKey) return;
    if (/^\d$/.test(e.key)) { this.digits = this.digits.length < 3 ? this.digits + e.key : this.digits; return; }
    if (this.digits && e.key === 'Backspace') { this.digits = this.digits.slice(0, -1); return; }
    const rate = this.digits && e.key === 'Enter' ? Number(this.digits) : this.next(this.now(item), e.key);
    if (rate === undefined && e.key !== 'Escape') return;
    this.digits = '';
    if (rate === undefined || rate > 100 || rate % 5 !== 0) return;
    this.ask(item, rate);
  }

  // Half a number is for the item it was struck at.
  turn() { this.digits = ''; }

  cell(cell) { const item = cell.closest('[data-item]'); if (item) this.ask(item, Number(cell.dataset.rate)); }

  next(now, key) {
    const band = lows.findLastIndex(low => now >= low), none = now === null;
    return {
      Home: 0, End: 100, Delete: none ? undefined : null,
      ArrowRight: none ? 0 : Math.min(now + 5, 100), ArrowUp: none ? 0 : Math.min(now + 5, 100),
      ArrowLeft: none ? 100 : Math.max(now - 5, 0), ArrowDown: none ? 100 : Math.max(now - 5, 0),
      PageUp: none ? 0 : lows[Math.min(band + 1, 5)], PageDown: none ? 90 : lows[Math.max(band - 1, 0)],
    }[key];
  }

  now(item) {
    const code = item.dataset.item, draft = this.drafts.find(code, 'mark'), kept = draft && !draft.refused ? draft : this.struck.get(code);
    return kept ? kept.rate : this.shown(item);
  }

  // What the server said last; null where it said nothing.
  shown(item) {
    const said = item.querySelector('[data-big]')?.dataset.big;
    return said ? Number(said) : null;
  }

  ask(item, rate) {
    const code = item.dataset.item;
    if (rate === this.now(item)) return;
    if (!this.drafts.online) return this.keep(code, rate, 600);
    this.forget(code);
    this.struck.set(code, { rate, timer: setTimeout(() => { this.struck.delete(code); this.keep(code, rate, 0); }, patience) });
  }

  // The server has taken the mark up.
  heard(code) { this.forget(code); }

  forget(code) {
    clearTimeout(this.struck.get(code)?.timer);
    this.struck.delete(code);
  }

  keep(code, rate, wait) {
    this.drafts.put(code, 'mark', { rate, text: null }, null, wait, wait === 0);
    this.paint(code, rate);
  }

  // Draws a mark that only this device knows; undefined draws again what the server said last.
  paint(code, rate) {
    const item = this.root.querySelector(`[data-item="${code}"]`), figure = item?.querySelector('[data-big]')?.firstChild;
    if (!figure) return;
    const shown = rate === undefined ? this.shown(item) : rate, worth = item.querySelector('[data-worth]');
    figure.nodeValue = shown === null ? '–' : String(shown);
    if (worth?.firstChild) worth.firstChild.nodeValue = worth.dataset.words.replace('{0}', (worth.dataset.worth * (shown ?? 0) / 100).toFixed(2));
    for (const cell of item.querySelectorAll('[data-scale] [data-rate]')) cell.className = Number(cell.dataset.rate) === shown && shown !== null ? 'cell sel' : 'cell';
  }

  leave() { for (const code of [...this.struck.keys()]) this.forget(code); }
}
