import { makeButton } from '../html/buttons.js';
import { byId, element, say } from '../html/dom.js';
import { duration, exactDuration, many, whole } from '../html/numbers.js';
import { visible } from '../html/text.js';
import { DifferenceFlame } from './difference-flame.js';
import { difference, relative, signedDuration, signedNumber } from './differences.js';
import { Paths } from './paths.js';
import { pathText, stepNodes, stepText, wayText } from './steps.js';

const CHANGES_SHOWN = 500;
const LONGEST_FILTER = 500;

/** A column without a value shows what others tell, and nothing is sorted by it. */
const COLUMNS = [
  { key: 'path', label: 'Path', value: (change, paths) => paths.ranks[change.place] },
  { key: 'difference', label: 'Self time', title: order => `Time in the spans themselves, without what they called. ${order}`,
    value: change => change.timeKnown ? change.self[1] - change.self[0] : Number.MAX_SAFE_INTEGER },
  { key: 'time', label: 'Both' },
  { key: 'before', label: 'Before', value: change => change.self[0], number: true },
  { key: 'after', label: 'After', value: change => change.self[1], number: true },
  { key: 'total', label: 'With all below', title: () => 'Difference of the time in the spans and everything below them',
    value: change => change.timeKnown ? change.micros[1] - change.micros[0] : Number.MAX_SAFE_INTEGER, number: true },
  { key: 'count', label: 'Count', value: change => change.count[1] - change.count[0], number: true },
  { key: 'errors', label: 'Errors', value: change => change.errors[1] - change.errors[0], number: true },
];
const KINDS = {
  all: ['All paths', () => true],
  slower: ['Slower', change => change.timeKnown && change.self[1] > change.self[0]],
  faster: ['Faster', change => change.timeKnown && change.self[1] < change.self[0]],
  unfinished: ['Unfinished', change => !change.timeKnown],
  before: ['Only before', change => change.count[1] === 0],
  after: ['Only after', change => change.count[0] === 0],
  errors: ['Errors differ', change => change.errors[1] !== change.errors[0]],
};

/** The paths of both traces, sorted by a heading that is pressed; at first those come first that changed most. */
export class Changes {
  constructor({ changes, methods = [], leftOut, ...tree }) {
    this.changes = changes;
    this.paths = new Paths(tree);
    const flame = new DifferenceFlame(changes, methods, tree);
    this.leftOut = leftOut;
    this.widest = this.most(change => change.timeKnown ? Math.abs(change.self[1] - change.self[0]) : 0);
    this.longest = this.most(change => Math.max(...change.self));
    this.sorted = { key: 'difference', order: 'other' };
    this.body = element('tbody');
    this.heads = COLUMNS.map(column => this.heading(column));
    byId('main').append(flame.element, this.filters(), element('div', { class: 'changes', tabindex: 0, role: 'region', 'aria-label': 'Paths' },
        element('table', {}, element('caption', { class: 'unseen' }, 'Paths and what changed in them'),
            element('thead', {}, element('tr', {}, ...this.heads)), this.body)));
    this.draw();
  }

  most(value) {
    return this.changes.reduce((most, change) => Math.max(most, value(change)), 1);
  }

  heading({ key, label, number, value }) {
    return element('th', { scope: 'col', class: number ? 'number' : null }, !value ? element('span', {}, label) : makeButton({ class: 'plain', click: () => this.sort(key) }, label));
  }

  filters() {
    this.text = element('input', { type: 'search', id: 'filter', 'aria-label': 'Filter paths by text', placeholder: 'Filter paths  /',
      maxlength: LONGEST_FILTER, input: () => this.draw() });
    this.kind = element('select', { id: 'kind', change: () => this.draw() },
        ...Object.entries(KINDS).map(([kind, [label]]) => element('option', { value: kind }, label)));
    this.found = element('span', { class: 'soft', id: 'found' });
    return element('div', { class: 'filters', role: 'search' }, this.text, element('label', {}, 'Show', this.kind), this.found);
  }

  /** The difference has three orders: what changed most, what became slower, what became faster. */
  sort(key) {
    const orders = key === 'difference' || key === 'total' ? ['other', 'descending', 'ascending'] : key === 'path' ? ['ascending', 'descending'] : ['descending', 'ascending'];
    const next = this.sorted.key === key ? (orders.indexOf(this.sorted.order) + 1) % orders.length : 0;
    this.sorted = { key, order: orders[next] };
    this.draw();
  }

  chosen() {
    const holding = this.paths.holding(this.text.value.toLowerCase());
    const fits = KINDS[this.kind.value][1];
    return this.changes.filter(change => fits(change) && holding[change.place] === 1).sort(this.comparison());
  }

