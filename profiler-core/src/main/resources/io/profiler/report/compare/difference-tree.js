/**
 * The paths of both traces as one tree. A node is as wide as the longer of its two self times and all below it, so that what is
 * gone has a place beside what is new. Node 0 stands for both traces, and each place has the node after its number.
 */
export class DifferenceTree {
  constructor(changes, methods, { places, steps }) {
    this.nodes = [node(-1, ['Both traces', ''], 0)];
    places.forEach(([above, step], place) => {
      const parent = this.nodes[above + 1];
      parent.children.push(place + 1);
      this.nodes.push(node(above + 1, steps[step], parent.depth + 1));
    });
    this.mostChanged = 1;
    changes.forEach(change => this.add(change));
    methods.forEach(method => this.addMethod(method));
    this.nodes.forEach(({ self }) => { this.mostChanged = Math.max(this.mostChanged, Math.abs(self[1] - self[0])); });
    this.widen();
    this.nodes.forEach(({ children }) => children.sort((a, b) => this.nodes[b].width - this.nodes[a].width));
  }

  add({ place, self, micros, count, timeKnown }) {
    Object.assign(this.nodes[place + 1], { self, micros, count, isKnown: timeKnown });
  }

  /** A method takes its time from that of the span it was found in, and counts its looks for all that called it there. */
  addMethod({ place, spans, self, looks }) {
    const method = this.nodes[place + 1];
    method.self = plus(method.self, self);
    let at = method;
    for (; at.depth > spans; at = this.nodes[at.parent]) {
      at.looks = plus(at.looks ?? [0, 0], looks);
    }
    at.self = at.self.map((micros, side) => Math.max(0, micros - self[side]));
  }

  /** Children come after their parents, so one way back adds everything up. */
  widen() {
    for (let n = this.nodes.length - 1; n > 0; n--) {
      const one = this.nodes[n];
      one.width += Math.max(0, ...one.self);
      this.nodes[one.parent].width += one.width;
    }
  }

  /** Blocks to draw when a node fills the width: itself, what leads to it, and what is below, in parts of the width. */
  layOut(zoomed) {
    const blocks = [];
    for (let n = this.nodes[zoomed].parent; n >= 0; n = this.nodes[n].parent) {
      blocks.unshift({ number: n, left: 0, width: 1 });
    }
    const waiting = [{ number: zoomed, left: 0, width: 1 }];
    while (waiting.length > 0) {
      const block = waiting.pop();
      blocks.push(block);
      waiting.push(...this.below(block));
    }
    return blocks;
  }

  below({ number, left, width }) {
    const parent = this.nodes[number];
    const blocks = [];
    for (const child of parent.children) {
      const share = parent.width > 0 ? this.nodes[child].width / parent.width * width : 0;
      if (share >= 0.002) {
        blocks.push({ number: child, left, width: share });
      }
      left += share;
    }
    return blocks;
  }
}

function plus(one, other) {
  return [one[0] + other[0], one[1] + other[1]];
}

function node(parent, step, depth) {
  return { parent, step, depth, self: [0, 0], micros: [0, 0], count: [0, 0], width: 0, children: [], isKnown: true };
}
