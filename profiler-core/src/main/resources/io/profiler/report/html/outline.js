/** From how many on spans that do the same below the same span are shown as one line. */
const REPEATS = 5;

/**
 * The tree as it is shown: nodes in reading order, of which each is a span or stands for several that repeat. The nodes
 * below node n are those from n + 1 to ends[n] - 1.
 */
export class Outline {
  constructor(trace) {
    this.trace = trace;
    this.spans = []; // by node: the span, or -1
    this.groups = []; // by node: the repeats, or null
    this.depths = [];
    this.parents = [];
    this.nodeOf = new Int32Array(trace.size);
    this.grow();
    this.index();
  }

  grow() {
    const waiting = this.branches(-1, -1, 0).reverse();
    while (waiting.length > 0) {
      const { span, group, parent, depth } = waiting.pop();
      const node = this.spans.push(span) - 1;
      this.groups.push(group);
      this.parents.push(parent);
      this.depths.push(depth);
      const below = group ? group.members.map(member => ({ span: member, group: null, parent: node, depth: depth + 1 }))
        : this.branches(span, node, depth + 1);
      for (let i = below.length - 1; i >= 0; i--) {
        waiting.push(below[i]);
      }
      if (span >= 0) {
        this.nodeOf[span] = node;
      }
    }
  }

  /** What is below a span, repeats put together where the first of them stands. */
  branches(span, parent, depth) {
    const children = this.trace.childrenOf(span);
    const branch = (child, group) => ({ span: child, group, parent, depth });
    if (children.length < REPEATS || (span < 0 && this.trace.hasSeveralRequests)) {
      return children.map(child => branch(child, null));
    }
    const kinds = new Map();
    for (const child of children) {
      const kind = this.kindOf(child);
      kinds.has(kind) ? kinds.get(kind).push(child) : kinds.set(kind, [child]);
    }
    const folded = new Set([...kinds.values()].filter(members => members.length >= REPEATS && !this.areDifferentSideBySide(members)));
    return children.flatMap(child => {
      const members = kinds.get(this.kindOf(child));
      if (!folded.has(members)) {
        return [branch(child, null)];
      }
      return members[0] === child ? [branch(-1, new Repeats(this.trace, members))] : [];
    });
  }

  /** Calls to different places at the same time: a line for all would hide the slowest of them. */
  areDifferentSideBySide(members) {
    const { started, subject } = this.trace;
    let end = -Infinity;
    const overlap = [...members].sort((a, b) => started[a] - started[b]).some(span => {
      const isBefore = started[span] < end;
      end = Math.max(end, this.trace.finished(span));
      return isBefore;
    });
    return overlap && members.some(span => subject[span] !== subject[members[0]]);
  }

  /** A number for what a span does and where. */
  kindOf(span) {
    return this.trace.operation[span] * this.trace.strings.length + this.trace.service[span];
  }

  index() {
    this.size = this.spans.length;
    this.spans = Int32Array.from(this.spans);
    this.parents = Int32Array.from(this.parents);
    this.depths = Int32Array.from(this.depths);
    this.ends = new Int32Array(this.size);
    this.last = new Uint8Array(this.size);
    const seen = new Uint8Array(this.size + 1);
    for (let n = this.size - 1; n >= 0; n--) {
      const parent = this.parents[n];
      this.ends[n] = Math.max(this.ends[n], n + 1);
      this.last[n] = seen[parent + 1] ? 0 : 1;
      seen[parent + 1] = 1;
      if (parent >= 0) {
        this.ends[parent] = Math.max(this.ends[parent], this.ends[n]);
      }
    }
  }

  isParent(node) {
    return this.ends[node] > node + 1;
  }

  /** The span of a node, or the first of the spans it stands for. */
  spanOf(node) {
    return this.groups[node] ? this.groups[node].members[0] : this.spans[node];
  }
}

/** Spans that do the same below the same span. */
class Repeats {
  constructor(trace, members) {
    this.members = members;
    this.started = Infinity;
    this.finished = -Infinity;
    this.total = 0;
    this.self = 0;
    this.errors = 0;
    for (const span of members) {
      this.started = Math.min(this.started, trace.started[span]);
      this.finished = Math.max(this.finished, trace.finished(span));
      this.total += trace.durations[span];
      this.self += trace.selfs[span];
      this.errors += trace.isFailed(span) ? 1 : 0;
    }
  }
}
