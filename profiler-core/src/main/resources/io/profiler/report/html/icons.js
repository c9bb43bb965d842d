import { svgElement } from './dom.js';

const ICON_PATHS = {
  close: 'M3.5 3.5l9 9m0-9l-9 9',
  copy: 'M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1',
  done: 'M3 8.5l3.5 3.5L13 4.5',
  save: 'M8 2.5v7.5M5 7l3 3 3-3M2.5 10.5v3h11v-3',
  failed: 'M4 4l8 8m0-8l-8 8',
  help: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.8-1.1 1.6M8 12.2v.6',
  theme: 'M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11',
  warning: 'M8 2.5L14.5 13.5h-13zM8 6.5v3.5M8 11.5v.8',
  waiting: 'M4.5 2.5h7M4.5 13.5h7M5 2.5c0 3 3 4 3 5.5s-3 2.5-3 5.5M11 2.5c0 3-3 4-3 5.5s3 2.5 3 5.5',
};

/** One of the icons that several parts of the pages use. */
export function icon(name) {
  return drawnIcon(ICON_PATHS[name]);
}

/** An icon that one part alone uses, drawn along its own path. */
export function drawnIcon(path) {
  return svgElement('svg', { class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true' }, svgElement('path', { d: path }));
}
