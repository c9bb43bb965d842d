import { plainButton } from './buttons.js';
import { showDialog } from './dialog.js';
import { element } from './dom.js';
import { icon } from './icons.js';

const KEYS = [
  ['↑ ↓', 'previous, next line'],
  ['→', 'expand, then the first one below'],
  ['←', 'collapse, then the one above'],
  ['Home End', 'first, last line'],
  ['Page Up, Page Down', 'a page up, down'],
  ['Enter', 'open the details'],
  ['Esc', 'close the details, then show all of the time'],
  ['*', 'expand everything on this level'],
  ['e c', 'expand all, collapse all'],
  ['n p', 'next, previous match, or error if nothing is searched'],
  ['+ - 0', 'show less time, more, all of it'],
  ['w s, Ctrl + wheel', 'less, more time, around the pointer'],
  ['a d, Shift + ← →', 'earlier, later; so does the wheel sideways'],
  ['z', 'show the time of the selected span'],
  ['/', 'search'],
  ['?', 'this list'],
  ['Drag in the ruler', 'show the time that is drawn'],
  ['Double click', 'on a bar: show its time; on a name: expand; on the ruler: all'],
];

export function helpButton() {
  return plainButton('Keys', icon('help'), () => showHelp());
}

export function showHelp() {
  showDialog('Keys and gestures in the waterfall',
      element('dl', {}, ...KEYS.flatMap(([key, meaning]) => [element('dt', {}, element('kbd', {}, key)), element('dd', {}, meaning)])));
}
