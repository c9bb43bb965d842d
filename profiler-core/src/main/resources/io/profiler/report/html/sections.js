/** Names and values; those without a value are left out. */
function factList(facts) {
  const list = element('dl', { class: 'facts' });
  for (const [name, value] of facts) {
    if (value !== null) {
      list.append(element('dt', {}, name), element('dd', {}, value));
    }
  }
  return list;
}

function section(title, ...children) {
  return element('section', {}, element('h3', {}, title), ...children);
}

/** A text of any length: the beginning, and the rest on request. */
function longText(text, className = 'block') {
  const block = element('pre', { class: className, tabindex: text.length > 300 ? 0 : null }, visibleLines(text.slice(0, LONGEST_SHOWN)));
  if (text.length <= LONGEST_SHOWN) {
    return block;
  }
  const more = element('button', { type: 'button', class: 'more' }, `Show all ${whole(text.length)} characters`);
  more.addEventListener('click', () => {
    block.textContent = visibleLines(text);
    more.remove();
  });
  return element('div', {}, block, more);
}

function asText(value) {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2) ?? String(value);
}

/** A value under its name, with a button that copies it. */
function textValue(name, value) {
  const text = asText(value);
  return element('div', { class: 'value' },
      element('h4', {}, visible(name, 100), copyButton('Copy ' + visible(name, 100), () => text)), longText(text));
}

function isShort(value) {
  return value === null || typeof value !== 'object' && String(value).length <= 60 && !String(value).includes('\n');
}

function memberList(members) {
  if (typeof members !== 'object' || members === null || Array.isArray(members)) {
    return longText(asText(members));
  }
  const entries = Object.entries(members);
  const list = factList(entries.filter(([, value]) => isShort(value)).map(([name, value]) => [visible(name, 60), visible(String(value))]));
  return element('div', {}, list, ...entries.filter(([, value]) => !isShort(value)).map(([name, value]) => textValue(name, value)));
}

function requestSection(request, title) {
  if (typeof request !== 'object' || request === null) {
    return request === undefined ? null : section(title, longText(asText(request)));
  }
  const { query, ...others } = request;
  const made = section(title, memberList(others));
  if (typeof query === 'string' && query !== '') {
    made.append(element('h4', {}, 'Query'), factList(queryMembers(query)));
  }
  return made;
}

function queryMembers(query) {
  return [...new URLSearchParams(query)].map(([name, value]) => [visible(name, 60), visible(value)]);
}

function functionSection(called) {
  if (typeof called !== 'object' || called === null) {
    return called === undefined ? null : section('Function', longText(asText(called)));
  }
  const { name, args, kwargs, ...others } = called;
  const parts = [];
  if (name !== undefined) {
    parts.push(element('p', { class: 'code breaking' }, visible(asText(name), 1000), copyButton('Copy the function', () => asText(name))));
  }
  if (args !== undefined && args !== '' && args !== '()') {
    parts.push(textValue('Arguments', args));
  }
  if (kwargs !== undefined && kwargs !== '' && kwargs !== '{}') {
    parts.push(textValue('Named arguments', kwargs));
  }
  parts.push(...Object.entries(others).map(([member, value]) => textValue(member === 'result' ? 'Result' : member, value)));
  return section('Function', ...parts);
}

function statementSection(db) {
  if (typeof db !== 'object' || db === null) {
    return db === undefined ? null : section('Statement', longText(asText(db)));
  }
  const { statement, params, ...others } = db;
  const made = section('Statement');
  if (statement !== undefined) {
    const text = asText(statement);
    const pretty = prettyStatement(text);
    made.firstChild.append(copyButton('Copy the statement', () => text));
    made.append(pretty ? element('pre', { class: 'block sql', tabindex: 0 }, ...pretty) : longText(text));
  }
  if (params !== undefined && params !== null) {
    made.append(textValue('Parameters', params));
  }
  made.append(...Object.entries(others).map(([member, value]) => textValue(member, value)));
  return made;
}

const KNOWN_INFO = new Set(['request', 'requests', 'response', 'function', 'db', 'host', 'etype', 'message']);

function otherSection(info) {
  const others = Object.entries(info).filter(([member]) => !KNOWN_INFO.has(member));
  return others.length === 0 ? null : section('Info', memberList(Object.fromEntries(others)));
}

function idsSection(session, span) {
  const { trace } = session;
  const id = (text, button = null) => text ? element('span', {}, button ?? element('code', {}, visible(text)), copyButton('Copy the id', () => text)) : null;
  const parent = trace.parents[span];
  const parentId = trace.parentIdOf(span);
  return section('Ids', factList([
    ['Span', id(trace.ids[span])],
    ['Parent', id(parentId, parent >= 0 ? spanButton(session, parent, parentId) : null)],
    ['Trace', id(trace.head.id)],
    ['Link', element('span', {}, element('code', {}, '#span=…'), copyButton('Copy a link to this span', () => linkTo(trace, span)))],
  ]));
}

function pointsSection(trace, span) {
  const points = [];
  for (let e = trace.firstEvent[span]; e < trace.firstEvent[span + 1]; e++) {
    const text = rawPoint(trace, span, e);
    points.push(element('div', { class: 'value' },
        element('h4', {}, visible(trace.text(trace.events.name[e]), 100), copyButton('Copy the trace point', () => text)), longText(text)));
  }
  return element('section', {}, element('details', {}, element('summary', {}, `Raw trace points (${points.length})`), ...points));
}

/** The record as it was stored, in JSON; see EventColumns in Java for when it is put together here. */
function rawPoint(trace, span, event) {
  const record = trace.text(trace.events.record[event]);
  if (record !== '') {
    return indented(record);
  }
  const name = trace.text(trace.events.name[event]);
  const members = {
    name,
    base_id: trace.head.id,
    trace_id: trace.ids[span],
    parent_id: trace.parentIdOf(span),
    timestamp: trace.timestampAt(name.endsWith('stop') ? trace.finished(span) : trace.started[span]),
  };
  const lines = Object.entries(members).map(([member, value]) => `  "${member}": ${JSON.stringify(value)}`);
  lines.push(`  "info": ${indented(trace.text(trace.events.info[event])).replaceAll('\n', '\n  ')}`);
  lines.push(`  "project": ${JSON.stringify(trace.text(trace.project[span]))}`);
  lines.push(`  "service": ${JSON.stringify(trace.text(trace.serviceName[span]))}`);
  return `{\n${lines.join(',\n')}\n}`;
}

/** JSON with the blanks at the beginnings of its lines, which the data block leaves out. */
function indented(json) {
  let depth = 0;
  return json.split('\n').map(line => {
    depth -= /^[}\]]/.test(line) ? 1 : 0;
    const whole = '  '.repeat(depth) + line;
    depth += /[{[]$/.test(line) ? 1 : 0;
    return whole;
  }).join('\n');
}
