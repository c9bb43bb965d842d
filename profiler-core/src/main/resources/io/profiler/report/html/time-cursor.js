import { element } from './dom.js';
import { duration } from './numbers.js';

/** A line over the waterfall that follows the pointer and tells the time. */
export class TimeCursor {
  constructor(scale, grid, ruler) {
    this.scale = scale;
    this.grid = grid;
    this.ruler = ruler;
    this.element = element('div', { class: 'cursor', 'aria-hidden': 'true', hidden: true }, element('span'));
  }

  pointAt(clientX) {
    const ruler = this.ruler.getBoundingClientRect();
    const place = (clientX - ruler.left) / ruler.width;
    this.place = place < 0 || place > 1 ? undefined : place;
    this.element.hidden = this.place === undefined;
    this.element.style.transform = `translateX(${clientX - this.grid.getBoundingClientRect().left}px)`;
    this.element.firstElementChild.textContent = this.timeAt(Math.round(this.scale.instant(place)));
    this.element.classList.toggle('left', place > 0.9);
  }

  hide() {
    this.place = undefined;
    this.element.hidden = true;
  }

  /** Since the first event; in a trace with pauses, since the last of them. */
  timeAt(micros) {
    const { axis } = this.scale;
    return !axis.hasPauses ? duration(micros) : axis.isPause(micros) ? 'pause' : duration(micros - axis.from[axis.stretchAt(micros)]);
  }
}
