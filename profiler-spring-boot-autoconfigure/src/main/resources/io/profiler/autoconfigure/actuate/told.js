import { makeButton } from '../../report/html/buttons.js';
import { byId, element } from '../../report/html/dom.js';
import { icon } from '../../report/html/icons.js';

const ICONS = { bad: 'warning', wary: 'warning', good: 'done', '': 'waiting' };
let ticking;

/** Says below the form how far the request is, or what became of it: {@code bad}, {@code wary}, {@code good}, or neither. */
export function tell(kind, text, ...rest) {
  clearInterval(ticking);
  byId('outcome').className = `told ${kind}`;
  byId('outcome').replaceChildren(icon(ICONS[kind]), text, ...rest);
}

/** Says what is waited for, for how long already, and lets it be stopped: by a button that the growing time does not move. */
export function tellWaiting(text, stop) {
  const seconds = element('span', { class: 'soft', 'aria-hidden': 'true' });
  tell('', text, makeButton({ class: 'link', click: stop }, 'Stop'), seconds);
  let passed = 0;
  ticking = setInterval(() => { seconds.textContent = `${++passed} s`; }, 1000);
}
