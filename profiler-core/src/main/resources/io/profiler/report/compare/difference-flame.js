import { makeButton } from '../html/buttons.js';
import { element, isShortcut } from '../html/dom.js';
import { duration, whole } from '../html/numbers.js';
import { DifferenceTree } from './difference-tree.js';
import { difference, signedDuration } from './differences.js';
import { pathText, stepText } from './steps.js';
import { visible } from '../html/text.js';

const FLAME_ROW_PIXELS = 24;
const STRONGEST_PERCENT = 45;

/** The flame graph of a comparison: what became slower and faster by itself, told by signs and colours. */
export class DifferenceFlame {
  constructor(changes, methods, paths) {
    this.changes = changes;
    this.methods = methods;
    this.paths = paths;
    this.zoomed = 0;
    this.selected = 0;
    this.words = element('p', { class: 'soft', id: 'difference-words', 'aria-live': 'polite' });
    this.plot = element('div', { class: 'difference-plot', role: 'group', 'aria-label': 'Flame graph: arrow keys move, Enter zooms, Escape shows everything',
      keydown: event => this.pressed(event) });
    this.element = element('details', { class: 'difference-flame', toggle: () => this.element.open && this.draw() },
        element('summary', {}, 'Flame graph of self times: ▲ slower, ▼ faster'), this.words, this.plot);
  }

  /** Built when it is first looked at. */
  get tree() {
    this.built ??= new DifferenceTree(this.changes, this.methods, this.paths);
    return this.built;
  }

  draw() {
    const blocks = this.tree.layOut(this.zoomed);
    this.buttons = new Map(blocks.map(block => [block.number, this.button(block)]));
    const rows = blocks.reduce((deepest, { number }) => Math.max(deepest, this.tree.nodes[number].depth), 0) + 1;
    const space = element('div', { class: 'difference-space' }, ...this.buttons.values());
    space.style.height = rows * FLAME_ROW_PIXELS + 'px';
    this.plot.replaceChildren(space);
    this.tell(this.selected);
  }

  button({ number, left, width }) {
    const { step, self, depth, isKnown } = this.tree.nodes[number];
    const { by, kind } = isKnown ? difference(...self) : { by: 0, kind: 'same' };
    const label = (isKnown ? by === 0 ? '' : signedDuration(...self) + '  ' : '? ') + stepText(step, 120);
    const made = makeButton({ class: 'difference-block ' + kind, tabindex: number === this.selected ? 0 : -1, title: label,
      click: () => this.zoom(number), focus: () => this.tell(number), pointerenter: () => this.tell(number), pointerleave: () => this.tell(this.selected) }, label);
    made.style.left = 100 * left + '%';
    made.style.width = 100 * width + '%';
    made.style.top = depth * FLAME_ROW_PIXELS + 'px';
    made.style.setProperty('--strength', STRONGEST_PERCENT * Math.abs(by) / this.tree.mostChanged + '%');
    return made;
  }

  tell(number) {
    const { self, micros, looks, step, isKnown } = this.tree.nodes[number];
    const rest = looks ? `${whole(looks[0])} → ${whole(looks[1])} looks`
      : isKnown ? `${signedDuration(...micros)} with all below` : 'some unfinished';
    this.words.textContent = number === 0 ? 'A block is as wide as the longer of its two self times, and all below it.'
      : `${visible(pathText([step]), 200)}: ${duration(self[0])} → ${duration(self[1])} by itself, ${rest}`;
  }

  zoom(number) {
    this.zoomed = number;
    this.select(number);
  }

  select(number) {
    this.selected = number;
    this.draw();
    this.buttons.get(number)?.focus();
  }

  pressed(event) {
    if (isShortcut(event)) {
      return;
    }
    const { parent, children } = this.tree.nodes[this.selected];
    const siblings = parent < 0 ? [0] : this.tree.nodes[parent].children;
    const at = siblings.indexOf(this.selected);
    const target = { ArrowUp: parent, ArrowDown: children[0], ArrowLeft: siblings[at - 1], ArrowRight: siblings[at + 1], Home: 0 }[event.key];
    if (this.buttons.has(target)) {
      event.preventDefault();
      this.select(target);
    } else if (event.key === 'Escape') {
      this.zoom(0);
    }
  }
}
