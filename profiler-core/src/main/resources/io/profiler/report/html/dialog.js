import { plainButton } from './buttons.js';
import { element } from './dom.js';
import { icon } from './icons.js';

/** Shows something above the page, until it is closed. */
export function showDialog(title, ...content) {
  const close = () => dialog.close();
  const dialog = element('dialog', { class: 'help', 'aria-labelledby': 'dialog-title' },
      element('header', {}, element('h2', { id: 'dialog-title' }, title),
          plainButton('Close', icon('close'), close)), ...content);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
