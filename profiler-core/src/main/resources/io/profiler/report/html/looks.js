import { makeButton, pressButton, toggle } from './buttons.js';
import { callTree } from './call-tree.js';
import { causeTable } from './causes.js';
import { element } from './dom.js';
import { opened, section } from './facts.js';
import { MethodSlices } from './method-slices.js';
import { methodTable, spanMethods } from './method-times.js';
import { duration, many, whole } from './numbers.js';
import { visible } from './text.js';
import { drawTicks } from './ticks.js';

const SHOWN_GAPS = 8;

/**
 * What looks at threads found inside spans: the methods that called each other, where threads were at a look, and when that
 * was. Calls, leaves and looks are numbered span by span.
 */
export class Looks {
  constructor(trace) {
    const { kinds, words, calls, leaves, looks, hotspots } = trace.samples;
    Object.assign(this, { trace, kinds, words, calls, leaves, looks, hotspots });
    this.leavesOf = rangesBy(leaves.call.length, leaf => this.spanOf(leaf));
    this.looksOf = rangesBy(looks.at.length, look => this.spanOf(looks.leaf[look]));
  }

  spanOf(leaf) {
    return this.calls.span[this.leaves.call[leaf]];
  }

  methodOf(call) {
    return this.trace.text(this.calls.method[call]);
  }

  /** By leaf: how often looks found it in a span; of those only whose moment is known, between two instants. */
  leavesIn(span, from, to) {
    const found = new Map();
    const [first, last] = (from === undefined ? this.leavesOf : this.looksOf).get(span) ?? [0, 0];
    for (let i = first; i < last; i++) {
      if (from === undefined) {
        found.set(i, this.leaves.looks[i]);
      } else if (this.looks.at[i] >= from && this.looks.at[i] <= to) {
        found.set(this.looks.leaf[i], (found.get(this.looks.leaf[i]) ?? 0) + 1);
      }
    }
    return found;
  }

  /** Puts the methods below the spans of a flame graph; the spans' own times go to them. */
  growInto(tree) {
    const { calls, leaves, trace } = this;
    const known = new Map();
    const nodeOf = new Int32Array(calls.span.length).fill(-1);
    for (let call = 0; call < nodeOf.length; call++) {
      const span = calls.span[call];
      const parent = calls.caller[call] >= 0 ? nodeOf[calls.caller[call]] : span < 0 ? -1 : tree.nodeOf[span];
      if (parent >= 0) {
        const key = parent * trace.strings.length + calls.method[call];
        known.has(key) || known.set(key, this.addTo(tree, span, parent, call));
        nodeOf[call] = known.get(key);
      }
    }
    leaves.call.forEach((call, leaf) => nodeOf[call] >= 0 && this.count(tree, nodeOf[call], leaf));
    this.nameKinds(tree);
  }

  addTo(tree, span, parent, call) {
    const number = tree.add(span, parent, simpleName(this.methodOf(call)));
    Object.assign(tree.nodes[number], { owner: tree.nodes[parent].owner ?? parent, method: this.methodOf(call), looks: 0, kinds: this.kinds.map(() => 0) });
    return number;
  }

  count(tree, number, leaf) {
    const { looks, kind, micros } = this.leaves;
    const node = tree.nodes[number];
    node.self += micros[leaf];
    node.looks += looks[leaf];
    node.kinds[kind[leaf]] += looks[leaf];
    const owner = tree.nodes[node.owner];
    owner.inMethods = (owner.inMethods ?? 0) + micros[leaf];
  }

  /** Callers come before what they call. */
  nameKinds({ nodes }) {
    for (let n = nodes.length - 1; n >= 0 && nodes[n].looks !== undefined; n--) {
      const { kinds, looks, parent } = nodes[n];
      nodes[n].kind = kinds.indexOf(Math.max(...kinds));
      if (nodes[parent].looks !== undefined) {
        nodes[parent].looks += looks;
        kinds.forEach((count, kind) => { nodes[parent].kinds[kind] += count; });
      }
    }
  }

  wordsOf({ method, self, looks, kinds }) {
    const told = kinds.map((count, kind) => [count, this.kinds[kind].words]).filter(([count]) => count > 0).sort((a, b) => b[0] - a[0]);
    return `${duration(self)} of its own · ${many(looks, 'look')}: ${told.map(([count, words]) => `${whole(count)} ${words}`).join(', ')} · ${visible(method, 200)}`;
  }

  methodSwitch(change) {
    const button = pressButton('Methods', 'Methods');
    button.title = 'Show what looks found below the spans';
    toggle(button);
    button.addEventListener('click', () => {
      toggle(button);
      change();
    });
    return button;
  }

  /** What the colours of methods and ticks mean. */
  legend() {
    const seen = new Set(this.leaves.kind);
    return element('p', { class: 'kinds' }, element('span', { class: 'soft' }, visible(this.words, 300)),
        ...this.kinds.flatMap(({ kind, words }, i) => seen.has(i) ? [element('span', {}, element('i', { class: 'swatch', 'data-kind': kind }), words)] : []));
  }

  drawTicks(parent, spans, scale, pixels) {
    drawTicks(this, parent, spans, scale, pixels);
  }

  causes(session) {
    return causeTable(session);
  }

  /** As pieces of time. */
  slices() {
    return new MethodSlices(this);
  }

  table(session) {
    return methodTable(this, session);
  }

  /** Of a span: its hottest methods, all calls, and where it ran while no span below it did. */
  sections(session, span) {
    const all = this.leavesIn(span);
    if (all.size === 0) {
      return [];
    }
    const button = makeButton({ click: () => session.showFlame(span) }, 'Flame graph of this span');
    const looks = [...all.values()].reduce((sum, count) => sum + count, 0);
    return [section('Methods', spanMethods(this, span, looks), opened(`All calls of ${many(looks, 'look')}`, () => callTree(this, all)), button),
      this.gapsSection(span)].filter(part => part !== null);
  }

  gapsSection(span) {
    const gaps = this.trace.selfSegments(span).map(([from, to]) => ({ from, to, found: this.leavesIn(span, from, to) }))
      .filter(({ found }) => found.size > 0);
    if (gaps.length < 2) {
      return null;
    }
    const longest = [...gaps].sort((a, b) => b.to - b.from - a.to + a.from).slice(0, SHOWN_GAPS);
    return section('While no span below ran', ...gaps.filter(gap => longest.includes(gap)).map(({ from, to, found }) =>
      opened(`${duration(to - from)} at ${duration(from)}`, () => callTree(this, found))));
  }
}

/** Class and method without the package. */
function simpleName(method) {
  return visible(method.split('.').slice(-2).join('.'), 100);
}

/** By span: from which to which of the numbers that lie together. */
function rangesBy(count, spanAt) {
  const ranges = new Map();
  for (let i = 0; i < count; i++) {
    const range = ranges.get(spanAt(i));
    range ? range[1] = i + 1 : ranges.set(spanAt(i), [i, i + 1]);
  }
  return ranges;
}
