// What the parts of the board share: the page's elements, its words and its marks. Everything the page says stands in its own HTML.

export const hall = document.querySelector('.hall');
export const at = name => hall.querySelector(`[data-${name}]`);
const words = new Map([...document.getElementById('words').content.querySelectorAll('[data-word]')].map(w => [w.dataset.word, w.textContent]));
export const word = (key, ...args) => args.reduce((text, arg, i) => text.replace(`{${i}}`, arg), words.get(`Board.${key}`) ?? key);
export const mark = name => document.getElementById('marks').content.querySelector(`[data-mark="${name}"]`)?.cloneNode(true) ?? '';
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
