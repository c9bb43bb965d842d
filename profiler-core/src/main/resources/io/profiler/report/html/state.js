import { IN_CYCLE, LATE, NEVER_STARTED, NEVER_STOPPED, ORPHAN } from './trace.js';

/** What is odd about a span, in a word or two. */
export function stateOf(trace, span) {
  const states = [];
  if (trace.errorStatusOf(span) !== null) {
    states.push('HTTP ' + trace.errorStatusOf(span));
  }
  if (trace.has(span, LATE)) {
    states.push('late');
  }
  if (trace.has(span, NEVER_STOPPED)) {
    states.push('unfinished');
  }
  if (trace.has(span, NEVER_STARTED)) {
    states.push('never started');
  }
  if (trace.has(span, ORPHAN)) {
    states.push('parent missing');
  }
  if (trace.has(span, IN_CYCLE)) {
    states.push('parent cycle cut here');
  }
  if (trace.durations[span] < 0) {
    states.push('ends before it starts');
  }
  return states.join(', ');
}

/** The type of an error without its package. */
export function simpleType(type) {
  return type.slice(type.lastIndexOf('.') + 1);
}
