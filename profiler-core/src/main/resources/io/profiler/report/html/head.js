import { copyButton } from './clipboard.js';
import { clockAt } from './clock.js';
import { byId, element } from './dom.js';
import { helpButton } from './help.js';
import { icon } from './icons.js';
import { duration, exactDuration, many, percent, whole } from './numbers.js';
import { spanButton } from './span-button.js';
import { visible } from './text.js';
import { themeSwitch } from './theme.js';
import { isErrorStatus, ORPHAN } from './trace.js';
import { verdictBox } from './verdict.js';

const SHOWN_FINDINGS = 3;

/** What stands above everything: which trace it is, how it ended, what it adds up to, and what is wrong with its data. */
export function drawHead(session, exports) {
  byId('head').append(titleLine(session.trace, exports), identityLine(session.trace), factsLine(session));
  const verdict = verdictBox(session);
  if (verdict) {
    document.querySelector('#head .title').after(verdict);
  }
  const findings = findingsBox(session);
  if (findings) {
    byId('head').append(findings);
  }
}

function titleLine(trace, exports) {
  const { head } = trace;
  const [, method, target] = /^([A-Z]+) (.*)$/s.exec(head.title) ?? [null, null, head.title];
  return element('div', { class: 'title' },
      outcome(trace),
      element('h1', { title: visible(head.title, 2000) }, method ? element('span', { class: 'method' }, method) : null, ' ',
          element('span', {}, visible(target))),
      head.status ? element('span', { class: 'http' + (isErrorStatus(head.status) ? ' error' : '') }, 'HTTP ' + visible(head.status, 20)) : null,
      element('span', { class: 'actions' }, exports, helpButton(), themeSwitch()));
}

/** How it ended, in a few words with a sign; never by colour alone. */
function outcome(trace) {
  const { kind, iconName, words } = trace.hasSeveralRequests ? endOfRequests(trace) : endOfRequest(trace);
  return element('span', { class: 'outcome' + kind }, icon(iconName), words);
}

const FAILED = { kind: ' failed', iconName: 'failed' };
const COMPLETED = { kind: '', iconName: 'done' };
const INCOMPLETE = { kind: ' incomplete', iconName: 'waiting', words: 'Incomplete' };

function endOfRequest(trace) {
  const { head } = trace;
  if (trace.childrenOf(-1).some(root => trace.isFailed(root))) {
    return { ...FAILED, words: 'Failed' };
  }
  if (isErrorStatus(head.status)) {
    return { ...(head.status >= '500' ? FAILED : { kind: ' refused', iconName: 'warning' }), words: 'Answered ' + head.status };
  }
  return endOfSpans(trace, 'Completed');
}

function endOfRequests(trace) {
  const { count, failed, refused } = trace.requests;
  const parts = [failed > 0 ? `${whole(failed)} failed` : '', refused > 0 ? `${whole(refused)} answered with an error status` : ''];
  const told = parts.filter(part => part !== '').join(', ');
  return told === '' ? endOfSpans(trace, `All ${whole(count)} completed`) : { ...FAILED, words: `Of ${whole(count)}: ${told}` };
}

function endOfSpans({ head }, completed) {
  return head.errors > 0 ? { ...FAILED, words: `${completed} with ${many(head.errors, 'error')}` }
    : head.complete ? { ...COMPLETED, words: completed } : INCOMPLETE;
}

function identityLine(trace) {
  const { head } = trace;
  const line = element('p', { class: 'identity soft' });
  if (head.id !== null) {
    line.append('Trace ', element('code', {}, visible(head.id)), copyButton('Copy the id of the trace', () => head.id));
  }
  const started = clockAt(trace, 0);
  line.append(element('span', {}, started === '' ? 'start unknown' : 'started ' + started));
  return line;
}

