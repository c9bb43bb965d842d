import { endpoint } from './endpoint.js';

const ARRIVAL_MILLIS = 10_000;
const PAUSE_MILLIS = 250;

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
