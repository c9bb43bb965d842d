import { element } from '../html/dom.js';
import { whole } from '../html/numbers.js';
import { visible } from '../html/text.js';

/** Of a longer way so much is shown at either end. */
const STEPS_AT_AN_END = 12;

/** What leads to spans and what they do, with everything that tells it. */
export function pathText(steps) {
  return wayText(steps, ([name, subject]) => subject === '' ? name : `${name} ${subject}`);
}

/** Steps in a row, without the middle of a very long one. */
export function wayText(steps, text) {
  const left = steps.length - 2 * STEPS_AT_AN_END;
  return (left > 1
    ? [...steps.slice(0, STEPS_AT_AN_END).map(text), `… ${whole(left)} more …`, ...steps.slice(-STEPS_AT_AN_END).map(text)]
    : steps.map(text)).join(' › ');
}

/** A step on the way: the function says more than the layer that it is in. */
export function stepText([name, subject], longest) {
  return visible(subject === '' ? name : subject, longest);
}

/** What the spans of a row are called and what they do. */
export function stepNodes([name, subject]) {
  return [element('span', { class: 'name' }, visible(name, 200)), subject === '' ? null : element('code', {}, ' ' + visible(subject, 200))].filter(node => node !== null);
}
