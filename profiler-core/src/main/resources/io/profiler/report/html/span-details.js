import { copyButton } from './clipboard.js';
import { clockAt } from './clock.js';
import { element } from './dom.js';
import { factList, longText, memberList, section } from './facts.js';
import { icon } from './icons.js';
import { infoOf } from './info.js';
import { duration, exactDuration, memory, percent, whole } from './numbers.js';
import { pointsSection } from './raw-points.js';
import { functionSection, idsSection, otherSection, phasesSection, requestSection, statementSection } from './sections.js';
import { spanButton } from './span-button.js';
import { simpleType, stateOf } from './state.js';
import { visible } from './text.js';

export function repeatsDetails(session, repeats) {
  const { trace } = session;
  const members = repeats.members;
  const slowest = [...members].sort((a, b) => trace.durations[b] - trace.durations[a]).slice(0, 10);
  return [
    detailsTitle(trace, members[0], `${whole(members.length)} × ${trace.text(trace.operation[members[0]])}`),
    factList([
      ['Repeats', whole(members.length)],
      ['Total', `${duration(repeats.total)} · ${shareOf(trace, members[0], repeats.total)}`],
      ['Self time', duration(repeats.self)],
      ['On average', duration(repeats.total / members.length)],
      ['Errors', repeats.errors > 0 ? whole(repeats.errors) : null],
      ['First to last', `${duration(repeats.started)} – ${duration(repeats.finished)}`],
    ]),
    section('Slowest of them', element('ul', { class: 'slowest' }, ...slowest.map(span => element('li', {},
        spanButton(session, span, 'at ' + duration(trace.started[span])), element('span', {}, duration(trace.durations[span])))))),
  ];
}

export function spanDetails(session, span) {
  const { trace } = session;
  const { info, stack } = infoAndStack(trace, span);
  return [
    detailsTitle(trace, span, trace.nameOf(span)),
    trace.isFailed(span) ? errorBox(trace, span, stack) : null,
    timesOf(trace, span, info),
    ...session.looks?.sections(session, span) ?? [],
    phasesSection(trace, span, info.phases),
    requestSection(info.request ?? info.requests, info.request ? 'Request' : 'Request sent'),
    info.response ? section('Response', memberList(info.response)) : null,
    functionSection(info.function),
    statementSection(info.db),
    otherSection(info),
    idsSection(session, span),
    pointsSection(trace, span),
  ].filter(part => part !== null);
}

function detailsTitle(trace, span, text) {
  const layer = trace.layers[trace.layerOf[span]];
  const swatch = element('i', { class: 'swatch', 'data-layer': layer.colour });
  return element('header', {}, element('h2', {}, swatch, visible(text, 200)), element('p', { class: 'soft' }, visible(layer.label, 100)));
}

/** The stack of an error goes with it; what else is named so is info like other. */
function infoAndStack(trace, span) {
  const info = infoOf(trace, span);
  const { stack, ...others } = info;
  return trace.isFailed(span) && /^(at |Caused by|…)/.test(stack) ? { info: others, stack } : { info, stack: '' };
}

function errorBox(trace, span, stack) {
  const type = trace.text(trace.error[span]);
  const message = trace.text(trace.message[span]);
  const errorText = () => [message ? `${type}: ${message}` : type, stack].join('\n').trimEnd();
  return element('section', { class: 'exception' },
      element('h3', {}, icon('failed'), visible(simpleType(type), 300), copyButton('Copy the error', errorText)),
      type === simpleType(type) ? null : element('p', { class: 'soft breaking' }, visible(type, 300)), message ? longText(message) : null,
      stack === '' ? null : longText(stack, 'block frames'));
}

function timesOf(trace, span, info) {
  const measured = trace.isMeasured(span);
  const share = part => shareOf(trace, span, part);
  const stretch = trace.stretchOf(span);
  const onPath = (trace.critical.get(span) ?? []).reduce((sum, [from, to]) => sum + to - from, 0);
  return element('section', {}, measured ? shareBar(trace, span) : null, factList([
    ['Duration', measured ? `${duration(trace.durations[span])} · ${share(trace.durations[span])}` : 'unknown: ' + stateOf(trace, span)],
    ['', measured ? exactDuration(trace.durations[span]) : null],
    ['Self time', measured ? `${duration(trace.selfs[span])} · ${share(trace.selfs[span])}` : null],
    ['Critical path', onPath > 0 ? `${duration(onPath)} · ${share(onPath)}` : 'not on it'],
    ['Processor', info.cpu >= 0 ? duration(Number(info.cpu)) : null],
    ['Allocated', info.alloc >= 0 ? memory(Number(info.alloc)) : null],
    ['Started', `${duration(trace.started[span])} after the first event`],
    ['', trace.stretches.from.length > 1 ? `${duration(trace.started[span] - stretch.from)} after ${stretch.alone ? 'its request' : 'the first of these requests'} began` : null],
    ['', clockAt(trace, trace.started[span]) || null],
    ['Finished', measured ? `${duration(trace.finished(span))} after the first event` : null],
    ['Service', visible(trace.text(trace.service[span])) || null],
    ['Host', visible(trace.text(trace.host[span])) || null],
    ['Remarks', measured ? stateOf(trace, span) || null : null],
  ]));
}

/** How much of the trace a time is, or where there are pauses, of the requests between two of them. */
function shareOf(trace, span, part) {
  const { micros, words } = trace.stretchOf(span);
  return `${percent(part, micros)} ${words}`;
}

/** The span in the trace, or in the requests between two pauses: its own time solid, its children's pale. */
function shareBar(trace, span) {
  const { from, micros } = trace.stretchOf(span);
  const total = Math.max(1, micros);
  const own = element('i', { class: 'own' });
  const bar = element('i', { class: 'whole', 'data-layer': trace.layers[trace.layerOf[span]].colour }, own);
  bar.style.left = 100 * (trace.started[span] - from) / total + '%';
  bar.style.width = 100 * Math.max(0, trace.durations[span]) / total + '%';
  own.style.width = trace.durations[span] > 0 ? 100 * trace.selfs[span] / trace.durations[span] + '%' : '100%';
  return element('div', { class: 'share', 'aria-hidden': 'true' }, bar);
}