function factsLine({ trace }) {
  const { head } = trace;
  const facts = element('dl', { class: 'facts' });
  const fact = (name, value, className = '', title = null) => {
    facts.append(element('div', { class: className, title }, element('dt', {}, name), element('dd', {}, value)));
  };
  timeFacts(trace, fact);
  unexplainedFact(head, fact);
  fact('Spans', whole(head.spans));
  fact(head.services.length === 1 ? 'Service' : 'Services', servicesText(head.services), '', head.services.map(name => visible(name)).join('\n'));
  fact('Errors', whole(head.errors), head.errors > 0 ? 'error' : '');
  fact('Unfinished', whole(head.unfinished), head.unfinished > 0 ? 'warning' : '', 'Spans of which no end is stored');
  fact('Orphans', whole(head.orphans), head.orphans > 0 ? 'warning' : '', 'Spans whose parent is not stored');
  const told = visible(head.completeness, 300);
  fact('Complete', (head.complete ? 'yes' : 'no') + (told === '' ? '' : ` (${told})`), head.complete ? '' : 'warning', 'Whether all that services say they told is stored');
  return facts;
}

const LISTED_REQUESTS = 4;

/** The time of the request; of several, in what time they came and what they took, without the pauses. */
function timeFacts(trace, fact) {
  const { head, requests } = trace;
  if (trace.hasSeveralRequests) {
    fact('Requests', `${whole(requests.count)} in ${duration(head.durationMicros)}`, 'strong', exactDuration(head.durationMicros));
    fact('They took', requestTimes(trace));
  }
  const without = head.busyMicros < head.durationMicros ? ', without the pauses between requests' : '';
  fact('Total', duration(head.busyMicros), trace.hasSeveralRequests ? '' : 'strong', exactDuration(head.busyMicros) + without);
}

/** What part of the time that requests took no span explains, nor what they say that they went through. */
function unexplainedFact(head, fact) {
  if (head.unexplainedOfMicros > 0) {
    fact('Unexplained', `${duration(head.unexplainedMicros)} (${percent(head.unexplainedMicros, head.unexplainedOfMicros)})`, '',
        `${exactDuration(head.unexplainedMicros)} of what requests took, in which no span below them ran`);
  }
}

function requestTimes(trace) {
  const { count, min, median, max } = trace.requests;
  const roots = trace.childrenOf(-1).filter(span => !trace.has(span, ORPHAN));
  const each = () => roots.map(span => trace.isMeasured(span) ? duration(trace.durations[span]) : '?').join(', ');
  return count <= LISTED_REQUESTS && roots.length === count ? each() : `${duration(min)} to ${duration(max)}, median ${duration(median)}`;
}

function servicesText(services) {
  if (services.length === 0) {
    return 'none named';
  }
  const names = services.slice(0, 3).map(name => visible(name, 60)).join(', ');
  return services.length === 1 ? names : `${services.length}: ${names}${services.length > 3 ? ', …' : ''}`;
}

function findingsBox(session) {
  const { findings, head, size } = session.trace;
  const lines = findings.map(finding => findingLine(session, finding));
  if (head.leftOut > 0) {
    lines.unshift(findingLine(session, { spans: [], text: `The page shows ${whole(size)} of ${whole(size + head.leftOut)} spans: `
        + 'those that failed and the longest ones. The statistics are of all spans; so is trace show --json' }));
  }
  if (lines.length === 0) {
    return null;
  }
  const box = element('section', { class: 'findings', 'aria-label': 'What is wrong with the data' },
      element('ul', {}, ...lines.slice(0, SHOWN_FINDINGS)));
  if (lines.length > SHOWN_FINDINGS) {
    box.append(element('details', {}, element('summary', {}, many(lines.length - SHOWN_FINDINGS, 'more finding')),
        element('ul', {}, ...lines.slice(SHOWN_FINDINGS))));
  }
  return box;
}

function findingLine(session, finding) {
  const line = element('li', {}, icon('warning'), element('span', {}, visible(finding.text, 500)));
  finding.spans.slice(0, SHOWN_FINDINGS).forEach(span => line.append(spanButton(session, span)));
  return line;
}
