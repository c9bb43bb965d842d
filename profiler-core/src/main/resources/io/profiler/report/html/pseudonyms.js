import { infoOf } from './info.js';

const VERB = /^\s*(SELECT|INSERT|UPDATE|DELETE|MERGE|CALL|WITH)\b/i;
const SERVER = /\b[\w+.-]+:\/\/([^/\s?#]+)/g;
const SYNTAX = /[\\^$.*+?()[\]{}|/]/g;
const LEFT_OUT = '…';

/** Other names for statements and hosts: equal ones stay equal, and others stay apart. */
export class Pseudonyms {
  constructor(trace) {
    this.trace = trace;
    this.hosts = new Map();
    this.statements = new Map();
    this.subjects = new Map(); // by number of the text
    this.words = new Map(); // harmless ones, or what stands for others
    trace.host.forEach(number => this.ofHost(trace.text(number)));
    this.nameSubjects();
    this.nameWords();
  }

  ofHost(host) {
    if (host !== '' && !this.hosts.has(host)) {
      this.hosts.set(host, `host-${this.hosts.size + 1}`);
    }
    return this.hosts.get(host) ?? '';
  }

  ofStatement(text) {
    if (!this.statements.has(text)) {
      const verb = VERB.exec(text)?.[1].toUpperCase();
      this.statements.set(text, `${verb === undefined ? '' : verb + ' '}statement ${this.statements.size + 1}`);
    }
    return this.statements.get(text);
  }

  /** Each text once, however many spans share it. */
  nameSubjects() {
    const { trace } = this;
    for (let s = 0; s < trace.size; s++) {
      const number = trace.subject[s];
      if (!this.subjects.has(number)) {
        this.subjects.set(number, this.nameSubject(trace.subjectOf(s), infoOf(trace, s)));
      }
    }
  }

  nameSubject(text, info) {
    const { request, requests, view, messaging, observation } = info;
    const isRequest = [request?.path, requests?.path, requests?.hostname].some(part => part !== null && part !== undefined);
    const isName = typeof info.function?.name === 'string' || [view?.name, messaging?.destination, observation?.name].includes(text);
    return text === '' ? '' : isRequest ? this.withoutQuery(text) : isName ? text : this.ofStatement(text);
  }

  withoutQuery(text) {
    return text.replace(/\?\S*/g, '').replace(SERVER, (all, server) => this.ofHost(server));
  }

  nameWords() {
    const { trace } = this;
    const { names, functions, repositories, calls, statements } = trace.statistics;
    const keep = text => this.words.set(text, text);
    [...names, ...functions, ...repositories].forEach(({ name }) => keep(name));
    trace.layers.forEach(({ label }) => keep(label));
    [...trace.error, ...trace.service].forEach(number => keep(trace.text(number)));
    trace.error.forEach(number => keep(trace.text(number).split('.').at(-1)));
    this.subjects.forEach((other, number) => this.words.set(trace.text(number), other));
    calls.forEach(({ name }) => this.words.set(name, this.withoutQuery(name)));
    statements.forEach(({ name, longest }) => this.words.set(name, longest < 0 ? this.ofStatement(name) : this.ofSubject(trace.subject[longest])));
  }

  ofSubject(number) {
    return this.subjects.get(number);
  }

  /** Requests are told apart by their methods anyway. */
  ofOperation(span) {
    const { trace } = this;
    const text = trace.text(trace.operation[span]);
    return text.endsWith(trace.subjectOf(span)) && trace.subject[span] !== 0
      ? `${trace.nameOf(span)} ${this.ofSubject(trace.subject[span])}` : text;
  }

  /** A word of the verdict: kept if it is harmless as a whole, or a span's name and something harmless. */
  ofWord(text) {
    const space = text.indexOf(' ');
    const first = text.slice(0, space);
    return this.words.get(text) ?? (space > 0 && this.words.get(first) === first ? `${first} ${this.ofWord(text.slice(space + 1))}` : LEFT_OUT);
  }

  /** Words among which hosts may stand, each of which may be any text itself. */
  inText(text) {
    const names = [...this.hosts.keys()].sort((a, b) => b.length - a.length).map(name => name.replace(SYNTAX, '\\$&'));
    const whole = new RegExp(`(?<![\\p{L}\\p{N}_.-])(?:${names.join('|')})(?![\\p{L}\\p{N}_-])`, 'gu');
    return names.length === 0 ? text : text.replace(whole, name => this.hosts.get(name));
  }
}
