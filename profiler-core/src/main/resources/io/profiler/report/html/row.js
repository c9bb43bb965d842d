import { element, svgElement } from './dom.js';
import { duration, many, whole } from './numbers.js';
import { drawPhases, phasesOf } from './phases.js';
import { drawSegments, inOrder, pixelSegments } from './segments.js';
import { simpleType, stateOf } from './state.js';
import { visible } from './text.js';

export const ROW_PIXELS = 24;
export const LEVEL_PIXELS = 14;
export const DRAWN_LEVELS = 18;
const CACHED_SEGMENTS = 4000;

const piece = className => element('span', { class: className });

/** One line of the waterfall; drawn anew for whatever node it has to show. */
export class RowView {
  constructor(session) {
    this.session = session;
    this.guides = svgElement('path');
    this.guidesImage = svgElement('svg', { class: 'guides', height: ROW_PIXELS, 'aria-hidden': 'true' }, this.guides);
    this.levels = piece('levels soft');
    this.toggle = element('span', { class: 'toggle', 'aria-hidden': 'true' });
    this.swatch = element('i', { class: 'swatch' });
    this.since = piece('since soft');
    this.count = piece('count');
    this.name = piece('name');
    this.failure = piece('failure error');
    this.state = piece('state warning');
    this.subject = piece('subject');
    this.service = piece('service soft');
    this.total = element('div', { role: 'gridcell', class: 'number total' });
    this.self = element('div', { role: 'gridcell', class: 'number self soft' });
    this.bar = element('div', { class: 'bar' });
    this.path = element('div', { class: 'path' });
    this.phases = element('div', { class: 'in-phases', 'aria-hidden': 'true' });
    this.beyond = piece('beyond soft');
    this.time = element('div', { role: 'gridcell', class: 'time' }, this.bar, this.phases, this.path, this.beyond);
    this.what = element('div', { role: 'gridcell', class: 'what' }, this.guidesImage, this.levels, this.toggle, this.since, this.swatch,
        this.count, this.name, this.failure, this.state, this.subject, this.service);
    this.element = element('div', { role: 'row', class: 'row' }, this.what, this.total, this.self, this.time);
    this.node = -1;
  }

  /** Shows a node as line number index, with its bar in so many pixels. */
  show(node, index, pixels) {
    const { outline, rows, trace } = this.session;
    const span = outline.spanOf(node);
    const repeats = outline.groups[node];
    this.node = node;
    this.element.id = 'row-' + node;
    this.element.style.transform = `translateY(${index * ROW_PIXELS}px)`;
    this.element.setAttribute('aria-rowindex', index + 2);
    this.element.setAttribute('aria-level', outline.depths[node] + 1);
    this.element.setAttribute('aria-selected', node === this.session.selected);
    this.drawTree(node, outline, rows);
    this.swatch.dataset.layer = trace.layers[trace.layerOf[span]].colour;
    this.element.classList.toggle('request', !repeats && trace.hasSeveralRequests && trace.parents[span] < 0);
    this.element.classList.toggle('failed', repeats ? repeats.errors > 0 : trace.isFailed(span));
    this.element.classList.toggle('context', rows.matches !== null && !repeats && !rows.matches[node]);
    repeats ? this.writeRepeats(repeats, span, trace) : this.writeSpan(span, node, trace);
    this.what.title = [this.count, this.name, this.failure, this.state, this.subject].map(part => part.textContent).filter(text => text !== '').join(' ');
    this.what.classList.toggle('untold', this.subject.textContent === '');
    this.drawTime(node, repeats, span, pixels);
  }

  drawTree(node, outline, rows) {
    const depth = outline.depths[node];
    const base = Math.max(0, depth - DRAWN_LEVELS);
    const x = level => (level - 1 - base) * LEVEL_PIXELS + 7.5;
    let lines = depth === 0 ? '' : `M${x(depth)} 0V${outline.last[node] ? 11.5 : ROW_PIXELS}M${x(depth)} 11.5H${x(depth) + 8}`;
    let above = outline.parents[node];
    for (let level = depth - 1; level > base; level--, above = outline.parents[above]) {
      lines += outline.last[above] ? '' : `M${x(level)} 0V${ROW_PIXELS}`;
    }
    this.guides.setAttribute('d', lines);
    this.guidesImage.setAttribute('width', Math.max(0, depth - base) * LEVEL_PIXELS);
    this.levels.textContent = base === 0 ? '' : '+' + base;
    this.drawToggle(outline.isParent(node), rows.isExpanded(node));
  }

