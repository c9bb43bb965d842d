import { makeButton } from '../../report/html/buttons.js';
import { byId, element, say } from '../../report/html/dom.js';
import { icon } from '../../report/html/icons.js';
import { whole } from '../../report/html/numbers.js';
import { visible } from '../../report/html/text.js';
import { confirmDeletion, deleteTrace } from './deletion.js';
import { endpoint, Trouble } from './endpoint.js';
import { Filters } from './filters.js';
import { TraceList } from './list.js';

const LIVE_MILLIS = 2_000;
const AFTER_TROUBLE_MILLIS = 6_000;
const RARE_MILLIS = 15_000;

/** Keeps the list up to date: at once when a filter changes, else every few seconds while somebody looks. */
export class Listing {
  /** @param panel where a trace is shown */
  constructor(readOnly, panel) {
    this.panel = panel;
    this.list = new TraceList({
      show: (id, title) => panel.show({ id, title }),
      order: order => this.filters.orderBy(order),
      remove: readOnly ? null : (id, title) => this.remove(id, title),
    });
    this.filters = new Filters(() => {
      forgetRefusal();
      this.refreshSoon();
    });
    document.addEventListener('visibilitychange', () => this.refreshIfLive());
    this.isAsking = false;
    this.isWanted = false;
    /** What is shown: the filters' parameters, and the tag of the answer to them. */
    this.shown = { query: '', tag: null };
  }

  /** A list that comes while somebody types was asked for before: it does not end the wait for what is typed. */
  refreshSoon() {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.refresh(), 200);
  }

  refreshIfLive() {
    if (this.filters.isLive() && !document.hidden) {
      this.refresh();
    }
  }

  /** The application makes few lists at a time, for all: so this page asks for one, and for another once that has come. */
  async refresh() {
    clearTimeout(this.typing);
    clearTimeout(this.timer);
    this.isWanted = true;
    if (this.isAsking) {
      return;
    }
    this.isAsking = true;
    let pause = AFTER_TROUBLE_MILLIS;
    try {
      while (this.isWanted) {
        this.isWanted = false;
        pause = await this.load() ? this.pauseMillis() : AFTER_TROUBLE_MILLIS;
      }
    } finally {
      this.isAsking = false;
      this.timer = setTimeout(() => this.refreshIfLive(), pause);
    }
  }

  pauseMillis() {
    return this.filters.areRare() ? RARE_MILLIS : LIVE_MILLIS;
  }

  /** What comes when another is wanted already is not shown. */
  async load() {
    try {
      const query = String(new URLSearchParams(this.filters.parameters()));
      const answer = await endpoint.list(this.filters.parameters(), query === this.shown.query ? this.shown.tag : null);
      if (!this.isWanted) {
        this.tell(query, answer);
      }
      return true;
    } catch (failure) {
      if (!(failure instanceof Trouble)) {
        throw failure;
      }
      if (!this.isWanted) {
        complain('trouble', failure.message);
      }
      return false;
    }
  }

  /** An answer of null is one that is shown already. */
  tell(query, answer) {
    complain('trouble', '');
    byId('updated').textContent = `as of ${new Date().toISOString().slice(11, 19)}`;
    if (answer === null) {
      this.list.grow();
    } else {
      this.show(answer.traces, answer.more);
      this.shown = { query, tag: answer.tag };
    }
  }

  show(traces, more) {
    this.list.show(traces, this.emptyText());
    this.list.orderedBy(this.filters.order());
    this.list.mark(this.panel.opened);
    byId('rest').replaceChildren(...(more ? [this.rest(traces.length)] : []));
  }

  /** The application has a bound of its own. */
  rest(listed) {
    return listed < this.filters.limit
      ? element('p', { class: 'soft' }, `More than ${whole(listed)}; the application lists no more at a time.`)
      : this.moreButton();
  }

  emptyText() {
    return this.filters.areSet() ? 'No trace passes these filters.' : 'No traces yet. Profile a request.';
  }

  moreButton() {
    const button = makeButton({}, `More than ${whole(this.filters.limit)}: list twice as many`);
    button.addEventListener('click', () => {
      this.filters.limit *= 2;
      this.refresh();
    });
    return button;
  }

  async remove(id, title) {
    if (!await confirmDeletion(title)) {
      return;
    }
    forgetRefusal();
    try {
      await deleteTrace(id);
      this.shown.tag = null;
      say('The trace is deleted');
      if (this.panel.opened === id) {
        this.panel.close();
      }
      await this.refresh();
    } catch (failure) {
      if (!(failure instanceof Trouble)) {
        throw failure;
      }
      complain('refused', `Not deleted: ${visible(title)}. ${failure.message}`);
    }
  }
}

/** Something else is asked for. */
export function forgetRefusal() {
  complain('refused', '');
}

/** Tells what is wrong: with the list until it comes again, or with what was asked for until something else is. */
function complain(id, text) {
  const trouble = byId(id);
  if (trouble.textContent !== text) {
    trouble.className = text === '' ? '' : 'told bad';
    trouble.replaceChildren(...(text === '' ? [] : [icon('warning'), text]));
  }
}
