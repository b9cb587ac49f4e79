// Small pictures at the desk: the same drawing as in the hall, scaled to the width there is.

import { pictureIn } from './board-picture.js';

const WIDTH = 1920;
const known = new WeakMap();

/**
 * Shows a picture in a small hall; it is drawn anew only when it has changed.
 * @param {HTMLElement} frame the frame around the hall
 * @param {string} view the picture as JSON
 * @param {boolean} still nothing moves: what is only prepared has not happened
 */
export function show(frame, view, still) {
  if (!frame?.isConnected) return;
  const hall = frame.querySelector('.hall');
  const fit = () => hall.style.setProperty('--small', frame.clientWidth / WIDTH);
  if (!known.has(frame)) {
    known.set(frame, pictureIn(hall));
    new ResizeObserver(fit).observe(frame);
  }
  fit();
  known.get(frame).draw(JSON.parse(view), still);
}
