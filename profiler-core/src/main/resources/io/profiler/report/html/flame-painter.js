import { whole } from './numbers.js';
import { visible } from './text.js';

export const BLOCK_PIXELS = 22;
const LEAST_LABEL_PIXELS = 34;
const SOFT = '--soft-layer';

/** Draws the blocks of a flame graph. */
export class FlamePainter {
  constructor(context, tree, session, colours) {
    this.context = context;
    this.tree = tree;
    this.look = currentLook(session, colours);
    this.trace = session.trace;
    context.font = `12px ${getComputedStyle(document.body).fontFamily}`;
    context.textBaseline = 'middle';
  }

  draw(block, isDim, isSelected) {
    const { context, look } = this;
    const node = this.tree.nodes[block.node];
    const top = node.depth * BLOCK_PIXELS;
    context.globalAlpha = isDim ? 0.45 : 1;
    const [fill, edge] = this.coloursOf(node);
    context.fillStyle = fill;
    context.fillRect(block.left, top, Math.max(block.width - 1, 0.5), BLOCK_PIXELS - 1);
    context.fillStyle = edge;
    context.fillRect(block.left, top, Math.min(2, block.width), BLOCK_PIXELS - 1);
    if (node.errors > 0) {
      context.fillStyle = look.error;
      context.fillRect(block.left, top + BLOCK_PIXELS - 4, Math.max(block.width - 1, 1), 3);
    }
    if (isSelected) {
      context.strokeStyle = look.accent;
      context.lineWidth = 2;
      context.strokeRect(block.left + 1, top + 1, Math.max(block.width - 3, 1), BLOCK_PIXELS - 3);
    }
    this.drawLabel(block, node, top);
    context.globalAlpha = 1;
  }

  /** By layer; of a method by what threads mostly did there. */
  coloursOf(node) {
    const { look } = this;
    const layer = this.trace.layerOf[node.span];
    return node.span < 0 ? [look.panel, look.soft]
      : node.kind === undefined ? [look.fills[layer], look.edges[layer]] : [look.kindFills[node.kind], look.kindEdges[node.kind]];
  }

  drawLabel(block, node, top) {
    if (block.width < LEAST_LABEL_PIXELS) {
      return;
    }
    const { context } = this;
    context.save();
    context.beginPath();
    context.rect(block.left, top, block.width - 4, BLOCK_PIXELS);
    context.clip();
    context.globalAlpha = 1;
    context.fillStyle = this.look.ink;
    context.fillText((node.errors > 0 ? '✕ ' : '') + nodeName(node), block.left + 7, top + BLOCK_PIXELS / 2);
    context.restore();
  }
}

function currentLook({ trace, looks }, colours) {
  return {
    kindFills: looks && colours.kinds(looks, SOFT), kindEdges: looks && colours.kinds(looks),
    fills: colours.layers(trace, SOFT), edges: colours.layers(trace), error: colours.error(), ink: colours.of('--ink'),
    soft: colours.of('--soft'), panel: colours.of('--panel'), accent: colours.of('--accent'),
  };
}

/** What a block is called, and how many spans it stands for. */
export function nodeName(node) {
  const times = node.count > 1 ? whole(node.count) + ' × ' : '';
  return times + visible(node.label, 200);
}
