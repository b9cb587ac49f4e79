// The editor of a report: what is typed goes to the server a moment after the last key, for the preview and the draft; a text over the limit is not sent, only said.
// The headings beside it move in the text, or write the heading that is missing at its end.

const pause = 700;

export function edit(area, page, limit) {
  const outline = area.closest('.report-desk').querySelector('.report-out');
  let timer = 0, last = area.value;

  async function tell() {
    clearTimeout(timer);
    if (area.value === last) return;
    last = area.value;
    const size = new Blob([last]).size;
    await page.invokeMethodAsync('Typed', size > limit ? null : last, size);
  }

  function show(from, line) {
    area.focus();
    area.setSelectionRange(from, from);
    area.scrollTop = Math.max(0, line * parseFloat(getComputedStyle(area).lineHeight) - 40);
  }

  function goTo(code) {
    const lines = area.value.split('\n');
    const at = lines.findIndex(line => /^#{1,6}\s/.test(line) && line.replace(/^#+\s*/, '').startsWith(code));
    if (at >= 0) show(lines.slice(0, at).join('\n').length + (at ? 1 : 0), at);
  }

  function append(heading) {
    const before = area.value.trimEnd();
    area.value = `${before}${before ? '\n\n' : ''}${heading}\n\n`;
    show(area.value.length, area.value.split('\n').length);
    tell();
  }

  const typed = () => { clearTimeout(timer); timer = setTimeout(tell, pause); };
  const pressed = event => {
    const button = event.target.closest('button');
    if (button?.dataset.add) append(button.dataset.add);
    else if (button?.dataset.goto) goTo(button.dataset.goto);
  };
  area.addEventListener('input', typed);
  area.addEventListener('change', tell);
  outline.addEventListener('click', pressed);

  return {
    put(text) { area.value = last = text; },
    flush: tell,
    leave() {
      clearTimeout(timer);
      area.removeEventListener('input', typed);
      area.removeEventListener('change', tell);
      outline.removeEventListener('click', pressed);
    },
  };
}
