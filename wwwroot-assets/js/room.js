// The expert's room in the browser: typed texts and drafts, single keys, quoting, the dossier's scroll. The server decides everything else.
import { now } from './clock.js';
import { Drafts, forget } from './drafts.js';
import { isText, singleKeys } from './keys.js';
import { Marks } from './marks.js';
import { Reader } from './reader.js';
import { Sheets } from './sheets.js';

const scaleKeys = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'Delete', 'Enter', 'Backspace']);
const turns = /^(next|previous|category:)/;

export function enter(server, options) { return new Desk(server, options); }

// The dossier alone, without a sheet beside it.
export function read() { return new Reader(document.getElementById('main'), () => {}); }

// The right to a dossier has ended: nothing of it stays on this device; a page that had shown it is loaded anew in place.
export function seal(person, room, dossier, reload) {
  forget(`${person}/${room}/${dossier}/`);
  if (reload) location.replace(location.href);
}

// Minutes that are left, for the whole page, never seconds.
function drawDeadlines() {
  for (const el of document.querySelectorAll('[data-deadline]')) {
    const minutes = Math.ceil((Number(el.dataset.deadline) * 1000 - now()) / 60000), words = minutes > 0 ? el.dataset.left.replace('{0}', minutes) : el.dataset.over;
    if (el.textContent !== words) el.textContent = words;
  }
}
setInterval(drawDeadlines, 10_000);

// Going to another dossier or item closes the list it was chosen from; the page stays.
document.addEventListener('click', e => { if (e.target.closest('.agenda nav a, .stakes li button')) e.target.closest('details').open = false; });

// One of two texts that differ: which it is, its words, and the button that takes it.
function choice(word, text, label, act) {
  const p = document.createElement('p'), b = document.createElement('b'), s = document.createElement('span'), button = document.createElement('button');
  b.textContent = word; s.textContent = text || '–'; button.textContent = label; button.type = 'button'; button.className = 'btn sm';
  button.addEventListener('click', act);
  p.append(b, s, button);
  return p;
}

