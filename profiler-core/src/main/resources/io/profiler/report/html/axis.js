/** What a pause is drawn as wide as at most: so much of the time at work, and all pauses together so much. */
const WIDEST_PAUSE = 0.04;
const WIDEST_PAUSES = 0.3;

/**
 * The time of a trace with its pauses cut short: where an instant is in it, and which instant is where. Both are
 * microseconds; without pauses they are the same.
 */
export class TimeAxis {
  constructor({ from, to }, totalMicros) {
    this.from = from;
    this.to = to;
    this.instants = [0];
    this.places = [0];
    this.pauses = [];
    this.widest = this.widestPause();
    for (let i = 1; i < from.length; i++) {
      this.knot(to[i - 1], to[i - 1] - this.instants.at(-1));
      this.knot(from[i], Math.min(from[i] - to[i - 1], this.widest));
      this.pauses.push({ from: to[i - 1], to: from[i] });
    }
    this.knot(totalMicros, totalMicros - this.instants.at(-1));
    this.total = Math.max(1, this.places.at(-1));
  }

  widestPause() {
    const busy = this.from.reduce((sum, from, i) => sum + this.to[i] - from, 0);
    return Math.max(1, Math.min(busy * WIDEST_PAUSE, busy * WIDEST_PAUSES / Math.max(1, this.from.length - 1)));
  }

  knot(instant, width) {
    this.instants.push(Math.max(instant, this.instants.at(-1)));
    this.places.push(this.places.at(-1) + Math.max(0, width));
  }

  get hasPauses() {
    return this.pauses.length > 0;
  }

  placeOf(micros) {
    return this.hasPauses ? between(this.instants, this.places, micros) : micros;
  }

  instantAt(place) {
    return this.hasPauses ? between(this.places, this.instants, place) : place;
  }

  /** The number of the stretch in which an instant is, or of the last one before it. */
  stretchAt(micros) {
    return Math.max(0, lastUpTo(this.from, micros));
  }

  /** Whether an instant is in no stretch. */
  isPause(micros) {
    return this.hasPauses && micros > this.to[this.stretchAt(micros)];
  }
}

/** What belongs to a value where the known pairs are joined by straight lines; beyond them the slope is 1. */
function between(known, results, value) {
  const i = Math.min(Math.max(0, lastUpTo(known, value)), known.length - 2);
  const [from, to] = [known[i], known[i + 1]];
  if (value < from || value > to) {
    return value < from ? results[i] + value - from : results[i + 1] + value - to;
  }
  return to === from ? results[i] : results[i] + (value - from) / (to - from) * (results[i + 1] - results[i]);
}

/** The place of the last of sorted numbers that is not above a value, -1 if all are. */
export function lastUpTo(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    sorted[middle] <= value ? low = middle + 1 : high = middle;
  }
  return low - 1;
}
