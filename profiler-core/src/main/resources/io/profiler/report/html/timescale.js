const SHORTEST_WINDOW_MICROS = 10;

/** The window of time that is shown, and where an instant is in it. What it shows is measured along an axis. */
export class TimeScale {
  constructor(axis) {
    this.axis = axis;
    this.total = axis.total;
    this.reset();
  }

  reset() {
    this.from = 0;
    this.to = this.total;
  }

  get isWhole() {
    return this.from === 0 && this.to === this.total;
  }

  get width() {
    return this.to - this.from;
  }

  /** 0 at the left edge of the window, 1 at the right one. */
  place(micros) {
    return (this.axis.placeOf(micros) - this.from) / this.width;
  }

  instant(place) {
    return this.axis.instantAt(this.from + place * this.width);
  }

  /** Shows the time between two instants. */
  showTime(fromMicros, toMicros) {
    this.show(this.axis.placeOf(fromMicros), this.axis.placeOf(toMicros));
  }

  show(from, to) {
    const width = Math.min(Math.max(to - from, SHORTEST_WINDOW_MICROS), this.total);
    this.from = Math.min(Math.max(from, 0), this.total - width);
    this.to = this.from + width;
    if (this.total - width < 1e-9) {
      this.reset();
    }
  }

  zoom(factor, around = 0.5) {
    const width = this.width * factor;
    const fixed = this.from + around * this.width;
    this.show(fixed - around * width, fixed + (1 - around) * width);
  }

  move(share) {
    this.show(this.from + share * this.width, this.to + share * this.width);
  }

  /** A round time that is at least so many pixels long. */
  step(pixels, least = 90) {
    const micros = this.width * least / Math.max(pixels, least);
    const power = 10 ** Math.floor(Math.log10(micros));
    return Math.max(1, [1, 2, 5, 10].find(times => times * power >= micros) * power);
  }
}
