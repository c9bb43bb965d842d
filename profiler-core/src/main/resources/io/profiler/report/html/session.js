import { TimeAxis } from './axis.js';
import { Outline } from './outline.js';
import { Finder, Query } from './query.js';
import { Rows } from './rows.js';
import { TimeScale } from './timescale.js';

/** What the parts of the page share, and how they hear of each other's changes. */
export class Session {
  constructor(trace, looks) {
    this.trace = trace;
    this.looks = looks;
    this.outline = new Outline(trace);
    this.rows = new Rows(this.outline);
    this.finder = new Finder(trace);
    this.query = new Query();
    this.meant = new Set(); // expressions that the person asked for
    this.found = null;
    this.foundCount = trace.size;
    this.scale = new TimeScale(new TimeAxis(trace.stretches, trace.head.durationMicros));
    this.selected = -1; // a node of the outline
    this.view = 'waterfall';
    this.listeners = new Map();
  }

  /** Topics are: rows, query, selection, open, close, time, view, reveal, flame. */
  on(topic, listener) {
    this.listeners.set(topic, [...(this.listeners.get(topic) ?? []), listener]);
  }

  tell(topic, detail) {
    (this.listeners.get(topic) ?? []).forEach(listener => listener(detail));
  }

  select(node) {
    if (node !== this.selected) {
      this.selected = node;
      this.tell('selection');
    }
  }

  /** Selects a span and brings it into sight, whatever hides it. */
  goTo(span) {
    this.goToNode(this.outline.nodeOf[span]);
  }

  goToNode(node) {
    if (this.rows.kept && !this.rows.kept[node]) {
      this.clearQuery();
    }
    this.rows.reveal(node);
    this.show('waterfall');
    this.tell('rows');
    this.select(node);
    this.tell('reveal', node);
  }

  show(view) {
    if (view !== this.view) {
      this.view = view;
      this.tell('view');
    }
  }

  /** Applies the query as it stands now. Throws a SyntaxError if its expression is none. */
  search() {
    this.found = this.finder.find(this.query);
    this.foundCount = this.found ? this.found.reduce((sum, one) => sum + one, 0) : this.trace.size;
    this.rows.filter(this.found && Uint8Array.from(this.outline.spans, span => span < 0 ? 0 : this.found[span]));
    this.tell('rows');
  }

  /** Keeps an expression back that only an address or half a word asks for: it may run for ever. Throws a SyntaxError if it is none. */
  hold(query) {
    if (query.regular && !this.meant.has(query.text)) {
      query.expression();
      query.waiting = query.text;
      query.text = '';
    }
  }

  clearQuery() {
    this.ask(new Query());
  }

  /** Applies a query that is not from the controls. */
  ask(query) {
    this.query = query;
    this.search();
    this.tell('query');
  }

  /** Shows what a new query means. */
  showOnly(set) {
    const query = new Query();
    set(query);
    this.ask(query);
    this.show('waterfall');
  }

  /** Shows the spans that prove something, and leads to the first of them. */
  showProof(proof) {
    this.showOnly(query => query.show(this.trace, proof));
    const [first] = this.query.only ?? [];
    if (first !== undefined) {
      this.goTo(first);
    }
  }

  /** Shows the time in which the selected line ran. */
  showSelectedTime() {
    const { selected, outline, trace, scale } = this;
    if (selected >= 0) {
      const { started, finished } = outline.groups[selected]
          ?? { started: trace.started[outline.spans[selected]], finished: trace.finished(outline.spans[selected]) };
      const margin = Math.max(1, (finished - started) * 0.05);
      scale.showTime(started - margin, finished + margin);
      this.tell('time');
    }
  }

  /** Shows what is below a span in the flame graph. */
  showFlame(span) {
    this.show('flame');
    this.tell('flame', span);
  }

  setExpanded(node, expanded) {
    this.rows.setExpanded(node, expanded);
    this.tell('rows');
  }

  /** Selects the next span that the query means, or the next failed one if there is no query. */
  next(step) {
    const { outline, trace } = this;
    const isMeant = node => outline.spans[node] >= 0
        && (this.found ? this.found[outline.spans[node]] === 1 : trace.isFailed(outline.spans[node]));
    for (let i = 1; i <= outline.size; i++) {
      const node = (Math.max(this.selected, step > 0 ? -1 : 0) + step * i + outline.size * 2) % outline.size;
      if (isMeant(node)) {
        this.goTo(outline.spans[node]);
        return;
      }
    }
  }
}
