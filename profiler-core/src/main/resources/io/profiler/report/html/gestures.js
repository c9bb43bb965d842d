import { element } from './dom.js';

const SHORTEST_DRAG_PIXELS = 4;
const PIXELS_A_LINE = 16;
const ZOOM_A_PIXEL = 0.004;

/** Zooms and moves in time by wheel and pointer: over the times of the waterfall, and by drawing along its ruler. */
export class TimeGestures {
  constructor(session, { grid, ruler, element: around }) {
    this.session = session;
    this.ruler = ruler;
    this.drawn = element('div', { class: 'drawn', hidden: true });
    around.append(this.drawn);
    grid.addEventListener('wheel', event => this.wheel(event), { passive: false });
    ruler.addEventListener('pointerdown', event => this.startDrawing(event));
    ruler.addEventListener('pointermove', event => this.draw(event));
    ruler.addEventListener('pointerup', () => this.endDrawing());
    ruler.addEventListener('pointercancel', () => this.stop());
    ruler.addEventListener('dblclick', () => this.change(scale => scale.reset()));
  }

  change(what) {
    what(this.session.scale);
    this.session.tell('time');
  }

  /** Over the names the browser enlarges the page, as everywhere. */
  wheel(event) {
    const { left, width } = this.ruler.getBoundingClientRect();
    const place = (event.clientX - left) / width;
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : PIXELS_A_LINE;
    const isSideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (place < 0) {
      return;
    }
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.change(scale => scale.zoom(Math.exp(event.deltaY * pixels * ZOOM_A_PIXEL), place));
    } else if (isSideways && !this.session.scale.isWhole) {
      event.preventDefault();
      this.change(scale => scale.move(event.deltaX * pixels / width));
    }
  }

  startDrawing(event) {
    if (event.button === 0) {
      event.preventDefault();
      this.ruler.setPointerCapture(event.pointerId);
      this.from = this.to = event.clientX;
    }
  }

  draw(event) {
    if (this.from === undefined) {
      return;
    }
    const { left, right } = this.ruler.getBoundingClientRect();
    this.to = Math.min(Math.max(event.clientX, left), right);
    this.drawn.hidden = Math.abs(this.to - this.from) < SHORTEST_DRAG_PIXELS;
    this.drawn.style.width = Math.abs(this.to - this.from) + 'px';
    this.drawn.style.left = Math.min(this.from, this.to) - this.drawn.parentElement.getBoundingClientRect().left + 'px';
  }

  endDrawing() {
    if (!this.drawn.hidden) {
      const { left, width } = this.ruler.getBoundingClientRect();
      const [from, to] = [this.from, this.to].sort((a, b) => a - b).map(x => (x - left) / width);
      this.change(scale => scale.show(scale.from + from * scale.width, scale.from + to * scale.width));
    }
    this.stop();
  }

  stop() {
    this.from = undefined;
    this.drawn.hidden = true;
  }
}
