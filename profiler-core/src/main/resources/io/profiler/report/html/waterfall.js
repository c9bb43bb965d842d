const SPARE_ROWS = 6;
const FEWEST_ROWS_A_FRAME = 8;
const FRAME_MILLIS = 18;

/** The waterfall: a treegrid of which only the lines in sight are in the document. */
class Waterfall {
  constructor(session) {
    this.session = session;
    this.views = [];
    this.rowsAFrame = FEWEST_ROWS_A_FRAME;
    this.body = element('div', { role: 'rowgroup', class: 'rows' });
    this.ruler = element('div', { role: 'columnheader', class: 'ruler', 'aria-label': 'Time' });
    this.cursor = element('div', { class: 'cursor', 'aria-hidden': 'true', hidden: true }, element('span'));
    this.empty = element('p', { class: 'empty soft', hidden: true }, 'No span is like that.');
    this.grid = element('div', { role: 'treegrid', id: 'waterfall', tabindex: 0, 'aria-label': 'Waterfall of spans',
      'aria-colcount': 4 },
    element('div', { role: 'rowgroup', class: 'head' },
        element('div', { role: 'row', class: 'row', 'aria-rowindex': 1 },
            element('div', { role: 'columnheader', class: 'what' }, 'Span', new LevelButtons(session).element),
            element('div', { role: 'columnheader', class: 'number total' }, 'Total'),
            element('div', { role: 'columnheader', class: 'number self' }, 'Self'),
            this.ruler)), this.body);
    this.element = element('div', { class: 'waterfall' }, this.grid, this.cursor, this.empty, nameSplitter());
    this.listen();
  }

  listen() {
    this.grid.addEventListener('scroll', () => this.drawSoon(), { passive: true });
    this.grid.addEventListener('click', event => this.clicked(event));
    this.grid.addEventListener('dblclick', event => this.doubleClicked(event));
    this.grid.addEventListener('pointermove', event => this.pointAt(event.clientX));
    this.grid.addEventListener('pointerleave', () => { this.cursor.hidden = true; });
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
    const { rows } = this.session;
    const height = this.grid.clientHeight - ROW_PIXELS;
    if (height <= 0) {
      return;
    }
    if (this.anew) {
      this.measure();
    }
    const first = Math.max(0, Math.floor(this.grid.scrollTop / ROW_PIXELS) - SPARE_ROWS);
    const last = Math.min(rows.count, Math.ceil((this.grid.scrollTop + height) / ROW_PIXELS) + SPARE_ROWS);
    this.drawRows(first, last);
    this.anew = false;
    this.markActive();
    if (performance.getEntriesByName('usable').length === 0) {
      performance.mark('usable');
    }
  }

  measure() {
    const { rows, scale } = this.session;
    this.pixels = this.ruler.clientWidth;
    this.body.style.height = rows.count * ROW_PIXELS + 'px';
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

  drawRows(first, last) {
    const { rows } = this.session;
    const wanted = last - first;
    while (this.views.length < wanted) {
      const view = new RowView(this.session);
      this.views.push(view);
      this.body.append(view.element);
    }
    const spare = this.views.splice(wanted);
    spare.forEach(view => view.element.remove());
    this.arrange(first, last, rows);
  }

  /**
   * Lines that stay in sight keep their element; those scrolled out of sight are drawn anew elsewhere, from the middle on.
   * While scrolling, what a frame has no time for waits for the next one.
   */
  arrange(first, last, rows) {
    const kept = new Map();
    const free = [];
    for (const view of this.views) {
      const place = view.place;
      !this.anew && place >= first && place < last && !kept.has(place) ? kept.set(place, view) : free.push(view);
    }
    const missing = [];
    for (let place = first; place < last; place++) {
      if (!kept.has(place)) {
        missing.push(place);
      }
    }
    const middle = (this.grid.scrollTop + this.grid.clientHeight / 2) / ROW_PIXELS;
    missing.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
    for (const place of this.anew ? missing : missing.splice(0, this.rowsAFrame)) {
      const view = free.pop();
      view.place = place;
      view.show(rows.nodes[place], place, this.pixels);
    }
    if (!this.anew) {
      this.adaptToThisFrame(missing.length > 0);
    }
  }

  /** The browser takes much longer to lay lines out than it takes to write them, and the longer the newer the page is. */
  adaptToThisFrame(isRestMissing) {
    const begun = performance.now();
    setTimeout(() => {
      const fits = performance.now() - begun < FRAME_MILLIS;
      const factor = !fits ? 0.5 : isRestMissing ? 1.5 : 1;
      this.rowsAFrame = Math.max(FEWEST_ROWS_A_FRAME, Math.round(this.rowsAFrame * factor));
    });
    if (isRestMissing) {
      this.drawSoon();
    }
  }

  markActive() {
    const { rows, selected } = this.session;
    const inSight = selected >= 0 && this.views.some(view => view.node === selected && rows.place[selected] >= 0);
    if (inSight) {
      this.grid.setAttribute('aria-activedescendant', 'row-' + selected);
    } else {
      this.grid.removeAttribute('aria-activedescendant');
    }
  }

  viewAt(event) {
    const row = event.target.closest('.rows > .row');
    return this.views.find(view => view.element === row);
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
    if (view && event.target !== view.toggle && this.session.outline.isParent(view.node)) {
      this.session.setExpanded(view.node, !this.session.rows.isExpanded(view.node));
    }
  }

  /** A line that follows the pointer and tells the time. */
  pointAt(clientX) {
    const ruler = this.ruler.getBoundingClientRect();
    const place = (clientX - ruler.left) / ruler.width;
    this.cursor.hidden = place < 0 || place > 1;
    this.cursor.style.transform = `translateX(${clientX - this.grid.getBoundingClientRect().left}px)`;
    this.cursor.firstElementChild.textContent = this.timeAt(Math.round(this.session.scale.instant(place)));
    this.cursor.classList.toggle('left', place > 0.9);
  }

  /** Since the first event; in a trace with pauses, since the last of them. */
  timeAt(micros) {
    const { axis } = this.session.scale;
    return !axis.hasPauses ? duration(micros) : axis.isPause(micros) ? 'pause' : duration(micros - axis.from[axis.stretchAt(micros)]);
  }

  /** Scrolls no further than needed, and shows the time in which the span ran. */
  reveal(node) {
    const top = this.session.rows.place[node] * ROW_PIXELS;
    const height = this.grid.clientHeight - ROW_PIXELS;
    const { scrollTop } = this.grid;
    this.body.style.height = this.session.rows.count * ROW_PIXELS + 'px';
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
