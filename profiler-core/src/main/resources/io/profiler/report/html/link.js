import { say } from './dom.js';
import { visible } from './text.js';
import { VIEWS } from './views.js';

const ADDRESS_MILLIS = 200;

/** The address of a span or a view: #span=ID, #view=flame. */
export function linkTo(trace, span) {
  return location.href.split('#')[0] + '#span=' + encodeURIComponent(trace.ids[span]);
}

function hashMember(name) {
  return new URLSearchParams(location.hash.slice(1)).get(name);
}

/** Follows the address, and keeps it in step with what is selected. */
export function followLinks(session) {
  const { trace, outline } = session;
  const follow = () => {
    const id = hashMember('span');
    const view = hashMember('view');
    if (id !== null && trace.numberOf(id) === undefined) {
      say('The trace has no span ' + visible(id, 60));
    } else if (id !== null && outline.nodeOf[trace.numberOf(id)] !== session.selected) {
      session.goTo(trace.numberOf(id));
      session.tell('open');
    } else if (VIEWS.some(([known]) => known === view)) {
      session.show(view);
    }
  };
  addEventListener('hashchange', follow);
  // Browsers refuse an address that changes with each of many keys.
  let changing;
  session.on('selection', () => {
    clearTimeout(changing);
    changing = setTimeout(() => showSelected(session), ADDRESS_MILLIS);
  });
  follow();
}

function showSelected({ trace, outline, selected }) {
  const span = selected < 0 ? -1 : outline.spans[selected];
  if (span >= 0 && hashMember('span') !== trace.ids[span]) {
    history.replaceState(null, '', '#span=' + encodeURIComponent(trace.ids[span]));
  }
}
