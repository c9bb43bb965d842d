import { element } from './dom.js';
import { duration, exactDuration, percent, whole } from './numbers.js';
import { StatisticsTable } from './statistics-table.js';
import { visible } from './text.js';

function kindMark({ kinds }, number) {
  return element('span', { class: 'kind', title: kinds[number].words }, element('i', { class: 'swatch', 'data-kind': kinds[number].kind }), kinds[number].label);
}

/** Rows of the table of methods that belong to a span, or to the whole trace for -1. */
function methodsOf({ hotspots, trace }, span) {
  return hotspots.span.flatMap((owner, i) => owner !== span ? [] : [{ name: trace.text(hotspots.method[i]), kind: hotspots.kind[i],
    looks: hotspots.looks[i], self: hotspots.micros[i] }]);
}

/** The methods in which looks found a span, and what that comes to in time. */
export function spanMethods(looks, span, count) {
  const methods = methodsOf(looks, span);
  if (methods.length === 0) {
    return element('p', { class: 'soft' }, `Looked at ${whole(count)} ${count === 1 ? 'time' : 'times'}: too few to say how long it was where.`);
  }
  const heads = ['Method', 'did', 'share', 'about'].map((text, i) => element('th', { scope: 'col', class: i > 1 ? 'number' : null }, text));
  return element('table', { class: 'methods' }, element('thead', { class: 'soft' }, element('tr', {}, ...heads)),
      element('tbody', {}, ...methods.map(({ name, kind, looks: found, self }) => element('tr', {},
          element('th', { scope: 'row', class: 'code', title: visible(name, 500) }, visible(name.split('.').slice(-2).join('.'), 80)),
          element('td', {}, kindMark(looks, kind)),
          element('td', { class: 'number', title: `${whole(found)} of ${whole(count)} looks` }, percent(found, count)),
          element('td', { class: 'number', title: exactDuration(self) }, duration(self))))));
}

/** The methods of the whole trace. */
export function methodTable(looks, session) {
  const methods = methodsOf(looks, -1);
  if (methods.length === 0) {
    return null;
  }
  const self = { key: 'self', label: 'Self', explanation: 'The part of the spans’ self times that the looks stand for',
    cell: entry => element('td', { class: 'number', title: exactDuration(entry.self) }, duration(entry.self)) };
  const columns = [
    { key: 'kind', label: 'Did', isText: true, explanation: 'What threads did there', cell: entry => element('td', {}, kindMark(looks, entry.kind)) },
    { key: 'looks', label: 'Looks', explanation: 'How often looks found a thread there', cell: entry => element('td', { class: 'number' }, whole(entry.looks)) },
    self,
    { key: 'self', label: 'Share', explanation: 'Self time as a share of the time of the trace', cell: (entry, most, micros) => element('td', { class: 'number' }, percent(entry.self, micros)) },
  ];
  return new StatisticsTable('By method', columns, methods, entry => element('span', { class: 'code', title: visible(entry.name, 2000) }, visible(entry.name, 200)),
      session.trace.head.busyMicros).element;
}
