import { element } from './dom.js';
import { visible } from './text.js';

const NARROWEST_LABEL = 34;
const PHASES = new WeakMap();

/** What a request went through where no span is, as the end of its span tells: names and times since the first event. */
export function phasesOf(trace, span) {
  if (!PHASES.has(trace)) {
    PHASES.set(trace, new Map());
  }
  const phases = PHASES.get(trace);
  if (!phases.has(span)) {
    phases.set(span, toldBy(trace, span));
  }
  return phases.get(span);
}

function toldBy(trace, span) {
  for (let e = trace.firstEvent[span]; e < trace.firstEvent[span + 1]; e++) {
    const info = trace.text(trace.events.info[e]);
    const told = info.includes('"phases"') ? listIn(info) : [];
    if (told.length > 0) {
      return told.map(({ name, from, micros }) => ({ name, from: trace.started[span] + from, to: trace.started[span] + from + micros }));
    }
  }
  return [];
}

function listIn(info) {
  try {
    const { phases } = JSON.parse(info);
    return Array.isArray(phases) ? phases.filter(isPhase) : [];
  } catch {
    return [];
  }
}

function isPhase(phase) {
  return typeof phase?.name === 'string' && Number.isFinite(phase.from) && phase.micros >= 0;
}

/** Names phases where they were, as far as there is room. */
export function drawPhases(parent, phases, scale, pixels) {
  parent.replaceChildren(...phases.flatMap(({ name, from, to }) => {
    const left = Math.max(0, scale.place(from) * pixels);
    const width = Math.min(pixels, scale.place(to) * pixels) - left;
    if (!(width >= NARROWEST_LABEL)) {
      return [];
    }
    const label = element('span', { title: visible(name, 60) }, visible(name, 60));
    label.style.left = left + 'px';
    label.style.maxWidth = width + 'px';
    return [label];
  }));
}
