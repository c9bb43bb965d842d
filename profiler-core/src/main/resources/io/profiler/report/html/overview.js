import { plainButton } from './buttons.js';
import { sizedContext } from './canvas.js';
import { element } from './dom.js';
import { duration } from './numbers.js';
import { NARROWEST_PAUSE_PIXELS } from './ruler.js';
import { focusView } from './views.js';

const OVERVIEW_PIXELS = 44;

/** The whole trace in small, with the window of time that the waterfall shows; a window is drawn with the pointer. */
export class Overview {
  constructor(session, colours) {
    this.session = session;
    this.colours = colours;
    this.canvas = element('canvas', { 'aria-hidden': 'true' });
    this.before = element('div', { class: 'outside' });
    this.after = element('div', { class: 'outside' });
    this.label = element('span', { class: 'window soft' });
    const endWindow = () => { this.anchor = undefined; };
    this.picture = element('div', { class: 'picture', title: 'Draw a window of time; double-click shows all',
      pointerdown: event => this.startWindow(event), pointermove: event => this.dragWindow(event), pointerup: endWindow, pointercancel: endWindow,
      dblclick: () => this.showAll() }, this.canvas, this.before, this.after);
    this.element = element('div', { class: 'overview' },
        element('div', { class: 'zoom' }, this.label, this.button('−', 'Show more time', () => session.scale.zoom(2)),
            this.button('+', 'Show less time', () => session.scale.zoom(0.5)),
            this.whole = plainButton('Show the whole trace', 'All', () => this.leaveWindow())),
        this.picture);
    this.listen();
  }

  button(text, label, change) {
    return plainButton(label, text, () => {
      change();
      this.session.tell('time');
    });
  }

  listen() {
    new ResizeObserver(() => this.draw()).observe(this.picture);
    document.addEventListener('themechange', () => this.draw());
    document.addEventListener('columnresize', () => this.draw());
    this.session.on('time', () => this.drawWindow());
    this.session.on('rows', () => this.session.found === this.drawn || this.draw());
  }

  placeAt(event) {
    const box = this.picture.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * this.session.scale.total;
  }

  showAll() {
    this.session.scale.reset();
    this.session.tell('time');
  }

  /** The button is disabled by that, so the keyboard goes on in the view. */
  leaveWindow() {
    this.showAll();
    focusView(this.session);
  }

  startWindow(event) {
    if (event.button !== 0) {
      return;
    }
    event.preventDefault();
    this.picture.setPointerCapture(event.pointerId);
    this.anchor = { place: this.placeAt(event), x: event.clientX };
  }

  dragWindow(event) {
    if (this.anchor === undefined || Math.abs(event.clientX - this.anchor.x) < 4) {
      return;
    }
    const place = this.placeAt(event);
    this.session.scale.show(Math.min(this.anchor.place, place), Math.max(this.anchor.place, place));
    this.session.tell('time');
  }

  draw() {
    const width = this.picture.clientWidth;
    if (width === 0) {
      return;
    }
    const context = sizedContext(this.canvas, width, OVERVIEW_PIXELS);
    this.drawSpans(context, width);
    this.drawWindow();
  }

  drawSpans(context, width) {
    const { trace, scale, found } = this.session;
    this.drawn = found;
    const deepest = trace.depths.reduce((most, depth) => Math.max(most, depth), 0);
    const line = Math.min(6, OVERVIEW_PIXELS / (deepest + 1));
    const x = micros => scale.axis.placeOf(micros) * width / scale.total;
    const fills = this.colours.layers(trace);
    const error = this.colours.error();
    this.drawPauses(context, x);
    for (let s = 0; s < trace.size; s++) {
      context.fillStyle = trace.isFailed(s) ? error : fills[trace.layerOf[s]];
      context.globalAlpha = found && !found[s] ? 0.15 : 1;
      const height = Math.max(1, line - 1);
      const left = x(trace.started[s]);
      context.fillRect(left, trace.depths[s] * line, Math.max(1, x(trace.finished(s)) - left), height);
    }
    context.globalAlpha = 1;
  }

  drawPauses(context, x) {
    context.fillStyle = this.colours.of('--pause');
    for (const { from, to } of this.session.scale.axis.pauses) {
      const left = x(from);
      if (x(to) - left >= NARROWEST_PAUSE_PIXELS) {
        context.fillRect(left, 0, x(to) - left, OVERVIEW_PIXELS);
      }
    }
  }

  drawWindow() {
    const { scale } = this.session;
    this.before.style.width = 100 * scale.from / scale.total + '%';
    this.after.style.width = 100 * (scale.total - scale.to) / scale.total + '%';
    this.whole.disabled = scale.isWhole;
    this.label.textContent = scale.isWhole ? 'whole trace' : `${duration(scale.instant(0))} – ${duration(scale.instant(1))}`;
  }
}
