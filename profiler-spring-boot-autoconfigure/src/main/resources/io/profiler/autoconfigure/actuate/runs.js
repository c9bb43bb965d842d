import { makeButton } from '../../report/html/buttons.js';
import { element } from '../../report/html/dom.js';
import { duration, exactDuration } from '../../report/html/numbers.js';
import { distributionOf } from './distribution.js';
import { isTraced, timed } from './run.js';

const FIGURES = [['min', 'fastest'], ['median', 'median'], ['max', 'slowest']];

/** The same request several times: how its times are spread, the first apart, and each with its trace. */
export function runsView(runs, { show, compare }) {
  const warm = timed(runs.slice(1));
  const distribution = distributionOf(warm.map(run => run.micros));
  const longest = Math.max(1, ...runs.map(run => run.micros));
  const [fastest, slowest] = ['min', 'max'].map(figure => warm.find(run => run.micros === distribution[figure]));
  return [
    figures(runs[0], distribution),
    element('table', { class: 'runs' },
      element('thead', {}, element('tr', {}, ...['request', 'status', 'time', '', 'trace'].map(heading))),
      element('tbody', {}, ...runs.map((run, place) => row(run, place, longest, show)))),
    fastest === slowest || ![fastest, slowest].every(isTraced) ? element('p') : element('p', {}, makeButton({
      click: () => compare(fastest, slowest) }, 'Compare the slowest with the fastest')),
  ];
}

function figures(first, distribution) {
  const figure = (name, micros) => element('div', {}, element('dt', {}, name), element('dd', ...knownTime(micros)));
  return element('dl', { class: 'figures' },
    figure('first', first.micros), ...FIGURES.map(([member, name]) => figure(name, distribution[member] ?? null)));
}

/** Attributes and text of a time, which may not be known. */
function knownTime(micros) {
  return micros === null ? [{}, '–'] : [{ title: exactDuration(micros) }, duration(micros)];
}

function heading(text) {
  return element('th', { scope: 'col' }, text === '' ? element('span', { class: 'unseen' }, 'as a bar') : text);
}

function row(run, place, longest, show) {
  const bar = element('span', { class: 'bar' });
  bar.style.width = run.micros === null ? '0' : `${Math.max(1, 100 * run.micros / longest)}%`;
  return element('tr', { class: place === 0 ? 'cold' : '' },
    element('td', {}, place === 0 ? '1, the first' : String(place + 1)),
    element('td', { class: run.answer.status >= 400 ? 'warning' : '' }, String(run.answer.status ?? 'redirected')),
    tookCell(run),
    element('td', { class: 'drawn' }, bar),
    element('td', {}, isTraced(run) ? makeButton({ class: 'link',
      'aria-label': `Show the trace of request ${place + 1}`, click: () => show(run) }, 'show') : absence(run)));
}

/** Without a reason why the trace did not come, it was there. */
function absence(run) {
  return run.missing === null ? 'deleted' : 'missing';
}

function tookCell(run) {
  const [attributes, text] = knownTime(run.micros);
  return element('td', { class: 'number', ...attributes }, run.missing === null && run.micros === null ? 'not ended' : text);
}
