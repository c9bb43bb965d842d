import { element } from './dom.js';
import { icon } from './icons.js';

const KEYS = [
  ['↑ ↓', 'previous, next line'],
  ['→', 'expand, then the first one below'],
  ['←', 'collapse, then the one above'],
  ['Home End', 'first, last line'],
  ['Page Up, Page Down', 'a page up, down'],
  ['Enter', 'open the details'],
  ['Esc', 'close the details'],
  ['*', 'expand everything on this level'],
  ['e c', 'expand all, collapse all'],
  ['n p', 'next, previous match, or error if nothing is searched'],
  ['+ - 0', 'show less time, more, all of it'],
  ['Shift + ← →', 'earlier, later'],
  ['z', 'show the time of the selected span'],
  ['/', 'search'],
  ['?', 'this list'],
];

export function helpButton() {
  return element('button', { type: 'button', class: 'plain', title: 'Keys', 'aria-label': 'Keys', click: () => showHelp() }, icon('help'));
}

export function showHelp() {
  const close = () => dialog.close();
  const dialog = element('dialog', { class: 'help', 'aria-labelledby': 'help-title' },
      element('header', {}, element('h2', { id: 'help-title' }, 'Keys in the waterfall'),
          element('button', { type: 'button', class: 'plain', 'aria-label': 'Close', click: close }, icon('close'))),
      element('dl', {}, ...KEYS.flatMap(([key, meaning]) => [element('dt', {}, element('kbd', {}, key)), element('dd', {}, meaning)])));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
