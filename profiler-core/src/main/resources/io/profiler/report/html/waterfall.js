import { LevelButtons, nameSplitter } from './columns.js';
import { element } from './dom.js';
import { TimeGestures } from './gestures.js';
import { Lines } from './lines.js';
import { ROW_PIXELS } from './row.js';
import { Ruler } from './ruler.js';
import { TimeCursor } from './time-cursor.js';

const SPARE_ROWS = 6;

/** The waterfall: a treegrid of which only the lines in sight are in the document. */
export class Waterfall {
  constructor(session) {
    this.session = session;
    this.lines = new Lines(session);
    this.ruler = element('div', { role: 'columnheader', class: 'ruler', 'aria-label': 'Time' });
    this.empty = element('p', { class: 'empty soft', hidden: true }, 'No span is like that.');
    this.grid = element('div', { role: 'treegrid', id: 'waterfall', tabindex: 0, 'aria-label': 'Waterfall of spans',
      'aria-colcount': 4, click: event => this.clicked(event), dblclick: event => this.doubleClicked(event),
      pointermove: event => this.cursor.pointAt(event.clientX), pointerleave: () => this.cursor.hide() },
    element('div', { role: 'rowgroup', class: 'head' },
        element('div', { role: 'row', class: 'row', 'aria-rowindex': 1 },
            element('div', { role: 'columnheader', class: 'what' }, 'Span', new LevelButtons(session).element),
            element('div', { role: 'columnheader', class: 'number total', title: 'From its beginning to its end' }, 'Total'),
            element('div', { role: 'columnheader', class: 'number self', title: 'In which no span below it ran: solid in the bar' }, 'Self'),
            this.ruler)), this.lines.element);
    this.cursor = new TimeCursor(session.scale, this.grid, this.ruler);
    this.element = element('div', { class: 'waterfall' }, this.grid, this.cursor.element, this.empty, nameSplitter());
    new TimeGestures(session, this);
    this.listen();
  }

  listen() {
    this.grid.addEventListener('scroll', () => this.drawSoon(), { passive: true });
    new ResizeObserver(() => this.drawSoon(true)).observe(this.grid);
    this.session.on('rows', () => this.drawSoon(true));
    this.session.on('time', () => this.drawSoon(true));
    this.session.on('selection', () => this.drawSoon(true));
    this.session.on('reveal', node => this.reveal(node));
    document.addEventListener('columnresize', () => this.drawSoon(true));
  }

  drawSoon(anew = false) {
    this.anew ||= anew;
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      this.draw();
    });
  }

  draw() {
    const height = this.grid.clientHeight - ROW_PIXELS;
    if (height <= 0) {
      return;
    }
    if (this.anew) {
      this.measure();
    }
    const areAllDrawn = this.lines.draw(this.range(height), this.pixels, this.anew);
    this.anew = false;
    if (!areAllDrawn) {
      this.drawSoon();
    }
    this.markActive();
    if (performance.getEntriesByName('usable').length === 0) {
      performance.mark('usable');
    }
  }

  /** Places of the lines in sight, and of some above and below. */
  range(height) {
    const { scrollTop, clientHeight } = this.grid;
    return {
      first: Math.max(0, Math.floor(scrollTop / ROW_PIXELS) - SPARE_ROWS),
      last: Math.min(this.session.rows.count, Math.ceil((scrollTop + height) / ROW_PIXELS) + SPARE_ROWS),
      middle: (scrollTop + clientHeight / 2) / ROW_PIXELS,
    };
  }

  measure() {
    const { rows, scale } = this.session;
    this.pixels = this.ruler.clientWidth;
    this.lines.element.style.height = rows.count * ROW_PIXELS + 'px';
    this.grid.setAttribute('aria-rowcount', rows.count + 1);
    this.empty.hidden = rows.count > 0;
    const ruler = new Ruler(scale, this.pixels);
    this.ruler.replaceChildren(...ruler.labels());
    this.drawLines(ruler, ruler.background());
  }

  drawLines(ruler, background) {
    const { style } = this.grid;
    this.grid.classList.toggle('paused', background !== null);
    style.setProperty('--lines', background ?? 'none');
    style.setProperty('--tick', ruler.step / this.session.scale.width * this.pixels + 'px');
    style.setProperty('--first-tick', (ruler.ticks[0]?.left ?? 0) + 'px');
  }

  markActive() {
    const { rows, selected } = this.session;
    const inSight = selected >= 0 && this.lines.views.some(view => view.node === selected && rows.place[selected] >= 0);
    if (inSight) {
      this.grid.setAttribute('aria-activedescendant', 'row-' + selected);
    } else {
      this.grid.removeAttribute('aria-activedescendant');
    }
  }

  viewAt(event) {
    const row = event.target.closest('.rows > .row');
    return this.lines.views.find(view => view.element === row);
  }

  clicked(event) {
    const view = this.viewAt(event);
    if (!view) {
      return;
    }
    if (event.target === view.toggle && this.session.outline.isParent(view.node)) {
      this.session.setExpanded(view.node, !this.session.rows.isExpanded(view.node));
    } else {
      this.session.select(view.node);
      this.session.tell('open');
    }
  }

  doubleClicked(event) {
    const view = this.viewAt(event);
    if (view && event.target.closest('.time')) {
      this.session.select(view.node);
      this.session.showSelectedTime();
    } else if (view && event.target !== view.toggle && this.session.outline.isParent(view.node)) {
      this.session.setExpanded(view.node, !this.session.rows.isExpanded(view.node));
    }
  }

  /** Scrolls no further than needed, and shows the time in which the span ran. */
  reveal(node) {
    const top = this.session.rows.place[node] * ROW_PIXELS;
    const height = this.grid.clientHeight - ROW_PIXELS;
    const { scrollTop } = this.grid;
    this.lines.element.style.height = this.session.rows.count * ROW_PIXELS + 'px';
    if (top < scrollTop || top + ROW_PIXELS > scrollTop + height) {
      const near = top > scrollTop - 2 * ROW_PIXELS && top < scrollTop + height + ROW_PIXELS;
      this.grid.scrollTop = near ? (top < scrollTop ? top : top + ROW_PIXELS - height) : top - height / 3;
    }
    this.drawSoon(true);
  }

  get linesInSight() {
    return Math.max(1, Math.floor((this.grid.clientHeight - ROW_PIXELS) / ROW_PIXELS) - 1);
  }
}
