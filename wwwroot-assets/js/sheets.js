// What comes over the room's page and goes again: the dossier, and on a narrow screen all items. The focus goes with it, and back to where it was opened.

export class Sheets {
  constructor(root, reader) { Object.assign(this, { root, reader }); }

  open(opener, sheet) {
    this.opener = opener;
    this.root.dataset.sheet = sheet;
    if (sheet === 'items') return this.root.querySelector('tr.sel td.nm button')?.focus();
    this.reader.open(this.root.querySelector('[data-item]')?.dataset.item);
    this.root.querySelector('[data-text]')?.focus({ preventScroll: true });
  }

  // A click on its own button, on the dimmed page beside it, or on the item that was looked for.
  leave(target) {
    const sheet = this.root.dataset.sheet;
    if (sheet && (target.closest('[data-close-sheet]') || target === this.root || (sheet === 'items' && target.closest('.pt tbody tr')))) this.close();
  }

  close() {
    if (!this.root.dataset.sheet) return false;
    this.reader.close();
    delete this.root.dataset.sheet;
    if (this.opener?.isConnected) this.opener.focus();
    return true;
  }
}
