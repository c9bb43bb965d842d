// Browsers draw nothing at all where one side has more.
const MOST_PIXELS = 16384;

/** A canvas sharp on every screen, as long as it is not too large for that. */
export function sizedContext(canvas, width, height) {
  const ratio = Math.min(devicePixelRatio || 1, MOST_PIXELS / Math.max(width, height));
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.width = width + 'px';
  canvas.style.height = height + 'px';
  const context = canvas.getContext('2d');
  context.scale(ratio, ratio);
  return context;
}
