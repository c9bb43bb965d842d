import { visible } from './text.js';
import { IN_CYCLE } from './trace.js';

/**
 * Lays spans out for tools that draw stacks: a span lies in its parent's lane if it fits, else in a lane of its place that is
 * free. Takes n log n steps for n spans. An entry of a lane is a span and how many spans of the lane it lies in.
 */
export function lanesOf(trace) {
  const layout = { trace, lanes: [], byPlace: new Map(), laneOf: [] };
  const order = Array.from({ length: trace.size }, (_, s) => s).filter(s => !trace.has(s, IN_CYCLE))
    .sort((a, b) => trace.started[a] - trace.started[b] || trace.depths[a] - trace.depths[b] || a - b);
  for (const span of order) {
    const place = placeName(trace, span);
    const above = layout.laneOf[trace.parents[span]];
    const lane = above?.place === place && nests(trace, above, span) ? above : freeLane(layout, place, span);
    lane.entries.push({ span, level: lane.open.length });
    lane.open.push(span);
    layout.laneOf[span] = lane;
  }
  return layout.lanes;
}

/** When a span ends, which is not before it began. */
export function endOf(trace, span) {
  return Math.max(trace.started[span], trace.finished(span));
}

function placeName(trace, span) {
  const service = visible(trace.text(trace.service[span]), 200) || 'trace';
  return trace.host[span] === 0 ? service : `${service} on ${visible(trace.text(trace.host[span]), 200)}`;
}

function nests(trace, lane, span) {
  const parent = trace.parents[span];
  while (lane.open.length > 0 && lane.open.at(-1) !== parent && endOf(trace, lane.open.at(-1)) <= trace.started[span]) {
    lane.open.pop();
  }
  return lane.open.at(-1) === parent && endOf(trace, span) <= endOf(trace, parent);
}

/** The lane of a place that has been free for longest, or a new one. */
function freeLane({ trace, lanes, byPlace }, place, span) {
  if (!byPlace.has(place)) {
    byPlace.set(place, []);
  }
  const heap = byPlace.get(place);
  let lane = heap[0];
  if (lane === undefined || lane.until > trace.started[span]) {
    lane = { place, entries: [], open: [], until: 0 };
    lanes.push(lane);
    heap.push(lane);
  }
  lane.open = [];
  lane.until = endOf(trace, span);
  lane === heap[0] ? sink(heap) : rise(heap);
  return lane;
}

/** Of lanes as a heap: the one that is free first is the first, and each is free no later than the two below it. */
function rise(heap) {
  for (let i = heap.length - 1, above; i > 0 && heap[above = (i - 1) >> 1].until > heap[i].until; i = above) {
    [heap[above], heap[i]] = [heap[i], heap[above]];
  }
}

function sink(heap) {
  const lesser = i => heap[i + 1]?.until < heap[i]?.until ? i + 1 : i;
  for (let i = 0, least; heap[least = lesser(2 * i + 1)]?.until < heap[i].until; i = least) {
    [heap[least], heap[i]] = [heap[i], heap[least]];
  }
}
