/**
 * The spans put together by the path that leads to them. A node is as wide as the self times in it and below it, so that
 * what runs in parallel adds up. Node 0 stands for the whole trace.
 */
export class FlameTree {
  constructor(trace, looks) {
    this.nodes = [{ span: -1, parent: -1, label: 'Whole trace', depth: 0, count: 0, total: 0, self: 0, width: 0, errors: 0, children: [] }];
    this.nodeOf = new Int32Array(trace.size);
    this.gather(trace);
    looks?.growInto(this);
    this.widen();
    this.nodes.forEach(node => node.children.sort((a, b) => this.nodes[b].width - this.nodes[a].width));
  }

  gather(trace) {
    const known = new Map();
    for (let s = 0; s < trace.size; s++) {
      const parent = trace.parents[s] < 0 ? 0 : this.nodeOf[trace.parents[s]];
      const label = parent === 0 ? requestLabel(trace, s) : null;
      const key = label ?? parent * trace.strings.length + trace.operation[s];
      if (!known.has(key)) {
        known.set(key, this.add(s, parent, label ?? trace.text(trace.operation[s])));
      }
      const number = known.get(key);
      const node = this.nodes[number];
      this.nodeOf[s] = number;
      node.count++;
      node.total += trace.durations[s];
      node.self += Math.max(0, trace.selfs[s]);
      node.errors += trace.isFailed(s) ? 1 : 0;
    }
  }

  add(span, parent, label) {
    const number = this.nodes.push({ span, parent, label, depth: this.nodes[parent].depth + 1, count: 0, total: 0, self: 0,
      width: 0, errors: 0, children: [] }) - 1;
    this.nodes[parent].children.push(number);
    return number;
  }

  /** Children come after their parents, so one way back adds everything up. */
  widen() {
    for (let n = this.nodes.length - 1; n >= 0; n--) {
      const node = this.nodes[n];
      node.width += node.self - (node.inMethods ?? 0);
      if (node.parent >= 0) {
        this.nodes[node.parent].width += node.width;
      }
    }
  }

  pathTo(number) {
    const path = [];
    for (let n = number; n >= 0; n = this.nodes[n].parent) {
      path.unshift(n);
    }
    return path;
  }

  /** Blocks to draw when a node fills the width: itself, what leads to it, and what is below. */
  layOut(zoomed, pixels) {
    const blocks = this.pathTo(zoomed).slice(0, -1).map(n => ({ node: n, left: 0, width: pixels, above: true }));
    const waiting = [{ node: zoomed, left: 0, width: pixels, above: false }];
    while (waiting.length > 0) {
      const block = waiting.pop();
      blocks.push(block);
      let left = block.left;
      const { width, children } = this.nodes[block.node];
      for (const child of children) {
        const share = width > 0 ? this.nodes[child].width / width * block.width : block.width / children.length;
        if (share >= 0.3) {
          waiting.push({ node: child, left, width: share, above: false });
        }
        left += share;
      }
    }
    return blocks;
  }
}

/** Of several requests those with the same path are put together; null where there is nothing to tell apart. */
function requestLabel(trace, span) {
  const [path] = trace.subjectOf(span).split('?');
  return trace.hasSeveralRequests && path !== '' ? `${trace.nameOf(span)} ${path}` : null;
}
