// The server's clock and the page's answer to it. A laptop's own clock may be wrong by hours: minutes left are counted by the server's.

const root = document.documentElement;

// The time by the server's clock, in milliseconds since 1970; by the laptop's own until the first measurement.
export const now = () => Date.now() + (Number(root.dataset.clockOff) || 0);

// The page is there: answered to the server's question.
export function here() {
  tell();
  return true;
}

// Server time comes in whole seconds: a difference of less than two is none.
export async function measure() {
  try {
    const sent = Date.now();
    const answer = await fetch('/healthz', { cache: 'no-store', redirect: 'error' });
    const server = Date.parse(answer.headers.get('date')), local = (sent + Date.now()) / 2;
    if (!Number.isFinite(server)) return;
    const off = server + 500 - local;
    root.dataset.clockOff = Math.abs(off) < 2000 ? '0' : String(Math.round(off));
    tell();
  } catch { /* Without a line the last measurement stands. */ }
}

// Told once per page in words where the laptop is more than two minutes off.
export function tell() {
  const off = Number(root.dataset.clockOff) || 0, minutes = Math.round(Math.abs(off) / 60_000);
  for (const box of document.querySelectorAll('[data-clock-notice]')) {
    if (Math.abs(off) <= 120_000 || box.dataset.told) continue;
    box.dataset.told = 'yes';
    box.querySelector('[data-words]').textContent = (off > 0 ? box.dataset.slow : box.dataset.fast).replace('{0}', minutes);
    box.hidden = false;
  }
}
