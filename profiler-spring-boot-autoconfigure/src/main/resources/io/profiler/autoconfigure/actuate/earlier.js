import { makeButton } from '../../report/html/buttons.js';
import { byId, element } from '../../report/html/dom.js';
import { duration } from '../../report/html/numbers.js';
import { isTraced } from './run.js';
import { traceLink } from './trace-link.js';

const MOST = 10;

/** The last requests of this tab, kept in it alone: each can be sent again. */
export class Earlier {
  constructor(again, show) {
    this.again = again;
    this.show = show;
    this.runs = [];
    this.isPaused = false;
    document.addEventListener('tracedeleted', () => this.draw());
  }

  add(run, times) {
    this.runs = [{ ...run, times }, ...this.runs].slice(0, MOST);
    byId('earlier').hidden = false;
    this.draw();
  }

  draw() {
    byId('again').replaceChildren(...this.runs.map(one => this.item(one)));
  }

  /** Nobody changes the form, or sends again, while one is under way. */
  pause(isPaused) {
    this.isPaused = isPaused;
    byId('again').querySelectorAll('button').forEach(button => { button.disabled = isPaused; });
  }

  item(run) {
    const { asked, title, answer, times } = run;
    const button = makeButton({ class: 'link code', title: `Send again: ${title}`,
      disabled: this.isPaused, click: () => this.again(asked) }, title);
    const status = `${answer.status ?? 'redirected'}${times > 1 ? `, × ${times}` : ''}`;
    return element('li', {}, button, element('span', { class: answer.status >= 400 ? 'warning' : 'soft' }, status),
      !isTraced(run) ? element('span', { class: 'soft' }, 'no trace') : this.link(run));
  }

  link(run) {
    const took = run.micros === null ? 'not ended' : duration(run.micros);
    return traceLink(run, took, this.show, { 'aria-label': `Trace of ${run.title}, ${took}` });
  }

  /** The last one that has a trace and asked for the same; null if there is none. */
  lastLike({ method, path }) {
    return this.runs.find(run => run.asked.method === method && run.asked.path === path && isTraced(run)) ?? null;
  }
}
