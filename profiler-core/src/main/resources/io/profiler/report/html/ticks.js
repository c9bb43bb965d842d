import { svgElement } from './dom.js';

const TICK_PIXELS = 3;
const IMAGES = new WeakMap();

/** A tick for each look whose moment is known, in the colour of what it found, below the bar of its span. */
export function drawTicks(looks, parent, spans, scale, pixels) {
  const image = imageIn(parent);
  const paths = looks.kinds.map(() => '');
  const last = paths.map(() => -1);
  for (const span of spans) {
    const [first, end] = looks.looksOf.get(span) ?? [0, 0];
    for (let i = first; i < end; i++) {
      const x = Math.round(scale.place(looks.looks.at[i]) * pixels);
      const kind = looks.leaves.kind[looks.looks.leaf[i]];
      if (x !== last[kind] && x >= 0 && x <= pixels) {
        paths[kind] += `M${x + 0.5} 0v${TICK_PIXELS}`;
        last[kind] = x;
      }
    }
  }
  image.replaceChildren(...paths.flatMap((d, kind) => d === '' ? [] : [svgElement('path', { d, 'data-kind': looks.kinds[kind].kind })]));
  image.setAttribute('width', Math.max(0, pixels));
}

function imageIn(parent) {
  if (!IMAGES.has(parent)) {
    IMAGES.set(parent, svgElement('svg', { class: 'ticks', height: TICK_PIXELS, 'aria-hidden': 'true' }));
    parent.append(IMAGES.get(parent));
  }
  return IMAGES.get(parent);
}
