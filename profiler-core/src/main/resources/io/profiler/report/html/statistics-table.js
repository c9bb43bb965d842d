import { makeButton } from './buttons.js';
import { element } from './dom.js';
import { whole } from './numbers.js';

const STATISTICS_ROWS = 500;

/** One table of figures, sorted by the heading that is pressed; at first by self time. */
export class StatisticsTable {
  constructor(title, columns, entries, label, traceMicros) {
    this.columns = columns;
    this.entries = entries;
    this.label = label;
    this.traceMicros = traceMicros;
    this.most = entries.reduce((sum, entry) => sum + entry.self, 0);
    this.body = element('tbody');
    const name = { key: 'name', label: title.replace('By ', '').replace(/^./, letter => letter.toUpperCase()) };
    this.heads = [name, ...columns].map(column => this.heading(column));
    this.element = element('section', {}, element('table', {}, element('caption', {}, title),
        element('thead', {}, element('tr', {}, ...this.heads.map(({ head }) => head))), this.body));
    this.sort(this.heads.find(({ column }) => column.label === 'Self'));
  }

  heading(column) {
    const head = element('th', { scope: 'col', class: column.key === 'name' || column.isText ? null : 'number' });
    const heading = { column, head };
    head.append(makeButton({ class: 'plain', title: column.explanation, click: () => this.sort(heading) }, column.label));
    return heading;
  }

  sort(heading) {
    const down = this.sorted?.heading === heading ? !this.sorted.down : heading.column.key !== 'name';
    this.sorted = { heading, down };
    this.heads.forEach(({ head }) => {
      head === heading.head ? head.setAttribute('aria-sort', down ? 'descending' : 'ascending') : head.removeAttribute('aria-sort');
    });
    this.fill([...this.entries].sort(comparison(heading.column.key, down)));
  }

  fill(entries) {
    const rows = entries.slice(0, STATISTICS_ROWS).map(entry => this.row(entry));
    if (entries.length > STATISTICS_ROWS) {
      rows.push(element('tr', {}, element('td', { colspan: this.columns.length + 1, class: 'soft' },
          `and ${whole(entries.length - STATISTICS_ROWS)} more`)));
    }
    this.body.replaceChildren(...rows);
  }

  row(entry) {
    return element('tr', {}, element('th', { scope: 'row' }, this.label(entry)),
        ...this.columns.map(column => column.cell(entry, this.most, this.traceMicros)));
  }
}

function comparison(key, down) {
  const direction = down ? -1 : 1;
  return (a, b) => direction * (key === 'name' ? a.name.localeCompare(b.name) : (a[key] ?? -1) - (b[key] ?? -1));
}
