import { byId, element, say } from '../../report/html/dom.js';
import { icon } from '../../report/html/icons.js';
import { visible } from '../../report/html/text.js';
import { endpoint } from './endpoint.js';

/** Shows the page of a trace inside this one, which so keeps the key and the list. */
export class TracePanel {
  constructor(onChange) {
    this.onChange = onChange;
  }

  show(id, title) {
    const address = endpoint.pageOf(id);
    const close = element('button', { class: 'plain', type: 'button', 'aria-label': 'Close this trace', title: 'Close' },
      icon('close'));
    close.addEventListener('click', () => this.close());
    byId('panel').replaceChildren(
      element('header', {},
        element('h2', { id: 'panel-heading' }, visible(title)),
        element('a', { href: address, target: '_blank' }, 'Open in a tab of its own'),
        close),
      element('iframe', { src: address, title: `Trace of ${visible(title)}` }));
    byId('panel').hidden = false;
    byId('panel').scrollIntoView({ block: 'start', behavior: 'instant' });
    this.opened = id;
    this.onChange(id);
    say(`The trace of ${visible(title)} is shown`);
  }

  close() {
    byId('panel').hidden = true;
    byId('panel').replaceChildren();
    this.opened = null;
    this.onChange(null);
    byId('send').focus();
  }
}
