import { visible } from './text.js';
import { IN_CYCLE, NEVER_STARTED, NEVER_STOPPED } from './trace.js';

/** The trace as events that Perfetto and chrome://tracing read: a process for each service and host, a thread for each lane. */
export function chromeTrace(trace) {
  const lanes = lanesOf(trace);
  const processes = new Map();
  const events = [];
  lanes.forEach((lane, i) => {
    if (!processes.has(lane.place)) {
      processes.set(lane.place, processes.size + 1);
      events.push(nameEvent('process_name', processes.size, 0, lane.place));
    }
    const place = { pid: processes.get(lane.place), tid: i + 1 };
    events.push(nameEvent('thread_name', place.pid, place.tid, 'lane ' + place.tid));
    lane.spans.forEach(span => events.push(spanEvent(trace, span, place)));
  });
  return JSON.stringify({ displayTimeUnit: 'ms', traceEvents: events, otherData: { title: trace.head.title, base_id: trace.head.id } });
}

function nameEvent(name, pid, tid, value) {
  return { ph: 'M', name, pid, tid, args: { name: value } };
}

function spanEvent(trace, span, place) {
  const subject = trace.subjectOf(span);
  const name = visible(trace.nameOf(span), 200);
  const args = { trace_id: trace.ids[span], parent_id: trace.parentIdOf(span) };
  if (subject !== '') {
    args.subject = subject;
  }
  if (trace.isFailed(span)) {
    args.error = [trace.error[span], trace.message[span]].filter(number => number !== 0).map(number => trace.text(number)).join(': ');
  }
  if (!trace.isMeasured(span)) {
    args.state = trace.has(span, NEVER_STARTED) && !trace.has(span, NEVER_STOPPED) ? 'never started' : 'unfinished';
  }
  return { ph: 'X', name: subject === '' ? name : `${name} ${visible(subject, 200)}`, ...place, cat: name.replaceAll(',', ';'),
    ts: trace.started[span], dur: Math.max(0, trace.durations[span]), args, ...(trace.isFailed(span) ? { cname: 'terrible' } : {}) };
}

/** A span lies in its parent's lane if it fits; else it begins the first lane of its place that is free. */
function lanesOf(trace) {
  const lanes = [];
  const laneOf = [];
  const finished = span => Math.max(trace.started[span], trace.finished(span));
  const order = Array.from({ length: trace.size }, (_, s) => s).filter(s => !trace.has(s, IN_CYCLE))
    .sort((a, b) => trace.started[a] - trace.started[b] || trace.depths[a] - trace.depths[b] || a - b);
  for (const span of order) {
    const place = placeName(trace, span);
    const above = laneOf[trace.parents[span]];
    let lane = above?.place === place && nests(above, span, trace, finished) ? above : undefined;
    if (lane === undefined) {
      lane = freeLane(lanes, place, trace.started[span]);
      lane.until = finished(span);
      lane.open = [];
    }
    lane.spans.push(span);
    lane.open.push(span);
    laneOf[span] = lane;
  }
  return lanes;
}

function nests(lane, span, trace, finished) {
  const parent = trace.parents[span];
  while (lane.open.length > 0 && lane.open.at(-1) !== parent && finished(lane.open.at(-1)) <= trace.started[span]) {
    lane.open.pop();
  }
  return lane.open.at(-1) === parent && finished(span) <= finished(parent);
}

function freeLane(lanes, place, started) {
  let lane = lanes.find(known => known.place === place && known.until <= started);
  if (lane === undefined) {
    lane = { place, spans: [], open: [], until: 0 };
    lanes.push(lane);
  }
  return lane;
}

function placeName(trace, span) {
  const service = visible(trace.text(trace.service[span]), 200) || 'trace';
  return trace.host[span] === 0 ? service : `${service} on ${visible(trace.text(trace.host[span]), 200)}`;
}
