import { element } from '../../report/html/dom.js';

const LEAST_PIXELS = 240;
const SPARE_PIXELS = 12;

/** A page of a trace or a comparison inside this one, as high as it has lines and the window has room. */
export function pageFrame(address, title) {
  const frame = element('iframe', { src: address, title });
  frame.addEventListener('load', () => fit(frame));
  return frame;
}

function fit(frame) {
  // There is no document where a log-in elsewhere is shown instead.
  const page = frame.contentDocument;
  const lines = page?.querySelector('#waterfall .rows') ?? null;
  if (lines === null) {
    frame.classList.add('tall');
    return;
  }
  const adapt = new ResizeObserver(() => {
    const height = heightOf(page, lines);
    frame.classList.toggle('tall', height === null);
    frame.style.height = height === null ? '' : `min(${height}px, var(--tall))`;
  });
  ['#waterfall .rows', '#waterfall', '#details'].forEach(part => adapt.observe(page.querySelector(part)));
}

/** What stands around the lines takes as much as it does now; null where something else than lines is shown. */
function heightOf(page, lines) {
  const grid = page.getElementById('waterfall');
  if (grid.clientHeight === 0 || !page.getElementById('details').hidden) {
    return null;
  }
  const around = page.documentElement.scrollHeight - grid.clientHeight;
  const head = grid.querySelector('.head').offsetHeight;
  return Math.max(LEAST_PIXELS, around + Math.max(leastHeight(page, grid), head + lines.offsetHeight + SPARE_PIXELS));
}

/** The page of a trace would rather scroll than have less of the lines in sight. */
function leastHeight(page, grid) {
  const stage = page.getElementById('stage');
  return parseFloat(getComputedStyle(stage).minHeight) - (stage.offsetHeight - grid.clientHeight);
}
