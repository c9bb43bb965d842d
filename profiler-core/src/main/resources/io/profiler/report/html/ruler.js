import { element } from './dom.js';
import { duration, exactDuration } from './numbers.js';

const TICK_LABEL_PIXELS = 50;
const PAUSE_LABEL_PIXELS = 104;
export const NARROWEST_PAUSE_PIXELS = 3;
const TICKS_APART_PIXELS = 24;

/**
 * What stands above the times: ticks, which count from the start of each stretch of time, and the pauses between with
 * their lengths.
 */
export class Ruler {
  constructor(scale, pixels) {
    this.scale = scale;
    this.pixels = pixels;
    this.step = scale.step(pixels);
    this.pauses = this.pausesInSight();
    this.ticks = this.ticksInSight();
  }

  x(micros) {
    return this.scale.place(micros) * this.pixels;
  }

  /** Those that are wide enough to be seen. */
  pausesInSight() {
    const { axis } = this.scale;
    if (axis.widest / this.scale.width * this.pixels < NARROWEST_PAUSE_PIXELS) {
      return [];
    }
    const half = PAUSE_LABEL_PIXELS / 2;
    let labelled = -Infinity;
    return axis.pauses.slice(axis.stretchAt(this.scale.instant(0)), axis.stretchAt(this.scale.instant(1)) + 1)
        .map(({ from, to }) => ({ left: this.x(from), right: this.x(to), micros: to - from }))
        .filter(({ left, right }) => right - left >= NARROWEST_PAUSE_PIXELS && left <= this.pixels)
        .map(pause => {
          const middle = Math.min(Math.max((pause.left + pause.right) / 2, half), this.pixels - half);
          const isLabelled = middle - labelled >= PAUSE_LABEL_PIXELS && this.pixels >= PAUSE_LABEL_PIXELS;
          labelled = isLabelled ? middle : labelled;
          return { ...pause, middle, isLabelled };
        });
  }

  ticksInSight() {
    const { axis } = this.scale;
    const [first, last] = [this.scale.instant(0), this.scale.instant(1)];
    const ticks = [];
    for (let i = axis.stretchAt(first); i <= axis.stretchAt(last); i++) {
      const from = i === 0 ? 0 : axis.from[i];
      const to = axis.hasPauses ? Math.min(axis.to[i], last) : last;
      const k = Math.max(i === 0 ? 0 : 1, Math.ceil((first - from) / this.step));
      const count = Math.floor((to - from) / this.step) - k + 1;
      // Counted, since beyond 2^53 microseconds the next k is the same number as k.
      for (let n = 0; n < count; n++) {
        const since = (k + n) * this.step;
        const left = this.x(from + since);
        if (ticks.length === 0 || left - ticks.at(-1).left >= TICKS_APART_PIXELS) {
          ticks.push({ left, since });
        }
      }
    }
    return ticks;
  }

  /** Elements with the labels, of which none lies on another. */
  labels() {
    const pauses = this.pauses.filter(pause => pause.isLabelled);
    const isFree = left => !pauses.some(({ middle }) =>
      Math.abs(left + TICK_LABEL_PIXELS / 2 - middle) < (TICK_LABEL_PIXELS + PAUSE_LABEL_PIXELS) / 2);
    const isRoomy = left => left <= this.pixels - TICK_LABEL_PIXELS;
    const shown = this.ticks.filter(({ left }, i) => isFree(left) && (i === 0 || isRoomy(left)));
    const longest = this.scale.axis.hasPauses ? Math.max(0, ...shown.map(tick => tick.since)) : this.scale.to;
    return [...shown.map(tick => this.tickLabel(tick, longest)), ...pauses.map(pause => this.pauseLabel(pause))];
  }

  tickLabel({ left, since }, longest) {
    const label = element('span', {}, tickLabel(since, this.step, longest));
    label.style.left = left + 'px';
    label.classList.toggle('inside', left > this.pixels - TICK_LABEL_PIXELS);
    return label;
  }

  pauseLabel({ middle, micros }) {
    const label = element('span', { class: 'pause', title: exactDuration(micros) + ' without a request' }, 'pause ' + duration(micros));
    label.style.left = middle + 'px';
    return label;
  }

  /** The ticks' lines and the pauses as a background of the bars; null where lines at equal distances do. */
  background() {
    if (!this.scale.axis.hasPauses) {
      return null;
    }
    const marks = [...this.ticks.map(({ left }) => ['var(--line)', left, left + 1]),
      ...this.pauses.map(({ left, right }) => ['var(--pause)', left, right])].sort((a, b) => a[1] - b[1]);
    const stops = marks.flatMap(([colour, left, right]) => [`transparent ${left}px`, `${colour} ${left}px ${right}px`, `transparent ${right}px`]);
    return `linear-gradient(to right, ${['transparent 0', ...stops, 'transparent 100%'].join(', ')})`;
  }
}

/** The name of a tick: all ticks of a ruler in one unit, with as many digits as tell them apart. */
function tickLabel(micros, step, last) {
  const [unit, name] = last >= 1e6 && step >= 1000 ? [1e6, ' s'] : last >= 1000 && step >= 1 && last > 2000 ? [1000, ' ms'] : [1, ' µs'];
  const digits = Math.max(0, -Math.floor(Math.log10(step / unit) + 1e-9));
  return micros === 0 ? '0' : (micros / unit).toFixed(digits) + name;
}
