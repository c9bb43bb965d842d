import { byId, element } from '../../report/html/dom.js';

const SINCE = [['', 'any time'], ['5m', 'last 5 minutes'], ['1h', 'last hour'], ['1d', 'last day'], ['7d', 'last 7 days']];
const SORT = [['started', 'latest first'], ['duration', 'longest first'], ['spans', 'most spans first'],
  ['errors', 'most errors first']];

/** What narrows the list, and how it is kept up to date. */
export class Filters {
  constructor(onChange) {
    this.form = byId('filters');
    this.limit = 50;
    this.form.append(
      field('Name holds', element('input', { id: 'name', size: 18 })),
      field('Service', element('input', { id: 'in-service', size: 12 })),
      field('At least', element('input', { id: 'minimum', class: 'short', placeholder: '50ms' })),
      field('Started', choice('since', SINCE)),
      field('Order', choice('sort', SORT)),
      field('Status', element('input', { id: 'status', class: 'short', placeholder: '5xx', list: 'statuses' })),
      check('failed', 'With errors', false),
      element('div', { class: 'last' }, element('span', { id: 'updated', class: 'soft' }), check('live', 'Live', true)));
    this.form.addEventListener('input', onChange);
    this.form.addEventListener('submit', event => event.preventDefault());
  }

  order() {
    return byId('sort').value;
  }

  orderBy(order) {
    byId('sort').value = order;
    this.form.dispatchEvent(new Event('input'));
  }

  isLive() {
    return byId('live').checked;
  }

  withErrors() {
    return byId('failed').checked;
  }

  status() {
    return byId('status').value.trim();
  }

  /** Whether the store may have to look at many traces to find the few that pass. */
  areRare() {
    return this.withErrors() || this.status() !== '';
  }

  areSet() {
    return this.areRare() || ['name', 'in-service', 'minimum', 'since'].some(id => byId(id).value !== '');
  }

  parameters() {
    return {
      name: byId('name').value,
      service: byId('in-service').value.trim(),
      minDuration: inMillis(byId('minimum').value.replaceAll(' ', '')),
      since: byId('since').value,
      sort: this.order(),
      status: this.status(),
      errors: this.withErrors(),
      limit: this.limit,
    };
  }
}

/** A time without a unit is in milliseconds, as in the page of a trace. */
function inMillis(text) {
  return /^[\d.]+$/.test(text) ? `${text}ms` : text;
}

function field(label, control) {
  return element('div', { class: 'field' }, element('label', { for: control.id }, label), control);
}

function choice(id, options) {
  return element('select', { id }, ...options.map(([value, text]) => element('option', { value }, text)));
}

function check(id, label, checked) {
  return element('label', { class: 'check' }, element('input', { id, type: 'checkbox', checked }), label);
}
