const BLOCK_PIXELS = 22;

/** The flame graph: a canvas, and a line of text that says what is pointed at or selected. */
class FlameGraph {
  constructor(session, colours) {
    this.session = session;
    this.colours = colours;
    this.zoomed = 0;
    this.selected = 0;
    this.canvas = element('canvas', { 'aria-hidden': 'true' });
    this.words = element('p', { class: 'words', id: 'flame-words', 'aria-live': 'polite' });
    this.whole = element('button', { type: 'button', click: () => this.zoom(0) }, 'Whole trace');
    this.spans = element('button', { type: 'button', click: () => this.showSpans() }, 'Show in waterfall');
    this.plot = element('div', { class: 'plot', id: 'flame', tabindex: 0, role: 'application', 'aria-roledescription': 'flame graph',
      'aria-label': 'Flame graph: arrow keys move, Enter zooms, Escape shows the whole trace', 'aria-describedby': 'flame-words' }, this.canvas);
    this.element = element('div', { class: 'flame' },
        element('div', { class: 'flame-head' }, this.words, this.whole, this.spans), this.plot);
    this.listen();
  }

  /** Built when first shown: a large trace opens no slower for it. */
  get tree() {
    this.built ??= new FlameTree(this.session.trace);
    return this.built;
  }

  listen() {
    new ResizeObserver(() => this.draw()).observe(this.plot);
    document.addEventListener('themechange', () => this.draw());
    this.session.on('rows', () => this.draw());
    this.canvas.addEventListener('pointermove', event => this.point(this.blockAt(event)));
    this.canvas.addEventListener('pointerleave', () => this.point(undefined));
    this.canvas.addEventListener('click', event => this.chosen(this.blockAt(event)));
    this.plot.addEventListener('keydown', event => this.pressed(event));
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
    this.look = this.currentLook();
    context.font = `12px ${getComputedStyle(document.body).fontFamily}`;
    context.textBaseline = 'middle';
    this.blocks.forEach(block => this.drawBlock(context, block));
    this.writeWords(this.pointed ?? this.selected);
  }

  currentLook() {
    const { trace } = this.session;
    return { fills: this.colours.softLayers(trace), edges: this.colours.layers(trace), ink: this.colours.of('--ink'),
      soft: this.colours.of('--soft'), page: this.colours.of('--page'), panel: this.colours.of('--panel'),
      accent: this.colours.of('--accent'), error: this.colours.error() };
  }

  drawBlock(context, block) {
    const { trace, found } = this.session;
    const node = this.tree.nodes[block.node];
    const top = node.depth * BLOCK_PIXELS;
    const layer = node.span < 0 ? -1 : trace.layerOf[node.span];
    const dim = block.above || (found !== null && node.span >= 0 && !this.isFound(block.node));
    context.globalAlpha = dim ? 0.45 : 1;
    context.fillStyle = layer < 0 ? this.look.panel : this.look.fills[layer];
    context.fillRect(block.left, top, Math.max(block.width - 1, 0.5), BLOCK_PIXELS - 1);
    context.fillStyle = layer < 0 ? this.look.soft : this.look.edges[layer];
    context.fillRect(block.left, top, Math.min(2, block.width), BLOCK_PIXELS - 1);
    if (node.errors > 0) {
      context.fillStyle = this.look.error;
      context.fillRect(block.left, top + BLOCK_PIXELS - 4, Math.max(block.width - 1, 1), 3);
    }
    if (block.node === this.selected) {
      context.strokeStyle = this.look.accent;
      context.lineWidth = 2;
      context.strokeRect(block.left + 1, top + 1, Math.max(block.width - 3, 1), BLOCK_PIXELS - 3);
    }
    this.drawLabel(context, block, node, top);
    context.globalAlpha = 1;
  }

  drawLabel(context, block, node, top) {
    if (block.width < 34) {
      return;
    }
    context.save();
    context.beginPath();
    context.rect(block.left, top, block.width - 4, BLOCK_PIXELS);
    context.clip();
    context.globalAlpha = 1;
    context.fillStyle = this.look.ink;
    context.fillText((node.errors > 0 ? '✕ ' : '') + this.nameOf(node), block.left + 7, top + BLOCK_PIXELS / 2);
    context.restore();
  }

  isFound(number) {
    if (this.foundFor !== this.session.found) {
      this.foundFor = this.session.found;
      this.foundNodes = new Set();
      this.session.found.forEach((one, span) => one && this.foundNodes.add(this.tree.nodeOf[span]));
    }
    return this.foundNodes.has(number);
  }

  nameOf(node) {
    const times = node.count > 1 ? whole(node.count) + ' × ' : '';
    return times + visible(node.label, 200);
  }

  writeWords(number) {
    const node = this.tree.nodes[number];
    const all = this.tree.nodes[0].width;
    const parts = [element('strong', {}, this.nameOf(node)), element('span', {}, `${duration(node.width)} · ${percent(node.width, all)} of all work`)];
    if (node.span >= 0) {
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

  select(number) {
    this.selected = number;
    this.draw();
    const top = this.tree.nodes[number].depth * BLOCK_PIXELS;
    if (top < this.plot.scrollTop || top + BLOCK_PIXELS > this.plot.scrollTop + this.plot.clientHeight) {
      this.plot.scrollTop = top - this.plot.clientHeight / 2;
    }
  }

  pressed(event) {
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
