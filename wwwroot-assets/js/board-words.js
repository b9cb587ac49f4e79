// What the parts of the board share: its words and its marks, which stand once in the page's own HTML.

/** What stands in a template; a page drawn by a circuit has it in the template itself. */
const inside = id => {
  const template = document.getElementById(id);
  return template.content.childElementCount ? template.content : template;
};
let words = null;
const known = () => words ??= new Map([...inside('words').querySelectorAll('[data-word]')].map(w => [w.dataset.word, w.textContent]));
export const word = (key, ...args) => args.reduce((text, arg, i) => text.replace(`{${i}}`, arg), known().get(`Board.${key}`) ?? key);
export const hasWord = key => known().has(`Board.${key}`);
export const mark = name => inside('marks').querySelector(`[data-mark="${name}"]`)?.cloneNode(true) ?? '';
export const newRow = () => inside('row').firstElementChild.cloneNode(true);
const swedish = options => new Intl.DateTimeFormat('sv-SE', options);
export const day = swedish({});
export const minute = swedish({ hour: '2-digit', minute: '2-digit' });
export const second = swedish({ hour: '2-digit', minute: '2-digit', second: '2-digit' });

export const make = (tag, className, ...content) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
};
