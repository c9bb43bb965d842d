import { element } from './dom.js';
import { duration, exactDuration, percent } from './numbers.js';

/** What threads did or waited for while the end of the trace waited; each moment under one cause. */
export function causeTable({ trace }) {
  const { causes, total } = trace.verdict;
  if (causes.length === 0) {
    return null;
  }
  const heads = ['Cause', 'Time', 'Share', 'Measured by the JVM'].map((label, i) => element('th', { scope: 'col', class: i === 0 ? null : 'number' }, label));
  return element('section', {}, element('table', {}, element('caption', {}, 'What threads did while the end waited'),
      element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...causes.map(cause => causeLine(cause, total)))));
}

function causeLine({ kind, label, words, micros, measured }, total) {
  const bar = element('i', { class: 'portion' });
  bar.style.width = 100 * micros / total + '%';
  return element('tr', {},
      element('th', { scope: 'row' }, element('span', { class: 'kind', title: words }, element('i', { class: 'swatch', 'data-kind': kind }), label)),
      element('td', { class: 'number', title: exactDuration(micros) }, duration(micros)),
      element('td', { class: 'number shared' }, bar, element('span', {}, percent(micros, total))),
      element('td', { class: 'number', title: measured > 0 ? exactDuration(measured) : null }, measured > 0 ? duration(measured) : ''));
}
