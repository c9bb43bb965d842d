import { copyButton } from './clipboard.js';
import { element } from './dom.js';
import { longText } from './facts.js';
import { IndentedJson, pointRecord } from './records.js';
import { visible } from './text.js';

export function pointsSection(trace, span) {
  const points = [];
  for (let e = trace.firstEvent[span]; e < trace.firstEvent[span + 1]; e++) {
    const text = indented(pointRecord(trace, span, e));
    points.push(element('div', { class: 'value' },
        element('h4', {}, visible(trace.text(trace.events.name[e]), 100), copyButton('Copy the trace point', () => text)), longText(text)));
  }
  return element('section', {}, element('details', {}, element('summary', {}, `Raw trace points (${points.length})`), ...points));
}

function indented(json) {
  const text = new IndentedJson();
  text.push(json);
  return text.parts.join('');
}
