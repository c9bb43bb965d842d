import { byId, isShortcut } from './dom.js';
import { showHelp } from './help.js';

/** Keys of the waterfall; they work while it has the focus. */
export class WaterfallKeys {
  constructor(session, waterfall) {
    this.session = session;
    this.waterfall = waterfall;
    waterfall.grid.addEventListener('keydown', event => {
      if (event.target === waterfall.grid && !isShortcut(event) && this.pressed(event)) {
        event.preventDefault();
      }
    });
    waterfall.grid.addEventListener('focus', () => session.selected < 0 && session.rows.count > 0 && this.selectLine(0));
  }

  /** Whether the key means something. */
  pressed(event) {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const action = this.actionOf(event.shiftKey && key.startsWith('Arrow') ? 'Shift' + key : key);
    action?.();
    return action !== undefined;
  }

  actionOf(key) {
    const { session, waterfall } = this;
    const actions = {
      ArrowDown: () => this.moveBy(1),
      ArrowUp: () => this.moveBy(-1),
      PageDown: () => this.moveBy(waterfall.linesInSight),
      PageUp: () => this.moveBy(-waterfall.linesInSight),
      Home: () => this.selectLine(0),
      End: () => this.selectLine(session.rows.count - 1),
      ArrowRight: () => this.inward(),
      ArrowLeft: () => this.outward(),
      Enter: () => session.tell('open'),
      Escape: () => this.back(),
      '*': () => this.change(() => session.rows.expandSiblings(session.selected)),
      e: () => this.change(() => session.rows.expandTo(Infinity)),
      c: () => this.change(() => session.rows.expandTo(0)),
      n: () => session.next(1),
      p: () => session.next(-1),
      '+': () => this.changeTime(scale => scale.zoom(0.5)),
      '=': () => this.changeTime(scale => scale.zoom(0.5)),
      '-': () => this.changeTime(scale => scale.zoom(2)),
      '0': () => this.changeTime(scale => scale.reset()),
      w: () => this.changeTime(scale => scale.zoom(0.5, this.pointed)),
      s: () => this.changeTime(scale => scale.zoom(2, this.pointed)),
      a: () => this.changeTime(scale => scale.move(-0.25)),
      d: () => this.changeTime(scale => scale.move(0.25)),
      ShiftArrowLeft: () => this.changeTime(scale => scale.move(-0.25)),
      ShiftArrowRight: () => this.changeTime(scale => scale.move(0.25)),
      z: () => session.showSelectedTime(),
      '/': () => byId('search').focus(),
      '?': () => showHelp(),
    };
    return Object.hasOwn(actions, key) ? actions[key] : undefined;
  }

  /** Where the pointer is in time; the middle while it is elsewhere. */
  get pointed() {
    return this.waterfall.cursor.place ?? 0.5;
  }

  /** From the details to the lines, from less time to all of it. */
  back() {
    if (byId('details').hidden) {
      this.changeTime(scale => scale.reset());
    } else {
      this.session.tell('close');
    }
  }

  get line() {
    return this.session.selected < 0 ? -1 : this.session.rows.place[this.session.selected];
  }

  moveBy(lines) {
    this.selectLine(this.line + lines);
  }

  selectLine(line) {
    const { rows } = this.session;
    if (rows.count > 0) {
      this.selectNode(rows.nodes[Math.min(Math.max(line, 0), rows.count - 1)]);
    }
  }

  selectNode(node) {
    this.session.select(node);
    this.waterfall.reveal(node);
  }

  inward() {
    const { selected, outline, rows } = this.session;
    if (selected < 0 || !outline.isParent(selected)) {
      return;
    }
    if (rows.isExpanded(selected)) {
      this.moveBy(1);
    } else {
      this.session.setExpanded(selected, true);
    }
  }

  outward() {
    const { selected, outline, rows } = this.session;
    if (selected < 0) {
      return;
    }
    if (outline.isParent(selected) && rows.isExpanded(selected)) {
      this.session.setExpanded(selected, false);
    } else if (outline.parents[selected] >= 0) {
      this.selectNode(outline.parents[selected]);
    }
  }

  change(what) {
    what();
    this.session.tell('rows');
  }

  changeTime(what) {
    what(this.session.scale);
    this.session.tell('time');
  }
}
