import { makeButton } from './buttons.js';
import { element } from './dom.js';
import { duration, percent, whole } from './numbers.js';
import { visible } from './text.js';

const SHOWN_REASONS = 3;
/** Less is too narrow to be pressed; the legend does the same. */
const LEAST_PRESSED_SHARE = 0.08;
const LEAST_NAMED_SHARE = 0.04;

/** Words and data by turns, as the verdict has them. */
export function sentence(parts) {
  return parts.map((text, i) => i % 2 === 1 ? element('code', {}, visible(text, 120)) : text).filter(part => part !== '');
}

/** What the trace comes to: a line for each thing that stands out, and what each layer took. */
export function verdictBox(session) {
  const { verdict } = session.trace;
  if (!(verdict.total > 0) && verdict.findings.length === 0) {
    return null;
  }
  const lines = verdict.findings.map((finding, i) => reasonLine(session, finding, 'finding-' + i, i < verdict.told));
  const box = element('section', { class: 'verdict', 'aria-label': 'Verdict' },
      lines.length === 0 ? element('p', { class: 'calm' }, ...sentence(verdict.sentence), '.')
        : element('ul', {}, ...lines.slice(0, SHOWN_REASONS)));
  if (lines.length > SHOWN_REASONS) {
    box.append(element('details', {}, element('summary', {}, `${lines.length - SHOWN_REASONS} more`), element('ul', {}, ...lines.slice(SHOWN_REASONS))));
  }
  if (verdict.reservation) {
    box.append(element('p', { class: 'calm' }, ...sentence(verdict.reservation), '.'));
  }
  box.append(layerBar(session));
  return box;
}

function reasonLine(session, { rule, advice, words, spans, count }, proof, told) {
  return element('li', { class: told ? 'told' : null, title: `${rule}: ${advice}` }, element('span', {}, ...sentence(words)), ' ',
      spans.length > 0 ? makeButton({ class: 'link', click: () => session.showProof(proof) },
          count === 1 ? 'Show the span' : `Show ${spans.length < count ? whole(spans.length) + ' of ' : ''}the ${whole(count)} spans`) : null,
      element('small', { class: 'soft' }, advice));
}

function layerBar(session) {
  const { verdict, layers } = session.trace;
  const bar = element('div', { class: 'stack', role: 'group', 'aria-label': 'Time on the critical path by layer' });
  for (const { label, micros } of verdict.layers) {
    const number = layers.findIndex(layer => layer.label === label);
    const share = percent(micros, verdict.total);
    const text = `${visible(label, 40)} ${share}`;
    const attributes = { class: 'part', title: `${text}, ${duration(micros)}`, 'data-layer': number < 0 ? null : layers[number].colour };
    const part = micros >= LEAST_PRESSED_SHARE * verdict.total
      ? makeButton({ ...attributes, click: () => showLayer(session, number) }, text)
      : element('span', { ...attributes, role: 'img', 'aria-label': text }, micros >= LEAST_NAMED_SHARE * verdict.total ? text : null);
    part.style.flexGrow = micros / verdict.total;
    bar.append(part);
  }
  return bar;
}

/** What no span explains is in the requests themselves. */
function showLayer(session, number) {
  const { trace } = session;
  if (number < 0) {
    session.showProof('row-' + trace.verdict.rows.findIndex(row => row.what[0] === 'in no span'));
    return;
  }
  session.showOnly(query => trace.layers.forEach((layer, i) => i === number || query.hiddenLayers.add(i)));
}
