import { makeButton } from '../../report/html/buttons.js';
import { byId, element } from '../../report/html/dom.js';
import { drawnIcon, icon } from '../../report/html/icons.js';
import { duration, exactDuration, whole } from '../../report/html/numbers.js';
import { visible } from '../../report/html/text.js';
import { ago } from './ago.js';
import { endpoint } from './endpoint.js';

const BIN_PATH = 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9M6.8 7v4M9.2 7v4';
/** Heading, class, and the order that the heading asks for. */
const COLUMNS = [['name', ''], ['status', ''], ['time', 'number', 'duration'], ['spans', 'number', 'spans'], ['errors', 'number', 'errors'],
  ['started (UTC)', '', 'started'], ['service', '']];

/** One line of the list; it stays the same element as long as its trace is listed, so that focus stays on it. */
class TraceRow {
  constructor(trace, actions) {
    this.id = trace.base_id;
    this.link = element('a', { href: endpoint.pageOf(this.id) });
    this.requests = element('span', { class: 'requests soft' });
    this.at = element('span');
    this.ago = element('span', { class: 'ago soft' });
    this.status = element('td');
    this.started = element('td', {}, this.at, this.ago);
    this.time = element('td', { class: 'number' });
    this.spans = element('td', { class: 'number' });
    this.errors = element('td', { class: 'number' });
    this.service = element('td');
    this.node = element('tr', {}, element('td', { class: 'name' }, this.link, this.requests), this.status, this.time, this.spans,
      this.errors, this.started, this.service,
      ...(actions.remove === null ? [] : [element('td', { class: 'act' }, this.deletion(actions))]));
    this.node.addEventListener('click', event => this.clicked(event, actions));
  }

  /** All of the line leads where its link does. */
  clicked(event, actions) {
    const isMeant = event.target.closest('button') === null && getSelection().isCollapsed;
    if (isMeant && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      actions.show(this.id, this.title);
    }
  }

  deletion(actions) {
    this.bin = makeButton({ class: 'plain', title: 'Delete' }, drawnIcon(BIN_PATH));
    this.bin.addEventListener('click', () => actions.remove(this.id, this.title));
    return this.bin;
  }

  update(trace, longest) {
    this.title = trace.name ?? `trace ${trace.base_id}`;
    this.startedAt = trace.started_at;
    this.at.textContent = (trace.started_at ?? trace.timestamp).slice(0, 23).replace('T', ' ').replace('Z', '');
    this.grow();
    this.time.replaceChildren(duration(trace.duration_micros), bar(trace.duration_micros, longest));
    this.time.title = exactDuration(trace.duration_micros);
    this.spans.textContent = whole(trace.spans);
    this.errors.replaceChildren(...(trace.errors > 0 ? [icon('warning'), ` ${whole(trace.errors)}`] : []));
    this.errors.classList.toggle('error', trace.errors > 0);
    this.status.textContent = trace.status ?? '';
    this.status.className = trace.status >= 500 ? 'error' : trace.status >= 400 ? 'warning' : '';
    this.service.textContent = visible(trace.service ?? '');
    this.link.textContent = visible(this.title);
    this.requests.textContent = trace.requests > 1 ? `${whole(trace.requests)} requests` : '';
    this.link.title = `${visible(this.title, 2000)}\ntrace ${visible(trace.base_id)}`;
    this.bin?.setAttribute('aria-label', `Delete the trace of ${visible(this.title)}, ${this.at.textContent}`);
  }

  /** Time has passed. */
  grow() {
    this.ago.textContent = ago(this.startedAt);
  }
}

function bar(micros, longest) {
  const share = longest > 0 ? Math.max(2, 100 * micros / longest) : 0;
  const drawn = element('span', { class: 'bar' });
  drawn.style.width = `${share}%`;
  return drawn;
}

/** The listed traces as a table. */
export class TraceList {
  constructor(actions) {
    this.actions = actions;
    this.rows = new Map();
    this.body = element('tbody');
    const headings = COLUMNS.map(column => this.heading(...column));
    if (actions.remove !== null) {
      headings.push(element('th', { scope: 'col' }, element('span', { class: 'unseen' }, 'delete')));
    }
    this.table = element('table', {}, element('thead', {}, element('tr', {}, ...headings)), this.body);
    this.empty = element('p', { class: 'empty' });
    this.known = false;
  }

  heading(text, kind, order) {
    if (order === undefined) {
      return element('th', { class: kind, scope: 'col' }, text);
    }
    const button = makeButton({ class: 'plain', title: `Order by ${text}` }, text);
    button.addEventListener('click', () => this.actions.order(order));
    return element('th', { class: kind, scope: 'col', 'data-order': order }, button);
  }

  /** Says by what the list is ordered. */
  orderedBy(order) {
    for (const heading of this.table.querySelectorAll('th[data-order]')) {
      heading.ariaSort = heading.dataset.order === order ? 'descending' : null;
    }
  }

  grow() {
    this.rows.forEach(row => row.grow());
  }

  show(traces, emptyText) {
    const longest = Math.max(0, ...traces.map(trace => trace.duration_micros));
    const rows = traces.map(trace => this.rowOf(trace));
    rows.forEach((row, i) => row.update(traces[i], longest));
    this.rows = new Map(rows.map(row => [row.id, row]));
    place(rows.map(row => row.node), this.body);
    this.empty.textContent = emptyText;
    const shown = traces.length > 0 ? this.table : this.empty;
    if (shown.parentNode === null) {
      byId('list').replaceChildren(shown);
    }
    this.known = true;
  }

  rowOf(trace) {
    const known = this.rows.get(trace.base_id);
    const row = known ?? new TraceRow(trace, this.actions);
    row.node.classList.toggle('fresh', this.known && known === undefined);
    return row;
  }

  titleOf(id) {
    return this.rows.get(id)?.title ?? `trace ${id}`;
  }

  mark(id) {
    this.rows.forEach(row => row.node.classList.toggle('opened', row.id === id));
  }
}

/** Makes nodes the children of a parent and moves none that is in its place. */
function place(nodes, parent) {
  let next = parent.firstChild;
  for (const node of nodes) {
    if (node === next) {
      next = next.nextSibling;
    } else {
      parent.insertBefore(node, next);
    }
  }
  while (next !== null) {
    const gone = next;
    next = next.nextSibling;
    gone.remove();
  }
}
