import { visible } from '../../report/html/text.js';
import { readAnswer } from './answer.js';
import { addCsrfToken } from './csrf.js';
import { endpoint, STOPPED, Trouble } from './endpoint.js';
import { sign } from './sign.js';

const BODILESS = ['GET', 'HEAD'];

/**
 * What the paths of the application begin with, as the browser sees them: whatever stands before the endpoint in this
 * page's address, be it the application's own context path or a proxy's prefix.
 */
export function pathPrefix(settings) {
  const here = endpoint.address;
  return settings.applicationPort === null && here.endsWith(settings.endpointPath)
    ? here.slice(0, -settings.endpointPath.length)
    : settings.contextPath;
}

/** Where the application answers, which may be another port than this page's, and encrypted otherwise. */
export function applicationOrigin({ applicationPort, applicationScheme }) {
  const scheme = applicationScheme ?? location.protocol.slice(0, -1);
  return applicationPort === null ? location.origin : new URL(`${scheme}://${location.hostname}:${applicationPort}`).origin;
}

/** What the form asks for, as arguments of fetch. */
export function readRequest(form, origin) {
  const url = targetOf(form.path, origin);
  const headers = readHeaders(form.headers);
  const body = BODILESS.includes(form.method) || form.body === '' ? undefined : form.body;
  if (body !== undefined && !headers.has('Content-Type')) {
    headers.set('Content-Type', 'application/json');
  }
  return { url, method: form.method, headers, body };
}

function targetOf(path, origin) {
  let url;
  try {
    url = new URL(path, origin);
  } catch {
    throw new Trouble(`“${visible(path)}” is not a path.`);
  }
  if (!path.startsWith('/') || url.origin !== origin) {
    throw new Trouble('Give a path of the application, which begins with one “/”.');
  }
  return url;
}

function readHeaders(text) {
  const headers = new Headers();
  for (const line of text.split('\n').filter(line => line.trim() !== '')) {
    const colon = line.indexOf(':');
    try {
      headers.append(line.slice(0, Math.max(colon, 0)).trim(), line.slice(colon + 1).trim());
    } catch {
      throw new Trouble(`“${visible(line)}” is not a header such as “Name: value”.`);
    }
  }
  return headers;
}

/** Sends the request, signed for a trace; from the browser itself, or by the endpoint. */
export async function sendSigned(request, id, key, { strict, relayed, signal }) {
  if (!relayed) {
    requireSendable(request.headers);
  }
  await sign(request, id, key, strict);
  if (relayed || request.url.origin === location.origin) {
    addCsrfToken(request.method, request.headers);
  }
  const began = performance.now();
  const millis = () => performance.now() - began;
  if (relayed) {
    return { ...await endpoint.relay(request, signal), millis: millis() };
  }
  const response = await sendFromHere(request, strict, signal);
  return { millis: millis(), ...await readAnswer(response) };
}

/** What pages must not set, browsers leave out without a word. */
function requireSendable(headers) {
  const { headers: kept } = new Request('/', { headers });
  const missing = [...headers.keys()].filter(name => !kept.has(name));
  if (missing.length > 0) {
    throw new Trouble(`Browsers let no page send these headers: ${missing.join(', ')}. Leave them out, or copy the request for curl.`);
  }
}

async function sendFromHere(request, strict, signal) {
  const elsewhere = request.url.origin !== location.origin;
  if (!elsewhere && !request.headers.has('X-Requested-With')) {
    // Else the answer to who is not logged in may put up a form of the browser's own.
    request.headers.set('X-Requested-With', 'XMLHttpRequest');
  }
  try {
    return await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.body,
      cache: 'no-store',
      credentials: elsewhere ? 'include' : 'same-origin',
      redirect: 'manual',
      signal,
    });
  } catch {
    throw new Trouble(signal.aborted ? STOPPED : noAnswer(request.url.origin, strict));
  }
}

function noAnswer(origin, strict) {
  return origin === location.origin ? 'The application did not answer the request.' : notAllowed(origin, strict);
}

function notAllowed(origin, strict) {
  const headers = strict ? 'header X-Trace-Token' : 'headers X-Trace-Info and X-Trace-HMAC';
  return `The browser got no answer from ${origin}. The application runs on another port than this page, so it must`
    + ` allow requests from ${location.origin} by CORS, with credentials and the ${headers},`
    + ' and expose X-Trace-Id; or send them itself, with profiler.console.relay=true. Without that, use the command:'
    + ' profiler request.';
}
