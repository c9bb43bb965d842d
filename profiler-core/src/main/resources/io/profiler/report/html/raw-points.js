import { copyButton } from './clipboard.js';
import { element } from './dom.js';
import { longText, opened } from './facts.js';
import { IndentedJson, pointRecord } from './records.js';
import { visible } from './text.js';

export function pointsSection(trace, span) {
  const first = trace.firstEvent[span];
  const count = trace.firstEvent[span + 1] - first;
  return element('section', {}, opened(`Raw trace points (${count})`,
      () => element('div', {}, ...Array.from({ length: count }, (_, i) => point(trace, span, first + i)))));
}

function point(trace, span, event) {
  const text = indented(pointRecord(trace, span, event));
  return element('div', { class: 'value' },
      element('h4', {}, visible(trace.text(trace.events.name[event]), 100), copyButton('Copy the trace point', () => text)), longText(text));
}

function indented(json) {
  const text = new IndentedJson();
  text.push(json);
  return text.parts.join('');
}
