import { lastUpTo } from './axis.js';

export const NEVER_STOPPED = 1;
export const NEVER_STARTED = 2;
export const ORPHAN = 4;
export const IN_CYCLE = 8;
export const LATE = 16;

const TEXT_COLUMNS = [
  'name', 'subject', 'operation', 'project', 'serviceName', 'service', 'host', 'error', 'message', 'parentId'];

/**
 * The data block: columns that are asked by the number of a span. Spans are numbered in reading order, each before its
 * children, so that the spans below span s are those from s + 1 to ends[s] - 1. Times are microseconds.
 */
export class Trace {
  constructor(data) {
    const spans = data.spans;
    this.head = data.head;
    this.requests = data.requests;
    this.stretches = data.requests.stretches;
    this.findings = data.findings;
    this.verdict = data.verdict;
    this.layers = data.layers;
    this.statistics = data.statistics;
    this.samples = data.samples ?? null;
    this.strings = data.strings;
    this.size = spans.id.length;
    this.ids = spans.id;
    this.parents = Int32Array.from(spans.parent);
    this.started = Float64Array.from(spans.started);
    this.durations = Float64Array.from(spans.duration);
    this.selfs = Float64Array.from(spans.self);
    this.flags = Uint8Array.from(spans.flags);
    this.layerOf = Uint8Array.from(spans.layer);
    for (const column of TEXT_COLUMNS) {
      this[column] = Int32Array.from(spans[column]);
    }
    this.events = data.events;
    this.indexEvents(spans.events);
    this.indexTree();
    this.indexCriticalPath(data.criticalPath);
    this.statuses = new Map(data.requests.answers.span.map((s, i) => [s, data.requests.answers.status[i]]));
  }

  get hasSeveralRequests() {
    return this.requests.count > 1;
  }

  /** The stretch of time without a pause in which a span began. */
  stretchOf(span) {
    const i = Math.max(0, lastUpTo(this.stretches.from, this.started[span]));
    const [from, to] = [this.stretches.from[i], this.stretches.to[i]];
    const alone = this.requestsIn(i) <= 1;
    const words = alone ? 'of its request' : 'of these requests';
    return { from, micros: to - from, alone, words: this.stretches.from.length > 1 ? words : 'of the trace' };
  }

  /** How many requests overlap in a stretch. */
  requestsIn(stretch) {
    this.requestCounts ??= this.countRequests();
    return this.requestCounts[stretch];
  }

  countRequests() {
    const counts = new Int32Array(Math.max(1, this.stretches.from.length));
    for (const top of this.childrenOf(-1)) {
      counts[Math.max(0, lastUpTo(this.stretches.from, this.started[top]))]++;
    }
    return counts;
  }

  /** The HTTP status of a request if it is an error, else null. */
  errorStatusOf(span) {
    const status = this.statuses.get(span);
    return isErrorStatus(status) ? status : null;
  }

  indexEvents(counts) {
    this.firstEvent = new Int32Array(this.size + 1);
    for (let s = 0; s < this.size; s++) {
      this.firstEvent[s + 1] = this.firstEvent[s] + counts[s];
    }
  }

  indexTree() {
    this.depths = new Int32Array(this.size);
    this.ends = new Int32Array(this.size);
    for (let s = 0; s < this.size; s++) {
      this.depths[s] = this.parents[s] < 0 ? 0 : this.depths[this.parents[s]] + 1;
    }
    for (let s = this.size - 1; s >= 0; s--) {
      this.ends[s] = Math.max(this.ends[s], s + 1);
      if (this.parents[s] >= 0) {
        this.ends[this.parents[s]] = Math.max(this.ends[this.parents[s]], this.ends[s]);
      }
    }
  }

  indexCriticalPath({ span, from, to }) {
    this.critical = new Map();
    span.forEach((s, i) => {
      if (!this.critical.has(s)) {
        this.critical.set(s, []);
      }
      this.critical.get(s).push([from[i], to[i]]);
    });
  }

  text(number) {
    return this.strings[number];
  }

  nameOf(span) {
    return this.strings[this.name[span]];
  }

  subjectOf(span) {
    return this.strings[this.subject[span]];
  }

  parentIdOf(span) {
    return this.parentId[span] !== 0 || this.parents[span] < 0 ? this.strings[this.parentId[span]] : this.ids[this.parents[span]];
  }

  finished(span) {
    return this.started[span] + this.durations[span];
  }

  has(span, flag) {
    return (this.flags[span] & flag) !== 0;
  }

  isFailed(span) {
    return this.error[span] !== 0;
  }

  isMeasured(span) {
    return (this.flags[span] & (NEVER_STARTED | NEVER_STOPPED)) === 0;
  }

  /** Numbers of the spans directly below one, or of those at the top for -1. */
  childrenOf(span) {
    const children = [];
    const end = span < 0 ? this.size : this.ends[span];
    for (let s = span + 1; s < end; s = this.ends[s]) {
      children.push(s);
    }
    return children;
  }

  /** Times in which a span itself ran and none of its children did. */
  selfSegments(span) {
    const finished = this.finished(span);
    const segments = [];
    let free = this.started[span];
    const children = this.childrenOf(span).sort((a, b) => this.started[a] - this.started[b]);
    for (const child of children) {
      if (this.started[child] > free) {
        segments.push([free, Math.min(this.started[child], finished)]);
      }
      free = Math.max(free, Math.min(this.finished(child), finished));
    }
    if (free < finished) {
      segments.push([free, finished]);
    }
    return segments;
  }

  numberOf(id) {
    this.numbers ??= new Map(this.ids.map((known, s) => [known, s]).reverse());
    return this.numbers.get(id);
  }
}

/** Whether an HTTP status is an error: the client's or the server's. */
export function isErrorStatus(status) {
  return /^[4-9][0-9]{2}$/.test(status ?? '');
}
