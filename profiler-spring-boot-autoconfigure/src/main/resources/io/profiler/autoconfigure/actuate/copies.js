import { byId, element, say } from '../../report/html/dom.js';
import { Trouble } from './endpoint.js';
import { requestForm } from './form.js';
import { readRequest } from './request.js';
import { sign } from './sign.js';
import { curlCommand, intellijRequest, postmanScript } from './snippets.js';
import { tell } from './told.js';

/** Time to paste it, where it cannot be good for ever. */
const COPY_GOOD_FOR_SECONDS = 600;

const GOOD_AFTER_USE = 'until an hour after its first use, or as long as profiler.replay-after says';

/** Copies the request of the form for other programs: signed, and without the key. */
export class CopyButtons {
  constructor(target) {
    this.target = target;
    this.buttons = [
      this.button('curl', () => this.copySigned(curlCommand)),
      this.button('IntelliJ', () => this.copySigned(intellijRequest)),
      this.button('Postman', () => this.copyScript()),
    ];
    byId('copies').append(...this.buttons);
  }

  button(label, copy) {
    return element('button', { type: 'button', 'aria-label': `Copy for ${label}`, click: () => tellTrouble(copy) }, label);
  }

  /** While one waits, what is told of a copy would take the place of what stops it. */
  pause(isPaused) {
    this.buttons.forEach(button => { button.disabled = isPaused; });
  }

  async copySigned(write) {
    if (requestForm.key() === '') {
      byId('key').focus();
      throw new Trouble('Type the key: it signs what is copied, and is not part of it.');
    }
    const id = crypto.randomUUID();
    const request = readRequest(requestForm.read(), this.target.origin);
    await sign(request, id, requestForm.key(), this.target.strict, COPY_GOOD_FOR_SECONDS);
    await copied(write(request), `Copied, without the key. Whatever is sent with it becomes trace ${id}`
      + `; it is good ${this.target.strict ? 'for ten minutes' : GOOD_AFTER_USE}.`);
  }

  async copyScript() {
    await copied(postmanScript(this.target.strict), 'Copied: a script to run before requests of Postman. It takes the key from'
      + ' the variable profilerKey, and makes a trace of each request.');
  }
}

async function tellTrouble(copy) {
  try {
    await copy();
  } catch (failure) {
    if (!(failure instanceof Trouble)) {
      throw failure;
    }
    tell('bad', failure.message);
  }
}

async function copied(text, message) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    throw new Trouble('The browser did not let the page copy.');
  }
  tell('good', message);
  say('Copied');
}
