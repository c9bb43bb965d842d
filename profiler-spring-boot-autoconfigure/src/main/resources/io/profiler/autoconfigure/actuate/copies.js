import { makeButton } from '../../report/html/buttons.js';
import { copyText } from '../../report/html/clipboard.js';
import { byId, say } from '../../report/html/dom.js';
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
    return makeButton({ 'aria-label': `Copy for ${label}`, click: () => this.tellTrouble(copy) }, label);
  }

  /** While one waits, what is told of a copy would take the place of what stops it, also if the copy was begun before. */
  pause(isPaused) {
    this.isPaused = isPaused;
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
    await this.copied(write(request), `Copied, without the key. Whatever is sent with it becomes trace ${id}`
      + `; it is good ${this.target.strict ? 'for ten minutes' : GOOD_AFTER_USE}.`);
  }

  async copyScript() {
    await this.copied(postmanScript(this.target.strict), 'Copied: a script to run before requests of Postman. It takes the key from'
      + ' the variable profilerKey, and makes a trace of each request.');
  }

  async copied(text, message) {
    if (!await copyText(text)) {
      throw new Trouble('The browser did not let the page copy.');
    }
    this.tell('good', message);
    say('Copied');
  }

  async tellTrouble(copy) {
    try {
      await copy();
    } catch (failure) {
      if (!(failure instanceof Trouble)) {
        throw failure;
      }
      this.tell('bad', failure.message);
    }
  }

  tell(kind, text) {
    if (!this.isPaused) {
      tell(kind, text);
    }
  }
}
