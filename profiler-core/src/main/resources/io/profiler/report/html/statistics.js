import { makeButton } from './buttons.js';
import { element } from './dom.js';
import { ledger } from './ledger.js';
import { STATEMENT_COLUMNS, STATISTICS_COLUMNS } from './statistics-columns.js';
import { StatisticsTable } from './statistics-table.js';
import { visible } from './text.js';

/** What the spans of a trace add up to: by statement, by remote call, by method and by name. */
export class Statistics {
  constructor(session) {
    this.session = session;
    const { names, functions, repositories, calls, statements } = session.trace.statistics;
    const leading = table => entry => entry.spans.length === 0 ? statementText(entry.name)
      : this.link(entry.name, 'Show these spans', () => session.showProof(`${table}-${session.trace.statistics[table].indexOf(entry)}`));
    const byLongest = entry => entry.longest < 0 ? statementText(entry.name)
      : this.link(entry.name, `Show the longest\n${visible(entry.name, 2000)}`, () => session.goTo(entry.longest));
    this.element = element('div', { class: 'statistics', id: 'statistics', tabindex: 0, role: 'region', 'aria-label': 'Statistics' },
        ledger(session),
        session.looks?.causes(session) ?? null,
        session.looks?.table(session) ?? null,
        this.table('By statement', STATEMENT_COLUMNS, statements, byLongest),
        this.table('By remote call', STATISTICS_COLUMNS, calls, leading('calls')),
        this.table('By repository method', STATISTICS_COLUMNS, repositories, leading('repositories')),
        this.table('By name', STATISTICS_COLUMNS, names, leading('names')),
        this.table('By function', STATISTICS_COLUMNS, functions, leading('functions')));
  }

  table(title, columns, entries, label) {
    return entries.length === 0 ? null
      : new StatisticsTable(title, columns, entries, label, this.session.trace.head.busyMicros).element;
  }

  link(text, title, click) {
    return makeButton({ class: 'link', title, click }, visible(text, 200));
  }
}

function statementText(text) {
  return element('span', { title: visible(text, 2000) }, visible(text, 200));
}
