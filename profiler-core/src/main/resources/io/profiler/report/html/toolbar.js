import { isPressed, makeButton, plainButton, press, pressButton, toggle } from './buttons.js';
import { byId, element } from './dom.js';
import { drawnIcon } from './icons.js';
import { many, whole } from './numbers.js';
import { microsOf, Query } from './query.js';
import { visible } from './text.js';
import { focusView, viewTabs } from './views.js';

const TYPING_MILLIS = 150;

/** Views, search and filters. */
export class Toolbar {
  constructor(session) {
    this.session = session;
    this.tabs = viewTabs(session);
    this.makeSearch();
    this.makeFilters();
    byId('toolbar').append(element('div', { class: 'line' }, this.tabs, this.search), this.filters);
    session.on('query', () => this.readQuery());
    session.on('rows', () => this.tellFound());
    this.tellFound();
  }

  makeSearch() {
    this.text = element('input', { type: 'search', id: 'search', placeholder: 'Search names, services, hosts, info', 'aria-label': 'Search',
      'aria-describedby': 'search-error', spellcheck: 'false', autocomplete: 'off', input: () => this.searchSoon(), keydown: event => this.searchKey(event) });
    this.regular = makeButton({ class: 'code', 'aria-pressed': 'false', title: 'Regular expression', 'aria-label': 'Regular expression',
      click: () => this.toggle(this.regular) }, '.*');
    this.found = element('output', { class: 'soft', id: 'found' });
    this.mistake = element('span', { class: 'error', id: 'search-error', role: 'alert' });
    const step = (label, path, by) => plainButton(label, drawnIcon(path), () => this.session.next(by));
    this.search = element('div', { class: 'search' }, this.text, this.regular,
        step('Previous match', 'M4 10l4-4 4 4', -1), step('Next match', 'M4 6l4 4 4-4', 1), this.found, this.mistake);
  }

  toggle(button) {
    toggle(button);
    this.apply(button === this.regular);
  }

  searchKey(event) {
    if (event.key === 'Enter') {
      clearTimeout(this.typing);
      this.apply(true);
      this.session.next(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape') {
      this.text.value = '';
      this.apply();
      focusView(this.session);
    }
  }

  searchSoon() {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.apply(), TYPING_MILLIS);
  }

  makeFilters() {
    const { trace } = this.session;
    this.layers = trace.layers.map((layer, number) => this.layerButton(layer, number));
    this.service = serviceSelect(trace);
    this.least = element('input', { type: 'text', class: 'least', placeholder: '0 ms', 'aria-label': 'At least this long, for example 5 ms', spellcheck: 'false',
      input: () => this.searchSoon() });
    this.failed = pressButton('Errors', '✕ Errors');
    this.critical = pressButton('Critical path', 'Critical path', 'path-mark');
    this.reset = makeButton({ class: 'link', hidden: true, click: () => this.showAll() }, 'Show all');
    const labelled = (text, field) => element('label', {}, element('span', { class: 'soft' }, text), field);
    this.filters = element('div', { class: 'line filters' },
        element('div', { class: 'legend', role: 'group', 'aria-label': 'Layers; press one to hide it' }, ...this.layers),
        element('div', { class: 'only' }, this.service ? labelled('Service', this.service) : null, labelled('At least', this.least),
            this.failed, this.critical, this.reset));
    this.service?.addEventListener('change', () => this.apply());
    [this.failed, this.critical].forEach(button => button.addEventListener('click', () => this.toggle(button)));
  }

  layerButton(layer, number) {
    const button = makeButton({ class: 'layer', 'aria-pressed': 'true', title: 'Press to hide or show; double-click to show nothing else' },
        element('i', { class: 'swatch', 'data-layer': layer.colour }), visible(layer.label, 40));
    button.addEventListener('click', () => this.toggle(button));
    button.addEventListener('dblclick', () => {
      this.layers.forEach((other, i) => press(other, i === number));
      this.apply();
    });
    return button;
  }

  /** Takes the query from the controls. An expression waits until it is meant. */
  apply(isMeant = false) {
    const query = new Query();
    query.text = this.text.value;
    query.regular = isPressed(this.regular);
    this.layers.forEach((button, i) => isPressed(button) || query.hiddenLayers.add(i));
    query.service = Number(this.service?.value ?? 0);
    query.minMicros = microsOf(this.least.value);
    query.failed = isPressed(this.failed);
    query.critical = isPressed(this.critical);
    this.tellMistakes(query);
    this.session.query = query;
    try {
      isMeant && this.session.meant.add(query.text);
      this.session.hold(query);
      this.session.search();
    } catch (mistake) {
      this.mistake.textContent = visible(mistake.message, 120);
      this.text.setAttribute('aria-invalid', 'true');
    }
  }

  tellMistakes(query) {
    const badTime = Number.isNaN(query.minMicros);
    this.mistake.textContent = badTime ? 'Give a time such as 5 ms, 200 µs or 1.5 s' : '';
    this.text.removeAttribute('aria-invalid');
    this.least.setAttribute('aria-invalid', badTime);
  }

  /** Sets the controls to a query that came from elsewhere. */
  readQuery() {
    const { query } = this.session;
    this.text.value = query.text || query.waiting;
    press(this.regular, query.regular);
    this.layers.forEach((button, i) => press(button, !query.hiddenLayers.has(i)));
    if (this.service) {
      this.service.value = query.service;
    }
    this.least.value = query.minMicros > 0 ? `${query.minMicros / 1000} ms` : '';
    press(this.failed, query.failed);
    press(this.critical, query.critical);
    this.tellMistakes(query);
  }

  /** Hides the button that asked for it. */
  showAll() {
    this.session.clearQuery();
    focusView(this.session);
  }

  tellFound() {
    const { found, foundCount, query, trace } = this.session;
    this.found.textContent = query.waiting ? 'Press Enter to search' : found ? `${whole(foundCount)} of ${many(trace.size, 'span')}` : '';
    this.reset.hidden = query.isEmpty();
  }
}

function serviceSelect(trace) {
  const numbers = [...new Set(trace.service)].filter(number => number !== 0);
  return numbers.length < 2 ? null : element('select', {}, element('option', { value: 0 }, 'all'),
      ...numbers.map(number => element('option', { value: number }, visible(trace.text(number), 60))));
}
