import { makeButton } from './buttons.js';
import { byId, element, isShortcut } from './dom.js';

export const VIEWS = [['waterfall', 'Waterfall'], ['flame', 'Flame graph'], ['statistics', 'Statistics']];

/** Gives the keyboard to the view that is shown: each has the id of its name. */
export function focusView(session) {
  byId(session.view).focus({ preventScroll: true });
}

export function viewTabs(session) {
  const tabs = VIEWS.map(([view, label]) => makeButton({ role: 'tab', id: 'tab-' + view, 'aria-controls': 'view-' + view,
    click: () => session.show(view) }, label));
  const mark = () => tabs.forEach((tab, i) => {
    const chosen = VIEWS[i][0] === session.view;
    tab.setAttribute('aria-selected', chosen);
    tab.tabIndex = chosen ? 0 : -1;
  });
  const list = element('div', { role: 'tablist', 'aria-label': 'Views' }, ...tabs);
  list.addEventListener('keydown', event => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step && !isShortcut(event)) {
      const at = (VIEWS.findIndex(([view]) => view === session.view) + step + VIEWS.length) % VIEWS.length;
      session.show(VIEWS[at][0]);
      tabs[at].focus();
    }
  });
  session.on('view', mark);
  mark();
  return list;
}
