import { plainButton } from './buttons.js';
import { element, say } from './dom.js';
import { drawnIcon } from './icons.js';
import { DRAWN_LEVELS, LEVEL_PIXELS } from './row.js';
import { splitter } from './splitter.js';
import { stateOf } from './state.js';

const LEAST_NAME_PIXELS = 140;

/** Expands and collapses by the level. */
export class LevelButtons {
  constructor(session) {
    this.session = session;
    this.level = Infinity;
    this.deepest = session.outline.depths.reduce((deepest, depth) => Math.max(deepest, depth), 0);
    this.element = element('span', { class: 'levels-buttons' },
        this.button('Collapse all', 'M4 8h8', () => 0),
        this.button('One level less', 'M10 4L6 8l4 4', () => Math.max(0, Math.min(this.level, this.deepest) - 1)),
        this.button('One level more', 'M6 4l4 4-4 4', () => Math.min(this.level, this.deepest) + 1),
        this.button('Expand all', 'M4 8h8M8 4v8', () => Infinity));
  }

  button(label, path, level) {
    return plainButton(label, drawnIcon(path), () => this.expandTo(level()));
  }

  expandTo(level) {
    this.level = level;
    this.session.rows.expandTo(level);
    this.session.tell('rows');
    say(level === Infinity ? 'Everything expanded' : `Expanded down to level ${level + 1}`);
  }
}

/** Moves the edge between the names and the times. */
export function nameSplitter() {
  const style = document.documentElement.style;
  return splitter('Width of the names', 'names', pixels => {
    const now = parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--names'));
    const most = Math.max(LEAST_NAME_PIXELS, innerWidth - 260);
    const width = Math.min(Math.max(now + pixels, LEAST_NAME_PIXELS), most);
    if (pixels !== 0) {
      style.setProperty('--names', width + 'px');
    }
    return width;
  });
}

/** As wide as the first lines need, within reason: time deserves the rest. */
export function fitNames(session) {
  const { outline, rows, trace } = session;
  let widest = 0;
  for (const node of rows.nodes.subarray(0, 300)) {
    const span = outline.spanOf(node);
    const letters = 8 * Math.min(trace.nameOf(span).length, 60) + 7 * Math.min(trace.subjectOf(span).length, 60);
    const extras = (trace.isFailed(span) ? 90 : 0) + (stateOf(trace, span) === '' ? 0 : 90);
    widest = Math.max(widest, Math.min(outline.depths[node], DRAWN_LEVELS) * LEVEL_PIXELS + 56 + letters + extras);
  }
  const width = Math.min(Math.max(widest, 300), innerWidth * 0.46);
  document.documentElement.style.setProperty('--names', Math.round(width) + 'px');
}
