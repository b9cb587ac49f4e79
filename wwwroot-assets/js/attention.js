// Calls somebody back to a hidden tab: a mark before its title, a dot on its icon, a notification where the reader has allowed it. No dossier is named: a lock screen is seen by others.

const mark = '\u25cf ';
let icon = null, watch = null;

const link = () => document.querySelector('link[rel="icon"]');

function show() {
  if (!document.title.startsWith(mark)) document.title = mark + document.title;
}

function clear() {
  if (document.hidden || !watch) return;
  watch.disconnect();
  watch = null;
  document.title = document.title.replace(mark, '');
  link().href = icon;
}
document.addEventListener('visibilitychange', clear);

// Asked only when somebody presses the button for it.
document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-ask-notify]');
  if (button) Notification.requestPermission().then(() => { button.hidden = true; });
});

export function call() {
  const box = document.querySelector('[data-call-icon]'), may = globalThis.isSecureContext && 'Notification' in globalThis;
  for (const button of document.querySelectorAll('[data-ask-notify]')) button.hidden = !may || Notification.permission !== 'default';
  if (!document.hidden || !box) return;
  if (!watch) {
    icon = link().href;
    link().href = box.dataset.callIcon;
    // The page may change its title meanwhile.
    watch = new MutationObserver(show);
    watch.observe(document.head, { subtree: true, childList: true, characterData: true });
  }
  show();
  if (may && Notification.permission === 'granted') {
    const note = new Notification(box.dataset.callWords, { tag: 'rr-floor', icon });
    note.onclick = () => { globalThis.focus(); note.close(); };
  }
}
