import { makeButton } from '../../report/html/buttons.js';
import { byId, element } from '../../report/html/dom.js';
import { visible } from '../../report/html/text.js';
import { endpoint } from './endpoint.js';

const deleted = new Set();

/** Asks before a trace is deleted. */
export function confirmDeletion(title) {
  const dialog = byId('confirm');
  return new Promise(decide => {
    const button = (label, kind, value) => {
      const made = makeButton({ class: kind, value }, label);
      made.addEventListener('click', () => dialog.close(value));
      return made;
    };
    const cancel = button('Keep', '', 'keep');
    dialog.replaceChildren(
      element('h2', { id: 'confirm-heading' }, 'Delete this trace?'),
      element('p', {}, `${visible(title)}: it is deleted from the store, for everybody and for good.`),
      element('div', { class: 'buttons' }, cancel, button('Delete', 'danger', 'delete')));
    dialog.returnValue = 'keep';
    dialog.addEventListener('close', () => decide(dialog.returnValue === 'delete'), { once: true });
    dialog.showModal();
    cancel.focus();
  });
}

/** Deletes a trace, and has whoever offers it hear of that. */
export async function deleteTrace(id) {
  await endpoint.remove(id);
  deleted.add(id);
  document.dispatchEvent(new Event('tracedeleted'));
}

/** Whether this page has deleted a trace. */
export function isDeleted(id) {
  return deleted.has(id);
}
