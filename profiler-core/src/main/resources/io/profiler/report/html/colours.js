import { element } from './dom.js';

const LAYER_KINDS = ['transport', 'controller', 'message', 'management', 'database', 'remote'];
const OTHER_COLOURS = 6;

/** Gives each layer a colour: those that are known their own, the others one after another. */
export function colourLayers(layers) {
  let others = 0;
  for (const layer of layers) {
    layer.colour = LAYER_KINDS.includes(layer.kind) ? layer.kind : 'other-' + (others++ % OTHER_COLOURS);
  }
}

/** Colours of the style sheet for a canvas, which cannot look them up itself. */
export class Colours {
  constructor() {
    this.probe = element('i', { class: 'unseen probe', 'aria-hidden': 'true' });
    document.body.append(this.probe);
  }

  of(property) {
    return this.computed(`var(${property})`);
  }

  soft(property) {
    return this.computed(`color-mix(in srgb, var(${property}) 34%, var(--page))`);
  }

  computed(colour) {
    this.probe.style.color = colour;
    return getComputedStyle(this.probe).color;
  }

  layers(trace) {
    return trace.layers.map(layer => this.of('--layer-' + layer.colour));
  }

  softLayers(trace) {
    return trace.layers.map(layer => this.soft('--layer-' + layer.colour));
  }

  error() {
    return this.of('--error');
  }
}
