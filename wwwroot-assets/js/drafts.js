// What this device keeps of one dossier's sheet until the server has given a receipt for it.
// Stored encrypted (AES-GCM); the key lives in the page's memory and, wrapped by the server, beside the text.

const prefix = 'rr-draft/';
// Byte by byte: a long sheet has more bytes than a call may have arguments.
const encode = bytes => btoa(Array.from(new Uint8Array(bytes), b => String.fromCharCode(b)).join(''));
const decode = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map(b => b.toString(16).padStart(2, '0')).join('');

const sealed = new Set();

// Takes drafts off this device: of one dossier, or of one person. Writes still under way are dropped too.
export function forget(home) {
  sealed.add(prefix + home);
  for (const name of Object.keys(localStorage)) if (name.startsWith(prefix + home)) localStorage.removeItem(name);
}

export class Drafts {
  constructor(server, options, changed) {
    this.server = server;
    this.changed = changed;
    this.entries = new Map();      // "criterion|field" -> entry
    this.sent = new Map();         // "criterion|field" -> texts this tab has sent: not a conflict when they come back
    this.timers = new Map();
    this.home = `${prefix}${options.person}/${options.room}/${options.dossier}/`;
    this.slot = this.home + newId();
    this.wrapped = options.wrapped;
    this.secure = Boolean(globalThis.crypto?.subtle);
    this.key = this.secure ? this.importKey(options.key) : null;
    this.isOnDevice = this.secure;  // else only in this page: no safe connection, or the device's storage is full
    this.online = document.documentElement.dataset.line !== 'lost';
    if (navigator.locks) navigator.locks.request(this.slot, () => new Promise(release => { this.release = release; }));
    this.beat = setInterval(() => this.retry(), 2000);
  }

  importKey(text) {
    return crypto.subtle.importKey('raw', decode(text), 'AES-GCM', false, ['encrypt', 'decrypt']);
  }

  get sealed() { return [...sealed].some(home => this.slot.startsWith(home)); }
  get count() { return this.entries.size; }
  get late() { return [...this.entries.values()].some(e => !e.refused && Date.now() - e.at > 2500); }
  find(criterion, field) { return this.entries.get(`${criterion}|${field}`); }

  // A text being typed, or a mark the server did not take up. A new content is a new command, unless the old one never left.
  put(criterion, field, content, base, wait, overdue = false) {
    const name = `${criterion}|${field}`, old = this.entries.get(name);
    const entry = old && !old.sentAt ? Object.assign(old, content) : { id: newId(), criterion, field, base: old ? old.base : base, ...content };
    Object.assign(entry, { at: overdue ? 0 : Date.now(), refused: false });
    this.entries.set(name, entry);
    this.persist();
    clearTimeout(this.timers.get(name));
    this.timers.set(name, setTimeout(() => this.send(name), wait));
    this.changed();
  }

  // A mark the page itself is sending; kept until settled.
  keep(entry) {
    this.entries.set(`${entry.criterion}|${entry.field}`, { ...entry, at: Date.now(), sentAt: Date.now() });
    this.persist();
    this.changed();
  }

  settle(id) {
    for (const [name, entry] of this.entries) if (entry.id === id) this.entries.delete(name);
    this.persist();
    this.changed();
  }

  flush() { for (const [name, entry] of this.entries) if (!entry.sentAt) this.send(name); }

  retry() {
    if (this.online) for (const [name, e] of this.entries) if (e.sentAt && !e.refused && !e.conflict && Date.now() - e.sentAt > 4000) this.send(name);
    this.changed();
  }

  resume() {
    this.online = true;
    for (const [name, entry] of this.entries) if (!entry.refused) this.send(name);
    this.changed();
  }

  async send(name) {
    const entry = this.entries.get(name);
    clearTimeout(this.timers.get(name));
    if (!entry || entry.conflict || !this.online || this.sealed) return;
    entry.sentAt = Date.now();
    if (!this.sent.has(name)) this.sent.set(name, new Set());
    this.sent.get(name).add(entry.text ?? '');
    const { id, criterion, field, rate, text, place } = entry;
    let answer;
    try { answer = await this.server.invokeMethodAsync('Deliver', { id, criterion, field, rate, text, place }); } catch { return; }
    const now = this.entries.get(name);
    if (now?.id === id && answer.stored) this.entries.delete(name);
    else if (now?.id === id && !answer.retry) now.refused = true;
    else if (now && now.id !== id && answer.stored) now.base = text ?? '';
    this.persist();
    this.changed(name, answer);
  }

  persist() {
    if (!this.secure || this.sealed) return;
    this.dirty = true;
    this.writing ??= this.write().finally(() => { this.writing = null; });
  }

  async write() {
    while (this.dirty && !this.sealed) {
      this.dirty = false;
      if (this.entries.size === 0) { localStorage.removeItem(this.slot); continue; }
      const iv = crypto.getRandomValues(new Uint8Array(12)), bytes = new TextEncoder().encode(JSON.stringify([...this.entries.values()]));
      const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await this.key, bytes);
      if (!this.sealed) this.isOnDevice = this.store(JSON.stringify({ wrapped: this.wrapped, iv: encode(iv), data: encode(data) }));
    }
  }

  store(text) {
    try { localStorage.setItem(this.slot, text); return true; } catch { return false; }
  }

  // Drafts of tabs that are no more: a reload, a crash, a closed laptop. Sent with the command ids they were made with.
  async adopt(saved) {
    if (!this.secure) return;
    const held = navigator.locks ? new Set((await navigator.locks.query()).held.map(l => l.name)) : new Set();
    for (const name of Object.keys(localStorage).filter(n => n.startsWith(this.home) && n !== this.slot && !held.has(n))) {
      for (const entry of await this.read(name)) {
        const place = `${entry.criterion}|${entry.field}`, stored = saved[place] ?? '', here = entry.field === 'mark' ? String(entry.rate ?? '') : entry.text ?? '';
        if (this.entries.has(place) || stored === here) continue;
        const conflict = entry.field !== 'mark' && !entry.sentAt && entry.base !== undefined && stored !== entry.base;
        this.entries.set(place, { ...entry, conflict, refused: false });
      }
      this.persist();
      await this.writing;
      localStorage.removeItem(name);
    }
    this.changed();
    for (const [name, entry] of this.entries) if (!entry.conflict) this.send(name);
  }

  async read(name) {
    try {
      const { wrapped, iv, data } = JSON.parse(localStorage.getItem(name)), key = await this.server.invokeMethodAsync('Unwrap', wrapped);
      if (!key) return [];
      return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: decode(iv) }, await this.importKey(key), decode(data))));
    } catch { return []; }
  }

  leave() {
    clearInterval(this.beat);
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.release?.();
  }
}
