import { copyButton } from './clipboard.js';
import { element } from './dom.js';
import { asText, factList, longText, memberList, section, textValue } from './facts.js';
import { linkTo } from './link.js';
import { duration, percent } from './numbers.js';
import { prettyStatement } from './pretty.js';
import { spanButton } from './span-button.js';
import { visible } from './text.js';

export function requestSection(request, title) {
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

/** What a request went through where no span is: when, for how long, and how much of the request that is. */
export function phasesSection(trace, span, phases) {
  if (!Array.isArray(phases) || phases.length === 0) {
    return null;
  }
  const rows = phases.map(phase => element('tr', {},
      element('th', { scope: 'row' }, visible(asText(phase?.name), 60)),
      ...[duration(Number(phase?.from)), duration(Number(phase?.micros)), percent(Number(phase?.micros), trace.durations[span])]
        .map(text => element('td', { class: 'number' }, text))));
  const heads = ['', 'from', 'time', 'share'].map(text => element('th', { scope: 'col', class: 'number soft' }, text));
  return section('Where no span is', element('table', { class: 'phases' },
      element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...rows)));
}

export function functionSection(called) {
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

export function statementSection(db) {
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

const KNOWN_INFO = new Set(['phases', 'request', 'requests', 'response', 'function', 'db', 'host', 'etype', 'message', 'samples', 'alloc', 'cpu']);

export function otherSection(info) {
  const others = Object.entries(info).filter(([member]) => !KNOWN_INFO.has(member));
  return others.length === 0 ? null : section('Info', memberList(Object.fromEntries(others)));
}

export function idsSection(session, span) {
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
