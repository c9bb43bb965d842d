import { timestampAt } from './clock.js';

/**
 * A trace point as it was stored, in JSON without the blanks at the beginnings of its lines; see EventColumns in Java for
 * when it is put together here.
 */
export function pointRecord(trace, span, event) {
  const record = trace.text(trace.events.record[event]);
  if (record !== '') {
    return record;
  }
  const name = trace.text(trace.events.name[event]);
  const members = {
    name,
    base_id: trace.head.id,
    trace_id: trace.ids[span],
    parent_id: trace.parentIdOf(span),
    timestamp: timestampAt(trace, isStop(name) ? trace.finished(span) : trace.started[span]),
  };
  const lines = Object.entries(members).map(([member, value]) => `"${member}": ${plainJson(value)}`);
  lines.push(`"info": ${trace.text(trace.events.info[event])}`);
  lines.push(`"project": ${plainJson(trace.text(trace.project[span]))}`);
  lines.push(`"service": ${plainJson(trace.text(trace.serviceName[span]))}`);
  return `{\n${lines.join(',\n')}\n}`;
}

export function isStop(name) {
  return name.endsWith('stop');
}

/** A value in the letters that every program reads, as Python writes it. */
export function plainJson(value, indent) {
  return JSON.stringify(value, null, indent).replace(/[\x7f-\uffff]/g, letter => '\\u' + letter.charCodeAt(0).toString(16).padStart(4, '0'));
}

/** JSON that gets the blanks at the beginnings of its lines while it is put together, in parts. */
export class IndentedJson {
  constructor() {
    this.parts = [];
    this.depth = 0;
  }

  push(...texts) {
    const lines = texts.join('\n').split('\n').map(line => this.indented(line)).join('\n');
    this.parts.push(this.parts.length > 0 ? '\n' + lines : lines);
  }

  indented(line) {
    this.depth -= line[0] === '}' || line[0] === ']' ? 1 : 0;
    const whole = '  '.repeat(this.depth) + line;
    this.depth += line.endsWith('{') || line.endsWith('[') ? 1 : 0;
    return whole;
  }
}
