import { byId, element } from '../../report/html/dom.js';
import { duration } from '../../report/html/numbers.js';
import { patienceUntil } from './arrival.js';
import { CopyButtons } from './copies.js';
import { distributionOf } from './distribution.js';
import { Earlier } from './earlier.js';
import { endpoint, STOPPED, Trouble } from './endpoint.js';
import { requestForm } from './form.js';
import { answerText, kindOf, remarkOn } from './refusals.js';
import { applicationOrigin, pathPrefix } from './request.js';
import { isTraced, sendOnce, timed, whyMissing, withTrace } from './run.js';
import { canSign } from './sign.js';
import { firstPath, suggestPaths } from './suggest.js';
import { tell, tellWaiting } from './told.js';

/** The form that has requests profiled, and hands on what came of them. */
export class ProfileForm {
  /** What is shown has an id, a title, and whatever else there is of: a run, its like, and the trace before it. */
  constructor(settings, show) {
    const { strict, relayed } = settings;
    this.target = { origin: applicationOrigin(settings), prefix: pathPrefix(settings), strict, relayed };
    this.show = show;
    this.earlier = new Earlier(asked => {
      requestForm.fill(asked);
      this.send(1);
    }, show);
    byId('target').textContent = `on ${this.target.origin}`;
    byId('path').value = this.target.prefix + firstPath(settings.paths);
    suggestPaths(settings.paths, this.target.prefix);
    byId('request').addEventListener('submit', event => {
      event.preventDefault();
      this.send(requestForm.times());
    });
    this.copies = new CopyButtons(this.target);
    if (!canSign()) {
      this.refuse();
    }
  }

  refuse() {
    byId('send').disabled = true;
    this.copies.pause(true);
    tell('wary', 'Browsers sign requests only in pages from https:// or from localhost, and this one is from '
      + `${location.origin}. Open it in one of these ways, or use the command: profiler request.`);
  }

  async send(times) {
    if (byId('send').disabled || !byId('request').reportValidity()) {
      return;
    }
    this.setBusy(true);
    try {
      await this.profile(requestForm.read(), requestForm.key(), times);
    } catch (failure) {
      if (!(failure instanceof Trouble)) {
        tell('bad', 'This page cannot read what the application answered; the console of the browser says why.');
        throw failure;
      }
      tell('bad', failure.message);
      this.showAnswerOf(failure.run);
    } finally {
      this.setBusy(false);
    }
  }

  setBusy(isBusy) {
    byId('send').disabled = isBusy;
    this.earlier.pause(isBusy);
    this.copies.pause(isBusy);
  }

  showAnswerOf(run) {
    if (run !== undefined) {
      this.earlier.add(run, 1);
      this.show({ id: null, title: run.title, run });
    }
  }

  async profile(asked, key, times) {
    const { sent, trouble } = await this.sendAll(asked, key, times);
    const runs = await awaitTraces(sent);
    const before = this.earlier.lastLike(asked);
    const typical = typicalOf(runs);
    this.earlier.add(typical, runs.length);
    this.report(runs, typical, trouble);
    this.show({ id: isTraced(typical) ? typical.id : null, title: typical.title, run: typical, runs, before });
  }

  /** One after another, so that none waits for another; those that were answered, and what kept the others from it. */
  async sendAll(asked, key, times) {
    const sent = [];
    const stopping = new AbortController();
    try {
      while (sent.length < times) {
        tellWaiting(waitingFor('the answer', 'answer', sent.length + 1, times), () => stopping.abort());
        sent.push(await sendOnce(asked, { ...this.target, signal: stopping.signal }, key));
        stopIf(stopping.signal.aborted);
      }
    } catch (trouble) {
      if (!(trouble instanceof Trouble) || sent.length === 0) {
        throw trouble;
      }
      return { sent, trouble };
    }
    return { sent };
  }

  report(runs, typical, trouble) {
    const { answer, asked, id } = typical;
    const [missing, ...others] = runs.filter(run => !isTraced(run));
    const more = trouble === undefined ? '' : ` ${trouble.message}`;
    if (!isTraced(typical)) {
      tell('bad', `${answerText(answer)}, but ${whyMissing(typical)}${more}`);
      return;
    }
    const text = runs.length === 1 ? answerText(answer) : severalText(runs, typical);
    const trace = element('a', { href: endpoint.pageOf(id), target: '_blank' }, `Trace ${id}`);
    const lost = missing === undefined ? '' : ` ${1 + others.length} without a trace: ${whyMissing(missing)}`;
    tell(more + lost === '' ? kindOf(answer) : 'wary', `${text}.${remarkOn(answer, asked.method)}${lost}${more}`, trace);
  }
}

function stopIf(isStopped) {
  if (isStopped) {
    throw new Trouble(STOPPED);
  }
}

/** One after another too: the application reads traces one at a time. */
async function awaitTraces(sent) {
  const stopping = new AbortController();
  const patience = patienceUntil(stopping.signal);
  const runs = [];
  for (const run of sent) {
    const waiting = waitingFor('the trace', 'trace', runs.length + 1, sent.length);
    tellWaiting(`${answerText(run.answer)}. ${waiting}`, () => stopping.abort());
    runs.push(await withTrace(run, patience));
  }
  return runs;
}

function waitingFor(one, each, number, times) {
  return times === 1 ? `Waiting for ${one} …` : `Waiting for ${each} ${number} of ${times} …`;
}

function severalText({ length }, { micros }) {
  return `${length} times, ${micros === null ? 'none of which has ended' : `typically ${duration(micros)}`}`;
}

/** The first run does not count, if there are others: what is cold has to warm up. */
function typicalOf(runs) {
  const warm = timed(runs.length === 1 ? runs : runs.slice(1));
  const { median } = distributionOf(warm.map(run => run.micros));
  return warm.find(run => run.micros === median) ?? timed(runs)[0] ?? runs.find(isTraced) ?? runs.at(-1);
}
