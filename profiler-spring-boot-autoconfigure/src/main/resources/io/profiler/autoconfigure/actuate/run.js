import { visible } from '../../report/html/text.js';
import { isProfiled } from './answer.js';
import { arrivalOf, microsOf } from './arrival.js';
import { isDeleted } from './deletion.js';
import { Trouble } from './endpoint.js';
import { answerText, whyNotProfiled } from './refusals.js';
import { readRequest, sendSigned } from './request.js';

/** An answer that nothing says the application profiled. */
class NotProfiled extends Trouble {
  constructor(message, run) {
    super(message);
    this.run = run;
  }
}

/** Has one request profiled, and gives the trace's id with the answer. */
export async function sendOnce(asked, target, key) {
  const id = crypto.randomUUID();
  const answer = await sendSigned(readRequest(asked, target.origin), id, key, target);
  const run = { id, asked, title: `${asked.method} ${visible(asked.path)}`, answer };
  if (isProfiled(answer, id) === false) {
    throw new NotProfiled(`${answerText(answer)}, but there is no sign that this application profiled it: `
      + whyNotProfiled(answer, asked.method, target.prefix), run);
  }
  return run;
}

/**
 * The same with the time that the application took, once the trace has come: null, if its span has not ended. A trace that
 * does not come takes nothing from the others, and is told by why it is missing.
 */
export async function withTrace(run, patience) {
  try {
    const report = await arrivalOf(run.id, patience);
    return report === null ? { ...run, micros: null, missing: notArrived(run) }
      : { ...run, micros: microsOf(report), missing: null };
  } catch (failure) {
    if (!(failure instanceof Trouble)) {
      throw failure;
    }
    return { ...run, micros: null, missing: patience.stop.aborted ? `trace ${run.id} was not waited for.` : failure.message };
  }
}

function notArrived({ id }) {
  return `no span of trace ${id} has come to the store. Is the key one of profiler.hmac-keys, and is a layer traced`
    + ' (profiler.trace-wsgi-transport)?';
}

/** Whether its trace can be opened. */
export function isTraced(run) {
  return run.missing === null && !isDeleted(run.id);
}

/** Why its trace cannot be opened, as the end of a sentence. */
export function whyMissing(run) {
  return isDeleted(run.id) ? 'its trace was deleted.' : run.missing;
}

/** The runs whose time is known: of the others nobody can say how fast they were. */
export function timed(runs) {
  return runs.filter(run => run.micros !== null);
}
