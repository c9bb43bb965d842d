import { endpoint } from './endpoint.js';

const ARRIVAL_MILLIS = 10_000;
const PAUSE_MILLIS = 250;
const POINT = 'meta.raw_payload.';

/**
 * Waits until the store has a trace and every span at its top has ended. After a while an unfinished one counts, and a
 * trace that has not come is null.
 */
export async function arrivalOf(id) {
  const giveUpAt = performance.now() + ARRIVAL_MILLIS;
  for (;;) {
    const report = await endpoint.trace(id);
    const late = performance.now() > giveUpAt;
    if (report !== null && (late || report.children.every(hasEnded))) {
      return report;
    }
    if (late) {
      return null;
    }
    await new Promise(resume => setTimeout(resume, PAUSE_MILLIS));
  }
}

function hasEnded(span) {
  return 'exception' in span.info;
}

/** How long the application took for a request, by the first span of its trace. */
export function microsOf(report) {
  const points = Object.entries(report.children[0].info).filter(([name]) => name.startsWith(POINT));
  const times = points.map(([, point]) => microsSinceEpoch(point.timestamp));
  return Math.max(...times) - Math.min(...times);
}

/** Dates of the browser know no microseconds. */
function microsSinceEpoch(timestamp) {
  const [seconds, fraction = ''] = timestamp.split('.');
  return Date.parse(`${seconds}Z`) * 1000 + Number(fraction.slice(0, 6).padEnd(6, '0'));
}
