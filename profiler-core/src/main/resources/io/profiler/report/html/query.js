/** What the person looks for. */
export class Query {
  constructor() {
    this.text = '';
    this.waiting = ''; // an expression that nobody has asked for yet
    this.regular = false;
    this.hiddenLayers = new Set();
    this.service = 0;
    this.minMicros = 0;
    this.failed = false;
    this.critical = false;
    this.only = null; // a set of spans
    this.proof = null; // of what they are the proof
  }

  isEmpty() {
    return this.waiting === '' && this.meansAll();
  }

  meansAll() {
    return this.text === '' && this.hiddenLayers.size === 0 && this.service === 0 && !(this.minMicros > 0)
        && !this.failed && !this.critical && this.only === null;
  }

  /** Only the spans that prove what the verdict says, finding-0, or make up a row: of the ledger, row-3, or of the statistics, names-1. */
  show(trace, proof) {
    const [, kind, place] = /^(\w+)-(\d+)$/.exec(proof) ?? [];
    const { findings: finding, rows: row } = trace.verdict;
    const spans = { finding, row, ...trace.statistics }[kind]?.[place]?.spans;
    if (spans) {
      this.only = new Set(spans);
      this.proof = proof;
    }
  }

  /** The expression to search for. Throws a SyntaxError that says what is wrong with it. */
  expression() {
    return new RegExp(this.regular ? this.text : this.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'iu');
  }
}

/** Finds the spans that a query means. */
export class Finder {
  constructor(trace) {
    this.trace = trace;
    this.infoTexts = new Map();
  }

  /** By span: 1 if the query means it. Null if it means all. */
  find(query) {
    if (query.meansAll()) {
      return null;
    }
    const { trace } = this;
    const found = new Uint8Array(trace.size);
    const hasText = query.text === '' ? null : this.textFinder(query.expression());
    for (let s = 0; s < trace.size; s++) {
      found[s] = this.passes(s, query) && (hasText === null || hasText(s)) ? 1 : 0;
    }
    return found;
  }

  passes(span, query) {
    const { trace } = this;
    return !query.hiddenLayers.has(trace.layerOf[span])
        && (query.service === 0 || trace.service[span] === query.service)
        && !(trace.durations[span] < query.minMicros)
        && (!query.failed || trace.isFailed(span))
        && (!query.critical || trace.critical.has(span))
        && (query.only === null || query.only.has(span));
  }

  /** Looks at each text once, however many spans share it. */
  textFinder(expression) {
    const { trace } = this;
    const known = new Int8Array(trace.strings.length).fill(-1);
    const test = (number, text) => {
      if (known[number] < 0) {
        known[number] = expression.test(text(number)) ? 1 : 0;
      }
      return known[number] === 1;
    };
    const plain = number => trace.strings[number];
    const columns = [trace.name, trace.subject, trace.service, trace.host, trace.error, trace.message];
    return span => columns.some(column => column[span] !== 0 && test(column[span], plain))
        || this.eventsOf(span).some(event => test(trace.events.info[event], number => this.infoText(number)))
        || expression.test(trace.ids[span]);
  }

  eventsOf(span) {
    const events = [];
    for (let e = this.trace.firstEvent[span]; e < this.trace.firstEvent[span + 1]; e++) {
      events.push(e);
    }
    return events;
  }

  /** The values in an info, without the names of its members. */
  infoText(number) {
    if (!this.infoTexts.has(number)) {
      this.infoTexts.set(number, this.trace.strings[number]
          .replace(/^\s*"(?:[^"\\]|\\.)*": /gm, '')
          .replace(/\\(?:u([0-9a-f]{4})|(["\\]))/g, (all, hex, self) => self ?? String.fromCharCode(parseInt(hex, 16))));
    }
    return this.infoTexts.get(number);
  }
}

/** Microseconds of a time such as 5 ms; without a unit it is milliseconds. NaN if it is not a time. */
export function microsOf(text) {
  const [, number, unit] = /^\s*(?:[≥>]=?)?\s*((?:\d{1,3}(?:,\d{3})+|\d*)(?:\.\d*)?)\s*(µs|us|ms|s|)\s*$/.exec(text) ?? [];
  return number === undefined ? NaN : Number(number.replaceAll(',', '')) * { s: 1e6, ms: 1000, 'µs': 1, us: 1, '': 1000 }[unit];
}
