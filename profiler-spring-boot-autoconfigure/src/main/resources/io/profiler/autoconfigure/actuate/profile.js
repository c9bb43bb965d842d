import { byId, element } from '../../report/html/dom.js';
import { duration } from '../../report/html/numbers.js';
import { CopyButtons } from './copies.js';
import { distributionOf } from './distribution.js';
import { Earlier } from './earlier.js';
import { endpoint, Trouble } from './endpoint.js';
import { requestForm } from './form.js';
import { answerText, kindOf, remarkOn } from './refusals.js';
import { applicationOrigin, pathPrefix } from './request.js';
import { sendOnce, withTrace } from './run.js';
import { canSign } from './sign.js';
import { suggestPaths } from './suggest.js';
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
    byId('path').value = `${this.target.prefix}/`;
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
    this.copies.disable();
    tell('wary', 'Browsers sign requests only in pages from https:// or from localhost, and this one is from '
      + `${location.origin}. Open it in one of these ways, or use the command: profiler request.`);
  }

  async send(times) {
    if (byId('send').disabled || !byId('request').reportValidity()) {
      return;
    }
    byId('send').disabled = true;
    try {
      await this.profile(requestForm.read(), requestForm.key(), times);
    } catch (failure) {
      if (!(failure instanceof Trouble)) {
        throw failure;
      }
      tell('bad', failure.message);
      this.showAnswerOf(failure.run);
    } finally {
      byId('send').disabled = false;
    }
  }

  showAnswerOf(run) {
    if (run !== undefined) {
      this.earlier.add(run, 1);
      this.show({ id: null, title: run.title, run });
    }
  }

  async profile(asked, key, times) {
    const sent = await this.sendAll(asked, key, times);
    tell('', `${answerText(sent.at(-1).answer)}. Waiting for the trace …`);
    const runs = await Promise.all(sent.map(withTrace));
    const before = this.earlier.lastLike(asked);
    const typical = typicalOf(runs);
    this.earlier.add(typical, times);
    this.report(runs, typical);
    this.show({ id: typical.id, title: typical.title, run: typical, runs, before });
  }

  /** One after another, so that none waits for another. */
  async sendAll(asked, key, times) {
    const sent = [];
    const stopping = new AbortController();
    for (let count = 1; count <= times; count++) {
      tellWaiting(times === 1 ? 'Waiting for the answer …' : `Waiting for answer ${count} of ${times} …`, () => stopping.abort());
      sent.push(await sendOnce(asked, { ...this.target, signal: stopping.signal }, key));
    }
    return sent;
  }

  report(runs, typical) {
    const { answer, asked, id } = typical;
    const text = runs.length === 1 ? answerText(answer) : `${runs.length} times, typically ${duration(typical.micros)}`;
    const trace = element('a', { href: endpoint.pageOf(id), target: '_blank' }, `Trace ${id}`);
    tell(kindOf(answer), `${text}.${remarkOn(answer, asked.method)}`, trace);
  }
}

/** The first run does not count, if there are others: what is cold has to warm up. */
function typicalOf(runs) {
  const warm = runs.length === 1 ? runs : runs.slice(1);
  const { median } = distributionOf(warm.map(run => run.micros));
  return warm.find(run => run.micros === median);
}
