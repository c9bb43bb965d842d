import { element } from './dom.js';
import { RowView } from './row.js';

const FEWEST_ROWS_A_FRAME = 8;
const FRAME_MILLIS = 18;

/** The lines in the document, which are those in sight and a few more, however many there are. */
export class Lines {
  constructor(session) {
    this.session = session;
    this.views = [];
    this.rowsAFrame = FEWEST_ROWS_A_FRAME;
    this.element = element('div', { role: 'rowgroup', class: 'rows' });
  }

  /** Draws the lines in a range, those near its middle first, with bars in so many pixels. Tells whether all are drawn. */
  draw({ first, last, middle }, pixels, anew) {
    this.resize(last - first);
    const { missing, free } = this.arrange(first, last, anew);
    missing.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
    for (const place of anew ? missing : missing.splice(0, this.rowsAFrame)) {
      const view = free.pop();
      view.place = place;
      view.show(this.session.rows.nodes[place], place, pixels);
    }
    if (anew) {
      return true;
    }
    this.adaptToThisFrame(missing.length > 0);
    return missing.length === 0;
  }

  resize(wanted) {
    while (this.views.length < wanted) {
      const view = new RowView(this.session);
      this.views.push(view);
      this.element.append(view.element);
    }
    const spare = this.views.splice(wanted);
    spare.forEach(view => view.element.remove());
  }

  /**
   * Lines that stay in sight keep their element; those scrolled out of sight are drawn anew elsewhere, from the middle on.
   * While scrolling, what a frame has no time for waits for the next one.
   */
  arrange(first, last, anew) {
    const kept = new Map();
    const free = [];
    for (const view of this.views) {
      const place = view.place;
      !anew && place >= first && place < last && !kept.has(place) ? kept.set(place, view) : free.push(view);
    }
    const missing = [];
    for (let place = first; place < last; place++) {
      if (!kept.has(place)) {
        missing.push(place);
      }
    }
    return { missing, free };
  }

  /** The browser takes much longer to lay lines out than it takes to write them, and the longer the newer the page is. */
  adaptToThisFrame(isRestMissing) {
    const begun = performance.now();
    setTimeout(() => {
      const fits = performance.now() - begun < FRAME_MILLIS;
      const factor = !fits ? 0.5 : isRestMissing ? 1.5 : 1;
      this.rowsAFrame = Math.max(FEWEST_ROWS_A_FRAME, Math.round(this.rowsAFrame * factor));
    });
  }
}