  comparison() {
    const { key, order } = this.sorted;
    const { value } = COLUMNS.find(column => column.key === key);
    const size = change => order === 'other' ? Math.abs(value(change)) : value(change, this.paths);
    return (a, b) => (order === 'ascending' ? 1 : -1) * (size(a) - size(b));
  }

  draw() {
    const order = { other: 'What changed most first', descending: 'Slower first', ascending: 'Faster first' }[this.sorted.order];
    COLUMNS.forEach(({ key, title }, i) => {
      if (title) {
        this.heads[i].firstChild.title = title(order);
      }
      key === this.sorted.key ? this.heads[i].setAttribute('aria-sort', this.sorted.order) : this.heads[i].removeAttribute('aria-sort');
    });
    const chosen = this.chosen();
    this.body.replaceChildren(...chosen.slice(0, CHANGES_SHOWN).map(change => this.row(change)), ...this.rest(chosen.length));
    const text = chosen.length === this.changes.length ? many(chosen.length, 'path') : `${whole(chosen.length)} of ${many(this.changes.length, 'path')}`;
    this.found.textContent = this.leftOut > 0 ? `${text}; ${whole(this.leftOut)} that changed least are left out` : text;
    say(text);
  }

  rest(count) {
    const text = count === 0 ? 'No path fits the filter.' : count > CHANGES_SHOWN ? `and ${whole(count - CHANGES_SHOWN)} more; filter to see them` : null;
    return text === null ? [] : [element('tr', {}, element('td', { colspan: COLUMNS.length, class: 'soft' }, text))];
  }

  row(change) {
    const [before, after] = change.self;
    return element('tr', {}, pathCell(change, this.paths.stepsTo(change.place)), change.timeKnown ? this.differenceCell(before, after) : unknownCell(),
        element('td', { class: 'time', 'aria-hidden': 'true' }, this.portion(before, 'was'), this.portion(after, 'is')),
        timeCell(change, 0), timeCell(change, 1), totalCell(change), pairCell(change.count), errorsCell(change.errors));
  }

  differenceCell(before, after) {
    const { by, kind } = difference(before, after);
    const bar = by === 0 ? null : element('i', { class: kind });
    if (bar) {
      bar.style.width = 50 * Math.abs(by) / this.widest + '%';
    }
    return element('td', { class: 'difference', title: `${signedNumber(before, after)} µs` },
        element('div', { class: 'words ' + kind }, element('span', { class: 'by' }, signedDuration(before, after)), element('span', {}, relative(before, after))),
        element('div', { class: 'scale', 'aria-hidden': 'true' }, bar));
  }

  portion(micros, when) {
    const bar = element('i', { class: 'portion ' + when });
    bar.style.width = 100 * Math.max(0, micros) / this.longest + '%';
    return bar;
  }
}

function unknownCell() {
  return element('td', { class: 'difference' }, element('div', { class: 'words' }, element('span', { class: 'by' }, 'unknown'), element('span', {}, 'some unfinished')));
}

function totalCell(change) {
  const [before, after] = change.micros;
  return change.timeKnown ? element('td', { class: 'number ' + difference(before, after).kind, title: `${signedNumber(before, after)} µs` }, signedDuration(before, after))
    : element('td', { class: 'number soft' }, 'unknown');
}

function timeCell({ self, count, unfinished }, trace) {
  const open = unfinished[trace] === 0 ? null : element('div', { class: 'unfinished' }, `… ${whole(unfinished[trace])} unfinished`);
  return count[trace] === unfinished[trace] ? element('td', { class: 'number soft' }, open ?? '–')
    : element('td', { class: 'number', title: exactDuration(self[trace]) }, duration(self[trace]), open);
}

function pathCell({ count }, steps) {
  const only = count[0] === 0 ? element('span', { class: 'only slower' }, '+ only after')
    : count[1] === 0 ? element('span', { class: 'only faster' }, '− only before') : null;
  const above = wayText(steps.slice(0, -1), step => stepText(step, 60));
  return element('th', { scope: 'row', title: visible(pathText(steps), 2000) },
      element('div', { class: 'last' }, element('span', {}, ...stepNodes(steps.at(-1))), only),
      above === '' ? null : element('div', { class: 'above' }, element('bdi', {}, above)));
}

function pairText([before, after]) {
  return before === after ? whole(after) : `${whole(before)} → ${whole(after)}`;
}

function pairCell(pair) {
  return element('td', { class: 'number' + (pair[0] === pair[1] ? ' soft' : '') }, pairText(pair));
}

function errorsCell(pair) {
  const failed = pair[0] + pair[1] > 0;
  return element('td', { class: 'number' + (failed ? ' error' : ' soft') }, failed ? '✕ ' + pairText(pair) : '0');
}
