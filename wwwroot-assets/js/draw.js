// A draw run again in the reader's own browser, from the committed pool and the opened secrets; and the secrets of office and supervisor, made here.

const main = document.querySelector('[data-draw]'), id = main.dataset.draw, words = JSON.parse(main.dataset.words);
const utf8 = text => new TextEncoder().encode(text);
const hex = bytes => [...new Uint8Array(bytes)].map(b => b.toString(16).padStart(2, '0')).join('');
const unhex = text => Uint8Array.from(text.match(/../g), pair => parseInt(pair, 16));
const sha256 = async bytes => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
const byCodeUnits = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// Numbers from a seed: SHA-256 over seed and counter (8 bytes, big-endian), read as big-endian 32-bit words; the uneven rest is passed over.
class Numbers {
  constructor(seed) { this.block = new Uint8Array(40); this.block.set(seed); this.counter = 0n; this.words = []; }
  async next() {
    if (this.words.length === 0) {
      new DataView(this.block.buffer).setBigUint64(32, this.counter++);
      const view = new DataView((await sha256(this.block)).buffer);
      for (let i = 0; i < 32; i += 4) this.words.push(view.getUint32(i));
    }
    return this.words.shift();
  }
  async below(bound) {
    const fair = Math.floor(2 ** 32 / bound) * bound;
    for (;;) { const word = await this.next(); if (word < fair) return word % bound; }
  }
}

async function draw(pool, seed) {
  const numbers = new Numbers(unhex(seed)), order = pool.candidates.filter(c => c.drawable).sort((a, b) => byCodeUnits(a.alias, b.alias));
  const meets = panel => pool.quotas.every(q => panel.filter(c => c.specialties.includes(q.specialty)).length >= q.least);
  for (;;) {
    for (let i = order.length - 1; i > 0; i--) {
      const other = await numbers.below(i + 1);
      [order[i], order[other]] = [order[other], order[i]];
    }
    if (meets(order.slice(0, pool.size))) return order.slice(0, pool.size + pool.reserve).map(c => c.alias);
  }
}

async function again(number) {
  const round = (await (await fetch(`/api/draws/${id}`)).json()).rounds[number - 1];
  const bytes = new Uint8Array(await (await fetch(`/api/draws/${id}/rounds/${number}/pool.json`)).arrayBuffer());
  const poolHash = hex(await sha256(bytes)), seed = hex(await sha256(utf8(`${poolHash}|${round.officeNonce}|${round.supervisorNonce}`)));
  const kept = hex(await sha256(utf8(round.officeNonce))) === round.officeHash && hex(await sha256(utf8(round.supervisorNonce))) === round.supervisorHash;
  const drawn = await draw(JSON.parse(new TextDecoder().decode(bytes)), seed);
  const shown = [...round.result.panel, ...round.result.reserve];
  return kept && poolHash === round.poolHash && seed === round.seed && drawn.join() === shown.join();
}

async function ask(act, said) {
  said.textContent = words.Sending;
  try {
    const commandId = hex(crypto.getRandomValues(new Uint8Array(16)));
    const answer = await fetch(`/api/draws/${id}/acts`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ commandId, ...act }) });
    if (answer.ok) return location.reload();
    said.textContent = (await answer.json()).title ?? words.Failed;
  } catch { said.textContent = words.Failed; }
}

for (const button of main.querySelectorAll('[data-again]')) {
  const said = main.querySelector(`[data-said="${button.dataset.again}"]`);
  button.addEventListener('click', async () => {
    if (!crypto.subtle) { said.textContent = words.NoCrypto; return; }
    said.textContent = words.Sending;
    try {
      const same = await again(Number(button.dataset.again));
      said.textContent = same ? words.Same : words.Different;
      said.dataset.same = String(same);
    } catch { said.textContent = words.Failed; }
  });
}

for (const forms of main.querySelectorAll('[data-round]')) {
  const said = forms.querySelector('[data-told]'), made = forms.querySelector('[data-made]'), name = `rr-nonce/${id}/${forms.dataset.round}`;
  const kept = localStorage.getItem(name), field = forms.querySelector('[data-nonce]');
  if (kept) { made.textContent = kept; made.hidden = false; }
  if (field && kept) field.value = kept;
  forms.querySelector('[data-commit]')?.addEventListener('click', async () => {
    if (!crypto.subtle) { said.textContent = words.NoCrypto; return; }
    const nonce = localStorage.getItem(name) ?? hex(crypto.getRandomValues(new Uint8Array(16)));
    localStorage.setItem(name, nonce);
    await ask({ act: 'commitNonce', hash: hex(await sha256(utf8(nonce))) }, said);
  });
  forms.querySelector('[data-open]')?.addEventListener('click', () => ask({ act: 'openNonce', nonce: field.value.trim() }, said));
}
