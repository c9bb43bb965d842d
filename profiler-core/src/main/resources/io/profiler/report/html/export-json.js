import { IndentedJson, isStop, plainJson, pointRecord } from './records.js';
import { IN_CYCLE, NEVER_STARTED } from './trace.js';

const PAYLOAD = 'meta.raw_payload.';

/** The trace as OSprofiler's trace show --json writes it, in parts. Loops: traces may be deep. */
export function osprofilerJson(trace) {
  const last = lastStarted(trace);
  const lines = new IndentedJson();
  lines.push('{', '"info": {', '"name": "total",', '"started": 0,',
    `"finished": ${trace.size === 0 ? null : millis(trace.head.durationMicros)},`, `"last_trace_started": ${last === null ? null : millis(last)}`, '},');
  writeForest(trace, lines);
  lines.push(`"stats": ${statistics(trace)}`, '}');
  return lines.parts;
}

function millis(micros) {
  return Math.trunc(micros / 1000);
}

function lastStarted(trace) {
  let last = null;
  for (let s = 0; s < trace.size; s++) {
    if (!trace.has(s, NEVER_STARTED)) {
      last = Math.max(last ?? -Infinity, trace.started[s]);
    }
  }
  return last;
}

/** Spans in a circle of parents have no place in the tree, as in OSprofiler's. */
function writeForest(trace, lines) {
  let end = 0;
  while (end < trace.size && !trace.has(end, IN_CYCLE)) {
    end = trace.ends[end];
  }
  lines.push(end === 0 ? '"children": [],' : '"children": [');
  const open = [];
  for (let s = 0; s <= end; s++) {
    while (open.length > 0 && trace.ends[open.at(-1)] <= s) {
      const closed = open.pop();
      lines.push(']', closing(closed, open, trace, end));
    }
    if (s === end) {
      break;
    }
    lines.push('{', `"info": ${spanInfo(trace, s)},`, `"trace_id": ${plainJson(trace.ids[s])},`, `"parent_id": ${plainJson(trace.parentIdOf(s))},`);
    if (trace.ends[s] > s + 1) {
      lines.push('"children": [');
      open.push(s);
    } else {
      lines.push('"children": []', closing(s, open, trace, end));
    }
  }
  if (end > 0) {
    lines.push('],');
  }
}

/** The end of a span's object, with a comma before the next one. */
function closing(span, open, trace, end) {
  return trace.ends[span] < (open.length > 0 ? trace.ends[open.at(-1)] : end) ? '},' : '}';
}

function spanInfo(trace, span) {
  const text = number => number === 0 ? 'null' : plainJson(trace.text(number));
  const info = new Map([['name', text(trace.name[span])], ['project', text(trace.project[span])],
    ['service', text(trace.serviceName[span])], ['host', text(trace.host[span])]]);
  for (let e = trace.firstEvent[span]; e < trace.firstEvent[span + 1]; e++) {
    const name = trace.text(trace.events.name[e]);
    info.set(PAYLOAD + name, pointRecord(trace, span, e));
    if (isStop(name)) {
      info.set('finished', millis(trace.finished(span)));
      info.set('exception', exceptionIn(trace.text(trace.events.info[e])));
    } else {
      info.set('started', millis(trace.started[span]));
    }
  }
  ['started', 'finished'].filter(name => !info.has(name))
    .forEach(name => info.set(name, millis(name === 'started' ? trace.started[span] : trace.finished(span))));
  return object([...info].map(([name, json]) => `${plainJson(name)}: ${json}`));
}

function exceptionIn(info) {
  try {
    return plainJson(JSON.parse(info).etype ?? 'None');
  } catch {
    return '"None"'; // Python writes NaN, which is no JSON
  }
}

function statistics(trace) {
  const millisOf = new Map();
  for (let s = 0; s < trace.size; s++) {
    const name = trace.nameOf(s);
    millisOf.set(name, (millisOf.get(name) ?? 0) + millis(trace.finished(s)) - millis(trace.started[s]));
  }
  return object(trace.statistics.names.map(({ name, count }) =>
    `${plainJson(name)}: ${object([`"count": ${count}`, `"duration": ${millisOf.get(name) ?? 0}`])}`));
}

function object(members) {
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n}`;
}
