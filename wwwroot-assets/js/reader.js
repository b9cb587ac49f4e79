// The dossier beside the sheet: where one reads, what was quoted, and taking a quotation.

export class Reader {
  constructor(root, onQuote) {
    this.root = root;
    this.onQuote = onQuote;
    this.stop = new AbortController();
    this.text = root.querySelector('[data-text]');
    this.button = root.querySelector('[data-quote]');
    if (!this.text) return;
    const on = (target, type, act, options = {}) => target.addEventListener(type, act, { signal: this.stop.signal, ...options });
    on(this.text, 'scroll', () => { this.pending ??= requestAnimationFrame(() => { this.pending = null; this.where(); }); }, { passive: true });
    on(document, 'selectionchange', () => this.offer());
    on(root, 'click', e => this.click(e));
    if (this.button) on(this.button, 'mousedown', e => e.preventDefault());
    this.where();
  }

  leave() {
    this.stop.abort();
    globalThis.CSS?.highlights?.delete('evidence');
  }

  headings() { return [...this.text.querySelectorAll('[id^="h-"]')]; }

  click(e) {
    const link = e.target.closest('[data-anchor]'), goto = e.target.closest('[data-goto]'), step = e.target.closest('[data-heading]');
    if (link) { e.preventDefault(); e.stopPropagation(); this.show(document.getElementById(link.dataset.anchor)); }
    if (goto) { this.root.dataset.sheet = 'open'; this.flash(this.place(goto.dataset.goto)); }
    if (step) this.show(this.headings()[this.current() + Number(step.dataset.heading)]);
    if (e.target.closest('[data-quote]')) this.takeSelection();
  }

  show(el) {
    if (!el) return;
    this.text.scrollTop += el.getBoundingClientRect().top - this.text.getBoundingClientRect().top - 20;
    this.where();
  }

  // Put away and taken up again it is open where one was reading; at another item, where that begins.
  open(criterion) {
    if (!this.text) return;
    if (criterion === this.opened) this.text.scrollTop = this.kept ?? 0; else this.follow(criterion);
    this.opened = criterion;
  }

  close() { this.kept = this.text?.scrollTop; }

  follow(criterion) { if (this.text) this.show(document.getElementById(`h-${criterion}`)); }

  // ---- keys: paragraph by paragraph where the dossier has the focus, E quotes, G and a number go to a section ----

  key(e, key, open) {
    if (!this.text) return false;
    if (this.going !== undefined) return this.go(e);
    const inside = this.text.contains(e.target);
    if (inside && (key === 'j' || key === 'k')) return this.step(key === 'j' ? 1 : -1);
    if (key === 'e') { this.takeSelection(inside ? this.at : null); return true; }
    if (key !== 'g') return false;
    if (!this.text.checkVisibility()) open();
    this.going = '';
    this.say('G …');
    return true;
  }

  step(by) {
    const all = [...this.text.querySelectorAll('[data-place]')], top = this.text.getBoundingClientRect().top;
    const now = this.at?.isConnected ? all.indexOf(this.at) : all.findIndex(p => p.getBoundingClientRect().bottom > top + 40) - (by > 0 ? 1 : 0);
    this.at?.classList.remove('at');
    this.at = all[Math.min(Math.max(now + by, 0), all.length - 1)];
    this.at?.classList.add('at');
    this.at?.scrollIntoView({ block: 'nearest' });
    return true;
  }

  // As soon as what is typed names a section it is shown; any other key ends it.
  go(e) {
    if (!/^[0-9.]$/.test(e.key)) {
      delete this.going;
      delete this.anchor;
      this.where();
      return ['Enter', 'Escape', 'Backspace'].includes(e.key);
    }
    this.going += e.key;
    this.show(document.getElementById(`h-${this.going}`));
    this.say(`G ${this.going}`);
    return true;
  }

  say(words) {
    const label = this.root.querySelector('[data-where]');
    if (label) label.textContent = words;
  }

  place(at) { return at ? this.text.querySelector(`[data-place="${CSS.escape(at)}"]`) : null; }

  flash(el) {
    if (!el) return;
    this.show(el);
    el.classList.remove('flash');
    requestAnimationFrame(() => el.classList.add('flash'));
  }

  current() {
    const top = this.text.getBoundingClientRect().top + 40;
    return this.headings().findLastIndex(h => h.getBoundingClientRect().top <= top);
  }

  // Marks the heading being read in the outline and opens its chapter.
  where() {
    if (!this.text) return;
    const at = this.headings()[Math.max(this.current(), 0)], anchor = at?.id, label = this.root.querySelector('[data-where]');
    if (!at || this.anchor === anchor) return;
    this.anchor = anchor;
    if (label) label.textContent = at.textContent.split(/\s/)[0];
    const entry = this.root.querySelector(`[data-outline] [data-anchor="${CSS.escape(anchor)}"]`)?.parentElement;
    for (const li of this.root.querySelectorAll('[data-outline] li')) {
      li.classList.toggle('cur', li === entry);
      li.classList.toggle('open', li.dataset.chapter === entry?.dataset.chapter);
    }
    entry?.scrollIntoView({ block: 'nearest' });
  }

  // ---- evidence ----

  evidence(json) {
    if (json === this.shown || !this.text || !globalThis.Highlight) return;
    this.shown = json;
    const ranges = JSON.parse(json || '[]').map(place => this.range(place)).filter(Boolean);
    CSS.highlights.set('evidence', new Highlight(...ranges));
  }

  // The quoted words in their paragraph; the whole paragraph where they are not found in one piece.
  range({ at, quote }) {
    const el = this.place(at);
    if (!el) return null;
    const range = document.createRange(), walker = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
    range.selectNodeContents(el);
    for (let node = walker.nextNode(); quote && node; node = walker.nextNode()) {
      const from = node.nodeValue.indexOf(quote);
      if (from < 0) continue;
      range.setStart(node, from);
      range.setEnd(node, from + quote.length);
      break;
    }
    return range;
  }

  // ---- quoting ----

  selected() {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !this.text?.contains(selection.anchorNode)) return null;
    const range = selection.getRangeAt(0), el = (range.startContainer.parentElement ?? this.text).closest('[data-place]'), quote = selection.toString().trim().replace(/\s+/g, ' ').slice(0, 200);
    return el && quote ? { at: el.dataset.place, quote, range } : null;
  }

  offer() {
    if (!this.button) return;
    const taken = this.root.querySelector('[data-field], .say') ? this.selected() : null;
    this.button.hidden = !taken;
    if (!taken) return;
    const box = taken.range.getBoundingClientRect(), home = this.button.parentElement.getBoundingClientRect();
    this.button.style.left = `${Math.min(Math.max(box.left - home.left, 8), home.width - 120)}px`;
    this.button.style.top = `${Math.min(Math.max(box.bottom - home.top + 6, 50), home.height - 44)}px`;
  }

  // Where nothing is selected, the paragraph one has walked to.
  takeSelection(paragraph = null) {
    const taken = this.selected() ?? (paragraph && { at: paragraph.dataset.place, quote: paragraph.textContent.trim().replace(/\s+/g, ' ').slice(0, 200) });
    if (!taken) return;
    document.getSelection().removeAllRanges();
    if (this.button) this.button.hidden = true;
    this.onQuote(taken);
  }
}
