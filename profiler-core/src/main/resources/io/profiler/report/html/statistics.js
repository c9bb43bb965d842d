import { element } from './dom.js';
import { duration, exactDuration, whole } from './numbers.js';
import { Query } from './query.js';
import { visible } from './text.js';

const STATISTICS_COLUMNS = [
  ['name', 'Name'], ['count', 'Count'], ['total', 'Total'], ['self', 'Self'], ['min', 'Min'], ['median', 'Median'],
  ['p95', 'p95'], ['max', 'Max'], ['errors', 'Errors'],
];
const STATISTICS_ROWS = 500;

/** Two tables, per name and per function; each is sorted by the heading that is pressed. */
export class Statistics {
  constructor(session) {
    this.session = session;
    const { names, functions } = session.trace.statistics;
    this.element = element('div', { class: 'statistics', tabindex: 0, role: 'region', 'aria-label': 'Statistics' },
        this.table('By name', names), functions.length > 0 ? this.table('By function', functions) : null);
  }

  table(title, entries) {
    const body = element('tbody');
    const heads = STATISTICS_COLUMNS.map(([column, label]) => {
      const head = element('th', { scope: 'col', class: column === 'name' ? null : 'number' });
      head.append(element('button', { type: 'button', class: 'plain', click: () => sort(column) }, label));
      return head;
    });
    let sorted = { column: null, down: false };
    const sort = column => {
      const down = sorted.column === column ? !sorted.down : column !== 'name';
      sorted = { column, down };
      heads.forEach((head, i) => {
        const mine = STATISTICS_COLUMNS[i][0] === column;
        mine ? head.setAttribute('aria-sort', down ? 'descending' : 'ascending') : head.removeAttribute('aria-sort');
      });
      this.fill(body, [...entries].sort(comparison(column, down)));
    };
    sort('self');
    return element('section', {}, element('table', {}, element('caption', {}, title), element('thead', {}, element('tr', {}, ...heads)), body));
  }

  fill(body, entries) {
    const most = entries.reduce((sum, entry) => sum + entry.self, 0);
    const rows = entries.slice(0, STATISTICS_ROWS).map(entry => this.row(entry, most));
    if (entries.length > STATISTICS_ROWS) {
      rows.push(element('tr', {}, element('td', { colspan: STATISTICS_COLUMNS.length, class: 'soft' },
          `and ${whole(entries.length - STATISTICS_ROWS)} more`)));
    }
    body.replaceChildren(...rows);
  }

  row(entry, most) {
    const time = value => element('td', { class: 'number', title: exactDuration(value) }, duration(value));
    const bar = element('i', { class: 'portion' });
    bar.style.width = most > 0 ? 100 * entry.self / most + '%' : '0';
    return element('tr', {},
        element('th', { scope: 'row' }, element('button', { type: 'button', class: 'link', title: 'Show these spans', click: () => this.showSpans(entry.name) },
            visible(entry.name, 200))),
        element('td', { class: 'number' }, whole(entry.count)), time(entry.total),
        element('td', { class: 'number shared', title: exactDuration(entry.self) }, bar, element('span', {}, duration(entry.self))),
        time(entry.min), time(entry.median), time(entry.p95), time(entry.max),
        element('td', { class: 'number' + (entry.errors > 0 ? ' error' : ' soft') }, entry.errors > 0 ? '✕ ' + whole(entry.errors) : '0'));
  }

  showSpans(name) {
    this.session.query = new Query();
    this.session.query.text = name;
    this.session.search();
    this.session.tell('query');
    this.session.show('waterfall');
  }
}

function comparison(column, down) {
  const direction = down ? -1 : 1;
  return (a, b) => direction * (column === 'name' ? a.name.localeCompare(b.name) : a[column] - b[column]);
}
