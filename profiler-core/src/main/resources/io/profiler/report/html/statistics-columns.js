import { element } from './dom.js';
import { duration, exactDuration, percent, whole } from './numbers.js';

/** A column of figures: what it is called, what it explains, and how a cell of it looks. */
function timeColumn(key, label, explanation) {
  return { key, label, explanation, cell: entry => element('td', { class: 'number', title: exactDuration(entry[key]) }, duration(entry[key])) };
}

function countColumn(key, label, explanation) {
  return { key, label, explanation, cell: entry => element('td', { class: 'number' + (entry[key] > 0 ? '' : ' soft') }, entry[key] === null ? '–' : whole(entry[key])) };
}

const COUNT = countColumn('count', 'Count', 'How many spans there are');
const TOTAL = timeColumn('total', 'Total', 'Sum of their durations, with everything below them');
const MAX = timeColumn('max', 'Max', 'The longest one');
const SELF = {
  key: 'self', label: 'Self', explanation: 'Sum of the times in which they were at work themselves',
  cell: (entry, most) => {
    const bar = element('i', { class: 'portion' });
    bar.style.width = most > 0 ? 100 * entry.self / most + '%' : '0';
    return element('td', { class: 'number shared', title: exactDuration(entry.self) }, bar, element('span', {}, duration(entry.self)));
  },
};
const SHARE = {
  key: 'self', label: 'Share', explanation: 'Self time as a share of the time of the trace; what runs in parallel adds up to more',
  cell: (entry, most, traceMicros) => element('td', { class: 'number' }, percent(entry.self, traceMicros)),
};
const ERRORS = {
  key: 'errors', label: 'Errors', explanation: 'How many ended with an error',
  cell: ({ errors }) => element('td', { class: 'number' + (errors > 0 ? ' error' : ' soft') }, errors > 0 ? '✕ ' + whole(errors) : '0'),
};

export const STATISTICS_COLUMNS = [COUNT, TOTAL, SELF, SHARE, timeColumn('min', 'Min', 'The shortest one'),
  timeColumn('median', 'Median', 'Half of them took no longer'), timeColumn('p95', 'p95', '95 % of them took no longer'), MAX, ERRORS];

export const STATEMENT_COLUMNS = [COUNT,
  countColumn('duplicates', 'Duplicates', 'How many had the same text as one before, and as far as those are recorded the same values'),
  TOTAL, SELF, SHARE, timeColumn('average', 'Average', 'Total by those that have ended'), MAX,
  countColumn('rows', 'Rows', 'How many rows they returned and changed, where that is recorded'), ERRORS];
