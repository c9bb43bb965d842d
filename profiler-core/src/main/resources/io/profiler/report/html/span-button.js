import { makeButton } from './buttons.js';
import { visible } from './text.js';

/** A button that leads to a span. */
export function spanButton(session, span, text = session.trace.nameOf(span)) {
  return makeButton({ class: 'link', click: () => {
    session.goTo(span);
    session.tell('open');
  } }, visible(text, 60));
}
