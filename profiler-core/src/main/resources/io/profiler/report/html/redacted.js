import { Pseudonyms } from './pseudonyms.js';
import { plainJson } from './records.js';

/** Of an info, what tells no arguments, statements, hosts or messages. */
const KEPT = {
  request: ['method', 'path', 'route', 'scheme'], requests: ['method', 'path', 'scheme'], response: ['status'], function: ['name'],
  view: ['name'], messaging: ['destination'], observation: ['name'], phases: null, samples: null, etype: null, alloc: null, cpu: null,
  process: ['uptime_micros', 'classes'],
};

const NUMBERS = { parent: 'parents', started: 'started', duration: 'durations', self: 'selfs', flags: 'flags', layer: 'layerOf' };

/** The data of the page, less what should not leave the house. What is not known to be harmless is left out. */
export function redacted(trace) {
  const names = new Pseudonyms(trace);
  const strings = new Map([['', 0]]);
  const number = text => {
    strings.has(text) || strings.set(text, strings.size);
    return strings.get(text);
  };
  const spans = spanColumns(trace, names, number);
  const events = eventColumns(trace, number);
  return {
    head: redactedHead(trace.head, names), requests: trace.requests, verdict: redactedVerdict(trace.verdict, names),
    findings: [{ text: 'A copy without arguments, statements and messages, and with other names for hosts', spans: [] },
      ...trace.findings.map(finding => ({ ...finding, text: names.inText(finding.text) }))],
    spans, layers: trace.layers.map(({ kind, label }) => ({ kind, label })), events, criticalPath: pathColumns(trace),
    statistics: redactedStatistics(trace.statistics, names), samples: trace.samples && samplesWith(trace, number), strings: [...strings.keys()],
  };
}

function redactedHead(head, names) {
  return { ...head, title: names.withoutQuery(head.title), completeness: names.inText(head.completeness) };
}

function spanColumns(trace, names, number) {
  const spans = { id: trace.ids, events: [] };
  Object.entries(NUMBERS).forEach(([column, own]) => { spans[column] = [...trace[own]]; });
  const texts = { ...Object.fromEntries(['name', 'project', 'serviceName', 'service', 'error', 'parentId']
    .map(column => [column, s => trace.text(trace[column][s])])),
  subject: s => names.ofSubject(trace.subject[s]), operation: s => names.ofOperation(s), host: s => names.ofHost(trace.text(trace.host[s])), message: () => '' };
  Object.keys(texts).forEach(column => { spans[column] = []; });
  for (let s = 0; s < trace.size; s++) {
    spans.events.push(trace.firstEvent[s + 1] - trace.firstEvent[s]);
    Object.entries(texts).forEach(([column, text]) => spans[column].push(number(text(s))));
  }
  return spans;
}

function eventColumns({ events, strings }, number) {
  const infos = new Map();
  const shortened = info => {
    infos.has(info) || infos.set(info, number(redactedInfo(strings[info])));
    return infos.get(info);
  };
  return { name: events.name.map(name => number(strings[name])), info: events.info.map(shortened), record: events.record.map(() => 0) };
}

function redactedInfo(text) {
  let info = {};
  try {
    info = JSON.parse(text);
  } catch {
    // Nothing of what cannot be read is kept.
  }
  const kept = Object.entries(KEPT).filter(([member]) => Object.hasOwn(info, member))
    .map(([member, within]) => [member, within === null ? info[member] : onlyOf(info[member], within)]);
  return lines(Object.fromEntries(kept));
}

function onlyOf(value, members) {
  return Object.fromEntries(members.filter(member => Object.hasOwn(Object(value), member)).map(member => [member, value[member]]));
}

/** JSON as the data block has it: one value a line, and no blanks before. */
function lines(value) {
  return plainJson(value, 1).replace(/^ +/gm, '');
}

/** Methods of code are no arguments. */
function samplesWith({ samples, strings }, number) {
  const renumbered = table => ({ ...table, method: table.method.map(method => number(strings[method])) });
  return { ...samples, calls: renumbered(samples.calls), hotspots: renumbered(samples.hotspots) };
}

function pathColumns({ critical }) {
  const path = { span: [], from: [], to: [] };
  critical.forEach((parts, span) => parts.forEach(([from, to]) => {
    path.span.push(span);
    path.from.push(from);
    path.to.push(to);
  }));
  return path;
}

function redactedVerdict(verdict, names) {
  const words = parts => parts.map((text, i) => i % 2 === 1 ? names.ofWord(text) : text);
  return { ...verdict, sentence: words(verdict.sentence), findings: verdict.findings.map(finding => ({ ...finding, words: words(finding.words) })),
    rows: verdict.rows.map(row => ({ ...row, what: words(row.what) })) };
}

function redactedStatistics(statistics, names) {
  const renamed = entries => entries.map(entry => ({ ...entry, name: names.ofWord(entry.name) }));
  return { ...statistics, calls: renamed(statistics.calls), statements: renamed(statistics.statements) };
}
