const KEPT_BYTES = 64 * 1024;
const LONGEST_MILLIS = 10_000;

/** Reads what the application answered: all of it, so that it can end, and keeps the beginning. */
export async function readAnswer(response) {
  const { bytes, length, whole } = await beginning(response.body);
  return {
    status: response.type === 'opaqueredirect' ? null : response.status,
    statusText: response.statusText,
    headers: [...response.headers],
    headersHidden: response.type === 'cors',
    bytes,
    length,
    whole,
  };
}

/** What the endpoint says that the application answered. */
export function relayedAnswer({ status, headers, body, length }) {
  const bytes = Uint8Array.from(atob(body), character => character.charCodeAt(0));
  return { status, statusText: '', headers, headersHidden: false, bytes, length, whole: true };
}

async function beginning(stream) {
  const kept = [];
  let length = 0;
  let room = KEPT_BYTES;
  const whole = stream === null || await readToEnd(stream.getReader(), chunk => {
    kept.push(chunk.slice(0, room));
    room = Math.max(0, room - chunk.length);
    length += chunk.length;
  });
  return { bytes: new Uint8Array(await new Blob(kept).arrayBuffer()), length, whole };
}

/** Whether the end came: some answers have none. */
async function readToEnd(reader, take) {
  const late = setTimeout(() => reader.cancel(), LONGEST_MILLIS);
  const began = performance.now();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return performance.now() - began < LONGEST_MILLIS;
      }
      take(value);
    }
  } catch {
    return false;
  } finally {
    clearTimeout(late);
  }
}

/** The value of a header, null if it is missing or hidden. */
export function headerOf(answer, name) {
  return answer.headers.find(([known]) => known.toLowerCase() === name)?.[1] ?? null;
}

/** Whether the application says that it profiled the request; undefined if the browser does not let the page know. */
export function isProfiled(answer, id) {
  const told = headerOf(answer, 'x-trace-id');
  return answer.status === null || (answer.headersHidden && told === null) ? undefined : told === id;
}
