// Draws the pages of a PDF as pictures, those in sight only. The file's own scripts, forms and links are never built, so none of them runs.
const mostPages = 200, mostPixels = 12e6;

export async function show(root, url, library, worker, words) {
  const stop = new AbortController();
  let task;
  const leave = () => { stop.abort(); task?.destroy(); root.replaceChildren(); };
  try {
    const pdf = await import(library);
    pdf.GlobalWorkerOptions.workerSrc = worker;
    const answer = await fetch(url, { signal: stop.signal });
    if (!answer.ok) throw new Error(String(answer.status));
    const data = new Uint8Array(await answer.arrayBuffer());
    task = pdf.getDocument({ data, isEvalSupported: false, enableXfa: false, useWasm: false, stopAtErrors: false, cMapUrl: '/pdf/cmaps/', cMapPacked: true, wasmUrl: '/pdf/' });
    const file = await task.promise;
    if (!stop.signal.aborted) await lay(root, file, words, stop.signal);
  } catch (fault) {
    if (!stop.signal.aborted) say(root, fault?.name === 'PasswordException' ? words.locked : words.broken);
  }
  return { leave };
}

function say(root, text) {
  const line = document.createElement('p');
  line.className = 'ban w';
  line.setAttribute('role', 'status');
  line.textContent = text;
  root.replaceChildren(line);
}

async function lay(root, file, words, signal) {
  const first = (await file.getPage(1)).getViewport({ scale: 1 });
  const count = Math.min(file.numPages, mostPages);
  const pages = Array.from({ length: count }, (_, i) => {
    const page = document.createElement('figure');
    page.dataset.page = i + 1;
    page.style.aspectRatio = `${first.width} / ${first.height}`;
    page.setAttribute('aria-label', words.page.replace('{0}', i + 1).replace('{1}', file.numPages));
    return page;
  });
  root.replaceChildren(...pages);
  if (file.numPages > count) {
    const line = document.createElement('p');
    line.className = 'xs faint';
    line.textContent = words.more.replace('{0}', file.numPages).replace('{1}', count);
    root.append(line);
  }
  const seen = new IntersectionObserver(entries => {
    for (const entry of entries) entry.isIntersecting ? draw(entry.target, file, words) : entry.target.replaceChildren();
  }, { rootMargin: '600px' });
  for (const page of pages) seen.observe(page);
  signal.addEventListener('abort', () => seen.disconnect());
}

async function draw(place, file, words) {
  if (place.firstChild) return;
  const canvas = document.createElement('canvas'), text = document.createElement('figcaption');
  place.append(canvas, text);
  try {
    const page = await file.getPage(Number(place.dataset.page)), own = page.getViewport({ scale: 1 });
    place.style.aspectRatio = `${own.width} / ${own.height}`;
    let scale = place.clientWidth / own.width * Math.min(devicePixelRatio || 1, 2);
    scale = Math.min(scale, Math.sqrt(mostPixels / (own.width * own.height)));
    const viewport = page.getViewport({ scale });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    await page.render({ canvas, viewport, annotationMode: 0 }).promise;
    // What a screen reader says of the picture.
    text.className = 'vh';
    text.textContent = (await page.getTextContent()).items.map(i => i.str ?? '').join(' ');
  } catch {
    if (place.isConnected) { text.className = 'ban w'; text.textContent = words.broken; }
  }
}
