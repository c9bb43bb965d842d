import { element } from '../html/dom.js';
import { visible } from '../html/text.js';

/** A sentence that the model has put together; data in it stands in a typeface of its own. */
export function sentenceNodes({ before, data, after }) {
  const nodes = data.flatMap((text, i) => [i > 0 ? ' and ' : null, element('code', {}, visible(text, 300))]);
  return [before, ...nodes.filter(node => node !== null), after];
}

/** What explains the difference, and why it may tell nothing. */
export function conclusion({ causes, cautions }) {
  return [
    causes.length === 0 ? null : element('ul', { class: 'causes', 'aria-label': 'What explains the difference' },
        ...causes.map(cause => element('li', {}, ...sentenceNodes(cause)))),
    ...cautions.map(caution => element('p', { class: 'caution' }, '⚠ ', ...sentenceNodes(caution))),
  ];
}
