import { byId, isShortcut } from '../html/dom.js';
import { followTheme } from '../html/theme.js';
import { Changes } from './changes.js';
import { drawTotals } from './totals.js';

/** Puts the page together; '/' leads to the filter, Escape empties it. */
function start() {
  followTheme();
  const data = byId('data');
  const comparison = JSON.parse(data.textContent);
  data.remove();
  drawTotals(comparison);
  const changes = new Changes(comparison);
  document.addEventListener('keydown', event => {
    if (event.key === '/' && !isShortcut(event) && !event.target.matches('input, select')) {
      event.preventDefault();
      changes.text.focus();
    } else if (event.key === 'Escape' && event.target === changes.text) {
      changes.text.value = '';
      changes.draw();
    }
  });
}

start();
