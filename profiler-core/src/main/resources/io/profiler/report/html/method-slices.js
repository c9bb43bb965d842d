import { endOf } from './lanes.js';
import { visible } from './text.js';

const MOST_SLICES = 500_000;

/**
 * Draws looks as pieces of time: one stands for the time up to half way to its neighbours, but for no more than one look of its
 * span does on the average to each side. What neighbours have in common from the outermost call on is one piece.
 */
export class MethodSlices {
  constructor(looks) {
    this.looks = looks;
    this.drawn = new Map();
    this.room = MOST_SLICES;
  }

  /** Adds the spans of a lane, in the order in which they begin, and between those below one the methods that it was in. */
  addLane(events, { entries }, place, addSpan) {
    const { trace } = this.looks;
    const open = [];
    const drawTo = to => {
      if (open.length > 0) {
        const { span, drawnTo } = open.at(-1);
        this.between(drawnTo, to, span).forEach(({ name, from, until }) =>
          events.push({ ph: 'X', name, ...place, cat: 'method', ts: from, dur: until - from }));
      }
    };
    const closeTo = level => {
      while (open.length > level) {
        const end = endOf(trace, open.at(-1).span);
        drawTo(end);
        open.pop();
        if (open.length > 0) {
          open.at(-1).drawnTo = end;
        }
      }
    };
    for (const { span, level } of entries) {
      closeTo(level);
      drawTo(trace.started[span]);
      addSpan(span);
      open.push({ span, drawnTo: trace.started[span] });
    }
    closeTo(0);
  }

  /** The methods that a span was in for a part of its time. Asked for in the order of time. */
  between(from, to, span) {
    const { at } = this.looks.looks;
    const [begin, limit] = this.looks.looksOf.get(span) ?? [0, 0];
    let first = this.drawn.get(span) ?? begin;
    while (first < limit && at[first] < from) {
      first++;
    }
    let end = first;
    while (end < limit && at[end] <= to) {
      end++;
    }
    this.drawn.set(span, end);
    return first < end && this.room > 0 ? this.draw(first, end, from, to, span) : [];
  }

  draw(first, end, from, to, span) {
    const { at, leaf } = this.looks.looks;
    const each = Math.max(1, Math.floor(this.sumOf(this.looks.leaves.micros, span) / this.sumOf(this.looks.leaves.looks, span)));
    const pieces = new OpenPieces();
    let drawnTo = from;
    for (let i = first; i < end && pieces.all.length < this.room; i++) {
      const next = i + 1 < end ? at[i + 1] : to + each;
      const start = Math.max(drawnTo, at[i] - each);
      if (start > drawnTo) {
        pieces.closeTo(0, drawnTo);
      }
      pieces.goOn(this.framesOf(leaf[i]), start);
      drawnTo = Math.max(start, Math.min(to, at[i] + each, at[i] + Math.floor((next - at[i]) / 2)));
    }
    pieces.closeTo(0, drawnTo);
    this.room = Math.max(0, this.room - pieces.all.length);
    return pieces.all;
  }

  /** Of all leaves of a span. */
  sumOf(column, span) {
    const [first, last] = this.looks.leavesOf.get(span);
    return column.slice(first, last).reduce((sum, value) => sum + value, 0);
  }

  /** Calls from the outermost to the innermost, and what the thread did there unless it ran. */
  framesOf(leaf) {
    const { calls, leaves, kinds } = this.looks;
    const { kind, label } = kinds[leaves.kind[leaf]];
    const frames = kind === 'running' ? [] : [{ call: -1, name: `[${label}]` }];
    for (let call = leaves.call[leaf]; call >= 0; call = calls.caller[call]) {
      frames.push({ call, name: visible(this.looks.methodOf(call), 200) || '?' });
    }
    return frames.reverse();
  }
}

/** Pieces, of which some go on from one look to the next. */
class OpenPieces {
  constructor() {
    this.all = [];
    this.open = [];
  }

  goOn(frames, from) {
    let common = 0;
    while (common < Math.min(frames.length, this.open.length) && frames[common].call === this.open[common].call
        && frames[common].name === this.open[common].name) {
      common++;
    }
    this.closeTo(common, from);
    for (const { call, name } of frames.slice(common)) {
      const piece = { call, name, from, until: from };
      this.open.push(piece);
      this.all.push(piece);
    }
  }

  closeTo(depth, until) {
    this.open.splice(depth).forEach(piece => { piece.until = until; });
  }
}
