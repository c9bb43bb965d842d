import { clockAt } from './clock.js';
import { duration, many, percent, whole } from './numbers.js';
import { visible } from './text.js';

const LINES = 10;

/** What the page concludes, for an issue. Data stands in code, where nothing is markup, link or mention. */
export function markdown(trace) {
  return [...head(trace), ...verdict(trace), ...ledgerTable(trace), ...statementTable(trace), ...errorList(trace)].join('\n') + '\n';
}

function code(text) {
  const shown = visible(text, 200) || '?';
  const fence = '`'.repeat(Math.max(0, ...(shown.match(/`+/g) ?? []).map(ticks => ticks.length)) + 1);
  return /^`|`$|^ .* $/.test(shown) ? `${fence} ${shown} ${fence}` : fence + shown + fence;
}

function prose(parts) {
  return parts.map((text, i) => i % 2 === 1 ? code(text) : text).join('').trim();
}

function head(trace) {
  const { head: { title, id, busyMicros, spans, errors, services }, findings } = trace;
  const at = clockAt(trace, 0);
  return ['## ' + code(title), '',
    `**${duration(busyMicros)}**, ${many(spans, 'span')} in ${services.slice(0, 5).map(code).join(', ') || 'no named service'}, ${many(errors, 'error')}`,
    ...(id === null ? [] : ['', `Trace ${code(id)}${at === '' ? '' : ', started at ' + at}`]),
    ...findings.flatMap(({ text }) => ['', '> **Data:** ' + code(text)])];
}

function verdict({ verdict: { findings, told, sentence: calm, reservation, layers, total } }) {
  const lines = findings.length === 0 ? [prose(calm) + '.']
    : findings.map(({ words, advice }, i) => i < told ? `**${prose(words)}.** ${advice}` : `${prose(words)}. ${advice}`);
  const shares = layers.slice(0, LINES).map(({ label, micros }) => `${code(label)} ${percent(micros, total)}`).join(', ') + (layers.length > LINES ? ', …' : '');
  return total > 0 || findings.length > 0 ? [...lines.flatMap(line => ['', line]), ...(reservation ? ['', prose(reservation) + '.'] : []), '', 'By layer: ' + shares] : [];
}

function table(title, heads, rows) {
  const line = cells => `| ${cells.map(cell => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return rows.length === 0 ? [] : ['', '### ' + title, '', line(heads), '|---|' + '---:|'.repeat(heads.length - 1), ...rows.map(line)];
}

function ledgerTable({ verdict: { rows, total } }) {
  return table('Critical path: what the end waited for', ['What', 'Count', 'Time', 'Share'], rows.slice(0, LINES)
    .map(({ what, count, micros }) => [prose(what), whole(count), duration(micros), percent(micros, total)]));
}

function statementTable({ head: { busyMicros }, statistics: { statements } }) {
  return table('By statement', ['Statement', 'Count', 'Duplicates', 'Total', 'Share', 'Average', 'Max'],
      [...statements].sort((a, b) => b.total - a.total).slice(0, LINES).map(({ name, count, duplicates, total, self, average, max }) =>
        [code(name), whole(count), whole(duplicates), duration(total), percent(self, busyMicros), duration(average), duration(max)]));
}

function errorList(trace) {
  const failed = Array.from({ length: trace.size }, (_, s) => s).filter(s => trace.isFailed(s));
  const lines = failed.slice(0, LINES).map(s => `- ${code(`${trace.nameOf(s)} ${trace.subjectOf(s)}`.trim())}: `
      + code([trace.error[s], trace.message[s]].filter(number => number !== 0).map(number => trace.text(number)).join(': ')));
  const rest = failed.length > LINES ? [`- and ${whole(failed.length - LINES)} more`] : [];
  return failed.length === 0 ? [] : ['', '### Errors', '', ...lines, ...rest];
}
