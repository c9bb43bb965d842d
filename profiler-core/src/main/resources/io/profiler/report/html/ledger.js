import { makeButton } from './buttons.js';
import { element } from './dom.js';
import { duration, exactDuration, percent, whole } from './numbers.js';
import { sentence } from './verdict.js';

/** What the end of the trace waited for, put together by what was done. */
export function ledger(session) {
  const { rows, total } = session.trace.verdict;
  if (rows.length === 0) {
    return null;
  }
  const heads = ['What', 'Count', 'Time', 'Share'].map((label, i) => element('th', { scope: 'col', class: i === 0 ? null : 'number' }, label));
  return element('section', {}, element('table', {}, element('caption', {}, 'Critical path: what the end waited for'),
      element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...rows.map((row, i) => ledgerLine(session, row, total, 'row-' + i)))));
}

function ledgerLine(session, { what, micros, count, spans }, total, proof) {
  const words = sentence(what);
  const bar = element('i', { class: 'portion' });
  bar.style.width = 100 * micros / total + '%';
  return element('tr', {},
      element('th', { scope: 'row' }, spans.length === 0 ? element('span', {}, ...words)
        : makeButton({ class: 'link', title: 'Show these spans', click: () => session.showProof(proof) }, ...words)),
      element('td', { class: 'number' }, whole(count)),
      element('td', { class: 'number', title: exactDuration(micros) }, duration(micros)),
      element('td', { class: 'number shared' }, bar, element('span', {}, percent(micros, total))));
}
