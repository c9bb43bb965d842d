import { copyButton } from '../html/clipboard.js';
import { byId, element } from '../html/dom.js';
import { duration, exactDuration, whole } from '../html/numbers.js';
import { visible } from '../html/text.js';
import { themeSwitch } from '../html/theme.js';
import { conclusion, sentenceNodes } from './conclusion.js';
import { difference, relative, signedDuration, signedNumber } from './differences.js';

/** What stands above the paths: what the comparison comes to, both traces, and what the second has more or less of. */
export function drawTotals(comparison) {
  const { before, after } = comparison;
  byId('head').append(titleLine(comparison), ...conclusion(comparison).filter(part => part !== null), totalsTable(before, after));
}

function titleLine({ before, after, headline, alike }) {
  // Each in its own direction: else two that go from right to left would change places.
  const titles = [...new Set([before.title, after.title])].map(title => element('bdi', {}, visible(title)));
  return element('div', { class: 'title' }, verdict(before, after, headline[0], alike),
      element('h1', { title: titles.map(title => title.textContent).join(' → ') }, ...titles.flatMap((title, i) => i > 0 ? [' → ', title] : [title])), element('span', { class: 'actions' }, themeSwitch()));
}

/** A trace whose root is unfinished has no total to compare. */
function isTotalKnown(before, after) {
  return before.finished && after.finished;
}

/** Colour and arrow only where one may be called faster. */
function verdict(before, after, headline, alike) {
  const told = alike && isTotalKnown(before, after);
  const { kind } = difference(before.micros, after.micros);
  const arrow = { slower: '▲ ', faster: '▼ ' }[kind] ?? '';
  return element('span', { class: 'verdict' + (told ? ' ' + kind : '') }, told ? arrow : '', ...sentenceNodes(headline));
}

function totalsTable(before, after) {
  const head = (label, className) => element('th', { scope: 'col', class: className }, label);
  const row = (label, cells, className = null) => element('tr', { class: className }, element('th', { scope: 'row' }, label), ...cells);
  const cell = (text, className = null, title = null) => element('td', { class: className, title }, text);
  return element('table', { class: 'totals' },
      element('caption', { class: 'unseen' }, 'Both traces'),
      element('thead', {}, element('tr', {}, element('td'), head('Before', 'was'), head('After', 'is'), head('Difference'))),
      element('tbody', {},
          row('Total', [totalTimeCell(before), totalTimeCell(after),
            totalDifferenceCell(before, after)], 'strong'),
          row('Spans', [cell(whole(before.spans)), cell(whole(after.spans)), cell(signedNumber(before.spans, after.spans))]),
          before.unfinished + after.unfinished === 0 ? null
            : row('Unfinished', [cell(whole(before.unfinished)), cell(whole(after.unfinished)), cell(signedNumber(before.unfinished, after.unfinished))]),
          row('Errors', [errorCell(before.errors), errorCell(after.errors), cell(signedNumber(before.errors, after.errors))]),
          before.refusals === null && after.refusals === null ? null
            : row('Answers', [refusalCell(before), refusalCell(after), cell('')]),
          row('Request', [cell(visible(before.title), null, visible(before.title, 2000)), cell(visible(after.title), null, visible(after.title, 2000)), cell('')]),
          row('Started', [cell(started(before)), cell(started(after)), cell('')]),
          before.traces === 1 && after.traces === 1 ? null
            : row('Traces', [cell(whole(before.traces)), cell(whole(after.traces)), cell('figures are medians')]),
          row(before.traces === 1 && after.traces === 1 ? 'Trace' : 'Last trace', [idCell(before, 'before'), idCell(after, 'after'), cell('')])));
}

function totalDifferenceCell(before, after) {
  if (!isTotalKnown(before, after)) {
    return element('td', {}, 'unknown');
  }
  const share = relative(before.micros, after.micros);
  return element('td', { class: difference(before.micros, after.micros).kind },
      `${signedDuration(before.micros, after.micros)}${share === '' ? '' : `, ${share}`}`);
}

/** Of several traces the median, and how far they are from each other. */
function totalTimeCell({ micros, microsRange: [least, most] }) {
  const range = least === most ? null : element('span', { class: 'range' }, ` ${duration(least)} to ${duration(most)}`);
  return element('td', { title: exactDuration(micros) }, duration(micros), range);
}

function errorCell(errors) {
  return element('td', { class: errors > 0 ? 'error' : null }, errors > 0 ? '✕ ' + whole(errors) : '0');
}

function refusalCell({ refusals }) {
  return element('td', { class: refusals === null ? null : 'error' }, refusals === null ? 'no error' : '✕ ' + visible(refusals, 60));
}

function started(trace) {
  return trace.startedAt === null ? 'unknown' : trace.startedAt.replace('T', ' ').replace('Z', ' UTC');
}

function idCell(trace, which) {
  return trace.id === null ? element('td', {}, 'unknown')
    : element('td', {}, element('code', {}, visible(trace.id)), copyButton(`Copy the id of the trace ${which}`, () => trace.id));
}
