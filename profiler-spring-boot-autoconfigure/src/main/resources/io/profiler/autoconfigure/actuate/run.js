import { visible } from '../../report/html/text.js';
import { isProfiled } from './answer.js';
import { arrivalOf, microsOf } from './arrival.js';
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

/** The same with the time that the application took, once the trace has come. */
export async function withTrace(run) {
  const report = await arrivalOf(run.id);
  if (report === null) {
    throw new NotProfiled(`${answerText(run.answer)}, but no span of trace ${run.id} has come to the store. Is the key one of`
      + ' profiler.hmac-keys, and is a layer traced (profiler.trace-wsgi-transport)?', run);
  }
  return { ...run, micros: microsOf(report) };
}
