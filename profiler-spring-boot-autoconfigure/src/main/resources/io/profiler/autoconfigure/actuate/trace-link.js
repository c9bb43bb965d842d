import { element } from '../../report/html/dom.js';
import { endpoint } from './endpoint.js';

/** A link to the page of a trace, which opens inside this one unless it is to open elsewhere. */
export function traceLink({ id, title }, text, show, attributes = {}) {
  const link = element('a', { href: endpoint.pageOf(id), ...attributes }, text);
  link.addEventListener('click', event => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      show({ id, title });
    }
  });
  return link;
}