class Desk {
  constructor(server, options) {
    this.server = server;
    this.person = options.person;
    this.home = `${options.person}/${options.room}/${options.dossier}/`;
    this.root = document.getElementById('main');
    this.stop = new AbortController();
    this.words = JSON.parse(this.root.closest('[data-words]')?.dataset.words ?? '{}');
    this.reader = new Reader(this.root, place => this.quote(place));
    this.sheets = new Sheets(this.root, this.reader);
    this.drafts = new Drafts(server, options, (name, answer) => this.drawKept(name, answer));
    this.marks = new Marks(this.root, this.drafts);
    this.observer = new MutationObserver(() => this.sync());
    this.observer.observe(this.root, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-saved', 'data-evidence'] });
    const on = (target, type, act, capture = false) => target.addEventListener(type, act, { signal: this.stop.signal, capture });
    on(document, 'keydown', e => this.key(e), true);
    on(this.root, 'input', e => this.typed(e.target));
    on(this.root, 'focusout', () => this.drafts.flush());
    on(this.root, 'focusin', e => { if (e.target.dataset?.field) this.lastField = e.target.dataset.field; });
    on(document, 'click', e => this.click(e));
    on(document, 'rr-line', e => this.line(e.detail !== 'lost'));
    on(window, 'pagehide', () => this.drafts.flush());
    on(document, 'submit', e => this.signOut(e), true);
    // What was typed before this script was here is kept like all typing.
    for (const el of this.root.querySelectorAll('[data-field]')) if (el.value !== el.dataset.saved) this.typed(el);
    this.sync();
    this.drafts.adopt(options.saved);
    drawDeadlines();
    this.root.dataset.desk = 'ready';
  }

  leave() {
    delete this.root.dataset.desk;
    clearTimeout(this.patience);
    this.stop.abort();
    this.observer.disconnect();
    this.reader.leave();
    this.drafts.leave();
    this.marks.leave();
  }

  forget() { forget(this.home); }
  keep(entry) { this.marks.heard(entry.criterion); this.drafts.keep(entry); }
  settle(id) { this.drafts.settle(id); }
  openDialog(id) {
    document.getElementById(id)?.showModal();
  }

  follow(criterion, focus) {
    this.marks.turn();
    this.reader.follow(criterion);
    if (this.root.matches('.table')) {
      const row = this.root.querySelector('tr.sel td.nm button');
      row?.scrollIntoView({ block: 'nearest' });
      if (focus) row?.focus({ preventScroll: true });
      return;
    }
    if (focus) this.root.querySelector('[data-item] [data-scale]')?.focus({ preventScroll: true });
    this.root.querySelector('[data-item]')?.scrollIntoView({ block: 'nearest' });
    this.release();
  }

  // ---- texts ----

  fieldOf(criterion, field) { return this.root.querySelector(`[data-item="${criterion}"] [data-field="${field}"]`); }

  placeOf(el) { return el.dataset.place ? { at: el.dataset.place, quote: el.dataset.quoted || null } : null; }

  typed(el) {
    const criterion = el.closest?.('[data-item]')?.dataset.item;
    if (!criterion || !el.dataset.field) return;
    const entry = this.drafts.find(criterion, el.dataset.field);
    this.drafts.put(criterion, el.dataset.field, { text: el.value, place: entry ? entry.place : this.placeOf(el) }, el.dataset.saved, 600);
  }

  // Shows in each field what is kept here, else what is stored; both where another tab has stored something else meanwhile.
  sync() {
    this.reader.evidence(this.root.dataset.evidence);
    for (const el of this.root.querySelectorAll('[data-field]')) {
      const criterion = el.closest('[data-item]').dataset.item, name = `${criterion}|${el.dataset.field}`, entry = this.drafts.entries.get(name), saved = el.dataset.saved;
      if (!entry) { if (el.value !== saved) el.value = saved; this.both(el, null); continue; }
      if (document.activeElement !== el && el.value !== entry.text) el.value = entry.text ?? '';
      entry.conflict = saved !== entry.text && saved !== entry.base && !this.drafts.sent.get(name)?.has(saved);
      this.both(el, entry.conflict ? entry : null);
    }
  }

  both(el, entry) {
    const box = el.parentElement.querySelector('[data-conflict]');
    if (!box || box.hidden === !entry) return;
    box.hidden = !entry;
    box.replaceChildren();
    if (!entry) return;
    const choose = keep => {
      const name = `${entry.criterion}|${entry.field}`;
      if (keep) { entry.base = el.dataset.saved; entry.conflict = false; entry.text = el.value; this.drafts.send(name); } else this.drafts.settle(entry.id);
      this.sync();
    };
    box.append(choice(this.words.stored, el.dataset.saved, this.words.useStored, () => choose(false)), choice(this.words.here, entry.text, this.words.useHere, () => choose(true)));
  }

  drawKept(name, answer) {
    const drafts = this.drafts, show = drafts && drafts.count > 0 && (!drafts.online || drafts.late);
    for (const mark of this.root.querySelectorAll('[data-kept]')) {
      mark.hidden = !show;
      mark.parentElement.classList.toggle('kept', Boolean(show));
      const words = show ? (drafts.isOnDevice ? mark.dataset.words : mark.dataset.memory).replace('{0}', drafts.count) : '', line = mark.querySelector('span');
      if (line.textContent !== words) line.textContent = words;
    }
    if (name?.endsWith('|mark') && answer && !answer.stored && !answer.retry) this.marks.paint(name.split('|')[0]);
    if (drafts) this.sync();
  }

  line(online) {
    this.drafts.online = online;
    if (online) this.drafts.resume(); else this.drawKept();
  }

  signOut(e) {
    if (!e.target.getAttribute('action')?.endsWith('/sign-out')) return;
    this.drafts.flush();
    if (this.drafts.count > 0 && !confirm(this.words.signOut.replace('{0}', this.drafts.count))) { e.preventDefault(); e.stopPropagation(); return; }
    forget(`${this.person}/`);
  }

  // ---- keys ----

  key(e) {
    if (document.querySelector('dialog[open]')) return;
    if (e.key === 'Escape' && this.sheets.close()) return;
    if (this.holds(e)) return;
    const scale = e.target.closest?.('[data-scale]');
    if (scale && scaleKeys.has(e.key) && !e.ctrlKey && !e.altKey) e.preventDefault();
    if (scale) this.marks.key(scale, e);
    const press = action => { e.preventDefault(); if (this.drafts.online && this.root.matches('.bench') && turns.test(action)) this.hold(); this.server.invokeMethodAsync('Press', action).catch(() => {}); };
    if (e.ctrlKey && e.key === 'Enter') { this.drafts.flush(); return this.root.matches('.table') ? this.toSend(e) : press('submit'); }
    if (e.altKey && /^[1-9]$/.test(e.key)) return press(`category:${e.key}`);
    if (e.target.matches?.('.pt td.nm button') && /^Arrow(Up|Down)$/.test(e.key)) return press(e.key === 'ArrowDown' ? 'down' : 'up');
    if (e.ctrlKey || e.altKey || e.metaKey || isText(e.target) || !singleKeys()) return;
    const key = e.key.toLowerCase(), action = { n: 'next', p: 'previous', d: 'stake', j: 'down', k: 'up' }[key];
    if (scale && !['next', 'previous'].includes(action)) return;
    if (this.reader.key(e, key, () => this.sheets.open(document.activeElement, 'open'))) return e.preventDefault();
    if (action) press(action);
  }

  // Ctrl+Enter at the table: a remark is sent; for all that counts the focus goes to the button, or to what it still waits for. It never commits at once.
  toSend(e) {
    const form = e.target.closest?.('form') ?? this.root.querySelector('.rev');
    e.preventDefault();
    if (form?.matches('.say')) return form.requestSubmit();
    const empty = [...form?.querySelectorAll('input, textarea:not(#dissent)') ?? []].find(field => field.type === 'checkbox' ? !field.checked : !field.value);
    if (empty) return empty.focus();
    const button = form?.querySelector('button[type=submit]');
    // What was just typed may still be on its way: the button opens a moment later.
    const go = tries => { if (button?.disabled && tries > 0) setTimeout(go, 100, tries - 1); else (button?.disabled ? form.querySelector('[data-scale]') : button)?.focus(); };
    go(20);
  }

  // Keys struck between two items are for the one that comes: half a number must not become a mark of its own. Until `follow` has brought the focus there.
  hold() {
    this.held = [];
    this.patience = setTimeout(() => this.release(), 3000);
  }

  holds(e) {
    if (!this.held || e.ctrlKey || e.altKey || e.metaKey || isText(e.target) || (e.key.length > 1 && !scaleKeys.has(e.key))) return false;
    e.preventDefault();
    e.stopImmediatePropagation();
    this.held.push(e.key);
    return true;
  }

  release() {
    const keys = this.held ?? [];
    this.held = null;
    clearTimeout(this.patience);
    for (const key of keys) (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }

  // The remark an entry answers or was moved by.
  point(el) {
    if (!el) return;
    el.tabIndex = -1;
    el.focus({ preventScroll: true });
    el.scrollIntoView({ block: 'nearest' });
    el.classList.remove('flash');
    requestAnimationFrame(() => el.classList.add('flash'));
  }

  click(e) {
    const press = e.target.closest('[data-press]'), remark = e.target.closest('[data-remark]');
    if (remark) this.point(document.getElementById(`r-${remark.dataset.remark}`));
    if (press) this.server.invokeMethodAsync('Press', press.dataset.press).catch(() => {});
    e.target.closest('[data-close-notice]')?.closest('.ban')?.setAttribute('hidden', '');
    if (e.target.closest('[data-close-dialog]')) e.target.closest('dialog')?.close();
    // Enter on the row that is open goes on to its panel.
    if (e.detail === 0 && e.target.closest('.pt tr.sel td.nm button')) this.root.querySelector('.side [role=tab][aria-selected=true]')?.focus();
    const opener = e.target.closest('[data-open-dossier], [data-open-items]');
    if (opener) this.sheets.open(opener, opener.matches('[data-open-items]') ? 'items' : 'open'); else this.sheets.leave(e.target);
    const cell = e.target.closest('[data-rate]');
    if (cell) this.marks.cell(cell);
  }

  // ---- quoting ----

  quote({ at, quote }) {
    const item = this.root.querySelector('[data-item]'), el = item && (this.fieldOf(item.dataset.item, this.lastField ?? 'strength') ?? item.querySelector('[data-field]'));
    if (!el) { this.server.invokeMethodAsync('Quote', at, quote).then(() => document.getElementById('say')?.focus()).catch(() => {}); return; }
    if (!el.value.trim()) el.value = `“${quote}”`;
    this.drafts.put(item.dataset.item, el.dataset.field, { text: el.value, place: { at, quote } }, el.dataset.saved, 0);
    this.sheets.close();
    el.focus();
  }
}