  drawToggle(parent, expanded) {
    this.toggle.className = parent ? expanded ? 'toggle open' : 'toggle closed' : 'toggle';
    if (parent) {
      this.element.setAttribute('aria-expanded', expanded);
    } else {
      this.element.removeAttribute('aria-expanded');
    }
  }

  writeSpan(span, node, trace) {
    const failed = trace.isFailed(span);
    const parent = trace.parents[span];
    this.count.textContent = '';
    this.name.textContent = visible(trace.nameOf(span));
    this.failure.textContent = failed ? '✕ ' + visible(simpleType(trace.text(trace.error[span])), 60) : '';
    this.state.textContent = stateOf(trace, span);
    this.since.textContent = parent < 0 && trace.hasSeveralRequests ? '+' + duration(trace.started[span]) : '';
    this.subject.textContent = visible(trace.subjectOf(span));
    const moved = parent < 0 ? trace.head.services.length > 1 : trace.service[parent] !== trace.service[span];
    this.service.textContent = moved ? visible(trace.text(trace.service[span]), 60) : '';
    this.total.textContent = trace.isMeasured(span) ? duration(trace.durations[span]) : '?';
    this.self.textContent = trace.isMeasured(span) ? duration(trace.selfs[span]) : '';
  }

  writeRepeats(repeats, span, trace) {
    this.count.textContent = whole(repeats.members.length) + ' ×';
    this.name.textContent = visible(trace.nameOf(span));
    this.failure.textContent = repeats.errors > 0 ? '✕ ' + many(repeats.errors, 'error') : '';
    this.state.textContent = '';
    this.since.textContent = '';
    this.subject.textContent = visible(trace.text(trace.operation[span]).slice(trace.nameOf(span).length + 1));
    this.service.textContent = '';
    this.total.textContent = duration(repeats.total);
    this.self.textContent = duration(repeats.self);
  }

  drawTime(node, repeats, span, pixels) {
    const { session } = this;
    const { scale, trace } = session;
    const started = repeats ? repeats.started : trace.started[span];
    const finished = repeats ? repeats.finished : trace.finished(span);
    const left = scale.place(Math.min(started, finished)) * pixels;
    const right = scale.place(Math.max(started, finished)) * pixels;
    const from = Math.max(left, -4);
    this.bar.hidden = right < 0 || left > pixels;
    this.bar.style.transform = `translateX(${Math.min(from, pixels - 2)}px)`;
    this.bar.style.width = Math.max(2, Math.min(right, pixels + 4) - from) + 'px';
    this.bar.dataset.layer = trace.layers[trace.layerOf[span]].colour;
    this.bar.className = 'bar' + (repeats ? ' repeats' : trace.isMeasured(span) ? '' : ' unmeasured');
    this.beyond.textContent = right < 0 ? '◂ earlier' : left > pixels ? 'later ▸' : '';
    this.beyond.classList.toggle('right', left > pixels);
    this.time.setAttribute('aria-label', `from ${duration(started)} to ${duration(finished)}`);
    drawSegments(this.bar, pixelSegments(this.busySegments(repeats, span), scale, pixels), Math.min(from, pixels - 2));
    drawPhases(this.phases, repeats ? [] : phasesOf(trace, span), scale, pixels);
    session.looks?.drawTicks(this.time, repeats ? repeats.members : [span], scale, pixels);
    drawSegments(this.path, pixelSegments(repeats ? this.criticalOf(repeats) : trace.critical.get(span) ?? [], scale, pixels), 0);
  }

  /** When the span itself ran; when any of the repeats did. */
  busySegments(repeats, span) {
    const { trace } = this.session;
    const key = repeats ?? span;
    const known = RowView.segments;
    if (!known.has(key)) {
      if (known.size > CACHED_SEGMENTS) {
        known.clear();
      }
      known.set(key, repeats ? inOrder(repeats.members.map(s => [trace.started[s], trace.finished(s)]))
          : trace.selfSegments(span));
    }
    return known.get(key);
  }

  criticalOf(repeats) {
    repeats.critical ??= inOrder(repeats.members.flatMap(span => this.session.trace.critical.get(span) ?? []));
    return repeats.critical;
  }
}

RowView.segments = new Map();
