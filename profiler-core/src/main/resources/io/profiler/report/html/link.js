import { addressOf, showAddress } from './address.js';

const ADDRESS_MILLIS = 200;

/** The address of a span alone. */
export function linkTo(trace, span) {
  return location.href.split('#')[0] + '#span=' + encodeURIComponent(trace.ids[span]);
}

/** The address of what is shown. */
export function linkToView(session) {
  return `${location.href.split('#')[0]}#${addressOf(session)}`;
}

/** Follows the address, and keeps it in step with what is shown. */
export function followLinks(session) {
  let known = '';
  const follow = () => {
    const text = location.hash.slice(1);
    if (text !== known) {
      showAddress(session, text);
      known = addressOf(session);
      if (known !== text) { // An address of its own would bring whoever goes back here again.
        putIntoAddress(known, false);
      }
    }
  };
  const write = () => {
    const text = addressOf(session);
    if (text !== known) {
      putIntoAddress(text, isAnother(text, known));
      known = text;
    }
  };
  addEventListener('hashchange', follow);
  follow();
  // Browsers refuse an address that changes with each of many keys.
  let changing;
  ['selection', 'open', 'close', 'time', 'rows', 'view'].forEach(topic => session.on(topic, () => {
    clearTimeout(changing);
    changing = setTimeout(write, ADDRESS_MILLIS);
  }));
}

/** In a frame, Back belongs to the page around it. */
function putIntoAddress(text, isNew) {
  const address = text === '' ? location.pathname + location.search : '#' + text;
  isNew && parent === window ? history.pushState(null, '', address) : history.replaceState(null, '', address);
}

/** Whether Back should lead from one to the other: views and filters do, each letter of a search does not. */
function isAnother(text, before) {
  return placeOf(text) !== placeOf(before);
}

function placeOf(text) {
  const members = new URLSearchParams(text);
  ['span', 'repeats', 'details', 'from', 'to'].forEach(name => members.delete(name));
  if (members.has('search')) {
    members.set('search', '');
  }
  return members.toString();
}
