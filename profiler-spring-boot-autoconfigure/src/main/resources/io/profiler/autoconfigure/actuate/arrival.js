import { endpoint, PassingTrouble } from './endpoint.js';

const ARRIVAL_MILLIS = 10_000;
const PAUSE_MILLIS = 250;
const POINT = 'meta.raw_payload.';

/** How long to wait for the traces of requests, of all together; and by what signal to stop at once. */
export function patienceUntil(stop) {
  return { stop, late: AbortSignal.timeout(ARRIVAL_MILLIS) };
}

/**
 * Waits until the store has a trace and every span at its top has ended. After a while an unfinished one counts, and a
 * trace that has not come is null.
 */
export async function arrivalOf(id, { stop, late }) {
  for (;;) {
    const isLast = late.aborted;
    const report = await reportOf(id, stop, isLast);
    if (report !== null && (isLast || report.children.every(hasEnded))) {
      return report;
    }
    if (isLast) {
      return null;
    }
    await new Promise(resume => setTimeout(resume, PAUSE_MILLIS));
  }
}

/** Who can be asked again takes no passing trouble for an answer. */
async function reportOf(id, stop, isLast) {
  try {
    return await endpoint.trace(id, stop);
  } catch (failure) {
    if (isLast || !(failure instanceof PassingTrouble)) {
      throw failure;
    }
    return null;
  }
}

function hasEnded(span) {
  return 'exception' in span.info;
}

/** How long the application took for a request, by the first span of its trace; null if that has not ended, or there is none. */
export function microsOf(report) {
  const points = Object.entries(report.children[0]?.info ?? {}).filter(([name]) => name.startsWith(POINT));
  const times = points.map(([, point]) => microsSinceEpoch(point.timestamp));
  return times.length < 2 ? null : Math.max(...times) - Math.min(...times);
}

/** Dates of the browser know no microseconds. */
function microsSinceEpoch(timestamp) {
  const [seconds, fraction = ''] = timestamp.split('.');
  return Date.parse(`${seconds}Z`) * 1000 + Number(fraction.slice(0, 6).padEnd(6, '0'));
}
