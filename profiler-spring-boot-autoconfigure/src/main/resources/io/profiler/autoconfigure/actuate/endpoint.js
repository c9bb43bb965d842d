import { visible } from '../../report/html/text.js';
import { relayedAnswer } from './answer.js';
import { addCsrfToken, refusalOf } from './csrf.js';
import { isAnswer, isList, isRecording, isReport } from './shapes.js';

/** Something to tell the user in plain words. */
export class Trouble extends Error {}

/** The same, of what may be over in a moment: the store is away, or others wait as well. */
export class PassingTrouble extends Trouble {}

export const STOPPED = 'Stopped. A request that was sent may have been carried out all the same.';

const LONGEST_WAIT_MILLIS = 20_000;
const UNREACHED = { TimeoutError: 'The application does not answer.', AbortError: STOPPED };
/** The application waits for its turn, and then for itself. */
const LONGEST_RELAY_MILLIS = 55_000;
/** How the endpoint says that others come first. */
const BUSY = /; try again in a moment$/;
/** Browsers leave more signs as they are than addresses may have. */
const UNWRITTEN = /[^\w\-.~!$&'()*+,;=:@/?%]/g;
const LOGGED_OUT = 'You are logged out, or never were logged in: log in to the application, in another tab if you like.';

const COVERAGE = 'coverage';

/** The endpoint that this page comes from. */
export const endpoint = {
  address: location.pathname.replace(/\/$/, ''),

  /** What is traced at all: no trace's page, though it has the place of one. */
  coverage() {
    return `${this.address}/${COVERAGE}`;
  },

  /** Servers refuse some ids as part of a path, browsers take two dots for the way up, and one is a page's. */
  pageOf(id) {
    return /^\w[\w.-]*$/.test(id) && id !== COVERAGE
      ? `${this.address}/${id}`
      : `${this.address}?${new URLSearchParams({ traceId: id })}`;
  },

  /**
   * The traces that are asked for, with a tag of this answer; null if it would be the same as one with a given tag. So the
   * application need not make a list of what has not changed.
   */
  async list(parameters, tag) {
    const known = tag === null ? {} : { 'If-None-Match': tag };
    const response = await ask(`${this.address}?${new URLSearchParams(parameters)}`, 'GET', [304], known);
    return response.status === 304 ? null : { ...await json(response, isList), tag: response.headers.get('ETag') };
  },

  /** The report of a trace, null if the store does not have it. */
  async trace(id, signal) {
    const response = await ask(this.pageOf(id), 'GET', [404], {}, undefined, within(LONGEST_WAIT_MILLIS, signal));
    return response.status === 404 ? null : json(response, isReport);
  },

  /** The page that compares a trace with one before. */
  pageOfChange(before, id) {
    const page = this.pageOf(id);
    return `${page}${page.includes('?') ? '&' : '?'}${new URLSearchParams({ before })}`;
  },

  async remove(id) {
    await ask(this.pageOf(id), 'DELETE', [404]);
  },

  /** Has this browser recorded from now on, as a trace. */
  async record(minutes) {
    return json(await ask(this.address, 'POST', [], {}, { minutes }), isRecording);
  },

  /** Has the application send a request to itself, and gives its answer. */
  async relay({ url, method, headers, body = '' }, signal) {
    const lines = [...headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    const path = (url.pathname + url.search).replaceAll(UNWRITTEN, encodeURIComponent);
    const content = { method, path, headers: lines, body };
    const either = within(LONGEST_RELAY_MILLIS, signal);
    return relayedAnswer(await json(await ask(`${this.address}/relay`, 'POST', [], {}, content, either), isAnswer, signal));
  },

  async stopRecording() {
    await ask(this.address, 'POST', [], {}, { minutes: 0 });
  },
};

/** Stops what takes too long, or is to stop. */
function within(millis, signal) {
  return AbortSignal.any([signal, AbortSignal.timeout(millis)]);
}

async function ask(address, method, expected = [], more = {}, content = undefined, signal = AbortSignal.timeout(LONGEST_WAIT_MILLIS)) {
  // Marked as a script's request, it is told of a missing log-in by a status; the browser would put up a form of its own.
  const headers = new Headers({ Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest', ...more });
  addCsrfToken(method, headers);
  if (content !== undefined) {
    headers.set('Content-Type', 'application/json');
  }
  let response;
  try {
    response = await fetch(address, {
      method,
      headers,
      body: content && JSON.stringify(content),
      cache: 'no-store',
      redirect: 'manual',
      signal,
    });
  } catch (failure) {
    throw new Trouble(UNREACHED[failure.name] ?? 'The application cannot be reached; it may have stopped.');
  }
  if (isLogIn(response)) {
    throw new Trouble(LOGGED_OUT);
  }
  if (!response.ok && !expected.includes(response.status)) {
    throw new (response.status === 503 ? PassingTrouble : Trouble)(await reason(response, method));
  }
  return response;
}

/** Whether an answer asks to log in: by its status, by sending the page elsewhere, or by a page to do so. */
function isLogIn(response) {
  return response.type === 'opaqueredirect' || response.status === 401
    || (response.ok && (response.headers.get('Content-Type') ?? '').startsWith('text/html'));
}

/** What a response says, if it is what was asked for; less arrives if the application stops meanwhile. */
async function json(response, isExpected, signal = undefined) {
  const content = await response.json().catch(() => undefined);
  if (!isExpected(content)) {
    throw new Trouble(signal?.aborted ? STOPPED : 'The application broke off its answer, or sent something else; you may have to log in again.');
  }
  return content;
}

async function reason(response, method) {
  const status = response.status;
  if (status === 405) {
    return 'The application lets this endpoint be read, not changed (management.endpoint.profiler.access).';
  }
  const message = await messageOf(response);
  if (message === null) {
    return status === 403 ? `The application refuses this (403): ${refusalOf(method)}.`
      : `The application answered with status ${status}.`;
  }
  return status === 503 && !BUSY.test(message) ? `The store of the traces is away: ${message}` : `${message} (${status})`;
}

/** What the endpoint itself says, null if something before it answered. */
async function messageOf(response) {
  try {
    const { message } = await response.json();
    return typeof message === 'string' && message !== '' ? visible(message) : null;
  } catch {
    return null;
  }
}
