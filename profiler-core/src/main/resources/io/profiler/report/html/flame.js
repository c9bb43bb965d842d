import { isPressed, makeButton } from './buttons.js';
import { sizedContext } from './canvas.js';
import { element, isShortcut } from './dom.js';
import { BLOCK_PIXELS, FlamePainter, nodeName } from './flame-painter.js';
import { FlameTree } from './flame-tree.js';
import { duration, many, percent } from './numbers.js';

/** The flame graph: a canvas, and a line of text that says what is pointed at or selected. */
export class FlameGraph {
  constructor(session, colours) {
    this.session = session;
    this.colours = colours;
    this.zoomed = 0;
    this.selected = 0;
    this.canvas = element('canvas', { 'aria-hidden': 'true', pointermove: event => this.point(this.blockAt(event)),
      pointerleave: () => this.point(undefined), click: event => this.chosen(this.blockAt(event)) });
    this.words = element('p', { class: 'words', id: 'flame-words', 'aria-live': 'polite' });
    this.methods = session.looks?.methodSwitch(() => this.rebuild()) ?? null;
    this.whole = makeButton({ click: () => this.showWhole() }, 'Whole trace');
    this.spans = makeButton({ click: () => this.showSpans() }, 'Show in waterfall');
    this.plot = element('div', { class: 'plot', id: 'flame', tabindex: 0, role: 'application', 'aria-roledescription': 'flame graph', keydown: event => this.pressed(event),
      'aria-label': 'Flame graph: arrow keys move, Enter zooms, Escape shows the whole trace', 'aria-describedby': 'flame-words' }, this.canvas);
    this.element = element('div', { class: 'flame' },
        element('div', { class: 'flame-head' }, this.words, this.methods, this.whole, this.spans), session.looks?.legend() ?? null, this.plot);
    this.listen();
  }

  /** Built when first shown: a large trace opens no slower for it. */
  get tree() {
    this.built ??= new FlameTree(this.session.trace, this.methods !== null && isPressed(this.methods) ? this.session.looks : null);
    return this.built;
  }

  rebuild() {
    this.built = undefined;
    this.foundFor = undefined;
    this.zoom(0);
  }

  listen() {
    new ResizeObserver(() => this.draw()).observe(this.plot);
    document.addEventListener('themechange', () => this.draw());
    this.session.on('rows', () => this.draw());
    this.session.on('flame', span => this.zoom(this.tree.nodeOf[span]));
  }

  draw() {
    const width = this.plot.clientWidth;
    if (width === 0) {
      return;
    }
    this.blocks = this.tree.layOut(this.zoomed, width);
    const rows = this.blocks.reduce((deepest, block) => Math.max(deepest, this.tree.nodes[block.node].depth), 0) + 1;
    const height = Math.min(rows, 1000) * BLOCK_PIXELS + 1;
    const context = sizedContext(this.canvas, width, height);
    const painter = new FlamePainter(context, this.tree, this.session, this.colours);
    this.blocks.forEach(block => painter.draw(block, this.isDim(block), block.node === this.selected));
    this.writeWords(this.pointed ?? this.selected);
  }

  /** What leads to the block that fills the width, and what a search does not mean. */
  isDim(block) {
    const { span, owner } = this.tree.nodes[block.node];
    return block.above || (this.session.found !== null && span >= 0 && !this.isFound(owner ?? block.node));
  }

  isFound(number) {
    if (this.foundFor !== this.session.found) {
      this.foundFor = this.session.found;
      this.foundNodes = new Set();
      this.session.found.forEach((one, span) => one && this.foundNodes.add(this.tree.nodeOf[span]));
    }
    return this.foundNodes.has(number);
  }

  writeWords(number) {
    const node = this.tree.nodes[number];
    const all = this.tree.nodes[0].width;
    const parts = [element('strong', {}, nodeName(node)), element('span', {}, `${duration(node.width)} · ${percent(node.width, all)} of all work`)];
    if (node.looks !== undefined) {
      parts.push(element('span', { class: 'soft' }, this.session.looks.wordsOf(node)));
    } else if (node.span >= 0) {
      parts.push(element('span', { class: 'soft' }, `${duration(node.self)} of its own; spans add up to ${duration(node.total)}`));
    }
    if (node.errors > 0) {
      parts.push(element('span', { class: 'error' }, '✕ ' + many(node.errors, 'error')));
    }
    this.words.replaceChildren(...parts);
    this.whole.disabled = this.zoomed === 0;
    this.spans.disabled = this.tree.nodes[this.selected].span < 0;
  }

  blockAt(event) {
    return this.blocks?.find(block => this.tree.nodes[block.node].depth === Math.floor(event.offsetY / BLOCK_PIXELS)
        && event.offsetX >= block.left && event.offsetX < block.left + block.width);
  }

  point(block) {
    this.pointed = block?.node;
    this.canvas.classList.toggle('pointed', block !== undefined);
    this.writeWords(this.pointed ?? this.selected);
  }

  chosen(block) {
    if (block) {
      this.zoom(block.node);
    }
  }

  zoom(number) {
    this.zoomed = number;
    this.select(number);
  }

  /** The button is disabled by that, so the keyboard goes on in the graph. */
  showWhole() {
    this.zoom(0);
    this.plot.focus();
  }

  select(number) {
    this.selected = number;
    this.draw();
    const top = this.tree.nodes[number].depth * BLOCK_PIXELS;
    if (top < this.plot.scrollTop || top + BLOCK_PIXELS > this.plot.scrollTop + this.plot.clientHeight) {
      this.plot.scrollTop = top - this.plot.clientHeight / 2;
    }
  }

  pressed(event) {
    if (isShortcut(event)) {
      return;
    }
    const node = this.tree.nodes[this.selected];
    const siblings = node.parent < 0 ? [0] : this.tree.nodes[node.parent].children;
    const at = siblings.indexOf(this.selected);
    const target = { ArrowUp: node.parent, ArrowDown: node.children[0], ArrowLeft: siblings[at - 1],
      ArrowRight: siblings[at + 1], Home: 0 }[event.key];
    if (target >= 0) {
      this.select(target);
    } else if (event.key === 'Enter') {
      this.zoom(this.selected);
    } else if (event.key === 'Escape') {
      this.zoom(0);
    } else if (!event.key.startsWith('Arrow')) {
      return;
    }
    event.preventDefault();
  }

  showSpans() {
    const { span } = this.tree.nodes[this.selected];
    if (span >= 0) {
      this.session.goTo(span);
    }
  }
}
