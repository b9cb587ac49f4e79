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

  takeSelection() {
    const taken = this.selected();
    if (!taken) return;
    document.getSelection().removeAllRanges();
    if (this.button) this.button.hidden = true;
    this.onQuote(taken);
  }
}
