import { byId, element } from '../../report/html/dom.js';
import { icon } from '../../report/html/icons.js';
import { duration } from '../../report/html/numbers.js';
import { visible } from '../../report/html/text.js';
import { arrivalOf } from './arrival.js';
import { refusalOf } from './csrf.js';
import { endpoint, Trouble } from './endpoint.js';
import { applicationOrigin, isProfiled, pathPrefix, readRequest, sendSigned } from './request.js';
import { canSign } from './sign.js';

/** The form that has one request profiled, and shows its trace. */
export class ProfileForm {
  constructor(settings, showTrace) {
    this.origin = applicationOrigin(settings);
    this.showTrace = showTrace;
    this.strict = settings.strict;
    byId('target').textContent = `on ${this.origin}`;
    this.prefix = pathPrefix(settings);
    byId('path').value = `${this.prefix}/`;
    byId('request').addEventListener('submit', event => {
      event.preventDefault();
      this.run();
    });
    if (!canSign()) {
      byId('send').disabled = true;
      tell('wary', 'Browsers sign requests only in pages from https:// or from localhost, and this one is from '
        + `${location.origin}. Open it in one of these ways, or use the command: profiler request.`);
    }
  }

  async run() {
    byId('send').disabled = true;
    try {
      await this.profile();
    } catch (failure) {
      if (!(failure instanceof Trouble)) {
        throw failure;
      }
      tell('bad', failure.message);
    } finally {
      byId('send').disabled = false;
    }
  }

  async profile() {
    const form = Object.fromEntries(['method', 'path', 'headers', 'body'].map(id => [id, byId(id).value]));
    const request = readRequest(form, this.origin);
    const id = crypto.randomUUID();
    tell('', `Waiting for ${form.method} ${visible(form.path)} …`);
    const began = performance.now();
    const response = await sendSigned(request, id, byId('key').value, this.strict);
    const answer = answerOf(response, performance.now() - began);
    if (isProfiled(response, id) === false) {
      throw new Trouble(`${answer}, but nothing says that the application profiled it: `
        + whyNotProfiled(response.status, form.method, this.prefix));
    }
    tell('', `${answer}. Waiting for the trace …`);
    if (await arrivalOf(id) === null) {
      throw new Trouble(`${answer}, but no span of trace ${id} has come to the store. Is the key one of`
        + ' profiler.hmac-keys, and is a layer traced (profiler.trace-wsgi-transport)?');
    }
    this.show(id, form, response.status, answer);
  }

  show(id, form, status, answer) {
    const remark = status === 403 ? ` Perhaps ${refusalOf(form.method)}.` : '';
    const [kind, iconName] = status >= 500 ? ['bad', 'failed'] : status >= 400 ? ['wary', 'warning'] : ['', 'done'];
    tell(kind, `${answer}.${remark}`, iconName, element('a', { href: endpoint.pageOf(id) }, `Trace ${id}`));
    this.showTrace(id, `${form.method} ${form.path}`);
  }
}

/** Why an answer came without the sign of the profiler, as far as its status tells. */
function whyNotProfiled(status, method, prefix) {
  if (status === 404 || status === 405) {
    return `is the path right? The application's paths begin with ${visible(prefix)}/ here. A proxy or another program`
      + ' may have answered in its place.';
  }
  if (status === 401) {
    return 'a proxy or the application asks to log in first.';
  }
  if (status === 403) {
    return `a proxy or the application refused it. Perhaps ${refusalOf(method)}.`;
  }
  if (status >= 500) {
    return 'a proxy may have answered because it could not reach the application.';
  }
  return 'the key is none of profiler.hmac-keys; or a proxy, another program, or a part of the application answered'
    + ' that is not profiled.';
}

function answerOf(response, millis) {
  const took = duration(millis * 1000);
  return response.type === 'opaqueredirect'
    ? `A redirection, not followed, after ${took} in the browser`
    : `${response.status} ${response.statusText}`.trim() + ` after ${took} in the browser`;
}

/** Shows how far the request is: {@code bad}, {@code wary}, or neither. */
function tell(kind, text, iconName, ...rest) {
  const outcome = byId('outcome');
  outcome.className = `told ${kind}`;
  const name = iconName ?? (kind === '' ? 'waiting' : 'warning');
  outcome.replaceChildren(icon(name), text, ...rest);
}
