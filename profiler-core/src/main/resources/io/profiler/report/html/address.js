import { byId, say } from './dom.js';
import { microsOf, Query } from './query.js';
import { visible } from './text.js';
import { VIEWS } from './views.js';

/** What is shown, as members of an address; empty where it is what the page shows at first. */
export function addressOf(session) {
  const members = new URLSearchParams();
  if (session.view !== 'waterfall') {
    members.set('view', session.view);
  }
  writeQuery(session, members);
  writeTime(session.scale, members);
  writeSelected(session, members);
  return members.toString();
}

function writeQuery({ trace, query }, members) {
  const write = (name, value, isSet) => isSet && members.set(name, value);
  write('search', query.text || query.waiting, query.text + query.waiting !== '');
  write('regex', 'yes', query.regular);
  query.hiddenLayers.forEach(number => members.append('hide', trace.layers[number].label));
  write('service', trace.text(query.service), query.service !== 0);
  write('least', query.minMicros + 'us', query.minMicros > 0);
  write('errors', 'only', query.failed);
  write('critical', 'only', query.critical);
  write('proof', query.proof, query.proof !== null);
}

function writeTime(scale, members) {
  if (!scale.isWhole) {
    members.set('from', Math.floor(scale.instant(0)));
    members.set('to', Math.ceil(scale.instant(1)));
  }
}

/** The first line is selected anyway. */
function writeSelected({ trace, outline, selected }, members) {
  const isOpen = !byId('details').hidden;
  if (selected > 0 || (selected === 0 && isOpen)) {
    members.set(outline.groups[selected] ? 'repeats' : 'span', trace.ids[outline.spanOf(selected)]);
    if (!isOpen) {
      members.set('details', 'closed');
    }
  }
}

/** Shows what an address says. */
export function showAddress(session, text) {
  const members = new URLSearchParams(text);
  const view = members.get('view') ?? 'waterfall';
  showQuery(session, queryOf(session.trace, members));
  showTime(session, Number(members.get('from') ?? NaN), Number(members.get('to') ?? NaN));
  showSelected(session, members);
  if (VIEWS.some(([known]) => known === view)) {
    session.show(view);
  }
}

function queryOf(trace, members) {
  const query = new Query();
  query.text = members.get('search') ?? '';
  query.regular = members.has('regex');
  const hidden = new Set(members.getAll('hide'));
  trace.layers.forEach((layer, number) => hidden.has(layer.label) && query.hiddenLayers.add(number));
  query.service = members.has('service') ? Math.max(0, trace.strings.indexOf(members.get('service'))) : 0;
  query.minMicros = microsOf(members.get('least') ?? '0') || 0;
  query.failed = members.has('errors');
  query.critical = members.has('critical');
  query.show(trace, members.get('proof'));
  return query;
}

function showQuery(session, query) {
  if (query.isEmpty() && session.query.isEmpty()) {
    return;
  }
  try {
    session.hold(query);
    session.ask(query);
  } catch {
    session.clearQuery();
    say('What the address searches for is no regular expression');
  }
}

function showTime(session, from, to) {
  if (to > from) {
    session.scale.showTime(from, to);
  } else {
    session.scale.reset();
  }
  session.tell('time');
}

function showSelected(session, members) {
  const { trace, outline, rows } = session;
  const id = members.get('span') ?? members.get('repeats');
  const span = trace.numberOf(id);
  if (id !== null && span === undefined) {
    say('The trace has no span ' + visible(id, 60));
  } else if (id !== null) {
    const own = outline.nodeOf[span];
    const node = members.has('repeats') && outline.groups[outline.parents[own]] ? outline.parents[own] : own;
    rows.kept && !rows.kept[node] ? session.select(node) : session.goToNode(node);
  }
  session.tell(id === null || members.has('details') ? 'close' : 'open');
}
