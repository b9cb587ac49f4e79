// The paper's only act: the print dialogue of the browser.
document.querySelector('[data-print]')?.addEventListener('click', () => window.print());
