import { element } from './dom.js';

const LAYER_KINDS = ['transport', 'controller', 'message', 'management', 'database', 'remote', 'rest'];
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
    this.probe.style.color = `var(${property})`;
    return getComputedStyle(this.probe).color;
  }

  /** Bars are --layer, areas with text on them --soft-layer. */
  layers({ layers }, property = '--layer') {
    return layers.map(({ colour }) => this.marked('data-layer', colour, property));
  }

  kinds({ kinds }, property = '--layer') {
    return kinds.map(({ kind }) => this.marked('data-kind', kind, property));
  }

  /** A colour that depends on an attribute. */
  marked(attribute, value, property) {
    this.probe.setAttribute(attribute, value);
    const colour = this.of(property);
    this.probe.removeAttribute(attribute);
    return colour;
  }

  error() {
    return this.of('--error');
  }
}
