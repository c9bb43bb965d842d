import { makeButton } from '../../report/html/buttons.js';
import { byId, element, say } from '../../report/html/dom.js';
import { icon } from '../../report/html/icons.js';
import { visible } from '../../report/html/text.js';
import { namedTrace, nameTrace } from './address.js';
import { isDeleted } from './deletion.js';
import { endpoint } from './endpoint.js';
import { pageFrame } from './frame.js';
import { responseView } from './response.js';
import { runsView } from './runs.js';
import { Tabs } from './tabs.js';

const MOST_KNOWN = 20;
const SPACE_PIXELS = 8;

/** What came of a request, in tabs: its trace, the response, its like, and what changed since the trace before. */
export class ResultPanel {
  /** @param titleOf what else is known to be the title of a trace */
  constructor(onChange, titleOf) {
    this.onChange = onChange;
    this.titleOf = titleOf;
    this.opened = null;
    this.last = null;
    this.known = new Map();
    this.before = null;
    addEventListener('popstate', () => this.followAddress());
    document.addEventListener('tracedeleted', () => this.forgetDeleted());
  }

  /** Shows a result: an id, null if there is no trace, a title, and what else there is: run, runs, before. */
  show(result, tab) {
    this.remember(result);
    nameTrace(result.id);
    this.draw(result, tab);
    bringIntoSight(byId('panel'));
    say(`The ${result.id === null ? 'answer' : 'trace'} of ${visible(result.title)} is shown`);
  }

  /** A trace that is shown again still has what was known of it. Nothing tells answers without one apart. */
  remember(result) {
    if (result.id === null) {
      return;
    }
    const before = existing(result.before) ?? this.beforeOf(result.id);
    Object.assign(result, { ...this.known.get(result.id), ...result, before });
    this.known.delete(result.id);
    this.known.set(result.id, result);
    if (this.known.size > MOST_KNOWN) {
      this.known.delete(this.known.keys().next().value);
    }
  }

  beforeOf(id) {
    const before = existing(this.known.get(id)?.before);
    return before ?? (this.last?.id === id ? null : existing(this.last));
  }

  /** What is gone can be shown no more, and compared with nothing, but that was shown already. */
  forgetDeleted() {
    this.tabs?.renew('runs');
    this.known.forEach(result => { result.before = existing(result.before); });
    if (this.before && existing(this.before) === null) {
      this.tabs.drop('change');
    }
  }

  followAddress() {
    const id = namedTrace();
    if (id === null) {
      this.hide();
    } else if (id !== this.opened) {
      this.draw(this.known.get(id) ?? { id, title: this.titleOf(id), before: this.beforeOf(id) });
    }
  }

  draw(result, tab = usualTab(result)) {
    this.before = result.before;
    this.tabs = new Tabs('What came of the request', this.tabsOf(result));
    byId('panel').replaceChildren(this.headerOf(result), ...this.tabs.elements);
    byId('panel').hidden = false;
    this.tabs.show(tab);
    this.opened = result.id;
    this.last = result.id === null ? this.last : { id: result.id, title: result.title };
    this.onChange(result.id);
  }

  headerOf({ id, title }) {
    return element('header', {},
      element('h2', { id: 'panel-heading' }, visible(title)),
      id === null ? null : element('a', { href: endpoint.pageOf(id), target: '_blank' }, 'Open in a tab of its own'),
      makeButton({ class: 'plain', 'aria-label': 'Close this trace', title: 'Close', click: () => this.close() },
        icon('close')));
  }

  tabsOf({ id, title, run, runs, before }) {
    const tab = (wanted, name, label, content) => wanted ? [{ id: name, label, content }] : [];
    return [
      ...tab(runs?.length > 1, 'runs', `${runs?.length} times`, () => runsView(runs, this.runActions(runs))),
      ...tab(id !== null, 'trace', 'Trace', () => [pageFrame(endpoint.pageOf(id), `Trace of ${visible(title)}`)]),
      ...tab(run !== undefined, 'response', 'Response', () => responseView(run.answer)),
      ...tab(id !== null && before !== null, 'change', `Compared with ${before?.label ?? 'the last'}`,
        () => [changeFrame(before, id, title)]),
    ];
  }

  runActions(runs) {
    const result = run => ({ id: run.id, title: run.title, run, runs });
    return {
      show: run => this.show(result(run), 'trace'),
      compare: (before, run) => this.show({ ...result(run), before: { id: before.id, label: 'the fastest' } }, 'change'),
    };
  }

  close() {
    nameTrace(null);
    this.hide();
    byId('send').focus();
  }

  hide() {
    byId('panel').hidden = true;
    byId('panel').replaceChildren();
    this.opened = null;
    this.onChange(null);
  }
}

function existing(trace) {
  return trace && !isDeleted(trace.id) ? trace : null;
}

function usualTab({ id, runs }) {
  return runs?.length > 1 ? 'runs' : id === null ? 'response' : 'trace';
}

/** Where the form stays above everything else, the panel begins below it. */
function bringIntoSight(panel) {
  const covered = getComputedStyle(byId('profile')).position === 'sticky' ? byId('profile').offsetHeight : 0;
  const { top } = panel.getBoundingClientRect();
  if (top < covered || top > innerHeight / 2) {
    scrollBy({ top: top - covered - SPACE_PIXELS, behavior: 'instant' });
  }
}

function changeFrame(before, id, title) {
  return pageFrame(endpoint.pageOfChange(before.id, id), `What changed in ${visible(title)}`);
}
