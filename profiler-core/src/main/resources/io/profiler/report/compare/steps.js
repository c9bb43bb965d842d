import { element } from '../html/dom.js';
import { visible } from '../html/text.js';

/** The steps that lead to a place of the tree, from the top down. The same step is the same object. */
export function stepsTo(place, { places, steps }) {
  const found = [];
  for (let at = place; at >= 0; at = places[at][0]) {
    found.push(steps[places[at][1]]);
  }
  return found.reverse();
}

/** What leads to spans and what they do, with everything that tells it. */
export function pathText(steps) {
  return steps.map(([name, subject]) => subject === '' ? name : `${name} ${subject}`).join(' › ');
}

/** A step on the way: the function says more than the layer that it is in. */
export function stepText([name, subject], longest) {
  return visible(subject === '' ? name : subject, longest);
}

/** What the spans of a row are called and what they do. */
export function stepNodes([name, subject]) {
  return [element('span', { class: 'name' }, visible(name, 200)), subject === '' ? null : element('code', {}, ' ' + visible(subject, 200))].filter(node => node !== null);
}
