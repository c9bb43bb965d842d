/** The form that has one request profiled, and shows its trace. */
class ProfileForm {
  constructor(settings, showTrace) {
    this.origin = applicationOrigin(settings);
    this.showTrace = showTrace;
    byId('target').textContent = `on ${this.origin}`;
    byId('path').value = `${settings.contextPath}/`;
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
    const response = await sendSigned(request, id, byId('key').value);
    const answer = answerOf(response, performance.now() - began);
    if (isProfiled(response, id) === false) {
      throw new Trouble(`${answer}, but the request was not profiled: the application did not accept the key`
        + ' (profiler.hmac-keys).');
    }
    tell('', `${answer}. Waiting for the trace …`);
    await this.show(id, `${form.method} ${form.path}`, answer);
  }

  async show(id, title, answer) {
    if (await arrivalOf(id) === null) {
      throw new Trouble(`${answer}, but no span of trace ${id} has come to the store. Is the key one of`
        + ' profiler.hmac-keys, and is a layer traced (profiler.trace-wsgi-transport)?');
    }
    tell('', `${answer}.`, 'done', element('a', { href: endpoint.pageOf(id) }, `Trace ${id}`));
    this.showTrace(id, title);
  }
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
