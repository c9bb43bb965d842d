import { lanesOf } from './lanes.js';
import { visible } from './text.js';
import { NEVER_STARTED, NEVER_STOPPED } from './trace.js';

/**
 * The trace as events that Perfetto and chrome://tracing read: a process for each service and host, a thread for each lane,
 * and in the spans the methods that looks found there, if there were any.
 */
export function chromeTrace(trace, looks) {
  const processes = new Map();
  const events = [];
  const slices = looks?.slices();
  lanesOf(trace).forEach((lane, i) => {
    if (!processes.has(lane.place)) {
      processes.set(lane.place, processes.size + 1);
      events.push(nameEvent('process_name', processes.size, 0, lane.place));
    }
    const place = { pid: processes.get(lane.place), tid: i + 1 };
    events.push(nameEvent('thread_name', place.pid, place.tid, 'lane ' + place.tid));
    const add = span => events.push(spanEvent(trace, span, place));
    slices ? slices.addLane(events, lane, place, add) : lane.entries.forEach(({ span }) => add(span));
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
