import { element } from './dom.js';
import { percent, whole } from './numbers.js';
import { visible } from './text.js';

const MOST_LINES = 150;
const DRAWN_DEPTH = 24;

/** The calls that lead to some leaves, each below its caller, with the share of the looks in it; the most looked at first. */
export function callTree(looks, leaves) {
  const { calls } = looks;
  const counts = countsOf(looks, leaves);
  const total = [...leaves.values()].reduce((sum, count) => sum + count, 0);
  const below = new Map();
  [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a)).forEach(call => {
    const caller = calls.caller[call];
    below.has(caller) ? below.get(caller).push(call) : below.set(caller, [call]);
  });
  const list = element('ul', { class: 'call-tree' });
  const waiting = (below.get(-1) ?? []).map(call => [call, 0]).reverse();
  while (waiting.length > 0 && list.childElementCount < MOST_LINES) {
    const [call, depth] = waiting.pop();
    list.append(callLine(looks, call, depth, counts.get(call), total, leaves));
    (below.get(call) ?? []).map(inner => [inner, depth + 1]).reverse().forEach(inner => waiting.push(inner));
  }
  if (waiting.length > 0) {
    list.append(element('li', { class: 'soft' }, 'The flame graph has the rest'));
  }
  return list;
}

/** By call: how many looks found it or what it called. */
function countsOf({ calls, leaves: { call: callOf } }, leaves) {
  const counts = new Map();
  leaves.forEach((count, leaf) => {
    for (let call = callOf[leaf]; call >= 0; call = calls.caller[call]) {
      counts.set(call, (counts.get(call) ?? 0) + count);
    }
  });
  return counts;
}

function callLine(looks, call, depth, count, total, leaves) {
  const [packages, name] = /^(.*\.)?([^.]*\.[^.]*)$/.exec(looks.methodOf(call))?.slice(1) ?? ['', looks.methodOf(call)];
  const kinds = [...leaves.keys()].filter(leaf => looks.leaves.call[leaf] === call).map(leaf => looks.kinds[looks.leaves.kind[leaf]]);
  const line = element('li', { title: visible(looks.methodOf(call), 500) }, element('span', { class: 'number' }, percent(count, total)),
      element('span', { class: 'call code' }, visible(name, 100), ' ', element('small', { class: 'soft' }, visible(packages ?? '', 100))),
      ...kinds.map(({ kind, label }) => element('span', { class: 'kind' }, element('i', { class: 'swatch', 'data-kind': kind }), label)));
  line.children[1].style.paddingLeft = Math.min(depth, DRAWN_DEPTH) * 8 + 'px';
  line.setAttribute('aria-label', `${'level ' + (depth + 1)}: ${visible(name, 100)}, ${whole(count)} of ${whole(total)} looks`);
  return line;
}
