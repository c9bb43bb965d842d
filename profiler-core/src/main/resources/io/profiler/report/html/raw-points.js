import { copyButton } from './clipboard.js';
import { timestampAt } from './clock.js';
import { element } from './dom.js';
import { longText } from './facts.js';
import { visible } from './text.js';

export function pointsSection(trace, span) {
  const points = [];
  for (let e = trace.firstEvent[span]; e < trace.firstEvent[span + 1]; e++) {
    const text = rawPoint(trace, span, e);
    points.push(element('div', { class: 'value' },
        element('h4', {}, visible(trace.text(trace.events.name[e]), 100), copyButton('Copy the trace point', () => text)), longText(text)));
  }
  return element('section', {}, element('details', {}, element('summary', {}, `Raw trace points (${points.length})`), ...points));
}

/** The record as it was stored, in JSON; see EventColumns in Java for when it is put together here. */
function rawPoint(trace, span, event) {
  const record = trace.text(trace.events.record[event]);
  if (record !== '') {
    return indented(record);
  }
  const name = trace.text(trace.events.name[event]);
  const members = {
    name,
    base_id: trace.head.id,
    trace_id: trace.ids[span],
    parent_id: trace.parentIdOf(span),
    timestamp: timestampAt(trace, name.endsWith('stop') ? trace.finished(span) : trace.started[span]),
  };
  const lines = Object.entries(members).map(([member, value]) => `  "${member}": ${JSON.stringify(value)}`);
  lines.push(`  "info": ${indented(trace.text(trace.events.info[event])).replaceAll('\n', '\n  ')}`);
  lines.push(`  "project": ${JSON.stringify(trace.text(trace.project[span]))}`);
  lines.push(`  "service": ${JSON.stringify(trace.text(trace.serviceName[span]))}`);
  return `{\n${lines.join(',\n')}\n}`;
}

/** JSON with the blanks at the beginnings of its lines, which the data block leaves out. */
function indented(json) {
  let depth = 0;
  return json.split('\n').map(line => {
    depth -= /^[}\]]/.test(line) ? 1 : 0;
    const whole = '  '.repeat(depth) + line;
    depth += /[{[]$/.test(line) ? 1 : 0;
    return whole;
  }).join('\n');
}
